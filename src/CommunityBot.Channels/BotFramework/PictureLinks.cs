using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CommunityBot.Channels.BotFramework.Wire;

namespace CommunityBot.Channels.BotFramework;

/// <summary>Private links to pictures and voice notes: signed for one conversation, dead after a day or two, so a copied one opens nothing for long.</summary>
internal sealed class PictureLinks(SigningKey key, TimeProvider clock)
{
    public const string Path = "/v3/directline/files";

    private static readonly string[] OurSources = ["upload:", "stored:", "content:"];

    /// <summary>Makes stored activities ready for a browser.</summary>
    public ActivitySet ToSet(IReadOnlyList<ChatActivity> activities, long watermark, string baseAddress) => new(
        [.. activities.Select(one => Linked(one, baseAddress))],
        (activities.Count == 0 ? watermark : activities[^1].Number + 1).ToString(CultureInfo.InvariantCulture));

    /// <summary>What the link opens, or null when it is forged or too old.</summary>
    public string? SourceOf(string conversation, string file, string? until, string? signature)
    {
        if (!long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var day) || day < Today()
            || signature is null || !Base64Url.IsValid(signature) || !Base64Url.IsValid(file))
        {
            return null;
        }

        return key.Signed(Text(conversation, file, day), Base64Url.DecodeFromChars(signature))
            ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(file))
            : null;
    }

    private Activity Linked(ChatActivity stored, string baseAddress) => stored.Activity.Attachments is { } attachments
        ? stored.Activity with { Attachments = [.. attachments.Select(one => Linked(one, stored.Conversation, baseAddress))] }
        : stored.Activity;

    private Attachment Linked(Attachment attachment, string conversation, string baseAddress)
    {
        if (attachment.ContentUrl is not { } source || !OurSources.Any(ours => source.StartsWith(ours, StringComparison.Ordinal)))
        {
            return attachment;
        }

        var link = LinkTo(conversation, source, baseAddress);
        return attachment with
        {
            ContentUrl = link,
            ThumbnailUrl = attachment.ThumbnailUrl is null ? null : link + "&small=1",
        };
    }

    private string LinkTo(string conversation, string source, string baseAddress)
    {
        var file = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(source));
        var until = Today() + 1;
        var signature = Base64Url.EncodeToString(key.Sign(Text(conversation, file, until)));
        return string.Create(CultureInfo.InvariantCulture, $"{baseAddress}{Path}/{conversation}/{file}?until={until}&s={signature}");
    }

    // Whole days, so that a link stays the same for a while and the browser can keep the picture.
    private long Today() => clock.GetUtcNow().Ticks / TimeSpan.TicksPerDay;

    private static byte[] Text(string conversation, string file, long until) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"file {conversation} {file} {until}"));
}
