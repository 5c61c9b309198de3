using System.Globalization;
using CommunityBot.Channels.BotFramework.Wire;
using CommunityBot.Storage;
using Microsoft.Extensions.Options;

namespace CommunityBot.Channels.BotFramework;

/// <summary>What was said in the web chats: every activity is durable and numbered before anybody sees it.</summary>
internal sealed class ChatLog(
    IDocumentStore store, IEnumerable<IErasedPeople> erased, LiveSockets sockets, IOptions<DirectLineOptions> options, TimeProvider clock) : IDisposable
{
    private const int Tries = 20;
    private const int PageLength = 200;

    // Answers and questions of one conversation queue here instead of losing races against each other; across hosts the version decides.
    private readonly SemaphoreSlim[] lanes = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task<ChatConversation?> FindAsync(string conversation, CancellationToken cancellationToken) =>
        await new Work(store).FindAsync(ChatDocuments.Conversations, conversation, cancellationToken);

    /// <summary>Begins a conversation, or finds it running.</summary>
    public async Task<(ChatConversation Conversation, bool IsNew)> OpenAsync(string id, string user, string? userName, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var work = new Work(store);

            if (await work.FindAsync(ChatDocuments.Conversations, id, cancellationToken) is { } running)
            {
                return (running, false);
            }

            var fresh = new ChatConversation(id, user, userName, 0, clock.GetUtcNow(), IsSignedOut: false);
            work.Put(ChatDocuments.Conversations, fresh);

            if (await work.CommitAsync(cancellationToken) == CommitOutcome.Done)
            {
                return (fresh, true);
            }
        }

        throw new StoreUnavailableException();
    }

    /// <summary>Writes an activity down once; the same source gets the activity that is already there. Null when the conversation is unknown or signed out.</summary>
    public async Task<ChatActivity?> AppendAsync(string conversation, string source, Activity activity, CancellationToken cancellationToken)
    {
        var lane = lanes[(uint)string.GetHashCode(conversation, StringComparison.Ordinal) % lanes.Length];
        await lane.WaitAsync(cancellationToken);

        try
        {
            return await AppendInLaneAsync(conversation, source, activity, cancellationToken);
        }
        finally
        {
            lane.Release();
        }
    }

    public async Task<ChatActivity?> FindBySourceAsync(string conversation, string source, CancellationToken cancellationToken)
    {
        var key = ChatDocuments.SourceKey(conversation, source);
        var range = new IndexRange(ChatDocuments.Activities.Definition.Name, ChatDocuments.BySource, key, key + "\0", Limit: 1);
        var found = await store.ListAsync(range, cancellationToken);
        return found.Count == 0 ? null : ChatDocuments.Activities.Read(found[0]);
    }

    /// <summary>The next activities after a watermark, at most 200, oldest first.</summary>
    public async Task<IReadOnlyList<ChatActivity>> ReadAfterAsync(string conversation, long watermark, CancellationToken cancellationToken)
    {
        var range = new IndexRange(
            ChatDocuments.Activities.Definition.Name,
            IndexRange.ById,
            ChatDocuments.ActivityId(conversation, watermark),
            ChatDocuments.EndOf(conversation),
            PageLength);

        return [.. (await store.ListAsync(range, cancellationToken)).Select(ChatDocuments.Activities.Read)];
    }

    /// <summary>Reads a client's watermark: empty, strange or newer than the log (a restored backup) means from the beginning; the ids let clients merge.</summary>
    public static long WatermarkOf(string? text, ChatConversation conversation) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var watermark) && watermark <= conversation.Count ? watermark : 0;

    public async Task SignOutAsync(string conversation, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var work = new Work(store);

            if (await work.FindAsync(ChatDocuments.Conversations, conversation, cancellationToken) is not { IsSignedOut: false } running)
            {
                return;
            }

            // The browsers that are open now are told before their stream closes.
            var end = Numbered(running, "end", new Activity
            {
                Type = "endOfConversation",
                From = new ChannelAccount("bot", options.Value.BotName, "bot"),
                Code = "completedSuccessfully",
            });
            work.Put(ChatDocuments.Activities, end);
            work.Put(ChatDocuments.Conversations, running with { Count = running.Count + 1, LastAt = end.At, IsSignedOut = true });
            work.AfterCommit(() => sockets.Ring(conversation));
            work.AfterCommit(() => sockets.CloseAll(conversation));

            if (await work.CommitAsync(cancellationToken) == CommitOutcome.Done)
            {
                return;
            }
        }

        throw new StoreUnavailableException();
    }

    /// <summary>Deletes everything that was said so far; the count goes on, so that no client takes new words for old ones.</summary>
    public async Task ForgetAsync(string conversation, CancellationToken cancellationToken)
    {
        while (await ReadAfterAsync(conversation, 0, cancellationToken) is { Count: > 0 } page)
        {
            await store.CommitAsync([.. page.Select(activity => ChatDocuments.Activities.Delete(activity.Id, expectedVersion: null))], cancellationToken);

            foreach (var activity in page)
            {
                await MarkErasedAsync(activity, cancellationToken);
            }
        }
    }

    public void Dispose()
    {
        foreach (var lane in lanes)
        {
            lane.Dispose();
        }
    }

    private async Task<ChatActivity?> AppendInLaneAsync(string conversation, string source, Activity activity, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var work = new Work(store);
            var running = await work.FindAsync(ChatDocuments.Conversations, conversation, cancellationToken);

            if (running is null or { IsSignedOut: true })
            {
                return null;
            }

            if (await FindBySourceAsync(conversation, source, cancellationToken) is { } known)
            {
                return known;
            }

            var added = Numbered(running, source, activity);
            work.Put(ChatDocuments.Activities, added);
            work.Put(ChatDocuments.Conversations, running with { Count = running.Count + 1, LastAt = added.At });
            DropOldest(work, running);
            work.AfterCommit(() => sockets.Ring(conversation));

            if (await work.CommitAsync(cancellationToken) == CommitOutcome.Done)
            {
                return added;
            }
        }

        throw new StoreUnavailableException();
    }

    // A restored backup must not bring it back.
    private async Task MarkErasedAsync(ChatActivity activity, CancellationToken cancellationToken)
    {
        foreach (var list in erased)
        {
            await list.MarkErasedAsync(ChatDocuments.Activities.Definition.Name, activity.Id, cancellationToken);
        }
    }

    private ChatActivity Numbered(ChatConversation running, string source, Activity activity)
    {
        var now = clock.GetUtcNow();
        var id = ChatDocuments.ActivityId(running.Id, running.Count);
        return new ChatActivity(id, running.Id, running.Count, source, now, activity with
        {
            Id = id,
            Timestamp = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ChannelId = "directline",
            Conversation = new ConversationAccount(running.Id),
        });
    }

    private void DropOldest(Work work, ChatConversation running)
    {
        if (running.Count >= options.Value.HistoryLength)
        {
            work.Delete(ChatDocuments.Activities, ChatDocuments.ActivityId(running.Id, running.Count - options.Value.HistoryLength));
        }
    }
}
