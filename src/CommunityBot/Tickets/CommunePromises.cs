using CommunityBot.Communes;
using CommunityBot.Desks;
using CommunityBot.Reports;
using CommunityBot.Scheduling;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>A commune whose lead confirmed the times promises an answer by the day the report should be solved.</summary>
public sealed class CommunePromises(CategoryCatalogue categories, WorkingDays workingDays) : ICommunePromises
{
    public async ValueTask<DateTimeOffset?> AnswerByAsync(
        Work work,
        UnitKey? commune,
        ReportCategory category,
        Severity severity,
        DateTimeOffset receivedAt,
        CancellationToken cancellationToken)
    {
        if (commune is not { } unit || await work.FindDeskAsync(unit, cancellationToken) is not { IsOpen: true, HasConfirmedTimes: true })
        {
            return null;
        }

        return Deadlines.For(category, severity, categories.TargetsOf(severity), receivedAt, workingDays).DoneBy;
    }
}
