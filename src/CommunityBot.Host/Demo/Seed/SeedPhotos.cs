using CommunityBot.Messages;
using CommunityBot.Photos;
using CommunityBot.Primitives;
using CommunityBot.Storage;
using CommunityBot.Tickets;

namespace CommunityBot.Host.Demo.Seed;

/// <summary>The drawn pictures go through the studio into the folder of photos like those of a phone.</summary>
internal sealed class SeedPhotos(SeedStage stage)
{
    private readonly Dictionary<string, PreparedFile.Good> prepared = new(StringComparer.Ordinal);

    public async Task<FileRef> TakeAsync(string picture, ConversationKey sender, CancellationToken cancellationToken)
    {
        var good = await PrepareAsync(picture, cancellationToken);
        var now = stage.Clock.GetUtcNow();
        var work = new Work(stage.Draft);
        var photo = new StoredPhoto
        {
            Id = RowId.New(now, work.NextNumber(), stage.Get<IChance>()),
            Conversation = sender,
            File = new IncomingFile { Kind = FileKind.Photo, FetchId = picture },
            SentAt = now,
            TryNext = now,
            State = PhotoState.Stored,
            MimeType = good.MimeType,
        };
        await stage.Get<PhotoLedger>().KeepAsync(good, work, hash => work.Put(StoredPhoto.Kind, photo with { Hash = hash }), cancellationToken);
        return new FileRef(photo.Id, FileKind.Photo);
    }

    private async Task<PreparedFile.Good> PrepareAsync(string picture, CancellationToken cancellationToken)
    {
        if (!prepared.TryGetValue(picture, out var good))
        {
            var drawn = await SeedFiles.ReadAsync($"{picture}.png", cancellationToken);
            good = (PreparedFile.Good)stage.Get<IPhotoStudio>().Prepare(drawn, FileKind.Photo);
            prepared[picture] = good;
        }

        return good;
    }
}
