using CommunityBot.Messages;
using CommunityBot.Photos;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>The photos, voice notes and documents of tickets: noted in the turn, fetched later by a job, shown when they are here.</summary>
public sealed class TicketFiles(TakeFile takeFile)
{
    /// <summary>Puts a file that lies at a messenger on the list of those to fetch.</summary>
    public FileRef Keep(Work work, ConversationKey from, IncomingFile file) => new(takeFile.Run(work, from, file).Id, file.Kind, file.Duration);

    /// <summary>The file with its bytes; null while it is on its way.</summary>
    public static async ValueTask<TicketFile?> FindAsync(Work work, FileRef file, CancellationToken cancellationToken)
    {
        var stored = await work.FindAsync(StoredPhoto.Kind, file.Id, cancellationToken);
        return stored switch
        {
            null or { State: PhotoState.Missing } => new TicketFile(file, null),
            { State: PhotoState.Stored } => new TicketFile(file, stored.Source),
            _ => null,
        };
    }
}

/// <summary>A file whose fate is known.</summary>
/// <param name="Ref">Which.</param>
/// <param name="Source">"stored:HASH"; null when it is missing for good.</param>
public sealed record TicketFile(FileRef Ref, string? Source)
{
    public bool IsPhoto => Ref.Kind is FileKind.Photo or FileKind.ImageDocument;
}
