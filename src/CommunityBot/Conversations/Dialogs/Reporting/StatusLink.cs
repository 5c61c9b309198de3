using CommunityBot.Messages;
using CommunityBot.Settings;
using CommunityBot.Tickets;
using Microsoft.Extensions.Options;

namespace CommunityBot.Conversations.Dialogs.Reporting;

/// <summary>Where a messenger lets us write only so long, the receipt says how the villager can always look themselves.</summary>
public sealed class StatusLink(ChannelBoard channels, IOptions<WebOptions> web)
{
    /// <summary>Null where news always arrive.</summary>
    public string? LineFor(Scene scene, TicketId ticket)
    {
        if (channels.Find(scene.Conversation.Key.Channel)?.Traits.FreeWindow is null)
        {
            return null;
        }

        return web.Value.PublicUrl is { Length: > 0 } address
            ? scene.Phrases.Say("window.receipt_link", ("dia_chi", $"{address.TrimEnd('/')}/p/{ticket}"))
            : scene.Phrases.Say("window.receipt");
    }
}
