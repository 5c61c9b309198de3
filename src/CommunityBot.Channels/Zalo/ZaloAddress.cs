using System.Diagnostics.CodeAnalysis;
using CommunityBot.Messages;

namespace CommunityBot.Channels.Zalo;

/// <summary>Where a conversation lies at Zalo: the number of the person, kept as text because it is longer than a double can hold.</summary>
internal static class ZaloAddress
{
    public const string Channel = "zalo";

    private const int Longest = 32;

    public static bool IsUser([NotNullWhen(true)] string? id) => id is { Length: > 0 and <= Longest } && id.All(char.IsAsciiDigit);

    public static ConversationKey KeyOf(string user) => new(Channel, user);
}
