using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Scheduling;
using CommunityBot.Storage;

namespace CommunityBot.Photos;

/// <summary>Notes in the turn's commit that somebody sent a file; the fetching itself never keeps the conversation waiting.</summary>
public sealed class TakeFile(IJobBell bell, TimeProvider clock, IChance chance)
{
    /// <param name="work">The turn's changes.</param>
    /// <param name="conversation">Who sent it.</param>
    /// <param name="file">As it came.</param>
    /// <param name="offersPlace">True: when the picture tells where it was taken, a wake about <see cref="FetchPhotos.FoundPlace"/> reaches the conversation.</param>
    public StoredPhoto Run(Work work, ConversationKey conversation, IncomingFile file, bool offersPlace = false)
    {
        var now = clock.GetUtcNow();
        var photo = new StoredPhoto
        {
            Id = RowId.New(now, work.NextNumber(), chance),
            Conversation = conversation,
            File = file,
            SentAt = now,
            TryNext = now,
            OffersPlace = offersPlace,
        };

        work.Put(StoredPhoto.Kind, photo);
        work.AfterCommit(() => bell.Ring(FetchPhotos.JobName));
        return photo;
    }
}
