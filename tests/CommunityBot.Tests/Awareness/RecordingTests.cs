using CommunityBot.Awareness.Voice;
using CommunityBot.Desks;
using CommunityBot.Messages;
using CommunityBot.Photos;
using CommunityBot.TestKit.Talk;
using CommunityBot.Tests.Tickets;

namespace CommunityBot.Tests.Awareness;

public sealed class RecordingTests
{
    private const string FirstCard = "card:food_safety:0";

    private static readonly ClipTarget FiveKeys = ClipTarget.OfCard("food_safety", "five_keys");

    [Fact]
    public async Task A_card_is_heard_only_after_a_second_person_has_said_yes()
    {
        await using var town = new DeskTown();
        var (thu, quan) = await LinkTwoAsync(town);
        var villager = town.Bench.Villager("bà Lường");

        await RecordAsync(thu, "tiếng Việt");
        await villager.PressesKeyAsync(FirstCard);
        Assert.DoesNotContain(villager.LastBubble.Buttons, button => button.Label.Contains("Nghe", StringComparison.Ordinal));

        await quan.PressesAsync("Duyệt");
        await villager.PressesKeyAsync(FirstCard);
        await villager.PressesAsync("Nghe");
        Assert.Contains(villager.Answers, bubble => bubble.Message.Attachment is { Kind: FileKind.Voice, Source: ['s', 't', 'o', 'r', 'e', 'd', ':', ..] });

        var kept = Assert.Single(await town.Bench.StoredAsync(Recording.Kind));
        Assert.Equal(RecordingState.Approved, kept.State);
        Assert.Equal("chị Thu", kept.Consent.Speaker);
        Assert.Equal(ConversationBench.Start.Date, kept.Consent.At.Date);
        Assert.NotEqual(kept.RecordedBy, kept.JudgedBy);
    }

    [Fact]
    public async Task Nobody_approves_their_own_voice()
    {
        await using var town = new DeskTown();
        var (thu, _) = await LinkTwoAsync(town);
        await RecordAsync(thu, "tiếng Việt");
        var recording = Assert.Single(await town.Bench.StoredAsync(Recording.Kind));

        await thu.PressesKeyAsync(VoiceKeys.Approve + recording.Id);

        Assert.Contains("phải người khác nghe", thu.Heard, StringComparison.Ordinal);
        Assert.Null(town.Bench.Get<ClipBook>().Find(FiveKeys, "vi"));
    }

    [Fact]
    public async Task A_villager_neither_records_nor_approves()
    {
        await using var town = new DeskTown();
        var (thu, _) = await LinkTwoAsync(town);
        await RecordAsync(thu, "tiếng Việt");
        var recording = Assert.Single(await town.Bench.StoredAsync(Recording.Kind));
        var villager = town.Bench.Villager("ông Páo");

        foreach (var key in new[] { VoiceKeys.Menu, VoiceKeys.Mine, "rec:in:vi:card:food_safety.five_keys", VoiceKeys.Approve + recording.Id, "rec:off:vi:card:food_safety.five_keys" })
        {
            await villager.PressesKeyAsync(key);
            Assert.Contains("dành cho tuyên truyền viên", villager.Heard, StringComparison.Ordinal);
        }

        Assert.Equal(RecordingState.Waiting, Assert.Single(await town.Bench.StoredAsync(Recording.Kind)).State);
    }

    [Fact]
    public async Task A_speaker_who_changes_their_mind_is_heard_no_more()
    {
        await using var town = new DeskTown();
        var (thu, quan) = await LinkTwoAsync(town);
        await RecordAsync(thu, "tiếng Việt");
        await quan.PressesAsync("Duyệt");

        await thu.PressesKeyAsync("rec:off:vi:card:food_safety.five_keys");

        Assert.Contains("Đã gỡ", thu.Heard, StringComparison.Ordinal);
        Assert.Null(town.Bench.Get<ClipBook>().Find(FiveKeys, "vi"));
        Assert.Equal(RecordingState.Withdrawn, Assert.Single(await town.Bench.StoredAsync(Recording.Kind)).State);
    }

    [Fact]
    public async Task A_better_recording_replaces_the_one_before()
    {
        await using var town = new DeskTown();
        var (thu, quan) = await LinkTwoAsync(town);
        await RecordAsync(thu, "tiếng Việt");
        await quan.PressesAsync("Duyệt");
        await RecordAsync(quan, "tiếng Việt");
        await thu.PressesAsync("Duyệt");

        var heard = (await town.Bench.StoredAsync(Recording.Kind)).ToDictionary(one => one.Consent.Speaker, one => one.State);
        Assert.Equal((RecordingState.Replaced, RecordingState.Approved), (heard["chị Thu"], heard["anh Quân"]));
    }

    [Fact]
    public async Task The_villagers_language_is_heard_first_and_the_others_are_offered()
    {
        await using var town = new DeskTown();
        var (thu, quan) = await LinkTwoAsync(town);
        await RecordAsync(thu, "tiếng Việt");
        await quan.PressesAsync("Duyệt");
        await RecordAsync(thu, "tiếng Tày");
        await quan.PressesAsync("Duyệt");
        var villager = town.Bench.Villager("bà Lường");

        await villager.PressesKeyAsync(FirstCard);
        await villager.PressesAsync("Nghe");
        Assert.Contains("tiếng Việt", villager.Heard, StringComparison.Ordinal);

        await villager.PressesAsync("tiếng Tày");
        Assert.Contains("tiếng Tày", villager.Heard, StringComparison.Ordinal);
        Assert.NotNull(villager.LastBubble.Message.Attachment);
    }

