using System.Globalization;
using CommunityBot.Awareness;
using CommunityBot.Messages;
using CommunityBot.Understanding;

namespace CommunityBot.Conversations.Dialogs;

/// <summary>Three to five questions about a topic, each explained whatever was answered. The score travels in the buttons; nothing is kept of who played.</summary>
public sealed class QuizDialog(TopicCatalogue topics) : IDialog
{
    /// <summary>Topics on one bubble, beside the button that leads on.</summary>
    private const int OnePage = 5;

    public string Name => "quiz";

    public DialogTurn? Hear(Scene scene, Heard heard)
    {
        if (heard.Reading.Command == Command.Quiz)
        {
            return OfferTopics(scene, 0);
        }

        if (heard.ChoiceBehind(Choices.QuizzesFrom) is { } from)
        {
            return int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? OfferTopics(scene, first) : Gone(scene);
        }

        if (heard.ChoiceBehind(Choices.Quiz) is { } quiz)
        {
            return topics.In(scene.Villager.Language).Find(quiz) is { Quizzes.Count: > 0 } topic ? Offer(scene, topic) : Gone(scene);
        }

        if (heard.ChoiceBehind(Choices.Ask) is { } ask)
        {
            return Read(scene, ask, 4) is { } asked ? Question(scene, asked) : Gone(scene);
        }

        if (heard.ChoiceBehind(Choices.Answer) is { } answer)
        {
            return Read(scene, answer, 5) is { } answered ? Explain(scene, answered) : Gone(scene);
        }

        return null;
    }

    /// <summary>The button that leads to the quiz of a topic, when it has one.</summary>
    public static IEnumerable<Button> Buttons(Scene scene, Topic topic) =>
        topic.Quizzes.Count == 0 ? [] : [new Button(scene.Phrases.Say("awareness.button_quiz"), Start(topic))];

    private static string Start(Topic topic) => topic.Quizzes.Count == 1 ? FirstQuestion(topic, 0) : Choices.Quiz + topic.Key;

    private static string FirstQuestion(Topic topic, int set) => $"{Choices.Ask}{topic.Key}:{set}:0:0";

    private DialogTurn OfferTopics(Scene scene, int from)
    {
        var all = topics.In(scene.Villager.Language).All.Where(topic => topic.Quizzes.Count > 0).ToList();
        var first = from < all.Count ? from : 0;
        var buttons = all.Skip(first).Take(OnePage).Select(topic => new Button(topic.ButtonLabel, Start(topic))).ToList();

        if (all.Count > OnePage)
        {
            var next = first + OnePage < all.Count ? first + OnePage : 0;
            buttons.Add(new Button(scene.Phrases.Say("awareness.button_more"), Choices.QuizzesFrom + Text(next)));
        }

        buttons.Add(new Button(scene.Phrases.Say("menu.button_home"), Choices.Home));
        return DialogTurn.Say(DialogState.Nothing, new OutgoingMessage { Text = scene.Phrases.Say("awareness.choose_quiz_topic"), Buttons = Keyboard.Of([.. buttons]) });
    }

    private static DialogTurn Offer(Scene scene, Topic topic) => DialogTurn.Say(DialogState.Nothing, new OutgoingMessage
    {
        Text = scene.Phrases.Say("awareness.choose_quiz"),
        Buttons = Keyboard.Of([
            .. topic.Quizzes.Select((set, at) => new Button(set.Title, FirstQuestion(topic, at))),
            new Button(scene.Phrases.Say("menu.button_home"), Choices.Home)]),
    });

    private static DialogTurn Question(Scene scene, Place place)
    {
        var question = place.Question;
        var buttons = question.Choices.Select((choice, at) =>
            new Button(Keyboard.Cut(choice), $"{Choices.Answer}{place.Topic.Key}:{place.SetAt}:{place.At}:{place.Score}:{at}"));
        var lines = question.Choices.Select((choice, at) => $"{at + 1}. {choice}");
        var text = scene.Phrases.Say("awareness.question", ("so", Text(place.At + 1)), ("tong", Text(place.Set.Questions.Count)), ("cau_hoi", question.Question));

        return DialogTurn.Say(DialogState.Nothing, new OutgoingMessage
        {
            Text = $"{text}\n{string.Join('\n', lines)}",
            Picture = question.Picture is { } picture ? new OutgoingFile(FileKind.Photo, $"content:{picture.Name}", picture.AltText) : null,
            Buttons = Keyboard.Of([.. buttons]),
        });
    }

    private static DialogTurn Explain(Scene scene, Place place)
    {
        var question = place.Question;
        var isRight = place.Choice == question.RightChoice;
        var score = place.Score + (isRight ? 1 : 0);
        var text = isRight
            ? scene.Phrases.Say("awareness.right", ("vi_sao", question.Explanation))
            : scene.Phrases.Say("awareness.wrong", ("dap_an", question.Choices[question.RightChoice]), ("vi_sao", question.Explanation));
        var isLast = place.At + 1 >= place.Set.Questions.Count;

        return DialogTurn.Say(DialogState.Nothing, new OutgoingMessage
        {
            Text = isLast ? $"{text}\n{Result(scene, place, score)}" : text,
            Buttons = isLast
                ? Keyboard.Of([.. WaysOn(scene, place)])
                : Keyboard.Of(new Button(
                    scene.Phrases.Say("awareness.button_next_question"),
                    $"{Choices.Ask}{place.Topic.Key}:{place.SetAt}:{place.At + 1}:{score}")),
        });
    }

    private static string Result(Scene scene, Place place, int score) => scene.Phrases.Say(
        score == place.Set.Questions.Count ? "awareness.score_all" : "awareness.score",
        ("diem", Text(score)),
        ("tong", Text(place.Set.Questions.Count)));

    private static IEnumerable<Button> WaysOn(Scene scene, Place place)
    {
        if (place.SetAt + 1 < place.Topic.Quizzes.Count)
        {
            yield return new Button(scene.Phrases.Say("awareness.button_next_quiz"), FirstQuestion(place.Topic, place.SetAt + 1));
        }

        yield return new Button(scene.Phrases.Say("awareness.button_play_again"), FirstQuestion(place.Topic, place.SetAt));
        yield return new Button(scene.Phrases.Say("awareness.button_topics"), Choices.Topics);
        yield return new Button(scene.Phrases.Say("menu.button_home"), Choices.Home);
    }

    private static DialogTurn Gone(Scene scene) =>
        DialogTurn.Say(DialogState.Nothing, MenuDialog.Home(scene.Phrases, scene.Phrases.Say("menu.old_button")));

    /// <summary>A hostile or very old key gives null.</summary>
    private Place? Read(Scene scene, string key, int parts)
    {
        var pieces = key.Split(':');

        if (pieces.Length != parts || topics.In(scene.Villager.Language).Find(pieces[0]) is not { } topic)
        {
            return null;
        }

        var numbers = pieces.Skip(1).Select(piece => int.TryParse(piece, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();

        if (numbers is not [>= 0 and var set, >= 0 and var at, >= 0 and var score, .. var rest]
            || set >= topic.Quizzes.Count || at >= topic.Quizzes[set].Questions.Count || score > at)
        {
            return null;
        }

        var choice = rest is [var chosen] ? chosen : 0;
        var place = new Place(topic, set, at, score, choice);
        return choice >= 0 && choice < place.Question.Choices.Count ? place : null;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Place(Topic Topic, int SetAt, int At, int Score, int Choice)
    {
        public QuizSet Set => Topic.Quizzes[SetAt];

        public QuizQuestion Question => Set.Questions[At];
    }
}
