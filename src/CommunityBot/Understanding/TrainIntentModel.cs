using CommunityBot.Primitives;

namespace CommunityBot.Understanding;

/// <summary>Learns from the examples how strongly each trait speaks for each meaning: the same examples always give the same model.</summary>
public sealed class TrainIntentModel(Vocabulary vocabulary)
{
    private const int Rounds = 9;
    private const int Variants = 3;

    /// <summary>So often a report is heard together with a place, a name or a time, as people tell it.</summary>
    private const double ToldWithPlace = 0.3;

    private readonly MessageTraits traits = new(vocabulary);

    public IntentModel Run(IReadOnlyList<Example> examples, WordRepair repair, CancellationToken cancellationToken = default)
    {
        var subjects = examples.Select(example => example.Subject).Distinct().OrderBy(subject => subject.ToString(), StringComparer.Ordinal).ToList();
        var lessons = Prepare(examples, subjects, new TypedVariants(vocabulary.Reader, repair));
        var loudness = LoudnessOf(lessons, subjects.Count);
        var learner = new IntentLearner(subjects);

        for (var round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Shuffle(lessons, (uint)round);
            var pace = 1 - (round / (float)Rounds);

            foreach (var lesson in lessons)
            {
                learner.Learn(lesson.Typed[round % Variants], lesson.Place, pace * loudness[lesson.Place]);
            }
        }

        return learner.Model();
    }

    private Lesson[] Prepare(IReadOnlyList<Example> examples, List<Subject> subjects, TypedVariants typed)
    {
        var places = subjects.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var answers = examples.Where(example => example.Subject == Subject.Nothing).Select(example => example.Text).ToList();
        return [.. examples.Select((example, line) => new Lesson(
            places[example.Subject],
            [.. Enumerable.Range(0, Variants).Select(variant => Traits(example, answers, typed, variant, (uint)line))]))];
    }

    /// <summary>As written with all marks, without marks, and hurried; the last without the vocabulary, so that the words themselves are learnt too.</summary>
    private int[] Traits(Example example, List<string> answers, TypedVariants typed, int variant, uint line)
    {
        var isTold = example.Subject.Intent is Intent.Report or Intent.Emergency && answers.Count > 0 && Dice.Happens(ToldWithPlace, line, (uint)variant);
        var text = isTold ? $"{example.Text} {answers[(int)(Dice.Roll(line, 5) % (uint)answers.Count)]}" : example.Text;
        return traits.Of(typed.Of(text, variant, line), withPhrases: variant < Variants - 1);
    }

    /// <summary>Meanings with few examples are heard a little louder.</summary>
    private static float[] LoudnessOf(Lesson[] lessons, int count)
    {
        var counts = new float[count];

        foreach (var lesson in lessons)
        {
            counts[lesson.Place]++;
        }

        var mean = lessons.Length / (float)count;
        return [.. counts.Select(one => MathF.Sqrt(mean / one))];
    }

    private static void Shuffle(Lesson[] lessons, uint seed)
    {
        for (var at = lessons.Length - 1; at > 0; at--)
        {
            var other = (int)(Dice.Roll(seed, (uint)at) % (uint)(at + 1));
            (lessons[at], lessons[other]) = (lessons[other], lessons[at]);
        }
    }

    private sealed record Lesson(int Place, int[][] Typed);
}
