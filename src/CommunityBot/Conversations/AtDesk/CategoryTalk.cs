using CommunityBot.Conversations.Dialogs;
using CommunityBot.Messages;
using CommunityBot.Reports;
using CommunityBot.Tickets;

namespace CommunityBot.Conversations.AtDesk;

/// <summary>"Xếp loại": first the picture's group, then the kind.</summary>
internal sealed class CategoryTalk(SetCategory setCategory, CategoryCatalogue categories)
{
    private const string Group = "g.";

    public async Task<TicketRefusal?> HearAsync(DeskTurn turn, TicketId id, string? choice, CancellationToken cancellationToken)
    {
        if (choice is not null && !choice.StartsWith(Group, StringComparison.Ordinal))
        {
            return await SetAsync(turn, id, choice, cancellationToken);
        }

        if (await turn.Desk.FindTicketAsync(turn.Work, id, cancellationToken) is not { } ticket)
        {
            return TicketRefusal.NotFound;
        }

        if (!TicketLifecycle.IsOpen(ticket.Status))
        {
            return TicketRefusal.WrongMoment;
        }

        var group = choice is null ? null : categories.Groups.FirstOrDefault(one => one.Key == choice[Group.Length..]);
        turn.Ask(id, new OutgoingMessage
        {
            Text = turn.Phrases.Say("desk.ask_category", ("ma", id.ToString())),
            Buttons = Keyboard.Of([.. group is null ? Groups(id) : Kinds(id, group)]),
        });
        return null;
    }

    private async Task<TicketRefusal?> SetAsync(DeskTurn turn, TicketId id, string category, CancellationToken cancellationToken)
    {
        var refusal = await setCategory.RunAsync(turn.Work, id, turn.Desk, category, cancellationToken);

        if (refusal is null)
        {
            turn.Answer(turn.Phrases.Say("desk.category_set", ("ma", id.ToString())));
        }

        return refusal;
    }

    private IEnumerable<Button> Groups(TicketId id) =>
        categories.Groups.Select(group => new Button(group.Label, TicketKeys.ForOfficer(TicketKeys.Category, id, Group + group.Key)));

    private IEnumerable<Button> Kinds(TicketId id, CategoryGroup group) =>
        categories.Of(group).Select(kind => new Button(kind.ButtonLabel, TicketKeys.ForOfficer(TicketKeys.Category, id, kind.Key)));
}
