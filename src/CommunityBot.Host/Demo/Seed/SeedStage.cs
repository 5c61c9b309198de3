using CommunityBot.Communes;
using CommunityBot.Messages;
using CommunityBot.Photos;
using CommunityBot.Phrases;
using CommunityBot.Reports;
using CommunityBot.Scheduling;
using CommunityBot.Storage;
using CommunityBot.Tickets;

namespace CommunityBot.Host.Demo.Seed;

/// <summary>The bot's own operations over a draft, at a moment of the past: what happens here is what would have happened.</summary>
internal sealed class SeedStage : IAsyncDisposable
{
    /// <summary>What is the same at every moment: the content, the communes, the folder of photos.</summary>
    private static readonly Type[] Shared =
    [
        typeof(IConfiguration), typeof(ILoggerFactory), typeof(Phrasebook), typeof(CategoryCatalogue), typeof(OutcomeCatalogue), typeof(ContactBook),
        typeof(CommuneDirectory), typeof(WorkingDays), typeof(IPhotoStudio), typeof(IKeptFiles),
    ];

    private readonly ServiceProvider services;

    public SeedStage(IServiceProvider host, DateTimeOffset start)
    {
        Clock = new SeedClock(start);
        var collection = new ServiceCollection();

        foreach (var type in Shared)
        {
            collection.AddSingleton(type, host.GetRequiredService(type));
        }

        collection.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSingleton<IDocumentStore>(Draft);
        collection.AddSingleton<IJobBell, NobodyToRing>();
        collection.AddSingleton<IChannel, DemoPhones>();
        collection.AddHeart();
        collection.AddPhotos();
        services = collection.BuildServiceProvider();
    }

    public SeedClock Clock { get; }

    public SeedDraft Draft { get; } = new();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>One commit of somebody; what it says is delivered before the story goes on.</summary>
    public async Task DoAsync(Func<Work, Task<TicketRefusal?>> act, CancellationToken cancellationToken)
    {
        var work = new Work(Draft);

        if (await act(work) is { } refusal)
        {
            throw new InvalidOperationException($"The demo's story does not hold: {refusal}.");
        }

        await work.CommitAsync(cancellationToken);
        await SayAllAsync();
    }

    public async Task RunAsync<TJob>(CancellationToken cancellationToken)
        where TJob : class, IScheduledJob
    {
        await Get<TJob>().RunAsync(cancellationToken);
        await SayAllAsync();
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private Task SayAllAsync() => Get<OutboxSender>().FlushAsync();

    /// <summary>In the story the jobs run when it says so.</summary>
    private sealed class NobodyToRing : IJobBell
    {
        public void Ring(string name)
        {
        }
    }
}
