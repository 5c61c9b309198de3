using CommunityBot.Tickets;

namespace CommunityBot.Villagers;

/// <summary>A ticket as it stays for the statistics: no name, number, channel, photo, and a place no finer than the hamlet.</summary>
public static class Nameless
{
    public static Ticket Of(Ticket ticket) => ticket with
    {
        Reporter = new Reporter(null, null, null, Anonymity.NothingStored, null),
        Place = ticket.Place with { Point = ticket.Place.Point?.Blurred() },
        Files = [],
        Culprit = null,
    };
}
