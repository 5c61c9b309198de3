using System.Globalization;
using CommunityBot.Messages;
using CommunityBot.Photos;
using CommunityBot.Storage;
using CommunityBot.Tickets;
using CommunityBot.Villagers;

namespace CommunityBot.Conversations.Dialogs.MyTickets;

/// <summary>Lists the last five tickets with icons, a button for each.</summary>
public sealed class ListMyTicketsHandler(TicketLines lines) : OrderHandler<ListMyTickets>
{
    private const int Last = 5;
    private const int LongestBubble = 320;

    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, ListMyTickets order, CancellationToken cancellationToken)
    {
        var page = await work.Store.ListAsync(
            ForgetVillager.OwnTickets(scene.Conversation.Key) with { Limit = Last, Descending = true }, cancellationToken);

        if (page.Count == 0)
        {
            return OrderOutcome.Say(MenuDialog.Home(scene.Phrases, scene.Phrases.Say("mytickets.none")));
        }

        var tickets = page.Select(Ticket.Kind.Read).ToList();
        var text = scene.Phrases.Say("mytickets.head");

        foreach (var ticket in tickets)
        {
            var line = lines.Line(scene.Phrases, ticket);
            text = text.Length + line.Length < LongestBubble ? $"{text}\n{line}" : text;
        }

        var buttons = tickets.Select((ticket, at) => new Button(
            Keyboard.Cut(string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {lines.KindOf(ticket)}")), Choices.MineOf + ticket.Id.Code));
        return OrderOutcome.Say(new OutgoingMessage
        {
            Text = text,
            Buttons = Keyboard.Of([.. buttons, new Button(scene.Phrases.Say("menu.button_home"), Choices.Home)]),
        });
    }
}

/// <summary>Shows one ticket: to its reporter with what they can do, to anybody else only what is public.</summary>
public sealed class ShowTicketHandler(TicketLines lines) : OrderHandler<ShowTicket>
{
    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, ShowTicket order, CancellationToken cancellationToken)
    {
        if (await work.FindAsync(Ticket.Kind, order.Ticket.Code, cancellationToken) is not { } ticket)
        {
            return OrderOutcome.Say(MenuDialog.Home(scene.Phrases, scene.Phrases.Say("mytickets.unknown_code")));
        }

        var isOwn = ticket.Reporter.Conversation == scene.Conversation.Key;
        return OrderOutcome.Say(isOwn
            ? new OutgoingMessage { Text = lines.Full(scene.Phrases, ticket), Buttons = Keyboard.Of(Buttons(scene, ticket)) }
            : MenuDialog.Home(scene.Phrases, lines.Public(scene.Phrases, ticket)));
    }

    private static List<Button> Buttons(Scene scene, Ticket ticket)
    {
        var buttons = new List<Button>();

        if (TicketLifecycle.IsOpen(ticket.Status))
        {
            buttons.Add(new Button(scene.Phrases.Say("report.button_add"), Choices.AddTo + ticket.Id.Code));
        }

        if (TicketLifecycle.Allows(ticket.Status, TicketStatus.Withdrawn))
        {
            buttons.Add(new Button(scene.Phrases.Say("report.button_withdraw"), TicketKeys.ForVillager(TicketKeys.Withdraw, ticket.Id)));
        }

        buttons.Add(new Button(scene.Phrases.Say("menu.button_mine"), Choices.Mine));
        buttons.Add(new Button(scene.Phrases.Say("menu.button_home"), Choices.Home));
        return buttons;
    }
}

/// <summary>Adds what the villager sent.</summary>
public sealed class AddToMyTicketHandler(AddToTicket addToTicket, TakeFile takeFile) : OrderHandler<AddToMyTicket>
{
    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, AddToMyTicket order, CancellationToken cancellationToken)
    {
        var villager = scene.Conversation.Key;
        var files = order.Files.Select(file => new FileRef(takeFile.Run(work, villager, file).Id, file.Kind, file.Duration)).ToList();
        var refusal = await addToTicket.RunAsync(work, order.Ticket, villager, order.Words, files, cancellationToken);

        if (refusal is not null)
        {
            return new OrderOutcome
            {
                Replies = [MenuDialog.Home(scene.Phrases, scene.Phrases.Say("mytickets.cannot_add", ("ma", order.Ticket.ToString())))],
                State = DialogState.Nothing,
            };
        }

        return order.IsAnswered ? OrderOutcome.Silent : OrderOutcome.Say(MyTicketsDialog.Ask(scene, order.Ticket, "mytickets.added"));
    }
}
