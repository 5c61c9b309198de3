using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommunityBot.Channels.BotFramework.Wire;

/// <summary>How the protocol's records become JSON and back.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 16)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ActivitySet))]
[JsonSerializable(typeof(HeroCard))]
[JsonSerializable(typeof(BotChannelData))]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(TokenResponse))]
[JsonSerializable(typeof(ConversationResponse))]
[JsonSerializable(typeof(SessionResponse))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(TokenClaims))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class WireJson : JsonSerializerContext
{
    /// <summary>Vietnamese letters stay letters; everything is sent as application/json, never into HTML.</summary>
    public static WireJson Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 16,
    });
}

/// <summary>What our own page understands beyond the protocol; other clients ignore it.</summary>
/// <param name="Heading">How the text begins, to stand out.</param>
/// <param name="Replaces">The activity whose bubble this one takes.</param>
/// <param name="AskLocation">Label of a button that sends the phone's place.</param>
/// <param name="Silent">True: no ring.</param>
internal sealed record BotChannelData(string? Heading, string? Replaces, string? AskLocation, bool? Silent);

/// <summary>What is written in a token or a cookie; the field names are those of a JWT, because the public client reads <c>user</c> out of it.</summary>
internal sealed record TokenClaims(string Use, string User, string Conv, string? Name, string? Sid, long Nbf, long? Exp, IReadOnlyList<string>? Origins);
