namespace CommunityBot.Files.Tests.Content;

/// <summary>A small topic that uses everything the format knows, so that breaking it does not depend on what we ship.</summary>
internal static class SampleTopic
{
    public const string Key = "sample";
    public const string File = "topics/sample/topic.md";
    public const string QuizFile = "topics/sample/quiz.yaml";
    public const string FactFile = "facts/sample.yaml";

    public const string Cards = """
        ---
        title: Rửa tay
        button: Rửa tay
        order: 90
        areas:
          - sanitation
        checked_on: 2026-11-23
        sources:
          - Bộ Y tế
        reviewed_by:
          health: "Bà A, trạm y tế, 2026-11-20"
        ---

        ## Khi nào rửa tay? {#when}

        ![Hai bàn tay dưới vòi nước.](../../pictures/greeting.svg)

        Trước khi ăn.

        - Sau khi đi vệ sinh.
        - Sau khi dọn chuồng.

        Xem: [sample/soap]

        ## Xà phòng {#soap needs_review=health}

        Rửa với xà phòng. {fact:sample_fine}.

        ## Thuốc sâu {#poison needs_review=agriculture}

        Dính thuốc thì rửa ngay.
        """;

    public const string Quiz = """
        sets:
          - title: Bàn tay sạch
            questions:
              - question: Rửa tay bao lâu?
                choices:
                  - 5 giây
                  - 30 giây
                  - 1 giây
                right: 2
                explanation: Ít nhất 30 giây. {fact:sample_fine}.
              - question: Hình nào đúng?
                picture: greeting
                alt: Hai hình đánh số.
                choices:
                  - Hình 1
                  - Hình 2
                right: 1
                explanation: Hình 1 có xà phòng.
              - question: Rửa bằng gì?
                choices:
                  - Xà phòng
                  - Đất
                right: 1
                explanation: Xà phòng lấy hết bẩn.
        """;

    public const string Facts = """
        facts:
          - key: sample_fine
            text: "phạt 500.000 đồng"
            source: Nghị định thử
            checked_on: 2026-11-23
            valid_to: 2027-12-31
        """;
}
