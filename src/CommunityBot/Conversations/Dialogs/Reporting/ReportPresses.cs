using CommunityBot.Communes;
using CommunityBot.Messages;
using CommunityBot.Reports;
using CommunityBot.Tickets;
using CommunityBot.Understanding;
using CommunityBot.Villagers;

namespace CommunityBot.Conversations.Dialogs.Reporting;

/// <summary>The buttons of a report and the typed words that stand for them.</summary>
public sealed class ReportPresses(CategoryCatalogue categories, PlaceReader places, ReportAnswers answers, ReportReplies replies, ConsentNotice notice)
{
    /// <summary>Questions that are an aside: the way back leads to the summary.</summary>
    private static readonly ReportStep[] Asides =
        [ReportStep.EditWhat, ReportStep.More, ReportStep.Words, ReportStep.Culprit, ReportStep.CallBack, ReportStep.ForWhom, ReportStep.Privacy, ReportStep.Consent, ReportStep.Refused];

    /// <summary>The answer, or null when this button or word is none of a report.</summary>
    public DialogTurn? Hear(Scene scene, Heard heard, ReportDraft draft) => heard switch
    {
        { Choice: { } choice } => Pressed(scene, heard, draft, choice),
        { Reading.Command: { } command } => Told(scene, heard, draft, command),
        _ => null,
    };

    /// <summary>Words that lead elsewhere; the report rests.</summary>
    public static bool IsForOthers(Heard heard) => heard.Reading.Command is
        Command.Home or Command.MyTickets or Command.MyData or Command.Stop or Command.Topics or Command.Quiz or Command.Human or Command.Withdraw;

    private DialogTurn? Pressed(Scene scene, Heard heard, ReportDraft draft, string choice) => choice switch
    {
        Choices.Back => Back(scene, draft),
        Choices.Cancel => Cancel(scene, draft),
        Choices.Help => replies.Ask(scene, draft, scene.Phrases.Say("report.help")),
        Choices.Report => draft.HasContent ? replies.OfferToResume(scene, draft) : replies.Ask(scene, draft, null),
        ReportChoices.PhotoPlace => PhotoPlace(scene, draft),
        ReportChoices.NoPhotoPlace => Next(scene, draft with { PhotoPoint = null }),
        ReportChoices.LastPlace => LastPlace(scene, draft),
        ReportChoices.Elsewhere => Ask(scene, draft, ReportStep.Place, draft.Place with { Choices = [], NotServed = null, Commune = null, IsForProvince = false }),
        ReportChoices.Province => Next(scene, draft with { Place = draft.Place with { IsForProvince = true, Commune = null, Choices = [] } }),
        ReportChoices.Groups => replies.Ask(scene, draft with { Step = ReportStep.Group }, null),
        ReportChoices.NoPhotos => DropPhotos(scene, draft),
        ReportChoices.Check => Next(scene, draft),
        ReportChoices.Send => Send(scene, heard, draft),
        ReportChoices.Agree => draft.Step == ReportStep.Consent ? Agree(scene, heard, draft) : Next(scene, draft),
        ReportChoices.Disagree => draft.Step == ReportStep.Consent ? Disagree(scene, heard, draft) : Next(scene, draft),
        ReportChoices.Resume => replies.Ask(scene, draft with { Next = null }, null),
        ReportChoices.Restart => Restart(scene, draft),
        ReportChoices.Drop => Drop(scene, draft),
        _ => WithArgument(scene, heard, draft),
    };

