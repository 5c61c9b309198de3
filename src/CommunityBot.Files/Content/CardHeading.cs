using System.Text.RegularExpressions;
using CommunityBot.Awareness;

namespace CommunityBot.Files.Content;

/// <summary>The line that begins a card: <c>## Nấm rừng {#mushroom needs_review=health}</c>.</summary>
internal sealed partial record CardHeading(string Title, string Id, ReviewField? NeedsReview)
{
    /// <summary>Topic and card stand together in the key of a button, which has 64 bytes.</summary>
    private const int LongestId = 28;

    /// <summary>The key "card:latrine:end" leads behind the last card.</summary>
    public const string ReservedId = "end";

    public static CardHeading Read(string line, Action<string> mistake)
    {
        var match = Form().Match(line);

        if (!match.Success)
        {
            mistake($"thẻ \"{line}\" chưa có tên riêng. Hãy viết \"## Tên thẻ {{#ten_rieng}}\"; tên riêng gồm chữ thường không dấu, số, gạch dưới và không đổi nữa.");
            return new CardHeading(line, "", null);
        }

        var id = match.Groups["id"].Value;

        if (id.Length > LongestId || id == ReservedId || id.All(char.IsAsciiDigit))
        {
            mistake($"tên riêng \"{id}\" không dùng được: nhiều nhất {LongestId} chữ, có ít nhất một chữ cái, khác \"{ReservedId}\".");
        }

        return new CardHeading(match.Groups["title"].Value.Trim(), id, FieldOf(match.Groups["field"], mistake));
    }

    private static ReviewField? FieldOf(Group field, Action<string> mistake)
    {
        if (!field.Success)
        {
            return null;
        }

        if (ReviewFields.Names.TryGetValue(field.Value, out var known))
        {
            return known;
        }

        mistake($"needs_review=\"{field.Value}\" không có trong danh sách: {string.Join(", ", ReviewFields.Names.Keys)}.{NearestName.Hint(field.Value, ReviewFields.Names.Keys)}");
        return null;
    }

    [GeneratedRegex("^(?<title>.+?)\\s*\\{#(?<id>[a-z0-9_]+)(?:\\s+needs_review=(?<field>[^\\s}]+))?\\s*\\}$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
