using CommunityBot.Messages;
using CommunityBot.Primitives;

namespace CommunityBot.Photos;

/// <summary>Turns bytes of strangers into a file we dare to keep and show: the bytes decide what it is, never its name.</summary>
public interface IPhotoStudio
{
    /// <summary>The largest file anybody may send.</summary>
    const int MostBytes = 20 * 1024 * 1024;

    PreparedFile Prepare(ReadOnlyMemory<byte> content, FileKind claimed);

    /// <summary>One of our pictures drawn anew as a JPEG of at most so many bytes; null when it is no picture.</summary>
    ReadOnlyMemory<byte>? FitInto(ReadOnlyMemory<byte> picture, int mostBytes);
}

/// <summary>What came out of the studio.</summary>
public abstract record PreparedFile
{
    private PreparedFile()
    {
    }

    /// <summary>Fit to keep. A picture is drawn anew: no camera data, no place.</summary>
    /// <param name="Content">The bytes to keep.</param>
    /// <param name="MimeType">Found in the bytes.</param>
    /// <param name="Thumbnail">At most 320 px; null when it is no picture.</param>
    /// <param name="FoundPoint">Where the picture said it was taken.</param>
    public sealed record Good(ReadOnlyMemory<byte> Content, string MimeType, ReadOnlyMemory<byte>? Thumbnail, GeoPoint? FoundPoint) : PreparedFile;

    /// <summary>Not kept.</summary>
    /// <param name="Reason">For the operator; never what the file says.</param>
    public sealed record Refused(string Reason) : PreparedFile;
}
