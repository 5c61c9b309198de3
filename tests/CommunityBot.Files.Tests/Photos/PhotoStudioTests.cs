using System.Text;
using CommunityBot.Files.Photos;
using CommunityBot.Messages;
using CommunityBot.Photos;
using ImageMagick;

namespace CommunityBot.Files.Tests.Photos;

public sealed class PhotoStudioTests
{
    private readonly PhotoStudio studio = new();

    public static TheoryData<string> Formats => ["Jpeg", "Png", "WebP", "Gif"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_kind_of_picture_becomes_a_plain_jpeg_with_a_thumbnail(string format)
    {
        var good = Good(Corpus.Picture(Enum.Parse<MagickFormat>(format), 3000, 1500), FileKind.Photo);

        Assert.Equal("image/jpeg", good.MimeType);
        Assert.Equal((2048u, 1024u), SizeOf(good.Content));
        Assert.Equal((320u, 160u), SizeOf(good.Thumbnail!.Value));
    }

    [Fact]
    public void A_small_picture_is_not_blown_up()
    {
        var good = Good(Corpus.Picture(MagickFormat.Png, 200, 100), FileKind.Photo);

        Assert.Equal((200u, 100u), SizeOf(good.Content));
        Assert.Equal((200u, 100u), SizeOf(good.Thumbnail!.Value));
    }

    [Theory]
    [InlineData(22.4156, 105.7201)]
    [InlineData(-22.4156, -105.7201)]
    public void The_place_is_read_and_then_gone_together_with_the_camera(double latitude, double longitude)
    {
        var good = Good(Corpus.JpegTakenAt(latitude, longitude), FileKind.ImageDocument);

        Assert.Equal(latitude, good.FoundPoint!.Value.Latitude, 5);
        Assert.Equal(longitude, good.FoundPoint!.Value.Longitude, 5);
        AssertNothingTold(good.Content);
        AssertNothingTold(good.Thumbnail!.Value);
    }

    [Fact]
    public void A_picture_taken_on_its_side_is_turned_upright_before_the_camera_data_goes()
    {
        var good = Good(Corpus.JpegTakenAt(22, 105, width: 640, height: 480), FileKind.Photo);

        Assert.Equal((480u, 640u), SizeOf(good.Content));
    }

    [Fact]
    public void A_camera_without_a_fix_writes_zeros_and_that_is_no_place() =>
        Assert.Null(Good(Corpus.JpegTakenAt(0, 0), FileKind.Photo).FoundPoint);

    [Theory]
    [InlineData("Gif")]
    [InlineData("WebP")]
    public void Of_an_animation_only_the_first_picture_is_kept(string format)
    {
        var good = Good(Corpus.Animation(Enum.Parse<MagickFormat>(format)), FileKind.Photo);

        using var image = new MagickImage(good.Content.Span);
        using var pixels = image.GetPixels();
        var colour = pixels.GetPixel(50, 50).ToColor()!;
        Assert.True(colour.R > 200 && colour.B < 60);
    }

    [Fact]
    public void Headers_that_promise_gigabytes_are_refused_before_any_decoding()
    {
        Refused(Corpus.PngBomb(30_000), FileKind.Photo);
        Refused(Corpus.PngBomb(8_000), FileKind.Photo);
        Refused(Corpus.JpegBomb(), FileKind.Photo);
    }

    [Fact]
    public void Fifty_million_pixels_are_fine_and_the_largest_phone_pictures_too()
    {
        var good = Good(Corpus.Picture(MagickFormat.Jpeg, 8000, 6000), FileKind.Photo);

        Assert.Equal((2048u, 1536u), SizeOf(good.Content));
    }

    [Fact]
    public void Files_cut_off_in_the_middle_are_refused()
    {
        foreach (var format in new[] { MagickFormat.Jpeg, MagickFormat.Png, MagickFormat.WebP, MagickFormat.Gif })
        {
            var whole = Corpus.Picture(format);
            Refused(whole[..20], FileKind.Photo);
            Refused(whole[..(whole.Length / 2)], FileKind.Photo);
        }

        Refused(Corpus.Opus()[..^20], FileKind.Voice);
        Refused(Corpus.M4a()[..^20], FileKind.Voice);
        Refused(Corpus.Docx()[..^20], FileKind.Document);
        Refused(Corpus.Pdf()[..40], FileKind.Document);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("<html><script>alert(1)</script></html>")]
    [InlineData("<image authenticate='ff\" `id > /tmp/x`;\"'><read filename='pdf:/etc/passwd'/></image>")]
    [InlineData("push graphic-context\nviewbox 0 0 1 1\nfill 'url(https://127.0.0.1/x)'\npop graphic-context")]
    [InlineData("%!PS\n(/etc/passwd) (r) file")]
    [InlineData("8BPS")]
    [InlineData("MZ\u0090\0")]
    [InlineData("")]
    public void What_is_no_picture_is_refused_whatever_it_is_called(string text)
    {
        var bytes = Encoding.Latin1.GetBytes(text);

        Refused(bytes, FileKind.Photo);
        Refused(bytes, FileKind.Voice);
        Refused(bytes, FileKind.Document);
    }

    [Fact]
    public void A_picture_with_an_archive_or_a_page_behind_it_loses_both()
    {
        byte[] hidden = [.. Corpus.Picture(MagickFormat.Jpeg), .. Corpus.Zip("evil.class"), .. "<script>alert(1)</script>"u8];

        var good = Good(hidden, FileKind.Photo);

        Assert.True(good.Content.Span.IndexOf("PK\u0003\u0004"u8) < 0);
        Assert.True(good.Content.Span.IndexOf("<script"u8) < 0);
    }

    [Fact]
    public void Files_that_are_two_things_at_once_are_not_kept_as_they_are()
    {
        Refused([.. Corpus.Pdf(), .. Corpus.Zip("evil.class")], FileKind.Document);
        Refused([.. Corpus.Docx(), .. "<script>"u8], FileKind.Document);
        Refused([.. Corpus.Opus(), .. "<html><script>alert(1)</script></html>"u8], FileKind.Voice);
        Refused([.. Corpus.M4a(), .. "<html>"u8], FileKind.Voice);
        Refused(Corpus.Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), FileKind.Document);
        Refused(Corpus.Zip("readme.txt"), FileKind.Document);
    }

