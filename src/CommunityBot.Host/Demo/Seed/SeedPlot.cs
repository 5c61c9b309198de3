using CommunityBot.Communes;
using CommunityBot.Primitives;
using CommunityBot.Reports;
using CommunityBot.Storage;
using CommunityBot.Tickets;
using CommunityBot.Villagers;

namespace CommunityBot.Host.Demo.Seed;

/// <summary>How one report went, as the steps of villager, jobs and officer, each at an hour when somebody would do it.</summary>
internal sealed class SeedPlot(
    SeedStage stage, SeedPhotos photos, SeedTale tale, Villager villager, Villager nextDoor, SeedReport report, DateTimeOffset now)
{
    private const string Refusal = "Đoạn đường này do công ty cầu đường quản lý, mời bà con gọi hạt quản lý đường bộ để được xử lý";
    private const string Question = "Bà con cho hỏi chỗ này gần nhà ai, đi lối nào vào được?";

    private static readonly TimeOnly OfficeOpens = new(7, 40);
    private static readonly TimeOnly OfficeCloses = new(16, 50);

    private readonly List<SeedStep> steps = [];
    private DateTimeOffset at;
    private TicketId id;

    public IReadOnlyList<SeedStep> Of(Commune commune, OfficerAtDesk? desk, OfficerAtDesk neighbour)
    {
        at = Sent;
        Then(token => OpenAsync(commune, villager, opened => id = opened, token));

        if (report.Fate != SeedFate.New)
        {
            Then(stage.RunAsync<RouteNewTickets>);
        }

        if (desk is not null)
        {
            GoOn(commune, desk, neighbour);
        }

        return steps;
    }

    /// <summary>Today's reports came within the last hours, older ones at some hour of their day.</summary>
    private DateTimeOffset Sent => report switch
    {
        { Fate: SeedFate.New } => now - TimeSpan.FromSeconds(70 - (report.Number * 25)),
        { DaysAgo: 0 } => now - TimeSpan.FromMinutes(20 + (report.Number * 13)),
        _ => VietnamTime.Moment(now.VietnamDay().AddDays(-report.DaysAgo), new TimeOnly(7, 30).AddMinutes(report.Number * 53 % 560)),
    };

    private void GoOn(Commune commune, OfficerAtDesk desk, OfficerAtDesk neighbour)
    {
        switch (report.Fate)
        {
            case SeedFate.New or SeedFate.Routed or SeedFate.InProvince:
                break;
            case SeedFate.Accepted:
                Accept(desk);
                break;
            case SeedFate.InProgress:
                Accept(desk);
                Start(desk);
                break;
            case SeedFate.NeedsInfo:
                Accept(desk);
                Later(3, (work, token) => stage.Get<AskVillager>().RunAsync(work, id, desk, Question, token));
                break;
            case SeedFate.ForwardedOutside:
                Accept(desk);
                Later(5, (work, token) => stage.Get<ForwardTicket>().ToContactAsync(work, id, desk, report.Number % 4, token));
                break;
            case SeedFate.MovedOn:
                Later(2, (work, token) => stage.Get<ForwardTicket>().ToUnitAsync(work, id, desk, neighbour.Officer.Duties[0].Unit, token));
                Accept(neighbour);
                break;
            case SeedFate.Resolved or SeedFate.Silent:
                Resolve(desk);
                break;
            case SeedFate.StillBroken or SeedFate.Reopened or SeedFate.Confirmed:
                Resolve(desk);
                Judge(desk);
                break;
            case SeedFate.Declined:
                Later(4, (work, token) => stage.Get<DeclineTicket>().RunAsync(work, id, desk, Refusal, token));
                break;
            case SeedFate.Duplicate:
                Accept(desk);
                TellAgain(commune, desk);
                break;
            case SeedFate.Withdrawn:
                Later(3, (work, token) => stage.Get<WithdrawTicket>().RunAsync(work, id, villager.Conversation, token));
                break;
        }
    }

    private void Accept(OfficerAtDesk desk) => Later(1, (work, token) => stage.Get<AcceptTicket>().RunAsync(work, id, desk, token));

    private void Start(OfficerAtDesk desk) => Later(4, (work, token) => stage.Get<StartWork>().RunAsync(work, id, desk, token));

    private void Resolve(OfficerAtDesk desk)
    {
        Accept(desk);
        Start(desk);
        at = Office(at + TimeSpan.FromHours(20));
        Then(async token =>
        {
            var proof = await photos.TakeAsync(tale.Proof, desk.Where, token);
            await stage.DoAsync(work => stage.Get<ResolveTicket>().RunAsync(work, id, desk, tale.Outcome, tale.Answer, [proof], isAlbum: false, token), token);
        });
    }

    private void Judge(OfficerAtDesk desk)
    {
        if (report.Fate == SeedFate.Confirmed)
        {
            Later(6, (work, token) => stage.Get<ConfirmFixed>().RunAsync(work, id, villager.Conversation, token));
            return;
        }

        Later(6, (work, token) => stage.Get<StillBroken>().RunAsync(work, id, villager.Conversation, token));

        if (report.Fate == SeedFate.Reopened)
        {
            Later(3, (work, token) => stage.Get<DecideReopening>().RunAsync(work, id, desk, isAgreed: true, token));
        }
    }

    /// <summary>Somebody next door reports the same.</summary>
    private void TellAgain(Commune commune, OfficerAtDesk desk)
    {
        TicketId copy = default;
        at += TimeSpan.FromHours(1);
        Then(token => OpenAsync(commune, nextDoor, opened => copy = opened, token));
        Then(stage.RunAsync<RouteNewTickets>);
        Later(1, (work, token) => stage.Get<MarkDuplicate>().RunAsync(work, copy, id, desk, token));
    }

    private async Task OpenAsync(Commune commune, Villager who, Action<TicketId> opened, CancellationToken cancellationToken)
    {
        var photo = await photos.TakeAsync(tale.Photo, who.Conversation, cancellationToken);
        var category = stage.Get<CategoryCatalogue>().Find(tale.Category)
            ?? throw new InvalidOperationException($"The demo's category {tale.Category} is not in content/categories.");
        await stage.DoAsync(work =>
        {
            opened(stage.Get<OpenTicket>().Run(work, new ReportFacts
            {
                Category = tale.Category,
                Severity = category.Judge(tale.Words).Severity,
                Words = tale.Words,
                Files = [photo],
                Place = new TicketPlace(commune.Key, null, tale.Village, null, "tên xã"),
                Reporter = report.Number % 5 == 4
                    ? new Reporter(who.Conversation, null, null, Anonymity.HiddenFromCommune, null)
                    : new Reporter(who.Conversation, who.Name, null, Anonymity.Named, null),
                From = DemoPhones.ChannelName,
                ReceivedAt = stage.Clock.GetUtcNow(),
            }).Id);
            return Task.FromResult<TicketRefusal?>(null);
        }, cancellationToken);
    }

    private void Later(double hours, Func<Work, CancellationToken, Task<TicketRefusal?>> act)
    {
        at = Office(at + TimeSpan.FromHours(hours) + TimeSpan.FromMinutes(report.Number % 29));
        Then(token => stage.DoAsync(work => act(work, token), token));
    }

    /// <summary>The sort is stable, but two steps of one report never share a moment either.</summary>
    private void Then(Func<CancellationToken, Task> run)
    {
        steps.Add(new SeedStep(at, run));
        at += TimeSpan.FromSeconds(1);
    }

    /// <summary>Offices work by day; what would lie ahead of now happens half way to it.</summary>
    private DateTimeOffset Office(DateTimeOffset moment)
    {
        var hour = moment.VietnamHour();
        var day = hour >= OfficeCloses ? moment.VietnamDay().AddDays(1) : moment.VietnamDay();
        var open = hour >= OfficeOpens && hour < OfficeCloses ? moment : VietnamTime.Moment(day, OfficeOpens.AddMinutes(report.Number));
        return open < now - TimeSpan.FromMinutes(6) ? open : at + ((now - TimeSpan.FromMinutes(6) - at) / 2);
    }
}
