using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommunityBot.Messages;

/// <summary>Keeps a conversation's key that may be missing.</summary>
public sealed class OptionalConversationKeyJson : JsonConverter<ConversationKey?>
{
    public override ConversationKey? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ConversationKey.TryParse(reader.GetString(), out var key) ? key : null;

    public override void Write(Utf8JsonWriter writer, ConversationKey? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value?.ToString());
}
