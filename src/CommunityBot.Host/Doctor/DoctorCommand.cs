using System.CommandLine;
using System.Text.Json;
using CommunityBot.Host.Commands;
using CommunityBot.Storage;
using Microsoft.Extensions.Options;

namespace CommunityBot.Host.Doctor;

/// <summary>Examines the bot for its operator.</summary>
internal static class DoctorCommand
{
    public static Command Create(Terminal terminal)
    {
        var json = Commands.Options.Json();
        var command = new BotCommand(
            "doctor",
            "Looks at the folder, the disk, the clock, the store, the content, the borders and the running host; says what to do about each trouble.",
            "CommunityBot.Host doctor",
            "CommunityBot.Host doctor --json --Storage:Path=/var/lib/communitybot")
        {
            json,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, bool asJson, CancellationToken cancellationToken)
    {
        await using var app = Program.Build(terminal.Quietly);
        var storage = app.Services.GetRequiredService<IOptions<StoreOptions>>().Value;
        var findings = await ActivatorUtilities.CreateInstance<DoctorRound>(app.Services, storage).RunAsync(cancellationToken);

        await terminal.Output.WriteLineAsync(asJson
            ? JsonSerializer.Serialize(findings, CommandJson.Readable.IReadOnlyListDoctorFinding)
            : string.Join(Environment.NewLine, findings));
        return (int)(findings.All(finding => finding.IsGood) ? ExitCode.Done : ExitCode.MistakesFound);
    }
}
