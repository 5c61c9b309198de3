using System.Text.RegularExpressions;

namespace CommunityBot.TestKit.Zalo;

/// <summary>A villager who reports a broken tap on Zalo: words with the place, no photo, look, send, agree. Goes on only when the bot has answered.</summary>
public sealed partial class ReportingZaloVillager(FakeZalo zalo, ZaloPhone phone)
{
    /// <summary>Tells, sends.</summary>
    /// <returns>The code on the receipt.</returns>
    public async Task<string> ReportAsync()
    {
        var before = Codes().ToHashSet();
        await phone.SayAsync("vòi nước ở bản Nà Mu xã Chợ Rã hỏng 2 hôm rồi");
        await UntilAsync(() => Offers("Bỏ qua"));
        await phone.PressAsync("Bỏ qua");
        await UntilAsync(() => Offers("Gửi"));
        await phone.PressAsync("Gửi");
        await UntilAsync(() => Offers("Đồng ý") || Codes().Any(code => !before.Contains(code)));

        if (Offers("Đồng ý"))
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

    private bool Offers(string label) => phone.Chat.Last?.Buttons.Any(button => button.Title.Contains(label, StringComparison.Ordinal)) ?? false;

    private Task UntilAsync(Func<bool> condition) => zalo.WaitUntilAsync(condition, TimeSpan.FromMinutes(3));

    [GeneratedRegex("BK-[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
