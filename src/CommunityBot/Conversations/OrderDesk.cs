using CommunityBot.Storage;

namespace CommunityBot.Conversations;

/// <summary>Carries out one kind of order inside the turn: reads and changes through the turn's work, says what came of it.</summary>
public interface IOrderHandler
{
    Type OrderType { get; }

    Task<OrderOutcome> RunAsync(Work work, Scene scene, Order order, CancellationToken cancellationToken);
}

/// <summary>Carries out one kind of order.</summary>
public abstract class OrderHandler<TOrder> : IOrderHandler
    where TOrder : Order
{
    public Type OrderType => typeof(TOrder);

    public Task<OrderOutcome> RunAsync(Work work, Scene scene, Order order, CancellationToken cancellationToken) =>
        CarryOutAsync(work, scene, (TOrder)order, cancellationToken);

    protected abstract Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, TOrder order, CancellationToken cancellationToken);
}

/// <summary>What an order gave: more to say, perhaps another state of the talk or of the villager.</summary>
public sealed record OrderOutcome
{
    public static OrderOutcome Silent { get; } = new();

    public IReadOnlyList<Messages.OutgoingMessage> Replies { get; init; } = [];

    /// <summary>Replaces the state the dialog gave; null keeps it.</summary>
    public DialogState? State { get; init; }

    /// <summary>Replaces the notice on the pressed button; null keeps it.</summary>
    public string? Notice { get; init; }

    /// <summary>Changes what else is remembered of the conversation (it becomes a desk, a question is open); null changes nothing.</summary>
    public Func<Conversation, Conversation>? Amend { get; init; }

    public static OrderOutcome Say(params IReadOnlyList<Messages.OutgoingMessage> replies) => new() { Replies = replies };

    public static OrderOutcome Notify(string notice) => new() { Notice = notice };
}

/// <summary>Knows who carries out which order.</summary>
public sealed class OrderDesk(IEnumerable<IOrderHandler> handlers)
{
    private readonly Dictionary<Type, IOrderHandler> byType = handlers.ToDictionary(handler => handler.OrderType);

    public Task<OrderOutcome> RunAsync(Work work, Scene scene, Order order, CancellationToken cancellationToken) =>
        byType.TryGetValue(order.GetType(), out var handler)
            ? handler.RunAsync(work, scene, order, cancellationToken)
            : throw new InvalidOperationException($"Nobody carries out the order {order.GetType().Name}.");
}
