using CommunityBot.Storage.LiteDb.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CommunityBot.Storage.LiteDb.Tests.Promises;

/// <summary>One line in the host makes the store; commands beside a running host do not open it.</summary>
public sealed class RegistrationTests : StoreTest
{
    [Fact]
    public async Task The_host_opens_the_store_at_start_and_closes_it_cleanly()
    {
        using (var host = BuildHost())
        {
            await host.StartAsync(Cancellation);
            var store = host.Services.GetRequiredService<IDocumentStore>();
            Assert.Equal(CommitOutcome.Done, await store.CommitAsync([Ticket("a", 0)], Cancellation));
            Assert.Equal(1, (await host.Services.GetRequiredService<ISnapshots>().TakeSnapshotAsync(Cancellation)).Documents["tickets"]);
            await host.Services.GetRequiredService<IErasedPeople>().MarkErasedAsync("tickets", "nobody", Cancellation);
            await host.StopAsync(Cancellation);
        }

        Assert.Equal("closed", await File.ReadAllTextAsync(House.Folder.RunMarker, Cancellation));
    }

    [Fact]
    public async Task Verify_works_beside_a_running_host_and_a_second_host_does_not_start()
    {
        var running = await House.OpenAsync();
        await CommitNumberedAsync(running, 0, 3);
        using var second = BuildHost();

        var contents = await second.Services.GetRequiredService<IStoreMaintenance>().VerifyAsync(House.Options.Path, Cancellation);

        Assert.Equal(3, contents.Documents["tickets"]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => second.StartAsync(Cancellation));
    }

    [Fact]
    public async Task A_store_that_cannot_be_opened_stops_the_start_with_its_sentence()
    {
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 3);
        await House.CloseAllAsync();
        var segment = LastSegment(House);
        File.Move(segment, Path.Combine(House.Folder.Journal, "0000000000000009.journal"));
        File.Delete(House.Folder.LiteDb);
        using var host = BuildHost();

        var trouble = await Assert.ThrowsAsync<InvalidDataException>(() => host.StartAsync(Cancellation));

        Assert.Contains("lacks the commits", trouble.Message, StringComparison.Ordinal);
    }

    private IHost BuildHost() => new HostBuilder()
        .ConfigureServices(services =>
        {
            services.Configure<StoreOptions>(options => options.Path = House.Options.Path);
            services.AddLiteDbStore();

            foreach (var definition in StoreHouse.Definitions)
            {
                services.AddSingleton(definition);
            }
        })
        .Build();
}
