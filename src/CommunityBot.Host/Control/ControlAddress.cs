using System.Net.Sockets;
using System.Text;

namespace CommunityBot.Host.Control;

/// <summary>Where the running host listens for its operator: a socket file in the data folder that only its owner may open.</summary>
internal static class ControlAddress
{
    public const string FileName = "control.sock";

    /// <summary>The systems' own limit for the path of a socket.</summary>
    private const int LongestPath = 100;

    public static string PathIn(string dataFolder) => Path.Combine(dataFolder, FileName);

    public static bool Fits(string dataFolder) => Encoding.UTF8.GetByteCount(PathIn(dataFolder)) <= LongestPath;

    public static UnixDomainSocketEndPoint EndPointIn(string dataFolder) => new(PathIn(dataFolder));

    public static Socket NewSocket() => new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
}
