using System.Net.Sockets;
using System.Text.Json;

namespace CommunityBot.Host.Control;

/// <summary>The operator's end of the control socket.</summary>
internal static class ControlClient
{
    /// <summary>The running host's answer, or null when no host is running on this data folder.</summary>
    public static async Task<ControlAnswer?> TryAskAsync(string dataFolder, ControlRequest request, CancellationToken cancellationToken)
    {
        if (!ControlAddress.Fits(dataFolder) || !File.Exists(ControlAddress.PathIn(dataFolder)))
        {
            return null;
        }

        var socket = ControlAddress.NewSocket();

        try
        {
            await socket.ConnectAsync(ControlAddress.EndPointIn(dataFolder), cancellationToken);
        }
        catch (SocketException)
        {
            // The file of a host that died.
            socket.Dispose();
            return null;
        }

        await using var stream = new NetworkStream(socket, ownsSocket: true);
        await stream.WriteAsync((byte[])[.. JsonSerializer.SerializeToUtf8Bytes(request, ControlJson.Default.ControlRequest), (byte)'\n'], cancellationToken);
        using var reader = new StreamReader(stream);
        var line = await reader.ReadLineAsync(cancellationToken) ?? throw new IOException("The running host hung up without an answer.");

        return JsonSerializer.Deserialize(line, ControlJson.Default.ControlAnswer);
    }
}
