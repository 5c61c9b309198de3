using System.Text;
using CommunityBot.Files.Content;
using CommunityBot.Primitives;

namespace CommunityBot.Files.Tests.Content;

/// <summary>Each mistake a writer can make is answered with one Vietnamese sentence, the file and the line.</summary>
public sealed class BrokenContentTests
{
    private const string Sample = SampleTopic.File;
    private const string Quiz = SampleTopic.QuizFile;
    private const string Tap = "categories/broken_tap.yaml";

    [Theory]
    [InlineData(Sample, "title: Rửa tay\n", "", 2, "thiếu dòng \"title:\".")]
    [InlineData(Sample, "reviewed_by:", "reviewed_bi:", 10, "không có mục nào tên \"reviewed_bi\". Có phải \"reviewed_by\" không?")]
    [InlineData(Sample, "  health:", "  heath:", 11, "không có mục nào tên \"heath\". Có phải \"health\" không?")]
    [InlineData(Sample, "checked_on: 2026-11-23", "checked_on: 23/11/2026", 7, "ngày phải viết như 2026-11-23, không phải \"23/11/2026\".")]
    [InlineData(Sample, "button: Rửa tay", "button: Rửa tay sạch trước khi ăn", 3, "\"button\" dài 25 chữ, chỉ được nhiều nhất 20.")]
    [InlineData(Sample, "greeting.svg", "greting.svg", 16, "không có hình \"greting\" trong thư mục pictures. Có phải \"greeting\" không?")]
    [InlineData(Sample, "![Hai bàn tay dưới vòi nước.]", "![]", 16, "hình \"greeting\" chưa có lời tả trong ngoặc vuông cho người không nhìn được.")]
    [InlineData(Sample, "Trước khi ăn.", "UBND xã.", 14, "đừng viết tắt \"UBND\", hãy viết \"Ủy ban nhân dân\".")]
    [InlineData(Sample, "- Sau khi đi vệ sinh.", "- [Sau khi đi](https://example.vn)", 20, "trong thẻ chỉ có chữ và hình, không đặt liên kết hay mã.")]
    [InlineData(Sample, "Trước khi ăn.", "> Trước khi ăn.", 18, "chỉ dùng tên thẻ \"## …\", đoạn văn, danh sách và hình; phần khác không hiện được trong tin nhắn.")]
    [InlineData(Sample, " {#when}", "", 14, "thẻ \"Khi nào rửa tay?\" chưa có tên riêng.")]
    [InlineData(Sample, "{#when}", "{#Khi}", 14, "thẻ \"Khi nào rửa tay? {#Khi}\" chưa có tên riêng.")]
    [InlineData(Sample, "{#when}", "{#end}", 14, "tên riêng \"end\" không dùng được")]
    [InlineData(Sample, "{#when}", "{#12}", 14, "tên riêng \"12\" không dùng được")]
    [InlineData(Sample, "{#when}", "{#poison}", 29, "tên riêng \"poison\" có hai lần trong chủ đề này.")]
    [InlineData(Sample, "needs_review=health", "needs_review=heath", 25, "needs_review=\"heath\" không có trong danh sách: health, agriculture, veterinary, environment. Có phải \"health\" không?")]
    [InlineData(Sample, "[sample/soap]", "[sample/soup]", 14, "không có thẻ \"sample/soup\" để xem thêm. Có phải \"sample/soap\" không?")]
    [InlineData(Sample, "Xem: [sample/soap]", "Xem: [sample/soap]\nXem: [sample/poison]", 14, "mỗi thẻ chỉ có một dòng \"Xem: […]\".")]
    [InlineData(Sample, "{fact:sample_fine}", "{fact:sample_fien}", 25, "không có dữ kiện \"sample_fien\" trong thư mục facts. Có phải \"sample_fine\" không?")]
    [InlineData(Quiz, "{fact:sample_fine}", "{fact:sample_fien}", 10, "không có dữ kiện \"sample_fien\" trong thư mục facts. Có phải \"sample_fine\" không?")]
    [InlineData(Quiz, "right: 2", "right: 4", 9, "\"right\" phải là số từ 1 đến 3, không phải \"4\".")]
    [InlineData(Quiz, "explanation: Hình 1", "explanatoin: Hình 1", 18, "không có mục nào tên \"explanatoin\". Có phải \"explanation\" không?")]
    [InlineData(Quiz, "    questions:", "    question:", 2, "mỗi bộ có 3 đến 5 câu hỏi, ở đây có 0.")]
    [InlineData(Quiz, "picture: greeting", "picture: greting", 12, "không có hình \"greting\" trong thư mục pictures. Có phải \"greeting\" không?")]
    [InlineData(Quiz, "        alt: Hai hình đánh số.\n", "", 11, "thiếu dòng \"alt:\".")]
    [InlineData(SampleTopic.FactFile, "facts:\n", "facts:\n  - key: sample_fine\n    text: mười\n    source: đâu\n    checked_on: 2026-11-23\n", 6, "dữ kiện \"sample_fine\" đã có trong facts/sample.yaml. Hãy bỏ bớt một mục.")]
    [InlineData(SampleTopic.FactFile, "    source: Nghị định thử\n", "", 2, "thiếu dòng \"source:\".")]
    [InlineData(SampleTopic.FactFile, "checked_on: 2026-11-23", "checked_on: 2026-11-23\n    valid_from: 2028-01-01", 7, "ngày hết hiệu lực phải sau ngày bắt đầu.")]
    [InlineData(Sample, "- sanitation", "- sanitaton", 5, "kế hoạch không có mảng \"sanitaton\": water_supply")]
    [InlineData("plan/software-2023.yaml", "- id: \"1.1\"", "- id: \"1.9\"", 6, "kế hoạch không có mục \"1.9\". Có phải")]
    [InlineData("plan/software-2023.yaml", "status: có", "status: co", 8, "\"co\" không có trong danh sách: có, đang làm, ngoài phần mềm. Có phải \"có\" không?")]
    [InlineData("plan/plan-2023.yaml", "issuer: provincial_committee", "issuer: provincial_comittee", 11, "không có cơ quan \"provincial_comittee\" trong plan/agencies.yaml. Có phải \"provincial_committee\" không?")]
    [InlineData(Tap, "group: water", "group: watre", 5, "\"watre\" không có trong danh sách: water, waste, farm, sewage, food, rest. Có phải \"water\" không?")]
    [InlineData(Tap, "severity: S3", "severity: S5", 6, "\"S5\" không có trong danh sách: S1, S2, S3, S4. Có phải \"S1\" không?")]
    [InlineData(Tap, "done_within: 3 ngày làm việc", "done_within: ba ngày", 7, "thời hạn phải viết như \"15 phút\", \"24 giờ\" hoặc \"3 ngày làm việc\", không phải \"ba ngày\".")]
    [InlineData("categories/no_water.yaml", "code: C10", "code: C09", 1, "mã \"C09\" đã dùng cho \"broken_tap\".")]
    [InlineData(Tap, "code: C09", "code: C09\ncode: C09", 2, "tên này đã có ở trên. Hãy bỏ bớt một dòng.")]
    [InlineData(Tap, "icon: 🚰", "icon: \"🚰", 4, "không đọc được dòng này.")]
    [InlineData("categories/food_safety.yaml", "number: \"115\"", "number: \"911\"", 14, "số khẩn cấp là 111 đến 115, không phải \"911\".")]
    [InlineData("category_groups.yaml", "label: Việc khác", "label: Những việc khác ở thôn", 29, "\"label\" dài 22 chữ, chỉ được nhiều nhất 20.")]
    [InlineData("severities.yaml", "  done: 24 giờ\n", "", 4, "thiếu dòng \"done:\".")]
    [InlineData("vocabulary/intents.yaml", "greeting:", "greetings:", 0, "không có ý nào tên \"greetings\". Có phải \"greeting\" không?")]
    [InlineData("vocabulary/categories.yaml", "broken_tap:", "broken_tab:", 0, "không có loại phản ánh \"broken_tab\". Có phải \"broken_tap\" không?")]
    [InlineData("vocabulary/danger.yaml", "- number: 114", "- number: 119", 4, "\"number\" phải là số từ 111 đến 115, không phải \"119\".")]
    [InlineData("vocabulary/commands.yaml", "  cancel:", "  cancle:", 0, "không có lệnh nào tên \"cancle\". Có phải \"cancel\" không?")]
    [InlineData("pictures/greeting.svg", "</svg>", "<text>Chào</text></svg>", 0, "hình không được chứa \"<text\": chữ phải đổi thành nét vẽ (path), không lấy gì từ tệp khác.")]
    public void A_mistake_is_named_with_file_and_line(string file, string good, string bad, int line, string sentence)
    {
        using var folder = new BrokenFolder();
        folder.Replace(file, good, bad);

        Assert.Contains(folder.Mistakes(), mistake =>
            mistake.File == file
            && (line == 0 || mistake.Line == line)
            && mistake.Line > 0
            && mistake.Sentence.StartsWith(sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("thu.cau: Chào {bac}.\nthu.cau: Chào lại.", 2, "tên này đã có ở trên. Hãy bỏ bớt một dòng.")]
    [InlineData("Chao: Chào.", 1, "tên câu \"Chao\" phải như report.ask_photo: chữ thường không dấu, một dấu chấm, gạch dưới.")]
    [InlineData("thu.cau: Gặp {Tên} nhé.", 1, "chỗ điền {Tên} phải là một tên chữ thường không dấu, như {ma}.")]
    [InlineData("thu.cau: Mã {ma nhé.", 1, "thiếu dấu { hoặc } của chỗ điền.")]
    [InlineData("thu.cau: \"\"", 1, "sau \"thu.cau:\" phải có chữ.")]
    [InlineData("thu.button_xa: Một cái nút rất là dài", 1, "\"thu.button_xa\" dài 22 chữ, chỉ được nhiều nhất 20.")]
    [InlineData("- thu.cau", 1, "tệp phải gồm các dòng \"tên: giá trị\".")]
    [InlineData("thu.cau: &a Chào\nthu.hai: *a", 1, "không dùng dấu & và * để nhắc lại đoạn khác.")]
    [InlineData("thu.cau: Chào\n\tthu.hai: Chào", 2, "không đọc được dòng này.")]
    [InlineData("menu.greeting: Chào.", 1, "câu \"menu.greeting\" đã có trong phrases/menu.yaml. Hãy bỏ bớt một câu.")]
    public void A_phrase_that_cannot_be_said_is_named(string yaml, int line, string sentence)
    {
        using var folder = new BrokenFolder();
        folder.Write("phrases/thu.yaml", yaml);

        Assert.Contains(folder.Mistakes(), mistake =>
            mistake.File == "phrases/thu.yaml" && mistake.Line == line && mistake.Sentence.StartsWith(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void A_card_that_is_too_long_says_how_long_it_is()
    {
        using var folder = new BrokenFolder();
        folder.Replace(Sample, "- Sau khi đi vệ sinh.", $"- {new string('a', 300)}");

        var mistake = Assert.Single(folder.Mistakes());
        Assert.Equal(14, mistake.Line);
        Assert.Matches("^thẻ \"Khi nào rửa tay\\?\" dài [0-9]+ chữ \\(kể cả tên\\), chỉ được nhiều nhất 320\\.$", mistake.Sentence);
    }

    [Theory]
    [InlineData("audio/vi/sample.soup.ogg", "không có thẻ \"sample/soup\" cho tệp âm thanh này. Hãy đổi tên tệp hoặc bỏ đi.")]
    [InlineData("audio/vi/sample.mp3", "tệp âm thanh phải tên là TÊN_CHỦ_ĐỀ.TÊN_THẺ.ogg.")]
    [InlineData("audio/tay/sample.soap.mp3", "tệp âm thanh phải tên là TÊN_CHỦ_ĐỀ.TÊN_THẺ.ogg.")]
    public void A_sound_that_belongs_to_no_card_is_named(string file, string sentence)
    {
        using var folder = new BrokenFolder();
        folder.Write(file, "OggS");

        Assert.Equal(new ContentMistake(file, 0, sentence), Assert.Single(folder.Mistakes()));
    }

    [Fact]
    public void A_line_of_the_plan_without_a_word_about_the_software_is_named()
    {
        using var folder = new BrokenFolder();
        folder.Replace("plan/software-2023.yaml", "- id: \"1.1\"", "- id: \"1.2\"");

        Assert.Contains(folder.Mistakes(), mistake => mistake.Sentence == "chưa nói phần mềm làm gì cho mục \"1.1\". Hãy thêm vào tệp plan/software-….yaml.");
        Assert.Contains(folder.Mistakes(), mistake => mistake.Sentence == "mục \"1.2\" có hai lần.");
    }

    [Fact]
    public void A_translation_must_bear_the_same_card_names()
    {
        using var folder = new BrokenFolder();
        folder.Write("topics/sample/topic.en.md", "---\ntitle: Washing hands\nbutton: Washing hands\n---\n\n## When? {#wen}\n\nBefore meals.\n");

        var mistake = Assert.Single(folder.Mistakes());
        Assert.Equal(("topics/sample/topic.en.md", 6), (mistake.File, mistake.Line));
        Assert.StartsWith("thẻ \"wen\" không có trong topic.md.", mistake.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_told_at_once_and_stop_the_start()
    {
        using var folder = new BrokenFolder();
        folder.Replace(Sample, "title: Rửa tay\n", "");
        folder.Replace(Tap, "group: water", "group: watre");
        folder.Delete("severities.yaml");

        var trouble = Assert.Throws<ContentException>(() => ContentLoader.Load(folder.Path).WithoutMistakes());
        Assert.Contains(new ContentMistake("severities.yaml", 0, "thiếu tệp này."), trouble.Mistakes);
        Assert.Contains("topics/sample/topic.md, dòng 2: thiếu dòng \"title:\".", trouble.Message, StringComparison.Ordinal);
        Assert.Contains("categories/broken_tap.yaml, dòng 5:", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_yaml_bomb_is_refused_before_it_is_unfolded()
    {
        var bomb = new StringBuilder("thu.a: &a [x, x, x, x, x, x, x, x, x]\n");

        for (var letter = 'b'; letter <= 'p'; letter++)
        {
            bomb.Append($"thu.{letter}: &{letter} [{string.Join(", ", Enumerable.Repeat($"*{(char)(letter - 1)}", 9))}]\n");
        }

        using var folder = new BrokenFolder();
        folder.Write("phrases/thu.yaml", bomb.ToString());

        Assert.Equal(1, Assert.Single(folder.Mistakes()).Line);
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        using var folder = new BrokenFolder();
        folder.Write("phrases/thu.yaml", "thu.cau: " + new string('[', 5_000));

        Assert.Equal("lồng quá nhiều tầng.", Assert.Single(folder.Mistakes()).Sentence);
    }

    [Fact]
    public void A_huge_file_is_refused_unread()
    {
        using var folder = new BrokenFolder();
        folder.Write("phrases/thu.yaml", new byte[600_000]);

        Assert.Equal("tệp quá lớn (nhiều nhất 500 kB). Hãy chia thành nhiều tệp.", Assert.Single(folder.Mistakes()).Sentence);
    }

    [Fact]
    public void A_file_that_is_not_utf8_is_refused()
    {
        using var folder = new BrokenFolder();
        folder.Write("phrases/thu.yaml", [0x74, 0x3A, 0x20, 0xC3, 0x28]);

        Assert.Equal("tệp không phải chữ UTF-8. Hãy lưu lại với kiểu mã UTF-8.", Assert.Single(folder.Mistakes()).Sentence);
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        var mistakes = ContentLoader.Load("/no/such/content").Findings.Mistakes;

        Assert.Contains(mistakes, mistake => mistake.Sentence == "không có thư mục nội dung này.");
    }

    [Fact]
    public void A_new_category_is_only_a_file()
    {
        using var folder = new BrokenFolder();
        folder.Write("categories/noise.yaml", """
            code: C17
            name: Tiếng ồn
            button: Tiếng ồn
            icon: 🔊
            group: rest
            severity: S4
            done_within: 7 ngày làm việc
            lead_agency: Không ghi trong kế hoạch
            handled_by: Công an xã
            """);
        folder.Replace("vocabulary/categories.yaml", "other:\n", "noise:\n  strong: [ồn quá]\nother:\n");

        var content = ContentLoader.Load(folder.Path);
        Assert.Empty(content.Findings.Mistakes);
        Assert.Equal("Tiếng ồn", content.Categories.Find("noise")?.Name);
    }
}
