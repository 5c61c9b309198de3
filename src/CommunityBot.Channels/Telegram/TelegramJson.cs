using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommunityBot.Channels.Telegram;

/// <summary>Raw updates, passed on as they came.</summary>
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class TelegramJson : JsonSerializerContext;
