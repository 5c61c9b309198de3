using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using CommunityBot.Primitives;

namespace CommunityBot.Tickets;

/// <summary>The code a villager gets and can read over the phone: BK-7F3-K9Q-MDT. Eight random characters (40 bits) and a check character.</summary>
[JsonConverter(typeof(TicketIdJson))]
public readonly record struct TicketId
{
    private const int Length = 9;

    private readonly string? code;

    private TicketId(string code) => this.code = code;

    /// <summary>Nine characters without hyphens: the id in the store.</summary>
    public string Code => code ?? throw new InvalidOperationException("An empty ticket code reached the screen.");

    /// <summary>A code nobody can guess.</summary>
    public static TicketId New(IChance chance) => new(CodeLetters.New(chance, Length));

    /// <summary>Forgives case, spaces, hyphens, a missing "BK", O for 0, I and L for 1; refuses a mistyped character.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TicketId id)
    {
        id = default;

        if (text is null || text.Length > 40)
        {
            return false;
        }

        var characters = CodeLetters.Forgive(text);
        var code = characters.Length == Length + 2 && characters.StartsWith("BK", StringComparison.Ordinal) ? characters[2..] : characters;

        if (!CodeLetters.IsWhole(code, Length))
        {
            return false;
        }

        id = new TicketId(code);
        return true;
    }

    public override string ToString() => $"BK-{Code[..3]}-{Code[3..6]}-{Code[6..]}";
}

/// <summary>Keeps a ticket's code as its nine characters.</summary>
public sealed class TicketIdJson : JsonConverter<TicketId>
{
    public override TicketId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TicketId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("Not a ticket's code.");

    public override void Write(Utf8JsonWriter writer, TicketId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}
