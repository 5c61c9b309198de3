using CommunityBot.Channels.BotFramework;
using CommunityBot.Channels.Telegram;
using CommunityBot.Channels.Zalo;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Channels;

/// <summary>The doors through which villagers and officers reach the bot: one line each.</summary>
public static class ChannelServices
{
    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddTelegram(configuration);
        services.AddBotFramework();
        services.AddZalo(configuration);
        return services;
    }

    public static void MapChannels(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapTelegram();
        endpoints.MapBotFramework();
        endpoints.MapZalo();
    }
}
