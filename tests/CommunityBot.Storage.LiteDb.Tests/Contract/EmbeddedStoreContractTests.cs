using CommunityBot.Storage.LiteDb.Tests.Support;

namespace CommunityBot.Storage.LiteDb.Tests.Contract;

/// <summary>The contract while nothing has settled yet: memory and journal answer.</summary>
public sealed class UnsettledStoreContractTests : DocumentStoreContract
{
    private StoreHouse house = null!;

    protected override async Task<IDocumentStore> NewStoreAsync() => await (house = new StoreHouse()).OpenAsync();

    protected override ValueTask CloseStoreAsync() => house.DisposeAsync();
}

/// <summary>The contract while everything settles as fast as it can: LiteDB answers.</summary>
public sealed class SettledStoreContractTests : DocumentStoreContract
{
    private StoreHouse house = null!;

    protected override async Task<IDocumentStore> NewStoreAsync() => new SettleFirst(await (house = new StoreHouse()).OpenAsync());

    protected override ValueTask CloseStoreAsync() => house.DisposeAsync();

    private sealed class SettleFirst(EmbeddedStore store) : IDocumentStore
    {
        public StoreHealth Health => store.Health;

        public async ValueTask<StoredDocument?> FindAsync(string collection, string id, CancellationToken cancellationToken)
        {
            await StoreHouse.SettleAsync(store);
            return await store.FindAsync(collection, id, cancellationToken);
        }

        public async Task<IReadOnlyList<StoredDocument>> ListAsync(IndexRange range, CancellationToken cancellationToken)
        {
            await StoreHouse.SettleAsync(store);
            return await store.ListAsync(range, cancellationToken);
        }

        public async Task<long> CountAsync(IndexRange range, CancellationToken cancellationToken)
        {
            await StoreHouse.SettleAsync(store);
            return await store.CountAsync(range, cancellationToken);
        }

        public Task<CommitOutcome> CommitAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken) =>
            store.CommitAsync(writes, cancellationToken);
    }
}
