using CommunityBot.Storage.LiteDb.Memory;
using Microsoft.Extensions.Logging;

namespace CommunityBot.Storage.LiteDb.Journal;

/// <summary>
/// The thread that makes commits durable: it takes what waits, compares versions, appends one record per commit, syncs once for all, makes them
/// visible and tells the callers. After a failed sync it accepts nothing until the journal could be opened anew.
/// </summary>
internal sealed partial class CommitThread : IDisposable
{
    private const int LargestBatch = 512;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan BetweenReopenings = TimeSpan.FromSeconds(1);

    private readonly Lock failing = new();
    private readonly object gate = new();
    private readonly Queue<PendingCommit> waiting = new();
    private readonly List<PendingCommit> taken = new(LargestBatch);
    private readonly JournalFile journal;
    private readonly CommitBatch batch;
    private readonly RecentDocuments recent;
    private readonly StoreCondition condition;
    private readonly StoreSeams seams;
    private readonly StoreMeter meter;
    private readonly ILogger log;
    private readonly long largestUnsettled;
    private readonly Thread thread;
    private Action afterPublish = () => { };
    private TaskCompletionSource<long>? rollRequest;
    private long reopenAt;
    private long lastCommit;
    private bool isBroken;
    private bool isStopping;

    public CommitThread(JournalFile journal, RecentDocuments recent, StoreCondition condition, StoreSeams seams, StoreMeter meter, long largestUnsettled, ILogger log)
    {
        this.journal = journal;
        this.recent = recent;
        this.condition = condition;
        this.seams = seams;
        this.meter = meter;
        this.log = log;
        this.largestUnsettled = largestUnsettled;
        batch = new CommitBatch(recent, new RecordWriter());
        thread = new Thread(Run) { Name = "store: commit", IsBackground = true };
    }

    /// <summary>The last commit that is durable and visible.</summary>
    public long LastCommit => Interlocked.Read(ref lastCommit);

    /// <summary>Begins to commit, after what the journal already holds.</summary>
    public void Start(long last, Action published)
    {
        lastCommit = last;
        afterPublish = published;
        journal.Start(last + 1);
        thread.Start();
    }

    public Task<CommitAnswer> Submit(IReadOnlyList<DocumentWrite> writes)
    {
        var commit = new PendingCommit(writes, seams.Clock.GetTimestamp());

        lock (gate)
        {
            if (isStopping)
            {
                throw new StoreUnavailableException("The store is closing.");
            }

            waiting.Enqueue(commit);

            if (waiting.Count == 1)
            {
                Monitor.PulseAll(gate);
            }
        }

        return commit.Answer;
    }

    /// <summary>Closes the current segment, so that everything up to the returned commit lies in files that no longer grow.</summary>
    public Task<long> RollAsync()
    {
        lock (gate)
        {
            if (isStopping)
            {
                throw new StoreUnavailableException("The store is closing.");
            }

            rollRequest ??= new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            Monitor.PulseAll(gate);
            return rollRequest.Task;
        }
    }

