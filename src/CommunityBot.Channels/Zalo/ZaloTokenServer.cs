using System.Net.Http.Json;
using System.Text.Json;
using CommunityBot.Channels.Zalo.Wire;
using Microsoft.Extensions.Options;

namespace CommunityBot.Channels.Zalo;

/// <summary>Asks Zalo's token server for a new pair, for a consent or for the old pair.</summary>
internal sealed class ZaloTokenServer(ZaloHttp http, IOptions<ZaloOptions> options)
{
    private const string Address = "/v4/oa/access_token";

    private static readonly int[] UsedUp = [-14014, -14020];

    public Task<ZaloGrant> RefreshAsync(string refresh, CancellationToken cancellationToken) =>
        AskAsync([new("refresh_token", refresh), new("grant_type", "refresh_token")], cancellationToken);

    public Task<ZaloGrant> ExchangeAsync(string code, string verifier, CancellationToken cancellationToken) =>
        AskAsync([new("code", code), new("code_verifier", verifier), new("grant_type", "authorization_code")], cancellationToken);

    private async Task<ZaloGrant> AskAsync(KeyValuePair<string, string>[] form, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.OAuthBaseUrl.TrimEnd('/') + Address)
        {
            Content = new FormUrlEncodedContent([.. form, new("app_id", options.Value.AppId!)]),
        };
        request.Headers.TryAddWithoutValidation("secret_key", options.Value.AppSecret);

        try
        {
            using var response = await http.Client.SendAsync(request, cancellationToken);
            var reply = await response.Content.ReadFromJsonAsync(ZaloJson.Default.TokenReply, cancellationToken);
            return Read(reply);
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException or JsonException
            || (trouble is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new ZaloGrant.Unreachable(trouble.GetType().Name);
        }
    }

    private static ZaloGrant Read(TokenReply? reply) => reply switch
    {
        { AccessToken: { Length: > 0 } access, RefreshToken: { Length: > 0 } refresh } =>
            new ZaloGrant.Given(new ZaloPair(access, refresh), Lifetime(reply.ExpiresIn)),
        { Error: { } error } when UsedUp.Contains(error) => new ZaloGrant.UsedUp(ZaloSentences.Code(error)),
        { Error: { } error } => new ZaloGrant.Unreachable(ZaloSentences.Code(error)),
        _ => new ZaloGrant.Unreachable("an answer without tokens"),
    };

    private static TimeSpan Lifetime(string? seconds) =>
        int.TryParse(seconds, System.Globalization.CultureInfo.InvariantCulture, out var given) && given > 0 ? TimeSpan.FromSeconds(given) : TimeSpan.FromHours(25);
}

/// <summary>What the token server says.</summary>
internal abstract record ZaloGrant
{
    private ZaloGrant()
    {
    }

    public sealed record Given(ZaloPair Pair, TimeSpan Lifetime) : ZaloGrant;

    /// <summary>This refresh token was used or has run out: a person has to consent again.</summary>
    public sealed record UsedUp(string Code) : ZaloGrant;

    /// <summary>Nobody knows; it is asked again.</summary>
    public sealed record Unreachable(string Why) : ZaloGrant;
}
