using System.CommandLine;
using CommunityBot.Host.Settings;

namespace CommunityBot.Host.Commands;

/// <summary>Starts the bot and stays until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Serve(Terminal terminal) => Start(
        terminal,
        HostMode.Serve,
        new BotCommand(
            "serve",
            "Runs the bot for real villagers: the messengers that have a token, the web chat, the officers' pages.",
            "Telegram__Token=123:abc CommunityBot.Host serve",
            "CommunityBot.Host serve --Storage:Path=/var/lib/communitybot --urls http://127.0.0.1:5080"));

    public static Command Demo(Terminal terminal) => Start(
        terminal,
        HostMode.Demo,
        new BotCommand(
            "demo",
            "Shows the bot with a seeded province on this PC only; its data lies in data/demo and no messenger is ever called.",
            "CommunityBot.Host demo"));

    public static async Task<int> RunAsync(Terminal terminal, HostMode mode, string? urls, CancellationToken cancellationToken)
    {
        var settings = urls is null ? terminal.Settings : [.. terminal.Settings, $"--urls={urls}"];
        await using var app = Program.Build(new HostStart(mode, settings));

        await app.StartAsync(cancellationToken);
        await terminal.Output.WriteLineAsync($"CommunityBot {(mode == HostMode.Demo ? "(demo) " : "")}→ {string.Join("  ", app.Urls)}");
        await app.WaitForShutdownAsync(cancellationToken);
        return (int)ExitCode.Done;
    }

    private static BotCommand Start(Terminal terminal, HostMode mode, BotCommand command)
    {
        var urls = UrlsOption();
        command.Add(urls);
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, mode, parsed.GetValue(urls), cancellationToken));
        return command;
    }

    private static Option<string?> UrlsOption() => new("--urls") { Description = $"Where to listen; normally {AddressCheck.Default}.", HelpName = "ADDRESS" };
}
