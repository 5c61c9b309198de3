using System.Text.Json;
using CommunityBot.Communes;
using CommunityBot.Desks;
using CommunityBot.Host.Commands;
using CommunityBot.Host.Control;
using CommunityBot.Messages;
using CommunityBot.Scheduling;
using CommunityBot.Storage;

namespace CommunityBot.Host.Health;

/// <summary>How the running host is doing, for <c>doctor</c>.</summary>
/// <param name="CanCommit">Whether anything can be kept.</param>
/// <param name="StoreNotice">What the store has to say.</param>
/// <param name="Channels">Every messenger with its sentence.</param>
/// <param name="Jobs">How the jobs have been running.</param>
/// <param name="LinkedDesks">Communes whose desk has an officer.</param>
/// <param name="ServedCommunes">Communes that should have one.</param>
internal sealed record HostStanding(
    bool CanCommit,
    string? StoreNotice,
    IReadOnlyList<ChannelStanding> Channels,
    IReadOnlyList<JobStanding> Jobs,
    int LinkedDesks,
    int ServedCommunes);

/// <summary>One messenger as its host sees it.</summary>
internal sealed record ChannelStanding(string Name, string State, string Sentence);

/// <summary>Lets <c>doctor</c> ask the running host.</summary>
internal sealed class TellStanding(
    IDocumentStore store, IEnumerable<IChannel> channels, JobRegistry jobs, CommuneDirectory communes) : IControlAction
{
    public const string ActionName = "status";

    public string Name => ActionName;

    public async Task<ControlAnswer> RunAsync(IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var standing = new HostStanding(
            store.Health.CanCommit,
            store.Health.Notice,
            [.. channels.Select(channel => new ChannelStanding(channel.Name, channel.Status.State.ToString(), channel.Status.Sentence))],
            jobs.Standings,
            await CountDesksAsync(cancellationToken),
            communes.Served.Count());
        return new ControlAnswer(ExitCode.Done, "The host is running.", JsonSerializer.SerializeToElement(standing, CommandJson.Readable.HostStanding));
    }

    private async Task<int> CountDesksAsync(CancellationToken cancellationToken)
    {
        var desks = await store.ListAsync(new IndexRange(CommuneDesk.Kind.Definition.Name, IndexRange.ById, "", null), cancellationToken);
        return desks.Select(CommuneDesk.Kind.Read).Count(desk => desk.Unit is not null && desk.People.Count > 0);
    }
}
