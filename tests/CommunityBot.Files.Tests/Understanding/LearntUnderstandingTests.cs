using CommunityBot.Files.Content;
using CommunityBot.Primitives;
using CommunityBot.TestKit.Talk;
using CommunityBot.Understanding;

namespace CommunityBot.Files.Tests.Understanding;

/// <summary>What the bot learns from the shipped examples, examined on families of phrasing it was not taught.</summary>
public sealed class LearntUnderstandingTests
{
    private const int Parts = 4;

    // Raise these when the examples get better; never lower them to let a change pass.
    private const double BestFloor = 0.62;
    private const double FirstThreeFloor = 0.78;
    private const double SurelyWrongCeiling = 0.10;

    private static readonly LoadedContent Content = ContentLoader.Load(BenchContent.Folder).WithoutMistakes();

    [Fact]
    public void Families_it_was_not_taught_are_understood()
    {
        var apart = Content.Examples.Where(example => PartOf(example) == 0 && example.Subject != Subject.Nothing).ToList();
        var reader = Taught([.. Content.Examples.Where(example => PartOf(example) != 0)]);
        var (best, firstThree, surelyWrong) = (0, 0, 0);

        foreach (var (at, example) in apart.Index())
        {
            var guesses = reader.Read(at % 2 == 0 ? example.Text : VietnameseText.Fold(example.Text)).Guesses;
            var place = guesses.ToList().FindIndex(guess => new Subject(guess.Intent, guess.Key) == example.Subject);
            best += place == 0 ? 1 : 0;
            firstThree += place >= 0 ? 1 : 0;
            surelyWrong += place != 0 && guesses is [{ Confidence: >= 0.9 }, ..] ? 1 : 0;
        }

        Assert.InRange((double)best / apart.Count, BestFloor, 1);
        Assert.InRange((double)firstThree / apart.Count, FirstThreeFloor, 1);
        Assert.InRange((double)surelyWrong / apart.Count, 0, SurelyWrongCeiling);
    }

    [Fact]
    public void Every_meaning_has_at_least_a_hundred_examples()
    {
        var groups = Content.Examples.CountBy(example => example.Subject).ToDictionary();
        var subjects = Content.Topics.All.Select(topic => new Subject(Intent.AskTopic, topic.Key))
            .Concat(Content.Categories.All.Select(category => new Subject(Intent.Report, category.Key)));

        Assert.All(subjects, subject => Assert.True(groups.GetValueOrDefault(subject) >= 100, subject.ToString()));
        Assert.All(groups, group => Assert.True(group.Value >= 100, group.Key.ToString()));
    }

    [Fact]
    public void The_same_examples_give_the_same_model()
    {
        var examples = Content.Examples.Where((_, at) => at % 20 == 0).ToList();
        var repair = WordRepair.From(Content.Vocabulary, examples);
        var first = new TrainIntentModel(Content.Vocabulary).Run(examples, repair);
        var second = new TrainIntentModel(Content.Vocabulary).Run(examples, repair);

        Assert.Equal(first.Weights, second.Weights);
        Assert.Equal(first.Scales, second.Scales);
    }

    private static IntentReader Taught(List<Example> examples)
    {
        var repair = WordRepair.From(Content.Vocabulary, examples);
        var reader = new IntentReader(Content.Vocabulary);
        reader.Learn(new TrainIntentModel(Content.Vocabulary).Run(examples, repair), repair);
        return reader;
    }

    private static int PartOf(Example example) => (int)(example.Family.Aggregate(17u, (hash, letter) => (hash * 31) + letter) % Parts);
}
