using System.Security.Cryptography;
using System.Text;
using CommunityBot.Messages;
using CommunityBot.Photos;
using CommunityBot.Primitives;
using CommunityBot.Scheduling;
using CommunityBot.Storage;
using CommunityBot.TestKit;
using CommunityBot.TestKit.Messages;
using CommunityBot.TestKit.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Tests.Photos;

public sealed class FetchPhotosTests
{
    private static readonly ConversationKey Villager = new("telegram", "42");
    private static readonly GeoPoint NaMu = new(22.41, 105.72);

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));
    private readonly InMemoryDocumentStore store = new();
    private readonly ScriptedChannel channel = new();
    private readonly Folder folder = new();
    private readonly RememberedRings bell = new();
    private readonly RememberedErasures erasures = new();
    private readonly SeededChance chance = new(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sent_file_rings_the_job_after_the_commit_and_is_then_ours()
    {
        var photo = await TakeAsync("a", new FetchedFile.Bytes(Encoding.UTF8.GetBytes("good picture")));
        Assert.Equal([FetchPhotos.JobName], bell.Rung);

        var summary = await RunAsync();

        var stored = await FindAsync(photo.Id);
        Assert.Equal(new JobSummary(1, 0, 0), summary);
        Assert.Equal((PhotoState.Stored, "image/jpeg"), (stored.State, stored.MimeType));
        Assert.Equal("good picture", folder.Files[stored.Hash!]);
        Assert.Equal($"stored:{stored.Hash}", stored.Source);
    }

    [Fact]
    public async Task One_bad_file_holds_up_no_other_and_is_missing_with_a_reason()
    {
        var bad = await TakeAsync("bad", new FetchedFile.Bytes(Encoding.UTF8.GetBytes("svg")));
        var gone = await TakeAsync("gone", new FetchedFile.Gone("file is too old"));
        var big = await TakeAsync("big", new FetchedFile.TooBig());
        var bomb = await TakeAsync("bomb", new FetchedFile.Bytes(Encoding.UTF8.GetBytes("throws")));
        var good = await TakeAsync("good", new FetchedFile.Bytes(Encoding.UTF8.GetBytes("good")));

        await RunAsync();

        Assert.Equal((PhotoState.Missing, "no picture"), await OutcomeAsync(bad));
        Assert.Equal((PhotoState.Missing, "file is too old"), await OutcomeAsync(gone));
        Assert.Equal((PhotoState.Missing, "larger than 20 MB"), await OutcomeAsync(big));
        Assert.Equal((PhotoState.Pending, null), await OutcomeAsync(bomb));
        Assert.Equal((PhotoState.Stored, null), await OutcomeAsync(good));
    }

    [Fact]
    public async Task A_file_that_does_not_come_is_tried_again_later_and_later_and_then_missing()
    {
        var photo = await TakeAsync("a", new FetchedFile.TryLater("timed out"));
        var tries = 0;

        for (var hour = 0; hour < 24 && (await FindAsync(photo.Id)).State == PhotoState.Pending; hour++)
        {
            for (var minute = 0; minute < 60; minute++)
            {
                tries += (await RunAsync()).Failed;
                clock.Advance(TimeSpan.FromMinutes(1));
            }
        }

        Assert.Equal(9, tries);
        Assert.Equal((PhotoState.Missing, "timed out"), await OutcomeAsync(photo));
    }

    [Fact]
    public async Task A_messenger_gone_for_weeks_costs_no_attempt_and_its_files_come_when_it_is_back()
    {
        var photo = await TakeAsync("a", new FetchedFile.Bytes(Encoding.UTF8.GetBytes("good")));
        channel.Status = new ChannelStatus(ChannelState.Unreachable, "blocked");

        for (var day = 0; day < 20; day++)
        {
            await RunAsync();
            clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(0, (await FindAsync(photo.Id)).Attempts);
        channel.Status = new ChannelStatus(ChannelState.Working, "back");
        await RunAsync();

        Assert.Equal((PhotoState.Stored, null), await OutcomeAsync(photo));
    }

    [Fact]
    public async Task A_messenger_that_never_comes_back_leaves_its_files_missing_after_a_month()
    {
        var photo = await TakeAsync("a", new FetchedFile.Bytes(Encoding.UTF8.GetBytes("good")));
        channel.Status = new ChannelStatus(ChannelState.Off, "token refused");
        clock.Advance(TimeSpan.FromDays(31));

        await RunAsync();

        Assert.Equal(PhotoState.Missing, (await FindAsync(photo.Id)).State);
    }

    [Fact]
    public async Task A_place_found_in_the_picture_wakes_the_conversation_only_where_it_is_wanted()
    {
        var wanted = await TakeAsync("a", new FetchedFile.Bytes(Encoding.UTF8.GetBytes("good with place")), offersPlace: true);
        var unwanted = await TakeAsync("b", new FetchedFile.Bytes(Encoding.UTF8.GetBytes("good with place")));

        await RunAsync();

        Assert.Equal(NaMu, (await FindAsync(wanted.Id)).FoundPoint);
        Assert.Null((await FindAsync(unwanted.Id)).FoundPoint);
        var wake = Assert.Single(await store.ListAsync(new IndexRange("wakes", Wake.DueIndex, "", null), Token));
        Assert.Equal((FetchPhotos.FoundPlace, wanted.Id), (Wake.Kind.Read(wake).About, Wake.Kind.Read(wake).Payload));
    }

    [Fact]
    public async Task Many_files_are_fetched_in_one_run_page_by_page()
    {
        for (var file = 0; file < 450; file++)
        {
            await TakeAsync($"f{file}", new FetchedFile.Bytes(Encoding.UTF8.GetBytes($"good {file}")));
        }

        Assert.Equal(new JobSummary(450, 0, 0), await RunAsync());
        Assert.Equal(JobSummary.Nothing, await RunAsync());
        Assert.Equal(450, folder.Files.Count);
    }

    [Fact]
    public async Task Running_twice_at_once_keeps_every_file_once()
    {
        var photo = await TakeAsync("a", new FetchedFile.Bytes(Encoding.UTF8.GetBytes("good")));

        await Task.WhenAll(RunAsync(), RunAsync());

        Assert.Equal(PhotoState.Stored, (await FindAsync(photo.Id)).State);
        Assert.Single(folder.Files);
    }

    [Fact]
    public async Task Erasing_takes_the_bytes_away_once_nobody_else_sent_the_same()
    {
        var mine = await TakeAsync("a", new FetchedFile.Bytes(Encoding.UTF8.GetBytes("good twin")));
        var hers = await TakeAsync("b", new FetchedFile.Bytes(Encoding.UTF8.GetBytes("good twin")));
        await RunAsync();

        await Ledger().EraseAsync([mine.Id], Token);
        Assert.Single(folder.Files);
        await Ledger().EraseAsync([hers.Id, "unknown"], Token);

        Assert.Empty(folder.Files);
        Assert.Equal(0, await store.CountAsync(new IndexRange("photos", IndexRange.ById, "", null), Token));
        Assert.Contains(mine.Id, erasures.Names);
        Assert.Contains(hers.Id, erasures.Names);
        Assert.Contains(erasures.Names, name => name.Length == 64);
    }

    private async Task<StoredPhoto> TakeAsync(string fetchId, FetchedFile answer, bool offersPlace = false)
    {
        channel.Files[fetchId] = answer;
        var work = new Work(store);
        var file = new IncomingFile { Kind = FileKind.Photo, FetchId = fetchId };
        var photo = new TakeFile(bell, clock, chance).Run(work, Villager, file, offersPlace);
        await work.CommitAsync(Token);
        return photo;
    }

    private Task<JobSummary> RunAsync() => new FetchPhotos(
        store, new ChannelBoard([channel]), folder, Ledger(), new WakeTimer(bell, clock), bell, clock, NullLogger<FetchPhotos>.Instance).RunAsync(Token);

    private PhotoLedger Ledger() => new(folder, store, [erasures]);

    private async Task<StoredPhoto> FindAsync(string id) => StoredPhoto.Kind.Read((await store.FindAsync("photos", id, Token))!);

    private async Task<(PhotoState State, string? Why)> OutcomeAsync(StoredPhoto photo)
    {
        var now = await FindAsync(photo.Id);
        return (now.State, now.WhyMissing);
    }

    /// <summary>A studio that believes files that call themselves good, and a folder in memory.</summary>
    private sealed class Folder : IPhotoStudio, IKeptFiles
    {
        public Dictionary<string, string> Files { get; } = [];

        public ReadOnlyMemory<byte>? FitInto(ReadOnlyMemory<byte> picture, int mostBytes) => picture;

        public PreparedFile Prepare(ReadOnlyMemory<byte> content, FileKind claimed)
        {
            var text = Encoding.UTF8.GetString(content.Span);

            if (text == "throws")
            {
                throw new InvalidDataException("decoder broke");
            }

            return text.StartsWith("good", StringComparison.Ordinal)
                ? new PreparedFile.Good(content, "image/jpeg", null, text.Contains("place", StringComparison.Ordinal) ? NaMu : null)
                : new PreparedFile.Refused("no picture");
        }

        public string Keep(PreparedFile.Good file)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(file.Content.Span));
            Files[hash] = Encoding.UTF8.GetString(file.Content.Span);
            return hash;
        }

        public void Remove(string hash) => Files.Remove(hash);
    }

    private sealed class RememberedRings : IJobBell
    {
        public List<string> Rung { get; } = [];

        public void Ring(string name) => Rung.Add(name);
    }

    private sealed class RememberedErasures : IErasedPeople
    {
        public List<string> Names { get; } = [];

        public Task MarkErasedAsync(string collection, string id, CancellationToken cancellationToken)
        {
            Assert.Equal("photos", collection);
            Names.Add(id);
            return Task.CompletedTask;
        }
    }
}
