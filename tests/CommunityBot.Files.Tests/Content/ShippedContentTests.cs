using CommunityBot.Awareness;
using CommunityBot.Files.Content;
using CommunityBot.Primitives;
using CommunityBot.Reports;
using CommunityBot.TestKit.Talk;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Files.Tests.Content;

public sealed class ShippedContentTests
{
    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static readonly LoadedContent Content = ContentLoader.Load(BenchContent.Folder);

    public static TheoryData<string> PictureNames => [.. PicturesShown().Select(picture => picture.Name).Distinct()];

    [Fact]
    public void The_content_we_ship_has_no_mistake() => Assert.Empty(Content.Findings.Mistakes);

    [Fact]
    public void Every_topic_has_cards_drawings_and_a_quiz()
    {
        Assert.NotEmpty(Content.Topics.All);
        Assert.All(Content.Topics.All, topic => Assert.InRange(topic.Cards.Count, 5, 14));
        Assert.All(Content.Topics.All, topic => Assert.All(topic.Quizzes, set => Assert.InRange(set.Questions.Count, 3, 5)));
        Assert.All(Content.Topics.All, topic => Assert.Contains(topic.Cards, card => card.Picture is not null));
    }

    [Fact]
    public void Every_card_fits_one_message() => Assert.All(
        Content.Topics.All.SelectMany(topic => topic.Cards),
        card => Assert.InRange(card.Message.Length, 1, Topic.LongestMessage));

    [Fact]
    public void The_right_answer_is_not_always_in_the_same_place() => Assert.All(
        Content.Topics.All.SelectMany(topic => topic.Quizzes),
        set => Assert.True(set.Questions.Select(question => question.RightChoice).Distinct().Count() > 1, set.Title));

    [Fact]
    public void Every_key_of_a_card_fits_a_button() => Assert.All(
        Content.Topics.All.SelectMany(topic => topic.Cards.Select(card => $"card:{topic.Key}:{card.Id}")),
        key => Assert.InRange(key.Length, 1, 64));

    [Fact]
    public void Every_amount_of_a_fine_says_that_it_may_change()
    {
        var fines = Content.Topics.All.SelectMany(topic => topic.Cards).Where(card => card.Title.Contains("phạt", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(fines);
        Assert.All(fines, card => Assert.Contains("có thể thay đổi, hỏi cán bộ xã", card.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Sixteen_kinds_of_report_lie_under_six_pictures_of_at_most_four()
    {
        var categories = Content.Categories;

        Assert.Equal(Enumerable.Range(1, 16).Select(number => $"C{number:00}"), categories.All.Select(category => category.Code));
        Assert.Equal(
            ["Nước ăn, nước máy", "Rác, khói, mùi", "Chuồng trại, ruộng", "Nước thải, làng nghề", "Ăn uống, nhà tiêu", "Việc khác"],
            categories.Groups.Select(group => group.Label));
        Assert.All(categories.Groups, group => Assert.InRange(categories.Of(group).Count, 1, 4));
        Assert.NotNull(categories.Find(CategoryCatalogue.Unsorted));
    }

    [Fact]
    public void Urgent_targets_run_at_night_and_days_are_working_days()
    {
        var urgent = Content.Categories.TargetsOf(Severity.S1);

        Assert.Equal(Target.Minutes(15), urgent.Acknowledge);
        Assert.Equal(Target.Minutes(60), urgent.AcknowledgeOffHours);
        Assert.Equal(Target.Hours(24), urgent.Done);
        Assert.Equal(Target.WorkingDays(3), Content.Categories.Find("broken_tap")!.DoneWithin);
        Assert.Equal(Target.Hours(24), Content.Categories.Find("water_source")!.MadeSafeWithin);
    }

    [Theory]
    [InlineData("water_source", "suối màu lạ, dân đang uống", Severity.S1, null)]
    [InlineData("broken_tap", "voi nuoc hong", Severity.S3, null)]
    [InlineData("broken_tap", "vỡ ống, nhieu nha mat nuoc", Severity.S2, null)]
    [InlineData("smoke_burning", "đốt rơm đang lan ra bìa rừng", Severity.S1, "114")]
    [InlineData("food_safety", "ăn cỗ xong nhiều người đau bụng", Severity.S1, "115")]
    [InlineData("landscape", "cây đổ chắn đường", Severity.S2, null)]
    [InlineData("landscape", "cây đổ chắn đường, đè dây điện", Severity.S1, null)]
    public void The_villagers_words_raise_the_severity(string category, string words, Severity severity, string? number)
    {
        var judgement = Content.Categories.Find(category)!.Judge(words);

        Assert.Equal(severity, judgement.Severity);
        Assert.Equal(number, judgement.Number);
    }

    [Theory]
    [MemberData(nameof(PictureNames))]
    public void Every_picture_arrives_as_a_small_png(string name)
    {
        var png = Content.Pictures.FindPng(name);

        Assert.NotNull(png);
        Assert.True(png.Value.Span.StartsWith(PngSignature));
        Assert.InRange(png.Value.Length, 1_000, IPictures.MostBytes);
        Assert.Same(System.Runtime.InteropServices.MemoryMarshal.TryGetArray(png.Value, out var first) ? first.Array : null,
            System.Runtime.InteropServices.MemoryMarshal.TryGetArray(Content.Pictures.FindPng(name)!.Value, out var second) ? second.Array : null);
    }

    [Fact]
    public void Every_picture_has_words_for_those_who_cannot_see_it() =>
        Assert.All(PicturesShown(), picture => Assert.True(picture.AltText.Length > 15, picture.Name));

    [Fact]
    public void The_greeting_has_a_picture() => Assert.NotNull(Content.Pictures.FindPng("greeting"));

    [Fact]
    public void The_command_finds_no_mistake_either() => Assert.Empty(new ContentCheck(BenchContent.Folder, new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero))).Check().Mistakes);

    private static IEnumerable<Picture> PicturesShown() => Content.Topics.All
        .SelectMany(topic => topic.Cards)
        .Select(card => card.Picture)
        .OfType<Picture>()
        .Concat(Content.Categories.Groups.Select(group => group.Picture));
}
