using System.Text.Json.Serialization;
using CommunityBot.Primitives;

namespace CommunityBot.Messages;

/// <summary>What the bot says in one bubble. Plain text; each channel escapes and splits for itself.</summary>
public sealed record OutgoingMessage
{
    /// <summary>A first line that stands out, such as the title of a card: bold where the channel can, a line of its own elsewhere.</summary>
    public string? Heading { get; init; }

    /// <summary>Plain Vietnamese text; may be empty only with a picture or file.</summary>
    public string Text { get => field ?? ""; init; } = "";

    /// <summary>Heading and text as one plain text, for channels that know no bold.</summary>
    [JsonIgnore]
    public string Words => string.IsNullOrEmpty(Heading) ? Text : Text.Length == 0 ? Heading : $"{Heading}\n{Text}";

    /// <summary>Rows of buttons below the bubble.</summary>
    public IReadOnlyList<IReadOnlyList<Button>> Buttons { get => field ?? []; init; } = [];

    /// <summary>A picture of our content or a stored photo, shown above the text.</summary>
    public OutgoingFile? Picture { get; init; }

    /// <summary>A voice note or document that goes along.</summary>
    public OutgoingFile? Attachment { get; init; }

    /// <summary>More photos, sent as one album before the text (a ticket's card).</summary>
    public IReadOnlyList<OutgoingFile> Album { get => field ?? []; init; } = [];

    /// <summary>Shows a map pin below the text.</summary>
    public GeoPoint? Pin { get; init; }

    /// <summary>Label of a button that sends the phone's place; null takes such a keyboard away.</summary>
    public string? AskLocationLabel { get; init; }

    /// <summary>The outbox row whose bubble this one replaces in place; sent as a new bubble when that one was never sent or is gone.</summary>
    public string? Replaces { get; init; }

    /// <summary>The channel's id of the bubble this one replaces in place (the menu whose button was pressed); same fallback as <see cref="Replaces"/>.</summary>
    public string? ReplacesMessageId { get; init; }

    /// <summary>The channel's id of the message this one answers.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>True for results and officers' questions: where a messenger takes money outside of its free hours, these may cost some.</summary>
    public bool IsWorthPaying { get; init; }

    /// <summary>True: no sound on the phone.</summary>
    public bool IsSilent { get; init; }
}

/// <summary>A button: pressing it sends <paramref name="Key"/> back, or opens <paramref name="Url"/>.</summary>
/// <param name="Label">At most 20 characters.</param>
/// <param name="Key">At most 64 bytes; names what is meant and stays valid for weeks; who may press is checked at the press.</param>
/// <param name="Url">An https (or tel:, geo:) address; then the key is empty.</param>
public sealed record Button(string Label, string Key, string? Url = null);

/// <summary>A file of ours to send.</summary>
/// <param name="Kind">How the channel shows it.</param>
/// <param name="Source">"content:NAME" for a picture of the content, "stored:HASH" for a stored photo, voice note or document.</param>
/// <param name="AltText">What the picture shows, for those who cannot see it.</param>
public sealed record OutgoingFile(FileKind Kind, string Source, string? AltText = null);
