using System.Security.Cryptography;
using System.Text;
using CommunityBot.Communes;

namespace CommunityBot.Conversations.AtDesk;

/// <summary>The keys of the desk's own buttons: "d:today".</summary>
internal static class DeskKeys
{
    public const string Prefix = "d:";
    public const string Today = "d:today";
    public const string Cancel = "d:cancel";
    public const string People = "d:people";
    public const string Invite = "d:invite";
    public const string Times = "d:times";
    public const string Remove = "d:rm:";
    public const string Welcome = "d:y:";
    public const string Refuse = "d:n:";

    private const string Province = "p";

    /// <summary>"d:y:2025-01912:1f3a…": a person of a unit, by a hash that fits into 64 bytes.</summary>
    public static string ForPerson(string action, UnitKey? unit, string person) => $"{action}{unit?.ToString() ?? Province}:{HashOf(person)}";

    /// <summary>The unit and which of the people is meant; false for a forged key.</summary>
    public static bool TryRead(string key, string action, out UnitKey? unit, out string person)
    {
        unit = null;
        person = "";

        if (!key.StartsWith(action, StringComparison.Ordinal) || key[action.Length..].Split(':') is not [var place, { Length: 16 } hash])
        {
            return false;
        }

        person = hash;

        if (place == Province)
        {
            return true;
        }

        var isUnit = UnitKey.TryParse(place, out var parsed);
        unit = parsed;
        return isUnit;
    }

    public static string HashOf(string person) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(person)).AsSpan(0, 8));
}
