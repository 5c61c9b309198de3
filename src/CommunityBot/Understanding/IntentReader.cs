using System.Globalization;
using CommunityBot.Primitives;

namespace CommunityBot.Understanding;

/// <summary>Understands what a villager wants: danger first, then typed commands, then the hand-written vocabulary. Offline and in microseconds.</summary>
public sealed class IntentReader
{
    private const int MostGuesses = 3;

    /// <summary>A phrase whose marks contradict what was typed still counts a little: people misspell.</summary>
    private const double MisspeltShare = 0.25;

    /// <summary>One word typed without marks may be several words, a short one may be many.</summary>
    private const double GuessedShare = 0.5;
    private const double ShortGuessedShare = 0.25;
    private const int ShortWord = 3;

    /// <summary>Who names a subject but asks nothing is more likely to report than to ask.</summary>
    private const double NothingAskedShare = 0.6;

    private readonly WordReader reader;
    private readonly TypedWords typedWords;
    private readonly WordFinder<DangerSign> dangers;
    private readonly WordFinder<Meaning> meanings;

    public IntentReader(Vocabulary vocabulary)
    {
        reader = vocabulary.Reader;
        typedWords = new TypedWords(vocabulary);
        dangers = new WordFinder<DangerSign>(reader, vocabulary.Dangers);
        meanings = new WordFinder<Meaning>(reader, vocabulary.Meanings);
    }

    public Understood Read(string text)
    {
        var words = reader.Read(text);
        var danger = FindDanger(words);
        var guesses = Weigh(words);

        if (danger is not null)
        {
            guesses = [new Guess(Intent.Emergency, danger.Number, 1), .. guesses.Take(MostGuesses - 1)];
        }

        return new Understood(danger, typedWords.FindCommand(text), guesses);
    }

    /// <summary>One line for operators: intent, topic or category, confidence, second and third guess, separated by tabs.</summary>
    public string Describe(string text)
    {
        var guesses = Read(text).Guesses;
        var best = guesses.Count > 0 ? guesses[0] : new Guess(Intent.OutOfScope, null, 0);
        var confidence = best.Confidence.ToString("0.00", CultureInfo.InvariantCulture);
        return $"{NameOf(best.Intent)}\t{best.Key ?? "-"}\t{confidence}\t{Short(guesses, 1)}\t{Short(guesses, 2)}";
    }

    /// <summary>The name of an intent in files and output: <c>ask_topic</c>.</summary>
    public static string NameOf(Intent intent) => intent switch
    {
        Intent.Emergency => "emergency",
        Intent.AskTopic => "ask_topic",
        Intent.Report => "report",
        Intent.TicketStatus => "ticket_status",
        Intent.Greeting => "greeting",
        Intent.Help => "help",
        Intent.Subscribe => "subscribe",
        Intent.Unsubscribe => "unsubscribe",
        Intent.ChangeLanguage => "change_language",
        Intent.DeleteData => "delete_data",
        Intent.TalkToHuman => "talk_to_human",
        Intent.Thanks => "thanks",
        Intent.OutOfScope => "out_of_scope",
    };

    private static string Short(IReadOnlyList<Guess> guesses, int place) => guesses.Count <= place ? "-"
        : guesses[place].Key is { } key ? $"{NameOf(guesses[place].Intent)}:{key}"
        : NameOf(guesses[place].Intent);

    /// <summary>The first phrase of danger that does not stand inside a harmless one.</summary>
    private DangerNumber? FindDanger(List<Word> words)
    {
        var found = dangers.Find(words).FindAll(one => one.IsAsWritten);

        if (!found.Exists(one => one.Value.Number is not null))
        {
            return null;
        }

        var isCalm = found.Exists(one => one.Value.Kind == DangerSignKind.Calm);
        var harmlessUntil = 0;

        // In reading order, so the harmless phrase that reaches furthest is enough to know.
        foreach (var here in found.GroupBy(one => one.Start))
        {
            harmlessUntil = here.Where(one => one.Value.Kind == DangerSignKind.Harmless).Select(one => one.Start + one.Length).Append(harmlessUntil).Max();

            foreach (var one in here)
            {
                var isDoubtful = one.Value.Kind == DangerSignKind.Doubtful && one.IsGuessed && isCalm;

                if (one.Value.Number is { } number && !isDoubtful && one.Start + one.Length > harmlessUntil)
                {
                    return number;
                }
            }
        }

        return null;
    }

    private List<Guess> Weigh(List<Word> words)
    {
        var scores = new Dictionary<(Intent Intent, string? Key), double>();

        foreach (var found in meanings.Find(words))
        {
            var subject = (found.Value.Intent, found.Value.Key);
            scores[subject] = scores.GetValueOrDefault(subject) + (found.Value.Weight * ShareOf(found, words[found.Start]));
        }

        return Rank(scores);
    }

    private static double ShareOf(Found<Meaning> found, Word first) => found switch
    {
        { IsAsWritten: false } => MisspeltShare,
        { IsGuessed: true, Length: 1 } => first.Plain.Length <= ShortWord ? ShortGuessedShare : GuessedShare,
        _ => 1,
    };

    private static List<Guess> Rank(Dictionary<(Intent Intent, string? Key), double> scores)
    {
        var ranked = new List<(Intent Intent, string? Key, double Score)>();

        foreach (var ((intent, key), own) in scores)
        {
            var needsKey = intent is Intent.AskTopic or Intent.Report;

            if (needsKey == key is not null && own > 0)
            {
                var cue = needsKey ? scores.GetValueOrDefault((intent, null)) : 0;
                var share = intent == Intent.AskTopic && cue <= 0 ? NothingAskedShare : 1;
                ranked.Add((intent, key, (own + cue) * share));
            }
        }

        ranked.RemoveAll(one => one.Score <= 0);
        ranked.Sort(BestFirst);
        var second = ranked.Count > 1 ? ranked[1].Score : 0;
        return [.. ranked.Take(MostGuesses).Select((one, place) => new Guess(one.Intent, one.Key, ConfidenceOf(one.Score, place == 0 ? second : ranked[0].Score)))];
    }

    /// <summary>Near 1 for a strong score far ahead of its rival, near 0.5 for a tie, small for a weak score.</summary>
    private static double ConfidenceOf(double score, double rival) =>
        score / (score + 1) * (score * score / ((score * score) + (rival * rival)));

    private static int BestFirst((Intent Intent, string? Key, double Score) left, (Intent Intent, string? Key, double Score) right)
    {
        var byScore = right.Score.CompareTo(left.Score);
        return byScore != 0 ? byScore
            : left.Intent != right.Intent ? left.Intent.CompareTo(right.Intent)
            : string.CompareOrdinal(left.Key, right.Key);
    }
}
