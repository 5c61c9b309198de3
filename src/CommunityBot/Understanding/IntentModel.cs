namespace CommunityBot.Understanding;

/// <summary>What the bot learnt from the examples: how strongly each trait of a message speaks for each meaning.</summary>
/// <param name="Subjects">The meanings it knows, in the order of the weights.</param>
/// <param name="Weights">One row for every place of a trait: one weight for every meaning, then one for every intent.</param>
/// <param name="Scales">What one step of a row's weights is worth.</param>
public sealed record IntentModel(IReadOnlyList<Subject> Subjects, sbyte[] Weights, float[] Scales)
{
    /// <summary>Makes what the model says as sure as it is right; measured on families it had not learnt from.</summary>
    private const float Sharpness = 1.6f;

    /// <summary>The subject and the intent are judged from the same words, so together they sound surer than they are: families held apart say by how much.</summary>
    private const float Calm = 0.85f;

    /// <summary>How much the intent as a whole counts beside the single meaning: a question sounds like a question in every topic.</summary>
    private const float IntentCounts = 0.6f;

    private readonly IReadOnlyList<Intent> intents = IntentsOf(Subjects);

    /// <summary>The intents these meanings belong to, in the order of their weights.</summary>
    public static IReadOnlyList<Intent> IntentsOf(IReadOnlyList<Subject> subjects) => [.. subjects.Select(subject => subject.Intent).Distinct().Order()];

    /// <summary>How many weights a row has.</summary>
    public static int WidthOf(IReadOnlyList<Subject> subjects) => subjects.Count + IntentsOf(subjects).Count;

    /// <summary>The model with every row rounded to steps of its strongest weight: a quarter of the memory, the same answers.</summary>
    public static IntentModel Rounded(IReadOnlyList<Subject> subjects, float[] weights, int width)
    {
        var rows = weights.Length / width;
        var kept = WidthOf(subjects);
        var model = new IntentModel(subjects, new sbyte[rows * kept], new float[rows]);

        for (var row = 0; row < rows; row++)
        {
            var exact = weights.AsSpan(row * width, kept);
            var strongest = 0f;

            foreach (var weight in exact)
            {
                strongest = Math.Max(strongest, Math.Abs(weight));
            }

            if (strongest > 0)
            {
                model.Scales[row] = strongest / sbyte.MaxValue;

                for (var at = 0; at < exact.Length; at++)
                {
                    model.Weights[(row * kept) + at] = (sbyte)MathF.Round(exact[at] / model.Scales[row]);
                }
            }
        }

        return model;
    }

    /// <summary>How likely each meaning is, in the order of <see cref="Subjects"/>; together 1.</summary>
    public float[] Weigh(ReadOnlySpan<int> traits)
    {
        var scores = new float[Subjects.Count + intents.Count];
        var share = ShareOf(traits.Length) * Sharpness;

        foreach (var trait in traits)
        {
            var scale = Scales[trait] * share;
            var row = Weights.AsSpan(trait * scores.Length, scores.Length);

            for (var at = 0; at < row.Length; at++)
            {
                scores[at] += row[at] * scale;
            }
        }

        return Together(scores);
    }

    private float[] Together(float[] scores)
    {
        var shares = scores[..Subjects.Count];
        var ofIntents = scores.AsSpan(Subjects.Count);
        Spread(ofIntents);

        for (var at = 0; at < shares.Length; at++)
        {
            var intent = ofIntents[PlaceOf(Subjects[at].Intent)];
            shares[at] = Calm * (shares[at] + (IntentCounts * MathF.Log(intent + 1e-4f)));
        }

        Spread(shares);
        return shares;
    }

    private int PlaceOf(Intent intent)
    {
        var at = 0;

        while (intents[at] != intent)
        {
            at++;
        }

        return at;
    }

    /// <summary>A long message must not sound surer than a short one just for its many traits.</summary>
    internal static float ShareOf(int traits) => 1 / MathF.Sqrt(Math.Max(1, traits));

    /// <summary>Scores become shares of 1.</summary>
    internal static void Spread(Span<float> scores)
    {
        var highest = float.NegativeInfinity;

        foreach (var score in scores)
        {
            highest = Math.Max(highest, score);
        }

        var sum = 0f;

        foreach (ref var score in scores)
        {
            score = MathF.Exp(score - highest);
            sum += score;
        }

        foreach (ref var score in scores)
        {
            score /= sum;
        }
    }
}
