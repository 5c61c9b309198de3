using CommunityBot.Files.Content;
using CommunityBot.Primitives;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Files.Tests.Content;

/// <summary>What <c>content check</c> says beyond what keeps the bot from starting.</summary>
public sealed class ContentCheckTests
{
    [Theory]
    [InlineData("Gọi 115 ngay.", "115")]
    [InlineData("Gọi 0912 345 678.", "0912 345 678")]
    [InlineData("Gọi 1900 9095.", "1900 9095")]
    [InlineData("Theo Nghị định của Chính phủ.", "Nghị định")]
    [InlineData("Theo Quyết định 10/2024.", "Quyết định 10/2024")]
    [InlineData("Luật Bảo vệ nói vậy.", "Luật Bảo")]
    [InlineData("Xem Điều 75.", "Điều 75")]
    [InlineData("Số 45/2022/NĐ-CP.", "45/2022/NĐ-CP")]
    [InlineData("Phạt 500.000 đồng.", "500.000 đồng")]
    [InlineData("Vay 25 triệu.", "25 triệu")]
    [InlineData("Lãi 9 % một năm.", "9 % một năm")]
    public void What_changes_with_time_is_not_written_into_a_card(string sentence, string found)
    {
        using var folder = new BrokenFolder();
        folder.Replace(SampleTopic.File, "Dính thuốc thì rửa ngay.", sentence);

        Assert.Equal(
            new ContentMistake(SampleTopic.File, 29, $"\"{found}\" sẽ đổi theo thời gian. Hãy ghi vào thư mục facts rồi viết {{fact:tên}} ở đây."),
            Assert.Single(folder.Mistakes()));
    }

    [Theory]
    [InlineData("Nuôi 115 con gà, cách 10 mét.")]
    [InlineData("Ngày 18/3/2022 có người ngộ độc.")]
    [InlineData("Pha 10 gam với 5 lít, chờ 30 phút.")]
    [InlineData("Luật nói rõ, hỏi cán bộ.")]
    [InlineData("Nước trên 60 độ, dưới 5 độ.")]
    public void Ordinary_numbers_and_dates_are_no_dated_facts(string sentence)
    {
        using var folder = new BrokenFolder();
        folder.Replace(SampleTopic.File, "Dính thuốc thì rửa ngay.", sentence);

        Assert.Empty(folder.Mistakes());
    }

    [Fact]
    public void A_fact_that_ended_is_a_mistake_for_its_writer_but_the_bot_starts()
    {
        using var folder = new BrokenFolder();

        Assert.Contains(
            new ContentMistake(SampleTopic.FactFile, 2, "dữ kiện \"sample_fine\" hết hiệu lực ngày 31/12/2027. Hãy tìm mức mới, sửa lời và ngày."),
            Check(folder, new DateOnly(2028, 1, 1)).Mistakes);
        Assert.Empty(folder.Mistakes());
    }

    [Fact]
    public void Sources_nobody_has_looked_at_for_a_year_are_named()
    {
        using var folder = new BrokenFolder();
        const string Stale = "đã quá 12 tháng chưa đối chiếu với nguồn (lần cuối 23/11/2026). Hãy xem lại nguồn rồi sửa checked_on.";

        Assert.Empty(Check(folder, new DateOnly(2027, 11, 23)).Mistakes);
        var mistakes = Check(folder, new DateOnly(2027, 11, 24)).Mistakes;
        Assert.Contains(new ContentMistake(SampleTopic.File, 7, Stale), mistakes);
        Assert.Contains(new ContentMistake(SampleTopic.FactFile, 5, Stale), mistakes);
    }

    [Fact]
    public void A_sentence_of_more_than_about_fifteen_words_is_a_mistake_and_one_of_twelve_a_hint()
    {
        using var folder = new BrokenFolder();
        folder.Replace(SampleTopic.File, "Dính thuốc thì rửa ngay.", string.Join(' ', Enumerable.Repeat("rửa", 27)) + ".");
        folder.Replace(SampleTopic.File, "Trước khi ăn.", string.Join(' ', Enumerable.Repeat("ăn", 21)) + ".");

        Assert.StartsWith("câu dài 27 tiếng", Assert.Single(folder.Mistakes()).Sentence, StringComparison.Ordinal);
        Assert.Contains(ContentLoader.Load(folder.Path).Findings.Hints, hint => hint.File == SampleTopic.File && hint.Sentence.StartsWith("câu dài 21 tiếng", StringComparison.Ordinal));
    }

