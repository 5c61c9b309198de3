using System.Globalization;
using CommunityBot.Awareness;
using CommunityBot.Messages;
using CommunityBot.Primitives;

namespace CommunityBot.Conversations.Dialogs;

/// <summary>A card as villagers see it: drawing, words, whether a professional still has to read it, and the ways on.</summary>
public static class CardBubble
{
    /// <summary>Behind the last card.</summary>
    private const string End = "end";

    /// <summary>More choices nobody takes in at a glance.</summary>
    private const int MostButtons = 6;

    /// <summary>The key of the button that shows a card.</summary>
    public static string Key(Topic topic, TopicCard card) => $"{Choices.Card}{topic.Key}:{card.Id}";

    /// <summary>The key of the button that begins a topic, whatever its first card is by then.</summary>
    public static string FirstKey(Topic topic) => $"{Choices.Card}{topic.Key}:0";

    /// <summary>The card a button means, also when that card was taken out since; null behind the last one.</summary>
    public static TopicCard? Find(Topic topic, string place)
    {
        if (topic.FindCard(place) is { } card)
        {
            return card;
        }

        return place == End || (int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at >= topic.Cards.Count)
            ? null
            : topic.Cards[at];
    }

    /// <param name="scene">To whom it is shown.</param>
    /// <param name="topic">Its topic.</param>
    /// <param name="card">The card.</param>
    /// <param name="listen">The button that plays it, when somebody read it aloud.</param>
    public static OutgoingMessage Of(Scene scene, Topic topic, TopicCard card, IEnumerable<Button> listen) => new()
    {
        Heading = card.Title,
        Text = $"{card.Text}\n\n{Footer(scene, topic, card)}",
        Picture = card.Picture is { } picture ? new OutgoingFile(FileKind.Photo, $"content:{picture.Name}", picture.AltText) : null,
        Buttons = Keyboard.Of([.. Buttons(scene, topic, card, listen).Take(MostButtons)]),
    };

    private static string Footer(Scene scene, Topic topic, TopicCard card)
    {
        var footer = scene.Phrases.Say(
            "awareness.source",
            ("so", Text(topic.PlaceOf(card.Id) + 1)),
            ("tong", Text(topic.Cards.Count)),
            ("ngay", VietnamTime.DateWords(topic.CheckedOn)));

        if (topic.AwaitsReview(card))
        {
            footer = scene.Phrases.Say("awareness.awaits_review") + "\n" + footer;
        }

        return card.IsOutdatedOn(scene.Now.VietnamDay()) ? scene.Phrases.Say("awareness.outdated") + "\n" + footer : footer;
    }

    /// <summary>What matters most first: when there are too many, "Về đầu" goes, which can always be typed.</summary>
    private static IEnumerable<Button> Buttons(Scene scene, Topic topic, TopicCard card, IEnumerable<Button> listen)
    {
        var at = topic.PlaceOf(card.Id);

        if (at > 0)
        {
            yield return new Button(scene.Phrases.Say("awareness.button_back"), Key(topic, topic.Cards[at - 1]));
        }

        yield return new Button(
            scene.Phrases.Say("awareness.button_next"),
            at + 1 < topic.Cards.Count ? Key(topic, topic.Cards[at + 1]) : $"{Choices.Card}{topic.Key}:{End}");

        foreach (var button in listen)
        {
            yield return button;
        }

        yield return new Button(scene.Phrases.Say("awareness.button_rate"), $"{Choices.Rate}{topic.Key}:{card.Id}");

        if (card.More is { } more)
        {
            yield return new Button(scene.Phrases.Say("awareness.button_see_also"), $"{Choices.Card}{more.Topic}:{more.Card}");
        }

        yield return new Button(scene.Phrases.Say("awareness.button_topics"), Choices.Topics);
        yield return new Button(scene.Phrases.Say("menu.button_home"), Choices.Home);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
