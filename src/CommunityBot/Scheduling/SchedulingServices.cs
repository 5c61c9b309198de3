using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommunityBot.Scheduling;

/// <summary>Declares what the clock does; the host brings the engine that rings.</summary>
public static class SchedulingServices
{
    public static IServiceCollection AddScheduling(this IServiceCollection services)
    {
        services.TryAddSingleton<JobRegistry>();
        return services;
    }

    public static IServiceCollection AddScheduledJob<TJob>(this IServiceCollection services)
        where TJob : class, IScheduledJob
    {
        services.TryAddSingleton<TJob>();
        return services.AddSingleton<IScheduledJob>(provider => provider.GetRequiredService<TJob>());
    }
}
