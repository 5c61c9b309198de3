namespace CommunityBot.Messages;

/// <summary>Seats of the web chat whose conversation is known beforehand: the demo's phones and desks. Never registered in production.</summary>
public interface IFixedSeats
{
    /// <summary>The address of the conversation that <c>/chat?seat=NAME</c> opens (who sits there is "dl_ADDRESS"), or null for a conversation of its own.</summary>
    string? AddressOf(string seat);

    /// <summary>How the person on that seat is called; null when they have to say it themselves.</summary>
    string? NameOf(string seat) => null;
}
