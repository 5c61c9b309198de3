using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Reports;

/// <summary>Wires how a villager's words, photos and place become a report.</summary>
public static class ReportServices
{
    public static IServiceCollection AddReports(this IServiceCollection services)
    {
        services.AddSingleton<PlaceReader>();
        services.AddSingleton<FileReport>();
        return services;
    }
}
