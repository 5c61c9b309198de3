using System.Globalization;
using CommunityBot.Channels.BotFramework.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CommunityBot.Channels.BotFramework.Doors;

/// <summary>Begins a conversation, takes it up again, and lets a browser read it by polling.</summary>
internal sealed class ConversationDoor(
    Doorkeeper keeper, TokenDoor tokenDoor, ChatTokens tokens, ChatLog log, StreamKeys keys, PictureLinks links, OwnAddress own, AddressAllowance newcomers)
{
    public async Task StartAsync(HttpContext context)
    {
        CrossSite.Allow(context);
        var (request, refusal) = await BodyReader.ReadJsonAsync(context, WireJson.Default.TokenRequest);
        var (token, forbidden) = request is null
            ? (null, refusal)
            : keeper.KnowsTheSecret(context.Request) ? (tokenDoor.TokenFor(request), null) : keeper.ReadToken(context.Request);

        if (token is null)
        {
            await Answer.RefuseAsync(context, (refusal ?? forbidden)!);
            return;
        }

        var running = await log.FindAsync(token.Conversation, context.RequestAborted);

        if (running is null && !newcomers.TryTake(context))
        {
            await Answer.RefuseAsync(context, Refusal.TooFast);
            return;
        }

        var (conversation, isNew) = await log.OpenAsync(token.Conversation, token.User, token.UserName, context.RequestAborted);

        if (conversation.IsSignedOut)
        {
            await Answer.RefuseAsync(context, Refusal.SignedOut);
            return;
        }

        await AnswerAsync(context, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK, token, "-");
    }

    public async Task ReconnectAsync(HttpContext context)
    {
        CrossSite.Allow(context);
        var (guest, refusal) = await keeper.AdmitAsync(context, Of(context));

        if (guest is null)
        {
            await Answer.RefuseAsync(context, refusal!);
            return;
        }

        var watermark = ChatLog.WatermarkOf(context.Request.Query["watermark"], guest.Conversation);
        await AnswerAsync(context, StatusCodes.Status200OK, guest.Token, watermark.ToString(CultureInfo.InvariantCulture));
    }

    public async Task PollAsync(HttpContext context)
    {
        CrossSite.Allow(context);
        var (guest, refusal) = await keeper.AdmitAsync(context, Of(context));

        if (guest is null)
        {
            await Answer.RefuseAsync(context, refusal!);
            return;
        }

        var watermark = ChatLog.WatermarkOf(context.Request.Query["watermark"], guest.Conversation);
        var news = await log.ReadAfterAsync(guest.Conversation.Id, watermark, context.RequestAborted);
        await Answer.WithAsync(context, StatusCodes.Status200OK, links.ToSet(news, watermark, own.Of(context.Request)), WireJson.Readable.ActivitySet);
    }

    /// <summary>The conversation in the call's address.</summary>
    public static string Of(HttpContext context) => (string)context.GetRouteValue("conversation")!;

    private Task AnswerAsync(HttpContext context, int status, ChatToken token, string watermark)
    {
        var stream = $"{own.StreamOf(context.Request)}/v3/directline/conversations/{token.Conversation}/stream?watermark={watermark}&t={keys.Issue(token)}";
        return Answer.WithAsync(
            context,
            status,
            new ConversationResponse(token.Conversation, tokens.Issue(token), ChatTokens.LifeInSeconds, stream),
            WireJson.Readable.ConversationResponse);
    }
}
