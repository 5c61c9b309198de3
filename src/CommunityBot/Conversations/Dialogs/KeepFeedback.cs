using System.Security.Cryptography;
using System.Text;
using CommunityBot.Awareness;
using CommunityBot.Storage;

namespace CommunityBot.Conversations.Dialogs;

/// <summary>Keep whether a topic, or one card of it, was useful.</summary>
public sealed record KeepFeedback(string Topic, bool IsUseful, string BubbleId, string? Card = null) : Order;

/// <summary>Writes the answer down without the person: only a hash of the bubble, so that pressing twice counts once.</summary>
public sealed class KeepFeedbackHandler : OrderHandler<KeepFeedback>
{
    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, KeepFeedback order, CancellationToken cancellationToken)
    {
        var bubble = SHA256.HashData(Encoding.UTF8.GetBytes($"{scene.Conversation.Key}|{order.BubbleId}"));
        var id = $"{order.Topic}|{Convert.ToHexStringLower(bubble.AsSpan(0, 12))}";
        await work.FindAsync(TopicFeedback.Kind, id, cancellationToken);
        work.Put(TopicFeedback.Kind, new TopicFeedback(id, order.Topic, order.IsUseful, scene.Now, order.Card));
        return OrderOutcome.Silent;
    }
}
