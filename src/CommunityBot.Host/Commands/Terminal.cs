using CommunityBot.Host.Settings;

namespace CommunityBot.Host.Commands;

/// <summary>What a command has of its caller: the settings on the command line, what comes in, where answers and complaints go.</summary>
internal sealed record Terminal(string[] Settings, TextReader Input, TextWriter Output, TextWriter Error)
{
    /// <summary>A start that serves no page: the command only uses what the bot knows.</summary>
    public HostStart Quietly => new(HostMode.Serve, Settings) { IsQuiet = true };

    /// <summary>One answer a line, at once, so that a program may talk with us line by line.</summary>
    public async Task AnswerLinesAsync(Func<string, string> answer, CancellationToken cancellationToken)
    {
        while (await Input.ReadLineAsync(cancellationToken) is { } line)
        {
            await Output.WriteLineAsync(answer(line).AsMemory(), cancellationToken);
            await Output.FlushAsync(cancellationToken);
        }
    }
}
