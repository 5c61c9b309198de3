using CommunityBot.Channels.BotFramework.Wire;
using CommunityBot.Primitives;
using Microsoft.AspNetCore.Http;

namespace CommunityBot.Channels.BotFramework.Doors;

/// <summary>Gives tokens to servers that know the secret, and fresh ones to those who hold a good one.</summary>
internal sealed class TokenDoor(Doorkeeper keeper, ChatTokens tokens, ChatLog log, IChance chance)
{
    private const int LongestName = 100;

    public async Task GenerateAsync(HttpContext context)
    {
        if (!keeper.KnowsTheSecret(context.Request))
        {
            await Answer.RefuseAsync(context, Refusal.NoToken);
            return;
        }

        var (request, refusal) = await BodyReader.ReadJsonAsync(context, WireJson.Default.TokenRequest);

        if (request is null)
        {
            await Answer.RefuseAsync(context, refusal!);
            return;
        }

        await AnswerAsync(context, TokenFor(request));
    }

    public async Task RefreshAsync(HttpContext context)
    {
        var (token, refusal) = keeper.ReadToken(context.Request);
        CrossSite.Allow(context);

        if (token is null)
        {
            await Answer.RefuseAsync(context, refusal!);
        }
        else if (await log.FindAsync(token.Conversation, context.RequestAborted) is { IsSignedOut: true })
        {
            await Answer.RefuseAsync(context, Refusal.SignedOut);
        }
        else
        {
            await AnswerAsync(context, token);
        }
    }

    /// <summary>A new conversation's token, for the person a trusted server names.</summary>
    public ChatToken TokenFor(TokenRequest request) => new(
        ConversationAddress.New(chance),
        UserOf(request.User?.Id),
        request.User?.Name is { Length: > 0 and <= LongestName } name ? name : null,
        ConversationAddress.New(chance),
        request.TrustedOrigins is { Count: > 0 } origins ? origins : null);

    private string UserOf(string? wanted) => wanted switch
    {
        null or "" or { Length: > LongestName } => ConversationAddress.NewUser(chance),
        _ when wanted.StartsWith("dl_", StringComparison.Ordinal) => wanted,
        _ => "dl_" + wanted,
    };

    private Task AnswerAsync(HttpContext context, ChatToken token) =>
        Answer.WithAsync(
            context,
            StatusCodes.Status200OK,
            new TokenResponse(token.Conversation, tokens.Issue(token), ChatTokens.LifeInSeconds),
            WireJson.Readable.TokenResponse);
}
