using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace CommunityBot.Host.Commands;

/// <summary>The usual help page, with examples and the exit codes below.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        usual.MaxWidth = 120;
        usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;

        if (parseResult.CommandResult.Command is BotCommand command)
        {
            output.WriteLine("Examples:");
            WriteAll(output, command.Examples);
            output.WriteLine();
        }

        output.WriteLine("Exit codes:");
        WriteAll(output, Enum.GetValues<ExitCode>().Select(code => $"{(int)code} {Words(code)}"));
        return (int)ExitCode.Done;
    }

    private static void WriteAll(TextWriter output, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            output.WriteLine($"  {line}");
        }
    }

    private static string Words(ExitCode code) => code switch
    {
        ExitCode.Done => "done",
        ExitCode.Failed => "failed, the log says why",
        ExitCode.WrongUse => "wrong command line",
        ExitCode.WrongSettings => "wrong settings, all of them listed",
        ExitCode.MistakesFound => "what was checked has mistakes",
        ExitCode.NotFound => "no such place, commune or file",
        ExitCode.FolderInUse => "the data folder is in use",
        ExitCode.StoreTrouble => "the store cannot be read or written",
    };
}
