using CommunityBot.Primitives;

namespace CommunityBot.Conversations.Dialogs.Subscribing;

/// <summary>Notices that somebody wants to hear when the water is back: "báo tôi khi có nước lại", "bao giờ có nước thì nhắn".</summary>
internal static class OutageWords
{
    private static readonly string[] Back = ["co nuoc lai", "co lai nuoc", "nuoc lai", "co nuoc", "nuoc ve", "nuoc chay lai", "nuoc co lai"];

    private static readonly string[] Tell =
    [
        "bao khi", "bao toi khi", "bao em khi", "bao chau khi", "bao minh khi", "bao con khi", "bao cho toi", "bao cho em", "bao lai khi",
        "nhan khi", "nhan toi khi", "nhan em khi", "nhan tin khi", "nhan cho toi", "nhan cho em", "cho biet khi", "nhac khi", "nhac toi khi",
        "thi bao", "thi nhan", "thi goi", "nhan voi", "bao voi", "khi nao co nuoc", "bao gio co nuoc", "luc nao co nuoc", "chung nao co nuoc",
    ];

    public static bool Wish(string? text)
    {
        if (text is null or { Length: > 120 })
        {
            return false;
        }

        var words = VietnameseText.Fold(text);
        return !words.Contains("nuoc sach", StringComparison.Ordinal)
            && Array.Exists(Back, one => words.Contains(one, StringComparison.Ordinal))
            && Array.Exists(Tell, one => words.Contains(one, StringComparison.Ordinal));
    }
}
