using CommunityBot.Channels.BotFramework.Doors;
using CommunityBot.Messages;
using CommunityBot.Scheduling;
using CommunityBot.Settings;
using CommunityBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace CommunityBot.Channels.BotFramework;

/// <summary>Sets up the web chat: a Direct Line 3.0 server for Microsoft's web chat clients and for our own page.</summary>
internal static class BotFrameworkServices
{
    public static IServiceCollection AddBotFramework(this IServiceCollection services)
    {
        services.AddSettings<DirectLineOptions>(DirectLineOptions.Section);
        services.TryAddSingleton<IDisk, LocalDisk>();
        services.TryAddSingleton<DurableFile>();
        services.AddSingleton<ChatFolder>();
        services.AddKind(ChatDocuments.Conversations);
        services.AddKind(ChatDocuments.Activities);

        services.AddSingleton<SigningKey>().AddSingleton<ChatTokens>().AddSingleton<StreamKeys>().AddSingleton<PictureLinks>();
        services.AddSingleton<LiveSockets>().AddSingleton<ChatLog>().AddSingleton<ChatStream>();
        services.AddSingleton<ChatUploads>().AddSingleton<ActivityWriter>();
        services.AddSingleton<WebChatChannel>()
            .AddSingleton<IChannel>(all => all.GetRequiredService<WebChatChannel>())
            .AddSingleton<IConversationKeeper>(all => all.GetRequiredService<WebChatChannel>());
        services.AddScheduledJob<SweepChatHistory>();

        services.AddSingleton<OwnAddress>().AddSingleton<Doorkeeper>().AddSingleton<AddressAllowance>();
        services.AddSingleton<TokenDoor>().AddSingleton<ConversationDoor>().AddSingleton<ActivityDoor>();
        services.AddSingleton<UploadDoor>().AddSingleton<StreamDoor>().AddSingleton<FileDoor>().AddSingleton<SessionDoor>();

        // The framework's own line about each request would write stream keys and picture links into the log.
        return services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning));
    }

    public static void MapBotFramework(this IEndpointRouteBuilder endpoints)
    {
        var line = endpoints.MapGroup("/v3/directline");
        line.MapPost("/tokens/generate", Door<TokenDoor>(door => door.GenerateAsync));
        line.MapPost("/tokens/refresh", Door<TokenDoor>(door => door.RefreshAsync));
        line.MapPost("/conversations", Door<ConversationDoor>(door => door.StartAsync));
        line.MapGet("/conversations/{conversation}", Door<ConversationDoor>(door => door.ReconnectAsync));
        line.MapGet("/conversations/{conversation}/activities", Door<ConversationDoor>(door => door.PollAsync));
        line.MapPost("/conversations/{conversation}/activities", Door<ActivityDoor>(door => door.PostAsync));
        line.MapPost("/conversations/{conversation}/upload", Door<UploadDoor>(door => door.PostAsync));
        line.MapGet("/files/{conversation}/{file}", Door<FileDoor>(door => door.OpenAsync));
        line.MapMethods("/{**rest}", [HttpMethods.Options], CrossSite.PreflightAsync);

        // Only this address may become a WebSocket; pings find phones that left without a word.
        var sockets = endpoints.CreateApplicationBuilder();
        sockets.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(30), KeepAliveTimeout = TimeSpan.FromSeconds(30) });
        sockets.Run(Door<StreamDoor>(door => door.OpenAsync));
        line.MapGet("/conversations/{conversation}/stream", sockets.Build());

        endpoints.MapPost("/chat/session", Door<SessionDoor>(door => door.OpenAsync));
    }

    private static RequestDelegate Door<TDoor>(Func<TDoor, RequestDelegate> open)
        where TDoor : notnull =>
        context => open(context.RequestServices.GetRequiredService<TDoor>())(context);
}
