using System.Threading.Channels;
using CommunityBot.Channels.BotFramework.Wire;

namespace CommunityBot.Channels.BotFramework;

/// <summary>The open streams: who must look at the log when something was said, and who is shown that somebody is typing.</summary>
internal sealed class LiveSockets
{
    // A desk open on a phone, a tablet and two PCs; one more closes the oldest.
    private const int PerConversation = 5;

    private readonly Lock gate = new();
    private readonly Dictionary<string, List<Listener>> rooms = [];

    /// <summary>Begins to listen; an older stream of the same tab is closed.</summary>
    public Listener Enter(string conversation, string session)
    {
        var listener = new Listener(conversation, session);

        lock (gate)
        {
            if (!rooms.TryGetValue(conversation, out var room))
            {
                rooms[conversation] = room = [];
            }

            foreach (var old in room.Where(one => one.Session == session).Concat(room.Take(room.Count - PerConversation + 1)).ToList())
            {
                old.Close();
                room.Remove(old);
            }

            room.Add(listener);
        }

        return listener;
    }

    public void Leave(Listener listener)
    {
        lock (gate)
        {
            if (rooms.TryGetValue(listener.Conversation, out var room) && room.Remove(listener) && room.Count == 0)
            {
                rooms.Remove(listener.Conversation);
            }
        }
    }

    /// <summary>Something was written down: look.</summary>
    public void Ring(string conversation) => Tell(conversation, Wakening.Look);

    /// <summary>Shows something that leaves no trace; with <paramref name="after"/> only while that activity is the last one.</summary>
    public void Show(string conversation, Activity activity, long? after = null) => Tell(conversation, new Wakening(activity, after));

    public void CloseAll(string conversation)
    {
        foreach (var listener in In(conversation))
        {
            listener.Close();
        }
    }

    private void Tell(string conversation, Wakening wakening)
    {
        foreach (var listener in In(conversation))
        {
            listener.Wake(wakening);
        }
    }

    private List<Listener> In(string conversation)
    {
        lock (gate)
        {
            return rooms.TryGetValue(conversation, out var room) ? [.. room] : [];
        }
    }
}

/// <summary>Why a stream wakes: to look at the log, to show something passing, or to say that it is still there.</summary>
/// <param name="After">The passing thing ("is typing…") is stale once something newer than this was sent.</param>
internal sealed record Wakening(Activity? Passing, long? After = null, bool IsKeepAlive = false)
{
    public static Wakening Look { get; } = new(Passing: null);

    public static Wakening KeepAlive { get; } = new(Passing: null, IsKeepAlive: true);

    public bool IsStale(long seen) => After + 1 < seen;
}

/// <summary>One open stream.</summary>
internal sealed class Listener(string conversation, string session)
{
    // The log is looked at whenever nothing waits any more, so a dropped wakening loses nothing but a typing dot.
    private readonly Channel<Wakening> wakenings = Channel.CreateBounded<Wakening>(
        new BoundedChannelOptions(32) { FullMode = BoundedChannelFullMode.DropOldest });

    public string Conversation => conversation;

    public string Session => session;

    public ChannelReader<Wakening> Wakenings => wakenings.Reader;

    public void Wake(Wakening wakening) => wakenings.Writer.TryWrite(wakening);

    public void Close() => wakenings.Writer.TryComplete();
}
