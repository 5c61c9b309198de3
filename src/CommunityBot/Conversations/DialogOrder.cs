using CommunityBot.Conversations.Dialogs;
using CommunityBot.Conversations.Dialogs.Cards;
using CommunityBot.Conversations.Dialogs.Handover;
using CommunityBot.Conversations.Dialogs.MyTickets;
using CommunityBot.Conversations.Dialogs.Privacy;
using CommunityBot.Conversations.Dialogs.Reporting;
using CommunityBot.Conversations.Dialogs.Subscribing;
using CommunityBot.Conversations.Dialogs.Voice;

namespace CommunityBot.Conversations;

/// <summary>Who is asked first: the visible order of the dialogs. The first one that answers has the word.</summary>
public sealed class DialogOrder(
    RecordingDialog recording,
    DeskDialog desk,
    WindowDialog window,
    ChildDialog child,
    RemarkDialog remark,
    SearchDialog search,
    AsideDialog aside,
    VillagerTicketDialog ticket,
    HandoverDialog handover,
    MyTicketsDialog myTickets,
    NewsDialog news,
    QuestionDialog question,
    ReportDialog report,
    PrivacyDialog privacy,
    LanguageDialog language,
    MenuDialog menu,
    TopicDialog topic,
    ListenDialog listen,
    QuizDialog quiz,
    FallbackDialog fallback)
{
    /// <summary>Top to bottom: the open talk and the desks first, then the words that always work, then new wishes, then never a dead end.</summary>
    public IReadOnlyList<IDialog> Dialogs { get; } =
        [recording, desk, window, child, remark, search, aside, ticket, handover, myTickets, news, question, report, privacy, language, menu, topic, listen, quiz, fallback];
}
