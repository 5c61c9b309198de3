using CommunityBot.Messages;
using CommunityBot.Phrases;
using CommunityBot.Reports;
using CommunityBot.Storage;
using CommunityBot.Villagers;

namespace CommunityBot.Tickets;

/// <summary>One message to the reporter for each step, in their form of address, at night only when somebody is in danger.</summary>
public sealed class TellTheVillager(Outbox outbox, IVillagerTalk talk, Phrasebook phrases, TimeProvider clock)
{
    /// <summary>Says a sentence; nothing happens when nothing is stored of the reporter.</summary>
    public async Task SayAsync(
        Work work,
        Ticket ticket,
        Func<Phrasebook, OutgoingMessage> write,
        CancellationToken cancellationToken)
    {
        if (ticket.Reporter.Conversation is not { } conversation)
        {
            return;
        }

        var villager = await work.FindAsync(Villager.Kind, conversation.ToString(), cancellationToken);
        var now = clock.GetUtcNow();
        var message = write(phrases.In(villager?.Language).For(villager?.Address));
        outbox.Say(work, conversation, message, ticket.Severity == Severity.S1 ? now : QuietHours.NotBefore(now));

        if (message.Buttons.Count > 0)
        {
            await talk.OfferAsync(work, conversation, message.Buttons, cancellationToken);
        }
    }

    /// <summary>The same to the reporter and to everybody who told the same thing.</summary>
    public async Task SayToAllAsync(
        Work work,
        Ticket ticket,
        Func<Ticket, Phrasebook, OutgoingMessage> write,
        CancellationToken cancellationToken)
    {
        await SayAsync(work, ticket, book => write(ticket, book), cancellationToken);

        foreach (var id in ticket.Followers)
        {
            if (await work.FindAsync(Ticket.Kind, id.Code, cancellationToken) is { } follower)
            {
                await SayAsync(work, follower, book => write(follower, book), cancellationToken);
            }
        }
    }
}
