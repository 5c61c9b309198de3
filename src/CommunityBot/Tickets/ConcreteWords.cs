using CommunityBot.Primitives;

namespace CommunityBot.Tickets;

/// <summary>Whether an officer's answer says something: "đã xử lý" alone tells a villager nothing.</summary>
public static class ConcreteWords
{
    private const int FewestWords = 5;
    private const int MostLength = 1000;

    /// <summary>Words that may stand in any answer and say nothing about this one.</summary>
    private static readonly HashSet<string> Empty =
    [
        "da", "dang", "se", "duoc", "xu", "ly", "xong", "roi", "ok", "oke", "okay", "done", "hoan", "thanh", "tat", "het", "giai", "quyet",
        "khac", "phuc", "nhe", "nha", "a", "va", "ban", "bao", "cao", "theo", "quy", "dinh", "kiem", "tra", "ghi", "nhan", "tiep", "viec", "nay",
        "phieu", "vu", "toi", "em", "anh", "chi", "chung", "xa", "can", "bo",
    ];

    /// <summary>At least five words, two of which are not empty talk.</summary>
    public static bool Say(string? text)
    {
        if (text is null || text.Length > MostLength)
        {
            return false;
        }

        var words = new string([.. VietnameseText.Fold(text).Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= FewestWords && words.Distinct().Count(word => !Empty.Contains(word)) >= 2;
    }
}
