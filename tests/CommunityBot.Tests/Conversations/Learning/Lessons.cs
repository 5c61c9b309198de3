using CommunityBot.Awareness;
using CommunityBot.Phrases;
using CommunityBot.Primitives;
using CommunityBot.TestKit.Talk;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Tests.Conversations.Learning;

/// <summary>Two small topics and a bench that teaches only them, so that the tests do not depend on what we ship.</summary>
internal static class Lessons
{
    public static Topic Hands { get; } = new()
    {
        Key = "hands",
        Title = "Rửa tay",
        ButtonLabel = "Rửa tay",
        CheckedOn = new DateOnly(2026, 11, 23),
        Cards =
        [
            new TopicCard { Id = "when", Title = "Khi nào?", Text = "Trước khi ăn.", More = new CardLink("water", "boil") },
            new TopicCard { Id = "soap", Title = "Xà phòng", Text = "Rửa với xà phòng.", Picture = new Picture("greeting", "Bàn tay.") },
            new TopicCard { Id = "poison", Title = "Thuốc sâu", Text = "Rửa ngay.", NeedsReview = ReviewField.Health },
        ],
        Quizzes =
        [
            new QuizSet("Bàn tay", [Question("Một", 0), Question("Hai", 1), Question("Ba", 0)]),
            new QuizSet("Xà phòng", [Question("Bốn", 0), Question("Năm", 1), Question("Sáu", 0)]),
        ],
    };

    public static Topic Water { get; } = new()
    {
        Key = "water",
        Title = "Nước",
        ButtonLabel = "Nước",
        Cards =
        [
            new TopicCard
            {
                Id = "boil",
                Title = "Đun sôi",
                Text = "Uống nước đun sôi. Phạt nặng.",
                Facts = [new Fact("fine", "Phạt nặng.", "Luật", default, null, new DateOnly(2026, 1, 1))],
            },
        ],
        Quizzes = [new QuizSet("Nước", [Question("Bảy", 0), Question("Tám", 1), Question("Chín", 0)])],
    };

    public static ConversationBench Bench(TopicCatalogue? topics = null, OfferedLanguages? languages = null) => new(services =>
    {
        services.AddSingleton(topics ?? new TopicCatalogue([Hands, Water]));

        if (languages is not null)
        {
            services.AddSingleton(languages);
        }
    });

    private static QuizQuestion Question(string words, int right) =>
        new($"{words}?", ["phải", "trái"], right, $"Vì {words}.", words == "Hai" ? new Picture("greeting", "Hình đánh số.") : null);
}
