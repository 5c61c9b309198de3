using System.Text.Json;
using CommunityBot.TestKit.Telegram;

namespace CommunityBot.Benchmarks;

/// <summary>A villager without a phone's memory: four updates make a report, the keys of the buttons are read from the bot's own answers.</summary>
internal sealed class QuickVillager(FakeTelegram telegram, AnswerTimes tempo, long person)
{
    private readonly TelegramPhone phone = new(telegram, person, "Bà con", TimeProvider.System);

    public async Task ReportAsync()
    {
        await tempo.AskAsync(person, () => telegram.Delivery.SendAsync(phone.TextUpdate("vòi nước ở bản Nà Mu xã Chợ Rã hỏng 2 hôm rồi")));
        var check = await tempo.AskAsync(person, () => telegram.Delivery.SendAsync(phone.TextUpdate("bỏ qua")));
        var consent = await tempo.AskAsync(person, () => PressAsync(check, "Gửi"));
        await tempo.AskAsync(person, () => PressAsync(consent, "Đồng ý"));
    }

    private Task PressAsync(TelegramCall answer, string label)
    {
        var key = answer.Body.GetProperty("reply_markup").GetProperty("inline_keyboard").EnumerateArray()
            .SelectMany(row => row.EnumerateArray())
            .First(button => button.GetProperty("text").GetString()!.Contains(label, StringComparison.Ordinal))
            .GetProperty("callback_data").GetString()!;
        return telegram.Delivery.SendAsync(phone.PressUpdate(1, key));
    }
}
