using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CommunityBot.Primitives;
using CommunityBot.Storage;
using Microsoft.Extensions.Options;

namespace CommunityBot.Host.Commands;

/// <summary>Copies, restores and examines what the bot remembers; reads files only, so a running host is not disturbed.</summary>
internal static class StoreCommands
{
    public static Command Backup(Terminal terminal)
    {
        var folder = Folder("TO", "Where the copy goes, best on another disk; normally a new folder beside the data folder.");
        var json = Options.Json();
        var command = new BotCommand(
            "backup",
            "Copies store, photos and keys into a folder while the bot runs, and proves that the copy can be read.",
            "CommunityBot.Host backup /mnt/usb/communitybot") { folder, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            terminal,
            parsed.GetValue(json),
            (maintenance, storage, clock) => maintenance.BackupAsync(parsed.GetValue(folder)?.FullName ?? NewFolderBeside(storage, clock), cancellationToken)));
        return command;
    }

    public static Command Restore(Terminal terminal)
    {
        var from = new Argument<DirectoryInfo>("FROM") { Description = "A folder that 'backup' wrote." };
        var to = Folder("TO", "An empty or new folder; normally the data folder.");
        var until = new Option<DateTimeOffset?>("--until") { Description = "Leaves out what was committed later, for example 2026-11-23T14:00+07:00." };
        var json = Options.Json();
        var command = new BotCommand(
            "restore",
            "Makes a data folder out of a backup, without the people who were erased since.",
            "CommunityBot.Host restore /mnt/usb/communitybot /var/lib/communitybot") { from, to, until, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            terminal,
            parsed.GetValue(json),
            (maintenance, storage, _) => maintenance.RestoreAsync(
                parsed.GetRequiredValue(from).FullName, parsed.GetValue(to)?.FullName ?? storage.Folder, parsed.GetValue(until), cancellationToken)));
        return command;
    }

    public static Command Verify(Terminal terminal)
    {
        var folder = Folder("FOLDER", "A data folder or a backup; normally the data folder.");
        var json = Options.Json();
        var command = new BotCommand(
            "verify",
            "Reads every record of a data folder or backup and says what is there and what is wrong.",
            "CommunityBot.Host verify /mnt/usb/communitybot") { folder, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            terminal,
            parsed.GetValue(json),
            (maintenance, storage, _) => maintenance.VerifyAsync(parsed.GetValue(folder)?.FullName ?? storage.Folder, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, bool asJson, Func<IStoreMaintenance, StoreOptions, TimeProvider, Task<StoreContents>> work)
    {
        await using var app = Program.Build(terminal.Quietly);
        var services = app.Services;

        try
        {
            var contents = await work(
                services.GetRequiredService<IStoreMaintenance>(),
                services.GetRequiredService<IOptions<StoreOptions>>().Value,
                services.GetRequiredService<TimeProvider>());
            await terminal.Output.WriteLineAsync(asJson ? JsonSerializer.Serialize(contents, CommandJson.Readable.StoreContents) : InWords(contents));
            return (int)(contents.Problems.Count == 0 ? ExitCode.Done : ExitCode.StoreTrouble);
        }
        catch (InvalidOperationException exception)
        {
            await terminal.Error.WriteLineAsync($"✗ {exception.Message}");
            return (int)ExitCode.StoreTrouble;
        }
    }

    private static string InWords(StoreContents contents)
    {
        var counts = contents.Documents.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"  {pair.Key}: {pair.Value:N0}");
        var problems = contents.Problems.Select(problem => $"✗ {problem}");
        return string.Join(
            Environment.NewLine,
            contents.Problems.Count == 0 ? [$"✓ Whole, up to commit {contents.LastCommit}.", .. counts] : problems);
    }

    private static string NewFolderBeside(StoreOptions storage, TimeProvider clock) =>
        $"{storage.Folder}-backups{Path.DirectorySeparatorChar}{clock.GetUtcNow().InVietnam().ToString("yyyy-MM-dd-HHmm", CultureInfo.InvariantCulture)}";

    private static Argument<DirectoryInfo?> Folder(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.ZeroOrOne };
}
