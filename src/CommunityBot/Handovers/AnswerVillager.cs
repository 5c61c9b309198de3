using CommunityBot.Desks;
using CommunityBot.Messages;
using CommunityBot.Phrases;
using CommunityBot.Storage;
using CommunityBot.Tickets;
using CommunityBot.Villagers;

namespace CommunityBot.Handovers;

/// <summary>An officer takes a villager's question, answers it, closes it; the villager sees that a person writes, and of which office.</summary>
public sealed class AnswerVillager(HandoverCards cards, InviteDesk roles, Outbox outbox, IHandoverTalk talk, Phrasebook phrases, TimeProvider clock)
{
    private const int LongestAnswer = 1500;

    /// <summary>The hand-over, when it exists and is this officer's business.</summary>
    public static async ValueTask<Handover?> FindAsync(Work work, string id, Officer officer, CancellationToken cancellationToken) =>
        HandoverKeys.IsId(id) && await work.FindAsync(Handover.Kind, id, cancellationToken) is { } handover && officer.MayWorkFor(handover.Desk) ? handover : null;

    /// <returns>False when it is over.</returns>
    public async Task<bool> TakeAsync(Work work, Handover handover, Officer officer, CancellationToken cancellationToken)
    {
        if (!handover.IsOpen)
        {
            return false;
        }

        if (handover.OfficerName != officer.Name)
        {
            Keep(work, Taken(handover, officer));
            await SayAsync(work, handover, book => new OutgoingMessage { Text = book.Say("handover.taken", ("ai", WhoIs(handover, officer))) }, cancellationToken);
        }

        return true;
    }

    /// <returns>False when it is over.</returns>
    public async Task<bool> SayAsync(Work work, Handover handover, Officer officer, string said, IReadOnlyList<FileRef> files, CancellationToken cancellationToken)
    {
        if (!handover.IsOpen)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var line = new HandoverLine(now, officer.Id, said) { Files = files, Waiting = [.. files.Select(file => file.Id)] };
        var answered = (handover.OfficerName is null ? Taken(handover, officer) : handover) with { Lines = [.. handover.Lines, line], LastAt = now };
        Keep(work, answered, isCardNew: handover.OfficerName is null);

        if (said.Length > 0)
        {
            var isFirst = handover.Lines.All(one => one.Officer is null);
            var cut = said.Length <= LongestAnswer ? said : $"{said[..LongestAnswer]}…";
            await SayAsync(work, handover, book => new OutgoingMessage
            {
                Text = book.Say(isFirst ? "handover.first_answer" : "handover.answer", ("ai", WhoIs(handover, officer)), ("loi", cut)),
                Buttons = ButtonsFor(book, handover),
            }, cancellationToken);
        }

        await talk.ListenAsync(work, handover.Villager, handover.Id, now + Handover.LongestSilence, cancellationToken);
        return true;
    }

    /// <returns>False when it was over before.</returns>
    public async Task<bool> CloseAsync(Work work, Handover handover, CancellationToken cancellationToken)
    {
        if (!handover.IsOpen)
        {
            return false;
        }

        await EndAsync(work, handover, "handover.closed", cancellationToken);
        return true;
    }

    /// <summary>Ends it with a sentence to the villager.</summary>
    internal async Task EndAsync(Work work, Handover handover, string phrase, CancellationToken cancellationToken)
    {
        Keep(work, handover with { Status = HandoverStatus.Closed, LastAt = clock.GetUtcNow() });
        await talk.EndAsync(work, handover.Villager, handover.Id, cancellationToken);
        await SayAsync(work, handover, book => new OutgoingMessage { Text = book.Say(phrase) }, cancellationToken, QuietHours.NotBefore(clock.GetUtcNow()));
    }

    private static IReadOnlyList<IReadOnlyList<Button>> ButtonsFor(Phrasebook book, Handover handover) =>
        [[new Button(book.Say("handover.button_answer"), HandoverKeys.Answer + handover.Id)]];

    private static Handover Taken(Handover handover, Officer officer) => handover with { Status = HandoverStatus.Taken, OfficerName = officer.Name };

    /// <summary>"Hoàng Thị Mai, lãnh đạo xã Chợ Rã".</summary>
    private string WhoIs(Handover handover, Officer officer)
    {
        var duty = officer.Duties.FirstOrDefault(one => one.IsConfirmed && one.Unit == handover.Desk) ?? officer.Duties.First(one => one.IsConfirmed);
        return $"{officer.Name}, {roles.WhoFor(duty.Role, duty.Unit)}";
    }

    private void Keep(Work work, Handover handover, bool isCardNew = true) => work.Put(Handover.Kind, isCardNew ? cards.Refresh(work, handover) : handover);

    private async Task SayAsync(
        Work work, Handover handover, Func<Phrasebook, OutgoingMessage> write, CancellationToken cancellationToken, DateTimeOffset? notBefore = null)
    {
        var villager = await work.FindAsync(Villager.Kind, handover.Villager.ToString(), cancellationToken);
        outbox.Say(work, handover.Villager, write(phrases.In(villager?.Language).For(villager?.Address)), notBefore);
    }
}
