using System.Globalization;
using System.Text.RegularExpressions;
using CommunityBot.Communes;
using CommunityBot.Primitives;

namespace CommunityBot.Files.Communes;

/// <summary>Reads <c>content/communes</c>: the lists of units by year, the former districts, the names that are everyday words.</summary>
internal sealed partial class CommuneFiles(string contentFolder) : IContentCheck
{
    private const string Folder = "communes";
    private const string AreasFile = $"{Folder}/areas.csv";
    private const string EverydayFile = $"{Folder}/everyday-words.csv";

    private readonly List<ContentMistake> mistakes = [];

    public ContentFindings Check()
    {
        _ = ReadAll();
        return new ContentFindings([.. mistakes], []);
    }

    /// <summary>The directory, or all mistakes at once.</summary>
    public CommuneDirectory Read() => ReadAll() ?? throw new ContentException([.. mistakes]);

    private CommuneDirectory? ReadAll()
    {
        mistakes.Clear();
        var areas = ReadAreas();
        var units = ReadUnits(areas.Where(area => area.Type != AreaType.Province).Select(area => area.Name).ToHashSet());
        var everyday = CsvTable.Read(contentFolder, EverydayFile, "name,note", mistakes).Select(row => row.Cells[0]).ToArray();

        if (units.Count == 0 && mistakes.Count == 0)
        {
            mistakes.Add(new ContentMistake(Folder, 0, "Thiếu danh sách xã: cần ít nhất một tệp units-NĂM.csv."));
        }

        return mistakes.Count == 0 ? new CommuneDirectory(units, areas, everyday) : null;
    }

    private List<AdministrativeUnit> ReadUnits(HashSet<string> districts)
    {
        var rows = new List<UnitRow>();

        foreach (var (file, vintage) in UnitFiles())
        {
            rows.AddRange(CsvTable.Read(contentFolder, file, UnitRow.Header, mistakes)
                .Select(row => UnitRow.Read(row, vintage, districts, mistakes))
                .OfType<UnitRow>());
        }

        new UnitLines(rows, mistakes).Check();
        return rows.ConvertAll(row => row.Unit);
    }

    private IEnumerable<(string File, int Vintage)> UnitFiles()
    {
        var folder = Path.Combine(contentFolder, Folder);
        var names = Directory.Exists(folder) ? Directory.GetFiles(folder, "units-*.csv").Select(path => Path.GetFileName(path)) : [];

        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            if (UnitFileName().Match(name) is { Success: true } match)
            {
                yield return ($"{Folder}/{name}", int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
            }
            else
            {
                mistakes.Add(new ContentMistake($"{Folder}/{name}", 0, "Tên tệp phải là units-NĂM.csv, ví dụ units-2025.csv."));
            }
        }
    }

    private List<FormerArea> ReadAreas()
    {
        var areas = new List<FormerArea>();

        foreach (var row in CsvTable.Read(contentFolder, AreasFile, "code,type,name", mistakes))
        {
            AreaType? type = row.Cells[1] switch
            {
                "huyện" => AreaType.RuralDistrict,
                "thành phố" => AreaType.City,
                "tỉnh" => AreaType.Province,
                _ => null,
            };

            if (type is { } known)
            {
                areas.Add(new FormerArea(row.Cells[0], known, row.Cells[2]));
            }
            else
            {
                mistakes.Add(row.Mistake("Cột type ghi: huyện, thành phố hoặc tỉnh."));
            }
        }

        return areas;
    }

    [GeneratedRegex(@"^units-(\d{4})\.csv$", RegexOptions.CultureInvariant)]
    private static partial Regex UnitFileName();
}
