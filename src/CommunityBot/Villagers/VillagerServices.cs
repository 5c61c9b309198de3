using CommunityBot.Scheduling;
using CommunityBot.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Villagers;

/// <summary>Wires what is kept of villagers and how they have it erased.</summary>
public static class VillagerServices
{
    public static IServiceCollection AddVillagers(this IServiceCollection services)
    {
        services.AddSettings<PrivacyOptions>("Privacy");
        services.AddKind(Villager.Kind);
        services.AddKind(Erasure.Kind);
        services.AddSingleton<ConsentNotice>();
        services.AddSingleton<EraseLater>();
        services.AddSingleton<ForgetVillager>();
        services.AddSingleton<ExportVillager>();
        services.AddScheduledJob<FinishErasures>();
        services.AddScheduledJob<ForgetOldReporters>();
        return services;
    }
}
