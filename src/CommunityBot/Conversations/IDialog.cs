using CommunityBot.Messages;

namespace CommunityBot.Conversations;

/// <summary>One kind of talk (a report, a topic, the quiz). Pure: state and what was heard in, new state, replies and orders out.</summary>
public interface IDialog
{
    /// <summary>Stored as <see cref="DialogState.Open"/> while it is open; stable.</summary>
    string Name { get; }

    /// <summary>The answer, or null when this is for another dialog.</summary>
    DialogTurn? Hear(Scene scene, Heard heard);
}

/// <summary>What a dialog answers.</summary>
/// <param name="State">Where the talk stands now.</param>
/// <param name="Replies">What is said, in order; at most two bubbles.</param>
/// <param name="Orders">What is to be done in the same commit (file the report, show the tickets); what comes of them is said after the replies.</param>
/// <param name="Notice">A short text for the pressed button.</param>
public sealed record DialogTurn(
    DialogState State,
    IReadOnlyList<OutgoingMessage> Replies,
    IReadOnlyList<Order> Orders,
    string? Notice = null)
{
    public static DialogTurn Say(DialogState state, params IReadOnlyList<OutgoingMessage> replies) => new(state, replies, []);

    public static DialogTurn Do(DialogState state, params IReadOnlyList<Order> orders) => new(state, [], orders);

    /// <summary>True: the villager was not understood this time; the next answer must differ.</summary>
    public bool IsLost { get; init; }
}

/// <summary>Something a dialog wants done: a small record named after a command of the trade.</summary>
public abstract record Order;
