using CommunityBot.Storage.LiteDb.Memory;
using Microsoft.Extensions.Logging;

namespace CommunityBot.Storage.LiteDb.Settled;

/// <summary>
/// The only thread that touches LiteDB. Between questions (single documents first, then lists) it settles what the journal holds already, a small
/// transaction at a time, so that nobody waits long behind it.
/// </summary>
internal sealed partial class SettleThread : IDisposable
{
    public const int LogPagesBeforeCheckpoint = 800;

    private const int SmallestStep = 16;
    private const int LargestStep = 256;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan AimOfAStep = TimeSpan.FromMilliseconds(8);

    private readonly object gate = new();
    private readonly Queue<Visit> finds = new();
    private readonly Queue<Visit> lists = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SettledStore store;
    private readonly RecentDocuments recent;
    private readonly StoreSeams seams;
    private readonly StoreMeter meter;
    private readonly ILogger log;
    private readonly Thread thread;
    private Action open = () => { };
    private Func<long> lastCommit = () => 0;
    private Action roomWasMade = () => { };
    private SettleRound? round;
    private int step = SmallestStep;
    private long settledPosition;
    private bool isDue;
    private bool isPaused;
    private bool isStopping;
    private bool isClosingCleanly;

    public SettleThread(SettledStore store, RecentDocuments recent, StoreSeams seams, StoreMeter meter, ILogger log)
    {
        this.store = store;
        this.recent = recent;
        this.seams = seams;
        this.meter = meter;
        this.log = log;
        thread = new Thread(Run) { Name = "store: settle", IsBackground = true };
    }

    /// <summary>Ends when the store may be asked; fails when it can never be, with a sentence for the operator.</summary>
    public Task Ready => ready.Task;

    /// <summary>The last commit that would not be missed in LiteDB if the journal before it were gone.</summary>
    public long SettledPosition => Interlocked.Read(ref settledPosition);

    /// <param name="openStore">Runs first, on the thread.</param>
    /// <param name="readLastCommit">The last commit that is visible.</param>
    /// <param name="afterSettling">Runs after each transaction: there is room in memory again.</param>
    public void Start(Action openStore, Func<long> readLastCommit, Action afterSettling)
    {
        open = openStore;
        lastCommit = readLastCommit;
        roomWasMade = afterSettling;
        thread.Start();
    }

    public Task<T> FindAsync<T>(Func<LiteDbFile, T> ask) => Ask(finds, ask);

    public Task<T> ListAsync<T>(Func<LiteDbFile, T> ask) => Ask(lists, ask);

