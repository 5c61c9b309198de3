using System.Text.Json;
using CommunityBot.Communes;
using CommunityBot.Host.Commands;
using CommunityBot.Host.Control;
using CommunityBot.Host.Health;
using CommunityBot.Primitives;
using CommunityBot.Storage;

namespace CommunityBot.Host.Doctor;

/// <summary>Looks at everything that can keep the bot from serving villagers, and says for each what to do.</summary>
internal sealed class DoctorRound(
    IEnumerable<IContentCheck> content,
    ICommuneBoundaries boundaries,
    IStoreMaintenance maintenance,
    StoreOptions storage,
    TimeProvider clock)
{
    /// <summary>The bot was written after this; a clock before it is wrong.</summary>
    private static readonly DateTimeOffset Earliest = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const int OldestBackupDays = 7;

    private readonly string folder = storage.Folder;

    public async Task<IReadOnlyList<DoctorFinding>> RunAsync(CancellationToken cancellationToken)
    {
        var findings = new List<DoctorFinding> { LookAtFolder(), LookAtSpace(), LookAtClock() };
        findings.Add(await LookAtStoreAsync(cancellationToken));
        findings.Add(LookAtBackups());
        findings.AddRange(LookAtContent());
        findings.Add(LookAtBoundaries());
        findings.AddRange(await LookAtHostAsync(cancellationToken));
        return findings;
    }

    private DoctorFinding LookAtFolder()
    {
        var probe = Path.Combine(folder, $".doctor-{Environment.ProcessId}");

        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new DoctorFinding("folder", true, $"The data folder {folder} can be written.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new DoctorFinding(
                "folder", false, $"The data folder {folder} cannot be written.", "Give the bot's user the right to write there, or set Storage:Path to another folder.");
        }
    }

    private DoctorFinding LookAtSpace()
    {
        var free = new DriveInfo(Path.GetFullPath(Directory.Exists(folder) ? folder : ".")).AvailableFreeSpace / 1_000_000;
        return free >= storage.RefuseReportsBelowMegabytes
            ? new DoctorFinding("space", true, $"{free:N0} MB of disk are free.")
            : new DoctorFinding(
                "space",
                false,
                $"Only {free:N0} MB of disk are free; below {storage.RefuseReportsBelowMegabytes} MB new reports are refused.",
                "Make room on the disk, or move the data folder; the bot goes on by itself afterwards.");
    }

    private DoctorFinding LookAtClock()
    {
        var now = clock.GetUtcNow();
        return now >= Earliest
            ? new DoctorFinding("clock", true, $"The clock says {VietnamTime.MomentWords(now)} in Vietnam.")
            : new DoctorFinding("clock", false, $"The clock says {now:yyyy-MM-dd}, which is long past.", "Set the PC's clock (timedatectl set-ntp true).");
    }

    private async Task<DoctorFinding> LookAtStoreAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Path.Combine(folder, "journal")))
        {
            return new DoctorFinding("store", true, "The data folder holds no store yet; the first start makes one.");
        }

        var contents = await maintenance.VerifyAsync(folder, cancellationToken);
        return contents.Problems.Count == 0
            ? new DoctorFinding("store", true, $"The store is whole: {contents.Documents.Values.Sum():N0} documents, last commit {contents.LastCommit}.")
            : new DoctorFinding(
                "store", false, string.Join(' ', contents.Problems), "Stop the bot, keep a copy of the data folder, and restore the last backup into an empty folder.");
    }

    private DoctorFinding LookAtBackups()
    {
        var list = Path.Combine(folder, "backups.list");
        var folders = File.Exists(list) ? File.ReadAllLines(list).Where(Directory.Exists).ToList() : [];
        var last = folders.Select(Directory.GetLastWriteTimeUtc).DefaultIfEmpty().Max();
        var days = (int)(clock.GetUtcNow() - new DateTimeOffset(last == default ? Directory.GetCreationTimeUtc(folder) : last, TimeSpan.Zero)).TotalDays;

        return days <= OldestBackupDays
            ? new DoctorFinding("backup", true, last == default ? "No backup yet; the data folder is new." : $"The last backup is {days} days old.")
            : new DoctorFinding(
                "backup",
                false,
                last == default ? $"There is no backup that can be reached, and the data folder is {days} days old." : $"The last backup is {days} days old.",
                "Run 'backup' every night, onto another disk.");
    }

    private IEnumerable<DoctorFinding> LookAtContent()
    {
        var mistakes = content.Sum(check => check.Check().Mistakes.Count);
        yield return mistakes == 0
            ? new DoctorFinding("content", true, "The content has no mistakes.")
            : new DoctorFinding("content", false, $"The content has {mistakes} mistakes.", "Run 'content check' and mend what it lists.");
    }

    private DoctorFinding LookAtBoundaries() => boundaries.Units.Count > 0
        ? new DoctorFinding("boundaries", true, $"Borders of {boundaries.Units.Count} communes are imported.")
        : new DoctorFinding("boundaries", true, "No borders are imported; villagers are asked which of the nearest communes it is ('import boundaries FILE' changes that).");

    private async Task<IReadOnlyList<DoctorFinding>> LookAtHostAsync(CancellationToken cancellationToken)
    {
        var request = new ControlRequest(TellStanding.ActionName, new Dictionary<string, string>());
        var answer = await ControlClient.TryAskAsync(folder, request, cancellationToken);

        if (answer?.Data is not { } data || data.Deserialize(CommandJson.Readable.HostStanding) is not { } standing)
        {
            return [new DoctorFinding("host", false, "No host is running on this data folder.", "Start it with 'serve' when villagers should reach it.")];
        }

        return [HostFinding(standing), DeskFinding(standing), .. standing.Channels.Select(ChannelFinding), .. standing.Jobs.Where(job => job.Last?.Error is not null).Select(JobFinding)];
    }

    private static DoctorFinding HostFinding(HostStanding standing) => standing.CanCommit && standing.StoreNotice is null
        ? new DoctorFinding("host", true, "The host is running and commits.")
        : new DoctorFinding("host", standing.CanCommit, standing.StoreNotice ?? "The host cannot commit now.", "Look at the disk and at the newest file in logs/.");

    private static DoctorFinding DeskFinding(HostStanding standing) => standing.LinkedDesks > 0
        ? new DoctorFinding("desks", true, $"{standing.LinkedDesks} of {standing.ServedCommunes} communes have a desk with an officer.")
        : new DoctorFinding(
            "desks", false, "No commune has a desk with an officer: reports wait in the province's queue.", "Print a code with 'desk code COMMUNE' and let the commune's lead send it to the bot.");

    private static DoctorFinding ChannelFinding(ChannelStanding channel)
    {
        var isGood = channel.State is "Working" or "Starting";
        return new DoctorFinding(
            $"channel {channel.Name}", isGood, $"{channel.Name}: {channel.Sentence}", isGood ? null : "Check its token and the network; villagers can use the other channels meanwhile.");
    }

    private static DoctorFinding JobFinding(Scheduling.JobStanding job) =>
        new($"job {job.Job}", false, $"The job {job.Job} failed at its last run ({job.Last!.Error}).", "Look at the newest file in logs/; it runs again by itself.");
}
