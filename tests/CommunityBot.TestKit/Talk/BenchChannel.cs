using System.Globalization;
using System.Text;
using CommunityBot.Messages;

namespace CommunityBot.TestKit.Talk;

/// <summary>A messenger in memory: what the bot sends appears as bubbles at once, edited ones change in place.</summary>
public sealed class BenchChannel : IChannel
{
    public const string ChannelName = "telegram";

    private readonly Lock gate = new();
    private readonly List<Bubble> bubbles = [];
    private readonly HashSet<string> lost = [];
    private readonly Dictionary<string, ReadOnlyMemory<byte>> files = new(StringComparer.Ordinal);

    public string Name => ChannelName;

    public ChannelPace Pace => ChannelPace.Unlimited;

    public ChannelStatus Status => new(ChannelState.Working, "");

    /// <summary>Called for every bubble as it appears, in order.</summary>
    public Action<Bubble>? Appears { get; set; }

    /// <summary>Answers instead of delivering; null delivers.</summary>
    public Func<OutboxRow, SendOutcome?>? Trouble { get; set; }

    public Task<SendOutcome> SendAsync(OutboxRow row, string? replaced, CancellationToken cancellationToken)
    {
        if (Trouble?.Invoke(row) is { } outcome)
        {
            return Task.FromResult(outcome);
        }

        Bubble bubble;

        lock (gate)
        {
            var earlier = bubbles.FindIndex(one => one.Id == replaced && one.Conversation == row.Conversation);
            bubble = new Bubble(
                earlier >= 0 ? bubbles[earlier].Id : string.Create(CultureInfo.InvariantCulture, $"b{bubbles.Count + 1}"),
                row.Conversation,
                row.Message,
                earlier >= 0);

            if (earlier >= 0)
            {
                bubbles[earlier] = bubble;
            }
            else
            {
                bubbles.Add(bubble);
            }
        }

        Appears?.Invoke(bubble);
        return Task.FromResult<SendOutcome>(new SendOutcome.Delivered(bubble.Id));
    }

    public Task<FetchedFile> FetchAsync(IncomingFile file, long limitBytes, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult<FetchedFile>(
                lost.Contains(file.FetchId) ? new FetchedFile.Gone("lost")
                : files.TryGetValue(file.FetchId, out var bytes) ? new FetchedFile.Bytes(bytes)
                : new FetchedFile.Bytes(Encoding.UTF8.GetBytes(file.FetchId)));
        }
    }

    /// <summary>From now on this file is gone.</summary>
    public void Lose(string fetchId)
    {
        lock (gate)
        {
            lost.Add(fetchId);
        }
    }

    /// <summary>The bytes behind an id; without them a file's bytes are its id.</summary>
    public void Offer(string fetchId, ReadOnlyMemory<byte> bytes)
    {
        lock (gate)
        {
            files[fetchId] = bytes;
        }
    }

    public IReadOnlyList<Bubble> In(ConversationKey conversation)
    {
        lock (gate)
        {
            return bubbles.FindAll(one => one.Conversation == conversation);
        }
    }
}

/// <summary>A message of the bot as it stands on somebody's screen now.</summary>
public sealed record Bubble(string Id, ConversationKey Conversation, OutgoingMessage Message, bool WasEdited)
{
    public string Text => Message.Text;

    public IEnumerable<Button> Buttons => Message.Buttons.SelectMany(row => row);
}
