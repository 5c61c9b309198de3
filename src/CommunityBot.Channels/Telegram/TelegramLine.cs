using System.Net.Sockets;
using CommunityBot.Messages;
using Microsoft.Extensions.Options;
using Telegram.Bot;

namespace CommunityBot.Channels.Telegram;

/// <summary>The line to the Bot API and what an operator should know about it.</summary>
internal sealed class TelegramLine : IDisposable
{
    /// <summary>How long Telegram may hold a question for news; it allows 50 s.</summary>
    public const int PollSeconds = 50;

    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(30);

    private readonly HttpClient sending;
    private readonly HttpClient polling;
    private volatile ChannelStatus status = new(ChannelState.Starting, "Telegram has not answered yet.");
    private volatile BotIdentity identity;

    public TelegramLine(IOptions<TelegramOptions> options)
    {
        var settings = options.Value;
        var sockets = NewSockets();
        sending = new HttpClient(sockets, disposeHandler: false) { Timeout = AnswerWithin };
        polling = new HttpClient(sockets, disposeHandler: true) { Timeout = TimeSpan.FromSeconds(PollSeconds) + AnswerWithin };

        // Telegram.Bot would wait out a 429 inside the call and send again after a broken line; the outbox decides that.
        var address = new TelegramBotClientOptions(settings.Token!, settings.IsOfficial ? null : settings.BaseUrl) { RetryCount = 0, RetryThreshold = 0 };
        Bot = new TelegramBotClient(address, sending);
        Polling = new TelegramBotClient(address, polling);
        identity = new BotIdentity(address.BotId, Username: null);
    }

    /// <summary>For everything that is answered at once.</summary>
    public ITelegramBotClient Bot { get; }

    /// <summary>For long polling: waits longer.</summary>
    public ITelegramBotClient Polling { get; }

    public BotIdentity Identity => identity;

    public ChannelStatus Status => status;

    public bool IsOff => status.State == ChannelState.Off;

    public void Knows(string? username) => identity = identity with { Username = username };

    /// <summary>True when this is news.</summary>
    public bool Is(ChannelState state, string sentence)
    {
        var before = status;

        if (before.State == ChannelState.Off)
        {
            return false; // only a new start with a new token switches it on again
        }

        status = new ChannelStatus(state, sentence);
        return before.State != state || before.Sentence != sentence;
    }

    public void Dispose()
    {
        sending.Dispose();
        polling.Dispose();
    }

    private static SocketsHttpHandler NewSockets() => new()
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(10), // the address of the API may change
        MaxConnectionsPerServer = 64,
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false, // the address holds the token
        UseCookies = false,
        ConnectCallback = ConnectAsync,
    };

    /// <summary>Gives up on its own, so that "never connected" and "never answered" stay two different things.</summary>
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(ConnectWithin);
            await socket.ConnectAsync(context.DnsEndPoint, patience.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            throw new HttpRequestException(HttpRequestError.ConnectionError, "No connection within 10 seconds.");
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
