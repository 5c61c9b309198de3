using CommunityBot.Tickets;

namespace CommunityBot.Tests.Tickets;

public sealed class TicketLifecycleTests
{
    /// <summary>Written down a second time on purpose: a slip in either table is noticed.</summary>
    private const string Ways = """
        New: Routed Duplicate Withdrawn
        Routed: Routed Accepted NeedsInfo Forwarded Declined Duplicate Withdrawn
        Accepted: Routed InProgress NeedsInfo Forwarded Resolved Declined Duplicate Withdrawn
        InProgress: Routed NeedsInfo Forwarded Resolved Declined Duplicate Withdrawn
        NeedsInfo: Routed Accepted InProgress Forwarded Resolved Declined Duplicate Withdrawn
        Forwarded: Accepted Forwarded Resolved Duplicate Withdrawn
        Resolved: Closed Accepted
        Closed: Accepted
        Declined:
        Duplicate:
        Withdrawn:
        """;

    [Fact]
    public void Every_pair_of_states_is_allowed_or_forbidden_as_the_table_says()
    {
        var allowed = Ways.Split('\n', StringSplitOptions.TrimEntries)
            .Select(line => line.Split(':', StringSplitOptions.TrimEntries))
            .SelectMany(row => row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(to => (row[0], to)))
            .ToHashSet();

        foreach (var from in Enum.GetValues<TicketStatus>())
        {
            foreach (var to in Enum.GetValues<TicketStatus>())
            {
                Assert.True(TicketLifecycle.Allows(from, to) == allowed.Contains((from.ToString(), to.ToString())), $"{from} -> {to}");
            }
        }
    }

    [Fact]
    public void From_every_open_state_a_villager_may_withdraw()
    {
        Assert.All(
            Enum.GetValues<TicketStatus>(),
            status => Assert.Equal(TicketLifecycle.IsOpen(status), TicketLifecycle.Allows(status, TicketStatus.Withdrawn)));
    }
}
