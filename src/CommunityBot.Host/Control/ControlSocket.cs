using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using CommunityBot.Storage;
using Microsoft.Extensions.Options;

namespace CommunityBot.Host.Control;

/// <summary>Lets an operator's command hand its work to the running host, which holds the data folder: one line of JSON in, one line out.</summary>
internal sealed partial class ControlSocket(ControlActions actions, IOptions<StoreOptions> storage, ILogger<ControlSocket> log) : BackgroundService
{
    private const int LongestRequest = 64 * 1024;

    private readonly string folder = storage.Value.Folder;

    private Socket? listener;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (ControlAddress.Fits(folder))
        {
            listener = Listen();
        }
        else
        {
            LogTooLong();
        }

        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        listener?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (listener is null)
        {
            return;
        }

        try
        {
            while (true)
            {
                var caller = await listener.AcceptAsync(stoppingToken);
                _ = ServeAsync(caller, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
        finally
        {
            listener.Dispose();
            File.Delete(ControlAddress.PathIn(folder));
        }
    }

    private Socket Listen()
    {
        Directory.CreateDirectory(folder);

        // The folder's lock is ours, so a file that lies here was left by a host that died.
        File.Delete(ControlAddress.PathIn(folder));
        var socket = ControlAddress.NewSocket();
        socket.Bind(ControlAddress.EndPointIn(folder));

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(ControlAddress.PathIn(folder), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        socket.Listen(8);
        return socket;
    }

    private async Task ServeAsync(Socket caller, CancellationToken stoppingToken)
    {
        try
        {
            await using var stream = new NetworkStream(caller, ownsSocket: true);

            while (await ReadLineAsync(stream, stoppingToken) is { } line)
            {
                var answer = await AnswerAsync(line, stoppingToken);
                await stream.WriteAsync((byte[])[.. JsonSerializer.SerializeToUtf8Bytes(answer, ControlJson.Default.ControlAnswer), (byte)'\n'], stoppingToken);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException)
        {
            // The caller left or the host stops; nothing to tell anybody.
        }
        catch (Exception exception)
        {
            LogBroken(exception);
        }
    }

    private async Task<ControlAnswer> AnswerAsync(string line, CancellationToken cancellationToken)
    {
        ControlRequest? request;

        try
        {
            request = JsonSerializer.Deserialize(line, ControlJson.Default.ControlRequest);
        }
        catch (JsonException)
        {
            request = null;
        }

        return request is { Action: not null, Arguments: not null }
            ? await actions.RunAsync(request, cancellationToken)
            : new ControlAnswer(Commands.ExitCode.WrongUse, "Not a request.");
    }

    private static async Task<string?> ReadLineAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        var letter = new byte[1];

        while (line.Count < LongestRequest && await stream.ReadAsync(letter, cancellationToken) == 1)
        {
            if (letter[0] == (byte)'\n')
            {
                return Encoding.UTF8.GetString([.. line]);
            }

            line.Add(letter[0]);
        }

        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The data folder's path is too long for a control socket: commands cannot reach this host while it runs")]
    private partial void LogTooLong();

    [LoggerMessage(Level = LogLevel.Error, Message = "A control connection broke")]
    private partial void LogBroken(Exception exception);
}
