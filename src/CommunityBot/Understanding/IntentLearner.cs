using System.Numerics;
using System.Runtime.InteropServices;

namespace CommunityBot.Understanding;

/// <summary>Multinomial logistic regression, one message at a time: what spoke for a wrong meaning loses weight, what spoke for the right one gains.</summary>
internal sealed class IntentLearner
{
    private const float Pace = 1.2f;
    private const float Forgetting = 1e-5f;

    /// <summary>A right answer is worth this much, the rest is shared by the others: nobody should become too sure.</summary>
    private const float Trust = 0.93f;

    private readonly int count;
    private readonly int all;
    private readonly IReadOnlyList<Subject> subjects;
    private readonly int[] intents;
    private readonly int width;
    private readonly float[] weights;
    private readonly float[] pushed;
    private readonly float[] scores;

    public IntentLearner(IReadOnlyList<Subject> subjects)
    {
        this.subjects = subjects;
        count = subjects.Count;
        all = IntentModel.WidthOf(subjects);
        var places = IntentModel.IntentsOf(subjects).Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        intents = [.. subjects.Select(subject => places[subject.Intent])];
        width = (all + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        weights = new float[MessageTraits.Places * width];
        pushed = new float[MessageTraits.Places];
        scores = new float[width];
    }

    public IntentModel Model() => IntentModel.Rounded(subjects, weights, width);

    /// <param name="traits">The traits of a message.</param>
    /// <param name="right">The place of its meaning.</param>
    /// <param name="loudness">How much this message counts.</param>
    public void Learn(int[] traits, int right, float loudness)
    {
        var share = IntentModel.ShareOf(traits.Length);
        Weigh(traits, share);
        var force = Miss(scores.AsSpan(0, count), right) + Miss(scores.AsSpan(count, all - count), intents[right]);
        Push(traits, force * share * share, Pace * loudness * share);
    }

    /// <summary>Leaves how far every share was from what it should have been.</summary>
    private static float Miss(Span<float> shares, int right)
    {
        IntentModel.Spread(shares);
        var force = 0f;

        for (var at = 0; at < shares.Length; at++)
        {
            shares[at] = (at == right ? Trust : (1 - Trust) / (shares.Length - 1)) - shares[at];
            force += shares[at] * shares[at];
        }

        return force;
    }

    private void Weigh(int[] traits, float share)
    {
        Array.Clear(scores);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(scores.AsSpan());

        foreach (var trait in traits)
        {
            var row = RowOf(trait);

            for (var at = 0; at < sums.Length; at++)
            {
                sums[at] += row[at] * share;
            }
        }
    }

    /// <summary>Traits that were pushed often move in smaller steps (AdaGrad).</summary>
    private void Push(int[] traits, float force, float pace)
    {
        var push = MemoryMarshal.Cast<float, Vector<float>>(scores.AsSpan());

        foreach (var trait in traits)
        {
            pushed[trait] += force;
            var step = pace / MathF.Sqrt(pushed[trait] + 1e-3f);
            var row = RowOf(trait);

            for (var at = 0; at < row.Length; at++)
            {
                row[at] += (push[at] * step) - (row[at] * Forgetting);
            }
        }
    }

    private Span<Vector<float>> RowOf(int trait) => MemoryMarshal.Cast<float, Vector<float>>(weights.AsSpan(trait * width, width));
}
