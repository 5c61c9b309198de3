using CommunityBot.Understanding;
using Command = System.CommandLine.Command;

namespace CommunityBot.Host.Commands;

/// <summary>How the bot would understand a villager's message, for whoever writes the vocabulary.</summary>
internal static class UnderstandCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new BotCommand(
            "understand",
            "Reads one message a line from standard input and writes intent, topic or category, confidence, second and third guess, separated by tabs.",
            "echo \"vòi nước nhà tôi hỏng\" | CommunityBot.Host understand");

        command.SetAction(async (_, cancellationToken) =>
        {
            await using var app = Program.Build(terminal.Quietly);
            var reader = app.Services.GetRequiredService<IntentReader>();
            app.Services.GetRequiredService<LearnToUnderstand>().RecallOrLearn(cancellationToken);
            await terminal.AnswerLinesAsync(reader.Describe, cancellationToken);
            return (int)ExitCode.Done;
        });
        return command;
    }
}
