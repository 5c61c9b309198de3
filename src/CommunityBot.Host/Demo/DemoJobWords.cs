using System.Globalization;
using CommunityBot.Messages;
using CommunityBot.Photos;
using CommunityBot.Scheduling;
using CommunityBot.Tickets;

namespace CommunityBot.Host.Demo;

/// <summary>What the clock does, in words for the visitor: "chuyển phiếu mới: 1 xong".</summary>
internal static class DemoJobWords
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        [RouteNewTickets.JobName] = "chuyển phiếu mới",
        [ShowArrivedFiles.JobName] = "đưa ảnh tới nơi cần xem",
        [RemindDesks.JobName] = "nhắc cán bộ",
        [StopWaiting.JobName] = "thôi chờ trả lời",
        [FollowUpForwarded.JobName] = "hỏi lại việc đã chuyển đi",
        [CloseSilent.JobName] = "đóng phiếu im lặng",
        [FetchPhotos.JobName] = "lấy ảnh về",
        [RunDueWakes.JobName] = "việc hẹn giờ",
        [SendLeftovers.JobName] = "gửi tin còn chờ",
        ["nightly-snapshot"] = "sao lưu hằng đêm",
        ["sweep-chat-history"] = "dọn lịch sử trò chuyện",
    };

    public static string NameOf(string job) => Names.GetValueOrDefault(job, job);

    public static string Of(JobRun run)
    {
        var (done, skipped, failed) = run.Summary;
        var parts = new[] { Part(done, "xong"), Part(skipped, "bỏ qua"), Part(failed, "lỗi") }.Where(part => part.Length > 0);
        return $"{NameOf(run.Job)}: {(run.Error is null ? string.Join(", ", parts) : "trục trặc, sẽ thử lại")}";
    }

    private static string Part(int count, string word) => count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{count} {word}");
}