    /// <summary>Room was made in memory, on the disk, or the time to try again has come.</summary>
    public void Wake()
    {
        lock (gate)
        {
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Nobody waits longer than 1.5 s: the messenger is told to come back.</summary>
    public void RefuseOverdue()
    {
        lock (gate)
        {
            foreach (var commit in waiting)
            {
                if (!RefuseIfOverdue(commit))
                {
                    break; // the queue is in order of time
                }
            }
        }

        lock (failing)
        {
            foreach (var commit in taken)
            {
                RefuseIfOverdue(commit);
            }
        }
    }

    /// <summary>Lets what waits become durable and ends.</summary>
    public void Stop()
    {
        lock (gate)
        {
            isStopping = true;
            Monitor.PulseAll(gate);
        }

        if (thread.IsAlive)
        {
            thread.Join();
        }

        journal.Dispose();
    }

    public void Dispose()
    {
        journal.Dispose();
        batch.Dispose();
    }

    private bool RefuseIfOverdue(PendingCommit commit)
    {
        if (seams.Clock.GetElapsedTime(commit.AskedAt) < LongestWait)
        {
            return false;
        }

        commit.Refuse(new StoreUnavailableException("The commit was not durable within 1.5 seconds."));
        return true;
    }

    private void Run()
    {
        while (TakeBatch())
        {
            try
            {
                CommitTaken();
            }
            catch (Exception trouble)
            {
                StopAccepting(trouble);
            }

            lock (failing)
            {
                taken.Clear();
            }
        }
    }

    /// <summary>Waits for commits and takes up to 512; false when the store closes and nothing waits any more.</summary>
    private bool TakeBatch()
    {
        lock (gate)
        {
            while (true)
            {
                Roll();
                ReopenWhenItIsTime();

                if (waiting.Count > 0 && MayCommit())
                {
                    break;
                }

                if (isStopping)
                {
                    RefuseAllWaiting();
                    return false;
                }

                Monitor.Wait(gate);
            }

            lock (failing)
            {
                while (taken.Count < LargestBatch && waiting.TryDequeue(out var commit))
                {
                    if (!commit.IsAnswered)
                    {
                        taken.Add(commit);
                    }
                }
            }

            return true;
        }
    }

    private bool MayCommit()
    {
        if (condition.Refusal is null && !isBroken)
        {
            return recent.UnsettledBytes < largestUnsettled || isStopping;
        }

        RefuseAllWaiting();
        return false;
    }

    private void RefuseAllWaiting()
    {
        if (isStopping)
        {
            rollRequest?.TrySetException(new StoreUnavailableException("The store is closing."));
        }

        while (waiting.TryDequeue(out var commit))
        {
            commit.Refuse(new StoreUnavailableException(condition.Refusal ?? "The store is closing."));
        }
    }

    private void CommitTaken()
    {
        batch.Begin(lastCommit + 1);
        var time = seams.Clock.GetUtcNow();

        foreach (var commit in taken)
        {
            batch.Add(commit, time);
        }

        if (batch.Count > 0)
        {
            var (segment, offset) = journal.Append(batch.Bytes);
            seams.Witness(StoreMoment.BatchSynced);
            batch.Publish(segment, offset);
            Interlocked.Add(ref lastCommit, batch.Count);
            meter.BatchCommitted(batch.Count);
            afterPublish();
        }

        batch.TellCallers(meter.RaceLost);

        if (journal.IsFull)
        {
            journal.Start(lastCommit + 1);
        }
    }

    private void StopAccepting(Exception trouble)
    {
        LogJournalFailed(trouble);
        isBroken = true;
        condition.SetJournalTrouble("The journal could not be written; nothing is saved until it can be opened anew.");
        reopenAt = seams.Clock.GetTimestamp() + ToTimestamp(BetweenReopenings);
        batch.Refuse(new StoreUnavailableException("The journal could not be written.", trouble));
    }

    private void ReopenWhenItIsTime()
    {
        if (!isBroken || seams.Clock.GetTimestamp() < reopenAt)
        {
            return;
        }

        try
        {
            journal.Start(lastCommit + 1);
            isBroken = false;
            condition.SetJournalTrouble(null);
            LogJournalReopened(lastCommit);
        }
        catch (Exception trouble)
        {
            LogJournalFailed(trouble);
            reopenAt = seams.Clock.GetTimestamp() + ToTimestamp(BetweenReopenings);
        }
    }

    private void Roll()
    {
        if (rollRequest is not { } request || isBroken)
        {
            return;
        }

        rollRequest = null;

        try
        {
            journal.Start(lastCommit + 1);
            request.SetResult(lastCommit);
        }
        catch (Exception trouble)
        {
            StopAccepting(trouble);
            request.SetException(new StoreUnavailableException("The journal could not be written.", trouble));
        }
    }

    private long ToTimestamp(TimeSpan span) => (long)(span.TotalSeconds * seams.Clock.TimestampFrequency);

    [LoggerMessage(Level = LogLevel.Error, Message = "The journal could not be written; commits are refused until it could be opened anew")]
    private partial void LogJournalFailed(Exception trouble);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The journal was opened anew after commit {Commit}")]
    private partial void LogJournalReopened(long commit);
}
