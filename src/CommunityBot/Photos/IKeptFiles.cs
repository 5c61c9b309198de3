namespace CommunityBot.Photos;

/// <summary>The folder of files that people sent, each named by the hash of its content; what was kept survives a power cut.</summary>
public interface IKeptFiles
{
    /// <summary>Keeps the file and says its hash; the same content twice is one file.</summary>
    string Keep(PreparedFile.Good file);

    void Remove(string hash);
}