    [Fact]
    public void Voice_notes_and_documents_are_kept_byte_for_byte()
    {
        AssertKept(Corpus.Opus(), FileKind.Voice, "audio/ogg");
        AssertKept(Corpus.M4a(), FileKind.Voice, "audio/mp4");
        AssertKept(Corpus.WebM(), FileKind.Voice, "audio/webm");
        AssertKept(Corpus.Mp3(), FileKind.Voice, "audio/mpeg");
        AssertKept(Corpus.Pdf(), FileKind.Document, "application/pdf");
        AssertKept(Corpus.Docx(), FileKind.Document, "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    }

    [Fact]
    public void A_document_announced_as_a_photo_is_refused_and_a_picture_sent_as_a_document_is_a_picture()
    {
        Refused(Corpus.Pdf(), FileKind.Photo);
        Refused(Corpus.Opus(), FileKind.Photo);
        Assert.Equal("image/jpeg", Good(Corpus.Picture(MagickFormat.Png), FileKind.Document).MimeType);
    }

    [Fact]
    public void More_than_20_megabytes_are_refused_unread() =>
        Assert.Contains("20 MB", Refused(new byte[IPhotoStudio.MostBytes + 1], FileKind.Photo).Reason, StringComparison.Ordinal);

    [Fact]
    public void Broken_bytes_never_throw()
    {
        byte[][] seeds = [Corpus.JpegTakenAt(22, 105, 64, 48), Corpus.Picture(MagickFormat.Png, 64, 48), Corpus.Picture(MagickFormat.WebP, 64, 48), Corpus.Docx(), Corpus.Opus()];
        var chance = new Random(20261123);

        for (var round = 0; round < 400; round++)
        {
            var broken = (byte[])seeds[round % seeds.Length].Clone();

            for (var hit = 0; hit < 8; hit++)
            {
                broken[chance.Next(broken.Length)] = (byte)chance.Next(256);
            }

            Assert.NotNull(studio.Prepare(broken, FileKind.Document));
        }
    }

    private static void AssertNothingTold(ReadOnlyMemory<byte> picture)
    {
        using var image = new MagickImage(picture.Span);
        Assert.Null(image.GetExifProfile());
        Assert.Empty(image.ProfileNames);
        Assert.True(picture.Span.IndexOf("Canary"u8) < 0);
        Assert.True(picture.Span.IndexOf("Exif"u8) < 0);
    }

    private static (uint Width, uint Height) SizeOf(ReadOnlyMemory<byte> picture)
    {
        var info = new MagickImageInfo(picture.Span);
        Assert.Equal(MagickFormat.Jpeg, info.Format);
        return (info.Width, info.Height);
    }

    private void AssertKept(byte[] bytes, FileKind claimed, string mimeType)
    {
        var good = Good(bytes, claimed);

        Assert.Equal(mimeType, good.MimeType);
        Assert.Equal(bytes, good.Content.ToArray());
        Assert.Null(good.Thumbnail);
    }

    private PreparedFile.Good Good(byte[] bytes, FileKind claimed) => Assert.IsType<PreparedFile.Good>(studio.Prepare(bytes, claimed));

    private PreparedFile.Refused Refused(byte[] bytes, FileKind claimed) => Assert.IsType<PreparedFile.Refused>(studio.Prepare(bytes, claimed));
}
