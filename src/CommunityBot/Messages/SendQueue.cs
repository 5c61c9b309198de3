namespace CommunityBot.Messages;

/// <summary>
/// The rows waiting for one channel: which may go now, in the order of each conversation, interactive before bulk,
/// within the pace of the channel. Not thread-safe: the sender locks.
/// </summary>
internal sealed class SendQueue(ChannelPace pace, DateTimeOffset now)
{
    private const int SmallestPurge = 1024;

    private readonly Dictionary<ConversationKey, ChatQueue> chats = [];
    private readonly Queue<ChatQueue> interactive = new();
    private readonly Queue<ChatQueue> bulk = new();
    private readonly PriorityQueue<ChatQueue, DateTimeOffset> resting = new();
    private readonly TokenBucket bot = new(pace.PerSecond, pace.Burst, now);
    private DateTimeOffset pausedUntil;
    private int forgetAt = SmallestPurge;

    public int Count { get; private set; }

    public void Add(OutboxRow row, DateTimeOffset moment)
    {
        if (!chats.TryGetValue(row.Conversation, out var chat))
        {
            if (chats.Count >= forgetAt)
            {
                ForgetRested(moment);
            }

            chats[row.Conversation] = chat = new ChatQueue(row.Conversation, pace, moment);
        }

        chat.Add(row);
        Count++;

        if (chat.State == ChatState.Idle)
        {
            Place(chat, moment);
        }
    }

    /// <summary>The next row that may go now, or when to ask again (null: when something is added).</summary>
    public OutboxRow? TakeNext(DateTimeOffset moment, out DateTimeOffset? askAgainAt)
    {
        WakeResting(moment);
        askAgainAt = resting.TryPeek(out _, out var first) ? first : null;

        if (interactive.Count + bulk.Count == 0)
        {
            return null;
        }

        var wait = pausedUntil > moment ? pausedUntil - moment : bot.WaitAt(moment);

        if (wait > TimeSpan.Zero)
        {
            askAgainAt = moment + wait;
            return null;
        }

        var chat = interactive.Count > 0 ? interactive.Dequeue() : bulk.Dequeue();
        bot.Take();
        Count--;
        return chat.TakeHead();
    }

    /// <summary>The row is settled (sent, failed or given back): its conversation may go on, not before <paramref name="restUntil"/>.</summary>
    public void Settle(ConversationKey conversation, OutboxRow? givenBack, DateTimeOffset restUntil, DateTimeOffset moment)
    {
        var chat = chats[conversation];

        if (givenBack is not null)
        {
            chat.PutBack(givenBack);
            Count++;
        }

        chat.RestUntil(restUntil);
        Place(chat, moment);
    }

    public void PauseUntil(DateTimeOffset moment) => pausedUntil = moment > pausedUntil ? moment : pausedUntil;

    private void Place(ChatQueue chat, DateTimeOffset moment)
    {
        if (chat.IsEmpty)
        {
            chat.State = ChatState.Idle;

            if (chat.IsRested(moment))
            {
                chats.Remove(chat.Conversation);
            }

            return;
        }

        var readyAt = chat.ReadyAt(moment);

        if (readyAt > moment)
        {
            chat.State = ChatState.Resting;
            resting.Enqueue(chat, readyAt);
            return;
        }

        chat.State = ChatState.Ready;
        (chat.HeadLane == Lane.Interactive ? interactive : bulk).Enqueue(chat);
    }

    private void WakeResting(DateTimeOffset moment)
    {
        while (resting.TryPeek(out var chat, out var at) && at <= moment)
        {
            resting.Dequeue();
            Place(chat, moment);
        }
    }

    /// <summary>Forgets conversations that are silent long enough to have their full pace back.</summary>
    private void ForgetRested(DateTimeOffset moment)
    {
        foreach (var chat in chats.Values.Where(chat => chat.State == ChatState.Idle && chat.IsRested(moment)).ToList())
        {
            chats.Remove(chat.Conversation);
        }

        forgetAt = Math.Max(SmallestPurge, chats.Count * 2);
    }
}

/// <summary>Where a conversation's queue stands.</summary>
internal enum ChatState
{
    Idle,
    Ready,
    Resting,
    InFlight,
}

/// <summary>The rows of one conversation in their order, with its own pace.</summary>
internal sealed class ChatQueue(ConversationKey conversation, ChannelPace pace, DateTimeOffset now)
{
    private readonly LinkedList<OutboxRow> interactive = new();
    private readonly LinkedList<OutboxRow> bulk = new();
    private readonly TokenBucket perChat = new(pace.PerChatPerSecond, pace.ChatBurst, now);
    private readonly TokenBucket? perGroup = IsGroup(conversation) && pace.PerGroupPerMinute > 0
        ? new TokenBucket(pace.PerGroupPerMinute / 60, pace.PerGroupPerMinute, now)
        : null;

    private DateTimeOffset restUntil;

    public ConversationKey Conversation => conversation;

    public ChatState State { get; set; }

    public bool IsEmpty => interactive.Count + bulk.Count == 0;

    public Lane HeadLane => interactive.Count > 0 ? Lane.Interactive : Lane.Bulk;

    public void Add(OutboxRow row) => (row.Lane == Lane.Interactive ? interactive : bulk).AddLast(row);

    public void PutBack(OutboxRow row) => (row.Lane == Lane.Interactive ? interactive : bulk).AddFirst(row);

    public OutboxRow TakeHead()
    {
        var lane = interactive.Count > 0 ? interactive : bulk;
        var row = lane.First!.Value; // the caller took this chat from a list of those with rows
        lane.RemoveFirst();
        State = ChatState.InFlight;
        perChat.Take();
        perGroup?.Take();
        return row;
    }

    public void RestUntil(DateTimeOffset moment) => restUntil = moment;

    /// <summary>True when nothing is remembered that a new queue would not have.</summary>
    public bool IsRested(DateTimeOffset moment) =>
        restUntil <= moment && perChat.IsFullAt(moment) && (perGroup is null || perGroup.IsFullAt(moment));

    /// <summary>When the next row may go.</summary>
    public DateTimeOffset ReadyAt(DateTimeOffset moment)
    {
        var wait = perChat.WaitAt(moment);
        var groupWait = perGroup?.WaitAt(moment) ?? TimeSpan.Zero;
        var at = moment + (wait > groupWait ? wait : groupWait);
        return restUntil > at ? restUntil : at;
    }

    private static bool IsGroup(ConversationKey conversation) => conversation.Address.StartsWith('-');
}
