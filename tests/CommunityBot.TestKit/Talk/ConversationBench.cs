using System.Globalization;
using CommunityBot.Messages;
using CommunityBot.Photos;
using CommunityBot.Primitives;
using CommunityBot.Scheduling;
using CommunityBot.Storage;
using CommunityBot.TestKit.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.TestKit.Talk;

/// <summary>
/// The whole heart on a table: real content, a store and a messenger in memory, a clock that only moves when told.
/// People talk to it as they would on their phones; what was said can be read as a transcript.
/// </summary>
public sealed class ConversationBench : IAsyncDisposable
{
    /// <summary>Monday, 23 November 2026, 9:00 in Vietnam.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    private const int MostRounds = 200;

    private readonly ServiceProvider services;
    private readonly FakeTimeProvider clock = new(Start);
    private readonly BenchBell bell = new();
    private readonly Dictionary<ConversationKey, string> names = [];
    private readonly List<Bubble> fresh = [];
    private ConversationKey? speaking;
    private int lastPerson = 1000;

    /// <param name="configure">Adds or replaces services of the heart.</param>
    public ConversationBench(Action<IServiceCollection>? configure = null)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddProvider(Trouble));
        collection.AddSingleton<TimeProvider>(clock);
        collection.AddSingleton<IChance>(new SeededChance(1));
        collection.AddSingleton<IDocumentStore>(Store);
        collection.AddSingleton<IChannel>(Channel);
        collection.AddSingleton<IJobBell>(bell);
        collection.AddBenchContent();
        collection.AddSingleton<IKeptFiles>(Files);
        collection.AddSingleton<IFileShelf>(Files);
        collection.AddSingleton<IPhotoStudio>(Files);
        collection.AddSingleton<IErasedPeople>(Files);
        collection.AddHeart();
        collection.AddPhotos();
        configure?.Invoke(collection);
        services = collection.BuildServiceProvider();
        Channel.Appears = Show;
    }

    public InMemoryDocumentStore Store { get; } = new();

    public BenchChannel Channel { get; } = new();

    public BenchFiles Files { get; } = new();

    public TalkTranscript Transcript { get; } = new();

    /// <summary>Warnings and errors the heart logged; a healthy talk leaves none.</summary>
    public BenchLog Trouble { get; } = new();

    public DateTimeOffset Now => clock.GetUtcNow();

    public IServiceProvider Services => services;

    /// <summary>Jobs that ran and did something.</summary>
    public IReadOnlyList<JobRun> JobRuns => Get<JobRegistry>().RecentRuns;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>A villager in their own private chat.</summary>
    public Talker Villager(string name)
    {
        var id = (++lastPerson).ToString(CultureInfo.InvariantCulture);
        return Enter(name, id, new ConversationKey(BenchChannel.ChannelName, id), isGroup: false);
    }

    /// <summary>Somebody with their own id in a group of this address ("-500"); the same person may also have a private chat.</summary>
    public Talker Member(string name, string groupAddress, string? personId = null) =>
        Enter(name, personId ?? (++lastPerson).ToString(CultureInfo.InvariantCulture), new ConversationKey(BenchChannel.ChannelName, groupAddress), isGroup: true);

    /// <summary>The private chat of a known person.</summary>
    public Talker Private(string name, string personId) =>
        Enter(name, personId, new ConversationKey(BenchChannel.ChannelName, personId), isGroup: false);

    /// <summary>Lets time pass; everything that comes due on the way happens in its order.</summary>
    public async Task AdvanceAsync(TimeSpan time)
    {
        speaking = null;
        Transcript.Pauses(time);
        var until = Now + time;

        for (var round = 0; round < MostRounds && await FirstWakeAsync() is { } due && due <= until; round++)
        {
            clock.Advance(due > Now ? due - Now : TimeSpan.Zero);
            await RunJobsAsync();
        }

        clock.Advance(until - Now);
        await RunJobsAsync();
    }

    /// <summary>Runs every job once, then whatever they rang for, until all is quiet and said.</summary>
    public async Task RunJobsAsync()
    {
        await Get<JobRegistry>().RunAllAsync(CancellationToken.None);
        await SettleAsync();
    }

    /// <summary>Runs the jobs that were rung and lets the outbox empty itself.</summary>
    public async Task SettleAsync()
    {
        await Get<OutboxSender>().FlushAsync();

        for (var round = 0; round < MostRounds && bell.TakeRung() is { Count: > 0 } rung; round++)
        {
            foreach (var name in rung)
            {
                await Get<JobRegistry>().RunAsync(name, CancellationToken.None);
            }

            await Get<OutboxSender>().FlushAsync();
        }
    }

    /// <summary>Everything of one kind that is stored now.</summary>
    public async Task<IReadOnlyList<T>> StoredAsync<T>(DocumentKind<T> kind)
        where T : class
    {
        var page = await Store.ListAsync(new IndexRange(kind.Definition.Name, IndexRange.ById, "", null), CancellationToken.None);
        return [.. page.Select(kind.Read)];
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    internal async Task TellAsync(Talker talker, string shown, IncomingMessage message, Action<string?> notice)
    {
        speaking = talker.Conversation;
        Transcript.Says(talker.Name, shown);

        lock (fresh)
        {
            fresh.RemoveAll(bubble => bubble.Conversation == talker.Conversation);
        }

        var receipt = await Get<IIncoming>().HandleAsync(message, CancellationToken.None);

        if (!receipt.IsAcknowledged)
        {
            throw new InvalidOperationException($"The turn was not taken.\n{Transcript}");
        }

        notice(receipt.Notice);

        if (receipt.Notice is not null)
        {
            Transcript.BotSays($"({receipt.Notice})");
        }

        await SettleAsync();
    }

    internal IReadOnlyList<Bubble> AnswersIn(ConversationKey conversation)
    {
        lock (fresh)
        {
            return fresh.FindAll(bubble => bubble.Conversation == conversation);
        }
    }

    private Talker Enter(string name, string personId, ConversationKey conversation, bool isGroup)
    {
        names[conversation] = isGroup ? $"nhóm {conversation.Address}" : name;
        return new Talker(this, name, personId, conversation, isGroup);
    }

    private void Show(Bubble bubble)
    {
        lock (fresh)
        {
            fresh.Add(bubble);
        }

        var words = BubbleWords.Of(bubble);

        if (bubble.Conversation == speaking)
        {
            Transcript.BotSays(words);
        }
        else
        {
            Transcript.Hears(names.GetValueOrDefault(bubble.Conversation, bubble.Conversation.ToString()), words);
        }
    }

    private async Task<DateTimeOffset?> FirstWakeAsync()
    {
        var page = await Store.ListAsync(new IndexRange(Wake.Kind.Definition.Name, Wake.DueIndex, "", null, 1), CancellationToken.None);
        return page.Count == 0 ? null : Wake.Kind.Read(page[0]).Due;
    }
}
