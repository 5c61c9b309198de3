using System.ComponentModel.DataAnnotations;
using CommunityBot.Messages;
using CommunityBot.Settings;

namespace CommunityBot.Channels.Zalo;

/// <summary>How the bot talks through a Zalo Official Account. Section <c>Zalo</c>; without an app id there is no Zalo.</summary>
internal sealed class ZaloOptions
{
    public const string Section = "Zalo";
    public const string OfficialUrl = "https://openapi.zalo.me";

    /// <summary>The number of the app at developers.zalo.me; empty = no Zalo.</summary>
    public string? AppId { get; init; }

    /// <summary>The app's secret key, needed to renew tokens.</summary>
    [Secret]
    public string? AppSecret { get; init; }

    /// <summary>The number of the Official Account.</summary>
    public string? OaId { get; init; }

    /// <summary>The OA secret key shown beside the webhook's address; it signs what Zalo calls us with and is not the app's secret.</summary>
    [Secret]
    public string? OaSecretKey { get; init; }

    /// <summary>What stands first in the signed text. Zalo documents app_id; some developers see oa_id; either is for the pilot.</summary>
    [RegularExpression("app_id|oa_id|either")]
    public string SignatureFirstTerm { get; init; } = "app_id";

    /// <summary>Another OpenAPI server (a test's); normally the official one.</summary>
    [Url]
    public string BaseUrl { get; init; } = OfficialUrl;

    /// <summary>Where tokens are renewed; normally the official address.</summary>
    [Url]
    public string OAuthBaseUrl { get; init; } = "https://oauth.zaloapp.com";

    /// <summary>What Zalo wants to find on our first page to believe that the domain is ours.</summary>
    public string? DomainVerification { get; init; }

    /// <summary>A verifier of 43 characters whose challenge is saved in Zalo's console; empty = a new one for each <c>zalo connect</c>.</summary>
    [Secret]
    [StringLength(128, MinimumLength = 43)]
    public string? CodeVerifier { get; init; }

    /// <summary>True while Zalo takes buttons below texts; the numbered list stands in the text in any case.</summary>
    public bool Buttons { get; init; } = true;

    /// <summary>Messages a month that may cost money: results and officers' questions between 48 hours and 7 days; normally 0.</summary>
    [Range(0, 1_000_000)]
    public int PaidMessagesPerMonth { get; init; }

    /// <summary>Rows a minute over all villagers; Zalo takes 4,000 requests, and a row may need more than one. 0 = no limit.</summary>
    [Range(0, 100_000)]
    public double MessagesPerMinute { get; init; } = 3_000;

    public bool TakesAppIdFirst => SignatureFirstTerm is "app_id" or "either";

    public bool TakesOaIdFirst => SignatureFirstTerm is "oa_id" or "either";

    public bool IsOfficial => BaseUrl.TrimEnd('/').Equals(OfficialUrl, StringComparison.OrdinalIgnoreCase);

    public ChannelPace Pace => new(MessagesPerMinute / 60, 20, 0, 0, 0);
}
