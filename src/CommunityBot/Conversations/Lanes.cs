using CommunityBot.Messages;

namespace CommunityBot.Conversations;

/// <summary>One turn at a time in a conversation, in the order of arrival; many conversations at once.</summary>
public sealed class Lanes
{
    private readonly Dictionary<ConversationKey, Lane> lanes = [];

    /// <summary>Waits for the turn of this event; dispose the answer to let the next one in.</summary>
    public async Task<IDisposable> EnterAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        Lane lane;

        lock (lanes)
        {
            if (!lanes.TryGetValue(conversation, out lane!))
            {
                lanes[conversation] = lane = new Lane(this, conversation);
            }

            lane.Users++;
        }

        try
        {
            await lane.Gate.WaitAsync(cancellationToken);
            return lane;
        }
        catch (OperationCanceledException)
        {
            Leave(lane);
            throw;
        }
    }

    private void Leave(Lane lane)
    {
        lock (lanes)
        {
            lane.Users--;

            if (lane.Users == 0)
            {
                lanes.Remove(lane.Conversation);
            }
        }
    }

    private sealed class Lane(Lanes owner, ConversationKey conversation) : IDisposable
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public ConversationKey Conversation => conversation;

        public int Users { get; set; }

        public void Dispose()
        {
            Gate.Release();
            owner.Leave(this);
        }
    }
}
