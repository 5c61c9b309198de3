using System.Text.RegularExpressions;

namespace CommunityBot.Files.Content;

/// <summary>The drawings in <c>pictures</c>: which there are, and whether they can be drawn the same way on every machine.</summary>
internal sealed partial class PictureFolder
{
    private const string Folder = "pictures";

    private readonly ContentFolder folder;
    private readonly ContentNotes notes;

    public PictureFolder(ContentFolder folder, ContentNotes notes)
    {
        this.folder = folder;
        this.notes = notes;
        Files = folder.Files(Folder, "*.svg").Concat(folder.Files(Folder, "*.png"))
            .GroupBy(file => Path.GetFileNameWithoutExtension(file), StringComparer.Ordinal)
            .ToDictionary(twins => twins.Key, twins => twins.First(), StringComparer.Ordinal);
    }

    /// <summary>Name without ending to file inside the content folder.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>Notes a picture that is shown somewhere but is not there.</summary>
    public void Expect(string name, string file, int line)
    {

        if (name.Length > 0 && !Files.ContainsKey(name))
        {
            notes.Mistake(file, line, $"không có hình \"{name}\" trong thư mục pictures.{NearestName.Hint(name, Files.Keys)}");
        }
    }

    /// <summary>Notes what keeps a drawing from being drawn everywhere alike.</summary>
    public void CheckDrawings()
    {
        foreach (var (_, file) in Files.Where(picture => picture.Value.EndsWith(".svg", StringComparison.Ordinal)))
        {
            if (folder.ReadText(file) is { } svg && Foreign().Match(svg) is { Success: true } foreign)
            {
                var line = svg.AsSpan(0, foreign.Index).Count('\n') + 1;
                notes.Mistake(file, line, $"hình không được chứa \"{foreign.Value.Trim()}\": chữ phải đổi thành nét vẽ (path), không lấy gì từ tệp khác.");
            }
        }
    }

    [GeneratedRegex("<(text|tspan|image|script|style|foreignObject|!DOCTYPE|!ENTITY)|href|url\\(\\s*['\"]?(?!#)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();
}
