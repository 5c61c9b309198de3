namespace CommunityBot.Storage.LiteDb;

/// <summary>One host per data folder: a second one would write over the first one's words.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream file;

    private FolderLock(FileStream file) => this.file = file;

    public static FolderLock Take(StoreFolder folder)
    {
        try
        {
            return new FolderLock(new FileStream(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException trouble)
        {
            throw new InvalidOperationException(
                $"Another CommunityBot is using the data folder {Path.GetFullPath(folder.Root)}. Stop it first, or give this one its own folder (Storage:Path).",
                trouble);
        }
    }

    public void Dispose() => file.Dispose();
}
