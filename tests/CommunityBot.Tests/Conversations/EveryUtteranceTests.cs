using CommunityBot.Conversations;
using CommunityBot.Conversations.Dialogs;
using CommunityBot.Messages;
using CommunityBot.TestKit.Talk;

namespace CommunityBot.Tests.Conversations;

/// <summary>Every line of the sample of villagers' messages goes through the whole conversation, each said by somebody new.</summary>
public sealed class EveryUtteranceTests
{
    private const int LongestBubble = 320;

    /// <summary>Below a card: who still has to read it, its number, when it was checked.</summary>
    private const int LongestFooter = 110;

    /// <summary>What may come out of a message, by what the sample says it means.</summary>
    private static readonly Dictionary<string, string[]> Sensible = new()
    {
        ["ask_topic"] = ["card", "guesses", "both"],
        ["report"] = ["draft", "guesses", "both"],
        ["emergency"] = ["number"],
        ["out_of_scope"] = ["not mine", "guesses", "card"],
    };

    [Fact]
    public async Task Every_line_of_the_sample_gets_a_sensible_answer()
    {
        await using var bench = new ConversationBench();
        var silly = new List<string>();
        var kinds = new Dictionary<string, int>();

        foreach (var (text, intent, key) in Lines())
        {
            var villager = bench.Villager("bà con");
            await villager.SaysAsync(text);
            var conversation = await FindAsync(bench, villager);
            var kind = KindOf(villager, conversation);
            kinds[$"{intent} → {kind}"] = kinds.GetValueOrDefault($"{intent} → {kind}") + 1;

            if (WhatIsWrong(villager, conversation, kind, intent, key) is { } wrong)
            {
                silly.Add($"{intent}:{key} \"{text}\" {wrong}: {villager.Heard}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', kinds.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}: {one.Value}")));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', silly));
        Assert.Empty(silly);
        Assert.Empty(bench.Trouble.Entries);
    }

    [Fact]
    public async Task Said_twice_in_a_row_no_apology_is_said_twice()
    {
        await using var bench = new ConversationBench();

        foreach (var (text, _, _) in Lines())
        {
            var villager = bench.Villager("bà con");
            await villager.SaysAsync(text);
            var first = villager.Answers;
            var isLost = (await FindAsync(bench, villager)).NotUnderstood > 0;
            await villager.SaysAsync(text);

            Assert.True(villager.Answers.Count > 0, $"silence after \"{text}\"");
            Assert.False(isLost && villager.LastBubble.Text == first[^1].Text, $"the same apology twice for \"{text}\": {villager.LastBubble.Text}");

            if (isLost)
            {
                await villager.SaysAsync(text);
                Assert.True(villager.CanPress("Gặp cán bộ"), $"nobody is offered after \"{text}\"");
            }
        }
    }

    private static string? WhatIsWrong(Talker villager, Conversation conversation, string kind, string intent, string key)
    {
        if (villager.Answers.Count is < 1 or > 3)
        {
            return $"{villager.Answers.Count} bubbles";
        }

        if (villager.Answers.Any(bubble => bubble.Message.Words.Length > LongestBubble + (bubble.Message.Heading is null ? 0 : LongestFooter)))
        {
            return "too long";
        }

        if (villager.LastBubble.Message.Buttons.Count == 0 && villager.LastBubble.Message.AskLocationLabel is null)
        {
            return "no way on";
        }

        return intent switch
        {
            "emergency" when !villager.Answers[0].Text.Split('\n')[0].Contains(key, StringComparison.Ordinal) => $"no {key} in the first line",
            "out_of_scope" when conversation.State.Report is not null => "a report nobody asked for",
            _ => Sensible.TryGetValue(intent, out var allowed) && !allowed.Contains(kind) && kind is not ("guesses" or "number") ? kind : null,
        };
    }

    /// <summary>What somebody looking at the screen would call the answer.</summary>
    private static string KindOf(Talker villager, Conversation conversation)
    {
        var buttons = villager.LastBubble.Buttons.ToList();
        return conversation switch
        {
            _ when villager.Answers.Any(bubble => bubble.Text.Split('\n')[0].Contains("11", StringComparison.Ordinal)) => "number",
            { State: { Report: { } draft } } => draft.Category is not null || draft.Guesses.Count > 0 || draft.Place.IsKnown ? "draft" : "empty draft",
            { NotUnderstood: > 0 } => buttons.Any(button => button.Key.StartsWith(Choices.Card, StringComparison.Ordinal)
                || button.Key.StartsWith(Choices.ReportOf, StringComparison.Ordinal)) || buttons.Count > 1 ? "guesses" : "dead end",
            { State.Unclear: not null } => "both",
            _ when buttons.Any(button => button.Key.StartsWith(Choices.Card, StringComparison.Ordinal)) => "card",
            _ => "menu",
        };
    }

    private static async Task<Conversation> FindAsync(ConversationBench bench, Talker villager) =>
        await new Storage.Work(bench.Store).FindAsync(Conversation.Kind, villager.Conversation.ToString(), TestContext.Current.CancellationToken)
        ?? throw new InvalidOperationException("The conversation was not kept.");

    private static IEnumerable<(string Text, string Intent, string Key)> Lines() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Conversations", "Samples", "utterances.tsv")).Skip(1)
            .Select(line => line.Split('\t'))
            .Select(parts => (parts[0], parts[1], parts[2]));
}
