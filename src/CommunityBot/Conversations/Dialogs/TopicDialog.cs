using System.Globalization;
using CommunityBot.Awareness;
using CommunityBot.Messages;
using CommunityBot.Understanding;

namespace CommunityBot.Conversations.Dialogs;

/// <summary>Shows what the plan wants people to know, one small card after the other.</summary>
public sealed class TopicDialog(TopicCatalogue topics) : IDialog
{
    /// <summary>Topics on one bubble; the sixth button leads on.</summary>
    private const int OnePage = 5;

    public string Name => "topic";

    public DialogTurn? Hear(Scene scene, Heard heard)
    {
        if (heard.Message.IsGroup)
        {
            return null;
        }

        if (heard.Choice == Choices.Topics || heard.Reading.Command == Command.Topics)
        {
            return DialogTurn.Say(DialogState.Nothing, Menu(scene, heard, 0));
        }

        if (heard.ChoiceBehind(Choices.TopicsFrom) is { } from)
        {
            return DialogTurn.Say(DialogState.Nothing, Menu(scene, heard, Number(from)));
        }

        if (heard.ChoiceBehind(Choices.Card) is { } card)
        {
            return Show(scene, heard, card);
        }

        if (heard.ChoiceBehind(Choices.Useful) is { } useful)
        {
            return Thank(scene, heard, useful);
        }

        return Asked(scene, heard);
    }

    /// <summary>A question about a topic, asked in words while nothing else is open.</summary>
    private DialogTurn? Asked(Scene scene, Heard heard) =>
        scene.Conversation.State.Open is null
        && heard.Reading is { IsSure: true, Guesses: [{ Intent: Intent.AskTopic, Key: { } key }, ..] }
        && topics.Find(key) is { } topic
            ? Show(scene, heard, $"{topic.Key}:0")
            : null;

    private OutgoingMessage Menu(Scene scene, Heard heard, int from)
    {
        var all = topics.In(scene.Villager.Language).All;
        var first = from >= 0 && from < all.Count ? from : 0;
        var buttons = all.Skip(first).Take(OnePage).Select(topic => new Button(topic.ButtonLabel, CardBubble.FirstKey(topic))).ToList();

        if (all.Count > OnePage)
        {
            var next = first + OnePage < all.Count ? first + OnePage : 0;
            buttons.Add(new Button(scene.Phrases.Say("awareness.button_more"), Choices.TopicsFrom + next.ToString(CultureInfo.InvariantCulture)));
        }
        else
        {
            buttons.Add(new Button(scene.Phrases.Say("menu.button_home"), Choices.Home));
        }

        return new OutgoingMessage
        {
            Text = scene.Phrases.Say("awareness.choose"),
            Buttons = Keyboard.Of(buttons),
            ReplacesMessageId = heard.IsPress ? heard.Message.MessageId : null,
        };
    }

    private DialogTurn Show(Scene scene, Heard heard, string card)
    {
        var parts = card.Split(':');

        if (parts is not [var key, var place] || topics.In(scene.Villager.Language).Find(key) is not { } topic)
        {
            return DialogTurn.Say(DialogState.Nothing, Menu(scene, heard, 0) with { Text = scene.Phrases.Say("awareness.unknown_topic") });
        }

        return DialogTurn.Say(
            DialogState.Nothing,
            CardBubble.Find(topic, place) is { } found ? CardBubble.Of(scene, topic, found) : IsItUseful(scene, topic));
    }

    private static OutgoingMessage IsItUseful(Scene scene, Topic topic) => new()
    {
        Text = scene.Phrases.Say("awareness.useful"),
        Buttons = Keyboard.Of([
            new Button(scene.Phrases.Say("awareness.button_useful"), $"{Choices.Useful}{topic.Key}:y"),
            new Button(scene.Phrases.Say("awareness.button_useless"), $"{Choices.Useful}{topic.Key}:n"),
            .. QuizDialog.Buttons(scene, topic),
            new Button(scene.Phrases.Say("awareness.button_topics"), Choices.Topics)]),
    };

    private DialogTurn Thank(Scene scene, Heard heard, string useful)
    {
        var parts = useful.Split(':');

        if (parts is not [var key, "y" or "n"] || topics.In(scene.Villager.Language).Find(key) is not { } topic)
        {
            return DialogTurn.Say(DialogState.Nothing, Menu(scene, heard, 0) with { Text = scene.Phrases.Say("awareness.unknown_topic") });
        }

        var isUseful = parts[1] == "y";
        var thanks = new OutgoingMessage
        {
            Text = scene.Phrases.Say(isUseful ? "awareness.useful_thanks" : "awareness.useless_thanks"),
            Buttons = Keyboard.Of([
                .. QuizDialog.Buttons(scene, topic),
                new Button(scene.Phrases.Say("awareness.button_topics"), Choices.Topics),
                new Button(scene.Phrases.Say("menu.button_home"), Choices.Home)]),
            ReplacesMessageId = heard.IsPress ? heard.Message.MessageId : null,
        };
        return new DialogTurn(DialogState.Nothing, [thanks], [new KeepFeedback(topic.Key, isUseful, heard.Message.MessageId ?? heard.Message.EventId)]);
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
