using ImageMagick;
using ImageMagick.Drawing;

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
        var image = new MagickImage(MagickColor.FromRgb((byte)(seed * 37), (byte)(seed * 91), 120), 640, 480);
        new Drawables().FillColor(MagickColors.White).Rectangle(seed % 300, 40, (seed % 300) + 200, 300).Draw(image);
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
