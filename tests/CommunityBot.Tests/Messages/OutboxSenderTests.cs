using CommunityBot.Messages;
using CommunityBot.Storage;
using CommunityBot.TestKit;
using CommunityBot.TestKit.Messages;
using CommunityBot.TestKit.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Tests.Messages;

public sealed class OutboxSenderTests : IAsyncDisposable
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private readonly InMemoryDocumentStore store = new();
    private readonly List<IncomingMessage> events = [];
    private ScriptedChannel channel = new();
    private OutboxSender? sender;
    private Outbox? outbox;

    private static ConversationKey Villager(int number = 1) => new("telegram", $"{number}");

    [Fact]
    public async Task A_reply_is_sent_once_and_its_row_is_gone()
    {
        await SayAsync(Villager(), "Chào bà con");
        await Sender.FlushAsync();

        Assert.Equal(["Chào bà con"], Texts());
        Assert.Equal(0, await RowsAsync());
        Assert.Equal(0, Sender.Waiting);
    }

    [Fact]
    public async Task A_card_is_kept_with_the_channels_id_and_a_later_message_replaces_it()
    {
        var work = new Work(store);
        var card = Outbox.Say(work, Villager(), new OutgoingMessage { Text = "phiếu" }, isKept: true);
        await work.CommitAsync(default);
        await Sender.FlushAsync();
        await SayAsync(Villager(), new OutgoingMessage { Text = "phiếu, đã nhận", Replaces = card });
        await Sender.FlushAsync();

        Assert.Equal([null, "1"], channel.Sent.Select(sent => sent.Replaced));
    }

    [Fact]
    public async Task Rows_of_one_conversation_keep_their_order_even_when_one_is_tried_again()
    {
        channel.Answer(new SendOutcome.TryLater("502"));
        await SayAsync(Villager(), "một");
        await SayAsync(Villager(), "hai");
        await SayAsync(Villager(2), "người khác");
        await Sender.FlushAsync();

        Assert.Equal(["một", "người khác"], Texts());
        clock.Advance(TimeSpan.FromMinutes(1));
        await Sender.FlushAsync();
        Assert.Equal(["một", "người khác", "một", "hai"], Texts());
    }

    [Fact]
    public async Task Replies_go_before_campaigns()
    {
        channel = new ScriptedChannel { Pace = new ChannelPace(1, 1, 0, 0, 0) };
        await SayAsync(Villager(1), "đầu");
        await SayAsync(Villager(2), new OutgoingMessage { Text = "chiến dịch" }, Lane.Bulk);
        await SayAsync(Villager(3), "trả lời");
        await Sender.FlushAsync();
        Assert.Equal(["đầu"], Texts());

        clock.Advance(TimeSpan.FromSeconds(1));
        await Sender.FlushAsync();
        clock.Advance(TimeSpan.FromSeconds(1));
        await Sender.FlushAsync();

        Assert.Equal(["đầu", "trả lời", "chiến dịch"], Texts());
    }

    [Fact]
    public async Task A_burst_in_one_chat_is_spread_over_the_seconds()
    {
        channel = new ScriptedChannel { Pace = new ChannelPace(30, 5, 1, 3, 20) };

        for (var number = 1; number <= 5; number++)
        {
            await SayAsync(Villager(), $"{number}");
        }

        await Sender.FlushAsync();
        Assert.Equal(3, channel.Sent.Count);
        clock.Advance(TimeSpan.FromSeconds(1));
        await Sender.FlushAsync();
        Assert.Equal(4, channel.Sent.Count);
        clock.Advance(TimeSpan.FromSeconds(1));
        await Sender.FlushAsync();
        Assert.Equal(["1", "2", "3", "4", "5"], Texts());
    }

    [Fact]
    public async Task When_the_messenger_says_wait_the_whole_bot_waits_and_loses_nothing()
    {
        channel.Answer(new SendOutcome.BotMustWait(TimeSpan.FromSeconds(90)));
        await SayAsync(Villager(1), "một");
        await Sender.FlushAsync();
        await SayAsync(Villager(2), "hai");
        await Sender.FlushAsync();
        Assert.Single(channel.Sent);

        clock.Advance(TimeSpan.FromSeconds(89));
        await Sender.FlushAsync();
        Assert.Single(channel.Sent);

        clock.Advance(TimeSpan.FromSeconds(1));
        await Sender.FlushAsync();
        Assert.Equal(3, channel.Sent.Count);
        Assert.Equal(0, await RowsAsync());
    }

    [Fact]
    public async Task A_villager_who_blocked_the_bot_is_marked_as_left()
    {
        channel.Answer(new SendOutcome.ReceiverLeft());
        await SayAsync(Villager(7), "tin");
        await Sender.FlushAsync();

        var left = Assert.Single(events);
        Assert.Equal(IncomingKind.Left, left.Kind);
        Assert.Equal(Villager(7), left.Conversation);
    }

    [Fact]
    public async Task After_a_broken_line_a_reply_goes_again_but_a_campaign_message_waits_for_a_person()
    {
        channel.Answer(new SendOutcome.Unknown("cut"), new SendOutcome.Unknown("cut"));
        await SayAsync(Villager(1), "trả lời");
        await Sender.FlushAsync();
        await SayAsync(Villager(2), new OutgoingMessage { Text = "chiến dịch" }, Lane.Bulk);
        await Sender.FlushAsync();
        clock.Advance(TimeSpan.FromMinutes(1));
        await Sender.FlushAsync();

        Assert.Equal(["trả lời", "chiến dịch", "trả lời"], Texts());
        var trouble = await store.ListAsync(new IndexRange(Outbox.Rows.Definition.Name, Outbox.TroubleIndex, "", null), default);
        Assert.Equal(OutboxState.Unknown, Outbox.Rows.Read(Assert.Single(trouble)).State);
    }

    [Fact]
    public async Task What_a_crash_left_behind_is_found_and_sent_by_the_sweep()
    {
        var work = new Work(store);
        Outbox.Say(work, Villager(), new OutgoingMessage { Text = "còn lại" });
        // As a crash right after the commit leaves it: stored, and nobody told the sender.
        await store.CommitAsync(work.Writes, default);

        var sweep = new SendLeftovers(store, Sender, clock);
        var first = await sweep.RunAsync(default);
        await Sender.FlushAsync();
        var second = await sweep.RunAsync(default);

        Assert.Equal(1, first.Done);
        Assert.Equal(0, second.Done);
        Assert.Equal(["còn lại"], Texts());
    }

    [Fact]
    public async Task A_row_that_was_sent_after_the_sweep_had_listed_it_is_not_sent_again()
    {
        var work = new Work(store);
        Outbox.Say(work, Villager(), new OutgoingMessage { Text = "một lần thôi" });
        await work.CommitAsync(default);
        var listed = Outbox.Rows.Read(Assert.Single(await store.ListAsync(new IndexRange(Outbox.Rows.Definition.Name, Outbox.OpenIndex, "", null), default)));
        await Sender.FlushAsync();

        Sender.Accept(listed, isListed: true);
        await Sender.FlushAsync();

        Assert.Equal(["một lần thôi"], Texts());
        Assert.Equal(0, Sender.Waiting);
    }

    [Fact]
    public async Task A_message_for_the_morning_waits_for_the_morning_and_holds_nothing_up()
    {
        await SayAsync(Villager(), new OutgoingMessage { Text = "sáng mai" }, notBefore: clock.GetUtcNow().AddHours(8));
        await SayAsync(Villager(), "ngay bây giờ");
        await Sender.FlushAsync();
        Assert.Equal(["ngay bây giờ"], Texts());

        clock.Advance(TimeSpan.FromHours(8));
        await new SendLeftovers(store, Sender, clock).RunAsync(default);
        await Sender.FlushAsync();
        Assert.Equal(["ngay bây giờ", "sáng mai"], Texts());
    }

    public async ValueTask DisposeAsync()
    {
        if (sender is not null)
        {
            await sender.DisposeAsync();
        }
    }

    private OutboxSender Sender => sender ??= new OutboxSender(
        store,
        new ChannelBoard([channel]),
        new SettleRow(store, new Lazy<IIncoming>(new Notebook(events)), clock, new SeededChance(), NullLogger<SettleRow>.Instance),
        clock,
        NullLogger<OutboxSender>.Instance);

    private Outbox Outbox => outbox ??= new Outbox(Sender, clock, new SeededChance());

    private Task SayAsync(ConversationKey to, string text) => SayAsync(to, new OutgoingMessage { Text = text });

    private async Task SayAsync(ConversationKey to, OutgoingMessage message, Lane lane = Lane.Interactive, DateTimeOffset? notBefore = null)
    {
        var work = new Work(store);
        Outbox.Say(work, to, message, notBefore, lane: lane);
        Assert.Equal(CommitOutcome.Done, await work.CommitAsync(default));
    }

    private IEnumerable<string> Texts() => channel.Sent.Select(sent => sent.Row.Message.Text);

    private Task<long> RowsAsync() => store.CountAsync(new IndexRange(Outbox.Rows.Definition.Name, IndexRange.ById, "", null), default);

    private sealed class Notebook(List<IncomingMessage> events) : IIncoming
    {
        public Task<TurnReceipt> HandleAsync(IncomingMessage message, CancellationToken cancellationToken)
        {
            events.Add(message);
            return Task.FromResult(TurnReceipt.Acknowledged);
        }
    }
}