    [Fact]
    public void A_phrase_the_program_says_must_be_there_and_one_nobody_says_is_named()
    {
        using var folder = new BrokenFolder();
        folder.Replace("phrases/awareness.yaml", "awareness.button_next:", "awareness.button_nexxt:");
        var findings = Check(folder, new DateOnly(2026, 11, 23));

        Assert.Contains(findings.Mistakes, mistake => mistake.Sentence.Contains("\"awareness.button_next\"", StringComparison.Ordinal));
        Assert.Contains(findings.Hints, hint => hint.Sentence.Contains("\"awareness.button_nexxt\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_picture_too_heavy_for_a_weak_connection_is_named()
    {
        using var folder = new BrokenFolder();
        folder.Write("pictures/heavy.svg", HeavyDrawing());

        var mistake = Assert.Single(CheckOn(folder, new DateOnly(2026, 11, 23)).Check().Mistakes);
        Assert.Equal("pictures/heavy.svg", mistake.File);
        Assert.StartsWith("hình nặng quá 60 kB khi gửi.", mistake.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_could_be_better_is_hinted()
    {
        using var folder = new BrokenFolder();
        folder.Replace("plan/software-2023.yaml", "content/categories/no_water.yaml", "content/categories/no_watr.yaml");
        folder.Write("facts/spare.yaml", "facts:\n  - key: spare\n    text: mười\n    source: đâu đó\n    checked_on: 2026-11-23\n");
        var hints = Check(folder, new DateOnly(2026, 11, 23)).Hints;

        Assert.Contains(new ContentMistake(SampleTopic.File, 25, "thẻ \"Xà phòng\" chưa có hình."), hints);
        Assert.Contains(new ContentMistake("plan/software-2023.yaml", 9, "không có tệp hay thư mục \"content/categories/no_watr.yaml\"."), hints);
        Assert.Contains(new ContentMistake("facts/spare.yaml", 2, "dữ kiện \"spare\" chưa thẻ nào dùng."), hints);
    }

    [Fact]
    public void The_coverage_counts_drawings_sounds_languages_and_missing_signatures()
    {
        using var folder = new BrokenFolder();
        folder.Write("audio/tay/sample.soap.ogg", "OggS");
        folder.Write("phrases/en/menu.yaml", "menu.button_home: Home\n");
        folder.Write("topics/sample/topic.en.md", "---\ntitle: Washing hands\nbutton: Washing hands\n---\n\n## When? {#when}\n\nBefore meals.\n");
        var coverage = Check(folder, new DateOnly(2026, 11, 23)).Coverage;

        Assert.Contains(coverage, line => line.Contains("chủ đề", StringComparison.Ordinal) && line.Contains("câu.", StringComparison.Ordinal));
        Assert.Contains(coverage, line => line.StartsWith("Có tiếng nói:", StringComparison.Ordinal) && line.Contains("tay 1/", StringComparison.Ordinal));
        Assert.Contains(coverage, line => line.StartsWith("Tiếng en (chưa ai duyệt nên chưa dùng): 1/", StringComparison.Ordinal));
        Assert.Contains(coverage, line => line.StartsWith("Chờ cán bộ chuyên môn duyệt:", StringComparison.Ordinal) && line.Contains("nông nghiệp", StringComparison.Ordinal));
    }

    private static ContentFindings Check(BrokenFolder folder, DateOnly today) => CheckOn(folder, today).CheckWords(ContentLoader.Load(folder.Path));

    private static ContentCheck CheckOn(BrokenFolder folder, DateOnly today) =>
        new(folder.Path, new FakeTimeProvider(VietnamTime.Moment(today, new TimeOnly(9, 0))));

    /// <summary>Many thin lines of many directions, which no palette makes small.</summary>
    private static string HeavyDrawing()
    {
        var lines = Enumerable.Range(0, 9_000).Select(at =>
            $"<path stroke=\"#{at * 7919 % 0xFFFFFF:x6}\" d=\"M{at * 31 % 1200} {at * 17 % 900}L{at * 71 % 1200} {at * 53 % 900}\"/>");
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"900\">{string.Join('\n', lines)}</svg>";
    }
}
