using System.Text;

namespace CommunityBot.Files.Content;

/// <summary>The folder the content lies in; refuses files that are too big or are not text.</summary>
internal sealed class ContentFolder(string folder, ContentNotes notes)
{
    private const int MostBytes = 500_000;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public bool Exists => Directory.Exists(folder);

    /// <summary>Names like <c>phrases/report.yaml</c>, in ordinal order.</summary>
    public IReadOnlyList<string> Files(string subfolder, string pattern)
    {
        var path = Path.Combine(folder, subfolder);

        if (!Directory.Exists(path))
        {
            return [];
        }

        return [.. Directory.EnumerateFiles(path, pattern).Select(NameOf).Order(StringComparer.Ordinal)];
    }

    public IReadOnlyList<string> Folders(string subfolder)
    {
        var path = Path.Combine(folder, subfolder);
        return Directory.Exists(path) ? [.. Directory.EnumerateDirectories(path).Select(NameOf).Order(StringComparer.Ordinal)] : [];
    }

    public bool Has(string name) => File.Exists(Path.Combine(folder, name));

    /// <summary>True for a file or a folder of that name.</summary>
    public bool HasPlace(string name) => Path.Exists(Path.Combine(folder, name));

    public long SizeOf(string name) => new FileInfo(Path.Combine(folder, name)).Length;

    public byte[] ReadBytes(string name) => File.ReadAllBytes(Path.Combine(folder, name));

    /// <summary>The text of a file, or null after noting what is wrong with it.</summary>
    public string? ReadText(string name)
    {
        var file = new FileInfo(Path.Combine(folder, name));

        if (!file.Exists)
        {
            notes.Mistake(name, 0, "thiếu tệp này.");
            return null;
        }

        if (file.Length > MostBytes)
        {
            notes.Mistake(name, 0, $"tệp quá lớn (nhiều nhất {MostBytes / 1000} kB). Hãy chia thành nhiều tệp.");
            return null;
        }

        try
        {
            return StrictUtf8.GetString(File.ReadAllBytes(file.FullName)).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException)
        {
            notes.Mistake(name, 0, "tệp không phải chữ UTF-8. Hãy lưu lại với kiểu mã UTF-8.");
            return null;
        }
    }

    private string NameOf(string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');
}
