using CommunityBot.Messages;
using CommunityBot.TestKit.Telegram;

namespace CommunityBot.Channels.Tests.Telegram;

public sealed class TelegramRoundTripTests
{
    [Fact]
    public async Task A_villager_is_heard_through_the_webhook_the_host_registered_itself()
    {
        await using var bench = await TelegramBench.StartAsync();
        await bench.SignedInAsync();
        var phone = new TelegramPhone(bench.Fake, 5012345678, "Hoàng Thị Mẩy", TimeProvider.System);

        await phone.SayAsync("vòi nước hỏng");

        var heard = Assert.Single(bench.Heart.Heard);
        Assert.Equal("vòi nước hỏng", heard.Text);
        Assert.Equal("telegram:5012345678", heard.Conversation.ToString());
    }

    [Fact]
    public async Task A_villager_is_heard_by_polling_and_confirmed_only_after_the_commit()
    {
        await using var bench = await TelegramBench.StartAsync(withWebhook: false);
        var gate = new TaskCompletionSource();
        bench.Heart.Answer = async _ =>
        {
            await gate.Task;
            return TurnReceipt.Acknowledged;
        };
        var phone = new TelegramPhone(bench.Fake, 5012345678, "Hoàng Thị Mẩy", TimeProvider.System);

        var said = phone.SayAsync("vòi nước hỏng");
        await bench.Fake.WaitUntilAsync(() => bench.Fake.CountOf("getUpdates") > 0 || bench.Heart.Heard.Count > 0);
        Assert.False(said.IsCompleted);
        gate.SetResult();
        await said;

        Assert.Single(bench.Heart.Heard);
        Assert.Equal(1, bench.Fake.CountOf("deleteWebhook"));
    }

    [Fact]
    public async Task A_pressed_button_is_answered_with_the_notice_beside_the_reply()
    {
        await using var bench = await TelegramBench.StartAsync();
        await bench.SignedInAsync();
        bench.Heart.Answer = _ => Task.FromResult(new TurnReceipt(true, "Đã chọn: Nước sạch"));
        var phone = new TelegramPhone(bench.Fake, 5012345678, "Hoàng Thị Mẩy", TimeProvider.System);
        await bench.SendAsync("5012345678", new OutgoingMessage
        {
            Text = "Chọn loại phản ánh",
            Buttons = [[new Button("Rác thải", "c:rac"), new Button("Nước sạch", "c:nuoc")]],
        });

        await phone.PressAsync("Nước sạch");

        await bench.Fake.WaitUntilAsync(() => bench.Fake.Chats.Notices.Contains("Đã chọn: Nước sạch"));
        Assert.Equal("c:nuoc", bench.Heart.Heard[^1].ButtonKey);
    }
}
