using System.CommandLine;
using System.CommandLine.Help;
using CommunityBot.Host.Doctor;
using CommunityBot.Host.Settings;
using CommunityBot.Primitives;
using CommunityBot.Storage;
using Microsoft.AspNetCore.Connections;

namespace CommunityBot.Host.Commands;

/// <summary>Every command of the bot, for the person who runs it.</summary>
internal static class CommandLine
{
    private const string SettingsNote =
        "Any setting may be added as --Section:Key=value, for example --Storage:Path=/var/lib/communitybot.";

    public static async Task<int> RunAsync(string[] arguments, TextReader input, TextWriter output, TextWriter error)
    {
        var (settings, words) = SettingsArguments.Split(arguments);
        var terminal = new Terminal(settings, input, output, error);
        var invocation = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,

            // The host stops by itself on SIGTERM and takes the time its commits need.
            ProcessTerminationTimeout = null,
        };

        try
        {
            var parsed = Root(terminal).Parse(words);
            var exit = await parsed.InvokeAsync(invocation);
            return parsed.Errors.Count > 0 ? (int)ExitCode.WrongUse : exit;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var (exit, sentence) = Explain(exception);
            await error.WriteLineAsync(sentence);
            return (int)exit;
        }
    }

    public static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("CommunityBot: villagers report, communes answer. Without a command it starts the demo. " + SettingsNote)
        {
            ServeCommand.Serve(terminal),
            ServeCommand.Demo(terminal),
            DoctorCommand.Create(terminal),
            ContentCommand.Create(terminal),
            ImportCommand.Create(terminal),
            DeskCommand.Create(terminal),
            ZaloCommand.Create(terminal),
            UnderstandCommand.Create(terminal),
            LocateCommand.Create(terminal),
            StoreCommands.Backup(terminal),
            StoreCommands.Restore(terminal),
            StoreCommands.Verify(terminal),
        };
        root.SetAction((_, cancellationToken) => ServeCommand.RunAsync(terminal, HostMode.Demo, urls: null, cancellationToken));

        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpWithExamples((HelpAction)help.Action!);
        }

        return root;
    }

    private static (ExitCode Exit, string Sentence) Explain(Exception exception) => exception switch
    {
        SettingsException settings => (ExitCode.WrongSettings, settings.ForOperators()),
        ContentException content => (ExitCode.MistakesFound, content.Message),
        InvalidOperationException { InnerException: IOException } inUse => (ExitCode.FolderInUse, $"✗ {inUse.Message}"),
        StoreUnavailableException store => (ExitCode.StoreTrouble, $"✗ {store.Message}"),
        IOException { InnerException: AddressInUseException } => (
            ExitCode.Failed, "✗ Another program listens on this address; choose another one with --urls. / Địa chỉ này đang có chương trình khác dùng; hãy chọn địa chỉ khác bằng --urls."),
        _ => (ExitCode.Failed, exception.ToString()),
    };
}
