using CommunityBot.Storage.LiteDb.Memory;

namespace CommunityBot.Storage.LiteDb.Journal;

/// <summary>The commits that become durable by one sync: compared, numbered and written down one after the other.</summary>
internal sealed class CommitBatch(RecentDocuments recent, RecordWriter records) : IDisposable
{
    private readonly List<(PendingCommit Commit, CommitAnswer Answer)> answers = [];
    private readonly List<Recorded> recorded = [];
    private readonly Dictionary<(string Collection, string Id), long> versions = [];
    private long[] newVersions = new long[16];
    private int[] jsonAt = new int[16];

    public int Count => recorded.Count;

    public long FirstNumber { get; private set; }

    public ReadOnlySpan<byte> Bytes => records.Bytes;

    public void Begin(long firstNumber)
    {
        answers.Clear();
        recorded.Clear();
        versions.Clear();
        records.Clear();
        FirstNumber = firstNumber;
    }

    public void Add(PendingCommit commit, DateTimeOffset time)
    {
        var answer = Compare(commit.Writes);
        answers.Add((commit, answer));

        if (answer == CommitAnswer.Done)
        {
            Record(commit.Writes, time);
        }
    }

    /// <summary>Makes the durable batch visible, commit by commit.</summary>
    public void Publish(JournalSegment segment, long offset)
    {
        foreach (var one in recorded)
        {
            var changes = new (DocumentWrite, UnsettledDocument)[one.Writes.Count];

            for (var at = 0; at < changes.Length; at++)
            {
                var write = one.Writes[at];
                var place = new JournalPlace(segment, offset + one.JsonAt[at], write.Json?.Length ?? 0);
                changes[at] = (write, new UnsettledDocument(write.Id, one.Versions[at], one.Number, write.Keys, place));
            }

            recent.Publish(changes);
        }
    }

    public void TellCallers(Action raceLost)
    {
        foreach (var (commit, answer) in answers)
        {
            commit.Say(answer);

            if (answer == CommitAnswer.LostRace)
            {
                raceLost();
            }
        }
    }

    public void Refuse(Exception why)
    {
        foreach (var (commit, _) in answers)
        {
            commit.Refuse(why);
        }
    }

    public void Dispose() => records.Dispose();

    private CommitAnswer Compare(IReadOnlyList<DocumentWrite> writes)
    {
        EnsureRoom(writes.Count);

        for (var at = 0; at < writes.Count; at++)
        {
            var write = writes[at];
            var version = versions.TryGetValue((write.Collection, write.Id), out var earlier) ? earlier : recent.VersionOf(write.Collection, write.Id);

            if (version is null)
            {
                return CommitAnswer.AskLiteDb;
            }

            if (write.ExpectedVersion is { } expected && expected != version)
            {
                return CommitAnswer.LostRace;
            }

            newVersions[at] = write.Json is null ? 0 : version.Value + 1;
        }

        return CommitAnswer.Done;
    }

    private void Record(IReadOnlyList<DocumentWrite> writes, DateTimeOffset time)
    {
        var number = FirstNumber + recorded.Count;
        records.Add(number, time, writes, newVersions.AsSpan(0, writes.Count), jsonAt);

        for (var at = 0; at < writes.Count; at++)
        {
            versions[(writes[at].Collection, writes[at].Id)] = newVersions[at];
        }

        recorded.Add(new Recorded(number, writes, newVersions[..writes.Count], jsonAt[..writes.Count]));
    }

    private void EnsureRoom(int count)
    {
        if (newVersions.Length < count)
        {
            newVersions = new long[count];
            jsonAt = new int[count];
        }
    }

    private sealed record Recorded(long Number, IReadOnlyList<DocumentWrite> Writes, long[] Versions, int[] JsonAt);
}
