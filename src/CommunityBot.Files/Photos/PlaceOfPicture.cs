using CommunityBot.Primitives;
using ImageMagick;

namespace CommunityBot.Files.Photos;

/// <summary>Reads where a picture was taken out of its camera data, before that data is thrown away.</summary>
internal static class PlaceOfPicture
{
    public static GeoPoint? Find(MagickImage image)
    {
        if (image.GetExifProfile() is not { } camera
            || Degrees(camera.GetValue(ExifTag.GPSLatitude)?.Value) is not { } latitude
            || Degrees(camera.GetValue(ExifTag.GPSLongitude)?.Value) is not { } longitude)
        {
            return null;
        }

        var south = camera.GetValue(ExifTag.GPSLatitudeRef)?.Value?.StartsWith('S') is true;
        var west = camera.GetValue(ExifTag.GPSLongitudeRef)?.Value?.StartsWith('W') is true;
        var point = new GeoPoint(south ? -latitude : latitude, west ? -longitude : longitude);

        // Cameras without a fix write zeros.
        return point.IsOnEarth && point != default ? point : null;
    }

    /// <summary>Degrees, minutes, seconds.</summary>
    private static double? Degrees(Rational[]? parts) =>
        parts is [var degrees, var minutes, var seconds]
            ? degrees.ToDouble() + (minutes.ToDouble() / 60) + (seconds.ToDouble() / 3600)
            : null;
}
