namespace CommunityBot.Host.Settings;

/// <summary>Finds the name an operator meant: how many letters must be added, dropped, changed or swapped.</summary>
internal static class NearestName
{
    public static string? Of(string typed, IEnumerable<string> known)
    {
        var best = known.Select(name => (Name: name, Letters: Distance(typed, name))).OrderBy(pair => pair.Letters).FirstOrDefault();
        return best.Name is not null && best.Letters <= Math.Max(2, best.Name.Length / 3) ? best.Name : null;
    }

    public static int Distance(string left, string right)
    {
        left = left.ToUpperInvariant();
        right = right.ToUpperInvariant();
        var rows = new int[left.Length + 1, right.Length + 1];

        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                rows[i, j] = Math.Min(i, j) == 0 ? Math.Max(i, j) : Step(rows, left, right, i, j);
            }
        }

        return rows[left.Length, right.Length];
    }

    private static int Step(int[,] rows, string left, string right, int i, int j)
    {
        var change = rows[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
        var best = Math.Min(change, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
        var isSwap = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];

        return isSwap ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
    }
}
