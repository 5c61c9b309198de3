namespace CommunityBot.Reports;

/// <summary>Keeps what a villager says about their report, message by message.</summary>
public static class DraftWords
{
    /// <summary>More than this nobody reads; the rest of a longer story is left out.</summary>
    private const int Longest = 2000;
    private const int MostParts = 30;

    public static ReportDraft Add(ReportDraft draft, string? messageId, string text)
    {
        var room = Longest - draft.Words.Length;
        return room <= 0 || draft.Said.Count >= MostParts || text.Length == 0
            ? draft
            : draft with { Said = [.. draft.Said, new SaidPart(messageId, Cut(text, room))] };
    }

    public static ReportDraft Replace(ReportDraft draft, string? messageId, string text) =>
        draft with { Said = [new SaidPart(messageId, Cut(text, Longest))] };

    /// <summary>The draft with an earlier message corrected, or null when that message is not part of it.</summary>
    public static ReportDraft? Correct(ReportDraft draft, string? messageId, string? text)
    {
        if (messageId is null || draft.Said.All(part => part.MessageId != messageId))
        {
            return null;
        }

        var others = draft.Said.Where(part => part.MessageId != messageId).Sum(part => part.Text.Length);
        return draft with
        {
            Said = [.. draft.Said
                .Select(part => part.MessageId == messageId ? part with { Text = Cut(text ?? "", Math.Max(0, Longest - others)) } : part)
                .Where(part => part.Text.Length > 0)],
        };
    }

    /// <summary>At most so many characters, never half of one.</summary>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : most == 0 ? "" : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
