using CommunityBot.Primitives;

namespace CommunityBot.Files.Content;

/// <summary>Everything <c>content check</c> says about topics, facts, categories, phrases, words and pictures.</summary>
internal sealed class ContentCheck(string folder, TimeProvider clock) : IContentCheck
{
    public ContentFindings Check()
    {
        var content = ContentLoader.Load(folder);
        var words = CheckWords(content);
        return words with { Mistakes = [.. words.Mistakes, .. TooHeavy(content)] };
    }

    /// <summary>Everything but the drawings, which take seconds to be drawn.</summary>
    public ContentFindings CheckWords(LoadedContent content)
    {
        var spoken = SpokenKeys.Of(AppContext.BaseDirectory);

        return new ContentFindings(
            [
                .. content.Findings.Mistakes,
                .. ContentAge.MistakesOn(clock.GetUtcNow().VietnamDay(), content),
                .. MissingPhrases(content, spoken),
            ],
            [.. content.Findings.Hints, .. WithoutDrawing(content), .. UnusedFacts(content), .. UnusedPhrases(content, spoken)])
        {
            Coverage = ContentCoverage.Of(content),
        };
    }

    private IEnumerable<ContentMistake> TooHeavy(LoadedContent content) =>
        new PictureFolder(new ContentFolder(folder, new ContentNotes()), new ContentNotes()).Files
            .Where(picture => content.Pictures.FindPng(picture.Key) is { Length: > IPictures.MostBytes })
            .Select(picture => new ContentMistake(picture.Value, 0, $"hình nặng quá {IPictures.MostBytes / 1000} kB khi gửi. Hãy vẽ đơn giản hơn hoặc nhỏ hơn."));

    private static IEnumerable<ContentMistake> WithoutDrawing(LoadedContent content) => content.Cards
        .Where(written => written.Card.Picture is null)
        .Select(written => new ContentMistake(written.File, written.Line, $"thẻ \"{written.Card.Title}\" chưa có hình."));

    private static IEnumerable<ContentMistake> UnusedFacts(LoadedContent content) => content.Facts.Unused
        .Select(written => new ContentMistake(written.File, written.Line, $"dữ kiện \"{written.Fact.Key}\" chưa thẻ nào dùng."));

    private static IEnumerable<ContentMistake> MissingPhrases(LoadedContent content, SpokenKeys spoken) => spoken
        .MissingFrom([.. content.Phrases.Keys])
        .Order(StringComparer.Ordinal)
        .Select(key => new ContentMistake("phrases", 0, $"bot cần câu \"{key}\" mà chưa có. Hãy thêm lại câu này."));

    private static IEnumerable<ContentMistake> UnusedPhrases(LoadedContent content, SpokenKeys spoken) => content.Phrases.Keys
        .Where(key => spoken.AreKnown && !spoken.Contains(key))
        .Order(StringComparer.Ordinal)
        .Select(key => new ContentMistake("phrases", 0, $"bot không nói câu \"{key}\" nữa. Có thể bỏ."));
}
