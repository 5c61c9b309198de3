using System.Collections.Concurrent;
using CommunityBot.Messages;

namespace CommunityBot.TestKit.Messages;

/// <summary>A messenger that writes down what it was given and answers as the test says.</summary>
public sealed class ScriptedChannel(string name = "telegram") : IChannel
{
    private readonly ConcurrentQueue<SendOutcome> outcomes = new();
    private int nextMessageId;

    public string Name => name;

    public ChannelPace Pace { get; init; } = ChannelPace.Unlimited;

    public ChannelStatus Status { get; set; } = new(ChannelState.Working, "works");

    /// <summary>Everything that was handed over, in order, with the bubble it replaces.</summary>
    public ConcurrentQueue<(OutboxRow Row, string? Replaced)> Sent { get; } = new();

    public Dictionary<string, FetchedFile> Files { get; } = [];

    /// <summary>Held back until it completes; for "slow messenger" tests.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Answers for the next sends, one each; then everything is delivered.</summary>
    public void Answer(params SendOutcome[] next)
    {
        foreach (var outcome in next)
        {
            outcomes.Enqueue(outcome);
        }
    }

    public async Task<SendOutcome> SendAsync(OutboxRow row, string? replaced, CancellationToken cancellationToken)
    {
        Sent.Enqueue((row, replaced));
        await Gate;
        return outcomes.TryDequeue(out var outcome)
            ? outcome
            : new SendOutcome.Delivered($"{Interlocked.Increment(ref nextMessageId)}");
    }

    public Task<FetchedFile> FetchAsync(IncomingFile file, long limitBytes, CancellationToken cancellationToken) =>
        Task.FromResult(Files.GetValueOrDefault(file.FetchId) ?? new FetchedFile.Gone("no such file"));
}
