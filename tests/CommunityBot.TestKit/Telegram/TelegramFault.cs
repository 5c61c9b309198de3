using System.Globalization;
using System.Text.Json;

namespace CommunityBot.TestKit.Telegram;

/// <summary>What goes wrong with one call: an error answer, a cut line, a slow or hanging answer.</summary>
public sealed record TelegramFault
{
    public int Status { get; private init; }

    public string Body { get; private init; } = "";

    public string ContentType { get; private init; } = "application/json";

    /// <summary>The line is cut and nothing was delivered.</summary>
    public bool CutsBefore { get; private init; }

    /// <summary>The message was delivered, but the line is cut instead of an answer.</summary>
    public bool CutsAfter { get; private init; }

    /// <summary>The call waits for this before anything else happens; then it is answered as usual.</summary>
    public Func<CancellationToken, Task>? Wait { get; private init; }

    public static TelegramFault CutBeforeDelivery { get; } = new() { CutsBefore = true };

    public static TelegramFault CutAfterDelivery { get; } = new() { CutsAfter = true };

    /// <summary>The message is delivered and the bot never hears about it: the call hangs until the bot gives up.</summary>
    public static TelegramFault HangAfterDelivery { get; } = new() { CutsAfter = true, Wait = token => Task.Delay(Timeout.Infinite, token) };

    public static TelegramFault BlockedByUser { get; } = Error(403, "Forbidden: bot was blocked by the user");

    public static TelegramFault BadGateway { get; } = new()
    {
        Status = 502,
        ContentType = "text/html",
        Body = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body></body></html>",
    };

    public static TelegramFault TooManyRequests(int retryAfter) => new()
    {
        Status = 429,
        Body = $$$"""{"ok":false,"error_code":429,"description":"Too Many Requests: retry after {{{retryAfter}}}","parameters":{"retry_after":{{{retryAfter}}}}}""",
    };

    public static TelegramFault Moved(long newChat) => new()
    {
        Status = 400,
        Body = $$$"""{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":{{{newChat}}}}}""",
    };

    public static TelegramFault Error(int status, string description) => new()
    {
        Status = status,
        Body = "{\"ok\":false,\"error_code\":" + status.ToString(CultureInfo.InvariantCulture)
            + ",\"description\":" + JsonSerializer.Serialize(description) + "}",
    };

    /// <summary>An answer exactly as recorded.</summary>
    public static TelegramFault Raw(int status, string body, string contentType = "application/json") =>
        new() { Status = status, Body = body, ContentType = contentType };

    public static TelegramFault Slow(TimeSpan delay) => new() { Wait = token => Task.Delay(delay, token) };

    /// <summary>The call waits until the test opens the gate.</summary>
    public static TelegramFault HeldBy(Task gate) => new() { Wait = gate.WaitAsync };
}

/// <summary>The script of what goes wrong; empty means that everything works.</summary>
public sealed class TelegramFaults
{
    private readonly Lock gate = new();
    private readonly List<Rule> rules = [];

    /// <summary>Asked for every call before the script; for random storms.</summary>
    public Func<TelegramCall, TelegramFault?>? Weather { get; set; }

    /// <summary>The next calls of this method (all methods with "*"; all chats without a chat) fail like this.</summary>
    public void Next(string method, TelegramFault fault, int times = 1, long? chat = null)
    {
        lock (gate)
        {
            rules.Add(new Rule(method, chat, fault) { Left = times });
        }
    }

    /// <summary>Until <see cref="Clear"/>, all calls of this method fail like this.</summary>
    public void Always(string method, TelegramFault fault, long? chat = null) => Next(method, fault, int.MaxValue, chat);

    public void Clear()
    {
        lock (gate)
        {
            rules.Clear();
            Weather = null;
        }
    }

    internal TelegramFault? For(TelegramCall call)
    {
        if (Weather?.Invoke(call) is { } fault)
        {
            return fault;
        }

        if (rules.Count == 0)
        {
            return null;
        }

        lock (gate)
        {
            var rule = rules.Find(each => each.Left > 0
                && (each.Method == "*" || each.Method.Equals(call.Method, StringComparison.OrdinalIgnoreCase))
                && (each.Chat is null || each.Chat == call.ChatId));

            if (rule is null)
            {
                return null;
            }

            rule.Left -= rule.Left == int.MaxValue ? 0 : 1;
            return rule.Fault;
        }
    }

    private sealed record Rule(string Method, long? Chat, TelegramFault Fault)
    {
        public int Left { get; set; }
    }
}
