using CommunityBot.Primitives;

namespace CommunityBot.Files.Content;

/// <summary>Everything <c>content check</c> says about topics, categories, phrases, words and pictures.</summary>
internal sealed class ContentCheck(string folder) : IContentCheck
{
    public ContentFindings Check()
    {
        var content = ContentLoader.Load(folder);
        var tooBig = new PictureFolder(new ContentFolder(folder, new ContentNotes()), new ContentNotes()).Files
            .Where(picture => content.Pictures.FindPng(picture.Key) is { Length: > IPictures.MostBytes })
            .Select(picture => new ContentMistake(picture.Value, 0, $"hình nặng quá {IPictures.MostBytes / 1000} kB khi gửi. Hãy vẽ đơn giản hơn hoặc nhỏ hơn."));

        return content.Findings with { Mistakes = [.. content.Findings.Mistakes, .. tooBig] };
    }
}
