using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Conversations.Dialogs.Cards;

/// <summary>Wires searching for cards and what readers say about them.</summary>
public static class ReaderTalkServices
{
    public static IServiceCollection AddReaderTalk(this IServiceCollection services)
    {
        services.AddSingleton<SearchDialog>();
        services.AddSingleton<RemarkDialog>();
        services.AddOrder<NoteCardShownHandler>();
        services.AddOrder<KeepRemarkHandler>();
        return services;
    }
}
