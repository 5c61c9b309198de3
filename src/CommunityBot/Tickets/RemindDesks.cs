using CommunityBot.Desks;
using CommunityBot.Messages;
using CommunityBot.Scheduling;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>Nobody takes a ticket: at 80 % of the time the desk is reminded, at 100 % its next linked person by name, at 150 % the province. Each step once.</summary>
public sealed class RemindDesks(
    IDocumentStore store, TakeStep step, TellTheProvince province, TicketWords words, Outbox outbox, TimeProvider clock) : IScheduledJob
{
    public const string JobName = "remind-desks";

    public string Name => JobName;

    public TimeSpan LookEvery => TimeSpan.FromMinutes(1);

    public Task<JobSummary> RunAsync(CancellationToken cancellationToken) =>
        TicketSweep.RunAsync(store, TicketSweep.Due(JobName, clock.GetUtcNow()), Ticket.DueIndex, RemindAsync, cancellationToken);

    private async Task<bool> RemindAsync(Work work, Ticket ticket, CancellationToken cancellationToken)
    {
        var level = LevelAt(ticket, clock.GetUtcNow());
        var after = await step.RunAsync(
            work, ticket, ticket with { Reminded = level }, Actor.Job(JobName), $"remind-{level}", null, cancellationToken);

        if (after is null)
        {
            return false;
        }

        // After an hour without power several steps are due at once: only the last one is said.
        await SayAsync(work, after, level, cancellationToken);
        return true;
    }

    private static int LevelAt(Ticket ticket, DateTimeOffset now)
    {
        var reached = ticket with { Reminded = ticket.Reminded + 1 };

        while (TicketClock.NextLook(reached) is { Job: JobName, At: var at } && at <= now)
        {
            reached = reached with { Reminded = reached.Reminded + 1 };
        }

        return reached.Reminded;
    }

    private async Task SayAsync(Work work, Ticket ticket, int level, CancellationToken cancellationToken)
    {
        var code = ticket.Id.ToString();
        var place = words.CommuneOf(ticket.Commune);

        switch (level)
        {
            case 1:
                SayInDesk(work, ticket, words.Phrases.Say("desk.remind_soon", ("ma", code)));
                break;
            case 2:
                await RemindNextPersonAsync(work, ticket, cancellationToken);
                break;
            default:
                SayInDesk(work, ticket, words.Phrases.Say("desk.remind_province_told", ("ma", code)));
                await province.SayAsync(work, words.Phrases.Say("desk.remind_province", ("ma", code), ("noi", place)), ticket.Id, cancellationToken);
                break;
        }
    }

    /// <summary>The lead first, then the others in the order of the list.</summary>
    private async Task RemindNextPersonAsync(Work work, Ticket ticket, CancellationToken cancellationToken)
    {
        var desk = await work.FindDeskAsync(ticket.Commune, cancellationToken);
        var people = new List<Officer>();

        foreach (var id in desk.People)
        {
            if (await work.FindOfficerAsync(id, cancellationToken) is { } officer)
            {
                people.Add(officer);
            }
        }

        var next = people.Find(officer => officer.Has(StaffRole.CommuneLead, ticket.Commune)) ?? people.FirstOrDefault();
        var sentence = words.Phrases.Say("desk.remind_person", ("ma", ticket.Id.ToString()), ("ten", next?.Name ?? words.CommuneOf(ticket.Commune)));
        SayInDesk(work, ticket, sentence);

        if (next?.PrivateChat is { } alone && ticket.Cards.All(card => card.Conversation != alone))
        {
            outbox.Say(work, alone, Reminder(ticket, sentence));
        }
    }

    private void SayInDesk(Work work, Ticket ticket, string sentence)
    {
        foreach (var card in ticket.Cards)
        {
            outbox.Say(work, card.Conversation, Reminder(ticket, sentence), about: ticket.Id.Code);
        }
    }

    private OutgoingMessage Reminder(Ticket ticket, string sentence) => new()
    {
        Text = sentence,
        Buttons = [[new Button(words.Phrases.Say("desk.button_accept"), TicketKeys.ForOfficer(TicketKeys.Accept, ticket.Id))]],
    };
}
