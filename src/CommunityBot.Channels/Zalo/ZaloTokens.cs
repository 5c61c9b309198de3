using CommunityBot.Primitives;
using CommunityBot.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CommunityBot.Channels.Zalo;

/// <summary>Holds the keys of the Official Account: a new pair is kept before it is used, and only one at a time renews it, over all hosts.</summary>
internal sealed partial class ZaloTokens(
    IDocumentStore store,
    ZaloSeal seal,
    ZaloTokenServer server,
    ZaloStanding standing,
    IOptions<ZaloOptions> options,
    TimeProvider clock,
    IChance chance,
    ILogger<ZaloTokens> log) : IDisposable
{
    /// <summary>An access token lives 25 hours; five of them are left to notice that renewing fails.</summary>
    public static readonly TimeSpan RenewAfter = TimeSpan.FromHours(20);

    private const int MostTries = 5;

    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly string holder = RowId.New(clock.GetUtcNow(), 0, chance);

    /// <summary>A pair the store could not take yet. It replaces one that no longer works, so it must not be lost.</summary>
    private ZaloGrant.Given? unkept;

    /// <summary>The access token to show, or null while nobody has consented.</summary>
    public async ValueTask<string?> AccessAsync(CancellationToken cancellationToken) =>
        seal.OpenPair(await FindAsync(cancellationToken))?.Access;

    /// <summary>Renews what Zalo refused (or what is due, without a stale one). Whoever comes second gets what the first one got.</summary>
    /// <returns>True when <see cref="AccessAsync"/> now gives another token than <paramref name="stale"/>.</returns>
    public async Task<bool> RenewAsync(string? stale, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);

        try
        {
            return await KeepUnkeptAsync(cancellationToken) || await RenewAloneAsync(stale, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>A pair out of a consent.</summary>
    public async Task KeepAsync(ZaloGrant.Given given, CancellationToken cancellationToken)
    {
        for (var run = 0; run < MostTries; run++)
        {
            var work = new Work(store);
            await work.FindAsync(ZaloAccount.Kind, options.Value.OaId!, cancellationToken);
            var now = clock.GetUtcNow();
            work.Put(ZaloAccount.Kind, new ZaloAccount
            {
                Id = options.Value.OaId!,
                Sealed = seal.Close(given.Pair),
                GivenAt = now,
                AccessUntil = now + given.Lifetime,
            });

            if (await work.CommitAsync(cancellationToken) == CommitOutcome.Done)
            {
                standing.Know(ZaloKeys.Good);
                LogKept();
                return;
            }
        }

        throw new StoreUnavailableException("The new keys of Zalo could not be kept.");
    }

    /// <summary>Tries a refresh token a person pasted; true when Zalo took it.</summary>
    public async Task<bool> TakeAsync(string refresh, CancellationToken cancellationToken)
    {
        if (await server.RefreshAsync(refresh, cancellationToken) is not ZaloGrant.Given given)
        {
            return false;
        }

        await KeepAsync(given, cancellationToken);
        return true;
    }

    public async ValueTask<ZaloAccount?> FindAsync(CancellationToken cancellationToken) =>
        await store.FindAsync(ZaloAccount.Kind.Definition.Name, options.Value.OaId!, cancellationToken) is { } document ? ZaloAccount.Kind.Read(document) : null;

    public void Dispose() => gate.Dispose();

    private async Task<bool> RenewAloneAsync(string? stale, CancellationToken cancellationToken)
    {
        var work = new Work(store);
        var account = await work.FindAsync(ZaloAccount.Kind, options.Value.OaId!, cancellationToken);
        var now = clock.GetUtcNow();

        if (account is null || seal.OpenPair(account) is not { } pair)
        {
            standing.Know(ZaloKeys.None);
            return false;
        }

        if (stale is null ? now - account.GivenAt < RenewAfter : pair.Access != stale)
        {
            return true; // somebody else has done it meanwhile
        }

        if (account.RefusedAt is not null || (account.Lease is { } lease && lease.Until > now && lease.Holder != holder))
        {
            return false;
        }

        work.Put(ZaloAccount.Kind, account with { Lease = new ZaloLease(holder, now + LeaseTime) });
        return await work.CommitAsync(cancellationToken) == CommitOutcome.Done && await ExchangeAsync(pair, cancellationToken);
    }

    private async Task<bool> ExchangeAsync(ZaloPair pair, CancellationToken cancellationToken)
    {
        switch (await server.RefreshAsync(pair.Refresh, cancellationToken))
        {
            case ZaloGrant.Given given:
                unkept = given;
                return await KeepUnkeptAsync(cancellationToken);
            case ZaloGrant.UsedUp used:
                LogRefused(used.Code);
                await MarkRefusedAsync(cancellationToken);
                return false;
            case ZaloGrant.Unreachable unreachable:
                LogNotRenewed(unreachable.Why);
                standing.NotReached(unreachable.Why);
                return false;
            case var unknown:
                throw new InvalidOperationException($"A grant nobody understands: {unknown.GetType().Name}.");
        }
    }

    private async Task<bool> KeepUnkeptAsync(CancellationToken cancellationToken)
    {
        if (unkept is not { } given)
        {
            return false;
        }

        await KeepAsync(given, cancellationToken);
        unkept = null;
        return true;
    }

    private async Task MarkRefusedAsync(CancellationToken cancellationToken)
    {
        var work = new Work(store);

        if (await work.FindAsync(ZaloAccount.Kind, options.Value.OaId!, cancellationToken) is { } account)
        {
            work.Put(ZaloAccount.Kind, account with { RefusedAt = clock.GetUtcNow(), Lease = null });
            await work.CommitAsync(cancellationToken);
            standing.Know(account.AccessUntil > clock.GetUtcNow() ? ZaloKeys.NotRenewed : ZaloKeys.Dead);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "New keys of the Official Account are kept")]
    private partial void LogKept();

    [LoggerMessage(Level = LogLevel.Error, Message = "Zalo refuses to renew our keys ({Code}): run 'zalo connect'")]
    private partial void LogRefused(string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Zalo's keys were not renewed ({Why}); it is tried again")]
    private partial void LogNotRenewed(string why);
}
