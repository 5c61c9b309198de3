using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommunityBot.Tickets;

/// <summary>Wires everything that happens to a ticket.</summary>
public static class TicketServices
{
    public static IServiceCollection AddTickets(this IServiceCollection services)
    {
        services.AddKind(Ticket.Kind);
        services.TryAddSingleton<ICommunePromises, NoPromises>();
        services.AddSingleton<OpenTicket>();
        return services;
    }
}
