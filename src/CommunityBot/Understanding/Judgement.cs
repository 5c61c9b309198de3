namespace CommunityBot.Understanding;

/// <summary>Weighs what was learnt against the danger words: a danger word makes danger much likelier, a clear question or an old story takes it back.</summary>
public sealed class Judgement
{
    /// <summary>How much likelier a danger word makes danger.</summary>
    private const float WordCounts = 8;

    /// <summary>From here on the number is said, even if something else is likelier: better once too often.</summary>
    private const float SayNumberFrom = 0.3f;

    /// <summary>Without a danger word the whole message must speak for danger.</summary>
    private const float SayNumberAloneFrom = 0.5f;

    /// <summary>Below, a meaning is not worth a button.</summary>
    private const double LeastConfidence = 0.015;

    /// <summary>The number of the danger word, unless the whole message speaks for another this much more.</summary>
    private const float NumberOfTheWord = 0.2f;

    private readonly Dictionary<string, DangerNumber> numbers = new(StringComparer.Ordinal);

    public Judgement(IEnumerable<(string Phrase, DangerSign Sign)> dangers)
    {
        foreach (var (_, sign) in dangers)
        {
            if (sign.Number is { } number)
            {
                numbers[number.Number] = number;
            }
        }
    }

    /// <summary>The number to say first, if any, and the three likeliest meanings.</summary>
    /// <param name="subjects">What may be meant.</param>
    /// <param name="shares">How likely each is by what was learnt.</param>
    /// <param name="word">The number of the danger word, if one stands in the message.</param>
    /// <param name="isHarmless">The message only sounds like danger: "cháy hàng".</param>
    public (DangerNumber? Danger, List<Guess> Guesses) Of(IReadOnlyList<Subject> subjects, float[] shares, DangerNumber? word, bool isHarmless)
    {
        var danger = 0f;
        var (number, strongest) = (word, word is null ? 0 : NumberOfTheWord);

        for (var at = 0; at < subjects.Count; at++)
        {
            if (subjects[at].Intent == Intent.Emergency && !isHarmless)
            {
                danger += shares[at];
                var share = subjects[at].Key == word?.Number ? shares[at] + NumberOfTheWord : shares[at];

                if (share > strongest && numbers.TryGetValue(subjects[at].Key ?? "", out var named))
                {
                    (number, strongest) = (named, share);
                }
            }
        }

        var likelier = word is null ? danger : danger * WordCounts / ((danger * WordCounts) + 1 - danger);
        return (likelier >= (word is null ? SayNumberAloneFrom : SayNumberFrom) ? number : null, Guesses(subjects, shares, number, likelier, strongest, word, (1 - likelier) / (1 - danger)));
    }

    private static List<Guess> Guesses(IReadOnlyList<Subject> subjects, float[] shares, DangerNumber? number, float danger, float strongest, DangerNumber? word, float rest)
    {
        var guesses = new List<Guess>(subjects.Count);

        for (var at = 0; at < subjects.Count; at++)
        {
            if (subjects[at].Intent != Intent.Emergency && subjects[at] != Subject.Nothing)
            {
                guesses.Add(new Guess(subjects[at].Intent, subjects[at].Key, Math.Clamp(shares[at] * rest, 0, 1)));
            }
        }

        if (number is not null)
        {
            // Five small suspicions are no danger: only half of everything, or the danger word, counts them together.
            var isOne = word is not null || danger >= 0.5f;
            guesses.Add(new Guess(Intent.Emergency, number.Number, isOne ? danger : strongest));
        }

        guesses.Sort((left, right) => right.Confidence.CompareTo(left.Confidence));
        return [.. guesses.Take(IntentReader.MostGuesses).Where(guess => guess.Confidence >= LeastConfidence)];
    }
}