    private DialogTurn? WithArgument(Scene scene, Heard heard, ReportDraft draft)
    {
        if (heard.ChoiceBehind(ReportChoices.Group) is { } group)
        {
            return categories.Groups.Any(one => one.Key == group)
                ? replies.Ask(scene, draft with { Group = group, Step = ReportStep.Kind }, null)
                : Next(scene, draft);
        }

        if ((heard.ChoiceBehind(ReportChoices.Kind) ?? heard.ChoiceBehind(Choices.ReportOf)) is { } kind)
        {
            return categories.Find(kind) is null ? Next(scene, draft) : Next(scene, draft with { Category = kind, Guesses = [] });
        }

        if (heard.ChoiceBehind(ReportChoices.Unit) is { } unit)
        {
            return UnitKey.TryParse(unit, out var key) && places.Chosen(draft.Place, key) is { } place
                ? Next(scene, draft with { Place = place, PlaceMisses = 0 })
                : Ask(scene, draft, ReportStep.Place, draft.Place with { Choices = [] });
        }

        if (heard.ChoiceBehind(ReportChoices.Skip) is { } skipped)
        {
            return Enum.TryParse<ReportStep>(skipped, out var step) ? Skip(scene, draft, step) : Next(scene, draft);
        }

        if (heard.ChoiceBehind(ReportChoices.Edit) is { } edited)
        {
            return Enum.TryParse<ReportStep>(edited, out var step) && Enum.IsDefined(step) && IsEditable(draft, step)
                ? replies.Ask(scene, draft with { Step = step }, null)
                : Next(scene, draft);
        }

        if (heard.ChoiceBehind(ReportChoices.Privacy) is { } wished)
        {
            return Enum.TryParse<Anonymity>(wished, out var anonymity) && Enum.IsDefined(anonymity)
                ? Next(scene, draft with { Anonymity = anonymity, Phone = anonymity == Anonymity.NothingStored ? null : draft.Phone })
                : Next(scene, draft);
        }

        return heard.Choice!.StartsWith(ReportChoices.Prefix, StringComparison.Ordinal) ? Next(scene, draft) : null;
    }

    private DialogTurn? Told(Scene scene, Heard heard, ReportDraft draft, Command command) => command switch
    {
        Command.Back => Back(scene, draft),
        Command.Cancel => Cancel(scene, draft),
        Command.Help => replies.Ask(scene, draft, scene.Phrases.Say("report.help")),
        Command.Report => draft.HasContent ? replies.OfferToResume(scene, draft) : replies.Ask(scene, draft, null),
        Command.Skip => Skip(scene, draft, draft.Step),
        Command.Send => draft.Step is ReportStep.Consent ? replies.Ask(scene, draft, null) : Send(scene, heard, draft),
        Command.Yes => Yes(scene, heard, draft),
        Command.No => No(scene, heard, draft),
        Command.Edit when draft.IsComplete => replies.Ask(scene, draft with { Step = ReportStep.EditWhat }, null),
        Command.Edit => replies.Ask(scene, draft, null),
        Command.Home or Command.MyTickets or Command.MyData or Command.Stop or Command.Topics or Command.Quiz or Command.Human or Command.Withdraw => null,
    };

    private DialogTurn? Yes(Scene scene, Heard heard, ReportDraft draft) => draft switch
    {
        { IsCancelAsked: true } => Drop(scene, draft),
        { Step: ReportStep.Consent } => Agree(scene, heard, draft),
        { Step: ReportStep.Check or ReportStep.Refused } => Send(scene, heard, draft),
        { Step: ReportStep.Place } when scene.Villager.LastPlace is not null => LastPlace(scene, draft),
        { Step: ReportStep.NotServed } => Pressed(scene, heard, draft, ReportChoices.Province),
        _ => replies.Ask(scene, draft, null),
    };

    private DialogTurn? No(Scene scene, Heard heard, ReportDraft draft) => draft switch
    {
        { IsCancelAsked: true } => replies.Ask(scene, draft with { IsCancelAsked = false }, null),
        { Step: ReportStep.Consent } => Disagree(scene, heard, draft),
        { Step: ReportStep.Check } => replies.Ask(scene, draft with { Step = ReportStep.EditWhat }, null),
        { Step: ReportStep.Refused } => Cancel(scene, draft),
        { Step: ReportStep.PlaceChoice or ReportStep.NotServed } => Pressed(scene, heard, draft, ReportChoices.Elsewhere),
        { Step: ReportStep.Photos or ReportStep.Village or ReportStep.Culprit or ReportStep.CallBack or ReportStep.ForWhom } => Skip(scene, draft, draft.Step),
        _ => replies.Ask(scene, draft, null),
    };

