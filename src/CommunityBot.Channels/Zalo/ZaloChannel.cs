using System.Collections.Concurrent;
using System.Text;
using CommunityBot.Messages;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CommunityBot.Channels.Zalo;

/// <summary>Zalo as the heart sees it: sends one row of the outbox, fetches what villagers sent.</summary>
internal sealed partial class ZaloChannel(
    ZaloLine line,
    ZaloRequests requests,
    ZaloShelf shelf,
    ZaloWindow window,
    ZaloDownloads downloads,
    ZaloStanding standing,
    IOptions<ZaloOptions> options,
    TimeProvider clock,
    ILogger<ZaloChannel> log) : IChannel
{
    private static readonly TimeSpan QuotaRests = TimeSpan.FromHours(1);
    private static readonly TimeSpan MistakeRests = TimeSpan.FromMinutes(10);

    /// <summary>Rows of which a part was shown before the rest failed: the part is not shown twice.</summary>
    private readonly ConcurrentDictionary<string, Progress> begun = new(StringComparer.Ordinal);

    public string Name => ZaloAddress.Channel;

    public ChannelPace Pace { get; } = options.Value.Pace;

    public ChannelStatus Status => standing.Status;

    public ChannelTraits Traits { get; } = new()
    {
        HasButtons = options.Value.Buttons,
        CanEdit = false,
        CanAskLocation = false,
        CanSendVoice = false,
        HasAlbums = false,
        ShowsTyping = false,
        LongestText = ZaloText.Longest,
        FreeWindow = ZaloWindow.Free,
        PaidWindow = ZaloWindow.Paid,
    };

    public Task<FetchedFile> FetchAsync(IncomingFile file, long limitBytes, CancellationToken cancellationToken) =>
        downloads.FetchAsync(file, limitBytes, cancellationToken);

    /// <summary>Zalo changes no bubble in place: what replaces another one follows below.</summary>
    public async Task<SendOutcome> SendAsync(OutboxRow row, string? replaced, CancellationToken cancellationToken)
    {
        if (!ZaloAddress.IsUser(row.Conversation.Address))
        {
            return new SendOutcome.Refused("not an address of Zalo");
        }

        if (standing.WhyResting is { } reason)
        {
            return new SendOutcome.ChannelOff(reason);
        }

        if (row.Lane == Lane.Bulk && ZaloNight.IsNight(clock.GetUtcNow()))
        {
            return new SendOutcome.TryLater(ZaloSentences.NightIsOver, ZaloNight.UntilMorning(clock.GetUtcNow()));
        }

        if (!begun.ContainsKey(row.Id) && await window.WhyClosedAsync(row, cancellationToken) is { } closed)
        {
            return new SendOutcome.WindowClosed(closed);
        }

        var outcome = await SendStepsAsync(row, cancellationToken);

        if (outcome is SendOutcome.Delivered or SendOutcome.Refused or SendOutcome.ReceiverLeft or SendOutcome.WindowClosed)
        {
            begun.TryRemove(row.Id, out _);
        }

        return outcome;
    }

    private async Task<SendOutcome> SendStepsAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var steps = requests.For(row.Message);

        if (steps.Count == 0)
        {
            return new SendOutcome.Refused("nothing to show");
        }

        var progress = begun.GetValueOrDefault(row.Id) ?? new Progress(0, null);

        for (var next = progress.Shown; next < steps.Count; next++)
        {
            var answer = await ShowAsync(row, steps[next], cancellationToken);

            if (answer is not (null or ZaloAnswer.Done))
            {
                Note(answer);
                return ZaloFailure.Outcome(answer, row.Lane, clock.GetUtcNow());
            }

            var shown = (answer as ZaloAnswer.Done)?.Data?.MessageId;
            progress = new Progress(next + 1, steps[next].Text is null ? progress.Bubble ?? shown : shown);

            if (steps.Count > 1)
            {
                begun[row.Id] = progress;
            }
        }

        return new SendOutcome.Delivered(progress.Bubble);
    }

    /// <summary>Null when nothing of the step was left to show.</summary>
    private async Task<ZaloAnswer?> ShowAsync(OutboxRow row, ZaloStep step, CancellationToken cancellationToken)
    {
        for (var isFresh = false; ; isFresh = true)
        {
            var asset = step.File is { } file ? await shelf.FindAsync(file, cancellationToken) : null;

            if (asset?.Trouble is { } trouble)
            {
                if (!IsOfThisFile(trouble))
                {
                    return trouble;
                }

                LogWithoutFile(row.Id);
                asset = null;
            }

            if (ZaloRequests.Body(row.Conversation.Address, step, asset) is not { } body)
            {
                return null;
            }

            var json = body.ToJsonString();
            var answer = await line.PostAsync(ZaloRequests.MessagePath, () => new StringContent(json, Encoding.UTF8, "application/json"), cancellationToken);

            if (isFresh || asset is null || !ZaloFailure.IsStaleAsset(answer))
            {
                return answer;
            }

            shelf.Forget(asset);
        }
    }

    /// <summary>Zalo does not take this picture; the words go without it.</summary>
    private static bool IsOfThisFile(ZaloAnswer trouble) => trouble is ZaloAnswer.Refused refusal && ZaloFailure.TroubleOf(refusal) == ZaloTrouble.Payload;

    /// <summary>A used-up quota or a wrong set-up is not asked again for every row.</summary>
    private void Note(ZaloAnswer answer)
    {
        if (answer is not ZaloAnswer.Refused refusal)
        {
            return;
        }

        switch (ZaloFailure.TroubleOf(refusal))
        {
            case ZaloTrouble.Quota:
                Rest(ZaloSentences.Quota(refusal.Words), QuotaRests);
                break;
            case ZaloTrouble.Configuration:
                Rest(ZaloSentences.Configuration(refusal.Words), MistakeRests);
                break;
            case ZaloTrouble.Token:
                Rest(ZaloSentences.RefusedToken, MistakeRests);
                break;
            case ZaloTrouble.Transient or ZaloTrouble.OutsideWindow or ZaloTrouble.VillagerLeft or ZaloTrouble.Night or ZaloTrouble.Payload:
                break;
        }
    }

    private void Rest(string sentence, TimeSpan time)
    {
        standing.Rest(sentence, time);
        LogRests(sentence);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Sentence}")]
    private partial void LogRests(string sentence);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Zalo does not take a file of row {Row}; the words go without it")]
    private partial void LogWithoutFile(string row);

    private sealed record Progress(int Shown, string? Bubble);
}
