using CommunityBot.Conversations.Dialogs.Reporting;
using CommunityBot.Messages;
using CommunityBot.Tickets;
using CommunityBot.Understanding;

namespace CommunityBot.Conversations.Dialogs.MyTickets;

/// <summary>"Việc tôi đã báo": the last tickets with their states, one of them in detail, and more photos or words for an open one.</summary>
public sealed class MyTicketsDialog : IDialog
{
    public const string DialogName = "add";

    private const int LongestCode = 40;

    public string Name => DialogName;

    public DialogTurn? Hear(Scene scene, Heard heard)
    {
        if (heard.Message.IsGroup || heard.Message.Kind is not (IncomingKind.Message or IncomingKind.Press))
        {
            return null;
        }

        return heard switch
        {
            { Choice: Choices.Mine } or { Reading.Command: Command.MyTickets or Command.Withdraw } => DialogTurn.Do(DialogState.Nothing, new ListMyTickets()),
            { Choice: not null } => Pressed(scene, heard),
            _ when TicketId.TryParse(CodeIn(heard), out var typed) => DialogTurn.Do(DialogState.Nothing, new ShowTicket(typed)),
            _ => Add(scene, heard) ?? AskedInWords(scene, heard),
        };
    }

    private static DialogTurn? Pressed(Scene scene, Heard heard)
    {
        if (TicketId.TryParse(heard.ChoiceBehind(Choices.MineOf), out var shown))
        {
            return DialogTurn.Do(DialogState.Nothing, new ShowTicket(shown));
        }

        return TicketId.TryParse(heard.ChoiceBehind(Choices.AddTo), out var ticket)
            ? DialogTurn.Say(scene.Conversation.State with { Open = DialogName, AddTo = ticket }, Ask(scene, ticket, "mytickets.ask_more"))
            : null;
    }

    /// <summary>Words, photos and voice notes go into the ticket until the villager is done.</summary>
    private static DialogTurn? Add(Scene scene, Heard heard)
    {
        var state = scene.Conversation.State;

        if (state is not { Open: DialogName, AddTo: { } ticket } || heard.Reading.Command is not null || heard.Message.StartPayload is not null
            || heard.Folded.StartsWith('/') || (heard.Text is null && heard.Message.Files.Count == 0))
        {
            return null;
        }

        // Of an album only the first part is answered.
        var isAnswered = heard.Message.AlbumId is { } album && album == state.LastAlbum;
        return new DialogTurn(
            state with { LastAlbum = heard.Message.AlbumId },
            [],
            [new AddToMyTicket(ticket, heard.Text, heard.Message.Files, isAnswered)]);
    }

    private static DialogTurn? AskedInWords(Scene scene, Heard heard) =>
        scene.Conversation.State.Open is null && heard.Reading is { IsSure: true, Guesses: [{ Intent: Intent.TicketStatus }, ..] }
            ? DialogTurn.Do(DialogState.Nothing, new ListMyTickets())
            : null;

    private static string? CodeIn(Heard heard) => heard.Message.StartPayload ?? (heard.Text is { Length: <= LongestCode } text ? text : null);

    internal static OutgoingMessage Ask(Scene scene, TicketId ticket, string key) => new()
    {
        Text = scene.Phrases.Say(key, ("ma", ticket.ToString())),
        Buttons = ReportQuestions.WithExits(scene, new Button(scene.Phrases.Say("mytickets.button_done"), Choices.MineOf + ticket.Code)),
    };
}
