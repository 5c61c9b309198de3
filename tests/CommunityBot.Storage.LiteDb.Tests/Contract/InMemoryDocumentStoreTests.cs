using CommunityBot.TestKit.Storage;

namespace CommunityBot.Storage.LiteDb.Tests.Contract;

public sealed class InMemoryDocumentStoreTests : DocumentStoreContract
{
    protected override Task<IDocumentStore> NewStoreAsync() => Task.FromResult<IDocumentStore>(new InMemoryDocumentStore());

    protected override ValueTask CloseStoreAsync() => ValueTask.CompletedTask;
}
