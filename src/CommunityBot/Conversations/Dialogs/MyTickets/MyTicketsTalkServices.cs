using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Conversations.Dialogs.MyTickets;

/// <summary>Wires the talk about tickets a villager has already.</summary>
public static class MyTicketsTalkServices
{
    public static IServiceCollection AddMyTicketsTalk(this IServiceCollection services)
    {
        services.AddSingleton<TicketLines>();
        services.AddSingleton<MyTicketsDialog>();
        services.AddOrder<ListMyTicketsHandler>();
        services.AddOrder<ShowTicketHandler>();
        services.AddOrder<AddToMyTicketHandler>();
        return services;
    }
}
