using ImageMagick;
using ImageMagick.Configuration;

namespace CommunityBot.Files.Photos;

/// <summary>Sets the picture library up once for the whole process: the few formats we need, and no more memory or size than one photo takes.</summary>
internal static class PictureLibrary
{
    /// <summary>The longest side the library reads at all; the studio's own limit of pixels comes before it.</summary>
    private const ulong LongestSide = 20_000;

    private const ulong Megabyte = 1024 * 1024;

    // SVG is for the drawings of our own content, XC is a plain sheet of paper; the studio names the format it found and never lets the library guess.
    private const string Policy =
        """
        <policymap>
          <policy domain="filter" rights="none" pattern="*" />
          <policy domain="path" rights="none" pattern="@*" />
          <policy domain="coder" rights="none" pattern="*" />
          <policy domain="coder" rights="read | write" pattern="{JPEG,JPG,PNG,PNG8,WEBP,HEIC,GIF,SVG,MSVG,RSVG,XC}" />
        </policymap>
        """;

    /// <summary>No other program is ever called to read a picture.</summary>
    private const string Delegates = "<delegatemap></delegatemap>";

    private static readonly Lazy<bool> Ready = new(SetUp);

    public static void Prepare() => _ = Ready.Value;

    private static bool SetUp()
    {
        var files = ConfigurationFiles.Default;
        files.Policy.Data = Policy;
        files.Delegates.Data = Delegates;
        MagickNET.Initialize(files);

        ResourceLimits.Width = LongestSide;
        ResourceLimits.Height = LongestSide;
        ResourceLimits.Area = PhotoStudio.MostPixels * 2;
        ResourceLimits.Memory = 512 * Megabyte;
        ResourceLimits.MaxMemoryRequest = 512 * Megabyte;
        ResourceLimits.Disk = 0;
        ResourceLimits.ListLength = 64;
        ResourceLimits.Thread = 1;
        return true;
    }
}
