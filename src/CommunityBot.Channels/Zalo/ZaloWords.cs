using System.Globalization;
using CommunityBot.Conversations;
using CommunityBot.Messages;
using CommunityBot.Phrases;
using CommunityBot.Primitives;

namespace CommunityBot.Channels.Zalo;

/// <summary>Says in words what Zalo cannot show: the choices as numbered lines, a map pin as a link, a voice note as a kind sentence.</summary>
internal sealed class ZaloWords(Phrasebook phrases)
{
    public string Of(OutgoingMessage message, bool leavesVoiceOut)
    {
        string[] parts =
        [
            message.Words.Trim(),
            message.AskLocationLabel is null ? "" : phrases.Say("choices.send_place"),
            message.Pin is { } pin ? MapLink(pin) : "",
            leavesVoiceOut ? phrases.Say("choices.no_voice") : "",
            string.Join('\n', message.Buttons.SelectMany(row => row).Select(LinkLine).OfType<string>()),
            ChoiceLines(message),
        ];
        return string.Join("\n\n", parts.Where(part => part.Length > 0));
    }

    public static string MapLink(GeoPoint point) =>
        string.Create(CultureInfo.InvariantCulture, $"https://www.google.com/maps/search/?api=1&query={point.Latitude:F5},{point.Longitude:F5}");

    /// <summary>An address below the text, where a button would have opened it; null for choices.</summary>
    private static string? LinkLine(Button button) => button.Url switch
    {
        null => null,
        var url when url.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) => $"{button.Label}: {url["tel:".Length..]}",
        var url when url.StartsWith("geo:", StringComparison.OrdinalIgnoreCase) => $"{button.Label}: {MapOf(url)}",
        var url => $"{button.Label}: {url}",
    };

    public static string MapOf(string geo)
    {
        var end = geo.IndexOfAny(['?', ';']);
        return "https://www.google.com/maps/search/?api=1&query=" + (end < 0 ? geo["geo:".Length..] : geo["geo:".Length..end]);
    }

    private string ChoiceLines(OutgoingMessage message)
    {
        var offered = OfferedChoice.Of(message.Buttons);
        var counted = OfferedChoice.Counted(offered);
        var ways = offered.Except(counted).Select(choice => Letters(choice.Label)).Where(label => label.Length > 0).ToList();
        var lines = counted.Select((choice, at) => Line(choice.Label, at + 1)).OfType<string>().Where(line => !message.Words.Contains(line, StringComparison.Ordinal)).ToList();
        string[] parts =
        [
            lines.Count == 0 ? "" : $"{phrases.Say("choices.pick")}\n{string.Join('\n', lines)}",
            ways.Count == 0 ? "" : phrases.Say("choices.or_type", ("chu", string.Join(", ", ways))),
        ];
        return string.Join('\n', parts.Where(part => part.Length > 0));
    }

    /// <summary>"2. Nước sạch"; null when the label is the number itself and the text says what it means.</summary>
    private static string? Line(string label, int number)
    {
        var count = number.ToString(CultureInfo.InvariantCulture);
        return label == count ? null : label.StartsWith(count + ". ", StringComparison.Ordinal) ? label : $"{count}. {label}";
    }

    /// <summary>"⬅ Quay lại" is typed as "Quay lại".</summary>
    private static string Letters(string label) => label.TrimStart([.. label.TakeWhile(letter => !char.IsLetter(letter))]).Trim();
}
