namespace CommunityBot.Primitives;

/// <summary>One mistake in a content file, said so that the person who wrote the file can find and mend it.</summary>
/// <param name="File">Path inside the content folder, with forward slashes.</param>
/// <param name="Line">Counted from 1; 0 when the whole file is meant.</param>
/// <param name="Sentence">In Vietnamese: what is wrong and what to do.</param>
public sealed record ContentMistake(string File, int Line, string Sentence)
{
    public override string ToString() => Line > 0 ? $"{File}, dòng {Line}: {Sentence}" : $"{File}: {Sentence}";
}
