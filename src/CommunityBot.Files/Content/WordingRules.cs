using System.Text.RegularExpressions;

namespace CommunityBot.Files.Content;

/// <summary>What a sentence for villagers must look like: no office abbreviations, balanced braces, short sentences.</summary>
internal static partial class WordingRules
{
    // About twelve words, and about fifteen: a Vietnamese word is one or two of these syllables.
    private const int LongSentence = 20;
    private const int LongestSentence = 26;

    private static readonly Dictionary<string, string> WrittenOut = new(StringComparer.Ordinal)
    {
        ["UBND"] = "Ủy ban nhân dân",
        ["HĐND"] = "Hội đồng nhân dân",
        ["TNMT"] = "Tài nguyên và Môi trường",
        ["NNMT"] = "Nông nghiệp và Môi trường",
        ["PTNT"] = "phát triển nông thôn",
        ["BVTV"] = "bảo vệ thực vật",
        ["ATTP"] = "an toàn thực phẩm",
        ["VSMT"] = "vệ sinh môi trường",
        ["NHCSXH"] = "Ngân hàng Chính sách xã hội",
        ["TTHC"] = "thủ tục hành chính",
        ["QCVN"] = "quy chuẩn quốc gia",
    };

    public static void Check(string text, Action<string> mistake, Action<string> hint)
    {
        foreach (Match word in CapitalWord().Matches(text))
        {
            if (WrittenOut.TryGetValue(word.Value, out var full))
            {
                mistake($"đừng viết tắt \"{word.Value}\", hãy viết \"{full}\".");
            }
        }

        if (text.Count(letter => letter == '{') != text.Count(letter => letter == '}'))
        {
            mistake("thiếu dấu { hoặc } của chỗ điền.");
        }

        var longest = Sentence().Split(text).MaxBy(WordsOf) ?? "";

        if (WordsOf(longest) > LongSentence)
        {
            var tell = WordsOf(longest) > LongestSentence ? mistake : hint;
            tell($"câu dài {WordsOf(longest)} tiếng, hãy tách cho ngắn (khoảng {LongSentence} tiếng, nhiều nhất {LongestSentence}): \"{longest.Trim()}\"");
        }
    }

    private static int WordsOf(string sentence) => sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));

    [GeneratedRegex("[A-ZĐ]{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex CapitalWord();

    [GeneratedRegex("[.!?:;\\n]", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();
}
