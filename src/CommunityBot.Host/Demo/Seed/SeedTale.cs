namespace CommunityBot.Host.Demo.Seed;

/// <summary>What a villager reports and an officer answers; a line of <c>tales.tsv</c>.</summary>
internal sealed record SeedTale(string Category, string Village, string Words, string Photo, string Proof, string Outcome, string Answer)
{
    public static async Task<IReadOnlyList<SeedTale>> ReadAllAsync(CancellationToken cancellationToken) =>
        [.. (await SeedFiles.ReadTableAsync("tales.tsv", cancellationToken)).Select(cells => new SeedTale(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]))];
}
