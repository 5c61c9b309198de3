using CommunityBot.Communes;

namespace CommunityBot.Reports;

/// <summary>
/// What a poster's link says: parts joined by two underscores, each once, in any order:
/// <c>xa-01912</c> the commune (code of 2025, or <c>xa-2023-01912</c> of a former one), <c>tap-N17</c> the code on a tap,
/// <c>viec-broken_tap</c> the kind, <c>bao</c> nothing but "report". Example: <c>xa-01912__tap-N17</c>.
/// </summary>
/// <param name="Commune">The commune of the poster, not yet looked up.</param>
/// <param name="AssetCode">The code on the tap.</param>
/// <param name="Category">The kind, not yet looked up.</param>
public sealed record StartLink(UnitKey? Commune, string? AssetCode, string? Category)
{
    private const int Longest = 64;
    private const int LongestAsset = 24;
    private const int Vintage = 2025;

    /// <summary>The link, or null when the payload is none of ours.</summary>
    public static StartLink? Read(string? payload)
    {
        if (payload is null || payload.Length is 0 or > Longest || !payload.All(IsAllowed))
        {
            return null;
        }

        var link = new StartLink(null, null, null);

        foreach (var part in payload.Split("__"))
        {
            if (ReadPart(link, part) is not { } more)
            {
                return null;
            }

            link = more;
        }

        return link;
    }

    private static StartLink? ReadPart(StartLink link, string part) => part switch
    {
        "bao" => link,
        ['x', 'a', '-', .. var unit] when link.Commune is null && UnitOf(unit) is { } key => link with { Commune = key },
        ['t', 'a', 'p', '-', .. var code] when link.AssetCode is null && code.Length is > 0 and <= LongestAsset => link with { AssetCode = code },
        ['v', 'i', 'e', 'c', '-', .. var kind] when link.Category is null && kind.Length > 0 => link with { Category = kind },
        _ => null,
    };

    private static UnitKey? UnitOf(string text) =>
        text.Length == 5 && text.All(char.IsAsciiDigit) ? new UnitKey(Vintage, text)
        : UnitKey.TryParse(text, out var key) ? key
        : null;

    private static bool IsAllowed(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-';
}
