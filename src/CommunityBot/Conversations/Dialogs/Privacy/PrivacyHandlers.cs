using System.Globalization;
using CommunityBot.Conversations.Dialogs.Subscribing;
using CommunityBot.Messages;
using CommunityBot.News;
using CommunityBot.Primitives;
using CommunityBot.Reports;
using CommunityBot.Storage;
using CommunityBot.Villagers;

namespace CommunityBot.Conversations.Dialogs.Privacy;

/// <summary>Says in plain words what is kept of the villager.</summary>
public sealed class ShowMyDataHandler(PlaceReader places, NewsQuestions news) : OrderHandler<ShowMyData>
{
    private const int MostCounted = 200;

    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, ShowMyData order, CancellationToken cancellationToken)
    {
        var villager = scene.Villager;
        var tickets = await work.Store.ListAsync(ForgetVillager.OwnTickets(villager.Conversation) with { Limit = MostCounted }, cancellationToken);
        var none = scene.Phrases.Say("privacy.none");
        var subscription = await work.FindAsync(Subscription.Kind, villager.Conversation.ToString(), cancellationToken);
        var text = scene.Phrases.Say(
            "privacy.my_data",
            ("ten", villager.Name ?? none),
            ("so", villager.Phone ?? none),
            ("noi", PlaceOf(villager) ?? none),
            ("phieu", tickets.Count.ToString(CultureInfo.InvariantCulture)),
            ("tin", subscription is { IsActive: true } ? news.PlaceOf(scene, subscription.Commune, subscription.Village) : none),
            ("dong_y", villager.ReportConsent is { IsGiven: true } consent ? VietnamTime.DateWords(consent.At.VietnamDay()) : none));
        var buttons = new List<Button>
        {
            new(scene.Phrases.Say("privacy.button_export"), PrivacyChoices.Export),
            new(scene.Phrases.Say("privacy.button_erase"), PrivacyChoices.Erase),
            new(scene.Phrases.Say("privacy.button_address"), PrivacyChoices.Address),
        };

        if (villager.ReportConsent is { IsGiven: true })
        {
            buttons.Add(new Button(scene.Phrases.Say("privacy.button_revoke"), PrivacyChoices.Revoke));
        }

        buttons.Add(new Button(scene.Phrases.Say("menu.button_home"), Choices.Home));
        return OrderOutcome.Say(new OutgoingMessage { Text = text, Buttons = Keyboard.Of(buttons) });
    }

    private string? PlaceOf(Villager villager) => villager.LastPlace is { } last && places.Find(last.Commune) is { } commune
        ? last.Village is { } village ? $"{DraftWords.Cut(village, 40)}, {commune.NameInSentence}" : commune.NameInSentence
        : null;
}

/// <summary>Sends the copy as a file.</summary>
public sealed class ExportMyDataHandler(ExportVillager export) : OrderHandler<ExportMyData>
{
    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, ExportMyData order, CancellationToken cancellationToken)
    {
        var source = await export.RunAsync(work, scene.Villager, cancellationToken);
        return OrderOutcome.Say(MenuDialog.Home(scene.Phrases, scene.Phrases.Say("privacy.exported")) with
        {
            Attachment = new OutgoingFile(FileKind.Document, source),
        });
    }
}

/// <summary>Erases everything, also the memory of this conversation.</summary>
public sealed class EraseMyDataHandler(ForgetVillager forget) : OrderHandler<EraseMyData>
{
    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, EraseMyData order, CancellationToken cancellationToken)
    {
        await forget.RunAsync(work, scene.Conversation.Key, scene.Conversation.State.Report?.Files ?? [], cancellationToken);
        return new OrderOutcome
        {
            Replies = [MenuDialog.Home(scene.Phrases, scene.Phrases.Say("privacy.erased"))],
            State = new DialogState(),

            // The marks stay: hashes of events, so that a repeated delivery is not taken for a new word.
            Amend = conversation => new Conversation { Key = conversation.Key, Marks = conversation.Marks, Desk = conversation.Desk },
        };
    }
}
