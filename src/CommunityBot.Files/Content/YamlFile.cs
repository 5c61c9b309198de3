using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace CommunityBot.Files.Content;

/// <summary>Reads one YAML text with the limits that keep a hostile or broken file harmless.</summary>
internal static class YamlFile
{
    private const int DeepestNesting = 12;

    /// <summary>The form at the root of the text, or null after noting why there is none.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="file">Named in mistakes.</param>
    /// <param name="firstLine">The line of the file on which the text begins.</param>
    /// <param name="notes">Collects the mistakes.</param>
    public static YamlForm? Read(string text, string file, int firstLine, ContentNotes notes)
    {
        try
        {
            return IsHarmless(text, file, firstLine, notes) ? Root(text, file, firstLine, notes) : null;
        }
        catch (YamlException trouble)
        {
            notes.Mistake(file, firstLine + (LineWithTab(text) ?? ((int)trouble.Start.Line - 1)), Explain(trouble));
            return null;
        }
    }

    private static YamlForm? Root(string text, string file, int firstLine, ContentNotes notes)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));

        if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root)
        {
            return new YamlForm(root, file, firstLine, notes);
        }

        notes.Mistake(file, firstLine, "tệp phải gồm các dòng \"tên: giá trị\".");
        return null;
    }

    private static bool IsHarmless(string text, string file, int firstLine, ContentNotes notes)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;

        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            var line = firstLine + (int)parser.Current.Start.Line - 1;

            if (parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            {
                notes.Mistake(file, line, "không dùng dấu & và * để nhắc lại đoạn khác. Nếu cần chữ bắt đầu bằng & hoặc *, hãy đặt trong ngoặc kép.");
                return false;
            }

            if (depth > DeepestNesting)
            {
                notes.Mistake(file, line, "lồng quá nhiều tầng.");
                return false;
            }
        }

        return true;
    }

    /// <summary>A tab in front of a line is the usual reason, but the parser only notices it in the line before.</summary>
    private static int? LineWithTab(string text)
    {
        var line = Array.FindIndex(text.Split('\n'), one => one.TrimStart(' ').StartsWith('\t'));
        return line < 0 ? null : line;
    }

    private static string Explain(YamlException trouble) =>
        trouble.Message.Contains("uplicate key", StringComparison.Ordinal)
            ? "tên này đã có ở trên. Hãy bỏ bớt một dòng."
            : "không đọc được dòng này. Hãy xem lại dấu hai chấm, dấu ngoặc kép và khoảng trắng đầu dòng (dùng dấu cách, không dùng phím Tab).";
}
