using CommunityBot.Messages;
using CommunityBot.Settings;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CommunityBot.Channels.Telegram;

/// <summary>Puts Telegram into the host when the operator gave a token.</summary>
internal static class TelegramServices
{
    public static IServiceCollection AddTelegram(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<TelegramOptions>(TelegramOptions.Section);
        services.AddSingleton<IValidateOptions<TelegramOptions>, TelegramOptionsCheck>();

        if (string.IsNullOrWhiteSpace(configuration[$"{TelegramOptions.Section}:{nameof(TelegramOptions.Token)}"]))
        {
            return services;
        }

        services.AddSingleton<TelegramLine>();
        services.AddSingleton<TelegramShelf>();
        services.AddSingleton<TelegramDownloads>();
        services.AddSingleton<TelegramDoor>();
        services.AddSingleton<TelegramPolling>();
        services.AddSingleton<TelegramWebhook>();
        services.AddSingleton<IChannel, TelegramChannel>();
        services.AddHostedService<TelegramService>();
        return services;
    }

    public static void MapTelegram(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;

        if (services.GetService<TelegramLine>() is not null
            && services.GetRequiredService<IOptions<TelegramOptions>>().Value.Mode == TelegramMode.Webhook)
        {
            TelegramWebhook.Map(routes, services.GetRequiredService<TelegramWebhook>());
        }
    }
}
