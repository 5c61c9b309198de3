using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Scheduling;
using CommunityBot.Storage;
using Microsoft.Extensions.Logging;

namespace CommunityBot.Photos;

/// <summary>Fetches what villagers and officers sent from the messengers; one bad file never holds up another, nor the ticket it belongs to.</summary>
public sealed partial class FetchPhotos(
    IDocumentStore store,
    ChannelBoard channels,
    IPhotoStudio studio,
    PhotoLedger ledger,
    WakeTimer wakes,
    IJobBell bell,
    TimeProvider clock,
    ILogger<FetchPhotos> log) : IScheduledJob
{
    public const string JobName = "fetch-photos";

    /// <summary>What the wake is about that tells a conversation: this picture knows where it was taken. Its payload is the photo's id.</summary>
    public const string FoundPlace = "found-place";

    /// <summary>The job that is rung when files are here: it shows them to desks and villagers.</summary>
    public const string WhoShows = "show-arrived-files";

    /// <summary>The job that is rung too: it passes files on between a villager and the officer they talk with.</summary>
    public const string WhoPassesOn = "pass-on-files";

    /// <summary>The job that is rung as well: it lets a second person hear what a campaigner recorded.</summary>
    public const string WhoListens = "offer-recordings";

    /// <summary>Drawing a picture anew takes a whole core for a moment; villagers' turns need the others.</summary>
    private const int AtOnce = 2;

    public string Name => JobName;

    public TimeSpan LookEvery => TimeSpan.FromMinutes(1);

    public async Task<JobSummary> RunAsync(CancellationToken cancellationToken)
    {
        var total = JobSummary.Nothing;
        var range = new IndexRange(StoredPhoto.Kind.Definition.Name, StoredPhoto.DueIndex, "", SortKey.Of(clock.GetUtcNow().AddTicks(1)));

        while (true)
        {
            var page = await store.ListAsync(range, cancellationToken);
            var summaries = new JobSummary[page.Count];
            var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
            await Parallel.ForAsync(0, page.Count, options, async (row, token) => summaries[row] = await FetchOneAsync(page[row], token));
            total = summaries.Aggregate(total, (sum, summary) => sum + summary);

            if (page.Count < range.Limit)
            {
                return total;
            }

            var last = StoredPhoto.Kind.Read(page[^1]);
            range = range with { After = (SortKey.Of(last.TryNext), last.Id) };
        }
    }

    private async Task<JobSummary> FetchOneAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        var work = new Work(store);
        var photo = work.Adopt(StoredPhoto.Kind, document);

        try
        {
            return await FetchAsync(work, photo, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException and not StoreUnavailableException)
        {
            LogBroke(exception, photo.Id);
            var again = new Work(store);
            return await PutOffAsync(again, again.Adopt(StoredPhoto.Kind, document), exception.GetType().Name, cancellationToken);
        }
    }

    private async Task<JobSummary> FetchAsync(Work work, StoredPhoto photo, CancellationToken cancellationToken)
    {
        if (channels.Find(photo.Conversation.Channel) is not { Status.State: ChannelState.Working or ChannelState.Starting or ChannelState.Troubled } channel)
        {
            return await WaitForChannelAsync(work, photo, cancellationToken);
        }

        return await channel.FetchAsync(photo.File, IPhotoStudio.MostBytes, cancellationToken) switch
        {
            FetchedFile.Bytes bytes => await KeepAsync(work, photo, bytes.Content, cancellationToken),
            FetchedFile.TooBig => await MissAsync(work, photo, "larger than 20 MB", cancellationToken),
            FetchedFile.Gone gone => await MissAsync(work, photo, gone.Reason, cancellationToken),
            FetchedFile.TryLater later => await PutOffAsync(work, photo, later.Reason, cancellationToken),
            var unknown => throw new InvalidOperationException($"A file cannot be {unknown.GetType().Name}."),
        };
    }

    private async Task<JobSummary> KeepAsync(Work work, StoredPhoto photo, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (content.Length > IPhotoStudio.MostBytes)
        {
            return await MissAsync(work, photo, "larger than 20 MB", cancellationToken);
        }

        return studio.Prepare(content, photo.File.Kind) switch
        {
            PreparedFile.Good good => await KeepAsync(work, photo, good, cancellationToken),
            PreparedFile.Refused refused => await MissAsync(work, photo, refused.Reason, cancellationToken),
            var unknown => throw new InvalidOperationException($"The studio cannot answer {unknown.GetType().Name}."),
        };
    }

    private async Task<JobSummary> KeepAsync(Work work, StoredPhoto photo, PreparedFile.Good good, CancellationToken cancellationToken)
    {
        var outcome = await ledger.KeepAsync(good, work, Note, cancellationToken);
        bell.Ring(WhoShows);
        bell.Ring(WhoPassesOn);

        if (photo.File.Kind == FileKind.Voice)
        {
            bell.Ring(WhoListens);
        }

        return outcome == CommitOutcome.Done ? new JobSummary(1, 0, 0) : new JobSummary(0, 1, 0);

        void Note(string hash)
        {
            var point = photo.OffersPlace ? good.FoundPoint : null;
            work.Put(StoredPhoto.Kind, photo with { State = PhotoState.Stored, Hash = hash, MimeType = good.MimeType, FoundPoint = point });

            if (point is not null)
            {
                Wake(work, photo);
            }
        }
    }

    private void Wake(Work work, StoredPhoto photo)
    {
        var now = clock.GetUtcNow();
        var id = $"place:{photo.Id}";
        work.Put(Scheduling.Wake.Kind, new Wake { Id = id, Conversation = photo.Conversation, Due = now, About = FoundPlace, Payload = photo.Id });
        work.AfterCommit(() => wakes.Expect(now));
    }

    private async Task<JobSummary> WaitForChannelAsync(Work work, StoredPhoto photo, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();

        if (now - photo.SentAt > FetchPatience.Longest)
        {
            return await MissAsync(work, photo, "its messenger could not be reached for 30 days", cancellationToken);
        }

        work.Put(StoredPhoto.Kind, photo with { TryNext = now + FetchPatience.WhileUnreachable });
        await work.CommitAsync(cancellationToken);
        return new JobSummary(0, 1, 0);
    }

    private async Task<JobSummary> PutOffAsync(Work work, StoredPhoto photo, string reason, CancellationToken cancellationToken)
    {
        var attempts = photo.Attempts + 1;

        if (FetchPatience.After(attempts) is not { } wait)
        {
            return await MissAsync(work, photo, reason, cancellationToken);
        }

        work.Put(StoredPhoto.Kind, photo with { Attempts = attempts, TryNext = clock.GetUtcNow() + wait });
        await work.CommitAsync(cancellationToken);
        return new JobSummary(0, 0, 1);
    }

    private async Task<JobSummary> MissAsync(Work work, StoredPhoto photo, string reason, CancellationToken cancellationToken)
    {
        work.Put(StoredPhoto.Kind, photo with { State = PhotoState.Missing, WhyMissing = reason });
        await work.CommitAsync(cancellationToken);
        LogMissing(photo.Id, reason);
        return new JobSummary(0, 0, 1);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "File {Photo} is missing: {Reason}")]
    private partial void LogMissing(string photo, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Fetching file {Photo} broke; it is tried again")]
    private partial void LogBroke(Exception exception, string photo);
}
