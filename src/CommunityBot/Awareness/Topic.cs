using CommunityBot.Primitives;

namespace CommunityBot.Awareness;

/// <summary>Something a villager can learn here, in small cards.</summary>
/// <param name="Key">Stable name of the folder, such as <c>waste_sorting</c>.</param>
/// <param name="Title">As the villager reads it.</param>
/// <param name="ButtonLabel">At most 20 characters.</param>
/// <param name="Cards">In reading order, at least one.</param>
/// <param name="Quiz">Three questions, or none.</param>
/// <param name="Sources">Where the facts come from.</param>
/// <param name="CheckedOn">When the facts were last compared with their sources.</param>
/// <param name="ReviewedBy">Who of the commune or health station has read it; says so when nobody has.</param>
public sealed record Topic(
    string Key,
    string Title,
    string ButtonLabel,
    IReadOnlyList<TopicCard> Cards,
    IReadOnlyList<QuizQuestion> Quiz,
    IReadOnlyList<string> Sources,
    DateOnly CheckedOn,
    string ReviewedBy)
{
    /// <summary>The largest text of one message.</summary>
    public const int LongestMessage = 320;

    /// <summary>The largest label of a button.</summary>
    public const int LongestButton = 20;
}

/// <summary>One message of a topic: a short heading, a few sentences, perhaps a drawing.</summary>
/// <param name="Title">Heading, shown above the text.</param>
/// <param name="Text">With the heading at most 320 characters.</param>
/// <param name="Picture">Shown with the text, when there is one.</param>
public sealed record TopicCard(string Title, string Text, Picture? Picture)
{
    /// <summary>What is sent: heading, then text.</summary>
    public string Message => $"{Title}\n{Text}";
}

/// <summary>A question with its choices; the answer is explained whatever the villager chose.</summary>
/// <param name="Question">One sentence.</param>
/// <param name="Choices">Two to four, in the order written; the dialog may shuffle them.</param>
/// <param name="RightChoice">Index into <paramref name="Choices"/>.</param>
/// <param name="Explanation">Why.</param>
public sealed record QuizQuestion(string Question, IReadOnlyList<string> Choices, int RightChoice, string Explanation);
