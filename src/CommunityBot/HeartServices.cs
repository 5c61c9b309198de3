using CommunityBot.Awareness;
using CommunityBot.Awareness.Search;
using CommunityBot.Conversations;
using CommunityBot.Conversations.AtDesk;
using CommunityBot.Conversations.Dialogs;
using CommunityBot.Conversations.Dialogs.Cards;
using CommunityBot.Conversations.Dialogs.Handover;
using CommunityBot.Conversations.Dialogs.MyTickets;
using CommunityBot.Conversations.Dialogs.Privacy;
using CommunityBot.Conversations.Dialogs.Reporting;
using CommunityBot.Conversations.Dialogs.Subscribing;
using CommunityBot.Conversations.Dialogs.Voice;
using CommunityBot.Conversations.Steps;
using CommunityBot.Desks;
using CommunityBot.Handovers;
using CommunityBot.Messages;
using CommunityBot.News;
using CommunityBot.Primitives;
using CommunityBot.Reports;
using CommunityBot.Scheduling;
using CommunityBot.Settings;
using CommunityBot.Storage;
using CommunityBot.Tickets;
using CommunityBot.Understanding;
using CommunityBot.Villagers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommunityBot;

/// <summary>Wires the heart: the turn, the outbox and the clock. Features, channels and the store add themselves beside it.</summary>
public static class HeartServices
{
    public static IServiceCollection AddHeart(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IChance, SystemChance>();
        services.AddScheduling();
        services.AddMessages();
        services.AddAwareness();
        services.AddSingleton(provider => WordsToSearchWith(provider.GetRequiredService<Vocabulary>()));
        services.AddConversations();
        services.AddVillagers();
        services.AddReports();
        services.AddDesks();
        services.AddTickets();
        services.AddHandovers();
        services.AddNews();
        services.AddReportTalk();
        services.AddMyTicketsTalk();
        services.AddHandoverTalk();
        services.AddNewsTalk();
        services.AddPrivacyTalk();
        services.AddReaderTalk();
        services.AddVoiceTalk();
        return services;
    }

    /// <summary>Declares a kind of document to the store.</summary>
    public static IServiceCollection AddKind<T>(this IServiceCollection services, DocumentKind<T> kind)
        where T : class => services.AddSingleton(kind.Definition);

    /// <summary>Lets a handler carry out its kind of order.</summary>
    public static IServiceCollection AddOrder<THandler>(this IServiceCollection services)
        where THandler : class, IOrderHandler => services.AddSingleton<IOrderHandler, THandler>();

    /// <summary>The vocabulary's words for a topic find its cards; its words of asking, greeting and thanking find nothing.</summary>
    private static SearchWords WordsToSearchWith(Vocabulary vocabulary) => new(
        vocabulary.Reader,
        [.. vocabulary.Meanings
            .Where(one => one.Meaning is { Intent: Intent.AskTopic, Key: not null })
            .Select(one => (one.Phrase, new TopicName(one.Meaning.Key!, one.Meaning.Weight)))],
        [.. vocabulary.Meanings
            .Where(one => one.Meaning is { Intent: Intent.AskTopic or Intent.Greeting or Intent.Thanks, Key: null, Weight: > 0 })
            .Select(one => one.Phrase)]);

    private static void AddMessages(this IServiceCollection services)
    {
        services.AddKind(Outbox.Rows);
        services.AddKind(Wake.Kind);
        services.AddSingleton<ChannelBoard>();
        services.AddSingleton<SettleRow>();
        services.AddSingleton<OutboxSender>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<WakeTimer>();
        services.AddSingleton(provider => new Lazy<WakeTimer>(provider.GetRequiredService<WakeTimer>));
        services.AddSingleton(provider => new Lazy<IIncoming>(provider.GetRequiredService<IIncoming>));
        services.AddScheduledJob<SendLeftovers>();
        services.AddScheduledJob<RunDueWakes>();
    }

    private static void AddConversations(this IServiceCollection services)
    {
        services.AddKind(Conversation.Kind);
        services.AddKind(TurnFailure.Stored);
        services.AddSingleton<Lanes>();
        services.AddSingleton<TurnFailures>();
        services.AddSingleton<OrderDesk>();
        services.AddSingleton<DialogOrder>();
        services.AddDeskTalk();
        services.AddSingleton<LanguageDialog>();
        services.AddSingleton<MenuDialog>();
        services.AddSingleton<TopicDialog>();
        services.AddSingleton<QuizDialog>();
        services.AddSingleton<FallbackDialog>();
        services.AddSingleton<AsideDialog>();
        services.AddSingleton<QuestionDialog>();
        services.AddOrder<AskAgainHandler>();
        services.AddOrder<KeepFeedbackHandler>();
        services.AddSingleton<LoadConversation>();
        services.AddSingleton<Understand>();
        services.AddSettings<ConversationOptions>("Conversations");
        services.AddSingleton<SlowDown>();
        services.AddSingleton<Talk>();
        services.AddSingleton<NoteColleague>();
        services.AddSingleton<TellWhatWaited>();
        services.AddSingleton<WatchWindow>();
        services.AddSingleton<WindowDialog>();
        services.AddOrder<AskToKeepWindowHandler>();
        services.AddSingleton<KeepConversation>();
        services.AddSingleton<IIncoming, ConversationPipeline>();
        services.AddSingleton<ICommandMenu, CommandMenu>();
    }
}
