using System.Globalization;
using CommunityBot.Conversations;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Storage;
using Microsoft.Extensions.Options;

namespace CommunityBot.Channels.Zalo;

/// <summary>Whether we may write to somebody now: free within 48 hours of their last word, for money within 7 days where the operator pays, later never.</summary>
internal sealed class ZaloWindow(IDocumentStore store, IOptions<ZaloOptions> options, TimeProvider clock)
{
    public static readonly TimeSpan Free = TimeSpan.FromHours(48);
    public static readonly TimeSpan Paid = TimeSpan.FromDays(7);

    private const int MostTries = 5;

    /// <summary>Clocks differ a little.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    /// <summary>Null = go. What we know nothing of, Zalo decides.</summary>
    public async Task<string?> WhyClosedAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (await LastHeardAsync(row.Conversation, cancellationToken) is not { } last)
        {
            return null;
        }

        var silent = clock.GetUtcNow() - last;

        if (silent < Free - Margin)
        {
            return null;
        }

        return silent < Paid - Margin && row.Message.IsWorthPaying && await SpendAsync(cancellationToken)
            ? null
            : $"silent for {(int)silent.TotalHours} hours";
    }

    private async Task<DateTimeOffset?> LastHeardAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        await store.FindAsync(Conversation.Kind.Definition.Name, conversation.ToString(), cancellationToken) is { } document
        && Conversation.Kind.Read(document).LastHeardAt is var at && at != default
            ? at
            : null;

    /// <summary>Counted before it is sent: never more than the operator allowed.</summary>
    private async Task<bool> SpendAsync(CancellationToken cancellationToken)
    {
        var month = clock.GetUtcNow().InVietnam().ToString("yyyy-MM", CultureInfo.InvariantCulture);

        for (var run = 0; run < MostTries; run++)
        {
            var work = new Work(store);
            var spent = await work.FindAsync(ZaloSpending.Kind, month, cancellationToken) ?? new ZaloSpending(month, 0);

            if (spent.Messages >= options.Value.PaidMessagesPerMonth)
            {
                return false;
            }

            work.Put(ZaloSpending.Kind, spent with { Messages = spent.Messages + 1 });

            if (await work.CommitAsync(cancellationToken) == CommitOutcome.Done)
            {
                return true;
            }
        }

        return false;
    }
}
