using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Conversations.Dialogs.Reporting;

/// <summary>Wires the talk about a report.</summary>
public static class ReportTalkServices
{
    public static IServiceCollection AddReportTalk(this IServiceCollection services)
    {
        services.AddSingleton<ReportQuestions>();
        services.AddSingleton<ReportReplies>();
        services.AddSingleton<ReportAnswers>();
        services.AddSingleton<ReportPresses>();
        services.AddSingleton<ReportPauses>();
        services.AddSingleton<ReportDialog>();
        services.AddSingleton<StatusLink>();
        services.AddOrder<SetWakeHandler>();
        services.AddOrder<KeepVillagerHandler>();
        services.AddOrder<KeepFilesHandler>();
        services.AddOrder<DropFilesHandler>();
        services.AddOrder<OfferPhotoPlaceHandler>();
        services.AddOrder<SendReportHandler>();
        return services;
    }
}
