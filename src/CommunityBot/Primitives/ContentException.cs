namespace CommunityBot.Primitives;

/// <summary>The content cannot be used; the start stops and shows the operator every mistake at once.</summary>
public sealed class ContentException : Exception
{
    public ContentException()
        : base("The content cannot be used.")
    {
    }

    public ContentException(string message)
        : base(message)
    {
    }

    public ContentException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ContentException(IReadOnlyList<ContentMistake> mistakes)
        : base($"Nội dung có {mistakes.Count} lỗi:{Environment.NewLine}{string.Join(Environment.NewLine, mistakes)}")
    {
        Mistakes = mistakes;
    }

    public IReadOnlyList<ContentMistake> Mistakes { get; } = [];
}
