using CommunityBot.Desks;
using CommunityBot.Messages;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>Says something to the province's desk, where coordinators and administrators read.</summary>
public sealed class TellTheProvince(Outbox outbox)
{
    public async Task SayAsync(Work work, string sentence, TicketId about, CancellationToken cancellationToken)
    {
        var desk = await work.FindDeskAsync(null, cancellationToken);

        foreach (var conversation in desk.OpenChats)
        {
            outbox.Say(work, conversation, new OutgoingMessage { Text = sentence }, isKept: true, about: about.Code);
        }
    }
}
