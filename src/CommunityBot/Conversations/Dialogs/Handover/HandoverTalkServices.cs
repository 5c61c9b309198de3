using CommunityBot.Handovers;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Conversations.Dialogs.Handover;

/// <summary>Wires "Gặp cán bộ".</summary>
public static class HandoverTalkServices
{
    public static IServiceCollection AddHandoverTalk(this IServiceCollection services)
    {
        services.AddSingleton<HandoverDialog>();
        services.AddSingleton<HandoverQuestions>();
        services.AddSingleton<IHandoverTalk, OfficerTalk>();
        services.AddSingleton<SendQuestionHandler>();
        services.AddOrder<MeetOfficerHandler>();
        services.AddOrder<KeepQuestionHandler>();
        services.AddOrder<SendQuestionHandler>();
        services.AddOrder<SayToOfficerHandler>();
        services.AddOrder<ListenForOfficerHandler>();
        services.AddOrder<LeaveOfficerHandler>();
        return services;
    }
}
