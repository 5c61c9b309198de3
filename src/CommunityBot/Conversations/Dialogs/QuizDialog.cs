using System.Globalization;
using CommunityBot.Awareness;
using CommunityBot.Messages;

namespace CommunityBot.Conversations.Dialogs;

/// <summary>Three questions after a topic, each explained whatever was answered. The score travels in the buttons; nothing is kept of who played.</summary>
public sealed class QuizDialog(TopicCatalogue topics) : IDialog
{
    public string Name => "quiz";

    public DialogTurn? Hear(Scene scene, Heard heard)
    {
        if (heard.ChoiceBehind(Choices.Ask) is { } ask)
        {
            return Read(ask, 3) is { } asked ? Question(scene, asked) : Gone(scene);
        }

        if (heard.ChoiceBehind(Choices.Answer) is { } answer)
        {
            return Read(answer, 4) is { } answered ? Explain(scene, answered) : Gone(scene);
        }

        return null;
    }

    /// <summary>The key of the button that starts the quiz of a topic.</summary>
    public static string FirstQuestion(Topic topic) => $"{Choices.Ask}{topic.Key}:0:0";

    private static DialogTurn Question(Scene scene, Place place)
    {
        var question = place.Question;
        var buttons = question.Choices.Select((choice, at) =>
            new Button(Keyboard.Cut(choice), $"{Choices.Answer}{place.Topic.Key}:{place.At}:{place.Score}:{at}"));
        var lines = question.Choices.Select((choice, at) => $"{at + 1}. {choice}");
        var text = scene.Phrases.Say("awareness.question", ("so", Text(place.At + 1)), ("tong", Text(place.Topic.Quiz.Count)), ("cau_hoi", question.Question));

        return DialogTurn.Say(DialogState.Nothing, new OutgoingMessage
        {
            Text = $"{text}\n{string.Join('\n', lines)}",
            Buttons = Keyboard.Of([.. buttons]),
        });
    }

    private static DialogTurn Explain(Scene scene, Place place)
    {
        var question = place.Question;
        var isRight = place.Choice == question.RightChoice;
        var score = place.Score + (isRight ? 1 : 0);
        var isLast = place.At + 1 >= place.Topic.Quiz.Count;
        var text = isRight
            ? scene.Phrases.Say("awareness.right", ("vi_sao", question.Explanation))
            : scene.Phrases.Say("awareness.wrong", ("dap_an", question.Choices[question.RightChoice]), ("vi_sao", question.Explanation));

        if (isLast)
        {
            text += "\n" + scene.Phrases.Say("awareness.score", ("diem", Text(score)), ("tong", Text(place.Topic.Quiz.Count)));
        }

        return DialogTurn.Say(DialogState.Nothing, new OutgoingMessage
        {
            Text = text,
            Buttons = isLast
                ? Keyboard.Of(
                    new Button(scene.Phrases.Say("awareness.button_topics"), Choices.Topics),
                    new Button(scene.Phrases.Say("menu.button_home"), Choices.Home))
                : Keyboard.Of(new Button(scene.Phrases.Say("awareness.button_next_question"), $"{Choices.Ask}{place.Topic.Key}:{place.At + 1}:{score}")),
        });
    }

    private static DialogTurn Gone(Scene scene) =>
        DialogTurn.Say(DialogState.Nothing, MenuDialog.Home(scene.Phrases, scene.Phrases.Say("menu.old_button")));

    /// <summary>A hostile or very old key gives null.</summary>
    private Place? Read(string key, int parts)
    {
        var pieces = key.Split(':');

        if (pieces.Length != parts || topics.Find(pieces[0]) is not { } topic)
        {
            return null;
        }

        var numbers = pieces.Skip(1).Select(piece => int.TryParse(piece, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();

        if (numbers.Contains(-1) || numbers[0] >= topic.Quiz.Count || numbers[1] > numbers[0])
        {
            return null;
        }

        var choice = parts == 4 ? numbers[2] : 0;
        return choice < topic.Quiz[numbers[0]].Choices.Count ? new Place(topic, numbers[0], numbers[1], choice) : null;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Place(Topic Topic, int At, int Score, int Choice)
    {
        public QuizQuestion Question => Topic.Quiz[At];
    }
}
