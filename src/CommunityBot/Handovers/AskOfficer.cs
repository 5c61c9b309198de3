using CommunityBot.Communes;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Scheduling;
using CommunityBot.Storage;
using CommunityBot.Tickets;

namespace CommunityBot.Handovers;

/// <summary>A villager's question reaches the desk, and what they say later follows it.</summary>
public sealed class AskOfficer(HandoverCards cards, WorkingDays workingDays, TicketWords words, TimeProvider clock, IChance chance)
{
    private const int IdLength = 9;
    private const int MostLines = 200;

    /// <summary>Opens a hand-over and shows it at the desk.</summary>
    public async Task<AskedOfficer> OpenAsync(
        Work work, ConversationKey villager, UnitKey? commune, string question, IReadOnlyList<FileRef> files, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var handover = new Handover
        {
            Id = CodeLetters.New(chance, IdLength),
            Villager = villager,
            Commune = commune,
            Lines = [Line(now, question, files)],
            OpenedAt = now,
            LastAt = now,
        };
        var shown = await cards.ShowAsync(work, handover, cancellationToken);
        work.Put(Handover.Kind, shown);
        var opens = workingDays.NextWorkingMoment(now);
        return new AskedOfficer(shown, opens > now ? opens : null);
    }

    /// <summary>More words of the villager; false when the hand-over is over.</summary>
    public async Task<bool> SayMoreAsync(
        Work work, string id, ConversationKey villager, string more, IReadOnlyList<FileRef> files, CancellationToken cancellationToken)
    {
        if (await FindOpenAsync(work, id, villager, cancellationToken) is not { } handover)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var kept = handover.Lines.Count < MostLines ? handover.Lines : [handover.Lines[0], .. handover.Lines.Skip(2)];
        work.Put(Handover.Kind, handover with { Lines = [.. kept, Line(now, more, files)], LastAt = now });

        if (more.Length > 0)
        {
            cards.SayBelow(work, handover, new OutgoingMessage { Text = words.Phrases.Say("handover.more", ("loi", more)) });
        }

        return true;
    }

    /// <summary>The villager's own hand-over, while it is open.</summary>
    public static async ValueTask<Handover?> FindOpenAsync(Work work, string id, ConversationKey villager, CancellationToken cancellationToken) =>
        HandoverKeys.IsId(id) && await work.FindAsync(Handover.Kind, id, cancellationToken) is { IsOpen: true } handover && handover.Villager == villager ? handover : null;

    private static HandoverLine Line(DateTimeOffset now, string said, IReadOnlyList<FileRef> files) =>
        new(now, null, said) { Files = files, Waiting = [.. files.Select(file => file.Id)] };
}

/// <summary>What became of a question.</summary>
/// <param name="Handover">As it is kept.</param>
/// <param name="OfficeOpens">When somebody will read it; null during office hours.</param>
public sealed record AskedOfficer(Handover Handover, DateTimeOffset? OfficeOpens);
