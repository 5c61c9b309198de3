using System.Text;
using CommunityBot.Communes;
using CommunityBot.Files.Communes;
using CommunityBot.Primitives;
using CommunityBot.Scheduling;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Files.Tests.Communes;

public sealed class CommuneFilesTests : IDisposable
{
    private const string Header = "code,type,name,district,served,lat,lon,successor";
    private const string Areas = "code,type,name\n060,huyện,Ba Bể\n";
    private const string Today = $"{Header}\n01912,xã,Chợ Rã,,có,22.44,105.72,\n";

    private readonly string folder = Directory.CreateTempSubdirectory("content-").FullName;

    public CommuneFilesTests()
    {
        Write("communes/areas.csv", Areas);
        Write("communes/everyday-words.csv", "name,note\n");
        Write("communes/units-2025.csv", Today);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_lists_we_ship_hold_what_the_law_says()
    {
        var directory = RealContent.Directory;

        Assert.Equal(92, directory.Communes.Count);
        Assert.Equal(37, directory.Served.Count());
        Assert.Equal(108, directory.Units.Count(unit => unit.Key.Vintage == 2023));
        Assert.Equal(27, directory.Units.Count(unit => unit.Key.Vintage == 2019));
        Assert.Equal(8, directory.Areas.Count(area => area.Type != AreaType.Province));
        Assert.All(directory.Units.Where(unit => unit.Key.Vintage == 2023), unit =>
            Assert.True(directory.ResponsibleFor(unit.Key)!.IsServed, unit.FullName));
        Assert.All(directory.Served, commune => Assert.NotEmpty(commune.FormerDistricts));
    }

    [Fact]
    public void The_same_code_means_another_unit_in_another_year()
    {
        var directory = RealContent.Directory;
        var old = directory.Units.Single(unit => unit.Key == new UnitKey(2023, "01912"));

        Assert.Equal("Xã Thượng Giáo", old.FullName);
        Assert.Equal("Xã Chợ Rã", directory.Find(new UnitKey(2025, "01912"))!.FullName);
        Assert.Null(directory.Find(old.Key));
        Assert.Equal("Xã Chợ Rã", directory.ResponsibleFor(new UnitKey(2023, "01888"))!.FullName);
        Assert.Null(directory.ResponsibleFor(new UnitKey(2031, "01888")));
    }

    [Fact]
    public void Every_everyday_word_is_a_name_of_a_unit()
    {
        var names = RealContent.Directory.Units.Select(unit => VietnameseText.Fold(unit.Name)).ToHashSet();
        Assert.All(RealContent.Directory.EverydayWords, word => Assert.Contains(VietnameseText.Fold(word), names));
    }

    [Fact]
    public void A_sound_folder_has_no_mistakes() => Assert.Empty(new CommuneFiles(folder).Check().Mistakes);

    [Fact]
    public void A_new_merger_is_only_a_new_file()
    {
        Write("communes/units-2025.csv", $"{Header}\n01912,xã,Chợ Rã,,,22.44,105.72,2031-00001\n");
        Write("communes/units-2031.csv", $"{Header}\n00001,xã,Hồ Ba Bể,,có,22.44,105.70,\n");

        var found = new CommuneNames(new CommuneFiles(folder).Read()).Find("cho ra");

        Assert.Equal(new UnitKey(2031, "00001"), Assert.IsType<CommuneAnswer.Found>(found).Commune.Key);
    }

    [Theory]
    [InlineData("1912,xã,Chợ Rã,,có,22.44,105.72,", "đủ 5 chữ số")]
    [InlineData("01912,làng,Chợ Rã,,có,22.44,105.72,", "xã, phường hoặc thị trấn")]
    [InlineData("01912,xã,,,có,22.44,105.72,", "Thiếu tên")]
    [InlineData("01912,xã,Xã Chợ Rã,,có,22.44,105.72,", "không kèm chữ")]
    [InlineData("01912,xã,Chợ Rã,Ba Vì,có,22.44,105.72,", "không có trong areas.csv")]
    [InlineData("01912,xã,Chợ Rã,,yes,22.44,105.72,", "có hoặc không")]
    [InlineData("01912,xã,Chợ Rã,,,22.44,105.72,", "phải ghi served")]
    [InlineData("01912,xã,Chợ Rã,,có,,,", "một điểm bên trong")]
    [InlineData("01912,xã,Chợ Rã,,có,105.72,22.44,", "vĩ độ")]
    [InlineData("01912,xã,Chợ Rã,,,22.44,105.72,01888", "năm và mã")]
    [InlineData("01912,xã,Chợ Rã,,,22.44,105.72,2031-00001", "Không có đơn vị 2031-00001")]
    [InlineData("01912,xã,Chợ Rã,,,22.44,105.72,2023-01912", "năm sau")]
    [InlineData("01912,xã,Chợ Rã,,có,22,44,105,72,", "Số thập phân viết bằng dấu chấm")]
    public void A_wrong_line_is_explained_with_file_and_line(string line, string words)
    {
        Write("communes/units-2025.csv", $"{Header}\n\n{line}\n");

        var mistake = Assert.Single(new CommuneFiles(folder).Check().Mistakes);

        Assert.Equal(("communes/units-2025.csv", 3), (mistake.File, mistake.Line));
        Assert.Contains(words, mistake.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        Write("communes/areas.csv", "code,type,name\n060,quận,Ba Bể\n");
        Write("communes/units-2025.csv", $"{Today}01912,xã,Chợ Mới,,có,22.1,105.7,\n1,xã,Ba Bể,,có,22.1,105.7,\n");
        Write("communes/units-old.csv", Today);
        File.Delete(Path.Combine(folder, "communes/everyday-words.csv"));

        var mistakes = new CommuneFiles(folder).Check().Mistakes;

        Assert.Equal(
            ["communes/areas.csv:2", "communes/everyday-words.csv:0", "communes/units-2025.csv:3", "communes/units-2025.csv:4", "communes/units-old.csv:0"],
            mistakes.Select(mistake => $"{mistake.File}:{mistake.Line}").Order());
        var thrown = Assert.Throws<ContentException>(() => new CommuneFiles(folder).Read());
        Assert.Equal(5, thrown.Mistakes.Count);
    }

    [Fact]
    public void A_file_saved_by_Excel_with_a_mark_at_its_start_and_decomposed_letters_is_read()
    {
        File.WriteAllText(
            Path.Combine(folder, "communes/units-2025.csv"),
            $"{Header}\r\n01912,x\u0061\u0303,Cho\u031B\u0323 Ra\u0303,,c\u006F\u0301,22.44,105.72,\r\n",
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Empty(new CommuneFiles(folder).Check().Mistakes);
        Assert.Equal("Xã Chợ Rã".Length, new CommuneFiles(folder).Read().Communes[0].FullName.Length);
    }

    [Fact]
    public void A_file_that_is_no_text_is_said_to_be_none()
    {
        File.WriteAllBytes(Path.Combine(folder, "communes/units-2025.csv"), [0x50, 0x4B, 0xFF, 0xFE, 0x00]);

        Assert.Contains("UTF-8", Assert.Single(new CommuneFiles(folder).Check().Mistakes).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_lists_is_a_mistake_not_a_crash()
    {
        Directory.Delete(Path.Combine(folder, "communes"), recursive: true);
        Assert.NotEmpty(new CommuneFiles(folder).Check().Mistakes);
    }

    [Fact]
    public void The_holidays_we_ship_are_complete_to_the_end_of_2026()
    {
        var holidays = Holidays(RealContent.Folder, "2026-11-23").Read();
        var calendar = new WorkingDays(holidays);

        Assert.Equal(new DateOnly(2026, 12, 31), holidays.CompleteUntil);
        Assert.False(calendar.IsWorkingDay(new DateOnly(2026, 11, 24)));
        Assert.True(calendar.IsWorkingDay(new DateOnly(2026, 8, 22)));
        Assert.Equal(4, holidays.WorkedInstead.Count);
    }

    [Theory]
    [InlineData("2026-11-23", 0)]
    [InlineData("2026-12-15", 1)]
    public void The_writers_are_reminded_before_the_list_of_holidays_ends(string today, int hints) =>
        Assert.Equal(hints, Holidays(RealContent.Folder, today).Check().Hints.Count);

    [Theory]
    [InlineData("2/9/2026,nghỉ,Quốc khánh", "năm-tháng-ngày")]
    [InlineData("2026-09-02,off,Quốc khánh", "nghỉ, làm bù hoặc đủ đến")]
    [InlineData("2026-12-31,đủ đến,lần nữa", "đã ghi")]
    [InlineData("2026-09-01,làm bù,thứ Ba", "không phải thứ Bảy")]
    public void A_wrong_holiday_is_explained_with_its_line(string line, string words)
    {
        Write("holidays/days.csv", $"date,what,name\n2026-12-31,đủ đến,năm nay\n{line}\n");

        var mistake = Assert.Single(Holidays(folder, "2026-11-23").Check().Mistakes);

        Assert.Equal(("holidays/days.csv", 3), (mistake.File, mistake.Line));
        Assert.Contains(words, mistake.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_holidays_must_say_until_when_it_is_complete()
    {
        Write("holidays/days.csv", "date,what,name\n2026-09-02,nghỉ,Quốc khánh\n");
        Assert.Contains("đủ đến", Assert.Single(Holidays(folder, "2026-11-23").Check().Mistakes).Sentence, StringComparison.Ordinal);
    }

    private static HolidayFiles Holidays(string contentFolder, string today) =>
        new(contentFolder, new FakeTimeProvider(new DateTimeOffset(DateTime.Parse(today, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero)));

    private void Write(string file, string content)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
