using CommunityBot.Desks;
using CommunityBot.Messages;
using CommunityBot.Phrases;
using CommunityBot.Storage;

namespace CommunityBot.Channels.Zalo;

/// <summary>Tells the province's desk, where the administrators read, that Zalo needs a person.</summary>
internal sealed class ZaloAlarm(Outbox outbox, Phrasebook phrases)
{
    public async Task SayAsync(Work work, string phrase, CancellationToken cancellationToken)
    {
        var desk = await work.FindDeskAsync(null, cancellationToken);

        foreach (var conversation in desk.OpenChats)
        {
            outbox.Say(work, conversation, new OutgoingMessage { Text = phrases.Say(phrase) });
        }
    }
}
