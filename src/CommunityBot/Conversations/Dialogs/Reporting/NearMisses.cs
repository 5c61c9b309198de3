using CommunityBot.Reports;
using CommunityBot.Understanding;

namespace CommunityBot.Conversations.Dialogs.Reporting;

/// <summary>Kinds that sound alike, and the one question a villager is asked to tell them apart.</summary>
public static class NearMisses
{
    private static readonly (ReportStep Question, string[] Kinds)[] Known =
    [
        (ReportStep.Water, ["broken_tap", "no_water", "turbid_water", "water_source"]),
        (ReportStep.Smell, ["livestock", "odor"]),
        (ReportStep.Burning, ["smoke_burning", "litter"]),
    ];

    /// <summary>The question for these kinds, best first, when none of them is sure. Water always has its own.</summary>
    public static ReportStep QuestionFor(IReadOnlyList<Guess> guesses)
    {
        foreach (var (question, kinds) in Known)
        {
            var isNear = guesses is [{ Key: { } best }, ..]
                && kinds.Contains(best)
                && (question == ReportStep.Water || guesses is [_, { Key: { } second }, ..] && kinds.Contains(second));

            if (isNear)
            {
                return question;
            }
        }

        return ReportStep.Guess;
    }
}
