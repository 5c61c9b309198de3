using CommunityBot.Primitives;

namespace CommunityBot.Awareness;

/// <summary>Three to five questions played in one go; nothing is kept of who played.</summary>
/// <param name="Title">Named on the button when a topic has several, at most 20 characters.</param>
/// <param name="Questions">In the order asked.</param>
public sealed record QuizSet(string Title, IReadOnlyList<QuizQuestion> Questions)
{
    public string Language { get; init; } = Languages.Vietnamese;
}

/// <summary>A question with its choices; the answer is explained whatever the villager chose.</summary>
/// <param name="Question">One sentence.</param>
/// <param name="Choices">Two to four, in the order written.</param>
/// <param name="RightChoice">Index into <paramref name="Choices"/>.</param>
/// <param name="Explanation">Why; dated facts are filled in.</param>
/// <param name="Picture">Shown with the question; numbered answers may be drawn in it.</param>
public sealed record QuizQuestion(string Question, IReadOnlyList<string> Choices, int RightChoice, string Explanation, Picture? Picture = null);
