using CommunityBot.Desks;
using CommunityBot.Messages;

namespace CommunityBot.Conversations.AtDesk;

/// <summary>What somebody did in a staff conversation, as far as the desk cares.</summary>
public sealed record DeskEvent
{
    public required ConversationKey Where { get; init; }

    public required Sender Who { get; init; }

    public bool IsGroup { get; init; }

    public bool IsPress { get; init; }

    public string? MessageId { get; init; }

    public string? ReplyTo { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<IncomingFile> Files { get; init; } = [];

    public string? AlbumId { get; init; }

    public string OfficerId => Officer.IdOf(Where, Who);

    public static DeskEvent Of(Heard heard) => new()
    {
        Where = heard.Message.Conversation,
        Who = heard.Message.Sender,
        IsGroup = heard.Message.IsGroup,
        IsPress = heard.IsPress,
        MessageId = heard.IsPress ? null : heard.Message.MessageId,
        ReplyTo = heard.Message.ReplyToMessageId,
        Text = heard.Text,
        Files = heard.Message.Files,
        AlbumId = heard.Message.AlbumId,
    };
}
