using CommunityBot.Primitives;

namespace CommunityBot.Channels.BotFramework;

/// <summary>The address of a web chat: made by us, nothing in it that means something to a path or an address line.</summary>
internal static class ConversationAddress
{
    public static string New(IChance chance)
    {
        Span<byte> bytes = stackalloc byte[16];
        chance.Fill(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>Who talks in it, as far as the protocol is concerned; the public client believes ids with "dl_" only from a token.</summary>
    public static string NewUser(IChance chance) => "dl_" + New(chance);

    public static bool IsPlain(string address) =>
        address.Length is > 0 and <= 64 && address.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}
