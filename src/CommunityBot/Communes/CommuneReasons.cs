namespace CommunityBot.Communes;

/// <summary>The sentences that say why a commune was chosen; kept together so that an officer can read them over.</summary>
internal static class CommuneReasons
{
    public const string NoSuchName = "Không thấy xã, phường nào tên như vậy trong danh sách.";
    public const string FarOutside = "Điểm này ở ngoài tỉnh Thái Nguyên nên chưa có xã nào phụ trách.";
    public const string NoPoint = "Đây không phải tọa độ đúng: cần vĩ độ rồi kinh độ, ví dụ 22.35 105.89.";
    public const string NearestPoints = "Chưa nhập ranh giới nên chỉ biết các xã gần điểm này nhất; xin chọn.";
    public const string SeveralNames = "Câu nhắc tới nhiều xã; xin chọn.";
    public const string Misspelt = "Không có tên đúng như vậy; đây là những tên gần nhất.";
    public const string OnlyVillage = "Tên này cũng là tên thôn bản; xin xem có đúng xã không.";

    public static string NotServedYet(Commune commune) => $"{Capital(commune.Type.Word())} này chưa dùng CommunityBot.";

    public static string InForce(Commune commune) => $"{commune.FullName} là tên đang dùng.";

    public static string Former(AdministrativeUnit old, FormerArea? district, Commune today)
    {
        var where = district is null ? "" : $" ({Lower(district.FullName)} cũ)";
        var verb = string.Equals(old.Name, today.Name, StringComparison.Ordinal) ? "là" : "thuộc";
        return $"{old.FullName}{where} nay {verb} {today.NameInSentence}.";
    }

    public static string FormerDistrict(FormerArea district) => $"{district.FullName} cũ nay gồm nhiều xã; xin chọn.";

    public static string CommuneOrDistrict(Commune commune, FormerArea district) =>
        $"“{commune.Name}” là tên {commune.NameInSentence}, cũng là tên {Lower(district.FullName)} cũ; xin chọn.";

    public static string SoundAlike(IEnumerable<Commune> communes) =>
        $"Tên gần giống nhau: {string.Join(", ", communes.Select(commune => commune.FullName))}; xin chọn.";

    public static string NotInThatDistrict(string district) => $"Tên xã không khớp với tên {district} cũ; xin chọn.";

    public static string Within(Commune commune) => $"Điểm này nằm trong {commune.NameInSentence}.";

    public static string NearBorder(int metres) => $"Điểm này cách ranh giới xã chưa tới {metres} m; xin chọn.";

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
