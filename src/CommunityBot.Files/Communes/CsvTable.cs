using System.Text;
using CommunityBot.Primitives;

namespace CommunityBot.Files.Communes;

/// <summary>One line of a table file, its cells trimmed and composed.</summary>
internal sealed record CsvRow(string File, int Line, string[] Cells)
{
    public ContentMistake Mistake(string sentence) => new(File, Line, sentence);
}

/// <summary>A plain table: commas, no quotes, the first line names the columns. Everything wrong goes on the list.</summary>
internal static class CsvTable
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IReadOnlyList<CsvRow> Read(string contentFolder, string file, string header, ICollection<ContentMistake> mistakes)
    {
        var path = Path.Combine(contentFolder, file);

        if (!File.Exists(path))
        {
            mistakes.Add(new ContentMistake(file, 0, "Thiếu tệp này."));
            return [];
        }

        if (ReadLines(path) is not { } lines)
        {
            mistakes.Add(new ContentMistake(file, 0, "Tệp không phải chữ UTF-8. Trong Excel hãy lưu kiểu \"CSV UTF-8\"."));
            return [];
        }

        if (lines.Length == 0 || VietnameseText.Compose(lines[0]).Trim() != header)
        {
            mistakes.Add(new ContentMistake(file, 1, $"Dòng đầu phải ghi đúng tên cột: {header}"));
            return [];
        }

        return [.. Rows(file, lines, header.Split(',').Length, mistakes)];
    }

    private static string[]? ReadLines(string path)
    {
        try
        {
            return File.ReadAllLines(path, StrictUtf8);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static IEnumerable<CsvRow> Rows(string file, string[] lines, int columns, ICollection<ContentMistake> mistakes)
    {
        for (var i = 1; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                continue;
            }

            var cells = VietnameseText.Compose(lines[i]).Split(',', StringSplitOptions.TrimEntries);
            var row = new CsvRow(file, i + 1, cells);

            if (cells.Length == columns)
            {
                yield return row;
            }
            else
            {
                mistakes.Add(row.Mistake($"Cần {columns} ô cách nhau bằng dấu phẩy, dòng này có {cells.Length}. Số thập phân viết bằng dấu chấm."));
            }
        }
    }
}
