using System.Text.RegularExpressions;
using CommunityBot.Awareness;

namespace CommunityBot.Files.Content;

/// <summary>Takes the lines <c>Xem: [topic/card]</c> out of a topic before it is read as Markdown.</summary>
internal sealed partial class MoreLines
{
    private readonly SortedDictionary<int, CardLink> links = [];

    private MoreLines(string text) => Text = text;

    /// <summary>The rest, with empty lines in their place.</summary>
    public string Text { get; private set; }

    public static MoreLines Take(string markdown)
    {
        var lines = markdown.Split('\n');
        var found = new MoreLines("");

        for (var at = 0; at < lines.Length; at++)
        {
            if (Form().Match(lines[at]) is { Success: true } match)
            {
                found.links[at] = new CardLink(match.Groups[1].Value, match.Groups[2].Value);
                lines[at] = "";
            }
        }

        found.Text = string.Join('\n', lines);
        return found;
    }

    /// <summary>The links between two lines, counted from 0.</summary>
    public IReadOnlyList<CardLink> Between(int first, int last) => [.. links.Where(link => link.Key > first && link.Key < last).Select(link => link.Value)];

    [GeneratedRegex("^\\s*Xem:\\s*\\[([a-z0-9_]+)/([a-z0-9_]+)\\]\\s*\\.?\\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
