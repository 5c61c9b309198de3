using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using CommunityBot.Channels.BotFramework.Wire;

namespace CommunityBot.Channels.BotFramework;

/// <summary>Who may talk where: one user in one conversation, in one browser tab (<paramref name="Session"/>).</summary>
/// <param name="Origins">Web sites whose pages may use it; null = our own and the allowed ones.</param>
internal sealed record ChatToken(string Conversation, string User, string? UserName, string Session, IReadOnlyList<string>? Origins);

/// <summary>What a presented token turned out to be.</summary>
internal abstract record TokenReading
{
    private TokenReading()
    {
    }

    public sealed record Valid(ChatToken Token) : TokenReading;

    public sealed record Expired : TokenReading;

    public sealed record Forged : TokenReading;
}

/// <summary>Signs and reads the web chat's tokens (half an hour, for calls) and cookies (a conversation that stays open on an officer's phone).</summary>
internal sealed class ChatTokens(SigningKey key, TimeProvider clock)
{
    public const int LifeInSeconds = 1800;

    private const string TokenUse = "token";
    private const string CookieUse = "cookie";

    // The public client takes a token apart like a JWT to find the user, so it looks like one; only this exact header is ever accepted.
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    public string Issue(ChatToken token)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        return Sign(new TokenClaims(TokenUse, token.User, token.Conversation, token.UserName, token.Session, now, now + LifeInSeconds, token.Origins));
    }

    public string IssueCookie(string conversation, string user) =>
        Sign(new TokenClaims(CookieUse, user, conversation, null, null, clock.GetUtcNow().ToUnixTimeSeconds(), null, null));

    public TokenReading Read(string text)
    {
        if (ReadClaims(text) is not { Use: TokenUse, Exp: { } expires, Sid: { } session } claims)
        {
            return new TokenReading.Forged();
        }

        return expires <= clock.GetUtcNow().ToUnixTimeSeconds()
            ? new TokenReading.Expired()
            : new TokenReading.Valid(new ChatToken(claims.Conv, claims.User, claims.Name, session, claims.Origins));
    }

    /// <summary>The conversation a cookie opens, or null.</summary>
    public string? ReadCookie(string? text) =>
        text is not null && ReadClaims(text) is { Use: CookieUse } claims ? claims.Conv : null;

    private string Sign(TokenClaims claims)
    {
        var body = $"{Header}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims, WireJson.Default.TokenClaims))}";
        return $"{body}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(body)))}";
    }

    private TokenClaims? ReadClaims(string text)
    {
        var parts = text.Split('.');

        if (parts.Length != 3 || parts[0] != Header || !Base64Url.IsValid(parts[1]) || !Base64Url.IsValid(parts[2]))
        {
            return null;
        }

        return key.Signed(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]))
            ? JsonSerializer.Deserialize(Base64Url.DecodeFromChars(parts[1]), WireJson.Default.TokenClaims)
            : null;
    }
}
