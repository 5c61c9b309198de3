using CommunityBot.Messages;
using CommunityBot.Storage;
using CommunityBot.Villagers;

namespace CommunityBot.Conversations.Steps;

/// <summary>One event on its way through the pipeline: what each step found out for the next.</summary>
public sealed class Turn(IncomingMessage message, Work work, DateTimeOffset now)
{
    public IncomingMessage Message => message;

    public Work Work => work;

    public DateTimeOffset Now => now;

    public Conversation Conversation { get; set; } = new() { Key = message.Conversation };

    public Villager Villager { get; set; } = Villager.Stranger(message.Conversation);

    public Heard? Heard { get; set; }

    public string? Notice { get; set; }

    /// <summary>Set by a step that has answered already: the dialogs are not asked.</summary>
    public bool IsSettled { get; set; }

    /// <summary>Set by a step that ends the turn early; the event is acknowledged.</summary>
    public bool IsOver { get; set; }
}

/// <summary>One step of a turn.</summary>
public interface ITurnStep
{
    Task RunAsync(Turn turn, CancellationToken cancellationToken);
}
