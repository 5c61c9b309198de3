using CommunityBot.Primitives;

namespace CommunityBot.Files.Content;

/// <summary>What time alone made wrong: facts that ended, sources nobody has looked at for a year. The bot still starts with them.</summary>
internal static class ContentAge
{
    private const int MostMonths = 12;

    public static IEnumerable<ContentMistake> MistakesOn(DateOnly today, LoadedContent content) =>
        [.. content.Facts.All.SelectMany(written => Ended(written, today)), .. content.Dates.SelectMany(date => Stale(date, today))];

    private static IEnumerable<ContentMistake> Ended(WrittenFact written, DateOnly today)
    {
        if (written.Fact.ValidTo < today)
        {
            yield return new ContentMistake(
                written.File, written.Line, $"dữ kiện \"{written.Fact.Key}\" hết hiệu lực ngày {VietnamTime.DateWords(written.Fact.ValidTo.Value)}. Hãy tìm mức mới, sửa lời và ngày.");
        }
        else if (written.Fact.ValidFrom > today)
        {
            yield return new ContentMistake(
                written.File, written.Line, $"dữ kiện \"{written.Fact.Key}\" đến ngày {VietnamTime.DateWords(written.Fact.ValidFrom.Value)} mới có hiệu lực. Chưa dùng được trong thẻ.");
        }
    }

    private static IEnumerable<ContentMistake> Stale(CheckedDate date, DateOnly today)
    {
        if (date.Day == default)
        {
            yield break; // said already: the date is missing or cannot be read
        }

        if (date.Day > today)
        {
            yield return new ContentMistake(date.File, date.Line, $"ngày đối chiếu {VietnamTime.DateWords(date.Day)} còn ở tương lai.");
        }
        else if (date.Day.AddMonths(MostMonths) < today)
        {
            yield return new ContentMistake(
                date.File, date.Line, $"đã quá {MostMonths} tháng chưa đối chiếu với nguồn (lần cuối {VietnamTime.DateWords(date.Day)}). Hãy xem lại nguồn rồi sửa checked_on.");
        }
    }
}
