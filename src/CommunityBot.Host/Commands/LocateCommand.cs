using System.CommandLine;
using CommunityBot.Communes;

namespace CommunityBot.Host.Commands;

/// <summary>Which commune a name or a point belongs to, exactly as the bot would decide.</summary>
internal static class LocateCommand
{
    public static Command Create(Terminal terminal)
    {
        var query = new Argument<string[]>("PLACE")
        {
            Description = "A former or present name, or latitude and longitude. Without it one query a line is read from standard input.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var json = Options.Json();
        var command = new BotCommand(
            "locate",
            "Says which commune is responsible for a name or a point today, and why.",
            "CommunityBot.Host locate 22.35 105.89",
            "CommunityBot.Host locate \"thuong giao\"",
            "CommunityBot.Host locate --json < places.txt")
        {
            query,
            json,
        };

        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed.GetValue(query) ?? [], parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string[] query, bool asJson, CancellationToken cancellationToken)
    {
        await using var app = Program.Build(terminal.Quietly);
        var locate = app.Services.GetRequiredService<Locate>();

        if (query.Length == 0)
        {
            await terminal.AnswerLinesAsync(line => Say(locate.Ask(line), asJson), cancellationToken);
            return (int)ExitCode.Done;
        }

        var answer = locate.Ask(string.Join(' ', query));
        await terminal.Output.WriteLineAsync(Say(answer, asJson));
        return (int)(answer is CommuneAnswer.Outside or CommuneAnswer.Unknown ? ExitCode.NotFound : ExitCode.Done);
    }

    private static string Say(CommuneAnswer answer, bool asJson) => asJson ? Locate.Json(answer) : Locate.Text(answer);
}
