using CommunityBot.Photos;
using CommunityBot.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommunityBot.Tickets;

/// <summary>Wires everything that happens to a ticket.</summary>
public static class TicketServices
{
    public static IServiceCollection AddTickets(this IServiceCollection services)
    {
        services.AddKind(Ticket.Kind);
        services.AddKind(RoutingRules.Kind);
        services.TryAddSingleton<TakeFile>();
        services.AddSingleton<TicketFiles>();
        services.TryAddSingleton<ICommunePromises, CommunePromises>();
        services.AddSingleton<TicketWords>();
        services.AddSingleton<TicketCards>();
        services.AddSingleton<TakeStep>();
        services.AddSingleton<TellTheVillager>();
        services.AddSingleton<TellTheProvince>();
        services.AddSingleton<OpenTicket>();
        services.AddSingleton<AcceptTicket>();
        services.AddSingleton<StartWork>();
        services.AddSingleton<AskVillager>();
        services.AddSingleton<VillagerAnswers>();
        services.AddSingleton<ForwardTicket>();
        services.AddSingleton<DeclineTicket>();
        services.AddSingleton<ResolveTicket>();
        services.AddSingleton<ConfirmFixed>();
        services.AddSingleton<StillBroken>();
        services.AddSingleton<DecideReopening>();
        services.AddSingleton<AddToTicket>();
        services.AddSingleton<WithdrawTicket>();
        services.AddSingleton<MarkDuplicate>();
        services.AddSingleton<SetCategory>();
        services.AddSingleton<SeeReporter>();
        services.AddSingleton<SeeCulprit>();
        services.AddScheduledJob<RouteNewTickets>();
        services.AddScheduledJob<ShowArrivedFiles>();
        services.AddScheduledJob<RemindDesks>();
        services.AddScheduledJob<StopWaiting>();
        services.AddScheduledJob<FollowUpForwarded>();
        services.AddScheduledJob<CloseSilent>();
        return services;
    }
}
