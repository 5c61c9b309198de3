namespace CommunityBot.Messages;

/// <summary>The door of the heart: a channel hands over one event and learns what to acknowledge.</summary>
public interface IIncoming
{
    /// <summary>Runs the turn in the lane of its conversation and commits it.</summary>
    /// <returns>Only after <see cref="TurnReceipt.IsAcknowledged"/> may the channel acknowledge (200, or move the polling offset).</returns>
    Task<TurnReceipt> HandleAsync(IncomingMessage message, CancellationToken cancellationToken);
}

/// <summary>What became of an event.</summary>
/// <param name="IsAcknowledged">True: committed, repeated, too old or set aside; the channel answers 200. False: answer 503, it comes again.</param>
/// <param name="Notice">A short text for the pressed button (at most 200 characters), or null.</param>
public sealed record TurnReceipt(bool IsAcknowledged, string? Notice = null)
{
    public static TurnReceipt Acknowledged { get; } = new(true);

    public static TurnReceipt Again { get; } = new(false);
}
