using CommunityBot.TestKit.Telegram;

namespace CommunityBot.Host.Tests.Journeys;

/// <summary>What can go wrong in a journey, by the words of the script.</summary>
internal static class Troubles
{
    public static Task HappenAsync(JourneyHost host, string what)
    {
        var faults = host.Telegram.Faults;

        switch (what)
        {
            case "Telegram giao mỗi tin ba lần":
                host.Telegram.Delivery.Repeats = 2;
                return Task.CompletedTask;
            case "Telegram trả 502 hai lần":
                faults.Next("sendMessage", TelegramFault.BadGateway, times: 2);
                return Task.CompletedTask;
            case "Telegram bắt chờ 20 giây":
                faults.Next("sendMessage", TelegramFault.TooManyRequests(20));
                return Task.CompletedTask;
            case "đường truyền đứt trước khi gửi":
                faults.Next("sendMessage", TelegramFault.CutBeforeDelivery);
                return Task.CompletedTask;
            case "đường truyền đứt sau khi gửi":
                faults.Next("sendMessage", TelegramFault.CutAfterDelivery);
                return Task.CompletedTask;
            case "tải tệp hỏng hai lần":
                faults.Next("getFile", TelegramFault.BadGateway, times: 2);
                return Task.CompletedTask;
            case "tắt và bật lại máy":
                return host.RestartAsync();
            case "hết sự cố":
                faults.Clear();
                host.Telegram.Delivery.Repeats = 0;
                return Task.CompletedTask;
            default:
                throw new FormatException($"Nobody knows the trouble “{what}”.");
        }
    }
}
