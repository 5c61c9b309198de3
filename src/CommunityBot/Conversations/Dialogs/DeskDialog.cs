using CommunityBot.Conversations.AtDesk;
using CommunityBot.Desks;
using CommunityBot.Handovers;
using CommunityBot.Messages;
using CommunityBot.Tickets;

namespace CommunityBot.Conversations.Dialogs;

/// <summary>The commune's desk in the messenger: hears presses on cards, replies to the bot, typed commands and codes; in a group it is silent otherwise.</summary>
public sealed class DeskDialog : IDialog
{
    private const int LongestName = 60;

    private static readonly string[] CodeCommands = ["/ma ", "/start ", "ma "];

    public string Name => "desk";

    public DialogTurn? Hear(Scene scene, Heard heard)
    {
        var what = DeskEvent.Of(heard);
        var state = scene.Conversation.State;

        if (CodeIn(heard) is { } code)
        {
            return DialogTurn.Do(state, new SendCode(what, code));
        }

        if (heard.Choice is { } key && (heard.IsPress || !what.IsGroup) && Pressed(scene, what, key) is { } pressed)
        {
            return pressed;
        }

        if (scene.Conversation.Desk is null)
        {
            return what.IsGroup ? HearUnknownGroup(scene, heard) : null;
        }

        if (heard.ChoiceBehind(TicketKeys.Villager) is not null)
        {
            return null; // an officer who is also a villager answers in the same chat
        }

        return heard.Message.Kind switch
        {
            IncomingKind.Message when WaitingCode(scene, what) is { } waiting && heard.Text is { Length: <= LongestName } name =>
                DialogTurn.Do(state, new SendCode(what, waiting, name)),
            IncomingKind.Message when !what.IsGroup || IsForUs(heard) => DialogTurn.Do(state, new HearAtDesk(what)),
            IncomingKind.Message or IncomingKind.Edit or IncomingKind.AddedToGroup or IncomingKind.Wake or IncomingKind.Left or IncomingKind.ColleagueAnswered => Silence(scene),
            IncomingKind.Press => new DialogTurn(state, [], [], scene.Phrases.Say("desk.old_button")),
            IncomingKind.Arrived => DialogTurn.Do(state, new PressOnDesk(what, DeskKeys.Today)),
            IncomingKind.Unreadable when what.IsGroup => Silence(scene),
            IncomingKind.Unreadable => DialogTurn.Say(state, new OutgoingMessage { Text = scene.Phrases.Say("desk.unreadable") }),
            IncomingKind.RemovedFromGroup => DialogTurn.Do(state, new CloseDeskChat()),
            IncomingKind.GroupMoved when heard.Message.MovedTo is { Length: > 0 } to =>
                DialogTurn.Do(state, new MoveDeskChat(new ConversationKey(what.Where.Channel, to))),
            IncomingKind.GroupMoved => Silence(scene),
        };
    }

    /// <summary>A press on a card or the desk; null for keys of villagers' buttons.</summary>
    private static DialogTurn? Pressed(Scene scene, DeskEvent what, string key)
    {
        if (key.StartsWith(TicketKeys.Officer, StringComparison.Ordinal))
        {
            return TicketKeys.Read(key, TicketKeys.Officer) is { } press
                ? DialogTurn.Do(scene.Conversation.State, new PressOnTicket(what with { IsPress = true }, press))
                : new DialogTurn(scene.Conversation.State, [], [], scene.Phrases.Say("desk.old_button"));
        }

        return (key.StartsWith(DeskKeys.Prefix, StringComparison.Ordinal) || key.StartsWith(HandoverKeys.Officer, StringComparison.Ordinal)) && key.Length <= 64
            ? DialogTurn.Do(scene.Conversation.State, new PressOnDesk(what with { IsPress = true }, key))
            : null;
    }

    /// <summary>A group that is no desk: the bot explains itself once and is silent.</summary>
    private static DialogTurn HearUnknownGroup(Scene scene, Heard heard) =>
        heard.Message.Kind == IncomingKind.AddedToGroup || heard.Folded is "/start" or "/help" || heard.Folded.StartsWith("/start@", StringComparison.Ordinal)
            ? DialogTurn.Say(scene.Conversation.State, new OutgoingMessage { Text = scene.Phrases.Say("desk.group_hello") })
            : Silence(scene);

    /// <summary>In a group the bot is meant by a reply to it, a command, or a ticket's code behind a known word.</summary>
    private static bool IsForUs(Heard heard) =>
        heard.Message.ReplyToMessageId is not null
        || heard.Folded.StartsWith('/')
        || DeskCommand.Read(heard.Text) is { Ticket: not null };

    private static string? CodeIn(Heard heard)
    {
        if (heard.Message.Kind is not (IncomingKind.Message or IncomingKind.Arrived))
        {
            return null;
        }

        if (Invitation.LooksLikeCode(heard.Message.StartPayload))
        {
            return heard.Message.StartPayload;
        }

        var text = heard.Text;
        var command = CodeCommands.FirstOrDefault(one => text?.StartsWith(one, StringComparison.OrdinalIgnoreCase) is true);
        var code = command is null ? text : text![command.Length..].Trim();

        // Whoever types the command means a code: a mistyped one is told so.
        return command == CodeCommands[0] || Invitation.LooksLikeCode(code) ? code : null;
    }

    /// <summary>The code of somebody who was asked for their name.</summary>
    private static string? WaitingCode(Scene scene, DeskEvent what) =>
        scene.Conversation.Desk?.StepOf(what.OfficerId) is { Task: DeskTask.GiveName, Choice: { } code } ? code : null;

    private static DialogTurn Silence(Scene scene) => new(scene.Conversation.State, [], []);
}
