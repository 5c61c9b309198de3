using System.Globalization;
using CommunityBot.Awareness;
using CommunityBot.Communes;
using CommunityBot.Conversations.Dialogs.Reporting;
using CommunityBot.Messages;
using CommunityBot.News;
using CommunityBot.Reports;

namespace CommunityBot.Conversations.Dialogs.Subscribing;

/// <summary>Words each question about news.</summary>
public sealed class NewsQuestions(TopicCatalogue topics, PlaceReader places)
{
    private const int OnePage = 4;
    private const int LongestList = 90;

    public OutgoingMessage Ask(Scene scene, NewsDraft draft) => draft.Step switch
    {
        NewsStep.Commune when draft.Place.Choices.Count > 0 => Which(scene, draft),
        NewsStep.Commune => Commune(scene, draft),
        NewsStep.Village => Question(
            scene, scene.Phrases.Say("news.ask_village", ("xa", PlaceOf(scene, draft.Commune, null))), new Button(scene.Phrases.Say("report.button_skip"), NewsChoices.Skip)),
        NewsStep.Topics => Topics(scene, draft),
        NewsStep.Consent => Question(
            scene,
            scene.Phrases.Say(
                "news.ask_consent",
                ("noi", PlaceOf(scene, draft.Commune, draft.Place.Village)),
                ("chu_de", TopicsOf(scene, draft.Topics)),
                ("so", Subscription.MostAWeek.ToString(CultureInfo.InvariantCulture))),
            new Button(scene.Phrases.Say("privacy.button_news"), NewsChoices.Agree),
            new Button(scene.Phrases.Say("privacy.button_no_news"), NewsChoices.Disagree)),
    };

    /// <summary>"thôn Nà Mu, xã Chợ Rã".</summary>
    public string PlaceOf(Scene scene, UnitKey? unit, string? village)
    {
        var commune = places.Find(unit)?.NameInSentence ?? scene.Phrases.Say("privacy.none");
        return village is null ? commune : $"{DraftWords.Cut(village, 40)}, {commune}";
    }

    public string TopicsOf(Scene scene, IReadOnlyList<string> chosen)
    {
        var names = string.Join(", ", chosen.Select(topics.Find).OfType<Topic>().Select(topic => topic.ButtonLabel));
        return names.Length == 0 ? scene.Phrases.Say("news.all_topics") : names.Length <= LongestList ? names : $"{names[..LongestList]}…";
    }

    private OutgoingMessage Commune(Scene scene, NewsDraft draft)
    {
        var sentence = draft.Misses switch
        {
            0 when draft.Goal == NewsGoal.Subscribe => scene.Phrases.Say("news.ask_commune", ("so", Subscription.MostAWeek.ToString(CultureInfo.InvariantCulture))),
            0 when draft.Goal == NewsGoal.Move => scene.Phrases.Say("news.ask_new_commune"),
            0 => scene.Phrases.Say("news.ask_water_commune"),
            var misses when misses % 2 == 1 => scene.Phrases.Say("news.ask_commune_again"),
            _ => scene.Phrases.Say("news.ask_commune_other"),
        };
        var last = scene.Villager.LastPlace is { } known && places.Find(known.Commune) is { } commune
            ? new[] { new Button(Keyboard.Cut(commune.FullName), NewsChoices.Last) }
            : [];
        return Question(scene, sentence, last);
    }

    private OutgoingMessage Which(Scene scene, NewsDraft draft) => Question(
        scene,
        scene.Phrases.Say("news.ask_which"),
        [.. draft.Place.Choices.Select(key => places.Find(key)).OfType<Commune>().Select(one => new Button(Keyboard.Cut(one.FullName), NewsChoices.Unit + one.Key))]);

    private OutgoingMessage Topics(Scene scene, NewsDraft draft)
    {
        var from = draft.From < topics.All.Count ? draft.From : 0;
        var buttons = topics.All.Skip(from).Take(OnePage)
            .Select(topic => new Button(Keyboard.Cut($"{(draft.Topics.Contains(topic.Key) ? "☑" : "☐")} {topic.ButtonLabel}"), NewsChoices.Topic + topic.Key))
            .ToList();

        if (topics.All.Count > OnePage)
        {
            buttons.Add(new Button(scene.Phrases.Say("awareness.button_more"), NewsChoices.More));
        }

        buttons.Add(new Button(scene.Phrases.Say("news.button_done"), NewsChoices.Done));
        return Question(scene, scene.Phrases.Say("news.ask_topics", ("chu_de", TopicsOf(scene, draft.Topics))), [.. buttons]);
    }

    private static OutgoingMessage Question(Scene scene, string sentence, params IReadOnlyList<Button> buttons) =>
        new() { Text = sentence, Buttons = ReportQuestions.WithExits(scene, buttons) };
}
