using CommunityBot.Files.Photos;
using CommunityBot.Messages;
using CommunityBot.Photos;

namespace CommunityBot.Files.Tests.Photos;

/// <summary>Zalo's voice notes are kept when they are whole.</summary>
public sealed class AmrTests
{
    /// <summary>Three frames of 12.2 kbit/s.</summary>
    private static readonly byte[] Note = [.. "#!AMR\n"u8, .. Frame(), .. Frame(), .. Frame()];

    [Fact]
    public void A_whole_voice_note_is_kept_as_it_is() =>
        Assert.Equal("audio/amr", Assert.IsType<PreparedFile.Good>(new PhotoStudio().Prepare(Note, FileKind.Voice)).MimeType);

    [Fact]
    public void One_that_is_cut_off_or_holds_something_else_is_not()
    {
        Assert.IsType<PreparedFile.Refused>(new PhotoStudio().Prepare(Note.AsMemory(0, Note.Length - 1), FileKind.Voice));
        Assert.IsType<PreparedFile.Refused>(new PhotoStudio().Prepare((byte[])[.. Note, .. "<script>"u8], FileKind.Voice));
    }

    private static byte[] Frame()
    {
        var frame = new byte[32];
        frame[0] = 7 << 3;
        return frame;
    }
}
