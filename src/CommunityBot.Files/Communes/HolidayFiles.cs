using System.Globalization;
using CommunityBot.Primitives;
using CommunityBot.Scheduling;

namespace CommunityBot.Files.Communes;

/// <summary>Reads <c>content/holidays</c>: days off, worked Saturdays, and until when the list is complete.</summary>
internal sealed class HolidayFiles(string contentFolder, TimeProvider clock) : IContentCheck
{
    private const string DaysFile = "holidays/days.csv";
    private static readonly TimeSpan WarnAhead = TimeSpan.FromDays(30);

    public ContentFindings Check()
    {
        var mistakes = new List<ContentMistake>();
        var holidays = ReadAll(mistakes);
        var soon = DateOnly.FromDateTime((clock.GetUtcNow() + WarnAhead).UtcDateTime);

        return new ContentFindings(mistakes, mistakes.Count == 0 && holidays.CompleteUntil < soon
            ? [new ContentMistake(DaysFile, 0, $"Lịch nghỉ chỉ đủ đến {holidays.CompleteUntil:dd/MM/yyyy}: xin thêm năm sau.")]
            : []);
    }

    /// <summary>The holidays, or all mistakes at once.</summary>
    public Holidays Read()
    {
        var mistakes = new List<ContentMistake>();
        var holidays = ReadAll(mistakes);
        return mistakes.Count == 0 ? holidays : throw new ContentException(mistakes);
    }

    private Holidays ReadAll(List<ContentMistake> mistakes)
    {
        var (off, worked, completeUntil) = (new HashSet<DateOnly>(), new HashSet<DateOnly>(), (DateOnly?)null);

        foreach (var row in CsvTable.Read(contentFolder, DaysFile, "date,what,name", mistakes))
        {
            if (!DateOnly.TryParseExact(row.Cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                mistakes.Add(row.Mistake($"Ngày \"{row.Cells[0]}\" phải viết năm-tháng-ngày, ví dụ 2026-09-02."));
                continue;
            }

            var isNew = row.Cells[1] switch
            {
                "nghỉ" => !worked.Contains(day) && off.Add(day),
                "làm bù" => !off.Contains(day) && worked.Add(day),
                "đủ đến" => completeUntil is null && (completeUntil = day) is not null,
                _ => (bool?)null,
            };
            NoteMistake(row, day, isNew, mistakes);
        }

        if (mistakes.Count == 0 && completeUntil is null)
        {
            mistakes.Add(new ContentMistake(DaysFile, 0, "Thiếu dòng \"đủ đến\": lịch này đầy đủ đến ngày nào?"));
        }

        return new Holidays(off, worked, completeUntil ?? DateOnly.MinValue);
    }

    private static void NoteMistake(CsvRow row, DateOnly day, bool? isNew, List<ContentMistake> mistakes)
    {
        if (isNew is null)
        {
            mistakes.Add(row.Mistake("Cột what ghi: nghỉ, làm bù hoặc đủ đến."));
        }
        else if (isNew is false)
        {
            mistakes.Add(row.Mistake($"{day:dd/MM/yyyy} đã ghi ở dòng trên."));
        }
        else if (row.Cells[1] == "làm bù" && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
        {
            mistakes.Add(row.Mistake($"{day:dd/MM/yyyy} không phải thứ Bảy hay Chủ nhật nên không thể làm bù."));
        }
    }
}
