using System.Text.RegularExpressions;

namespace CommunityBot.Files.Content;

/// <summary>Finds what changes with time and was written straight into a card: phone numbers, laws, fines, loan terms.</summary>
internal static partial class HardFacts
{
    /// <summary>Notes each of them; the places where facts are filled in are left alone.</summary>
    public static void Check(string written, Action<string> mistake)
    {
        var byHand = FactBook.WithoutFacts(written);

        foreach (var found in Phone().Matches(byHand).Concat(Law().Matches(byHand)).Concat(Money().Matches(byHand)))
        {
            mistake($"\"{found.Value.Trim()}\" sẽ đổi theo thời gian. Hãy ghi vào thư mục facts rồi viết {{fact:tên}} ở đây.");
        }
    }

    /// <summary>Emergency numbers, hotlines, ordinary numbers.</summary>
    [GeneratedRegex("(?<![\\d.,/])(11[1-5](?![\\d.,/]*\\d)(?!\\s*(kg|km|m|cm|g|mét|lít|phút|giờ|ngày|người|con|cây|nhà|hộ|xã|độ)\\b|\\s*%)|1[89]00[ .]?\\d[\\d .]{1,6}\\d|0\\d{2,3}[ .]?\\d{3}[ .]?\\d{3,4})(?!\\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex("\\b(Nghị định|Thông tư|Nghị quyết|Chỉ thị)\\b|\\bQuyết định (số )?\\d[\\w/-]*|\\bĐiều \\d+\\b|\\bLuật \\p{Lu}\\p{L}+|\\b(QCVN|TCVN)\\b|\\b\\d{1,4}/\\d{4}/\\p{Lu}[\\p{Lu}\\d-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Law();

    [GeneratedRegex("\\d[\\d.,]*\\s*(nghìn|ngàn|triệu|tỷ)?\\s*đồng\\b|\\d[\\d.,]*\\s*(triệu|tỷ)\\b|\\d[\\d.,]*\\s*%\\s*(một|mỗi|/)\\s*(năm|tháng)", RegexOptions.CultureInvariant)]
    private static partial Regex Money();
}
