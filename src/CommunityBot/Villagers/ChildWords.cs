using System.Globalization;
using System.Text.RegularExpressions;
using CommunityBot.Primitives;

namespace CommunityBot.Villagers;

/// <summary>Notices that the writer says they are under 16: "cháu 12 tuổi", "con học lớp 5". Somebody's sick grandchild is not the writer.</summary>
public static partial class ChildWords
{
    private const int YoungestWriter = 7;
    private const int Grown = 16;
    private const int LastGradeBefore16 = 9;
    private const int LongestText = 200;

    public static bool SpeakAsChild(string? text)
    {
        if (text is null || text.Length > LongestText)
        {
            return false;
        }

        var match = SelfDescription().Match(VietnameseText.Fold(text));

        if (!match.Success)
        {
            return false;
        }

        return match.Groups["age"] is { Success: true } age
            ? Number(age) is >= YoungestWriter and < Grown
            : Number(match.Groups["grade"]) is >= 1 and <= LastGradeBefore16;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Only at the start of a clause, and nothing follows that tells of an illness or of somebody else.</summary>
    [GeneratedRegex(
        @"(?:^|[.,;!?\n]\s*)(?:(?:da|vang|thua|a|oi|bac|co|chu)\s+){0,3}(?:chau|em|con|minh|toi|to)\s+(?:(?:la|moi|nam nay|duoc|dang|chi)\s+){0,2}(?:(?<age>\d{1,2})\s+tuoi|(?:di\s+)?hoc\s+(?:lop\s+)(?<grade>\d{1,2})|lop\s+(?<grade>\d{1,2}))(?!\s*(?:bi|om|dau|nha|cua|uong|an|nga|chet|sot))",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 100)]
    private static partial Regex SelfDescription();
}
