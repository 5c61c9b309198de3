using System.CommandLine;
using CommunityBot.Host.Control;

namespace CommunityBot.Host.Commands;

/// <summary>Prints the codes by which a commune's desk, the province's administrators and campaigners are linked.</summary>
internal static class DeskCommand
{
    public static Command Create(Terminal terminal)
    {
        var commune = new Argument<string[]>("COMMUNE") { Description = "The commune by name or code.", Arity = ArgumentArity.ZeroOrMore };
        var administrator = new Option<bool>("--administrator") { Description = "A code for an administrator of the province instead." };
        var campaigner = new Option<bool>("--campaigner") { Description = "A code for a campaigner who records what villagers hear instead." };
        var revoke = new Option<string?>("--revoke") { Description = "Makes this code worthless.", HelpName = "CODE" };
        var json = Options.Json();
        var code = new BotCommand(
            "code",
            "Prints a code that links, once, a commune's desk and its lead (or an administrator, or a campaigner); whoever sends it to the bot is linked.",
            "CommunityBot.Host desk code \"Chợ Rã\"",
            "CommunityBot.Host desk code 01912 --json",
            "CommunityBot.Host desk code --administrator",
            "CommunityBot.Host desk code --campaigner",
            "CommunityBot.Host desk code --revoke MOI-7F3K-9QMD-2XWA") { commune, administrator, campaigner, revoke, json };
        code.SetAction((parsed, cancellationToken) => OnHost.RunAsync(
            terminal,
            Request(string.Join(' ', parsed.GetValue(commune) ?? []), parsed.GetValue(administrator), parsed.GetValue(campaigner), parsed.GetValue(revoke)),
            parsed.GetValue(json),
            cancellationToken));

        return new BotCommand("desk", "The desks where officers answer.", "CommunityBot.Host desk code \"Chợ Rã\"") { code };
    }

    private static ControlRequest Request(string commune, bool isAdministrator, bool isCampaigner, string? revoked)
    {
        var arguments = new Dictionary<string, string> { [DeskCode.Commune] = commune };

        if (isAdministrator)
        {
            arguments[DeskCode.Administrator] = "";
        }

        if (isCampaigner)
        {
            arguments[DeskCode.Campaigner] = "";
        }

        if (revoked is not null)
        {
            arguments[DeskCode.Revoke] = revoked;
        }

        return new ControlRequest(DeskCode.ActionName, arguments);
    }
}