    /// <summary>It is time to settle what waits.</summary>
    public void SettleNow()
    {
        lock (gate)
        {
            isDue = true;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>During a burst settling leaves the processor to those who wait for an answer; it catches up afterwards.</summary>
    public void Pause(bool isBurst)
    {
        lock (gate)
        {
            isPaused = isBurst;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Nobody waits longer than 1.5 s for LiteDB.</summary>
    public void RefuseOverdue()
    {
        lock (gate)
        {
            foreach (var visit in finds.Concat(lists))
            {
                if (seams.Clock.GetElapsedTime(visit.AskedAt) >= LongestWait)
                {
                    visit.Refuse(new StoreUnavailableException("The store did not answer within 1.5 seconds."));
                }
            }
        }
    }

    /// <summary>Ends the thread; a clean end settles everything first and returns whether that succeeded.</summary>
    public bool Stop(bool cleanly)
    {
        lock (gate)
        {
            isClosingCleanly = cleanly;
            isStopping = true;
            Monitor.PulseAll(gate);
        }

        if (thread.IsAlive)
        {
            thread.Join();
        }

        return isClosingCleanly;
    }

    public void Dispose() => store.Dispose();

    private Task<T> Ask<T>(Queue<Visit> queue, Func<LiteDbFile, T> ask)
    {
        var visit = new Visit<T>(ask, seams.Clock.GetTimestamp());

        lock (gate)
        {
            if (isStopping)
            {
                throw new StoreUnavailableException("The store is closing.");
            }

            queue.Enqueue(visit);
            Monitor.PulseAll(gate);
        }

        return visit.Answer;
    }

    private void Run()
    {
        try
        {
            open();
            ready.SetResult();
        }
        catch (Exception trouble)
        {
            ready.SetException(trouble);
            RefuseEverything();
            isClosingCleanly = false;
            return;
        }

        while (WaitForWork())
        {
            Guard(AnswerFinds);
            Guard(AnswerOneList);
            Guard(SettleOneStep);
        }

        End();
    }

    private bool WaitForWork()
    {
        lock (gate)
        {
            while (!isStopping && !HasWork)
            {
                Monitor.Wait(gate);
            }

            return !isStopping;
        }
    }

    private bool HasWork => store.IsOpen
        ? finds.Count > 0 || lists.Count > 0 || (!isPaused && (isDue || round is not null))
        : isDue;

    /// <summary>The fence around LiteDB: whatever it throws, its file is set aside and rebuilt, and the question is asked once more.</summary>
    private void Guard(Action visit)
    {
        try
        {
            if (store.IsOpen)
            {
                visit();
            }
            else if (isDue)
            {
                isDue = false;
                store.Rebuild("because it had failed", lastCommit());
            }
        }
        catch (Exception trouble)
        {
            LogFailed(trouble);
            RebuildAfter();
        }
    }

    private void RebuildAfter()
    {
        round = null;
        Interlocked.Exchange(ref settledPosition, 0);

        try
        {
            store.Rebuild("because it had failed", lastCommit());
        }
        catch (Exception trouble)
        {
            LogFailed(trouble);
            store.GiveUpForNow(); // the next look, a moment later, tries again
        }
    }

    private void AnswerFinds()
    {
        while (Next(finds) is { } visit)
        {
            Answer(visit);
        }
    }

    private void AnswerOneList()
    {
        if (Next(lists) is { } visit)
        {
            Answer(visit);
        }
    }

    private Visit? Next(Queue<Visit> queue)
    {
        lock (gate)
        {
            return queue.TryDequeue(out var visit) ? visit : null;
        }
    }

    private void Answer(Visit visit)
    {
        if (visit.IsAnswered)
        {
            return;
        }

        try
        {
            visit.Run(store.File);
        }
        catch (Exception trouble) when (visit.WasRetried)
        {
            visit.Refuse(new StoreUnavailableException("The store could not answer.", trouble));
            throw;
        }
        catch (Exception)
        {
            visit.WasRetried = true;

            lock (gate)
            {
                finds.Enqueue(visit);
            }

            throw;
        }
    }

    private void SettleOneStep()
    {
        if (isPaused)
        {
            return;
        }

        if (store.File.WantsCheckpoint(LogPagesBeforeCheckpoint))
        {
            store.File.Checkpoint();
            return;
        }

        if (round is null)
        {
            BeginRound();
        }

        if (round is not null)
        {
            StepRound(round);
        }
    }

    private void BeginRound()
    {
        if (!isDue)
        {
            return;
        }

        isDue = false;
        var position = lastCommit();

        if (position > settledPosition)
        {
            round = new SettleRound(recent, position);
        }
    }

    private void StepRound(SettleRound running)
    {
        var began = seams.Clock.GetTimestamp();
        var documents = running.Step(store.File, step);
        var elapsed = seams.Clock.GetElapsedTime(began);
        meter.Settled(elapsed);
        seams.Witness(StoreMoment.TransactionSettled);
        AdaptStep(documents, elapsed);

        if (running.IsFinished)
        {
            round = null;
            Interlocked.Exchange(ref settledPosition, running.Position);
            seams.Witness(StoreMoment.RoundSettled);
        }

        roomWasMade();
    }

    /// <summary>As many documents per transaction as fit into the time others may wait.</summary>
    private void AdaptStep(int documents, TimeSpan elapsed)
    {
        if (elapsed > AimOfAStep)
        {
            step = Math.Max(SmallestStep, step * 3 / 4);
        }
        else if (documents == step && elapsed < AimOfAStep / 2)
        {
            step = Math.Min(LargestStep, step + 16);
        }
    }

    private void End()
    {
        if (isClosingCleanly)
        {
            try
            {
                SettleEverything();
                store.CloseCleanly();
            }
            catch (Exception trouble)
            {
                LogFailed(trouble);
                isClosingCleanly = false; // the next start does not trust the file
            }
        }

        store.Dispose();
        RefuseEverything();
    }

    private void SettleEverything()
    {
        var last = new SettleRound(recent, lastCommit());

        while (!last.IsFinished)
        {
            last.Step(store.File, LargestStep);
        }
    }

    private void RefuseEverything()
    {
        lock (gate)
        {
            isStopping = true;

            foreach (var visit in finds.Concat(lists))
            {
                visit.Refuse(new StoreUnavailableException("The store is closing."));
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "LiteDB failed; its file is set aside and rebuilt from snapshot and journal")]
    private partial void LogFailed(Exception trouble);
}
