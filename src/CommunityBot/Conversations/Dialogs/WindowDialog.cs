using CommunityBot.Messages;
using CommunityBot.Phrases;
using CommunityBot.Storage;
using CommunityBot.Tickets;
using CommunityBot.Villagers;

namespace CommunityBot.Conversations.Dialogs;

/// <summary>Where a messenger lets us write only so long: asks the villager with an open ticket for one word, so that its news still reach them.</summary>
public sealed class WindowDialog : IDialog
{
    public const string About = "window";
    public const string GoOn = "window:go";

    public string Name => "window";

    public DialogTurn? Hear(Scene scene, Heard heard) => heard switch
    {
        { Wake.About: About } => DialogTurn.Do(scene.Conversation.State, new AskToKeepWindow()),
        { Choice: GoOn } => DialogTurn.Say(scene.Conversation.State, new OutgoingMessage { Text = scene.Phrases.Say("window.kept") }),
        _ => null,
    };
}

/// <summary>Asks once whether we may go on writing, when something is still open.</summary>
public sealed record AskToKeepWindow : Order;

/// <summary>Asks only a villager who still waits for something.</summary>
public sealed class AskToKeepWindowHandler : OrderHandler<AskToKeepWindow>
{
    private const int Latest = 20;

    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, AskToKeepWindow order, CancellationToken cancellationToken)
    {
        var range = ForgetVillager.OwnTickets(scene.Conversation.Key) with { Limit = Latest, Descending = true };
        var page = await work.Store.ListAsync(range, cancellationToken);
        var open = page.Select(Ticket.Kind.Read).FirstOrDefault(ticket => TicketLifecycle.IsOpen(ticket.Status) || ticket.Status == TicketStatus.Resolved);

        return open is null || scene.Conversation.HasLeft
            ? OrderOutcome.Silent
            : OrderOutcome.Say(Question(scene.Phrases, open));
    }

    /// <summary>A result that waits for "Ổn" is asked about once more; any other ticket only needs a word.</summary>
    private static OutgoingMessage Question(Phrasebook phrases, Ticket ticket) => ticket.Status == TicketStatus.Resolved
        ? new OutgoingMessage
        {
            Text = phrases.Say("window.keep_resolved", ("ma", ticket.Id.ToString())),
            Buttons =
            [
                [
                    new Button(phrases.Say("ticket.button_fixed"), TicketKeys.ForVillager(TicketKeys.Fixed, ticket.Id)),
                    new Button(phrases.Say("ticket.button_still_broken"), TicketKeys.ForVillager(TicketKeys.StillBroken, ticket.Id)),
                ],
            ],
        }
        : new OutgoingMessage
        {
            Text = phrases.Say("window.keep_open", ("ma", ticket.Id.ToString())),
            Buttons = [[new Button(phrases.Say("window.button_go"), WindowDialog.GoOn)]],
        };
}
