using CommunityBot.Messages;

namespace CommunityBot.Host.Demo;

/// <summary>The phones of the seeded villagers and desks: everything arrives, nobody looks at it, nothing leaves this PC.</summary>
internal sealed class DemoPhones : IChannel
{
    public const string ChannelName = "demo";

    public string Name => ChannelName;

    public ChannelPace Pace => ChannelPace.Unlimited;

    public ChannelStatus Status { get; } = new(ChannelState.Working, "The people of the demo; no messenger is called.");

    public Task<SendOutcome> SendAsync(OutboxRow row, string? replaced, CancellationToken cancellationToken) =>
        Task.FromResult<SendOutcome>(new SendOutcome.Delivered(row.Id));

    public Task<FetchedFile> FetchAsync(IncomingFile file, long limitBytes, CancellationToken cancellationToken) =>
        Task.FromResult<FetchedFile>(new FetchedFile.Gone("The demo's people keep no files."));
}
