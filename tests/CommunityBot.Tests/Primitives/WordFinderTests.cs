using CommunityBot.Primitives;

namespace CommunityBot.Tests.Primitives;

public sealed class WordFinderTests
{
    private static readonly WordFinder<string> Finder = new(
        WordReader.Plain,
        [("vòi nước", "tap"), ("vòi nước hỏng", "broken"), ("nước", "water"), ("cháy", "fire")]);

    [Fact]
    public void Phrases_are_found_inside_longer_ones() =>
        Assert.Equal(["tap", "broken", "water"], Finder.Find("Vòi nước hỏng rồi").Select(found => found.Value));

    [Fact]
    public void Phrases_are_found_without_marks_and_with_leftovers_of_telex() =>
        Assert.Equal(["tap", "broken", "water"], Finder.Find("voif nuowcs hongr").Select(found => found.Value));

    [Fact]
    public void Other_marks_are_found_but_not_as_written()
    {
        var found = Assert.Single(Finder.Find("chảy"));

        Assert.False(found.IsAsWritten);
        Assert.False(Finder.FindsAny("chảy"));
        Assert.True(Finder.FindsAny("chay"));
        Assert.True(Assert.Single(Finder.Find("chay")).IsGuessed);
    }

    [Fact]
    public void Parts_of_words_are_not_words() => Assert.Empty(Finder.Find("nướcmắm chayy"));

    [Fact]
    public void A_phrase_without_a_word_cannot_be_listed() =>
        Assert.Throws<ArgumentException>(() => new WordFinder<int>(WordReader.Plain, [("?!", 1)]));
}
