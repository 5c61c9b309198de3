using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using CommunityBot.Primitives;

namespace CommunityBot.Host.Commands;

/// <summary>Tells the people who write content every mistake at once, in Vietnamese.</summary>
internal static class ContentCommand
{
    public static Command Create(Terminal terminal)
    {
        var json = Options.Json();
        var check = new BotCommand(
            "check",
            "Reads the whole content folder and lists every mistake with file and line.",
            "CommunityBot.Host content check",
            "CommunityBot.Host content check --Content:Path=../content")
        {
            json,
        };
        check.SetAction((parsed, _) => CheckAsync(terminal, parsed.GetValue(json)));

        return new BotCommand("content", "What the bot teaches and says.", "CommunityBot.Host content check") { check, ContentReportCommand.Create(terminal) };
    }

    private static async Task<int> CheckAsync(Terminal terminal, bool asJson)
    {
        await using var app = Program.Build(terminal.Quietly);
        var findings = app.Services.GetServices<IContentCheck>().Select(check => check.Check()).ToList();
        var all = new ContentFindings(
            [.. findings.SelectMany(one => one.Mistakes).Distinct()], [.. findings.SelectMany(one => one.Hints).Distinct()])
        {
            Coverage = [.. findings.SelectMany(one => one.Coverage)],
        };

        await terminal.Output.WriteLineAsync(asJson ? JsonSerializer.Serialize(all, CommandJson.Readable.ContentFindings) : InWords(all));
        return (int)(all.Mistakes.Count > 0 ? ExitCode.MistakesFound : ExitCode.Done);
    }

    private static string InWords(ContentFindings findings)
    {
        var last = findings.Mistakes.Count == 0 ? "✓ Nội dung không có lỗi." : $"✗ Nội dung có {findings.Mistakes.Count} lỗi.";
        return string.Join(
            Environment.NewLine,
            [
                .. findings.Hints.Select(hint => $"  (gợi ý) {hint}"),
                .. findings.Mistakes.Select(mistake => $"✗ {mistake}"),
                .. findings.Coverage.Select(line => $"  {line}"),
                last,
            ]);
    }
}
