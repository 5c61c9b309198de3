using System.Globalization;
using CommunityBot.Desks;
using CommunityBot.Messages;
using CommunityBot.Photos;
using CommunityBot.Primitives;
using CommunityBot.Scheduling;
using CommunityBot.Storage;
using CommunityBot.Tickets;

namespace CommunityBot.Handovers;

/// <summary>How a desk sees a villager's question: one card in each of its conversations, changed in place; what is said later comes below. Never a name or number.</summary>
public sealed class HandoverCards(TicketWords words, Outbox outbox, IJobBell bell)
{
    private const int LongestWords = 600;

    /// <summary>Shows it at the desk of the commune, or of the province while the commune has none; nowhere while there is no desk at all.</summary>
    public async Task<Handover> ShowAsync(Work work, Handover handover, CancellationToken cancellationToken)
    {
        var own = await work.FindDeskAsync(handover.Commune, cancellationToken);
        var desk = own.IsOpen ? own : await work.FindDeskAsync(null, cancellationToken);
        var shown = handover with { Desk = desk.Unit };
        var cards = desk.OpenChats.Select(chat => new TicketCard(chat, Say(work, shown, chat, null))).ToList();

        // What was sent before the desk was known may have been fetched already.
        if (shown.Lines.Any(line => line.Waiting.Count > 0))
        {
            work.AfterCommit(() => bell.Ring(FetchPhotos.WhoPassesOn));
        }

        return shown with { Cards = cards };
    }

    /// <summary>The cards as the hand-over now stands.</summary>
    public Handover Refresh(Work work, Handover handover) => handover with
    {
        Cards = [.. handover.Cards.Select(card => card with { RowId = Say(work, handover, card.Conversation, card.RowId) })],
    };

    /// <summary>The villager had it erased: only a line stays.</summary>
    public void Wipe(Work work, Handover handover)
    {
        foreach (var card in handover.Cards)
        {
            outbox.Say(work, card.Conversation, new OutgoingMessage { Text = words.Phrases.Say("handover.card_erased"), Replaces = card.RowId, IsSilent = true });
        }
    }

    /// <summary>Below the cards: what the villager says besides.</summary>
    public void SayBelow(Work work, Handover handover, OutgoingMessage message)
    {
        foreach (var card in handover.Cards)
        {
            outbox.Say(work, card.Conversation, message, isKept: true, about: HandoverKeys.About(handover.Id));
        }
    }

    private string Say(Work work, Handover handover, ConversationKey chat, string? earlier) => outbox.Say(
        work,
        chat,
        new OutgoingMessage
        {
            Text = string.Join('\n', LinesOf(handover)),
            Buttons = ButtonsOf(handover),
            Replaces = earlier,
            IsSilent = earlier is not null,
        },
        isKept: true,
        about: HandoverKeys.About(handover.Id));

    private IEnumerable<string> LinesOf(Handover handover)
    {
        yield return words.Phrases.Say("handover.card_head", ("noi", words.CommuneOf(handover.Commune)));

        if (handover.Question.Length > 0)
        {
            yield return words.Phrases.Say("handover.card_words", ("loi", Cut(handover.Question)));
        }

        if (handover.Lines is [{ Files.Count: > 0 } first, ..])
        {
            yield return words.Phrases.Say("handover.card_files", ("so", first.Files.Count.ToString(CultureInfo.InvariantCulture)));
        }

        yield return words.Phrases.Say("handover.card_time", ("luc", VietnamTime.MomentWords(handover.OpenedAt)));
        yield return handover switch
        {
            { Status: HandoverStatus.Closed } => words.Phrases.Say("handover.card_closed"),
            { OfficerName: { } name } => words.Phrases.Say("handover.card_taken", ("ten", name)),
            _ => words.Phrases.Say("handover.card_waits"),
        };
    }

    private List<IReadOnlyList<Button>> ButtonsOf(Handover handover) => handover.IsOpen
        ?
        [
            [
                new Button(words.Phrases.Say("handover.button_take"), HandoverKeys.ForOfficer(HandoverKeys.Take, handover.Id)),
                new Button(words.Phrases.Say("handover.button_close"), HandoverKeys.ForOfficer(HandoverKeys.Close, handover.Id)),
            ],
        ]
        : [];

    private static string Cut(string text) => text.Length <= LongestWords ? text : $"{text[..LongestWords].TrimEnd()}…";
}
