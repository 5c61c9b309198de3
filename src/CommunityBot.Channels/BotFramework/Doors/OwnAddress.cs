using CommunityBot.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace CommunityBot.Channels.BotFramework.Doors;

/// <summary>Under which address the browser reached us, for links and streams it can open again.</summary>
internal sealed class OwnAddress(IOptions<WebOptions> web)
{
    private readonly Uri? published = Uri.TryCreate(web.Value.PublicUrl, UriKind.Absolute, out var address) ? address : null;

    /// <summary>"https://host"; the published scheme counts where the host is the published one, because a proxy may hide it.</summary>
    public string Of(HttpRequest request) =>
        published is not null && string.Equals(published.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
            ? published.GetLeftPart(UriPartial.Authority)
            : $"{request.Scheme}://{request.Host.Value}";

    public bool IsSecure(HttpRequest request) => Of(request).StartsWith("https:", StringComparison.Ordinal);

    /// <summary>"wss://host".</summary>
    public string StreamOf(HttpRequest request) => "ws" + Of(request)["http".Length..];

    public bool IsOurs(string origin, HttpRequest request) => string.Equals(origin, Of(request), StringComparison.OrdinalIgnoreCase);
}
