using System.Net.WebSockets;
using System.Text.Json;
using CommunityBot.Channels.BotFramework.Wire;

namespace CommunityBot.Channels.BotFramework;

/// <summary>Keeps one browser up to date: first everything after its watermark, then each new activity as it is written down.</summary>
internal sealed class ChatStream(ChatLog log, LiveSockets sockets, PictureLinks links, TimeProvider clock)
{
    private static readonly TimeSpan KeepAliveEvery = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan PatienceForGoodbye = TimeSpan.FromSeconds(5);

    /// <summary>Listens from before the door opens, so that nothing said in between is missed.</summary>
    public async Task RunAsync(Func<Task<WebSocket>> accept, ChatToken token, long watermark, string baseAddress, CancellationToken cancellationToken)
    {
        var listener = sockets.Enter(token.Conversation, token.Session);

        try
        {
            using var socket = await accept();
            await RunAsync(socket, listener, watermark, baseAddress, cancellationToken);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or TimeoutException)
        {
            // The phone left the network or the host stops: the client comes back with its watermark.
        }
        finally
        {
            sockets.Leave(listener);
        }
    }

    private async Task RunAsync(WebSocket socket, Listener listener, long watermark, string baseAddress, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var keepAlive = clock.CreateTimer(_ => listener.Wake(Wakening.KeepAlive), null, KeepAliveEvery, KeepAliveEvery);
        var receiving = ReceiveUntilClosedAsync(socket, listener, ending.Token);

        try
        {
            await SendAsync(socket, listener, watermark, baseAddress, ending.Token);
            await CloseAsync(socket, receiving, cancellationToken);
        }
        finally
        {
            await ending.CancelAsync();
            await receiving;
        }
    }

    private async Task SendAsync(WebSocket socket, Listener listener, long watermark, string baseAddress, CancellationToken cancellationToken)
    {
        var seen = await SendNewsAsync(socket, listener.Conversation, watermark, baseAddress, cancellationToken);

        await foreach (var wakening in listener.Wakenings.ReadAllAsync(cancellationToken))
        {
            if (wakening.Passing is { } passing && !wakening.IsStale(seen))
            {
                await SendFrameAsync(socket, new ActivitySet([passing], Watermark: null), cancellationToken);
            }
            else if (wakening.IsKeepAlive)
            {
                await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            }

            if (wakening == Wakening.Look || listener.Wakenings.Count == 0)
            {
                seen = await SendNewsAsync(socket, listener.Conversation, seen, baseAddress, cancellationToken);
            }
        }
    }

    private async Task<long> SendNewsAsync(WebSocket socket, string conversation, long seen, string baseAddress, CancellationToken cancellationToken)
    {
        while (await log.ReadAfterAsync(conversation, seen, cancellationToken) is { Count: > 0 } news)
        {
            await SendFrameAsync(socket, links.ToSet(news, seen, baseAddress), cancellationToken);
            seen = news[^1].Number + 1;
        }

        return seen;
    }

    private static ValueTask SendFrameAsync(WebSocket socket, ActivitySet set, CancellationToken cancellationToken) =>
        socket.SendAsync(
            JsonSerializer.SerializeToUtf8Bytes(set, WireJson.Readable.ActivitySet).AsMemory(),
            WebSocketMessageType.Text,
            endOfMessage: true,
            cancellationToken);

    // Clients only send empty frames to keep the line open; their length 0 is no close. Whatever else they send is not read.
    private static async Task ReceiveUntilClosedAsync(WebSocket socket, Listener listener, CancellationToken cancellationToken)
    {
        var buffer = new byte[512];

        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // Nobody is there any more.
        }

        listener.Close();
    }

    private async Task CloseAsync(WebSocket socket, Task receiving, CancellationToken cancellationToken)
    {
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, cancellationToken);
            await receiving.WaitAsync(PatienceForGoodbye, clock, cancellationToken);
        }
    }
}
