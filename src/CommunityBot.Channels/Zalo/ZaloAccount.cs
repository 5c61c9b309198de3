using System.Text.Json.Serialization;
using CommunityBot.Storage;

namespace CommunityBot.Channels.Zalo;

/// <summary>The keys of our Official Account as they are kept: sealed, with their times. Zalo gives each refresh token for one use only.</summary>
internal sealed record ZaloAccount
{
    /// <summary>The OA's number.</summary>
    public required string Id { get; init; }

    /// <summary>Access and refresh token, encrypted with the host's key ring.</summary>
    public string? Sealed { get; init; }

    /// <summary>When this pair was given.</summary>
    public DateTimeOffset GivenAt { get; init; }

    /// <summary>Until when the access token works.</summary>
    public DateTimeOffset AccessUntil { get; init; }

    /// <summary>The host that is renewing now, and until when nobody else may try.</summary>
    public ZaloLease? Lease { get; init; }

    /// <summary>When Zalo refused the refresh token: a person has to consent again. Null while all is well.</summary>
    public DateTimeOffset? RefusedAt { get; init; }

    /// <summary>True once the administrators were told of it.</summary>
    public bool IsToldRefused { get; init; }

    public static DocumentKind<ZaloAccount> Kind { get; } = new("zalo_accounts", ZaloAccountJson.Default.ZaloAccount, account => account.Id);
}

/// <summary>The right to renew.</summary>
internal sealed record ZaloLease(string Holder, DateTimeOffset Until);

/// <summary>The two tokens in the open, in memory only.</summary>
internal sealed record ZaloPair(string Access, string Refresh);

/// <summary>A consent that was begun with <c>zalo connect</c>; whoever comes back with its state, and nobody else, brings the code.</summary>
internal sealed record ZaloConsent
{
    /// <summary>Hash of the state.</summary>
    public required string Id { get; init; }

    /// <summary>The verifier, encrypted.</summary>
    public required string Sealed { get; init; }

    public required DateTimeOffset Until { get; init; }

    public static DocumentKind<ZaloConsent> Kind { get; } = new("zalo_consents", ZaloAccountJson.Default.ZaloConsent, consent => consent.Id);
}

/// <summary>How many messages of a month cost money.</summary>
internal sealed record ZaloSpending(string Id, int Messages)
{
    public static DocumentKind<ZaloSpending> Kind { get; } = new("zalo_spending", ZaloAccountJson.Default.ZaloSpending, month => month.Id);
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ZaloAccount))]
[JsonSerializable(typeof(ZaloConsent))]
[JsonSerializable(typeof(ZaloSpending))]
[JsonSerializable(typeof(ZaloPair))]
internal sealed partial class ZaloAccountJson : JsonSerializerContext;
