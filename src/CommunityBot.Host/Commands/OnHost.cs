using CommunityBot.Host.Control;
using CommunityBot.Storage;
using Microsoft.Extensions.Options;

namespace CommunityBot.Host.Commands;

/// <summary>Carries out what needs the data folder: by the running host when there is one, else by this process, which then holds the folder itself.</summary>
internal static class OnHost
{
    public static async Task<int> RunAsync(Terminal terminal, ControlRequest request, bool asJson, CancellationToken cancellationToken)
    {
        await using var app = Program.Build(terminal.Quietly);
        var folder = app.Services.GetRequiredService<IOptions<StoreOptions>>().Value.Folder;
        var answer = await ControlClient.TryAskAsync(folder, request, cancellationToken) ?? await AloneAsync(app.Services, request, cancellationToken);

        var printed = asJson && answer.Data is { } data ? data.GetRawText() : answer.Text;
        await (answer.Exit is ExitCode.Done or ExitCode.MistakesFound ? terminal.Output : terminal.Error).WriteLineAsync(printed);
        return (int)answer.Exit;
    }

    private static async Task<ControlAnswer> AloneAsync(IServiceProvider services, ControlRequest request, CancellationToken cancellationToken)
    {
        try
        {
            // Opening the store takes the folder's lock.
            services.GetRequiredService<IDocumentStore>();
        }
        catch (InvalidOperationException exception)
        {
            return new ControlAnswer(ExitCode.FolderInUse, $"✗ {exception.Message}");
        }

        return await services.GetRequiredService<ControlActions>().RunAsync(request, cancellationToken);
    }
}
