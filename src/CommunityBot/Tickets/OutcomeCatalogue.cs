namespace CommunityBot.Tickets;

/// <summary>What an officer may say became of a report; written in <c>content/outcomes.yaml</c>.</summary>
public sealed class OutcomeCatalogue(IReadOnlyList<Outcome> outcomes)
{
    public IReadOnlyList<Outcome> All => outcomes;

    public Outcome? Find(string key) => outcomes.FirstOrDefault(outcome => outcome.Key == key);
}

/// <summary>One way a report ends.</summary>
/// <param name="Key">Stable name, such as <c>repaired</c>.</param>
/// <param name="ButtonLabel">At most 20 characters: "Đã sửa".</param>
/// <param name="Sentence">As the villager reads it: "đã sửa xong".</param>
public sealed record Outcome(string Key, string ButtonLabel, string Sentence);