    private DialogTurn Back(Scene scene, ReportDraft draft) => draft.Step switch
    {
        ReportStep.Group => draft.IsComplete ? Next(scene, draft) : Rest(scene, draft),
        ReportStep.Kind or ReportStep.Guess or ReportStep.Water or ReportStep.Smell or ReportStep.Burning => replies.Ask(scene, draft with { Step = ReportStep.Group, Group = null }, null),
        ReportStep.Photos => draft.IsComplete ? Next(scene, draft)
            : replies.Ask(scene, draft with { Step = draft.Group is null ? ReportStep.Group : ReportStep.Kind }, null),
        ReportStep.Place => draft.IsComplete ? Next(scene, draft) : replies.Ask(scene, draft with { Step = ReportStep.Photos, IsPhotoSkipped = false }, null),
        ReportStep.PlaceChoice or ReportStep.NotServed or ReportStep.Village =>
            Ask(scene, draft, ReportStep.Place, draft.Place with { Commune = null, Choices = [], NotServed = null, IsForProvince = false }),
        ReportStep.Check => replies.Ask(scene, draft with { Step = ReportStep.EditWhat }, null),
        _ when Asides.Contains(draft.Step) => Next(scene, draft),
        _ => Next(scene, draft),
    };

    private static DialogTurn Rest(Scene scene, ReportDraft draft) => DialogTurn.Say(
        scene.Conversation.State with { Open = null, Report = draft.HasContent ? draft : null },
        MenuDialog.Home(scene.Phrases, scene.Phrases.Say(draft.HasContent ? "report.rested" : "menu.home")));

    private static DialogTurn Cancel(Scene scene, ReportDraft draft)
    {
        if (draft.IsCancelAsked || !draft.IsComplete)
        {
            return Drop(scene, draft);
        }

        var asked = draft with { IsCancelAsked = true, TouchedAt = scene.Now };
        return DialogTurn.Say(ReportReplies.Opened(scene, asked), new OutgoingMessage
        {
            Text = scene.Phrases.Say("report.cancel_sure"),
            Buttons = ReportQuestions.WithExits(
                scene,
                new Button(scene.Phrases.Say("report.button_drop"), ReportChoices.Drop),
                new Button(scene.Phrases.Say("report.button_resume"), ReportChoices.Resume)),
        });
    }

    private static DialogTurn Drop(Scene scene, ReportDraft draft) => new(
        scene.Conversation.State with { Open = null, Report = null },
        [MenuDialog.Home(scene.Phrases, scene.Phrases.Say("report.cancelled"))],
        [new DropFiles(draft.Files)]);

    /// <summary>The new thing they began to tell takes the place of the unfinished one.</summary>
    private DialogTurn Restart(Scene scene, ReportDraft draft)
    {
        var fresh = ReportReplies.Fresh(scene);
        var told = draft.Next is { } next ? answers.Retell(fresh, next) : fresh;
        var turn = replies.Ask(scene, told, null);
        return turn with { Orders = [.. turn.Orders, new DropFiles(draft.Files)] };
    }

    private DialogTurn LastPlace(Scene scene, ReportDraft draft) => scene.Villager.LastPlace is { } last && places.Find(last.Commune) is { } commune
        ? Next(scene, draft with { Place = draft.Place with { Commune = commune.Key, Village = last.Village, Point = last.Point, IsVillageAsked = true, Choices = [], NotServed = null, Why = "Nơi báo lần trước." } })
        : Ask(scene, draft, ReportStep.Place, draft.Place);

