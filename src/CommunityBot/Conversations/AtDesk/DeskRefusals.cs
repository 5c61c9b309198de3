using CommunityBot.Phrases;
using CommunityBot.Storage;
using CommunityBot.Tickets;

namespace CommunityBot.Conversations.AtDesk;

/// <summary>Says kindly why something cannot be done.</summary>
internal static class DeskRefusals
{
    public static async Task<string> SayAsync(
        Phrasebook phrases, Work work, TicketRefusal refusal, TicketId id, CancellationToken cancellationToken) => refusal switch
        {
            TicketRefusal.NotFound => phrases.Say("desk.not_found"),
            TicketRefusal.WrongMoment => phrases.Say("desk.wrong_moment"),
            TicketRefusal.TakenByColleague => phrases.Say("desk.taken_by", ("ten", await TakerAsync(work, id, phrases, cancellationToken))),
            TicketRefusal.NotTaken => phrases.Say("desk.not_taken"),
            TicketRefusal.NeedsConcreteWords => phrases.Say("desk.needs_words"),
            TicketRefusal.NeedsProof => phrases.Say("desk.needs_proof"),
            TicketRefusal.UnknownChoice => phrases.Say("desk.unknown_choice"),
            TicketRefusal.NobodyToAsk => phrases.Say("desk.nobody_to_ask"),
            TicketRefusal.ReporterHidden => phrases.Say("desk.reporter_hidden"),
            TicketRefusal.OnlyAssignee => phrases.Say("desk.only_assignee"),
            TicketRefusal.NeedsSecondPerson => phrases.Say("desk.needs_second_person"),
            TicketRefusal.TooLate => phrases.Say("desk.wrong_moment"),
        };

    private static async Task<string> TakerAsync(Work work, TicketId id, Phrasebook phrases, CancellationToken cancellationToken) =>
        (await work.FindAsync(Ticket.Kind, id.Code, cancellationToken))?.AssigneeName ?? phrases.Say("desk.a_colleague");
}
