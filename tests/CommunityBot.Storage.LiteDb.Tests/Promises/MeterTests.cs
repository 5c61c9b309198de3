using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CommunityBot.Storage.LiteDb.Tests.Support;

namespace CommunityBot.Storage.LiteDb.Tests.Promises;

/// <summary>The operator's figures.</summary>
public sealed class MeterTests : StoreTest
{
    [Fact]
    public async Task Commits_syncs_and_unsettled_documents_are_counted()
    {
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 7);
        Assert.Equal((7L, 7L), (store.Meter.CommitCount, store.Meter.SyncCount));
        Assert.Equal(7, store.Recent.UnsettledCount);
        Assert.True(store.Recent.UnsettledBytes > 0);

        await StoreHouse.SettleAsync(store);

        Assert.Equal(0, store.Recent.UnsettledBytes);
    }

    [Fact]
    public async Task The_figures_can_be_listened_to_under_the_name_of_the_store()
    {
        var seen = new ConcurrentBag<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, owner) =>
        {
            if (instrument.Meter.Name == "CommunityBot.Store")
            {
                owner.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, _, _) => seen.Add(instrument.Name));
        listener.Start();

        await CommitNumberedAsync(await House.OpenAsync(), 0, 1);
        listener.RecordObservableInstruments();

        Assert.Contains("store_commits", seen);
        Assert.Contains("store_journal_syncs", seen);
        Assert.Contains("store_unsettled_bytes", seen);
    }
}
