using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Conversations.Dialogs.Privacy;

/// <summary>Wires the talk about a villager's own data.</summary>
public static class PrivacyTalkServices
{
    public static IServiceCollection AddPrivacyTalk(this IServiceCollection services)
    {
        services.AddSingleton<ChildDialog>();
        services.AddSingleton<PrivacyDialog>();
        services.AddOrder<ShowMyDataHandler>();
        services.AddOrder<ExportMyDataHandler>();
        services.AddOrder<EraseMyDataHandler>();
        return services;
    }
}
