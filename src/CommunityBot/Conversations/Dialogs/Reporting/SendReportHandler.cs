using System.Globalization;
using CommunityBot.Conversations.Dialogs.Subscribing;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Reports;
using CommunityBot.Storage;
using CommunityBot.Tickets;
using CommunityBot.Villagers;

namespace CommunityBot.Conversations.Dialogs.Reporting;

/// <summary>Opens the ticket and says the receipt; refuses politely when the disk is full or one villager sends too many.</summary>
public sealed class SendReportHandler(FileReport fileReport, CategoryCatalogue categories, PlaceReader places, ICommunePromises promises, StatusLink statusLink) : OrderHandler<SendReport>
{
    private const int MostAnHour = 5;

    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, SendReport order, CancellationToken cancellationToken)
    {
        var state = scene.Conversation.State;
        var lately = state.ReportsSentAt.Where(at => scene.Now - at < TimeSpan.FromHours(1)).ToList();

        if (!scene.TakesReports)
        {
            return OrderOutcome.Say(Again(scene, scene.Phrases.Say("report.no_space")));
        }

        if (lately.Count >= MostAnHour)
        {
            return OrderOutcome.Say(Again(scene, scene.Phrases.Say("report.too_many", ("so", Text(lately.Count)))));
        }

        var villager = await work.FindAsync(Villager.Kind, Villager.Kind.IdOf(scene.Villager), cancellationToken) ?? scene.Villager;
        var ticket = fileReport.Run(work, order.Draft, villager, order.SenderName, scene.Now);
        await RememberAsync(work, villager, order, cancellationToken);

        return OrderOutcome.Say(await ReceiptAsync(work, scene, ticket, cancellationToken)) with
        {
            State = state with { Open = null, Report = null, ReportsSentAt = [.. lately, scene.Now] },
            Amend = ticket.Reporter.Anonymity == Anonymity.NothingStored ? null : NewsOfferedHandler.Seen,
        };
    }

    private static async Task RememberAsync(Work work, Villager villager, SendReport order, CancellationToken cancellationToken)
    {
        if (order.Draft.Anonymity == Anonymity.NothingStored)
        {
            await UnnameFiles.RunAsync(work, order.Draft.Files.Select(file => file.Id), cancellationToken);
            return;
        }

        var place = order.Draft.Place;
        work.Put(Villager.Kind, villager with
        {
            Name = order.Draft.Anonymity == Anonymity.Named ? order.SenderName : villager.Name,
            Phone = order.Draft.Phone ?? villager.Phone,
            LastPlace = place.Commune is { } commune ? new LastPlace(commune, place.Village, place.Point) : villager.LastPlace,
        });
    }

    private async Task<OutgoingMessage> ReceiptAsync(Work work, Scene scene, Ticket ticket, CancellationToken cancellationToken)
    {
        var phrases = scene.Phrases;
        var isNobody = ticket.Reporter.Anonymity == Anonymity.NothingStored;
        var files = ReportQuestions.FilesOf(phrases, ticket.Files);
        var lines = new List<string>
        {
            phrases.Say("report.receipt", ("ma", ticket.Id.ToString())),
            phrases.Say("report.receipt_place", ("gi", places.Find(ticket.Place.Commune) is { IsServed: true } commune ? commune.NameInSentence : phrases.Say("report.province"))),
        };

        if (files.Length > 0)
        {
            lines.Add(phrases.Say("report.receipt_files", ("gi", files)));
        }

        lines.Add(await WhenAsync(work, scene, ticket, cancellationToken));
        if (statusLink.LineFor(scene, ticket.Id) is { } line)
        {
            lines.Add(line);
        }

        lines.Add(phrases.Say(isNobody ? "report.receipt_nothing" : "report.receipt_how"));
        return new OutgoingMessage { Text = string.Join('\n', lines), Buttons = Keyboard.Of(isNobody ? [HomeButton(scene)] : OwnButtons(scene, ticket)) };
    }

    private async Task<string> WhenAsync(Work work, Scene scene, Ticket ticket, CancellationToken cancellationToken)
    {
        var category = categories.Find(ticket.Category) ?? throw new InvalidOperationException($"The category {ticket.Category} is unknown.");
        var promised = await promises.AnswerByAsync(work, ticket.Place.Commune, category, ticket.Severity, ticket.ReceivedAt, cancellationToken);
        return promised is { } by
            ? scene.Phrases.Say("report.receipt_promise", ("ngay", VietnamTime.DayWords(by.VietnamDay())))
            : scene.Phrases.Say("report.receipt_usual", ("han", Words(scene, categories.DoneWithin(category, ticket.Severity))));
    }

    private static string Words(Scene scene, Target target) => target.Clock switch
    {
        TargetClock.Working => scene.Phrases.Say("report.days", ("so", Text(target.Days))),
        TargetClock.Wall => scene.Phrases.Say("report.hours", ("so", Text((int)Math.Ceiling(target.Amount.TotalHours)))),
    };

    private static List<Button> OwnButtons(Scene scene, Ticket ticket) =>
    [
        new Button(scene.Phrases.Say("report.button_add"), Choices.AddTo + ticket.Id.Code),
        new Button(scene.Phrases.Say("report.button_withdraw"), TicketKeys.ForVillager(TicketKeys.Withdraw, ticket.Id)),
        new Button(scene.Phrases.Say("menu.button_mine"), Choices.Mine),
        .. scene.Conversation.IsNewsOffered ? Array.Empty<Button>() : [new Button(scene.Phrases.Say("news.button_offer"), NewsChoices.Begin)],
        HomeButton(scene),
    ];

    private static Button HomeButton(Scene scene) => new(scene.Phrases.Say("menu.button_home"), Choices.Home);

    private static OutgoingMessage Again(Scene scene, string sentence) => new()
    {
        Text = sentence,
        Buttons = ReportQuestions.WithExits(scene, new Button(scene.Phrases.Say("report.button_send"), ReportChoices.Send)),
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
