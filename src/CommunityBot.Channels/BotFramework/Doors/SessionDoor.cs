using System.Text.RegularExpressions;
using CommunityBot.Channels.BotFramework.Wire;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using Microsoft.AspNetCore.Http;

namespace CommunityBot.Channels.BotFramework.Doors;

/// <summary>Gives our own page a token for the conversation in its cookie, and a new conversation to those who come for the first time.</summary>
internal sealed partial class SessionDoor(
    ChatTokens tokens, ChatLog log, OwnAddress own, AddressAllowance newcomers, IChance chance, IEnumerable<IFixedSeats> fixedSeats)
{
    /// <summary>A page of another site cannot set it without being asked first, and nobody is there to say yes.</summary>
    public const string PageHeader = "X-Chat-Page";

    // The longest a browser keeps any cookie.
    private static readonly TimeSpan CookieLife = TimeSpan.FromDays(400);

    public async Task OpenAsync(HttpContext context)
    {
        var seat = context.Request.Query["seat"].ToString();

        if (!ComesFromOurPage(context.Request) || (seat.Length > 0 && !SeatName().IsMatch(seat)))
        {
            await Answer.RefuseAsync(context, Refusal.OtherSite);
            return;
        }

        var known = fixedSeats.FirstOrDefault(seats => seats.AddressOf(seat) is not null);
        var (conversation, refusal) = known?.AddressOf(seat) is { } address
            ? await SitDownAsync(context, address, known.NameOf(seat))
            : await RememberAsync(context, CookieName(context.Request, seat));
        await (conversation is null ? Answer.RefuseAsync(context, refusal!) : AnswerAsync(context, conversation));
    }

    private static string Suffix(string seat) => seat.Length == 0 ? "" : "-" + seat;

    private async Task<(ChatConversation? Conversation, Refusal? Refusal)> SitDownAsync(HttpContext context, string address, string? name)
    {
        var (conversation, _) = await log.OpenAsync(address, "dl_" + address, name, context.RequestAborted);
        return conversation.IsSignedOut ? (null, Refusal.SignedOut) : (conversation, null);
    }

    private async Task<(ChatConversation? Conversation, Refusal? Refusal)> RememberAsync(HttpContext context, string cookie)
    {
        var known = tokens.ReadCookie(context.Request.Cookies[cookie]) is { } address ? await log.FindAsync(address, context.RequestAborted) : null;

        if (known is null or { IsSignedOut: true })
        {
            if (!newcomers.TryTake(context))
            {
                return (null, Refusal.TooFast);
            }

            (known, _) = await log.OpenAsync(ConversationAddress.New(chance), ConversationAddress.NewUser(chance), userName: null, context.RequestAborted);
        }

        context.Response.Cookies.Append(cookie, tokens.IssueCookie(known.Id, known.User), new CookieOptions
        {
            HttpOnly = true,
            Secure = own.IsSecure(context.Request),
            SameSite = SameSiteMode.Lax,
            MaxAge = CookieLife,
            IsEssential = true,
        });
        return (known, null);
    }

    private Task AnswerAsync(HttpContext context, ChatConversation conversation)
    {
        var token = new ChatToken(conversation.Id, conversation.User, conversation.UserName, ConversationAddress.New(chance), Origins: null);
        var session = new SessionResponse(conversation.Id, tokens.Issue(token), ChatTokens.LifeInSeconds, conversation.User, conversation.Count);
        return Answer.WithAsync(context, StatusCodes.Status200OK, session, WireJson.Readable.SessionResponse);
    }

    private string CookieName(HttpRequest request, string seat) => (own.IsSecure(request) ? "__Host-chat" : "chat") + Suffix(seat);

    private bool ComesFromOurPage(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return request.Headers.ContainsKey(PageHeader) && (site is "" or "same-origin") && (origin.Length == 0 || own.IsOurs(origin, request));
    }

    [GeneratedRegex("^[a-z0-9-]{1,20}$")]
    private static partial Regex SeatName();
}
