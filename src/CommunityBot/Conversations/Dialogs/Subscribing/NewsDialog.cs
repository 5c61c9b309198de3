using CommunityBot.Awareness;
using CommunityBot.Communes;
using CommunityBot.Conversations.Dialogs.Privacy;
using CommunityBot.Messages;
using CommunityBot.Reports;
using CommunityBot.Understanding;

namespace CommunityBot.Conversations.Dialogs.Subscribing;

/// <summary>"Nhận tin": where they live, which topics, their own yes; "Đổi nơi ở"; and "báo khi có nước lại", which follows that outage instead.</summary>
public sealed class NewsDialog(PlaceReader places, TopicCatalogue topics, NewsQuestions questions) : IDialog
{
    public const string DialogName = "news";

    private const int OnePage = 4;

    private static readonly string[] Moves = ["doi noi o", "doi cho o", "chuyen noi o", "toi chuyen nha", "doi xa", "doi dia chi"];

    public string Name => DialogName;

    public DialogTurn? Hear(Scene scene, Heard heard)
    {
        if (heard.Message.IsGroup || heard.Message.Kind is not (IncomingKind.Message or IncomingKind.Press))
        {
            return null;
        }

        var wish = WishOf(scene, heard);

        if (scene.Villager.IsChild)
        {
            return wish is null ? null : DialogTurn.Say(DialogState.Nothing, MenuDialog.Home(scene.Phrases, scene.Phrases.Say("privacy.child")));
        }

        return wish is not null ? DialogTurn.Do(scene.Conversation.State.FollowedBy(DialogState.Nothing), wish)
            : WantsWater(scene, heard) ? Water(scene, heard)
            : scene.Conversation.State is { Open: DialogName, News: { } draft } ? Continue(scene, heard, draft)
            : null;
    }

    private static BeginNews? WishOf(Scene scene, Heard heard) => heard switch
    {
        { Choice: NewsChoices.Begin or PrivacyChoices.News } => new BeginNews(NewsGoal.Subscribe),
        { Choice: NewsChoices.Move } => new BeginNews(NewsGoal.Move),
        { Choice: NewsChoices.ChangeTopics } => new BeginNews(NewsGoal.Subscribe, IsForTopics: true),
        { Choice: not null } or { Reading.Command: not null } => null,
        _ when scene.Conversation.State.Open is null && Moves.Contains(heard.Folded.TrimEnd('.', '!', ' ')) => new BeginNews(NewsGoal.Move),
        { Reading: { Danger: null, IsSure: true, Guesses: [{ Intent: Intent.Subscribe }, ..] } }
            when scene.Conversation.State.Open is null && !OutageWords.Wish(heard.Text) => new BeginNews(NewsGoal.Subscribe),
        _ => null,
    };

    private static bool WantsWater(Scene scene, Heard heard) =>
        heard is { Choice: null, Message: { Kind: IncomingKind.Message, Files.Count: 0 }, Reading: { Command: null, Danger: null } }
        && scene.Conversation.State.Open is null or DialogName
        && heard.Reading is not { IsSure: true, Guesses: [{ Intent: Intent.Report }, ..] }
        && OutageWords.Wish(heard.Text);

    private DialogTurn Water(Scene scene, Heard heard)
    {
        var named = places.InSentence(DraftPlace.Nowhere, heard.Text ?? "").Place;
        var draft = new NewsDraft { Goal = NewsGoal.Water, Place = named };
        return draft.Commune is { } commune ? Follow(scene, commune, named.Village)
            : named.Choices.Count == 0 && scene.Villager.LastPlace is { } last ? Follow(scene, last.Commune, named.Village ?? last.Village)
            : Ask(scene, draft);
    }

    private DialogTurn? Continue(Scene scene, Heard heard, NewsDraft draft) => heard switch
    {
        { Choice: Choices.Help } or { Reading.Command: Command.Help } => Ask(scene, draft),
        { Choice: Choices.Back } or { Reading.Command: Command.Back } => Back(scene, draft),
        { Choice: { } choice } => Pressed(scene, heard, draft, choice),
        { Reading.Command: Command.Skip or Command.Send } => Skip(scene, draft),
        { Reading.Command: Command.Yes } => draft.Step == NewsStep.Consent ? Keep(scene, heard, draft) : Ask(scene, draft),
        { Reading.Command: Command.No } => draft.Step == NewsStep.Consent ? Refuse(scene) : Skip(scene, draft),
        { Reading.Command: not null } or { Message.StartPayload: not null } or { Folded: ['/', ..] } => null,
        _ => heard.Files.Count > 0 ? null : Told(scene, heard, draft),
    };

