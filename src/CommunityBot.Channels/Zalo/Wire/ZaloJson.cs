using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommunityBot.Channels.Zalo.Wire;

/// <summary>Zalo's JSON, read forgivingly: a number is taken as text (also ids beyond 2^53), anything else in a text's place is as if it were missing.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(ForgivingText)])]
[JsonSerializable(typeof(ZaloEvent))]
[JsonSerializable(typeof(ZaloReply))]
[JsonSerializable(typeof(TokenReply))]
internal sealed partial class ZaloJson : JsonSerializerContext;

/// <summary>Reads a text that some senders write as a number.</summary>
internal sealed class ForgivingText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                reader.Skip();
                return null;
            default:
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>What the OpenAPI answers; only HTTP 200 with <c>error</c> 0 is a success.</summary>
internal sealed record ZaloReply(int? Error, string? Message, ZaloReplyData? Data);

/// <summary>What came of a call.</summary>
internal sealed record ZaloReplyData(string? MessageId, string? AttachmentId, string? Token);

/// <summary>What the token server answers.</summary>
internal sealed record TokenReply(string? AccessToken, string? RefreshToken, string? ExpiresIn, int? Error, string? ErrorName, string? ErrorDescription);
