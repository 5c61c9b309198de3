using System.Text;

namespace CommunityBot.Storage.LiteDb;

/// <summary>
/// Says how the last run ended: cleanly, by the death of the process (same start of the machine, so the system still wrote everything out), or perhaps
/// by a power cut. Only the last makes LiteDB's file untrustworthy.
/// </summary>
internal sealed class RunMarker(StoreFolder folder, StoreSeams seams)
{
    private const string Closed = "closed";

    private readonly DurableFile file = new(seams.Disk);

    public bool TrustsLiteDb()
    {
        if (!File.Exists(folder.RunMarker))
        {
            return false;
        }

        var text = File.ReadAllText(folder.RunMarker);
        return text == Closed || (seams.ReadBootId() is { Length: > 0 } boot && text == boot);
    }

    public void SayRunning() => file.Write(folder.RunMarker, Encoding.UTF8.GetBytes(seams.ReadBootId() ?? "unknown"));

    public void SayClosed() => file.Write(folder.RunMarker, Encoding.UTF8.GetBytes(Closed));
}
