using CommunityBot.Awareness;
using CommunityBot.Awareness.Readers;
using CommunityBot.Messages;
using CommunityBot.Photos;
using CommunityBot.TestKit.Talk;

namespace CommunityBot.Tests.Awareness;

public sealed class ReaderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cards_read_are_counted_together_and_not_one_by_one()
    {
        await using var bench = new ConversationBench();
        var villager = bench.Villager("bà Lường");

        for (var read = 0; read < 5; read++)
        {
            await villager.PressesKeyAsync("card:latrine:0");
        }

        Assert.Empty(await bench.StoredAsync(CardTally.Kind));
        await bench.RunJobsAsync();
        await villager.PressesKeyAsync("card:latrine:0");
        await bench.RunJobsAsync();

        Assert.Equal(6, Assert.Single(await bench.StoredAsync(CardTally.Kind)).Views);
    }

    [Fact]
    public void Counting_that_could_not_be_kept_goes_on()
    {
        var views = new CardViews();
        views.Count(new CardLink("latrine", "pipe"));

        var gone = views.Take();
        Assert.Single(gone);
        views.GiveBack(new CardLink("latrine", "pipe"), 1);
        views.Count(new CardLink("latrine", "pipe"));

        Assert.Equal(2, Assert.Single(views.Take()).Value);
    }

    [Fact]
    public async Task A_remark_is_kept_without_the_person()
    {
        await using var bench = new ConversationBench();
        var villager = bench.Villager("bà Lường");
        await villager.PressesKeyAsync($"useful:latrine:{FirstCard(bench, "latrine")}:n");
        await villager.SaysAsync("Chữ nhỏ quá, thêm hình đi");

        var remark = Assert.Single(await bench.StoredAsync(CardRemark.Kind));
        Assert.Equal("Chữ nhỏ quá, thêm hình đi", remark.Words);
        Assert.Equal(FirstCard(bench, "latrine"), remark.Card);
        Assert.DoesNotContain(villager.Conversation.Address, remark.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_spoken_remark_is_kept_and_fetched_without_the_person()
    {
        await using var bench = new ConversationBench();
        var villager = bench.Villager("bà Lường");
        await villager.PressesKeyAsync("useful:latrine:n");
        await villager.SendsVoiceAsync(TimeSpan.FromSeconds(9));

        var remark = Assert.Single(await bench.StoredAsync(CardRemark.Kind));
        var voice = Assert.Single(await bench.StoredAsync(StoredPhoto.Kind));
        Assert.Equal([voice.Id], remark.Files);
        Assert.Equal(PhotoState.Stored, voice.State);
        Assert.Equal("nobody", voice.Conversation.Address);
    }

    [Fact]
    public async Task A_remark_left_out_leaves_the_next_words_alone()
    {
        await using var bench = new ConversationBench();
        var villager = bench.Villager("bà Lường");
        await villager.PressesKeyAsync("useful:latrine:n");
        await villager.PressesAsync("Bỏ qua");
        await villager.SaysAsync("cảm ơn nhé");
        await villager.PressesKeyAsync("useful:latrine:n");
        await bench.AdvanceAsync(TimeSpan.FromMinutes(20));
        await villager.SaysAsync("phân loại rác thế nào");

        Assert.Empty(await bench.StoredAsync(CardRemark.Kind));
        Assert.Contains("Rác", villager.LastBubble.Message.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_danger_are_no_remark()
    {
        await using var bench = new ConversationBench();
        var villager = bench.Villager("bà Lường");
        await villager.PressesKeyAsync("useful:latrine:n");
        await villager.SaysAsync("cháy nhà rồi cứu với");

        Assert.Empty(await bench.StoredAsync(CardRemark.Kind));
        Assert.Contains("114", villager.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_remark_and_its_voice_go_after_a_year()
    {
        await using var bench = new ConversationBench();
        var villager = bench.Villager("bà Lường");
        await villager.PressesKeyAsync("useful:latrine:n");
        await villager.SendsVoiceAsync(TimeSpan.FromSeconds(9));

        await bench.AdvanceAsync(TimeSpan.FromDays(367));
        await bench.RunJobsAsync();

        Assert.Empty(await bench.StoredAsync(CardRemark.Kind));
        Assert.Empty(await bench.StoredAsync(StoredPhoto.Kind));
    }

    [Fact]
    public async Task The_report_names_what_is_read_disliked_old_and_silent()
    {
        await using var bench = new ConversationBench();
        var card = FirstCard(bench, "latrine");

        for (var reader = 0; reader < 6; reader++)
        {
            var villager = bench.Villager($"người {reader}");
            await villager.PressesKeyAsync("card:latrine:0");
            await villager.PressesKeyAsync($"useful:latrine:{card}:n");
        }

        await bench.Villager("bà Lường").PressesKeyAsync("card:food_safety:0");
        await bench.RunJobsAsync();
        await bench.AdvanceAsync(TimeSpan.FromDays(400));
        var report = await bench.Get<MakeContentReport>().RunAsync(Token);

        Assert.Equal(("latrine", card, 6L, 6), (report.Cards[0].Topic, report.Cards[0].Card, report.Cards[0].Views, report.Cards[0].Useless));
        Assert.Equal(card, Assert.Single(report.PoorlyRated).Card);
        Assert.Equal(card, report.WithoutSound[0].Card);
        Assert.Equal(report.Cards.Count, report.Stale.Count);
    }

    [Fact]
    public async Task Two_who_press_the_same_bubble_twice_count_once_each()
    {
        await using var bench = new ConversationBench();
        var villager = bench.Villager("bà Lường");
        await villager.PressesKeyAsync("card:latrine:end");
        await villager.PressesAsync("Có ích");
        await villager.TellAsync("[Có ích]", villager.NewMessage() with
        {
            Kind = IncomingKind.Press,
            EventId = "again",
            ButtonKey = "useful:latrine:y",
            MessageId = bench.Channel.In(villager.Conversation)[0].Id,
        });

        Assert.Single(await bench.StoredAsync(TopicFeedback.Kind));
    }

    private static string FirstCard(ConversationBench bench, string topic) => bench.Get<TopicCatalogue>().Find(topic)!.Cards[0].Id;
}
