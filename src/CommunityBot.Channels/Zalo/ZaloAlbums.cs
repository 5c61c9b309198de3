using CommunityBot.Messages;

namespace CommunityBot.Channels.Zalo;

/// <summary>Zalo knows no albums: pictures of one villager that come within five seconds of each other are one answer.</summary>
internal sealed class ZaloAlbums
{
    public static readonly TimeSpan Together = TimeSpan.FromSeconds(5);

    private const int MostRemembered = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<ConversationKey, (string Album, DateTimeOffset At)> latest = [];

    public IncomingMessage Join(IncomingMessage message) =>
        message.Files.Count > 0 && message.Files.All(file => file.Kind is FileKind.Photo or FileKind.ImageDocument)
            ? message with { AlbumId = AlbumOf(message), AlbumSettles = Together }
            : message;

    private string AlbumOf(IncomingMessage message)
    {
        lock (gate)
        {
            if (latest.Count >= MostRemembered)
            {
                latest.Clear(); // an album in the making becomes two, no harm done
            }

            var isSame = latest.TryGetValue(message.Conversation, out var known) && (message.SentAt - known.At).Duration() <= Together;
            var album = isSame ? known.Album : message.EventId;
            latest[message.Conversation] = (album, message.SentAt);
            return album;
        }
    }
}
