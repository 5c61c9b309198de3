using CommunityBot.Awareness.Readers;
using CommunityBot.Awareness.Search;
using CommunityBot.Awareness.Voice;
using CommunityBot.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CommunityBot.Awareness;

/// <summary>Wires what villagers learn here: finding a card, hearing it, and what readers thought of it.</summary>
public static class AwarenessServices
{
    public static IServiceCollection AddAwareness(this IServiceCollection services)
    {
        services.AddSingleton<CardSearch>();

        services.AddKind(TopicFeedback.Kind);
        services.AddKind(CardTally.Kind);
        services.AddKind(CardRemark.Kind);
        services.AddSingleton<CardViews>();
        services.AddScheduledJob<KeepCardViews>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<KeepCardViews>());
        services.AddScheduledJob<ForgetOldRemarks>();
        services.AddSingleton<MakeContentReport>();

        services.AddKind(Recording.Kind);
        services.AddSingleton<ClipBook>();
        services.AddSingleton<ClipWords>();
        services.AddSingleton<SubmitRecording>();
        services.AddSingleton<JudgeRecording>();
        services.AddScheduledJob<OfferRecordings>();
        services.AddScheduledJob<RefreshClips>();
        return services;
    }
}
