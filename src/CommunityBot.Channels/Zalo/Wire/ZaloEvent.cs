namespace CommunityBot.Channels.Zalo.Wire;

/// <summary>What Zalo calls our webhook with; fields we do not use are left out.</summary>
internal sealed record ZaloEvent
{
    public string? AppId { get; init; }

    public string? OaId { get; init; }

    public string? EventName { get; init; }

    /// <summary>Milliseconds since 1970, as text.</summary>
    public string? Timestamp { get; init; }

    public ZaloParty? Sender { get; init; }

    public ZaloParty? Recipient { get; init; }

    public ZaloParty? Follower { get; init; }

    public ZaloSaid? Message { get; init; }

    public ZaloInfo? Info { get; init; }
}

/// <summary>A person or the Official Account.</summary>
/// <param name="Id">Up to 19 digits.</param>
/// <param name="AdminId">Set when a human of the OA wrote in OA Manager.</param>
internal sealed record ZaloParty(string? Id, string? AdminId);

/// <summary>What was said or shown.</summary>
internal sealed record ZaloSaid
{
    public string? MsgId { get; init; }

    public string? Text { get; init; }

    /// <summary>The message this one answers, where Zalo tells it.</summary>
    public string? QuoteMsgId { get; init; }

    public IReadOnlyList<ZaloAttachment?>? Attachments { get; init; }
}

/// <summary>A picture, place, file…</summary>
internal sealed record ZaloAttachment(string? Type, ZaloPayload? Payload);

/// <summary>What an attachment carries; which fields, depends on its type.</summary>
internal sealed record ZaloPayload
{
    public string? Url { get; init; }

    public string? Name { get; init; }

    public string? Size { get; init; }

    public string? Type { get; init; }

    public string? Description { get; init; }

    public ZaloCoordinates? Coordinates { get; init; }
}

/// <summary>A point, written as text.</summary>
internal sealed record ZaloCoordinates(string? Latitude, string? Longitude);

/// <summary>What a villager filled into Zalo's form.</summary>
internal sealed record ZaloInfo(string? Name, string? Phone);
