using System.Text.RegularExpressions;

namespace CommunityBot.TestKit.Telegram;

/// <summary>A villager who reports a broken tap as most do: words with the place, a photo, look, send, agree. Goes on only when the bot has answered.</summary>
public sealed partial class ReportingVillager(FakeTelegram telegram, TelegramPhone phone, byte[] photo)
{
    /// <summary>Updates one report takes after the first one, which also asks for consent.</summary>
    public const int UpdatesOfAReport = 3;

    /// <summary>Tells, shows, sends.</summary>
    /// <returns>The code on the receipt.</returns>
    public async Task<string> ReportAsync()
    {
        var before = Codes().ToHashSet();
        await phone.SayAsync("vòi nước ở bản Nà Mu xã Chợ Rã hỏng 2 hôm rồi");
        await UntilAsync(() => CanPress("Bỏ qua"));
        await phone.SendPhotoAsync(photo);
        await UntilAsync(() => CanPress("Gửi"));
        await phone.PressAsync("Gửi");
        await UntilAsync(() => CanPress("Đồng ý") || Codes().Any(code => !before.Contains(code)));

        if (CanPress("Đồng ý"))
        {
            await phone.PressAsync("Đồng ý");
            await UntilAsync(() => Codes().Any(code => !before.Contains(code)));
        }

        return Codes().First(code => !before.Contains(code));
    }

    /// <summary>The codes of all receipts this villager got; one that came twice counts once.</summary>
    public IEnumerable<string> Codes() => phone.Chat.FromBot
        .Select(bubble => Code().Match(bubble.Text))
        .Where(match => match.Success)
        .Select(match => match.Value)
        .Distinct();

    private bool CanPress(string label) =>
        phone.Chat.LastFromBot?.Buttons.Any(row => row.Any(button => button.Label.Contains(label, StringComparison.Ordinal))) ?? false;

    private Task UntilAsync(Func<bool> condition) => telegram.WaitUntilAsync(condition, TimeSpan.FromMinutes(3));

    [GeneratedRegex("BK-[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
