using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBot.Channels.Telegram;
using CommunityBot.Messages;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace CommunityBot.Channels.Tests.Telegram;

public sealed class TelegramUpdatesTests
{
    private static readonly BotIdentity Bot = new(7000000001, "CongDongDemoBot");

    public static TheoryData<string> Updates => [.. TelegramUpdateSamples.Expected.Keys];

    [Theory]
    [MemberData(nameof(Updates))]
    public void Every_recorded_update_means_what_was_written_down(string sample)
    {
        var expected = TelegramUpdateSamples.Expected[sample];
        var actual = Translate(Sample.Text(sample));

        Assert.Equal(expected?.Files ?? [], actual?.Files ?? []);
        Assert.Equal(expected is null ? null : expected with { Files = [] }, actual is null ? null : actual with { Files = [] });
    }

    [Fact]
    public void The_largest_photo_wins_whatever_the_order()
    {
        var update = Sample.Json("update.message.photo");
        var sizes = update["message"]!["photo"]!.AsArray();
        var largest = sizes[3]!.DeepClone();
        sizes.RemoveAt(3);
        sizes.Insert(0, largest);

        Assert.Equal("AgACAgUAAxkBAAIA1y", Translate(update.ToJsonString())!.Files[0].FetchId);
    }

    [Fact]
    public void A_command_in_a_forum_topic_is_answered_in_that_topic()
    {
        var update = Sample.Json("update.message.forum_topic");
        update["message"]!["text"] = "/xong@congdongdemobot PA-000123";

        var heard = Translate(update.ToJsonString())!;

        Assert.Equal("-1001987654321#77", heard.Conversation.Address);
        Assert.Equal("/xong PA-000123", heard.Text);
        Assert.Null(heard.ReplyToMessageId);
    }

    [Fact]
    public void A_thread_of_replies_in_an_ordinary_group_is_no_topic()
    {
        var update = Sample.Json("update.message.group_reply_to_bot");
        update["message"]!["message_thread_id"] = 355;

        Assert.Equal("-1001987654321", Translate(update.ToJsonString())!.Conversation.Address);
    }

    [Fact]
    public void A_press_in_a_forum_topic_belongs_to_that_topic()
    {
        var update = Sample.Json("update.callback_query");
        update["callback_query"]!["message"]!["message_thread_id"] = 77;
        update["callback_query"]!["message"]!["is_topic_message"] = true;

        Assert.Equal("5012345678#77", Translate(update.ToJsonString())!.Conversation.Address);
    }

    [Theory]
    [InlineData("ai đi xem giúp nhé", false)]
    [InlineData("/xong@botkhac PA-000123", false)]
    [InlineData("/xong PA-000123", true)]
    [InlineData("xem đường 1/2 nhé", false)]
    [InlineData("/", false)]
    public void In_a_group_only_words_meant_for_the_bot_are_heard(string text, bool isHeard)
    {
        var update = Sample.Json("update.message.group_command");
        update["message"]!["text"] = text;
        update["message"]!.AsObject().Remove("entities");

        Assert.Equal(isHeard, Translate(update.ToJsonString()) is not null);
    }

    [Theory]
    [InlineData("@CongDongDemoBot BK-7F3", 0, "BK-7F3")]
    [InlineData("nhờ @CongDongDemoBot nhé", 4, "nhờ @CongDongDemoBot nhé")]
    public void In_a_group_the_bots_name_calls_it(string text, int offset, string heard)
    {
        var update = Sample.Json("update.message.group_command");
        update["message"]!["text"] = text;
        update["message"]!["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["offset"] = offset, ["length"] = 16 });

        Assert.Equal(heard, Translate(update.ToJsonString())!.Text);
    }

    [Fact]
    public void A_photo_that_answers_a_card_in_a_group_is_heard()
    {
        var update = Sample.Json("update.message.group_reply_to_bot");
        update["message"]!.AsObject().Remove("text");
        update["message"]!["photo"] = Sample.Json("update.message.photo")["message"]!["photo"]!.DeepClone();

        var heard = Translate(update.ToJsonString())!;

        Assert.Equal("355", heard.ReplyToMessageId);
        Assert.Equal(FileKind.Photo, Assert.Single(heard.Files).Kind);
    }

    [Theory]
    [InlineData("xin chao;drop")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("ảnh")]
    public void A_forged_start_payload_is_left_out(string payload)
    {
        var update = Sample.Json("update.message.start_deeplink");
        update["message"]!["text"] = "/start " + payload;

        var heard = Translate(update.ToJsonString())!;

        Assert.Equal("/start", heard.Text);
        Assert.Null(heard.StartPayload);
    }

    [Fact]
    public void Other_bots_are_not_answered()
    {
        var update = Sample.Json("update.message.text");
        update["message"]!["from"]!["is_bot"] = true;

        Assert.Null(Translate(update.ToJsonString()));
    }

    [Fact]
    public void A_place_that_is_not_on_earth_is_ignored()
    {
        var update = Sample.Json("update.message.location");
        update["message"]!["location"]!["latitude"] = 422.1;

        Assert.Null(Translate(update.ToJsonString()));
    }

    [Fact]
    public void A_promotion_in_a_group_is_no_arrival()
    {
        var update = Sample.Json("update.my_chat_member.added_to_group");
        update["my_chat_member"]!["old_chat_member"]!["status"] = "member";

        Assert.Null(Translate(update.ToJsonString()));
    }

    [Fact]
    public void Twenty_movements_of_a_live_location_are_one_point()
    {
        var heard = new[] { Sample.Text("update.message.live_location") }
            .Concat(Enumerable.Range(1, 20).Select(step =>
            {
                var moved = Sample.Json("update.edited_message.live_location");
                moved["edited_message"]!["location"]!["latitude"] = 22.14 + (step * 0.0001);
                return moved.ToJsonString();
            }))
            .Select(Translate)
            .OfType<IncomingMessage>();

        Assert.Equal(22.147102, Assert.Single(heard).Point!.Value.Latitude);
    }

    private static IncomingMessage? Translate(string json) =>
        TelegramUpdates.Translate(JsonSerializer.Deserialize<Update>(json, JsonBotAPI.Options)!, Bot, TelegramUpdateSamples.Now);
}
