using CommunityBot.Awareness;
using CommunityBot.Messages;

namespace CommunityBot.Conversations.Dialogs;

/// <summary>Lays out buttons: at most two to a row, long labels alone, cut to what every messenger shows.</summary>
public static class Keyboard
{
    /// <summary>A label longer than this gets a row of its own.</summary>
    private const int ShortLabel = 14;

    public static IReadOnlyList<IReadOnlyList<Button>> Of(params IReadOnlyList<Button> buttons)
    {
        var rows = new List<IReadOnlyList<Button>>();
        Button? waiting = null;

        foreach (var button in buttons)
        {
            if (button.Label.Length > ShortLabel)
            {
                Flush();
                rows.Add([button]);
            }
            else if (waiting is null)
            {
                waiting = button;
            }
            else
            {
                rows.Add([waiting, button]);
                waiting = null;
            }
        }

        Flush();
        return rows;

        void Flush()
        {
            if (waiting is not null)
            {
                rows.Add([waiting]);
                waiting = null;
            }
        }
    }

    /// <summary>At most 20 characters, cut at a word where possible.</summary>
    public static string Cut(string label)
    {
        if (label.Length <= Topic.LongestButton)
        {
            return label;
        }

        var space = label.LastIndexOf(' ', Topic.LongestButton - 1);
        return label[..(space > Topic.LongestButton / 2 ? space : Topic.LongestButton - 1)].TrimEnd() + "…";
    }
}
