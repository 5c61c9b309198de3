namespace CommunityBot.TestKit.Talk;

/// <summary>Writes a bubble as lines of a transcript.</summary>
internal static class BubbleWords
{
    public static string Of(Bubble bubble)
    {
        var message = bubble.Message;
        var lines = new List<string>();

        if (message.Album.Count > 0)
        {
            lines.Add($"[{message.Album.Count} ảnh]");
        }

        if (message.Picture is not null)
        {
            lines.Add("[hình]");
        }

        if (message.Text.Length > 0)
        {
            lines.Add(bubble.WasEdited ? $"(đổi lại) {message.Text}" : message.Text);
        }

        if (message.Attachment is { } file)
        {
            lines.Add($"[tệp {file.Kind}]");
        }

        if (message.Pin is not null)
        {
            lines.Add("[bản đồ]");
        }

        lines.AddRange(message.Buttons.Select(row => string.Join(' ', row.Select(button => $"[{button.Label}]"))));

        if (message.AskLocationLabel is { } label)
        {
            lines.Add($"[[{label}]]");
        }

        return string.Join('\n', lines);
    }
}
