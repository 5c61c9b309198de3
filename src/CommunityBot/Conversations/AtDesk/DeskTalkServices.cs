using CommunityBot.Conversations.Dialogs;
using CommunityBot.Conversations.Orders;
using CommunityBot.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Conversations.AtDesk;

/// <summary>Wires what officers say at their desks and what villagers say about their tickets.</summary>
public static class DeskTalkServices
{
    public static IServiceCollection AddDeskTalk(this IServiceCollection services)
    {
        services.AddSingleton<DeskDialog>();
        services.AddSingleton<VillagerTicketDialog>();
        services.AddSingleton<IVillagerTalk, ExpectVillager>();
        services.AddSingleton<ResolveTalk>();
        services.AddSingleton<WriteTalk>();
        services.AddSingleton<ForwardTalk>();
        services.AddSingleton<CategoryTalk>();
        services.AddSingleton<TicketPresses>();
        services.AddSingleton<TodayList>();
        services.AddSingleton<DeskPeople>();
        services.AddSingleton<HandoverTalk>();
        services.AddOrder<PressOnTicketHandler>();
        services.AddOrder<PressOnDeskHandler>();
        services.AddOrder<HearAtDeskHandler>();
        services.AddOrder<SendCodeHandler>();
        services.AddOrder<MoveDeskChatHandler>();
        services.AddOrder<CloseDeskChatHandler>();
        services.AddOrder<PressOnOwnTicketHandler>();
        services.AddOrder<AnswerOfficerHandler>();
        return services;
    }
}
