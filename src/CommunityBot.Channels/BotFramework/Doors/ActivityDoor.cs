using CommunityBot.Channels.BotFramework.Wire;
using CommunityBot.Messages;
using CommunityBot.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace CommunityBot.Channels.BotFramework.Doors;

/// <summary>Takes what a villager says in the web chat: first written down, then heard; acknowledged only when the turn is committed.</summary>
internal sealed class ActivityDoor(
    Doorkeeper keeper,
    ChatLog log,
    LiveSockets sockets,
    ActivityWriter writer,
    IIncoming incoming,
    Primitives.IChance chance,
    IOptions<DirectLineOptions> options,
    TimeProvider clock)
{
    private readonly Allowance talk = new(options.Value.ActivitiesPerMinute, TimeSpan.FromMinutes(1), clock);

    public async Task PostAsync(HttpContext context)
    {
        CrossSite.Allow(context);
        var (guest, refusal) = await AdmitAsync(context);
        var (activity, bad) = guest is null ? (null, refusal) : await BodyReader.ReadJsonAsync(context, WireJson.Default.Activity);

        if (guest is null || activity is null)
        {
            await Answer.RefuseAsync(context, (bad ?? refusal)!);
            return;
        }

        // Files come by upload only; an address in the body is never fetched and never kept.
        await TakeAsync(context, guest, activity with { Attachments = null }, []);
    }

    /// <summary>Lets a call in that wants to say something, unless it says too much.</summary>
    public async Task<(Guest? Guest, Refusal? Refusal)> AdmitAsync(HttpContext context)
    {
        var (guest, refusal) = await keeper.AdmitAsync(context, ConversationDoor.Of(context));
        return guest is not null && !talk.TryTake(guest.Conversation.Id) ? (null, Refusal.TooFast) : (guest, refusal);
    }

    /// <summary>Writes the activity down, hands it to the heart and answers.</summary>
    public async Task TakeAsync(HttpContext context, Guest guest, Activity activity, IReadOnlyList<IncomingFile> files)
    {
        if (Objection(activity) is { } objection)
        {
            await Answer.RefuseAsync(context, objection);
            return;
        }

        var said = activity with { Id = null, From = new ChannelAccount(guest.Token.User, guest.Token.UserName, "user") };
        var (id, refusal) = said.Type switch
        {
            "message" or "event" => await HearAsync(guest, said, files),
            "typing" => (ShowTyping(guest, said), null),
            _ => (PassingId(guest), null), // a kind of the protocol that says nothing to us
        };

        await (id is null
            ? Answer.RefuseAsync(context, refusal!)
            : Answer.WithAsync(context, StatusCodes.Status200OK, new ResourceResponse(id), WireJson.Readable.ResourceResponse));
    }

    private static Refusal? Objection(Activity activity) => activity switch
    {
        { Type: null or "" } => Refusal.Bad("Activity is missing \"type\""),
        { Text.Length: > IncomingReader.LongestText } => Refusal.Bad($"A text has at most {IncomingReader.LongestText} characters"),
        _ => null,
    };

    // The browser may be gone before the answer; what it said is finished all the same.
    private async Task<(string? Id, Refusal? Refusal)> HearAsync(Guest guest, Activity activity, IReadOnlyList<IncomingFile> files)
    {
        try
        {
            var source = IncomingReader.ClientIdOf(activity) is { } clientId ? "c:" + clientId : "n:" + ConversationAddress.New(chance);
            var stored = await log.AppendAsync(guest.Conversation.Id, source, activity, CancellationToken.None);

            if (stored is null)
            {
                return (null, Refusal.SignedOut);
            }

            return await IsHeardAsync(guest, stored, files) ? (stored.Id, null) : (null, Refusal.BotFailed);
        }
        catch (StoreUnavailableException)
        {
            return (null, Refusal.Again);
        }
    }

    private async Task<bool> IsHeardAsync(Guest guest, ChatActivity stored, IReadOnlyList<IncomingFile> files)
    {
        if (IncomingReader.Read(stored, guest.Token, files) is not { } message)
        {
            return true;
        }

        sockets.Show(stored.Conversation, writer.Typing(stored.Conversation), after: stored.Number);
        var receipt = await incoming.HandleAsync(message, CancellationToken.None);

        if (receipt.Notice is { Length: > 0 } notice)
        {
            sockets.Show(stored.Conversation, writer.Notice(stored.Conversation, notice));
        }

        return receipt.IsAcknowledged;
    }

    private string ShowTyping(Guest guest, Activity typing)
    {
        sockets.Show(guest.Conversation.Id, typing with { ChannelId = "directline", Conversation = new ConversationAccount(guest.Conversation.Id) });
        return PassingId(guest);
    }

    private string PassingId(Guest guest) => $"{guest.Conversation.Id}|passing-{ConversationAddress.New(chance)}";
}
