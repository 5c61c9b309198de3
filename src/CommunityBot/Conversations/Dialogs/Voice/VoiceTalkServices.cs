using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Conversations.Dialogs.Voice;

/// <summary>Wires listening to cards and recording them.</summary>
public static class VoiceTalkServices
{
    public static IServiceCollection AddVoiceTalk(this IServiceCollection services)
    {
        services.AddSingleton<ListenDialog>();
        services.AddSingleton<RecordingDialog>();
        services.AddSingleton<RecordingMenus>();
        services.AddOrder<PressOnRecordingHandler>();
        services.AddOrder<HearRecordingHandler>();
        return services;
    }
}
