using CommunityBot.Communes;
using CommunityBot.Primitives;

namespace CommunityBot.Files.Communes;

/// <summary>Checks what the lists of all years say together: no unit twice, every former unit leads to one in force.</summary>
internal sealed class UnitLines(IReadOnlyList<UnitRow> rows, ICollection<ContentMistake> mistakes)
{
    public void Check()
    {
        var byKey = new Dictionary<UnitKey, UnitRow>();

        foreach (var row in rows)
        {
            if (!byKey.TryAdd(row.Unit.Key, row))
            {
                mistakes.Add(row.Row.Mistake($"Mã {row.Unit.Key.Code} đã có ở dòng {byKey[row.Unit.Key].Row.Line}."));
            }
        }

        foreach (var row in rows)
        {
            CheckSuccessor(row, byKey);
        }
    }

    private void CheckSuccessor(UnitRow row, Dictionary<UnitKey, UnitRow> byKey)
    {
        if (row.Unit.Successor is not { } next)
        {
            return;
        }

        if (next.Vintage <= row.Unit.Key.Vintage)
        {
            mistakes.Add(row.Row.Mistake($"Đơn vị kế tiếp {next} phải thuộc danh sách năm sau."));
        }
        else if (!byKey.ContainsKey(next))
        {
            mistakes.Add(row.Row.Mistake($"Không có đơn vị {next}: xem lại mã ở units-{next.Vintage}.csv."));
        }
    }
}
