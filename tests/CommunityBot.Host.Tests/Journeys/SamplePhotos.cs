using ImageMagick;

namespace CommunityBot.Host.Tests.Journeys;

/// <summary>Photos and a voice note as phones make them, drawn here.</summary>
internal static class SamplePhotos
{
    private static int number;

    /// <summary>An Ogg page header with an Opus head: enough to be recognised as a voice note.</summary>
    public static byte[] Voice { get; } = [.. "OggS"u8, 0, 2, .. new byte[20], 1, 19, .. "OpusHead"u8, 1, 1, .. new byte[9]];

    /// <summary>A photo no other call returns.</summary>
    public static byte[] Next() => Draw(Interlocked.Increment(ref number)).ToByteArray(MagickFormat.Jpeg);

    /// <summary>A photo that remembers where it was taken.</summary>
    public static byte[] WithPlace(double latitude, double longitude)
    {
        using var image = Draw(Interlocked.Increment(ref number));
        var profile = new ExifProfile();
        profile.SetValue(ExifTag.GPSLatitudeRef, "N");
        profile.SetValue(ExifTag.GPSLatitude, Degrees(latitude));
        profile.SetValue(ExifTag.GPSLongitudeRef, "E");
        profile.SetValue(ExifTag.GPSLongitude, Degrees(longitude));
        image.SetProfile(profile);
        return image.ToByteArray(MagickFormat.Jpeg);
    }

    private static MagickImage Draw(int seed)
    {
        const int Width = 640;
        const int Height = 480;
        var pixels = new byte[Width * Height * 3];

        for (var at = 0; at < pixels.Length; at += 3)
        {
            var (x, y) = (at / 3 % Width, at / 3 / Width);
            pixels[at] = (byte)(x / 3);
            pixels[at + 1] = (byte)(y / 2);
            pixels[at + 2] = (byte)(((x / 40) + (y / 40) + seed) * 29);
        }

        var image = new MagickImage();
        image.ReadPixels(pixels, new PixelReadSettings(Width, Height, StorageType.Char, PixelMapping.RGB));
        return image;
    }

    private static Rational[] Degrees(double value)
    {
        var whole = Math.Floor(value);
        var minutes = Math.Floor((value - whole) * 60);
        var seconds = ((value - whole) * 60 - minutes) * 60;
        return [new Rational(whole), new Rational(minutes), new Rational(seconds)];
    }
}
