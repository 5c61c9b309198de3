using CommunityBot.Host.Commands;
using CommunityBot.TestKit.Talk;

namespace CommunityBot.Host.Tests.Commands;

/// <summary>A command as an operator types it, in a data folder of its own.</summary>
internal sealed record CommandRun(ExitCode Exit, string Output, string Error)
{
    public string[] Lines => Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    public static async Task<CommandRun> RunAsync(string dataFolder, string input, params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await CommandLine.RunAsync([.. words, $"--Storage:Path={dataFolder}", TestModel.Setting], new StringReader(input), output, error);
        return new CommandRun((ExitCode)exit, output.ToString(), error.ToString());
    }
}
