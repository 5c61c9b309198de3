using System.Text.Json.Serialization;
using CommunityBot.Primitives;
using CommunityBot.Storage;

namespace CommunityBot.Messages;

/// <summary>Where everything the bot wants to say is written down before it is said.</summary>
public sealed class Outbox(OutboxSender sender, TimeProvider clock, IChance chance)
{
    private const int LongestBubble = 100;

    /// <summary>Rows not yet sent, in the order in which they may go.</summary>
    public const string OpenIndex = "open";

    /// <summary>Rows that failed or whose fate is unknown, for the operator.</summary>
    public const string TroubleIndex = "trouble";

    /// <summary>Kept bubbles by where they stand on the screen, so that an answer to one is understood.</summary>
    public const string BubbleIndex = "bubble";

    /// <summary>Rows that wait for the next word of a conversation, oldest first.</summary>
    public const string HeldIndex = "held";

    public static DocumentKind<OutboxRow> Rows { get; } = new(
        "outbox",
        MessagesJson.Default.OutboxRow,
        row => row.Id,
        new DocumentIndex<OutboxRow>(OpenIndex, row => row.State is OutboxState.Queued or OutboxState.Sending ? SortKey.Of(row.NotBefore) + row.Id : null),
        new DocumentIndex<OutboxRow>(TroubleIndex, row => row.State is OutboxState.Failed or OutboxState.Unknown ? row.Id : null),
        new DocumentIndex<OutboxRow>(HeldIndex, row => row.State == OutboxState.Held ? $"{row.Conversation}|{row.Id}" : null),
        new DocumentIndex<OutboxRow>(BubbleIndex, row => row is { About: not null, ChannelMessageId: { } bubble } ? BubbleKey(row.Conversation, bubble) : null));

    /// <summary>Adds a message to this piece of work; it leaves right after the commit.</summary>
    /// <param name="work">The turn, press or job row that says it.</param>
    /// <param name="conversation">To whom.</param>
    /// <param name="message">What.</param>
    /// <param name="notBefore">Quiet hours; null is at once.</param>
    /// <param name="isKept">True when a later message will edit this one in place.</param>
    /// <param name="lane">Campaigns take the bulk lane.</param>
    /// <param name="about">What an answer to this bubble is about (a ticket's code); the row is then kept too.</param>
    /// <returns>The id of the row.</returns>
    public string Say(
        Work work,
        ConversationKey conversation,
        OutgoingMessage message,
        DateTimeOffset? notBefore = null,
        bool isKept = false,
        Lane lane = Lane.Interactive,
        string? about = null)
    {
        var now = clock.GetUtcNow();
        var row = new OutboxRow
        {
            Id = RowId.New(now, work.NextNumber(), chance),
            Conversation = conversation,
            Message = message,
            Lane = lane,
            State = OutboxState.Queued,
            CreatedAt = now,
            NotBefore = notBefore ?? now,
            IsKept = isKept || about is not null,
            About = about,
        };

        work.Put(Rows, row);
        work.AfterCommit(() => sender.Accept(row));
        return row.Id;
    }

    /// <summary>What waits for the next word of a conversation, oldest first.</summary>
    public static async Task<IReadOnlyList<OutboxRow>> FindHeldAsync(Work work, ConversationKey conversation, int most, CancellationToken cancellationToken)
    {
        var page = await work.Store.ListAsync(new IndexRange(Rows.Definition.Name, HeldIndex, $"{conversation}|", $"{conversation}}}", most), cancellationToken);
        return [.. page.Select(document => work.Adopt(Rows, document))];
    }

    /// <summary>Lets a held row go after all.</summary>
    public void Release(Work work, OutboxRow held)
    {
        var row = held with { State = OutboxState.Queued, NotBefore = clock.GetUtcNow(), Attempts = 0, Failure = null };
        work.Put(Rows, row);
        work.AfterCommit(() => sender.Accept(row));
    }

    /// <summary>What the bubble is about that somebody answered; null when it is none of ours or about nothing.</summary>
    public static async Task<string?> FindAboutAsync(Work work, ConversationKey conversation, string bubble, CancellationToken cancellationToken)
    {
        if (bubble.Length > LongestBubble)
        {
            return null;
        }

        var key = BubbleKey(conversation, bubble);
        var page = await work.Store.ListAsync(new IndexRange(Rows.Definition.Name, BubbleIndex, key, $"{key}\0", Limit: 1), cancellationToken);
        return page.Count == 0 ? null : Rows.Read(page[0]).About;
    }

    private static string BubbleKey(ConversationKey conversation, string bubble) => $"{conversation}|{bubble}";
}

/// <summary>How messages are kept in the store.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(OutboxRow))]
[JsonSerializable(typeof(IncomingFile))]
public sealed partial class MessagesJson : JsonSerializerContext;
