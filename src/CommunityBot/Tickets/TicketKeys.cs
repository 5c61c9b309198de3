namespace CommunityBot.Tickets;

/// <summary>The keys of the buttons on cards and in the villager's messages; at most 64 bytes, valid for weeks, never proof of any right.</summary>
public static class TicketKeys
{
    /// <summary>Every key of an officer's button: "t:acc:7F3K9QMDT".</summary>
    public const string Officer = "t:";

    public const string Accept = "acc";
    public const string Start = "go";
    public const string Ask = "ask";
    public const string Forward = "fwd";
    public const string Decline = "dec";
    public const string Resolve = "res";
    public const string Reporter = "who";
    public const string Category = "cat";
    public const string Culprit = "cul";
    public const string Open = "see";
    /// <summary>"t:out:7F3K9QMDT:repaired".</summary>
    public const string Outcome = "out";

    /// <summary>"t:fto:7F3K9QMDT:2025-01912".</summary>
    public const string ForwardTo = "fto";
    public const string AgreeReopen = "yes";
    public const string RefuseReopen = "no";

    /// <summary>Every key of a button for the villager: "v:ok:7F3K9QMDT".</summary>
    public const string Villager = "v:";

    public const string Fixed = "ok";
    public const string StillBroken = "bad";
    public const string Answer = "ans";
    public const string Withdraw = "wd";
    public const string ReallyWithdraw = "wdy";

    public static string ForOfficer(string action, TicketId ticket, string? more = null) =>
        more is null ? $"{Officer}{action}:{ticket.Code}" : $"{Officer}{action}:{ticket.Code}:{more}";

    public static string ForVillager(string action, TicketId ticket) => $"{Villager}{action}:{ticket.Code}";

    /// <summary>What a pressed key means; null for a forged or broken one.</summary>
    public static TicketPress? Read(string key, string prefix)
    {
        if (key.Length > 64 || !key.StartsWith(prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = key[prefix.Length..].Split(':', 3);
        return parts.Length >= 2 && TicketId.TryParse(parts[1], out var ticket)
            ? new TicketPress(parts[0], ticket, parts.Length == 3 ? parts[2] : null)
            : null;
    }
}

/// <summary>A pressed button of a ticket.</summary>
public sealed record TicketPress(string Action, TicketId Ticket, string? More);
