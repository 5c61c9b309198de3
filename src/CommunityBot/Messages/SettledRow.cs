namespace CommunityBot.Messages;

/// <summary>What the sender does next after one attempt.</summary>
/// <param name="GivenBack">The row to try again, or null when it is finished.</param>
/// <param name="Rest">How long this conversation rests.</param>
/// <param name="PauseBot">How long the whole bot rests, when the messenger demands it.</param>
public sealed record SettledRow(OutboxRow? GivenBack, TimeSpan Rest, TimeSpan? PauseBot)
{
    public static SettledRow Finished { get; } = new(null, TimeSpan.Zero, null);

    public static SettledRow After(OutboxRow row, TimeSpan rest) => new(row with { Attempts = row.Attempts + 1 }, rest, null);
}
