using CommunityBot.Awareness;
using CommunityBot.Conversations.Dialogs.Subscribing;
using CommunityBot.Messages;
using CommunityBot.Understanding;

namespace CommunityBot.Conversations.Dialogs.Cards;

/// <summary>"Có ích không?", and after "Chưa" whether there is something to add, in words or by voice; both can be left out.</summary>
public sealed class RemarkDialog(TopicCatalogue topics) : IDialog
{
    public const string DialogName = "remark";

    private const string Skip = "remark:skip";

    /// <summary>Later words are about something else.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public string Name => DialogName;

    public DialogTurn? Hear(Scene scene, Heard heard)
    {
        if (heard.Message.IsGroup || heard.Message.Kind is not (IncomingKind.Message or IncomingKind.Press))
        {
            return null;
        }

        if (heard.ChoiceBehind(Choices.Rate) is { } rated)
        {
            return Find(rated.Split(':')) is var (topic, card) && card is not null ? AskIfUseful(scene, topic, card) : Gone(scene);
        }

        if (heard.ChoiceBehind(Choices.Useful) is { } useful)
        {
            return Thank(scene, heard, useful);
        }

        if (heard.Choice == Skip)
        {
            return DialogTurn.Say(DialogState.Nothing, WaysOn(scene, "awareness.remark_skipped", heard));
        }

        return scene.Conversation.State is { Open: DialogName, Brief: { Topic: { } about } brief } ? Take(scene, heard, about, brief.Card) : null;
    }

    /// <summary>The question behind the last card of a topic.</summary>
    public static IReadOnlyList<Button> Answers(Scene scene, Topic topic, TopicCard? card = null)
    {
        var about = card is null ? topic.Key : $"{topic.Key}:{card.Id}";
        return
        [
            new Button(scene.Phrases.Say("awareness.button_useful"), $"{Choices.Useful}{about}:y"),
            new Button(scene.Phrases.Say("awareness.button_useless"), $"{Choices.Useful}{about}:n"),
        ];
    }

    private static DialogTurn AskIfUseful(Scene scene, Topic topic, TopicCard card) => DialogTurn.Say(DialogState.Nothing, new OutgoingMessage
    {
        Text = scene.Phrases.Say("awareness.useful_card", ("the", card.Title)),
        Buttons = Keyboard.Of([
            .. Answers(scene, topic, card),
            new Button(scene.Phrases.Say("awareness.button_back"), CardBubble.Key(topic, card)),
            new Button(scene.Phrases.Say("awareness.button_topics"), Choices.Topics)]),
    });

    private DialogTurn Thank(Scene scene, Heard heard, string useful)
    {
        var parts = useful.Split(':');

        if (parts is not [.., "y" or "n"] || Find(parts[..^1]) is not var (topic, card))
        {
            return Gone(scene);
        }

        var isUseful = parts[^1] == "y";
        var keep = new KeepFeedback(topic.Key, isUseful, heard.Message.MessageId ?? heard.Message.EventId, card?.Id);
        var offersNews = isUseful && !scene.Villager.IsChild && !scene.Conversation.IsNewsOffered;
        return isUseful || scene.Villager.IsChild
            ? new DialogTurn(
                DialogState.Nothing,
                [WaysOn(scene, isUseful ? "awareness.useful_thanks" : "awareness.useless_thanks", heard, topic, offersNews)],
                offersNews ? [keep, new NewsOffered()] : [keep])
            : new DialogTurn(Asking(scene, topic, card), [AskForRemark(scene, heard)], [keep]);
    }

    private static DialogState Asking(Scene scene, Topic topic, TopicCard? card) => scene.Conversation.State with
    {
        Open = DialogName,
        Brief = new BriefTalk { Dialog = DialogName, Until = scene.Now + Patience, Topic = topic.Key, Card = card?.Id },
    };

    private static OutgoingMessage AskForRemark(Scene scene, Heard heard) => new()
    {
        Text = scene.Phrases.Say("awareness.ask_remark"),
        Buttons = Keyboard.Of(new Button(scene.Phrases.Say("awareness.button_skip_remark"), Skip), new Button(scene.Phrases.Say("menu.button_home"), Choices.Home)),
        ReplacesMessageId = heard.IsPress ? heard.Message.MessageId : null,
    };

    /// <summary>The next words, photo or voice note are the remark; a command, button or word of danger is not.</summary>
    private static DialogTurn? Take(Scene scene, Heard heard, string topic, string? card)
    {
        if (heard.Reading.Command is Command.Skip or Command.No)
        {
            return DialogTurn.Say(DialogState.Nothing, WaysOn(scene, "awareness.remark_skipped", heard));
        }

        return heard is { Choice: null, IsPress: false, Message.StartPayload: null, Reading: { Command: null, Danger: null } }
            && !heard.Folded.StartsWith('/')
            && (heard.Text is not null || heard.Message.Files.Count > 0)
            ? new DialogTurn(
                DialogState.Nothing,
                [WaysOn(scene, "awareness.remark_kept", heard)],
                [new KeepRemark(topic, card, heard.Text, heard.Message.Files)])
            : null;
    }

    private static OutgoingMessage WaysOn(Scene scene, string phrase, Heard heard, Topic? topic = null, bool offersNews = false) => new()
    {
        Text = scene.Phrases.Say(phrase),
        Buttons = Keyboard.Of([
            .. topic is null ? [] : QuizDialog.Buttons(scene, topic),
            .. offersNews ? [new Button(scene.Phrases.Say("news.button_offer"), NewsChoices.Begin)] : Array.Empty<Button>(),
            new Button(scene.Phrases.Say("awareness.button_topics"), Choices.Topics),
            new Button(scene.Phrases.Say("menu.button_home"), Choices.Home)]),
        ReplacesMessageId = heard.IsPress ? heard.Message.MessageId : null,
    };

    private (Topic Topic, TopicCard? Card)? Find(string[] names) =>
        names is [var key, .. var rest] && rest.Length <= 1 && topics.Find(key) is { } topic && (rest.Length == 0 || topic.FindCard(rest[0]) is not null)
            ? (topic, rest is [var id] ? topic.FindCard(id) : null)
            : null;

    private static DialogTurn Gone(Scene scene) =>
        DialogTurn.Say(DialogState.Nothing, MenuDialog.Home(scene.Phrases, scene.Phrases.Say("awareness.unknown_topic")));
}
