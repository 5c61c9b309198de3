using CommunityBot.Messages;
using CommunityBot.Photos;
using CommunityBot.Storage;

namespace CommunityBot.Villagers;

/// <summary>"Không lưu gì": the photos of the report no longer know who sent them, only through which messenger they can be fetched.</summary>
public static class UnnameFiles
{
    public static async Task RunAsync(Work work, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            if (await work.FindAsync(StoredPhoto.Kind, id, cancellationToken) is { } photo)
            {
                work.Put(StoredPhoto.Kind, photo with
                {
                    Conversation = StoredPhoto.NobodyOn(photo.Conversation.Channel),
                    File = photo.File with { Name = null },
                    OffersPlace = false,
                    FoundPoint = null,
                });
            }
        }
    }
}
