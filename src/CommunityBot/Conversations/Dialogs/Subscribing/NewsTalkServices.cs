using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Conversations.Dialogs.Subscribing;

/// <summary>Wires "Nhận tin".</summary>
public static class NewsTalkServices
{
    public static IServiceCollection AddNewsTalk(this IServiceCollection services)
    {
        services.AddSingleton<NewsDialog>();
        services.AddSingleton<NewsQuestions>();
        services.AddOrder<BeginNewsHandler>();
        services.AddOrder<KeepSubscriptionHandler>();
        services.AddOrder<MoveHomeHandler>();
        services.AddOrder<StopNewsHandler>();
        services.AddOrder<FollowWaterHandler>();
        services.AddOrder<NewsOfferedHandler>();
        return services;
    }
}
