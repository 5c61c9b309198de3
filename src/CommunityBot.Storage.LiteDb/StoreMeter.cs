using System.Diagnostics.Metrics;

namespace CommunityBot.Storage.LiteDb;

/// <summary>The store's figures for the operator, under the meter name <c>CommunityBot.Store</c>.</summary>
internal sealed class StoreMeter : IDisposable
{
    private readonly Meter meter = new("CommunityBot.Store");
    private readonly Counter<long> commits;
    private readonly Counter<long> lostRaces;
    private readonly Counter<long> syncs;
    private readonly Counter<long> rebuilds;
    private readonly Histogram<int> batch;
    private readonly Histogram<double> visit;
    private long syncCount;
    private long commitCount;

    public StoreMeter(Func<long> unsettledBytes, Func<int> unsettledDocuments)
    {
        commits = meter.CreateCounter<long>("store_commits", description: "Commits made durable");
        lostRaces = meter.CreateCounter<long>("store_lost_races", description: "Commits that came second");
        syncs = meter.CreateCounter<long>("store_journal_syncs", description: "Syncs of the journal");
        rebuilds = meter.CreateCounter<long>("store_rebuilds", description: "Times LiteDB's file was set aside and rebuilt");
        batch = meter.CreateHistogram<int>("store_batch_commits", description: "Commits made durable by one sync");
        visit = meter.CreateHistogram<double>("store_settle_milliseconds", unit: "ms", description: "Time of one settling transaction");
        meter.CreateObservableGauge("store_unsettled_bytes", unsettledBytes, unit: "By", description: "Memory of documents not settled yet");
        meter.CreateObservableGauge("store_unsettled_documents", unsettledDocuments, description: "Documents not settled yet");
    }

    public long SyncCount => Interlocked.Read(ref syncCount);

    public long CommitCount => Interlocked.Read(ref commitCount);

    public void BatchCommitted(int committed)
    {
        Interlocked.Increment(ref syncCount);
        Interlocked.Add(ref commitCount, committed);
        syncs.Add(1);
        commits.Add(committed);
        batch.Record(committed);
    }

    public void RaceLost() => lostRaces.Add(1);

    public void Settled(TimeSpan elapsed) => visit.Record(elapsed.TotalMilliseconds);

    public void Rebuilt() => rebuilds.Add(1);

    public void Dispose() => meter.Dispose();
}
