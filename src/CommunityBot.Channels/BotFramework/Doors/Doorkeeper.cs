using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace CommunityBot.Channels.BotFramework.Doors;

/// <summary>Decides who may talk in which conversation. What a body says about its sender is never asked.</summary>
internal sealed class Doorkeeper(ChatTokens tokens, ChatLog log, OwnAddress own, IOptions<DirectLineOptions> options)
{
    private const string Bearer = "Bearer ";

    // The session of a server that talks with the secret: it needs no tab of its own.
    private const string ServerSession = "server";

    /// <summary>True for a server that knows the secret.</summary>
    public bool KnowsTheSecret(HttpRequest request) =>
        options.Value.Secret is { Length: > 0 } secret
        && Credential(request) is { } credential
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(credential)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>The token of the call, whatever conversation it is for.</summary>
    public (ChatToken? Token, Refusal? Refusal) ReadToken(HttpRequest request)
    {
        if (Credential(request) is not { } credential)
        {
            return (null, Refusal.NoToken);
        }

        return tokens.Read(credential) switch
        {
            TokenReading.Valid valid when MayCallFrom(request, valid.Token) => (valid.Token, null),
            TokenReading.Valid => (null, Refusal.OtherSite),
            _ => (null, Refusal.Expired),
        };
    }

    /// <summary>Lets a call into one running conversation, or says why not.</summary>
    public async Task<(Guest? Guest, Refusal? Refusal)> AdmitAsync(HttpContext context, string conversation)
    {
        if (KnowsTheSecret(context.Request))
        {
            return Seated(
                await log.FindAsync(conversation, context.RequestAborted),
                running => new ChatToken(running.Id, running.User, running.UserName, ServerSession, null));
        }

        var (token, refusal) = ReadToken(context.Request);

        if (token is null)
        {
            return (null, refusal);
        }

        return token.Conversation == conversation
            ? Seated(await log.FindAsync(conversation, context.RequestAborted), _ => token)
            : (null, Refusal.OtherConversation);
    }

    /// <summary>Whether a page that called may use this token; calls without an Origin come from our own page or from no page at all.</summary>
    public bool MayCallFrom(HttpRequest request, ChatToken token)
    {
        var origin = request.Headers.Origin.ToString();

        return origin.Length == 0
            || own.IsOurs(origin, request)
            || (token.Origins ?? options.Value.AllowedOrigins).Contains(origin, StringComparer.OrdinalIgnoreCase);
    }

    private static (Guest? Guest, Refusal? Refusal) Seated(ChatConversation? conversation, Func<ChatConversation, ChatToken> token) => conversation switch
    {
        null => (null, Refusal.NoConversation),
        { IsSignedOut: true } => (null, Refusal.SignedOut),
        _ => (new Guest(token(conversation), conversation), null),
    };

    private static string? Credential(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.Length > Bearer.Length && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;
    }
}

/// <summary>A call that was let into a conversation.</summary>
internal sealed record Guest(ChatToken Token, ChatConversation Conversation);
