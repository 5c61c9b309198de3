using CommunityBot.Messages;
using CommunityBot.Storage;

namespace CommunityBot.Channels.BotFramework;

/// <summary>The web chat as the heart sees it: what the bot says becomes an activity in the log, browsers come and read it.</summary>
internal sealed class WebChatChannel(ChatLog log, ActivityWriter writer, ChatUploads uploads, LiveSockets sockets) : IChannel, IConversationKeeper
{
    public const string ChannelName = "webchat";

    public string Name => ChannelName;

    public string Channel => ChannelName;

    public ChannelPace Pace => ChannelPace.Unlimited;

    public ChannelStatus Status { get; } = new(ChannelState.Working, "The web chat is part of this host; it works while the host does.");

    /// <summary>The row's id is the activity's source, so sending a row again finds the activity of the first time: nothing is ever Unknown.</summary>
    public async Task<SendOutcome> SendAsync(OutboxRow row, string? replaced, CancellationToken cancellationToken)
    {
        try
        {
            var activity = await writer.WriteAsync(row.Message, replaced, cancellationToken);
            var appended = await log.AppendAsync(row.Conversation.Address, "o:" + row.Id, activity, cancellationToken);
            return appended is null ? new SendOutcome.ReceiverLeft() : new SendOutcome.Delivered(appended.Id);
        }
        catch (StoreUnavailableException)
        {
            return new SendOutcome.TryLater("The store cannot commit now.");
        }
    }

    public async Task<FetchedFile> FetchAsync(IncomingFile file, long limitBytes, CancellationToken cancellationToken)
    {
        if (file.FetchId.Split('/') is not [var conversation, var hash] || uploads.FindPath(conversation, hash) is not { } path)
        {
            return new FetchedFile.Gone("The web chat keeps no such file any more.");
        }

        return new FileInfo(path).Length > limitBytes
            ? new FetchedFile.TooBig()
            : new FetchedFile.Bytes(await File.ReadAllBytesAsync(path, cancellationToken));
    }

    public Task SignOutAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        log.SignOutAsync(conversation.Address, cancellationToken);

    public async Task ForgetAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        await log.ForgetAsync(conversation.Address, cancellationToken);
        uploads.Forget(conversation.Address);
        sockets.Show(conversation.Address, writer.Forgotten(conversation.Address));
    }
}
