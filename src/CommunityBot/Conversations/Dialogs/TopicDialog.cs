using System.Globalization;
using CommunityBot.Awareness;
using CommunityBot.Awareness.Search;
using CommunityBot.Awareness.Voice;
using CommunityBot.Conversations.Dialogs.Cards;
using CommunityBot.Conversations.Dialogs.Voice;
using CommunityBot.Messages;
using CommunityBot.Understanding;

namespace CommunityBot.Conversations.Dialogs;

/// <summary>Shows what the plan wants people to know, one small card after the other.</summary>
public sealed class TopicDialog(TopicCatalogue topics, CardSearch search, ClipBook clips) : IDialog
{
    /// <summary>Topics on one bubble, beside the search and the button that leads on.</summary>
    private const int OnePage = 4;

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

        return Asked(scene, heard);
    }

    /// <summary>A question about a topic, asked in words while nothing else is open: the card that answers it best.</summary>
    private DialogTurn? Asked(Scene scene, Heard heard) =>
        scene.Conversation.State.Open is null
        && heard is { Text: { } text, Reading: { IsSure: true, Guesses: [{ Intent: Intent.AskTopic, Key: { } key }, ..] } }
        && topics.Find(key) is { } topic
            ? Show(scene, heard, $"{topic.Key}:{topic.Cards[search.BestIn(topic, text)].Id}")
            : null;

    private OutgoingMessage Menu(Scene scene, Heard heard, int from)
    {
        var all = topics.In(scene.Villager.Language).All;
        var first = from >= 0 && from < all.Count ? from : 0;
        var buttons = all.Skip(first).Take(OnePage).Select(topic => new Button(topic.ButtonLabel, CardBubble.FirstKey(topic))).ToList();

        buttons.Add(new Button(scene.Phrases.Say("search.button"), Choices.Search));

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

        if (CardBubble.Find(topic, place) is not { } found)
        {
            return DialogTurn.Say(DialogState.Nothing, IsItUseful(scene, topic));
        }

        var listen = ListenDialog.Buttons(clips, scene, ClipTarget.OfCard(topic.Key, found.Id));
        return new DialogTurn(DialogState.Nothing, [CardBubble.Of(scene, topic, found, listen)], [new NoteCardShown(new CardLink(topic.Key, found.Id))]);
    }

    private static OutgoingMessage IsItUseful(Scene scene, Topic topic) => new()
    {
        Text = scene.Phrases.Say("awareness.useful"),
        Buttons = Keyboard.Of([
            .. RemarkDialog.Answers(scene, topic),
            .. QuizDialog.Buttons(scene, topic),
            new Button(scene.Phrases.Say("awareness.button_topics"), Choices.Topics)]),
    };

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
