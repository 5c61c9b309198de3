using CommunityBot.Messages;
using CommunityBot.Photos;
using CommunityBot.Primitives;
using ImageMagick;

namespace CommunityBot.Files.Photos;

/// <summary>Draws every picture anew as a plain JPEG; keeps voice notes and documents as they are once their bytes are what they claim.</summary>
internal sealed class PhotoStudio : IPhotoStudio
{
    /// <summary>A large phone camera makes 50 million; more is a trap for our memory.</summary>
    public const ulong MostPixels = 50_000_000;

    private const uint LongestSide = 2048;
    private const uint ThumbnailSide = 320;
    private const uint Quality = 82;

    public PreparedFile Prepare(ReadOnlyMemory<byte> content, FileKind claimed)
    {
        if (content.Length is 0 or > IPhotoStudio.MostBytes)
        {
            return new PreparedFile.Refused(content.Length == 0 ? "the file is empty" : "larger than 20 MB");
        }

        var kind = FileSniffer.KindOf(content.Span);

        return kind switch
        {
            FoundKind.Jpeg or FoundKind.Png or FoundKind.WebP or FoundKind.Heic or FoundKind.Gif => DrawAnew(content.Span, FormatOf(kind)),
            FoundKind.Ogg or FoundKind.WebM or FoundKind.M4a or FoundKind.Mp3 or FoundKind.Amr when claimed is FileKind.Voice or FileKind.Document => KeepAsIs(content, kind),
            FoundKind.Pdf or FoundKind.Docx when claimed is FileKind.Document => KeepAsIs(content, kind),
            FoundKind.Unknown => new PreparedFile.Refused("its bytes are no kind of file we keep"),
            _ => new PreparedFile.Refused($"announced as {claimed} but the bytes are {kind}"),
        };
    }

    public ReadOnlyMemory<byte>? FitInto(ReadOnlyMemory<byte> picture, int mostBytes)
    {
        if (FileSniffer.KindOf(picture.Span) is not (FoundKind.Jpeg or FoundKind.Png or FoundKind.WebP or FoundKind.Heic or FoundKind.Gif))
        {
            return null;
        }

        for (var side = LongestSide; side >= ThumbnailSide; side = side * 3 / 4)
        {
            PictureLibrary.Prepare();
            using var image = new MagickImage(picture.Span, new MagickReadSettings { Format = FormatOf(FileSniffer.KindOf(picture.Span)) });
            image.AutoOrient();
            var drawn = AsJpeg(image, side);

            if (drawn.Length <= mostBytes)
            {
                return drawn;
            }
        }

        return null;
    }

    /// <summary>A small copy of one of our own pictures.</summary>
    public static byte[] Shrink(ReadOnlySpan<byte> picture)
    {
        PictureLibrary.Prepare();
        using var image = new MagickImage(picture, new MagickReadSettings { Format = FormatOf(FileSniffer.KindOf(picture)) });
        return AsJpeg(image, ThumbnailSide);
    }

    private static PreparedFile.Good KeepAsIsWhole(ReadOnlyMemory<byte> content, FoundKind kind) =>
        new(content, FileSniffer.MimeTypeOf(kind), Thumbnail: null, FoundPoint: null);

    private static PreparedFile KeepAsIs(ReadOnlyMemory<byte> content, FoundKind kind) =>
        WholeFile.TroubleIn(content.Span, kind) is { } trouble ? new PreparedFile.Refused(trouble) : KeepAsIsWhole(content, kind);

    private static PreparedFile DrawAnew(ReadOnlySpan<byte> content, MagickFormat format)
    {
        PictureLibrary.Prepare();

        // Only the first picture of an animation or a burst.
        var settings = new MagickReadSettings { Format = format, FrameIndex = 0, FrameCount = 1 };

        try
        {
            var size = new MagickImageInfo();
            size.Read(content, settings);

            if ((ulong)size.Width * size.Height > MostPixels)
            {
                return new PreparedFile.Refused("more than 50 million pixels");
            }

            using var image = new MagickImage();
            image.Warning += (_, warning) => throw warning.Exception!;
            image.Read(content, settings);
            var point = PlaceOfPicture.Find(image);
            image.AutoOrient();
            var photo = AsJpeg(image, LongestSide);
            return new PreparedFile.Good(photo, "image/jpeg", AsJpeg(image, ThumbnailSide), point);
        }
        catch (MagickResourceLimitErrorException)
        {
            return new PreparedFile.Refused("larger than a picture may be");
        }
        catch (MagickException exception)
        {
            return new PreparedFile.Refused($"the picture is damaged ({exception.GetType().Name})");
        }
    }

    private static byte[] AsJpeg(MagickImage image, uint longestSide)
    {
        if (image.Width > longestSide || image.Height > longestSide)
        {
            image.Resize(longestSide, longestSide);
        }

        image.BackgroundColor = MagickColors.White;
        image.Alpha(AlphaAction.Remove);
        image.TransformColorSpace(ColorProfiles.SRGB);
        image.Strip();
        image.Quality = Quality;
        return image.ToByteArray(MagickFormat.Jpeg);
    }

    private static MagickFormat FormatOf(FoundKind kind) => kind switch
    {
        FoundKind.Jpeg => MagickFormat.Jpeg,
        FoundKind.Png => MagickFormat.Png,
        FoundKind.WebP => MagickFormat.WebP,
        FoundKind.Heic => MagickFormat.Heic,
        FoundKind.Gif => MagickFormat.Gif,
        FoundKind.Unknown or FoundKind.Ogg or FoundKind.WebM or FoundKind.M4a or FoundKind.Mp3 or FoundKind.Amr or FoundKind.Pdf or FoundKind.Docx =>
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a picture."),
    };
}
