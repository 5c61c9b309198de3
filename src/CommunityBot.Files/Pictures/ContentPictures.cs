using System.Collections.Concurrent;
using CommunityBot.Files.Photos;
using CommunityBot.Primitives;
using ImageMagick;

namespace CommunityBot.Files.Pictures;

/// <summary>Draws the pictures of the content as small PNG files, each once, when it is first sent.</summary>
internal sealed class ContentPictures(string folder, IReadOnlyDictionary<string, string> files) : IPictures
{
    // Few colours keep a flat drawing far below the limit of a weak connection.
    private static readonly uint[] Palettes = [64, 32, 16];

    private readonly ConcurrentDictionary<string, Lazy<ReadOnlyMemory<byte>>> drawn = new(StringComparer.Ordinal);

    public ReadOnlyMemory<byte>? FindPng(string name) => files.TryGetValue(name, out var file)
        ? drawn.GetOrAdd(name, _ => new Lazy<ReadOnlyMemory<byte>>(() => Draw(Path.Combine(folder, file)))).Value
        : default(ReadOnlyMemory<byte>?); // a plain null would become an empty picture

    private static ReadOnlyMemory<byte> Draw(string path)
    {
        using var picture = Load(path);
        picture.BackgroundColor = MagickColors.White;
        picture.Strip();
        var png = Array.Empty<byte>();

        foreach (var colours in Palettes)
        {
            picture.Quantize(new QuantizeSettings { Colors = colours, DitherMethod = DitherMethod.No });
            picture.Quality = 95;
            png = picture.ToByteArray(MagickFormat.Png8);

            if (png.Length <= IPictures.MostBytes)
            {
                break;
            }
        }

        return png;
    }

    private static MagickImage Load(string path)
    {
        PictureLibrary.Prepare();
        return Read(path);
    }

    // Rsvg is the renderer inside the library; plain Svg would first ask for an Inkscape on the machine.
    private static MagickImage Read(string path) => path.EndsWith(".svg", StringComparison.Ordinal)
        ? new MagickImage(path, new MagickReadSettings { Format = MagickFormat.Rsvg, BackgroundColor = MagickColors.White })
        : new MagickImage(path, new MagickReadSettings { Format = MagickFormat.Png });
}
