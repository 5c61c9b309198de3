using CommunityBot.Conversations;
using CommunityBot.Messages;
using CommunityBot.TestKit.Talk;

namespace CommunityBot.Tests.Conversations.Reporting;

/// <summary>Walks every button from every question of a report that can be reached with buttons, a photo and a place.</summary>
public sealed class ReportGraphTests
{
    private const int Deepest = 7;
    private static readonly string[] Exits = ["back", "cancel", "help", "human"];
    private static readonly string[] Pieces = ["+ảnh", "+nơi", "+chữ"];

    [Fact]
    public async Task Every_question_has_the_four_ways_out_and_every_button_leads_on()
    {
        var seen = new HashSet<string>();
        var open = new Queue<string[]>([["report"]]);

        while (open.TryDequeue(out var path))
        {
            var (fingerprint, buttons) = await ReplayAsync(path);

            if (fingerprint is null || !seen.Add(fingerprint) || path.Length >= Deepest)
            {
                continue;
            }

            foreach (var next in buttons.Concat(Pieces))
            {
                open.Enqueue([.. path, next]);
            }
        }

        Assert.True(seen.Count >= 25, $"only {seen.Count} questions were reached");
    }

    /// <summary>What the last step led to; null when the report is over or rests.</summary>
    private static async Task<(string? Fingerprint, IReadOnlyList<string> Buttons)> ReplayAsync(string[] path)
    {
        await using var bench = new ConversationBench();
        var talker = bench.Villager("bà Lường");

        foreach (var step in path)
        {
            await (step switch
            {
                "+ảnh" => talker.SendsPhotoAsync(),
                "+nơi" => talker.SendsLocationAsync(22.45, 105.72),
                "+chữ" => talker.SaysAsync("thôn Nà Mu, xã Chợ Rã"),
                _ => talker.PressesKeyAsync(step),
            });
            Assert.True(talker.Answers.Count is 1 or 2, bench.Transcript.ToString());
            Assert.True(bench.Trouble.Entries.Count == 0, $"{string.Join('\n', bench.Trouble.Entries)}\n{bench.Transcript}");
        }

        var state = Assert.Single(await bench.StoredAsync(Conversation.Kind)).State;
        var last = talker.LastBubble;

        if (state is not { Open: "report", Report: { } draft })
        {
            Assert.NotEmpty(last.Buttons);
            return (null, []);
        }

        Assert.All(Exits, exit => Assert.True(last.Buttons.Any(button => button.Key == exit), bench.Transcript.ToString()));
        Assert.All(talker.Answers, bubble => Assert.True(bubble.Text.Length <= 320, bubble.Text));
        Assert.True(last.Text.Count(letter => letter == '?') <= 1, last.Text);
        var fingerprint = $"{draft.Step} {draft.IsComplete} {draft.HasEvidence} {draft.Category is null} {draft.IsCancelAsked} {draft.Anonymity} {draft.PlaceMisses > 0}";
        return (fingerprint, [.. last.Buttons.Select(button => button.Key)]);
    }
}
