using CommunityBot.Storage;

namespace CommunityBot.Host.Demo.Seed;

/// <summary>On the first start of a demo: 37 communes with their desks and a month of reports, told by the bot's own operations and kept in one commit.</summary>
internal sealed partial class SeedProvince(IDocumentStore store, IServiceProvider host, TimeProvider clock, ILogger<SeedProvince> log)
{
    /// <summary>The story of the province begins so long ago.</summary>
    private static readonly TimeSpan Past = TimeSpan.FromDays(32);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var work = new Work(store);

        if (await work.FindAsync(SeedMark.Kind, SeedMark.OnlyId, cancellationToken) is not null)
        {
            return;
        }

        var now = clock.GetUtcNow();
        work.Put(SeedMark.Kind, new SeedMark(now));
        var province = await TellAsync(now, cancellationToken);

        if (await store.CommitAsync([.. province, .. work.Writes], cancellationToken) == CommitOutcome.LostRace)
        {
            throw new InvalidOperationException("The demo's folder holds something that is no demo; delete it or choose another with --Demo:Path.");
        }

        LogSeeded(province.Count);
    }

    private async Task<IReadOnlyList<DocumentWrite>> TellAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var stage = new SeedStage(host, now - Past);
        var desks = await SeedDesks.OpenAsync(stage, cancellationToken);
        var tickets = await SeedTickets.PlanAsync(stage, desks, now, cancellationToken);
        await tickets.TellAsync(cancellationToken);
        return stage.Draft.Writes;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The demo's province was seeded: {Documents} documents")]
    private partial void LogSeeded(int documents);
}
