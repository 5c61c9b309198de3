using CommunityBot.Desks;
using CommunityBot.Messages;
using CommunityBot.Phrases;
using CommunityBot.Storage;
using CommunityBot.Tickets;

namespace CommunityBot.Conversations.AtDesk;

/// <summary>One turn of an officer at a desk: what is said, what they are now in the middle of.</summary>
internal sealed class DeskTurn(Work work, Scene scene, DeskEvent what, Officer officer, Outbox outbox)
{
    private readonly List<OutgoingMessage> replies = [];
    private string? notice;
    private bool isStepChanged;
    private DeskStep? step;

    public Work Work => work;

    public DeskEvent What => what;

    public Officer Officer => officer;

    public Phrasebook Phrases => scene.Phrases;

    public DateTimeOffset Now => scene.Now;

    public OfficerAtDesk Desk { get; } = new(officer, what.Where);

    public DeskSeat Seat => scene.Conversation.Desk ?? new DeskSeat();

    /// <summary>What this officer is in the middle of; forgotten after a day.</summary>
    public DeskStep? Step => isStepChanged ? step : Seat.StepOf(officer.Id) is { } open && Now - open.At < TimeSpan.FromDays(1) ? open : null;

    public OrderOutcome Outcome => new()
    {
        Replies = replies,
        Notice = notice,
        Amend = isStepChanged ? Amended : null,
    };

    /// <summary>On the pressed button, or as words when nothing was pressed.</summary>
    public void Answer(string sentence)
    {
        if (what.IsPress)
        {
            notice = sentence;
        }
        else
        {
            Say(new OutgoingMessage { Text = sentence });
        }
    }

    public void Say(OutgoingMessage message) => replies.Add(what.IsGroup && !what.IsPress ? message with { ReplyTo = what.MessageId } : message);

    /// <summary>Asks for something about a ticket. In a group the answer must be a reply to this bubble, so it is kept.</summary>
    public void Ask(TicketId ticket, OutgoingMessage message) => Ask(ticket.Code, message);

    /// <summary>The same about a villager's question.</summary>
    public void Ask(string about, OutgoingMessage message)
    {
        if (what.IsGroup)
        {
            outbox.Say(work, what.Where, message with { ReplyTo = what.MessageId }, about: about);
        }
        else
        {
            Say(message);
        }
    }

    public void Begin(DeskStep next)
    {
        isStepChanged = true;
        step = next with { At = Now };
    }

    public void End()
    {
        isStepChanged = true;
        step = null;
    }

    private Conversation Amended(Conversation conversation) =>
        conversation.Desk is { } seat ? conversation with { Desk = seat.With(officer.Id, step) } : conversation;
}
