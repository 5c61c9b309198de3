using System.Globalization;
using CommunityBot.Messages;
using CommunityBot.Primitives;

namespace CommunityBot.TestKit.Talk;

/// <summary>A person in one conversation: types, taps, photographs; sees what the bot answered.</summary>
public sealed class Talker
{
    private readonly ConversationBench bench;
    private readonly string name;
    private readonly Sender sender;
    private readonly bool isGroup;
    private int lastNumber;

    internal Talker(ConversationBench bench, string name, string personId, ConversationKey conversation, bool isGroup)
    {
        this.bench = bench;
        this.name = name;
        this.isGroup = isGroup;
        Conversation = conversation;
        sender = new Sender(personId, name);
    }

    public ConversationKey Conversation { get; }

    public string Name => name;

    /// <summary>The bubbles that appeared here since this person last did something.</summary>
    public IReadOnlyList<Bubble> Answers => bench.AnswersIn(Conversation);

    /// <summary>The last bubble of the bot in this conversation.</summary>
    public Bubble LastBubble => bench.Channel.In(Conversation) is [.., var last]
        ? last
        : throw new InvalidOperationException($"The bot has not said anything to {name}.");

    /// <summary>The short text the last pressed button showed.</summary>
    public string? Notice { get; private set; }

    /// <summary>The words of all answers, one below the other.</summary>
    public string Heard => string.Join('\n', Answers.Select(bubble => bubble.Text));

    public Task SaysAsync(string text) => TellAsync(text, NewMessage() with { Text = text });

    /// <summary>Opens the bot by a link: /start with what stands behind it.</summary>
    public Task StartsAsync(string? payload = null) =>
        TellAsync($"/start {payload}".TrimEnd(), NewMessage() with { Text = "/start", StartPayload = payload });

    public Task SendsPhotoAsync(string? caption = null, GeoPoint? point = null, string? fetchId = null) =>
        TellAsync(caption is null ? "[ảnh]" : $"[ảnh] {caption}", NewMessage() with { Text = caption, Files = [Photo(fetchId)], Point = point });

    /// <summary>An album: every part is an event of its own, as messengers deliver it.</summary>
    public async Task SendsAlbumAsync(int photos, string? caption = null)
    {
        var album = string.Create(CultureInfo.InvariantCulture, $"album{lastNumber + 1}");

        for (var part = 0; part < photos; part++)
        {
            var words = part == 0 ? caption : null;
            await TellAsync(words is null ? "[ảnh trong bộ]" : $"[ảnh trong bộ] {words}", NewMessage() with { Text = words, Files = [Photo(null)], AlbumId = album });
        }
    }

    public Task SendsVoiceAsync(TimeSpan length, string? caption = null) =>
        TellAsync($"[lời nói {length:m\\:ss}]", NewMessage() with
        {
            Text = caption,
            Files = [new IncomingFile { Kind = FileKind.Voice, FetchId = $"v{sender.Id}-{lastNumber}", Duration = length, MimeType = "audio/ogg" }],
        });

    public Task SendsFileAsync(FileKind kind, string? fetchId = null, string? caption = null) =>
        TellAsync($"[{kind}]", NewMessage() with { Text = caption, Files = [Photo(fetchId) with { Kind = kind }] });

    public Task SendsLocationAsync(double latitude, double longitude, string? placeName = null) =>
        TellAsync("[vị trí]", NewMessage() with { Point = new GeoPoint(latitude, longitude), PlaceName = placeName });

    public Task SendsContactAsync(string phone, bool isOwn = true) =>
        TellAsync("[danh thiếp]", NewMessage() with { Contact = new SharedContact(phone, name, isOwn) });

    /// <summary>Answers one bubble of the bot (an officer replying to a card).</summary>
    public Task RepliesAsync(Bubble to, string text) =>
        TellAsync($"(trả lời) {text}", NewMessage() with { Text = text, ReplyToMessageId = to.Id });

    /// <summary>Answers one bubble of the bot with a photo.</summary>
    public Task RepliesWithPhotoAsync(Bubble to, string? caption = null) =>
        TellAsync($"(trả lời) [ảnh] {caption}".TrimEnd(), NewMessage() with { Text = caption, Files = [Photo(null)], ReplyToMessageId = to.Id });

    /// <summary>Taps the newest button that bears this label (marks, case and icons forgiven).</summary>
    public Task PressesAsync(string label)
    {
        var (bubble, button) = Find(label);
        return TellAsync($"[{button.Label}]", NewEvent(IncomingKind.Press, "b") with { ButtonKey = button.Key, MessageId = bubble.Id });
    }

    /// <summary>Sends a button's key whether it is on the screen or not: an old or forged press.</summary>
    public Task PressesKeyAsync(string key) => TellAsync($"[nút {key}]", NewEvent(IncomingKind.Press, "b") with { ButtonKey = key });

    /// <summary>Corrects the message that was sent <paramref name="back"/> messages ago.</summary>
    public Task EditsAsync(string text, int back = 0)
    {
        var number = lastNumber - back;
        return TellAsync($"(sửa) {text}", NewEvent(IncomingKind.Edit, "e") with { Text = text, MessageId = IdOf(number) });
    }

    public Task DoesAsync(IncomingKind kind) => TellAsync($"[{kind}]", NewEvent(kind, "k"));

    /// <summary>Any other event, as a channel would hand it over.</summary>
    public Task TellAsync(string shown, IncomingMessage message) => bench.TellAsync(this, shown, message, notice => Notice = notice);

    /// <summary>An empty message of this person, to be filled with <c>with</c>.</summary>
    public IncomingMessage NewMessage()
    {
        var message = NewEvent(IncomingKind.Message, "m");
        return message with { MessageId = message.EventId };
    }

    /// <summary>True when a button with this label is on the last bubble that has buttons.</summary>
    public bool CanPress(string label) => Visible().Any(one => Matches(one.Button.Label, label));

    private IncomingMessage NewEvent(IncomingKind kind, string prefix)
    {
        lastNumber++;
        return new IncomingMessage
        {
            Conversation = Conversation,
            EventId = kind == IncomingKind.Message ? IdOf(lastNumber) : $"{prefix}{sender.Id}-{lastNumber}",
            Kind = kind,
            Sender = sender,
            SentAt = bench.Now,
            IsGroup = isGroup,
        };
    }

    private string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"m{sender.Id}-{number}");

    private IncomingFile Photo(string? fetchId) => new()
    {
        Kind = FileKind.Photo,
        FetchId = fetchId ?? string.Create(CultureInfo.InvariantCulture, $"p{sender.Id}-{lastNumber}"),
        MimeType = "image/jpeg",
    };

    private (Bubble Bubble, Button Button) Find(string label)
    {
        foreach (var one in Visible())
        {
            if (Matches(one.Button.Label, label))
            {
                return one;
            }
        }

        throw new InvalidOperationException(
            $"{name} sees no button \"{label}\", only: {string.Join(" · ", Visible().Take(12).Select(one => one.Button.Label))}\n{bench.Transcript}");
    }

    private IEnumerable<(Bubble Bubble, Button Button)> Visible() =>
        bench.Channel.In(Conversation).Reverse().SelectMany(bubble => bubble.Buttons.Select(button => (bubble, button)));

    private static bool Matches(string label, string wanted) => Letters(label) == Letters(wanted);

    private static string Letters(string text) => string.Join(
        ' ',
        new string([.. VietnameseText.Fold(text).Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
