using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CommunityBot.Awareness.Readers;
using CommunityBot.Host.Control;
using CommunityBot.Primitives;

namespace CommunityBot.Host.Commands;

/// <summary>Tells the people who write content what is read, what helps, and what is old, silent or disliked.</summary>
internal static class ContentReportCommand
{
    public static Command Create(Terminal terminal)
    {
        var json = Options.Json();
        var report = new BotCommand(
            "report",
            "Shows how often each card was read, what readers thought, which cards are stale, disliked or cannot be listened to.",
            "CommunityBot.Host content report",
            "CommunityBot.Host content report --json") { json };
        report.SetAction((parsed, cancellationToken) => OnHost.RunAsync(
            terminal, new ControlRequest(ReportOnContent.ActionName, new Dictionary<string, string>()), parsed.GetValue(json), cancellationToken));
        return report;
    }
}

/// <summary>The report on content, made by whoever holds the data folder.</summary>
internal sealed class ReportOnContent(MakeContentReport report) : IControlAction
{
    public const string ActionName = "content report";

    private const int Shown = 15;

    public string Name => ActionName;

    public async Task<ControlAnswer> RunAsync(IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var made = await report.RunAsync(cancellationToken);
        return new ControlAnswer(ExitCode.Done, InWords(made), JsonSerializer.SerializeToElement(made, CommandJson.Readable.ContentReport));
    }

    private static string InWords(ContentReport made) => string.Join(Environment.NewLine, [
        .. Section("Lượt xem từng thẻ, nhiều nhất ở trên", made.Cards, made.Cards.Count),
        .. Section("Ý kiến về cả bài", [.. made.Topics.Where(topic => topic.Useful + topic.Useless + topic.Remarks > 0)], made.Topics.Count),
        .. Section("Cũ: đã quá 12 tháng chưa đối chiếu nguồn", made.Stale, Shown),
        .. Section("Bị chê: dưới 60 % người đọc thấy có ích", made.PoorlyRated, Shown),
        .. Section("Chưa có tiếng Việt để nghe, nhiều người đọc ở trên", made.WithoutSound, Shown),
        "",
        $"Bà con nói thêm ({made.Remarks.Count} ý gần đây)",
        .. made.Remarks.Select(Line),
        "",
        $"Bản ghi âm chờ người thứ hai duyệt: {made.RecordingsToJudge}"]);

    private static IEnumerable<string> Section(string title, IReadOnlyList<CardStanding> cards, int most) =>
        ["", cards.Count == 0 ? $"{title}: không có." : title, .. cards.Take(most).Select(Line), .. cards.Count > most ? [$"  … và {cards.Count - most} thẻ nữa"] : Array.Empty<string>()];

    private static string Line(CardStanding card)
    {
        var name = card.Card is null ? card.Topic : $"{card.Topic}/{card.Card}";
        var sound = card.Sound.Count == 0 ? "" : $"  🔊 {string.Join(' ', card.Sound)}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{card.Views,7}  👍 {card.Useful}  👎 {card.Useless}  💬 {card.Remarks}  {VietnamTime.DateWords(card.CheckedOn)}  {name}  {card.Title}{sound}");
    }

    private static string Line(ReaderRemark remark)
    {
        var files = remark.Files.Count == 0 ? "" : $" [kèm {string.Join(", ", remark.Files)}]";
        return $"  {VietnamTime.DateWords(remark.At.VietnamDay())}  {remark.Topic}{(remark.Card is null ? "" : $"/{remark.Card}")}: {remark.Words ?? "(lời nói)"}{files}";
    }
}