    private DialogTurn PhotoPlace(Scene scene, ReportDraft draft)
    {
        if (draft.PhotoPoint is not { } point)
        {
            return Next(scene, draft);
        }

        var (place, _) = places.AtPoint(draft.Place, point, null);
        return Next(scene, draft with { Place = place, PhotoPoint = null, PlaceMisses = 0 });
    }

    private DialogTurn Skip(Scene scene, ReportDraft draft, ReportStep step) => step switch
    {
        ReportStep.Photos => Next(scene, draft with { IsPhotoSkipped = true }),
        ReportStep.Village => Next(scene, draft with { Place = draft.Place with { IsVillageAsked = true } }),
        ReportStep.Culprit => Next(scene, draft with { Culprit = null }),
        ReportStep.CallBack => Next(scene, draft with { Phone = null }),
        ReportStep.ForWhom => Next(scene, draft with { ForSomebodyElse = null }),
        ReportStep.EditWhat or ReportStep.More or ReportStep.Words or ReportStep.Privacy => Next(scene, draft),
        _ => replies.Ask(scene, draft, null),
    };

    private DialogTurn DropPhotos(Scene scene, ReportDraft draft)
    {
        var turn = replies.Ask(scene, draft with { Files = [], Step = ReportStep.Photos }, null);
        return turn with { Orders = [.. turn.Orders, new DropFiles(draft.Files)] };
    }

    private DialogTurn Send(Scene scene, Heard heard, ReportDraft draft)
    {
        if (!draft.IsComplete || (draft.Step is not (ReportStep.Check or ReportStep.Refused) && heard.IsPress))
        {
            return Next(scene, draft);
        }

        if (draft.Anonymity != Anonymity.NothingStored && !notice.IsAgreedBy(scene.Villager))
        {
            return replies.Ask(scene, draft with { Step = ReportStep.Consent }, null);
        }

        return DialogTurn.Do(ReportReplies.Opened(scene, draft with { Step = ReportStep.Check }), new SendReport(draft, heard.Message.Sender.DisplayName));
    }

    private DialogTurn Agree(Scene scene, Heard heard, ReportDraft draft)
    {
        var agreed = scene.Villager with { ReportConsent = notice.Answer(isGiven: true, scene.Now, heard.Message.EventId) };
        return DialogTurn.Do(
            ReportReplies.Opened(scene, draft with { Step = ReportStep.Check }),
            new KeepVillager(agreed),
            new SendReport(draft, heard.Message.Sender.DisplayName));
    }

    /// <summary>No consent: name, number and exact point go at once; an anonymous report is still possible.</summary>
    private DialogTurn Disagree(Scene scene, Heard heard, ReportDraft draft)
    {
        var refused = Villager.Stranger(scene.Villager.Conversation) with
        {
            Address = scene.Villager.Address,
            ReportConsent = notice.Answer(isGiven: false, scene.Now, heard.Message.EventId),
        };
        var wiped = draft with
        {
            Step = ReportStep.Refused,
            Anonymity = Anonymity.NothingStored,
            Phone = null,
            Place = draft.Place with { Point = draft.Place.Point?.Blurred() },
        };
        var turn = replies.Ask(scene, wiped, null);
        return turn with { Orders = [.. turn.Orders, new KeepVillager(refused)] };
    }

    private static bool IsEditable(ReportDraft draft, ReportStep step) =>
        draft.IsComplete || step is ReportStep.Group or ReportStep.Photos or ReportStep.Place or ReportStep.Words;

    private DialogTurn Next(Scene scene, ReportDraft draft)
    {
        var going = draft with { IsCancelAsked = false };
        return replies.Ask(scene, going with { Step = going.NextQuestion() }, null);
    }

    private DialogTurn Ask(Scene scene, ReportDraft draft, ReportStep step, DraftPlace place) =>
        replies.Ask(scene, draft with { Step = step, Place = place }, null);
}