    [Fact]
    public async Task After_a_start_the_approved_ones_are_heard_again()
    {
        await using var town = new DeskTown();
        var (thu, quan) = await LinkTwoAsync(town);
        await RecordAsync(thu, "tiếng Việt");
        await quan.PressesAsync("Duyệt");
        var clips = town.Bench.Get<ClipBook>();
        clips.Hear([]);
        Assert.Null(clips.Find(FiveKeys, "vi"));

        await town.Bench.RunJobsAsync();

        Assert.NotNull(clips.Find(FiveKeys, "vi"));
    }

    [Fact]
    public async Task The_greeting_can_be_listened_to_as_well()
    {
        await using var town = new DeskTown();
        var (thu, quan) = await LinkTwoAsync(town);
        await thu.PressesKeyAsync(VoiceKeys.Sentences);
        await thu.PressesAsync("Lời chào");
        await thu.PressesAsync("tiếng Việt");
        Assert.Contains("Tôi là trợ lý của xã", thu.LastBubble.Text, StringComparison.Ordinal);
        await thu.SendsVoiceAsync(TimeSpan.FromSeconds(20));
        await thu.PressesAsync("Giọng tôi, đồng ý");
        await quan.PressesAsync("Duyệt");

        var villager = town.Bench.Villager("bà Lường");
        await villager.StartsAsync();
        await villager.PressesAsync("Nghe");

        Assert.NotNull(villager.LastBubble.Message.Attachment);
    }

    [Fact]
    public async Task Another_speaker_is_named_with_their_consent()
    {
        await using var town = new DeskTown();
        var (thu, _) = await LinkTwoAsync(town);
        await thu.PressesKeyAsync("rec:in:dao:card:food_safety.five_keys");
        await thu.SendsVoiceAsync(TimeSpan.FromSeconds(40));
        await thu.PressesAsync("Người khác đồng ý");
        await thu.SaysAsync("Triệu Thị Mùi");

        var kept = Assert.Single(await town.Bench.StoredAsync(Recording.Kind));
        Assert.Equal(("Triệu Thị Mùi", SpeakerConsent.Version), (kept.Consent.Speaker, kept.Consent.NoticeVersion));
    }

    [Fact]
    public async Task A_recording_that_is_dropped_leaves_no_sound()
    {
        await using var town = new DeskTown();
        var (thu, _) = await LinkTwoAsync(town);
        await thu.PressesKeyAsync("rec:in:vi:card:food_safety.five_keys");
        await thu.SendsVoiceAsync(TimeSpan.FromSeconds(40));
        await thu.PressesAsync("Hủy");

        Assert.Empty(await town.Bench.StoredAsync(Recording.Kind));
        Assert.Empty(await town.Bench.StoredAsync(StoredPhoto.Kind));
    }

    [Fact]
    public async Task Too_long_a_voice_note_is_asked_for_again()
    {
        await using var town = new DeskTown();
        var (thu, _) = await LinkTwoAsync(town);
        await thu.PressesKeyAsync("rec:in:vi:card:food_safety.five_keys");
        await thu.SendsVoiceAsync(TimeSpan.FromMinutes(5));

        Assert.Contains("quá 2 phút", thu.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_campaigner_sees_no_ticket_and_gets_no_desk()
    {
        await using var town = new DeskTown();
        var (thu, _) = await LinkTwoAsync(town);
        await town.ReportAsync(town.Bench.Villager("ông Páo"));
        await thu.SaysAsync("/viec");

        Assert.DoesNotContain("BK-", thu.Heard, StringComparison.Ordinal);
        var province = (await town.Bench.StoredAsync(CommuneDesk.Kind)).Single(desk => desk.Unit is null);
        Assert.Equal(2, province.Campaigners.Count);
        Assert.Single(province.People);
        Assert.DoesNotContain(thu.Conversation, province.OpenChats);
    }

    [Fact]
    public async Task A_campaigner_who_was_removed_may_record_no_more()
    {
        await using var town = new DeskTown();
        var administrator = await town.LinkProvinceAsync("anh Hoàng");
        var thu = await LinkAsync(town, administrator, "chị Thu");
        await administrator.SaysAsync("/canbo");
        await administrator.PressesAsync("Bỏ chị Thu");

        await thu.SaysAsync("ghi âm");

        Assert.Contains("dành cho tuyên truyền viên", thu.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_campaigners_code_is_of_no_use_in_a_group()
    {
        await using var town = new DeskTown();
        await town.LinkProvinceAsync("anh Hoàng");
        var issued = await town.Bench.Get<InviteDesk>().ForCampaignerAsync(TestContext.Current.CancellationToken);
        var member = town.Bench.Member("chị Thu", "-700");

        await member.SaysAsync($"/ma {issued.Code}");

        Assert.Contains("khung nhắn riêng", member.Heard, StringComparison.Ordinal);
    }

    private static async Task<(Talker Thu, Talker Quan)> LinkTwoAsync(DeskTown town)
    {
        var administrator = await town.LinkProvinceAsync("anh Hoàng");
        return (await LinkAsync(town, administrator, "chị Thu"), await LinkAsync(town, administrator, "anh Quân"));
    }

    private static async Task<Talker> LinkAsync(DeskTown town, Talker administrator, string name)
    {
        var issued = await town.Bench.Get<InviteDesk>().ForCampaignerAsync(TestContext.Current.CancellationToken);
        var campaigner = town.Bench.Villager(name);
        await campaigner.SaysAsync(issued.Code);
        await administrator.PressesAsync("Đúng người");
        return campaigner;
    }

    private static async Task RecordAsync(Talker campaigner, string language)
    {
        await campaigner.PressesKeyAsync("rec:of:card:food_safety.five_keys");
        await campaigner.PressesAsync(language);
        await campaigner.SendsVoiceAsync(TimeSpan.FromSeconds(40));
        await campaigner.PressesAsync("Giọng tôi, đồng ý");
    }
}
