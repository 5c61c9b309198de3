using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using CommunityBot.Communes;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Storage;

namespace CommunityBot.Desks;

/// <summary>A code that links one person or desk once. The store knows only its hash.</summary>
public sealed record Invitation
{
    private const string Prefix = "MOI";
    private const int Length = 12;

    public required string Id { get; init; }

    public required StaffRole Role { get; init; }

    public UnitKey? Unit { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Officer id of whoever issued it in the chat; null when it was printed at the machine.</summary>
    public string? IssuedBy { get; init; }

    /// <summary>Where the issuer is asked to confirm.</summary>
    [JsonConverter(typeof(OptionalConversationKeyJson))]
    public ConversationKey? IssuedIn { get; init; }

    /// <summary>Officer id of whoever used it.</summary>
    public string? UsedBy { get; init; }

    public bool IsRevoked { get; init; }

    public static DocumentKind<Invitation> Kind { get; } = new("invitations", DeskJson.Default.Invitation, invitation => invitation.Id);

    /// <summary>A code of 55 random bits and a check character, as it is typed: MOI-7F3K-9QMD-2XWA.</summary>
    public static string NewCode(IChance chance)
    {
        var letters = CodeLetters.New(chance, Length);
        return $"{Prefix}-{letters[..4]}-{letters[4..8]}-{letters[8..]}";
    }

    /// <summary>The id of the invitation with this code; null when the text is no whole code.</summary>
    public static string? IdOf(string text)
    {
        var letters = LettersOf(text);
        return letters is not null && CodeLetters.IsWhole(letters, Length)
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letters)))
            : null;
    }

    /// <summary>True when somebody evidently tries a code, right or mistyped.</summary>
    public static bool LooksLikeCode(string? text) =>
        text is { Length: <= 40 } && LettersOf(text) is not null && (text.Contains('-', StringComparison.Ordinal) || text.Any(char.IsAsciiDigit));

    /// <summary>The letters behind "MOI", read leniently (MOI itself reads M01).</summary>
    private static string? LettersOf(string text)
    {
        var letters = CodeLetters.Forgive(text);
        return letters.Length == Length + Prefix.Length && letters.StartsWith("M01", StringComparison.Ordinal) ? letters[Prefix.Length..] : null;
    }
}

/// <summary>How often somebody sent a wrong code lately.</summary>
/// <param name="Id">Officer id of the person.</param>
/// <param name="Count">Since then.</param>
/// <param name="Since">The first of them.</param>
public sealed record WrongCodes(string Id, int Count, DateTimeOffset Since)
{
    public static DocumentKind<WrongCodes> Kind { get; } = new("wrong_codes", DeskJson.Default.WrongCodes, wrong => wrong.Id);
}
