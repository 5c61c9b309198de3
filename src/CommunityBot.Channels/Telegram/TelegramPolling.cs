using System.Text.Json;
using CommunityBot.Messages;
using Telegram.Bot;
using Telegram.Bot.Requests;

namespace CommunityBot.Channels.Telegram;

/// <summary>Asks Telegram for news. Confirms only what is committed: everything up to the first update that is not.</summary>
internal sealed class TelegramPolling(TelegramDoor door, TelegramLine line)
{
    private const int MostAtOnce = 100;

    private int? offset;

    /// <summary>One question and its answers: different chats at once, one chat in order.</summary>
    /// <param name="seconds">How long Telegram may wait for news.</param>
    /// <param name="cancellationToken">The host stops.</param>
    /// <returns>False when something was not committed and will be asked for again.</returns>
    public async Task<bool> AskAsync(int seconds, CancellationToken cancellationToken)
    {
        var updates = await line.Polling.SendRequest(
            new GetRawUpdatesRequest { Offset = offset, Limit = MostAtOnce, Timeout = seconds, AllowedUpdates = TelegramCommands.Wanted },
            cancellationToken);
        var chats = new Dictionary<ConversationKey, Task<bool>>();
        var turns = new List<(int Id, Task<bool> Turn)>(updates.Length);

        foreach (var update in updates)
        {
            if (IdOf(update) is { } id)
            {
                turns.Add((id, StartTurn(update, chats, cancellationToken)));
            }
        }

        foreach (var (id, turn) in turns)
        {
            if (!await turn)
            {
                await Task.WhenAll(turns.Select(each => each.Turn));
                return false;
            }

            offset = id + 1;
        }

        return true;
    }

    private Task<bool> StartTurn(JsonElement update, Dictionary<ConversationKey, Task<bool>> chats, CancellationToken cancellationToken)
    {
        if (door.Read(JsonSerializer.SerializeToUtf8Bytes(update, TelegramJson.Default.JsonElement)) is not { } heard)
        {
            return Task.FromResult(true);
        }

        var conversation = heard.Message.Conversation;
        var turn = chats.TryGetValue(conversation, out var before)
            ? AfterAsync(before, heard, cancellationToken)
            : door.HandleAsync(heard, CancellationToken.None); // what was begun is finished, also when the host stops
        chats[conversation] = turn;
        return turn;
    }

    /// <summary>What follows an uncommitted update of the same chat waits for it.</summary>
    private async Task<bool> AfterAsync(Task<bool> before, TelegramDoor.Heard heard, CancellationToken cancellationToken) =>
        await before && !cancellationToken.IsCancellationRequested && await door.HandleAsync(heard, CancellationToken.None);

    private static int? IdOf(JsonElement update) =>
        update.ValueKind == JsonValueKind.Object && update.TryGetProperty("update_id", out var id) && id.TryGetInt32(out var number) ? number : null;

    /// <summary>Like the library's own, but each update is read by itself: one that nobody can read must not hold up a hundred others.</summary>
    private sealed class GetRawUpdatesRequest() : RequestBase<JsonElement[]>("getUpdates")
    {
        public int? Offset { get; init; }

        public int Limit { get; init; }

        public int Timeout { get; init; }

        public required string[] AllowedUpdates { get; init; }
    }
}
