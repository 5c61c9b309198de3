using CommunityBot.Communes;
using CommunityBot.Handovers;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Reports;
using CommunityBot.Storage;
using CommunityBot.Tickets;

namespace CommunityBot.Conversations.Dialogs.Handover;

/// <summary>Goes on with the question that is open, or asks for one.</summary>
public sealed class MeetOfficerHandler(HandoverQuestions questions, PlaceReader places, SendQuestionHandler send) : OrderHandler<MeetOfficer>
{
    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, MeetOfficer order, CancellationToken cancellationToken)
    {
        if (await FindOpenAsync(work, scene.Conversation.Key, cancellationToken) is { } open)
        {
            return OfficerTalk.Listening(scene, open.Id, "handover.still_open");
        }

        var draft = order.Words is { } words
            ? new HandoverDraft { Words = words, Place = places.InSentence(DraftPlace.Nowhere, words).Place }
            : new HandoverDraft();

        if (draft.HasWords && draft.Place.IsKnown)
        {
            return await send.RunAsync(work, scene, new SendQuestion(draft), cancellationToken);
        }

        return OrderOutcome.Say(questions.Ask(scene, draft)) with { State = scene.Conversation.State with { Open = HandoverDialog.DialogName, Handover = draft } };
    }

    private static async Task<Handovers.Handover?> FindOpenAsync(Work work, ConversationKey villager, CancellationToken cancellationToken)
    {
        var page = await work.Store.ListAsync(Handovers.Handover.Of(villager) with { Descending = true, Limit = 1 }, cancellationToken);
        return page.Count == 1 && work.Adopt(Handovers.Handover.Kind, page[0]) is { IsOpen: true } open ? open : null;
    }
}

/// <summary>Keeps words and files of the question; sends it when the commune is known, otherwise asks for it.</summary>
public sealed class KeepQuestionHandler(TicketFiles files, HandoverQuestions questions, SendQuestionHandler send) : OrderHandler<KeepQuestion>
{
    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, KeepQuestion order, CancellationToken cancellationToken)
    {
        var state = scene.Conversation.State;

        if (state.Handover is not { } draft)
        {
            return OrderOutcome.Silent;
        }

        var isAnswered = draft.HasWords;
        var kept = draft with
        {
            Words = string.Join('\n', new[] { draft.Words, order.Words }.Where(part => part.Length > 0)),
            Files = [.. draft.Files, .. order.Files.Select(file => files.Keep(work, scene.Conversation.Key, file))],
        };

        if (kept.Place.IsKnown)
        {
            return await send.RunAsync(work, scene with { Conversation = scene.Conversation with { State = state with { Open = null, Handover = null } } }, new SendQuestion(kept), cancellationToken);
        }

        return new OrderOutcome { State = state with { Handover = kept }, Replies = isAnswered ? [] : [questions.Ask(scene, kept)] };
    }
}

/// <summary>Brings the question to the desk and says who will read it, and when.</summary>
public sealed class SendQuestionHandler(AskOfficer ask, PlaceReader places) : OrderHandler<SendQuestion>
{
    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, SendQuestion order, CancellationToken cancellationToken)
    {
        var commune = order.Draft.Place.Commune;
        var asked = await ask.OpenAsync(work, scene.Conversation.Key, commune, order.Draft.Words, order.Draft.Files, cancellationToken);
        return new OrderOutcome
        {
            State = scene.Conversation.State with { Open = null, Handover = null },
            Replies = [OfficerTalk.WithWayOut(scene, Receipt(scene, asked, commune))],
            Amend = OfficerTalk.ListenUntil(asked.Handover.Id, scene.Now + OfficerTalk.OwnPause),
        };
    }

    private string Receipt(Scene scene, AskedOfficer asked, UnitKey? commune)
    {
        var lines = new List<string>
        {
            asked.Handover switch
            {
                { Cards.Count: 0 } => scene.Phrases.Say("handover.sent_nobody"),
                { Desk: { } desk } when places.Find(desk) is { } own => scene.Phrases.Say("handover.sent", ("noi", own.NameInSentence)),
                _ when commune is not null => scene.Phrases.Say("handover.sent_province_instead"),
                _ => scene.Phrases.Say("handover.sent_province"),
            },
        };

        if (asked.OfficeOpens is { } opens)
        {
            lines.Add(scene.Phrases.Say("handover.after_hours", ("gio", $"{opens.VietnamHour():HH\\:mm}"), ("ngay", VietnamTime.DayWords(opens.VietnamDay()))));
        }

        return string.Join('\n', lines);
    }
}

/// <summary>Carries more words to the officer; when the talk is over, says so.</summary>
public sealed class SayToOfficerHandler(AskOfficer ask, TicketFiles files) : OrderHandler<SayToOfficer>
{
    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, SayToOfficer order, CancellationToken cancellationToken)
    {
        var kept = order.Files.Select(file => files.Keep(work, scene.Conversation.Key, file)).ToList();

        if (!await ask.SayMoreAsync(work, order.Id, scene.Conversation.Key, order.Words, kept, cancellationToken))
        {
            return OrderOutcome.Say(MenuDialog.Home(scene.Phrases, scene.Phrases.Say("handover.over"))) with { Amend = OfficerTalk.Left };
        }

        return new OrderOutcome
        {
            Replies = order.IsAnswered ? [] : [OfficerTalk.WithWayOut(scene, scene.Phrases.Say("handover.passed"))],
            Amend = conversation => conversation with
            {
                Handover = new HandoverSeat(order.Id, Later(conversation.Handover?.Until, scene.Now + OfficerTalk.OwnPause)),
            },
        };
    }

    private static DateTimeOffset Later(DateTimeOffset? known, DateTimeOffset other) => known > other ? known.Value : other;
}

/// <summary>The next words go to the officer; somebody else's or an old button says that it is over.</summary>
public sealed class ListenForOfficerHandler : OrderHandler<ListenForOfficer>
{
    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, ListenForOfficer order, CancellationToken cancellationToken) =>
        await AskOfficer.FindOpenAsync(work, order.Id, scene.Conversation.Key, cancellationToken) is null
            ? OrderOutcome.Say(MenuDialog.Home(scene.Phrases, scene.Phrases.Say("handover.over")))
            : OfficerTalk.Listening(scene, order.Id, "handover.listening");
}

/// <summary>The bot hears the villager again.</summary>
public sealed class LeaveOfficerHandler : OrderHandler<LeaveOfficer>
{
    protected override Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, LeaveOfficer order, CancellationToken cancellationToken) =>
        Task.FromResult(new OrderOutcome { Amend = OfficerTalk.Left });
}
