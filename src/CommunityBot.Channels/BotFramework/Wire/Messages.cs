namespace CommunityBot.Channels.BotFramework.Wire;

/// <summary>One or more activities and how far the client has now read; null for things that leave no trace (typing).</summary>
internal sealed record ActivitySet(IReadOnlyList<Activity> Activities, string? Watermark);

/// <summary>What a server with the secret may ask for when it fetches a token.</summary>
internal sealed record TokenRequest(TokenUser? User, IReadOnlyList<string>? TrustedOrigins);

/// <summary>For whom a token is; only a server with the secret is believed.</summary>
internal sealed record TokenUser(string? Id, string? Name);

/// <summary>A token for one conversation.</summary>
internal sealed record TokenResponse(string ConversationId, string Token, [property: System.Text.Json.Serialization.JsonPropertyName("expires_in")] int ExpiresIn);

/// <summary>A running conversation: token and the address of its stream.</summary>
internal sealed record ConversationResponse(
    string ConversationId,
    string Token,
    [property: System.Text.Json.Serialization.JsonPropertyName("expires_in")] int ExpiresIn,
    string StreamUrl,
    string ReferenceGrammarId = "00000000-0000-0000-0000-000000000000");

/// <summary>What our own page needs to begin or go on: a token, and how many activities there are already.</summary>
internal sealed record SessionResponse(
    string ConversationId,
    string Token,
    [property: System.Text.Json.Serialization.JsonPropertyName("expires_in")] int ExpiresIn,
    string UserId,
    long Count);

/// <summary>The id an activity got.</summary>
internal sealed record ResourceResponse(string Id);

/// <summary>Why a call was refused, in the protocol's form.</summary>
internal sealed record ErrorResponse(ErrorBody Error);

/// <summary>A stable code and a sentence for developers.</summary>
internal sealed record ErrorBody(string Code, string Message);
