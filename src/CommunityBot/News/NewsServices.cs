using CommunityBot.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.News;

/// <summary>Wires what villagers asked to be told.</summary>
public static class NewsServices
{
    public static IServiceCollection AddNews(this IServiceCollection services)
    {
        services.AddKind(Subscription.Kind);
        services.AddKind(OutageFollower.Kind);
        services.AddSingleton<FollowOutage>();
        services.AddScheduledJob<TellOutageFollowers>();
        return services;
    }
}
