using CommunityBot.Conversations;
using CommunityBot.Messages;
using CommunityBot.TestKit.Talk;
using CommunityBot.Tickets;
using CsCheck;

namespace CommunityBot.Tests.Conversations.Reporting;

/// <summary>No dead end: villagers who press and send anything at all always find the way back, and lose nothing.</summary>
public sealed class ReportWalkTests
{
    private const int LongestBubble = 320;
    private const int LongestLabel = 20;
    private const int MostChoices = 6;

    private static readonly string[] Exits = ["back", "cancel", "help", "human"];

    /// <summary>What a villager does to throw something away on purpose.</summary>
    private static readonly string[] Discarding = [" [nút r:nophotos]", " [nút r:restart]", " bắt đầu lại"];

    private static readonly string[] Words =
    [
        "vòi nước hỏng", "nc ko co", "rác ở suối", "xã Chợ Rã", "thôn Nà Mu", "Thượng Giáo", "quay lại", "hủy", "giúp", "gặp cán bộ",
        "bỏ qua", "gửi", "có", "không", "sửa", "2", "ba", "về đầu", "phiếu của tôi", "dữ liệu của tôi", "dừng", "báo", "asdf qwer", "0912 345 678",
        "nước đục", "cháy rừng", "Hà Nội", "tiếp tục", "bắt đầu lại", "đồng ý", "cảm ơn", "chào",
    ];

    [Fact]
    public void Any_sequence_of_events_leaves_a_way_out_and_loses_no_complete_report() =>
        Gen.Int[0, 9999].Array[5, 25].Sample(steps => Walk(steps).GetAwaiter().GetResult(), iter: 100, threads: 1);

    private static async Task Walk(int[] steps)
    {
        await using var bench = new ConversationBench();
        var talker = bench.Villager("bà Lường");
        await talker.StartsAsync();

        foreach (var step in steps)
        {
            var before = await ConversationAsync(bench);
            await StepAsync(bench, talker, step);
            var after = await ConversationAsync(bench);

            Assert.True(bench.Trouble.Entries.Count == 0, $"{string.Join('\n', bench.Trouble.Entries)}\n{bench.Transcript}");
            Check(bench, talker, after);
            await CheckNothingLostAsync(bench, talker, before, after);
        }
    }

    private static Task StepAsync(ConversationBench bench, Talker talker, int step)
    {
        var buttons = bench.Channel.In(talker.Conversation).LastOrDefault(bubble => bubble.Buttons.Any())?.Buttons.ToList() ?? [];

        return (step % 20) switch
        {
            < 9 when buttons.Count > 0 => talker.PressesKeyAsync(buttons[step / 20 % buttons.Count].Key),
            < 13 => talker.SaysAsync(Words[step / 20 % Words.Length]),
            13 => talker.SendsPhotoAsync(),
            14 => talker.SendsAlbumAsync(2, "ảnh đây"),
            15 => talker.SendsVoiceAsync(TimeSpan.FromSeconds(5)),
            16 => talker.SendsLocationAsync(22.45 + (step % 7 * 0.05), 105.72),
            17 => bench.AdvanceAsync(TimeSpan.FromMinutes(step % 90)),
            18 => talker.EditsAsync("tôi sửa lời"),
            _ => talker.DoesAsync(IncomingKind.Unreadable),
        };
    }

    private static void Check(ConversationBench bench, Talker talker, Conversation conversation)
    {
        foreach (var bubble in talker.Answers)
        {
            Assert.True(bubble.Text.Length <= LongestBubble, $"{bubble.Text.Length}: {bubble.Text}");
            Assert.All(bubble.Buttons, button => Assert.True(button.Label.Length is > 0 and <= LongestLabel, button.Label));
            Assert.All(bubble.Buttons, button => Assert.True(System.Text.Encoding.UTF8.GetByteCount(button.Key) <= 64, button.Key));
            Assert.True(bubble.Buttons.Count(button => !Exits.Contains(button.Key)) <= MostChoices, bubble.Text);
        }

        var last = bench.Channel.In(talker.Conversation).LastOrDefault(bubble => bubble.Buttons.Any());

        if (conversation.State is { Open: "report", Report.AwaitsAlbum: false } && talker.Answers.Count > 0)
        {
            Assert.All(Exits, exit => Assert.Contains(last!.Buttons, button => button.Key == exit));
            Assert.Equal(talker.Answers[^1].Text, last!.Text);
        }
    }

    private static async Task CheckNothingLostAsync(ConversationBench bench, Talker talker, Conversation before, Conversation after)
    {
        if (before.State.Report is not { IsComplete: true } draft || after.State.Report is { IsComplete: true })
        {
            return;
        }

        var wasSent = (await bench.StoredAsync(Ticket.Kind)).Any(ticket => ticket.Files.Count == draft.Files.Count && ticket.Words == draft.Words);
        var isMending = after.State.Report is { } open && open.Files.Count >= draft.Files.Count && open.Words.Length >= draft.Words.Length;
        var wasAsked = talker.Answers.Any(bubble => bubble.Text.Contains("bỏ và xóa", StringComparison.Ordinal) || bubble.Text.Contains("Bước 1/4", StringComparison.Ordinal)
            || bubble.Text.Contains("Tôi đã xóa dữ liệu", StringComparison.Ordinal) || bubble.Text.Contains("không lưu gì của cháu", StringComparison.Ordinal));
        var said = bench.Transcript.ToString().Split("bà Lường   >")[^1];
        var wasTakenOut = Discarding.Any(said.StartsWith);
        Assert.True(wasSent || isMending || wasAsked || wasTakenOut || bench.Now - draft.StartedAt >= TimeSpan.FromHours(24), bench.Transcript.ToString());
    }

    private static async Task<Conversation> ConversationAsync(ConversationBench bench) =>
        Assert.Single(await bench.StoredAsync(Conversation.Kind));
}
