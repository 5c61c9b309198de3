namespace CommunityBot.Awareness.Search;

/// <summary>The one line of a card that shows why it was found.</summary>
internal static class ContextLine
{
    /// <summary>Three headings with their lines and a sentence above fit one message.</summary>
    private const int LongestWithTitle = 90;

    private static readonly char[] Bullets = ['-', '•', '*', ' ', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

    /// <param name="card">The card that was found.</param>
    /// <param name="worth">How much of the question stands in a line.</param>
    public static string Of(TopicCard card, Func<string, double> worth)
    {
        var lines = card.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length == 0 ? "" : Cut(WithoutBullet(lines.MaxBy(worth)!), LongestWithTitle - card.Title.Length); // there is a line
    }

    private static string WithoutBullet(string line)
    {
        var gap = line.IndexOf(' ', StringComparison.Ordinal);
        return gap is > 0 and <= 3 && line[..gap].All(letter => Bullets.Contains(letter)) ? line[(gap + 1)..].TrimStart() : line;
    }

    private static string Cut(string line, int longest)
    {
        if (line.Length <= longest)
        {
            return line;
        }

        var space = line.LastIndexOf(' ', longest - 1);
        return line[..(space > longest / 2 ? space : longest - 1)].TrimEnd(' ', ',', '.', ';', ':') + "…";
    }
}
