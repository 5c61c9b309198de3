using CommunityBot.Messages;
using CommunityBot.Tickets;

namespace CommunityBot.Conversations.Dialogs;

/// <summary>What a villager says about a ticket of theirs: "Ổn", "Chưa ổn", "Rút lại", the answer to an officer's question.</summary>
public sealed class VillagerTicketDialog : IDialog
{
    public string Name => "ticket";

    public DialogTurn? Hear(Scene scene, Heard heard)
    {
        if (heard.Message.IsGroup)
        {
            return null;
        }

        if (heard.ChoiceBehind(TicketKeys.Villager) is not null)
        {
            return TicketKeys.Read(heard.Choice!, TicketKeys.Villager) is { } press
                ? DialogTurn.Do(scene.Conversation.State, new PressOnOwnTicket(press))
                : null;
        }

        return scene.Conversation.Question is { } asked && IsAnswer(scene, heard)
            ? DialogTurn.Do(scene.Conversation.State, new AnswerOfficer(asked, heard.Text, heard.Message.Files))
            : null;
    }

    /// <summary>Words, a photo or a voice note while nothing else is talked about and no button or command is meant.</summary>
    private static bool IsAnswer(Scene scene, Heard heard) =>
        heard is { Message: { Kind: IncomingKind.Message, StartPayload: null }, Choice: null, Reading: { Command: null, Danger: null } }
        && scene.Conversation.State.Open is null
        && !heard.Folded.StartsWith('/')
        && (heard.Text is not null || heard.Message.Files.Count > 0);
}

/// <summary>The villager pressed a button about their ticket.</summary>
public sealed record PressOnOwnTicket(TicketPress Press) : Order;

/// <summary>The villager answered the officer.</summary>
public sealed record AnswerOfficer(TicketId Ticket, string? Words, IReadOnlyList<IncomingFile> Files) : Order;
