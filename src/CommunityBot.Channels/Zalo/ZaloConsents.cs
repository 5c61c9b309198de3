using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Settings;
using CommunityBot.Storage;
using Microsoft.Extensions.Options;

namespace CommunityBot.Channels.Zalo;

/// <summary>Lets an administrator of the Official Account agree that the bot speaks for it: a link out, a code back, only with its own state.</summary>
internal sealed class ZaloConsents(
    IDocumentStore store,
    ZaloSeal seal,
    ZaloTokenServer server,
    ZaloTokens tokens,
    IOptions<ZaloOptions> options,
    IOptions<WebOptions> web,
    TimeProvider clock,
    IChance chance) : IChannelConsent
{
    public const string CallbackAddress = "/channels/zalo/callback";

    private static readonly TimeSpan LinkLives = TimeSpan.FromHours(1);

    public string Channel => ZaloAddress.Channel;

    public async Task<ConsentLink> BeginAsync(CancellationToken cancellationToken)
    {
        if (web.Value.PublicUrl is not { Length: > 0 } own)
        {
            return new ConsentLink(null, "Web:PublicUrl is missing: Zalo would not know where to come back to. Set it, or paste a refresh token with --refresh-token.");
        }

        var state = Secret();
        var verifier = options.Value.CodeVerifier ?? Secret();
        var work = new Work(store);
        work.Put(ZaloConsent.Kind, new ZaloConsent { Id = IdOf(state), Sealed = seal.Close(verifier), Until = clock.GetUtcNow() + LinkLives });
        await work.CommitAsync(cancellationToken);

        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        var link = $"{options.Value.OAuthBaseUrl.TrimEnd('/')}/v4/oa/permission?app_id={options.Value.AppId}"
            + $"&redirect_uri={Uri.EscapeDataString(own.TrimEnd('/') + CallbackAddress)}&code_challenge={challenge}&state={state}";
        return new ConsentLink(link, "Open the link within an hour as an administrator of the Official Account and agree; the bot does the rest.");
    }

    public Task<bool> TakeAsync(string refreshToken, CancellationToken cancellationToken) => tokens.TakeAsync(refreshToken, cancellationToken);

    /// <summary>What came back from Zalo. False for a state that is not ours, used, or an hour old, and for another Official Account.</summary>
    public async Task<bool> FinishAsync(string? state, string? code, string? oaId, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(state) || string.IsNullOrEmpty(code) || (oaId is not null && oaId != options.Value.OaId))
        {
            return false;
        }

        var work = new Work(store);

        if (await work.FindAsync(ZaloConsent.Kind, IdOf(state), cancellationToken) is not { } consent)
        {
            return false;
        }

        // Used up before it is used: nobody brings a second code with the same state.
        work.Delete(ZaloConsent.Kind, consent.Id);

        if (await work.CommitAsync(cancellationToken) != CommitOutcome.Done || consent.Until < clock.GetUtcNow() || seal.Open(consent.Sealed) is not { } verifier)
        {
            return false;
        }

        if (await server.ExchangeAsync(code, verifier, cancellationToken) is not ZaloGrant.Given given)
        {
            return false;
        }

        await tokens.KeepAsync(given, cancellationToken);
        return true;
    }

    /// <summary>43 characters nobody can guess.</summary>
    private string Secret()
    {
        Span<byte> bytes = stackalloc byte[32];
        chance.Fill(bytes);
        return Base64Url.EncodeToString(bytes);
    }

    private static string IdOf(string state) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)));
}
