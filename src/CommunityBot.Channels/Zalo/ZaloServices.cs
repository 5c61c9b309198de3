using CommunityBot.Messages;
using CommunityBot.Scheduling;
using CommunityBot.Settings;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CommunityBot.Channels.Zalo;

/// <summary>Puts Zalo into the host when the operator gave an app id.</summary>
internal static class ZaloServices
{
    public static IServiceCollection AddZalo(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<ZaloOptions>(ZaloOptions.Section);
        services.AddSingleton<IValidateOptions<ZaloOptions>, ZaloOptionsCheck>();

        if (string.IsNullOrWhiteSpace(configuration[$"{ZaloOptions.Section}:{nameof(ZaloOptions.AppId)}"]))
        {
            return services;
        }

        services.AddDataProtection();
        services.AddKind(ZaloAccount.Kind);
        services.AddKind(ZaloConsent.Kind);
        services.AddKind(ZaloSpending.Kind);
        services.AddSingleton<ZaloSignature>().AddSingleton<ZaloAlbums>().AddSingleton<ZaloRefusals>().AddSingleton<ZaloDoor>().AddSingleton<ZaloWebhook>();
        services.AddSingleton<ZaloStanding>().AddSingleton<ZaloSeal>().AddSingleton<ZaloHttp>().AddSingleton<ZaloTokenServer>();
        services.AddSingleton<ZaloAlarm>().AddSingleton<ZaloTokens>().AddSingleton<ZaloLine>();
        services.AddSingleton<ZaloWords>().AddSingleton<ZaloRequests>().AddSingleton<ZaloShelf>().AddSingleton<ZaloWindow>().AddSingleton<ZaloDownloads>();
        services.AddSingleton<IChannel, ZaloChannel>();
        services.AddSingleton<ZaloConsents>().AddSingleton<IChannelConsent>(all => all.GetRequiredService<ZaloConsents>());
        services.AddScheduledJob<WatchZalo>();
        return services;
    }

    public static void MapZalo(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;

        if (services.GetService<ZaloWebhook>() is not { } webhook)
        {
            return;
        }

        ZaloWebhook.Map(routes, webhook);
        ZaloPages.MapCallback(routes, services.GetRequiredService<ZaloConsents>());

        if (services.GetRequiredService<IOptions<ZaloOptions>>().Value.DomainVerification is { Length: > 0 } proof)
        {
            ZaloPages.MapProof(routes, proof);
        }
    }
}
