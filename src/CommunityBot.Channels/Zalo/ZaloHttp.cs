namespace CommunityBot.Channels.Zalo;

/// <summary>The sockets to Zalo: short patience, no cookies, and no header that would carry an address of ours.</summary>
internal sealed class ZaloHttp : IDisposable
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(20);

    public HttpClient Client { get; } = new(new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(10), // the address of the API may change
        ConnectTimeout = TimeSpan.FromSeconds(10),
        MaxConnectionsPerServer = 64,
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false, // the headers hold the token
        UseCookies = false,
    })
    {
        Timeout = AnswerWithin,
    };

    public void Dispose() => Client.Dispose();
}
