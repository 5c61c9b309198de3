using CommunityBot.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Handovers;

/// <summary>Wires the talk between a villager and a person of the office.</summary>
public static class HandoverServices
{
    public static IServiceCollection AddHandovers(this IServiceCollection services)
    {
        services.AddKind(Handover.Kind);
        services.AddSingleton<HandoverCards>();
        services.AddSingleton<AskOfficer>();
        services.AddSingleton<AnswerVillager>();
        services.AddScheduledJob<LookAfterHandovers>();
        services.AddScheduledJob<PassOnFiles>();
        return services;
    }
}
