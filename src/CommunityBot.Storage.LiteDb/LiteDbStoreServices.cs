using CommunityBot.Storage.LiteDb.Upkeep;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CommunityBot.Storage.LiteDb;

/// <summary>Registers the embedded store.</summary>
public static class LiteDbStoreServices
{
    /// <summary>The store opens when it is first asked for, or when the host starts, and closes with the host. The host binds <see cref="StoreOptions"/>.</summary>
    public static IServiceCollection AddLiteDbStore(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IDisk, LocalDisk>();
        services.TryAddSingleton<DurableFile>();
        services.AddSingleton(Open);
        services.AddSingleton<IDocumentStore>(provider => provider.GetRequiredService<EmbeddedStore>());
        services.AddSingleton<ISnapshots>(provider => provider.GetRequiredService<EmbeddedStore>().Snapshots);
        services.AddSingleton<IErasedPeople>(provider => provider.GetRequiredService<EmbeddedStore>().Erased);
        services.AddSingleton(Maintenance);
        services.AddHostedService<StoreStart>();
        return services;
    }

    /// <summary>Reads files and does not open the store, so a command may use it beside a running host.</summary>
    private static IStoreMaintenance Maintenance(IServiceProvider provider) => new StoreMaintenance(
        provider.GetRequiredService<IOptions<StoreOptions>>().Value,
        provider.GetRequiredService<IDisk>(),
        provider.GetRequiredService<TimeProvider>());

    private static EmbeddedStore Open(IServiceProvider provider) => EmbeddedStore.Open(
        provider.GetRequiredService<IOptions<StoreOptions>>().Value,
        provider.GetServices<CollectionDefinition>(),
        StoreSeams.Real(provider.GetRequiredService<IDisk>(), provider.GetRequiredService<TimeProvider>()),
        provider.GetRequiredService<ILogger<EmbeddedStore>>());

    /// <summary>Opens the store before anything else starts; a store that cannot be opened stops the start with its sentence.</summary>
    private sealed class StoreStart(EmbeddedStore store, TimeProvider clock) : IHostedService
    {
        private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

        public async Task StartAsync(CancellationToken cancellationToken)
        {
            try
            {
                await store.Ready.WaitAsync(LongestWait, clock, cancellationToken);
            }
            catch (TimeoutException)
            {
                // A rebuild takes as long as it takes; until it is done the messengers are told to come back.
            }
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