    private DialogTurn? Pressed(Scene scene, Heard heard, NewsDraft draft, string choice)
    {
        if (!choice.StartsWith(NewsChoices.Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        return choice switch
        {
            NewsChoices.Last when scene.Villager.LastPlace is { } last => Settle(scene, draft with { Place = DraftPlace.Nowhere with { Commune = last.Commune, Village = last.Village } }),
            NewsChoices.Skip => Skip(scene, draft),
            NewsChoices.More => Ask(scene, draft with { From = draft.From + OnePage < topics.All.Count ? draft.From + OnePage : 0 }),
            NewsChoices.Done => Ask(scene, draft with { Step = NewsStep.Consent }),
            NewsChoices.Agree when draft.Step == NewsStep.Consent => Keep(scene, heard, draft),
            NewsChoices.Disagree => Refuse(scene),
            _ when heard.ChoiceBehind(NewsChoices.Unit) is { } unit && UnitKey.TryParse(unit, out var key) && places.Chosen(draft.Place, key) is { } place =>
                Settle(scene, draft with { Place = place }),
            _ when heard.ChoiceBehind(NewsChoices.Topic) is { } topic && topics.Find(topic) is not null => Toggle(scene, heard, draft, topic),
            _ => Ask(scene, draft),
        };
    }

    private DialogTurn Told(Scene scene, Heard heard, NewsDraft draft) => draft.Step switch
    {
        NewsStep.Commune => heard.Message.Point is { } point
            ? Settle(scene, draft with { Place = places.AtPoint(DraftPlace.Nowhere, point, null).Place with { Point = null } })
            : Settle(scene, draft with { Place = places.AtName(DraftPlace.Nowhere, heard.Text ?? "").Place }),
        NewsStep.Village => AfterVillage(scene, draft with { Place = draft.Place with { Village = PlaceReader.Trimmed(heard.Text) } }),
        NewsStep.Topics => Named(scene, heard, draft),
        NewsStep.Consent => Ask(scene, draft),
    };

    /// <summary>The commune is known, or asked for again.</summary>
    private DialogTurn Settle(Scene scene, NewsDraft draft) => draft switch
    {
        { Commune: null, Place.Choices.Count: > 0 } => Ask(scene, draft),
        { Commune: null } => Ask(scene, draft with { Misses = draft.Misses + 1 }),
        { Goal: NewsGoal.Water, Commune: { } commune } => Follow(scene, commune, draft.Place.Village),
        { Place.Village: not null } => AfterVillage(scene, draft),
        _ => Ask(scene, draft with { Step = NewsStep.Village }),
    };

    private DialogTurn AfterVillage(Scene scene, NewsDraft draft) => draft.Goal == NewsGoal.Move
        ? DialogTurn.Do(scene.Conversation.State with { Open = null, News = null }, new MoveHome(draft))
        : Ask(scene, draft with { Step = NewsStep.Topics });

    private DialogTurn Skip(Scene scene, NewsDraft draft) => draft.Step switch
    {
        NewsStep.Village => AfterVillage(scene, draft with { Place = draft.Place with { Village = null } }),
        NewsStep.Topics => Ask(scene, draft with { Step = NewsStep.Consent }),
        NewsStep.Commune or NewsStep.Consent => Ask(scene, draft),
    };

    private DialogTurn? Back(Scene scene, NewsDraft draft) => draft.Step switch
    {
        NewsStep.Commune => null,
        NewsStep.Village => Ask(scene, draft with { Step = NewsStep.Commune, Place = DraftPlace.Nowhere }),
        NewsStep.Topics => Ask(scene, draft with { Step = NewsStep.Village }),
        NewsStep.Consent => Ask(scene, draft with { Step = NewsStep.Topics }),
    };

    private DialogTurn Toggle(Scene scene, Heard heard, NewsDraft draft, string topic)
    {
        IReadOnlyList<string> chosen = draft.Topics.Contains(topic) ? [.. draft.Topics.Where(one => one != topic)] : [.. draft.Topics, topic];
        var asked = draft with { Topics = chosen, Step = NewsStep.Topics };
        return DialogTurn.Say(Opened(scene, asked), questions.Ask(scene, asked) with { ReplacesMessageId = heard.IsPress ? heard.Message.MessageId : null });
    }

    /// <summary>Topics in their own words: "rác, nước sạch".</summary>
    private DialogTurn Named(Scene scene, Heard heard, NewsDraft draft)
    {
        var named = heard.Reading.Guesses.Where(guess => guess is { Intent: Intent.AskTopic, Key: { } key } && topics.Find(key) is not null).Select(guess => guess.Key!); // filtered
        return heard.Folded.Contains("tat ca", StringComparison.Ordinal)
            ? Ask(scene, draft with { Topics = [], Step = NewsStep.Consent })
            : Ask(scene, draft with { Topics = [.. draft.Topics.Union(named)] });
    }

    private static DialogTurn Keep(Scene scene, Heard heard, NewsDraft draft) =>
        DialogTurn.Do(scene.Conversation.State with { Open = null, News = null }, new KeepSubscription(draft, heard.Message.EventId));

    private static DialogTurn Refuse(Scene scene) =>
        DialogTurn.Say(DialogState.Nothing, MenuDialog.Home(scene.Phrases, scene.Phrases.Say("news.not_kept")));

    private static DialogTurn Follow(Scene scene, UnitKey commune, string? village) =>
        DialogTurn.Do(scene.Conversation.State with { Open = null, News = null }, new FollowWater(commune, village));

    private DialogTurn Ask(Scene scene, NewsDraft draft) => DialogTurn.Say(Opened(scene, draft), questions.Ask(scene, draft));

    private static DialogState Opened(Scene scene, NewsDraft draft) => scene.Conversation.State with { Open = DialogName, News = draft };
}
