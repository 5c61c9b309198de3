using Microsoft.Extensions.Logging;

namespace CommunityBot.Storage.LiteDb.Upkeep;

/// <summary>Writes down what was erased, in the data folder and beside every backup that can be reached.</summary>
internal sealed partial class ErasedPeople(StoreFolder folder, IDisk disk, Func<long> lastCommit, ILogger log) : IErasedPeople
{
    private readonly Lock gate = new();
    private readonly DurableFile file = new(disk);

    public Task MarkErasedAsync(string collection, string id, CancellationToken cancellationToken) =>
        Task.Run(() => Mark(collection, id), cancellationToken);

    private void Mark(string collection, string id)
    {
        lock (gate)
        {
            var list = ErasedList.Of(folder);
            list.Add(collection, id, lastCommit());
            list.Save(folder, file);

            foreach (var backup in KnownBackups.Of(folder))
            {
                SaveBeside(backup, list);
            }
        }
    }

    private void SaveBeside(string backup, ErasedList list)
    {
        try
        {
            list.Save(new StoreFolder(backup), file);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            LogBackupNotReached(backup, trouble); // the next backup brings the list along
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An erasure could not be written beside the backup {Backup}; make a new backup soon")]
    private partial void LogBackupNotReached(string backup, Exception trouble);
}
