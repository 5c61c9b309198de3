using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace CommunityBot.Channels.BotFramework.Doors;

/// <summary>Opens the stream of a conversation to the browser that holds a fresh key for it.</summary>
internal sealed class StreamDoor(StreamKeys keys, ChatLog log, ChatStream stream, Doorkeeper keeper, OwnAddress own, IHostApplicationLifetime lifetime)
{
    public async Task OpenAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await Answer.RefuseAsync(context, Refusal.Bad("This address speaks WebSocket only"));
            return;
        }

        var conversation = ConversationDoor.Of(context);
        var token = keys.Take(context.Request.Query["t"], conversation);

        if (token is null || !keeper.MayCallFrom(context.Request, token)
            || await log.FindAsync(conversation, context.RequestAborted) is not { IsSignedOut: false } running)
        {
            await Answer.RefuseAsync(context, Refusal.Expired);
            return;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var watermark = ChatLog.WatermarkOf(context.Request.Query["watermark"], running);
        await stream.RunAsync(context.WebSockets.AcceptWebSocketAsync, token, watermark, own.Of(context.Request), ending.Token);
    }
}
