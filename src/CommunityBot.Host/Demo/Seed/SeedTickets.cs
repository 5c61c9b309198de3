using CommunityBot.Communes;
using CommunityBot.Primitives;
using CommunityBot.Tickets;

namespace CommunityBot.Host.Demo.Seed;

/// <summary>A month of reports, told in the order in which things happened, with the jobs of every morning in between.</summary>
internal sealed class SeedTickets
{
    private static readonly TimeOnly JobsAt = new(7, 15);

    private readonly SeedStage stage;
    private readonly List<SeedStep> steps = [];

    private SeedTickets(SeedStage stage) => this.stage = stage;

    public static async Task<SeedTickets> PlanAsync(
        SeedStage stage, IReadOnlyDictionary<UnitKey, OfficerAtDesk> desks, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var tickets = new SeedTickets(stage);
        var tales = await SeedTale.ReadAllAsync(cancellationToken);
        var photos = new SeedPhotos(stage);
        var villagers = await SeedVillagers.MeetAsync(stage, cancellationToken);
        var communes = stage.Get<CommuneDirectory>();
        var served = communes.Served.ToList();

        foreach (var report in SeedReport.All)
        {
            // Steps that share no divisor with the number of communes reach all of them.
            var commune = report.Fate == SeedFate.InProvince ? communes.Communes.First(one => !one.IsServed) : served[report.Number * 7 % served.Count];
            var next = served[((report.Number * 7) + 1) % served.Count];
            var (villager, nextDoor) = (villagers[report.Number % villagers.Count], villagers[(report.Number + 1) % villagers.Count]);
            var plot = new SeedPlot(stage, photos, tales[report.Number % tales.Count], villager, nextDoor, report, now);
            tickets.steps.AddRange(plot.Of(commune, desks.GetValueOrDefault(commune.Key), desks[next.Key]));
        }

        tickets.AddMornings(now);
        return tickets;
    }

    public async Task TellAsync(CancellationToken cancellationToken)
    {
        foreach (var step in steps.OrderBy(step => step.At))
        {
            stage.Clock.GoTo(step.At);
            await step.RunAsync(cancellationToken);
        }
    }

    private void AddMornings(DateTimeOffset now)
    {
        for (var at = VietnamTime.Moment(stage.Clock.GetUtcNow().VietnamDay().AddDays(1), JobsAt); at < now; at += TimeSpan.FromDays(1))
        {
            steps.Add(new SeedStep(at, LookAtDueAsync));
        }

        steps.Add(new SeedStep(now - TimeSpan.FromMinutes(5), LookAtDueAsync));
    }

    private async Task LookAtDueAsync(CancellationToken cancellationToken)
    {
        await stage.RunAsync<RemindDesks>(cancellationToken);
        await stage.RunAsync<FollowUpForwarded>(cancellationToken);
        await stage.RunAsync<StopWaiting>(cancellationToken);
        await stage.RunAsync<CloseSilent>(cancellationToken);
    }
}

/// <summary>One thing that happens at its moment.</summary>
internal sealed record SeedStep(DateTimeOffset At, Func<CancellationToken, Task> RunAsync);
