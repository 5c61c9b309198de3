using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using CommunityBot.Primitives;

namespace CommunityBot.Tickets;

/// <summary>The code a villager gets and can read over the phone: BK-7F3-K9Q-MDT. Eight random characters (40 bits) and a check character.</summary>
[JsonConverter(typeof(TicketIdJson))]
public readonly record struct TicketId
{
    /// <summary>32 characters without look-alikes: no I, L, O, U.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int Length = 9;

    private readonly string? code;

    private TicketId(string code) => this.code = code;

    /// <summary>Nine characters without hyphens: the id in the store.</summary>
    public string Code => code ?? throw new InvalidOperationException("An empty ticket code reached the screen.");

    /// <summary>A code nobody can guess.</summary>
    public static TicketId New(IChance chance)
    {
        Span<byte> dice = stackalloc byte[Length - 1];
        chance.Fill(dice);
        Span<char> characters = stackalloc char[Length];

        for (var at = 0; at < dice.Length; at++)
        {
            characters[at] = Alphabet[dice[at] & 31];
        }

        characters[^1] = CheckOf(characters[..^1]);
        return new TicketId(new string(characters));
    }

    /// <summary>Forgives case, spaces, hyphens, a missing "BK", O for 0, I and L for 1; refuses a mistyped character.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TicketId id)
    {
        id = default;

        if (text is null || text.Length > 40)
        {
            return false;
        }

        var characters = new string([.. text.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Select(Forgive)]);
        var code = characters.Length == Length + 2 && characters.StartsWith("BK", StringComparison.Ordinal) ? characters[2..] : characters;

        if (code.Length != Length || code.Any(one => !Alphabet.Contains(one, StringComparison.Ordinal)) || CheckOf(code.AsSpan(0, Length - 1)) != code[^1])
        {
            return false;
        }

        id = new TicketId(code);
        return true;
    }

    public override string ToString() => $"BK-{Code[..3]}-{Code[3..6]}-{Code[6..]}";

    private static char Forgive(char letter) => letter switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        _ => letter,
    };

    /// <summary>Weights 1, 3, 5 … (odd, so invertible modulo 32) notice every single mistyped character.</summary>
    private static char CheckOf(ReadOnlySpan<char> characters)
    {
        var sum = 0;

        for (var at = 0; at < characters.Length; at++)
        {
            sum += Alphabet.IndexOf(characters[at], StringComparison.Ordinal) * ((2 * at) + 1);
        }

        return Alphabet[sum & 31];
    }
}

/// <summary>Keeps a ticket's code as its nine characters.</summary>
public sealed class TicketIdJson : JsonConverter<TicketId>
{
    public override TicketId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TicketId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("Not a ticket's code.");

    public override void Write(Utf8JsonWriter writer, TicketId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}
