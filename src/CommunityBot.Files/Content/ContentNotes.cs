using CommunityBot.Primitives;

namespace CommunityBot.Files.Content;

/// <summary>Collects every mistake and hint of the content, so that its writers see all of them at once.</summary>
internal sealed class ContentNotes
{
    private readonly List<ContentMistake> mistakes = [];
    private readonly List<ContentMistake> hints = [];
    private readonly List<CheckedDate> dates = [];

    public ContentFindings Findings => new([.. InOrder(mistakes)], [.. InOrder(hints)]);

    public int MistakeCount => mistakes.Count;

    /// <summary>When things were last compared with their sources.</summary>
    public IReadOnlyList<CheckedDate> Dates => dates;

    public void Checked(string file, int line, DateOnly day) => dates.Add(new CheckedDate(day, file, line));

    public void Mistake(string file, int line, string sentence) => mistakes.Add(new ContentMistake(file, line, sentence));

    public void Hint(string file, int line, string sentence) => hints.Add(new ContentMistake(file, line, sentence));

    private static IEnumerable<ContentMistake> InOrder(List<ContentMistake> notes) =>
        notes.OrderBy(note => note.File, StringComparer.Ordinal).ThenBy(note => note.Line);
}
