using System.CommandLine;
using System.Text.Json;
using CommunityBot.Communes;
using CommunityBot.Host.Control;

namespace CommunityBot.Host.Commands;

/// <summary>Brings data of the province into the data folder.</summary>
internal static class ImportCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "GeoJSON with \"code\" and \"name\" for each commune." };
        var json = Options.Json();
        var boundaries = new BotCommand(
            "boundaries",
            "Takes the borders of communes from a GeoJSON file, after checking all of it; they count from the next start.",
            "CommunityBot.Host import boundaries thai-nguyen.geojson")
        {
            file,
            json,
        };
        boundaries.SetAction((parsed, cancellationToken) => OnHost.RunAsync(
            terminal,
            new ControlRequest(ImportBoundaries.ActionName, new Dictionary<string, string> { [ImportBoundaries.File] = parsed.GetRequiredValue(file).FullName }),
            parsed.GetValue(json),
            cancellationToken));

        return new BotCommand("import", "Data of the province.", "CommunityBot.Host import boundaries thai-nguyen.geojson") { boundaries };
    }
}

/// <summary>The borders of communes, taken over by whoever holds the data folder.</summary>
internal sealed class ImportBoundaries(IBoundaryImport import) : IControlAction
{
    public const string ActionName = "import boundaries";
    public const string File = "file";

    public string Name => ActionName;

    public Task<ControlAnswer> RunAsync(IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var path = arguments[File];

        if (!System.IO.File.Exists(path))
        {
            return Task.FromResult(new ControlAnswer(ExitCode.NotFound, $"✗ No such file: {path}"));
        }

        var result = import.Import(path);
        var exit = result.IsKept ? ExitCode.Done : ExitCode.MistakesFound;
        return Task.FromResult(new ControlAnswer(exit, InWords(result), JsonSerializer.SerializeToElement(result, CommandJson.Readable.BoundaryImportResult)));
    }

    private static string InWords(BoundaryImportResult result)
    {
        var last = result.IsKept
            ? $"✓ Đã nhận ranh giới của {result.Units} xã, phường; có hiệu lực từ lần khởi động sau."
            : $"✗ Không nhận tệp này: {result.Mistakes.Count} lỗi.";
        return string.Join(
            Environment.NewLine,
            [.. result.Warnings.Select(warning => $"  (lưu ý) {warning}"), .. result.Mistakes.Select(mistake => $"✗ {mistake}"), last]);
    }
}
