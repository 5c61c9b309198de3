using System.CommandLine;
using CommunityBot.Host.Control;

namespace CommunityBot.Host.Commands;

/// <summary>Lets the bot speak for a Zalo Official Account.</summary>
internal static class ZaloCommand
{
    public static Command Create(Terminal terminal)
    {
        var token = new Option<string?>("--refresh-token")
        {
            Description = "A refresh token copied from Zalo's API Explorer, where the link cannot be used.",
            HelpName = "TOKEN",
        };
        var json = Options.Json();
        var connect = new BotCommand(
            "connect",
            "Prints the link by which an administrator of the Official Account agrees that the bot speaks for it; needed once, and again when Zalo stops renewing.",
            "CommunityBot.Host zalo connect",
            "CommunityBot.Host zalo connect --refresh-token abc…") { token, json };
        connect.SetAction((parsed, cancellationToken) => OnHost.RunAsync(
            terminal, Request(parsed.GetValue(token)), parsed.GetValue(json), cancellationToken));

        return new BotCommand("zalo", "The Zalo Official Account.", "CommunityBot.Host zalo connect") { connect };
    }

    private static ControlRequest Request(string? token)
    {
        var arguments = new Dictionary<string, string> { [ConnectChannel.Channel] = "zalo" };

        if (token is not null)
        {
            arguments[ConnectChannel.RefreshToken] = token;
        }

        return new ControlRequest(ConnectChannel.ActionName, arguments);
    }
}
