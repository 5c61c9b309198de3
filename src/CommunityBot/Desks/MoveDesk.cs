using CommunityBot.Communes;
using CommunityBot.Messages;
using CommunityBot.Storage;

namespace CommunityBot.Desks;

/// <summary>A desk's group got a new address or threw the bot out.</summary>
public static class MoveDesk
{
    public static async Task ToAsync(Work work, UnitKey? unit, ConversationKey from, ConversationKey to, CancellationToken cancellationToken)
    {
        var desk = await work.FindDeskAsync(unit, cancellationToken);

        if (desk.Chats.Any(chat => chat.Conversation == from))
        {
            work.Put(CommuneDesk.Kind, desk with
            {
                Chats = [.. desk.Chats.Where(chat => chat.Conversation != to).Select(chat => chat.Conversation == from ? chat with { Conversation = to } : chat)],
            });
        }
    }

    public static async Task CloseAsync(Work work, UnitKey? unit, ConversationKey conversation, CancellationToken cancellationToken)
    {
        var desk = await work.FindDeskAsync(unit, cancellationToken);

        if (desk.Chats.Any(chat => chat.Conversation == conversation))
        {
            work.Put(CommuneDesk.Kind, desk with { Chats = [.. desk.Chats.Where(chat => chat.Conversation != conversation)] });
        }
    }
}
