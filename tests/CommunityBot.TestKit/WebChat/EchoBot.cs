using System.Collections.Concurrent;
using CommunityBot.Messages;
using CommunityBot.Primitives;

namespace CommunityBot.TestKit.WebChat;

/// <summary>A bot without a heart: it remembers what it heard and answers with a few fixed sentences, through the channel like the real one.</summary>
public sealed class EchoBot(Lazy<IChannel> channel, TimeProvider clock) : IIncoming
{
    private readonly ConcurrentDictionary<string, bool> known = new();
    private readonly SystemChance chance = new();

    public ConcurrentQueue<IncomingMessage> Heard { get; } = new();

    /// <summary>How many of the next events it does not acknowledge.</summary>
    public int Refusals { get; set; }

    /// <summary>How often it was asked, repeated events included.</summary>
    public int Asked { get; private set; }

    public async Task<TurnReceipt> HandleAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        Asked++;

        if (Refusals > 0)
        {
            Refusals--;
            return TurnReceipt.Again;
        }

        if (!known.TryAdd($"{message.Conversation} {message.EventId}", true))
        {
            return TurnReceipt.Acknowledged;
        }

        Heard.Enqueue(message);
        await SayAsync(message.Conversation, AnswerTo(message), cancellationToken);
        return message.Kind == IncomingKind.Press ? new TurnReceipt(true, "Đã bấm") : TurnReceipt.Acknowledged;
    }

    /// <summary>Says something of its own accord.</summary>
    public Task<SendOutcome> SayAsync(ConversationKey conversation, OutgoingMessage message, CancellationToken cancellationToken = default)
    {
        var row = new OutboxRow
        {
            Id = RowId.New(clock.GetUtcNow(), 0, chance),
            Conversation = conversation,
            Message = message,
            Lane = Lane.Interactive,
            State = OutboxState.Sending,
            CreatedAt = clock.GetUtcNow(),
        };
        return channel.Value.SendAsync(row, message.ReplacesMessageId, cancellationToken);
    }

    private static OutgoingMessage AnswerTo(IncomingMessage message) => message switch
    {
        { Kind: IncomingKind.Arrived } => new OutgoingMessage
        {
            Text = message.StartPayload is { } payload ? $"Chào bà con, mã {payload}" : "Chào bà con",
            Buttons = [[new Button("🚰 Báo nước", "bao-nuoc"), new Button("🗑 Báo rác", "bao-rac")], [new Button("Trợ giúp", "tro-giup")]],
        },
        { Kind: IncomingKind.Press } => new OutgoingMessage { Text = $"Đã chọn {message.ButtonKey}", ReplacesMessageId = message.ButtonKey == "doi" ? message.MessageId : null },
        { Kind: IncomingKind.Unreadable } => new OutgoingMessage { Text = "Chưa đọc được loại này" },
        { Point: { } point } => new OutgoingMessage { Text = "Đã nhận vị trí", Pin = point },
        { Files.Count: > 0 } => new OutgoingMessage { Text = $"Đã nhận {message.Files.Count} tệp" },
        { Text: "vị trí" } => new OutgoingMessage { Text = "Ở đâu?", AskLocationLabel = "Gửi vị trí" },
        { Text: "thẻ" } => new OutgoingMessage { Text = "Phiếu BK-7F3-K9Q-MDT", Buttons = [[new Button("Đổi", "doi"), new Button("Nhận việc", "nhan")]] },
        { Text: "ảnh" } => new OutgoingMessage { Text = "Ảnh đây", Picture = new OutgoingFile(FileKind.Photo, "content:rac", "Ba thùng rác") },
        _ => new OutgoingMessage { Text = $"Bà con nói: {message.Text}", ReplyTo = message.MessageId },
    };
}
