using System.Globalization;
using CommunityBot.Primitives;

namespace CommunityBot.Villagers;

/// <summary>Notices that the writer says they are under 16: "cháu 12 tuổi", "con học lớp 5". Somebody's sick grandchild is not the writer.</summary>
public static class ChildWords
{
    private const int YoungestWriter = 7;
    private const int Grown = 16;
    private const int LastGradeBefore16 = 9;
    private const int LongestText = 200;

    private static readonly char[] ClauseEnds = ['.', ',', ';', '!', '?', '\n'];
    private static readonly HashSet<string> Courtesies = ["da", "vang", "thua", "a", "oi", "chao", "bac", "co", "chu", "ong", "ba"];
    private static readonly HashSet<string> Selves = ["chau", "em", "con", "minh", "toi", "to"];
    private static readonly HashSet<string> Between = ["la", "moi", "nam", "nay", "duoc", "dang", "chi", "di", "hoc"];
    private static readonly HashSet<string> OfSomebodyElse = ["bi", "om", "dau", "nha", "cua", "uong", "an", "nga", "chet", "sot"];

    public static bool SpeakAsChild(string? text) =>
        text is { Length: <= LongestText } && VietnameseText.Fold(text).Split(ClauseEnds).Any(SaysSo);

    private static bool SaysSo(string clause)
    {
        var words = clause.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var at = Skip(words, 0, Courtesies);

        if (at >= words.Length || !Selves.Contains(words[at]))
        {
            return false;
        }

        at = Skip(words, at + 1, Between);
        return words[at..] switch
        {
            [var age, "tuoi", .. var rest] => IsBetween(age, YoungestWriter, Grown - 1) && IsOneself(rest),
            ["lop", var grade, .. var rest] => IsBetween(grade, 1, LastGradeBefore16) && IsOneself(rest),
            _ => false,
        };
    }

    private static int Skip(string[] words, int from, HashSet<string> skipped)
    {
        while (from < words.Length && skipped.Contains(words[from]))
        {
            from++;
        }

        return from;
    }

    private static bool IsBetween(string word, int least, int most) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most;

    private static bool IsOneself(string[] rest) => rest.Length == 0 || !OfSomebodyElse.Contains(rest[0]);
}
