using CommunityBot.Conversations.Dialogs.Handover;
using CommunityBot.Conversations.Dialogs.MyTickets;
using CommunityBot.Conversations.Dialogs.Reporting;
using CommunityBot.Conversations.Dialogs.Subscribing;
using CommunityBot.Storage;

namespace CommunityBot.Conversations.Dialogs;

/// <summary>Ask the open question once more, after something else was said.</summary>
public sealed record AskAgain : Order;

/// <summary>Says the open question of whichever talk is open, shortly.</summary>
public sealed class AskAgainHandler(ReportQuestions report, HandoverQuestions handover, NewsQuestions news) : OrderHandler<AskAgain>
{
    protected override Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, AskAgain order, CancellationToken cancellationToken) =>
        Task.FromResult(scene.Conversation.State switch
        {
            { Open: ReportDialog.DialogName, Report: { } draft } => OrderOutcome.Say(report.AskShortly(scene, draft)),
            { Open: MyTicketsDialog.DialogName, AddTo: { } ticket } => OrderOutcome.Say(MyTicketsDialog.Ask(scene, ticket, "mytickets.ask_more")),
            { Open: HandoverDialog.DialogName, Handover: { } draft } => OrderOutcome.Say(handover.Ask(scene, draft)),
            { Open: NewsDialog.DialogName, News: { } draft } => OrderOutcome.Say(news.Ask(scene, draft)),
            _ => OrderOutcome.Say(MenuDialog.Home(scene.Phrases, scene.Phrases.Say("menu.home"))),
        });
}
