using System.Globalization;
using CommunityBot.Primitives;

namespace CommunityBot.Understanding;

/// <summary>Understands what a villager wants: danger first, then typed commands, then the hand-written vocabulary. Offline and in microseconds.</summary>
public sealed class IntentReader
{
    internal const int MostGuesses = 3;

    /// <summary>A phrase whose marks contradict what was typed still counts a little: people misspell.</summary>
    private const double MisspeltShare = 0.25;

    /// <summary>One word typed without marks may be several words, a short one may be many.</summary>
    private const double GuessedShare = 0.5;
    private const double ShortGuessedShare = 0.25;
    private const int ShortWord = 3;

    /// <summary>Who names a subject but asks nothing is more likely to report than to ask.</summary>
    private const double NothingAskedShare = 0.6;

    /// <summary>What stays of a guess when no word of the vocabulary supports it.</summary>
    private const double MostWithoutVocabulary = 0.45;

    private const int FewestWordsOfPart = 3;
    private const int LongestInParts = 300;
    private const double SaidFrom = 0.35;
    private const double KnownFrom = 0.5;
    private const double ShareOfThePart = 0.8;
    private static readonly char[] Pauses = [',', '.', ';', '!', '?', '\n'];

    private readonly WordReader reader;
    private readonly TypedWords typedWords;
    private readonly WordFinder<DangerSign> dangers;
    private readonly WordFinder<Meaning> meanings;
    private readonly MessageTraits traits;
    private readonly Judgement judgement;
    private volatile Learnt? learnt;

    public IntentReader(Vocabulary vocabulary)
    {
        reader = vocabulary.Reader;
        typedWords = new TypedWords(vocabulary);
        dangers = new WordFinder<DangerSign>(reader, vocabulary.Dangers);
        meanings = new WordFinder<Meaning>(reader, vocabulary.Meanings);
        traits = new MessageTraits(meanings, dangers);
        judgement = new Judgement(vocabulary.Dangers);
    }

    /// <summary>From now on the model judges; until then the vocabulary alone.</summary>
    public void Learn(IntentModel model, WordRepair repair) => learnt = new Learnt(model, repair);

    public Understood Read(string text)
    {
        var known = learnt;
        var words = known is null ? reader.Read(text) : known.Repair.Repair(reader.Read(text));
        var sign = FindDanger(words);
        var (danger, guesses) = known is null ? WithoutModel(sign, words) : WithModel(known, sign, text, words);
        return new Understood(danger, typedWords.FindCommand(text), guesses);
    }

    private (DangerNumber? Danger, List<Guess> Guesses) WithModel(Learnt known, DangerNumber? sign, string text, List<Word> words)
    {
        if (words.TrueForAll(word => word.Plain.All(char.IsAsciiDigit)))
        {
            return (null, []); // an answer to something, no wish
        }

        // One word that is no danger word is half a letter away from one: "tìm" is not "tím".
        var isHarmless = sign is null && (words.Count == 1 || dangers.Find(words).Exists(one => one.IsAsWritten && one.Value.Kind == DangerSignKind.Harmless));
        var (danger, guesses) = judgement.Of(known.Model.Subjects, SharesOf(known, words), sign, isHarmless);

        if (guesses is [{ Intent: Intent.Emergency } first, ..])
        {
            return (danger, [first, .. Weigh(words).Concat(guesses.Skip(1)).Where(guess => guess.Intent != Intent.Emergency).DistinctBy(guess => (guess.Intent, guess.Key)).Take(MostGuesses - 1)]);
        }

        guesses = WithTheOther(known, text, guesses);
        var isVague = Weigh(words).Count == 0 || (words.Count == 1 && guesses is [{ Intent: Intent.Report or Intent.AskTopic }, ..]);
        return (danger, isVague ? guesses.ConvertAll(Doubted) : guesses);
    }

    /// <summary>Who tells something and asks something means both: what a part of the message says clearly stands second.</summary>
    private List<Guess> WithTheOther(Learnt known, string text, List<Guess> guesses)
    {
        if (text.Length > LongestInParts || guesses is not [{ Intent: Intent.AskTopic or Intent.Report } best, ..])
        {
            return guesses;
        }

        var other = best.Intent == Intent.AskTopic ? Intent.Report : Intent.AskTopic;
        var said = text.Split(Pauses, StringSplitOptions.RemoveEmptyEntries)
            .Select(part => known.Repair.Repair(reader.Read(part)))
            .Where(part => part.Count >= FewestWordsOfPart)
            .Select(part => judgement.Of(known.Model.Subjects, SharesOf(known, part), null, isHarmless: false).Guesses.FirstOrDefault())
            .OfType<Guess>()
            .Where(guess => guess.Intent == other && guess.Confidence >= SaidFrom)
            .MaxBy(guess => guess.Confidence);

        return said is null ? guesses
            : [best, said with { Confidence = Math.Min(best.Confidence, said.Confidence) * ShareOfThePart }, .. guesses.Skip(1).Where(guess => guess.Key != said.Key).Take(1)];
    }

    /// <summary>A place beside a story is no mere answer: when the vocabulary knows what it is about, that counts alone.</summary>
    private float[] SharesOf(Learnt known, List<Word> words)
    {
        var shares = known.Model.Weigh(traits.Of(words));
        var nothing = known.Nothing;

        if (nothing >= 0 && Weigh(words) is [{ Intent: Intent.Report or Intent.AskTopic, Confidence: >= KnownFrom }, ..])
        {
            var rest = 1 - shares[nothing];
            shares[nothing] = 0;

            for (var at = 0; at < shares.Length; at++)
            {
                shares[at] /= Math.Max(rest, float.Epsilon);
            }
        }

        return shares;
    }

    /// <summary>Without a word of the vocabulary it may be a name or a place, and one word alone is no story: never sure.</summary>
    private static Guess Doubted(Guess guess) => guess with { Confidence = Math.Min(guess.Confidence, MostWithoutVocabulary) };

    private (DangerNumber? Danger, List<Guess> Guesses) WithoutModel(DangerNumber? danger, List<Word> words)
    {
        var guesses = Weigh(words);
        return (danger, danger is null ? guesses : [new Guess(Intent.Emergency, danger.Number, 1), .. guesses.Take(MostGuesses - 1)]);
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

    private sealed record Learnt(IntentModel Model, WordRepair Repair)
    {
        public int Nothing { get; } = Model.Subjects.ToList().IndexOf(Subject.Nothing);
    }
}
