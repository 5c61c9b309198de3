using System.Security.Cryptography;
using CommunityBot.Messages;
using CommunityBot.Photos;

namespace CommunityBot.TestKit.Talk;

/// <summary>A studio that keeps every file as it is, and a folder that is only remembered.</summary>
public sealed class BenchPhotos : IPhotoStudio, IKeptFiles
{
    public PreparedFile Prepare(ReadOnlyMemory<byte> content, FileKind claimed) =>
        new PreparedFile.Good(content, claimed == FileKind.Voice ? "audio/ogg" : "image/jpeg", null, null);

    public string Keep(PreparedFile.Good file) => Convert.ToHexStringLower(SHA256.HashData(file.Content.Span));

    public void Remove(string hash)
    {
    }
}
