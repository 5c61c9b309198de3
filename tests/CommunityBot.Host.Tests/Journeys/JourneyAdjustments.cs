using CommunityBot.Conversations;
using CommunityBot.Conversations.Dialogs;
using CommunityBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Host.Tests.Journeys;

/// <summary>What a journey needs besides its script.</summary>
internal static class JourneyAdjustments
{
    public static Action<IServiceCollection>? For(string journey) => journey switch
    {
        "mot-luot-bi-loi" => Break,
        _ => null,
    };

    private static void Break(IServiceCollection services)
    {
        services.Remove(services.Single(service => service.ImplementationType == typeof(KeepFeedbackHandler)));
        services.AddSingleton<IOrderHandler, BrokenFeedback>();
    }

    /// <summary>A bug on purpose: whoever says that a topic was useful meets it.</summary>
    private sealed class BrokenFeedback : OrderHandler<KeepFeedback>
    {
        protected override Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, KeepFeedback order, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("planted");
    }
}
