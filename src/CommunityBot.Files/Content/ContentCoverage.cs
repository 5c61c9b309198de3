using CommunityBot.Awareness;
using CommunityBot.Primitives;

namespace CommunityBot.Files.Content;

/// <summary>How much of the content has a drawing, a sound, a translation, a signature.</summary>
internal static class ContentCoverage
{
    private static readonly Dictionary<ReviewField, string> Trades = new()
    {
        [ReviewField.Health] = "y tế",
        [ReviewField.Agriculture] = "nông nghiệp",
        [ReviewField.Veterinary] = "thú y",
        [ReviewField.Environment] = "môi trường",
    };

    public static IReadOnlyList<string> Of(LoadedContent content)
    {
        var topics = content.Topics;
        var cards = topics.All.SelectMany(topic => topic.Cards).ToList();
        var sets = topics.All.SelectMany(topic => topic.Quizzes).ToList();

        return
        [
            $"{topics.All.Count} chủ đề, {cards.Count} thẻ, {sets.Count} bộ đố vui với {sets.Sum(set => set.Questions.Count)} câu.",
            $"Có hình: {Share(cards.Count(card => card.Picture is not null), cards.Count)} thẻ, {sets.Sum(set => set.Questions.Count(question => question.Picture is not null))} câu đố.",
            $"Có tiếng nói: {string.Join(", ", Sounds(cards))}.",
            .. Languages.Others.Select(language => Translated(content, cards.Count, language)).OfType<string>(),
            Waiting(topics),
        ];
    }

    private static IEnumerable<string> Sounds(List<TopicCard> cards) => Languages.All
        .Select(language => (Language: language, Count: cards.Count(card => card.Audio.ContainsKey(language))))
        .Where(one => one.Count > 0 || one.Language == Languages.Vietnamese)
        .Select(one => $"{one.Language} {Share(one.Count, cards.Count)} thẻ");

    private static string? Translated(LoadedContent content, int cards, string language)
    {
        var translated = content.Cards.Count(written => written.Card.Language == language);
        var said = content.Translations.GetValueOrDefault(language)?.Count ?? 0;
        var state = content.Languages.Find(language) is null ? "chưa ai duyệt nên chưa dùng" : "đang dùng";
        return translated + said == 0 ? null : $"Tiếng {language} ({state}): {Share(translated, cards)} thẻ, {Share(said, content.Phrases.Keys.Count())} câu bot nói.";
    }

    private static string Waiting(TopicCatalogue topics)
    {
        var waiting = topics.All.SelectMany(topic => topic.Cards.Where(topic.AwaitsReview).Select(card => card.NeedsReview!.Value)).ToList();
        var trades = waiting.GroupBy(field => field).OrderBy(one => one.Key).Select(one => $"{Trades[one.Key]} {one.Count()}");
        return waiting.Count == 0 ? "Không thẻ nào chờ cán bộ chuyên môn duyệt." : $"Chờ cán bộ chuyên môn duyệt: {waiting.Count} thẻ ({string.Join(", ", trades)}).";
    }

    private static string Share(int some, int all) => all == 0 ? "0" : $"{some}/{all} ({some * 100 / all} %)";
}
