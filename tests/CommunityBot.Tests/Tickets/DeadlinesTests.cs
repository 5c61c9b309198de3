using CommunityBot.Communes;
using CommunityBot.Primitives;
using CommunityBot.Reports;
using CommunityBot.Scheduling;
using CommunityBot.TestKit.Talk;
using CommunityBot.Tickets;

namespace CommunityBot.Tests.Tickets;

public sealed class DeadlinesTests
{
    [Fact]
    public async Task Days_are_working_days_and_skip_weekend_and_holidays()
    {
        await using var bench = new ConversationBench();

        // Friday 28 August 2026, 16:00; the weekend and the National Day (1 and 2 September 2026) lie behind it.
        var received = At(2026, 8, 28, 16, 0);
        var deadlines = For(bench, "broken_tap", Severity.S3, received);
        var working = bench.Get<WorkingDays>();

        Assert.True(working.IsWorkingDay(deadlines.AcceptBy.VietnamDay()));
        Assert.True(working.IsWorkingDay(deadlines.DoneBy.VietnamDay()));
        Assert.Equal(working.AddWorkingDays(received, Targets(bench, Severity.S3).Acknowledge.Days), deadlines.AcceptBy);
        Assert.True(deadlines.DoneBy - received > TimeSpan.FromDays(3));
    }

    [Fact]
    public async Task Danger_counts_every_minute_also_on_the_first_day_of_Tet()
    {
        await using var bench = new ConversationBench();
        var received = At(2026, 2, 17, 3, 0);
        var deadlines = For(bench, "water_source", Severity.S1, received);

        Assert.Equal(TimeSpan.FromMinutes(60), deadlines.AcceptBy - received);
        Assert.Equal(TimeSpan.FromHours(2), deadlines.VisitBy - received);
        Assert.Equal(TimeSpan.FromHours(24), deadlines.DoneBy - received);
    }

    [Fact]
    public async Task In_office_hours_danger_is_taken_within_a_quarter_of_an_hour()
    {
        await using var bench = new ConversationBench();
        var received = At(2026, 11, 23, 9, 0);

        Assert.Equal(TimeSpan.FromMinutes(15), For(bench, "water_source", Severity.S1, received).AcceptBy - received);
    }

    [Fact]
    public async Task For_every_kind_and_urgency_taking_comes_before_visiting_and_solving()
    {
        await using var bench = new ConversationBench();

        foreach (var category in bench.Get<CategoryCatalogue>().All)
        {
            foreach (var severity in Enum.GetValues<Severity>())
            {
                for (var day = 0; day < 40; day++)
                {
                    var received = At(2026, 2, 1, 22, 15).AddDays(day);
                    var deadlines = For(bench, category.Key, severity, received);
                    Assert.True(deadlines.AcceptBy > received && deadlines.VisitBy >= deadlines.AcceptBy && deadlines.DoneBy >= deadlines.AcceptBy, $"{category.Key} {severity} {received}");
                }
            }
        }
    }

    [Fact]
    public async Task Only_a_commune_that_confirmed_its_times_promises_a_day()
    {
        await using var town = new DeskTown();
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        Assert.Null(await PromiseAsync(town, DeskTown.ChoRa));

        await lead.SaysAsync("/canbo");
        await lead.PressesAsync("Xác nhận thời hạn");

        Assert.NotNull(await PromiseAsync(town, DeskTown.ChoRa));
        Assert.Null(await PromiseAsync(town, DeskTown.BacKan));
        Assert.Null(await PromiseAsync(town, null));
    }

    private static async Task<DateTimeOffset?> PromiseAsync(DeskTown town, UnitKey? unit) => await town.Bench.Get<ICommunePromises>().AnswerByAsync(
        new Storage.Work(town.Bench.Store),
        unit,
        town.Bench.Get<CategoryCatalogue>().Find("broken_tap")!, // in the content
        Severity.S3,
        town.Bench.Now,
        TestContext.Current.CancellationToken);

    private static TicketDeadlines For(ConversationBench bench, string category, Severity severity, DateTimeOffset received)
    {
        var kind = bench.Get<CategoryCatalogue>().Find(category) ?? throw new ArgumentException(category);
        return Deadlines.For(kind, severity, Targets(bench, severity), received, bench.Get<WorkingDays>());
    }

    private static SeverityTargets Targets(ConversationBench bench, Severity severity) => bench.Get<CategoryCatalogue>().TargetsOf(severity);

    private static DateTimeOffset At(int year, int month, int day, int hour, int minute) =>
        VietnamTime.Moment(new DateOnly(year, month, day), new TimeOnly(hour, minute));
}
