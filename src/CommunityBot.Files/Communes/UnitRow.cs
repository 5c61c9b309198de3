using System.Globalization;
using CommunityBot.Communes;
using CommunityBot.Primitives;

namespace CommunityBot.Files.Communes;

/// <summary>One unit with the line it stands in.</summary>
internal sealed record UnitRow(CsvRow Row, AdministrativeUnit Unit)
{
    public const string Header = "code,type,name,district,served,lat,lon,successor";

    /// <summary>The unit, or null when the line cannot be used; every mistake goes on the list.</summary>
    public static UnitRow? Read(CsvRow row, int vintage, IReadOnlySet<string> districts, ICollection<ContentMistake> mistakes)
    {
        var before = mistakes.Count;
        var (code, name, district) = (row.Cells[0], row.Cells[2], row.Cells[3]);
        var type = UnitTypeWords.Parse(row.Cells[1]);
        var point = ReadPoint(row, mistakes);
        var successor = ReadSuccessor(row, mistakes);

        Refuse(!UnitKey.IsCode(code), $"Mã \"{code}\" phải đủ 5 chữ số, ví dụ 01912. Excel hay bỏ số 0 ở đầu.");
        Refuse(type is null, "Cột type ghi: xã, phường hoặc thị trấn.");
        Refuse(name.Length == 0, "Thiếu tên.");
        Refuse(StartsWithType(name), $"Tên \"{name}\" không kèm chữ xã, phường, thị trấn.");
        Refuse(district.Length > 0 && !districts.Contains(district), $"Huyện \"{district}\" không có trong areas.csv.");
        Refuse(row.Cells[4] is not ("" or "có" or "không"), "Cột served ghi: có hoặc không; đơn vị cũ để trống.");
        Refuse(successor is null && row.Cells[7].Length == 0 && row.Cells[4].Length == 0,
            "Đơn vị đang dùng phải ghi served là có hoặc không; đơn vị cũ phải ghi successor.");
        Refuse(successor is null && row.Cells[7].Length == 0 && row.Cells[5].Length == 0, "Đơn vị đang dùng phải có một điểm bên trong (lat, lon).");

        return mistakes.Count > before
            ? null
            : new UnitRow(row, new AdministrativeUnit(
                new UnitKey(vintage, code), type!.Value, name, district.Length > 0 ? district : null, row.Cells[4] == "có", point, successor));

        void Refuse(bool isWrong, string sentence)
        {
            if (isWrong)
            {
                mistakes.Add(row.Mistake(sentence));
            }
        }
    }

    private static bool StartsWithType(string name) =>
        Enum.GetValues<UnitType>().Any(type => name.StartsWith($"{type.Word()} ", StringComparison.OrdinalIgnoreCase));

    private static UnitKey? ReadSuccessor(CsvRow row, ICollection<ContentMistake> mistakes)
    {
        if (row.Cells[7].Length == 0)
        {
            return null;
        }

        if (UnitKey.TryParse(row.Cells[7], out var key))
        {
            return key;
        }

        mistakes.Add(row.Mistake($"Cột successor ghi năm và mã, ví dụ 2025-01912, không phải \"{row.Cells[7]}\"."));
        return null;
    }

    private static GeoPoint? ReadPoint(CsvRow row, ICollection<ContentMistake> mistakes)
    {
        if (row.Cells[5].Length == 0 && row.Cells[6].Length == 0)
        {
            return null;
        }

        if (double.TryParse(row.Cells[5], NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            && double.TryParse(row.Cells[6], NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            && latitude is > 8 and < 24 && longitude is > 102 and < 110)
        {
            return new GeoPoint(latitude, longitude);
        }

        mistakes.Add(row.Mistake("Cột lat là vĩ độ (8 đến 24), lon là kinh độ (102 đến 110), ví dụ 22.44101,105.72266."));
        return null;
    }
}
