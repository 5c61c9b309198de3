namespace CommunityBot.Host.Demo.Seed;

/// <summary>The clock of the past: while the province is seeded it stands where the story is.</summary>
internal sealed class SeedClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>On to the next moment of the story.</summary>
    public void GoTo(DateTimeOffset moment) => now = moment > now ? moment : now;
}
