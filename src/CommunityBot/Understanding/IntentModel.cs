namespace CommunityBot.Understanding;

/// <summary>What the bot learnt from the examples: how strongly each trait of a message speaks for each meaning.</summary>
/// <param name="Subjects">The meanings it knows, in the order of the weights.</param>
/// <param name="Weights">One row for every place of a trait, one weight for every meaning.</param>
/// <param name="Scales">What one step of a row's weights is worth.</param>
public sealed record IntentModel(IReadOnlyList<Subject> Subjects, sbyte[] Weights, float[] Scales)
{
    /// <summary>Makes what the model says as sure as it is right; measured on families it had not learnt from.</summary>
    private const float Sharpness = 1.8f;

    /// <summary>The model with every row rounded to steps of its strongest weight: a quarter of the memory, the same answers.</summary>
    public static IntentModel Rounded(IReadOnlyList<Subject> subjects, float[] weights, int width)
    {
        var rows = weights.Length / width;
        var model = new IntentModel(subjects, new sbyte[rows * subjects.Count], new float[rows]);

        for (var row = 0; row < rows; row++)
        {
            var exact = weights.AsSpan(row * width, subjects.Count);
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
                    model.Weights[(row * subjects.Count) + at] = (sbyte)MathF.Round(exact[at] / model.Scales[row]);
                }
            }
        }

        return model;
    }

    /// <summary>How likely each meaning is, in the order of <see cref="Subjects"/>; together 1.</summary>
    public float[] Weigh(ReadOnlySpan<int> traits)
    {
        var scores = new float[Subjects.Count];
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

        Spread(scores);
        return scores;
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
