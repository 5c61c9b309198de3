using CommunityBot.Primitives;
using CommunityBot.Tickets;

namespace CommunityBot.Conversations.AtDesk;

/// <summary>A typed command of an officer: "/nhan BK-7F3-K9Q-MDT", "xong 7F3K9QMDT", "việc hôm nay".</summary>
/// <param name="Verb">What to do; null when only a code was typed.</param>
/// <param name="Ticket">Which ticket.</param>
/// <param name="Other">The second ticket of "trùng".</param>
internal sealed record DeskCommand(DeskVerb? Verb, TicketId? Ticket, TicketId? Other)
{
    private const int LongestCommand = 80;

    private static readonly (string Words, DeskVerb Verb)[] Known =
    [
        ("viec hom nay", DeskVerb.Today), ("viec", DeskVerb.Today), ("hom nay", DeskVerb.Today), ("danh sach", DeskVerb.Today),
        ("start", DeskVerb.Today), ("menu", DeskVerb.Today), ("ve dau", DeskVerb.Today),
        ("nhan viec", DeskVerb.Accept), ("nhan", DeskVerb.Accept),
        ("dang lam", DeskVerb.Start), ("dang xu ly", DeskVerb.Start),
        ("da xong", DeskVerb.Resolve), ("xong", DeskVerb.Resolve),
        ("hoi them", DeskVerb.Ask), ("hoi", DeskVerb.Ask),
        ("chuyen", DeskVerb.Forward),
        ("tu choi", DeskVerb.Decline), ("tuchoi", DeskVerb.Decline),
        ("xem nguoi bao", DeskVerb.Reporter), ("nguoi bao", DeskVerb.Reporter),
        ("xem", DeskVerb.Open), ("mo", DeskVerb.Open), ("phieu", DeskVerb.Open),
        ("trung", DeskVerb.Duplicate),
        ("can bo", DeskVerb.People), ("canbo", DeskVerb.People), ("nguoi", DeskVerb.People),
        ("moi can bo", DeskVerb.Invite), ("moi", DeskVerb.Invite),
        ("huy", DeskVerb.Cancel), ("thoi", DeskVerb.Cancel), ("quay lai", DeskVerb.Cancel),
        ("tro giup", DeskVerb.Help), ("help", DeskVerb.Help),
    ];

    /// <summary>Null when these are ordinary words.</summary>
    public static DeskCommand? Read(string? text)
    {
        if (text is null or { Length: > LongestCommand })
        {
            return null;
        }

        if (TicketId.TryParse(text, out var only))
        {
            return new DeskCommand(null, only, null);
        }

        var words = WithoutBotName(VietnameseText.Fold(text).TrimStart('/')).Trim();
        var (known, verb) = Array.Find(Known, one => words == one.Words || words.StartsWith($"{one.Words} ", StringComparison.Ordinal));

        if (known is null)
        {
            return null;
        }

        var rest = words[known.Length..].Trim();
        return rest.Length == 0 ? new DeskCommand(verb, null, null) : WithTickets(verb, rest);
    }

    private static DeskCommand? WithTickets(DeskVerb verb, string rest)
    {
        if (TicketId.TryParse(rest, out var ticket))
        {
            return new DeskCommand(verb, ticket, null);
        }

        return rest.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var first, .., var last]
            && TicketId.TryParse(first, out var one)
            && TicketId.TryParse(last, out var other)
                ? new DeskCommand(verb, one, other)
                : null;
    }

    /// <summary>In a group a command carries the bot's name: "/nhan@xa_bot".</summary>
    private static string WithoutBotName(string words)
    {
        var at = words.IndexOf('@', StringComparison.Ordinal);

        if (at < 0)
        {
            return words;
        }

        var end = words.IndexOf(' ', at);
        return end < 0 ? words[..at] : words[..at] + words[end..];
    }
}

/// <summary>What an officer can type.</summary>
internal enum DeskVerb
{
    Today,
    Accept,
    Start,
    Resolve,
    Ask,
    Forward,
    Decline,
    Reporter,
    Open,
    Duplicate,
    People,
    Invite,
    Cancel,
    Help,
}
