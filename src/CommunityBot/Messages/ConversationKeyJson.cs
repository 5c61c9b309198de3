using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommunityBot.Messages;

/// <summary>Keeps a conversation's key in the store as one text, "telegram:12345".</summary>
public sealed class ConversationKeyJson : JsonConverter<ConversationKey>
{
    public override ConversationKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ConversationKey.TryParse(reader.GetString(), out var key)
            ? key
            : throw new JsonException("Not a conversation.");

    public override void Write(Utf8JsonWriter writer, ConversationKey value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
