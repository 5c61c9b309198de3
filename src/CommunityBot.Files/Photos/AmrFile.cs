namespace CommunityBot.Files.Photos;

/// <summary>Walks a voice note as Zalo's phones record it (AMR), frame by frame.</summary>
internal static class AmrFile
{
    /// <summary>Bytes of a frame with its head, by the kind the head names; 0 is no frame. RFC 4867, tables of sections 3.6 and 5.3.</summary>
    private static readonly int[] Narrow = [13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1];
    private static readonly int[] Wide = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1];

    public static bool IsWhole(ReadOnlySpan<byte> content) => content switch
    {
        _ when content.StartsWith("#!AMR\n"u8) => IsWhole(content["#!AMR\n"u8.Length..], Narrow),
        _ when content.StartsWith("#!AMR-WB\n"u8) => IsWhole(content["#!AMR-WB\n"u8.Length..], Wide),
        _ => false,
    };

    private static bool IsWhole(ReadOnlySpan<byte> frames, int[] sizes)
    {
        while (frames.Length > 0)
        {
            var size = sizes[(frames[0] >> 3) & 0x0F];

            if (size == 0 || size > frames.Length)
            {
                return false;
            }

            frames = frames[size..];
        }

        return true;
    }
}
