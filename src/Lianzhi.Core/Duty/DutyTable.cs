using System.Globalization;
using Lianzhi.Core.Calendar;

namespace Lianzhi.Core.Duty;

/// <summary>One row of a pasted duty table (粘贴的勤务行).</summary>
/// <param name="Line">Its line in the pasted text, from 1.</param>
/// <param name="Person">Name or certificate number.</param>
/// <param name="Kind">Why.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Part">Part of the day.</param>
/// <param name="Hours">The hours as written; null for a part.</param>
/// <param name="Note">Remark; null for none.</param>
public sealed record DutyTableRow(int Line, string Person, DutyKind Kind, DateOnly From, DateOnly To, DutyPart Part, string? Hours, string? Note);

/// <summary>
/// Reads a duty table copied from a spreadsheet (从表格粘贴勤务): a row for each entry with person, reason, first day, last day, time and remark, parted by tabs,
/// as a spreadsheet gives them. Empty last cells may be left out; a head line is skipped.
/// </summary>
public static class DutyTable
{
    /// <summary>Most rows at once.</summary>
    public const int Most = 500;

    /// <summary>The columns, in order.</summary>
    public static readonly IReadOnlyList<string> Columns = ["姓名或者证号", "事由", "第一日", "最后一日", "时段", "备注"];

    private static readonly string[] DateForms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];

    /// <summary>The rows, or every cell that cannot be read, named by row and column; field <c>rows</c>.</summary>
    public static Result<IReadOnlyList<DutyTableRow>> Read(string? text)
    {
        var (rows, faults) = (new List<DutyTableRow>(), new List<Refusal>());
        foreach (var (index, line) in (text ?? "").Split('\n').Index())
        {
            var cells = line.TrimEnd('\r').Split('\t').Select(cell => cell.Trim()).ToArray();
            if (cells.All(cell => cell.Length == 0) || (rows.Count == 0 && faults.Count == 0 && cells[0].StartsWith("姓名", StringComparison.Ordinal))) continue;
            if (rows.Count + faults.Count >= Most)
            {
                faults.Add(Refusal.Invalid("rows", $"一次不超过{Most}行。"));
                break;
            }
            if (Row(index + 1, cells, faults) is { } row) rows.Add(row);
        }
        if (rows.Count + faults.Count == 0) faults.Add(Refusal.Invalid("rows", "请粘贴表格内容，每行一项。"));
        return faults.Count > 0 ? faults : rows;
    }

    private static DutyTableRow? Row(int line, string[] cells, List<Refusal> faults)
    {
        var before = faults.Count;
        string Cell(int column) => column < cells.Length ? cells[column] : "";
        void Fault(int column, string message) => faults.Add(Refusal.Invalid("rows", $"第{line}行“{Columns[column]}”：{message}"));
        if (Cell(0).Length == 0) Fault(0, "没有填写。");
        var kind = Enum.GetValues<DutyKind>().Where(one => DutyRules.Name(one) == Cell(1)).Select(one => (DutyKind?)one).FirstOrDefault();
        if (kind is null) Fault(1, $"应为{string.Join("、", Enum.GetValues<DutyKind>().Select(DutyRules.Name))}之一。");
        var from = Day(Cell(2));
        if (from is null) Fault(2, "应为日期，例如 2026-10-08。");
        var to = Cell(3).Length == 0 ? from : Day(Cell(3));
        if (to is null && from is not null) Fault(3, "应为日期，例如 2026-10-08。");
        var part = Cell(4) switch { "" or "全天" => DutyPart.WholeDay, "上午" => DutyPart.Morning, "下午" => DutyPart.Afternoon, _ => DutyPart.Hours };
        if (part == DutyPart.Hours && MinuteSpan.Parse(Cell(4)) is null) Fault(4, "应为全天、上午、下午，或者起止时间，例如 14:00-16:00。");
        return faults.Count > before ? null
            : new DutyTableRow(line, Cell(0), kind!.Value, from!.Value, to!.Value, part, part == DutyPart.Hours ? Cell(4) : null, Cell(5).Length == 0 ? null : Cell(5));
    }

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && DateText.IsKnown(day) ? day : null;
}
