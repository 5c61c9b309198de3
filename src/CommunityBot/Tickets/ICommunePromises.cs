using CommunityBot.Communes;
using CommunityBot.Reports;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>By when a commune has promised to answer. Only a commune that confirmed its times promises anything.</summary>
public interface ICommunePromises
{
    /// <summary>The moment to write on the receipt, or null when the commune has not confirmed its times.</summary>
    ValueTask<DateTimeOffset?> AnswerByAsync(
        Work work,
        UnitKey? commune,
        ReportCategory category,
        Severity severity,
        DateTimeOffset receivedAt,
        CancellationToken cancellationToken);
}
