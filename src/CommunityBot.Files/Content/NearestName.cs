namespace CommunityBot.Files.Content;

/// <summary>Guesses which name a writer meant.</summary>
internal static class NearestName
{
    private const int MostSlips = 2;

    public static string Hint(string written, IEnumerable<string> known)
    {
        var nearest = known.Select(name => (Name: name, Slips: Slips(written, name))).OrderBy(one => one.Slips).FirstOrDefault();
        return nearest.Name is not null && nearest.Slips <= MostSlips ? $" Có phải \"{nearest.Name}\" không?" : "";
    }

    /// <summary>How many letters must be changed, added or left out (Levenshtein).</summary>
    private static int Slips(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();

        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;

            for (var j = 1; j <= right.Length; j++)
            {
                var change = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
