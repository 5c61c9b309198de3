using CommunityBot.Files.Content;

namespace CommunityBot.Files.Tests.Content;

/// <summary>Other languages lie beside Vietnamese; only signed ones are ever shown.</summary>
public sealed class LanguageFilesTests
{
    private const string Signed = "name: English\nreviewed_by: Bà A, trường xã, 2026-11-20\n";

    [Fact]
    public void A_signed_language_is_offered_and_falls_back_sentence_by_sentence()
    {
        using var folder = new BrokenFolder();
        folder.Write("phrases/en/language.yaml", Signed);
        folder.Write("phrases/en/menu.yaml", "menu.button_home: Home\n");
        var content = ContentLoader.Load(folder.Path).WithoutMistakes();

        Assert.Equal(["vi", "en"], content.Languages.All.Select(language => language.Code));
        Assert.Equal("Home", content.Phrases.In("en").Say("menu.button_home"));
        Assert.Equal("Home", content.Phrases.For("bác").In("en").Say("menu.button_home"));
        Assert.Equal(content.Phrases.For("bác").Say("menu.button_mine"), content.Phrases.In("en").For("bác").Say("menu.button_mine"));
    }

    [Theory]
    [InlineData("name: English\n")]
    [InlineData(null)]
    public void A_language_nobody_signed_is_never_shown(string? language)
    {
        using var folder = new BrokenFolder();
        folder.Write("phrases/en/menu.yaml", "menu.button_home: Home\n");
        folder.Write("topics/sample/topic.en.md", "---\ntitle: Washing hands\nbutton: Washing hands\n---\n\n## When? {#when}\n\nBefore meals.\n");

        if (language is not null)
        {
            folder.Write("phrases/en/language.yaml", language);
        }

        var content = ContentLoader.Load(folder.Path).WithoutMistakes();
        Assert.False(content.Languages.IsChoice);
        Assert.Equal(content.Phrases.Say("menu.button_home"), content.Phrases.In("en").Say("menu.button_home"));
        Assert.Equal("Rửa tay", content.Topics.In("en").Find("sample")!.Title);
    }

    [Theory]
    [InlineData("awareness.score_all: All right!", "câu \"awareness.score_all\" phải có đúng các chỗ điền: {tong}.")]
    [InlineData("menu.button_home: Home {bac}", "câu \"menu.button_home\" phải có đúng các chỗ điền: không có chỗ nào.")]
    public void A_translation_says_the_same_with_the_same_places(string yaml, string sentence)
    {
        using var folder = new BrokenFolder();
        folder.Write("phrases/en/menu.yaml", yaml);

        Assert.Contains(folder.Mistakes(), mistake => mistake.File == "phrases/en/menu.yaml" && mistake.Sentence == sentence);
    }

    [Fact]
    public void A_translated_sentence_that_Vietnamese_lost_is_only_hinted_at()
    {
        using var folder = new BrokenFolder();
        folder.Write("phrases/en/menu.yaml", "menu.button_hom: Home\ncategory.button_broken_tap: Broken tap\n");

        Assert.Empty(folder.Mistakes());
        var hint = Assert.Single(ContentLoader.Load(folder.Path).Findings.Hints, hint => hint.File.StartsWith("phrases/en", StringComparison.Ordinal));
        Assert.Equal("không có câu \"menu.button_hom\" bên tiếng Việt, nên không dùng đến.", hint.Sentence);
    }

    [Fact]
    public void A_language_nobody_speaks_here_is_a_slip_of_the_pen()
    {
        using var folder = new BrokenFolder();
        folder.Write("phrases/eng/menu.yaml", "menu.button_home: Home\n");

        Assert.Equal("không có tiếng \"eng\": chỉ có tay, nung, mong, dao, en.", Assert.Single(folder.Mistakes()).Sentence);
    }

    [Fact]
    public void A_fact_in_a_translated_card_needs_words_of_that_language()
    {
        using var folder = new BrokenFolder();
        folder.Write("topics/sample/topic.en.md", "---\ntitle: Washing hands\nbutton: Washing hands\n---\n\n## Soap {#soap}\n\nThe fine: {fact:sample_fine}.\n");
        Assert.Contains("text_en:", Assert.Single(folder.Mistakes()).Sentence, StringComparison.Ordinal);

        folder.Replace(SampleTopic.FactFile, "    source:", "    text_en: a fine\n    source:");
        Assert.Empty(folder.Mistakes());
    }
}
