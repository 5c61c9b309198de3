using CommunityBot.Scheduling;
using CommunityBot.Storage;

namespace CommunityBot.Channels.Zalo;

/// <summary>Renews Zalo's keys at 20 of their 25 hours and calls for a person while there is still time.</summary>
internal sealed class WatchZalo(
    ZaloTokens tokens, ZaloStanding standing, ZaloRefusals refusals, ZaloAlarm alarm, IDocumentStore store, TimeProvider clock) : IScheduledJob
{
    private bool hasAlarmed;

    public string Name => "watch-zalo";

    public TimeSpan LookEvery => TimeSpan.FromMinutes(5);

    public async Task<JobSummary> RunAsync(CancellationToken cancellationToken)
    {
        await TellRefusalsAsync(cancellationToken);
        var account = await tokens.FindAsync(cancellationToken);
        var now = clock.GetUtcNow();

        if (account is null)
        {
            standing.Know(ZaloKeys.None);
            return JobSummary.Nothing;
        }

        if (account.RefusedAt is not null)
        {
            return await TellRefusedAsync(account, now, cancellationToken);
        }

        standing.Know(ZaloKeys.Good);

        if (now - account.GivenAt < ZaloTokens.RenewAfter)
        {
            return JobSummary.Nothing;
        }

        if (await tokens.RenewAsync(null, cancellationToken))
        {
            return new JobSummary(1, 0, 0);
        }

        return await tokens.FindAsync(cancellationToken) is { RefusedAt: not null } refused
            ? await TellRefusedAsync(refused, now, cancellationToken)
            : new JobSummary(0, 0, 1);
    }

    /// <summary>Told once to the administrators; health and doctor say it until a person has consented again.</summary>
    private async Task<JobSummary> TellRefusedAsync(ZaloAccount account, DateTimeOffset now, CancellationToken cancellationToken)
    {
        standing.Know(account.AccessUntil > now ? ZaloKeys.NotRenewed : ZaloKeys.Dead);
        var work = new Work(store);

        if (account.IsToldRefused || await work.FindAsync(ZaloAccount.Kind, account.Id, cancellationToken) is not { RefusedAt: not null, IsToldRefused: false } fresh)
        {
            return new JobSummary(0, 1, 0);
        }

        work.Put(ZaloAccount.Kind, fresh with { IsToldRefused = true });
        await alarm.SayAsync(work, "channels.zalo_consent", cancellationToken);
        await work.CommitAsync(cancellationToken);
        return new JobSummary(0, 0, 1);
    }

    /// <summary>Said when the store takes commits again at the latest; until then health and log say it.</summary>
    private async Task TellRefusalsAsync(CancellationToken cancellationToken)
    {
        if (!refusals.IsAlarming)
        {
            hasAlarmed = false;
            return;
        }

        if (hasAlarmed)
        {
            return;
        }

        var work = new Work(store);
        await alarm.SayAsync(work, "channels.zalo_refusing", cancellationToken);
        hasAlarmed = await work.CommitAsync(cancellationToken) == CommitOutcome.Done;
    }
}
