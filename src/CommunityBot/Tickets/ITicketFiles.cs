using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>Where photos, voice notes and documents of tickets are kept. They are fetched later by a job, which rings <see cref="ShowArrivedFiles"/>.</summary>
public interface ITicketFiles
{
    /// <summary>Puts a file that lies at a messenger on the list of those to fetch.</summary>
    FileRef Keep(Work work, ConversationKey from, IncomingFile file);

    /// <summary>Whether the bytes are here by now.</summary>
    ValueTask<TicketFile> FindAsync(Work work, FileRef file, CancellationToken cancellationToken);
}

/// <summary>A file of a ticket.</summary>
/// <param name="State">Whether it is here.</param>
/// <param name="Source">"stored:HASH" once it is here.</param>
public sealed record TicketFile(TicketFileState State, string? Source);

/// <summary>Whether a file is here.</summary>
public enum TicketFileState
{
    Waiting,
    Here,

    /// <summary>Gone for good: shown as missing.</summary>
    Missing,
}

/// <summary>Nobody fetches files here: they stay named and are never shown.</summary>
public sealed class FilesNotFetched(TimeProvider clock, IChance chance) : ITicketFiles
{
    public FileRef Keep(Work work, ConversationKey from, IncomingFile file) =>
        new(RowId.New(clock.GetUtcNow(), work.NextNumber(), chance), file.Kind, file.Duration);

    public ValueTask<TicketFile> FindAsync(Work work, FileRef file, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new TicketFile(TicketFileState.Waiting, null));
}
