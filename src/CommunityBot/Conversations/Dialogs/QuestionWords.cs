using CommunityBot.Primitives;

namespace CommunityBot.Conversations.Dialogs;

/// <summary>Notices that a villager asks something rather than tells it: "cho hỏi…", "… thế nào", "… được không".</summary>
internal static class QuestionWords
{
    private static readonly string[] Anywhere =
    [
        "cho hoi", "xin hoi", "muon hoi", "hoi ti", "hoi chut", "the nao", "lam sao", "ra sao", "bao nhieu", "bao lau", "bao xa", "la gi", "lam gi", "vi sao", "tai sao",
        "khi nao", "bao gio", "o dau", "vao dau", "di dau", "cho nao", "loai nao", "kieu nao", "cai nao", "ngay nao", "huong dan", "co nen", "co duoc", "co phai",
        "duoc khong", "duoc ko", "duoc k ", "sao khong", "gi khong", "may lan", "may ngan", "may loai", "may buoc", "bi phat", "cach lam", "ntn",
    ];

    private static readonly string[] AtEnd = ["khong", "ko", "k", "hok", "hong", "sao", "gi", "nao", "dau", "ha", "nhi", "the a", "chua"];

    public static bool Ask(string? text)
    {
        if (text is null)
        {
            return false;
        }

        if (text.Contains('?', StringComparison.Ordinal))
        {
            return true;
        }

        var words = $" {VietnameseText.Fold(text)} ";
        return Array.Exists(Anywhere, one => words.Contains($" {one.TrimEnd()} ", StringComparison.Ordinal)) || Array.Exists(AtEnd, one => EndsWith(words, one));
    }

    /// <summary>The last words, also before a courtesy: "… được không ạ".</summary>
    private static bool EndsWith(string words, string end) =>
        words.EndsWith($" {end} ", StringComparison.Ordinal)
        || Array.Exists(Courtesies, one => words.EndsWith($" {end} {one} ", StringComparison.Ordinal));

    private static readonly string[] Courtesies = ["a", "ah", "vay", "vay a", "z", "the", "nhi", "em", "bac", "bac oi", "ad", "ad oi", "can bo", "can bo oi", "ban"];
}
