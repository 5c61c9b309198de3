using CommunityBot.Handovers;
using CommunityBot.Messages;
using CommunityBot.Storage;
using CommunityBot.Tickets;
using CommunityBot.Villagers;

namespace CommunityBot.Conversations.Steps;

/// <summary>An officer answered the villager past the bot: it stands in their open hand-over or on the timeline of their open ticket, and the bot stays silent.</summary>
public sealed class NoteColleague(TakeStep step) : ITurnStep
{
    /// <summary>An open ticket older than so many later ones is not what they talk about.</summary>
    private const int Latest = 5;

    private const string Colleague = "colleague";

    public async Task RunAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Message.Kind != IncomingKind.ColleagueAnswered)
        {
            return;
        }

        turn.IsSettled = true;

        if (await FindHandoverAsync(turn, cancellationToken) is { } handover)
        {
            var line = new HandoverLine(turn.Now, Colleague, turn.Message.Text ?? "");
            turn.Work.Put(Handover.Kind, handover with { Lines = [.. handover.Lines, line], LastAt = turn.Now });
            return;
        }

        if (await FindOpenAsync(turn, cancellationToken) is { } ticket)
        {
            await step.RunAsync(
                turn.Work, ticket, ticket, new Actor(Colleague, turn.Message.Conversation.Channel), "answered-past-the-bot", turn.Message.Text, cancellationToken);
        }
    }

    private static async Task<Handover?> FindHandoverAsync(Turn turn, CancellationToken cancellationToken)
    {
        var page = await turn.Work.Store.ListAsync(Handover.Of(turn.Message.Conversation) with { Limit = 1, Descending = true }, cancellationToken);
        return page.Count > 0 && Handover.Kind.Read(page[0]).IsOpen ? turn.Work.Adopt(Handover.Kind, page[0]) : null;
    }

    private static async Task<Ticket?> FindOpenAsync(Turn turn, CancellationToken cancellationToken)
    {
        var range = ForgetVillager.OwnTickets(turn.Message.Conversation) with { Limit = Latest, Descending = true };
        var page = await turn.Work.Store.ListAsync(range, cancellationToken);
        var open = page.FirstOrDefault(document => TicketLifecycle.IsOpen(Ticket.Kind.Read(document).Status));
        return open is null ? null : turn.Work.Adopt(Ticket.Kind, open);
    }
}
