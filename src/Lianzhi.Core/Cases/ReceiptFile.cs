using System.Globalization;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Tables;

namespace Lianzhi.Core.Cases;

/// <summary>A payment as bank or finance tell of it (到账记录).</summary>
/// <param name="Row">Row of the file.</param>
/// <param name="Code">缴款码; empty where the row names the case by a number.</param>
/// <param name="CaseNumber">立案号 or number of the decision; empty where the row has a code.</param>
/// <param name="AmountFen">What came in.</param>
/// <param name="On">到账日期.</param>
/// <param name="Receipt">票据号.</param>
public sealed record ReceiptLine(int Row, string Code, string CaseNumber, long AmountFen, DateOnly On, string Receipt);

/// <summary>Reads a list of payments (到账清单): every row is checked, a fault names its row and column.</summary>
public static class ReceiptFile
{
    private const int FirstSerial = 20_000;
    private const int LastSerial = 80_000;
    private const int LongestText = 60;

    /// <summary>Headings of the columns, and whether the file must have them.</summary>
    public static IReadOnlyList<(string Heading, bool Required)> Columns { get; } = [("缴款码", true), ("金额", true), ("到账日期", true), ("票据号", true), ("案号", false)];

    /// <summary>Reads the rows, the first of which is the header.</summary>
    /// <param name="rows">Rows with the numbers the spreadsheet counts them by.</param>
    /// <param name="today">Today: money that came in later is a mistake.</param>
    public static TableFile<ReceiptLine> Read(IEnumerable<(int Number, IReadOnlyList<string> Cells)> rows, DateOnly today)
    {
        var (lines, faults, seen) = (new List<ReceiptLine>(), new List<RowFault>(), new Dictionary<string, int>(StringComparer.Ordinal));
        Dictionary<string, int>? columns = null;
        foreach (var (number, cells) in rows)
        {
            if (columns is null)
            {
                columns = cells.Index().Where(cell => cell.Item.Trim().Length > 0).DistinctBy(cell => cell.Item.Trim().TrimStart('\uFEFF')).ToDictionary(cell => cell.Item.Trim().TrimStart('\uFEFF'), cell => cell.Index, StringComparer.Ordinal);
                faults.AddRange(Columns.Where(column => column.Required && !columns.ContainsKey(column.Heading)).Select(column => new RowFault(number, column.Heading, "缺少此列。")));
                if (faults.Count > 0) break;
                continue;
            }
            if (cells.All(string.IsNullOrWhiteSpace)) continue;
            var before = faults.Count;
            var (code, caseNumber, receipt) = (PaymentCodes.Normal(Text(cells, "缴款码")), Text(cells, "案号"), Text(cells, "票据号"));
            if (code.Length == 0 && caseNumber.Length == 0) faults.Add(new(number, "缴款码", "缴款码和案号至少填写一项。"));
            if (code.Length > 0 && !PaymentCodes.IsFit(code)) faults.Add(new(number, "缴款码", Damaged(code) ? "缴款码被表格软件改成了科学记数，请把该列设为文本后重新填写。" : $"“{code}”不是缴款码（字母、数字，不超过{PaymentCodes.Longest}位）。"));
            if (caseNumber.Length > LongestText) faults.Add(new(number, "案号", $"不超过{LongestText}个字。"));
            if (receipt.Length is 0 or > LongestText || !PlainText.IsFit(receipt)) faults.Add(new(number, "票据号", receipt.Length == 0 ? "不能为空。" : $"不超过{LongestText}个字，不含控制符。"));
            else if (!seen.TryAdd(receipt, number)) faults.Add(new(number, "票据号", $"与第{seen[receipt]}行重复。"));
            var (amount, on) = (Fen(number, cells), Date(number, cells));
            if (faults.Count == before) lines.Add(new(number, code, caseNumber, amount!.Value, on!.Value, receipt));
        }
        return new(lines, faults);

        string Text(IReadOnlyList<string> cells, string column) => columns!.TryGetValue(column, out var index) && index < cells.Count ? cells[index].Trim() : "";

        long? Fen(int number, IReadOnlyList<string> cells)
        {
            var text = Text(cells, "金额").Replace(",", "", StringComparison.Ordinal);
            if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) && yuan > 0 && yuan <= CommandLimits.LargestFen / 100 && decimal.Truncate(yuan * 100) == yuan * 100) return (long)(yuan * 100);
            faults.Add(new(number, "金额", text.Length == 0 ? "不能为空。" : $"“{text}”不是大于零、至多两位小数的金额（元）。"));
            return null;
        }

        DateOnly? Date(int number, IReadOnlyList<string> cells)
        {
            var text = Text(cells, "到账日期");
            // A workbook keeps days as numbers.
            DateOnly? day = DateText.TryParse(text, out var read) ? read
                : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial ? new DateOnly(1899, 12, 30).AddDays(serial) : null;
            if (day <= today) return day;
            faults.Add(new(number, "到账日期", day is null ? $"“{text}”不是日期（格式 2026-03-05）。" : "不能晚于今天。"));
            return null;
        }
    }

    // Long digits typed as a number come out of a workbook as 3.506E+19: what was lost cannot be told any more.
    private static bool Damaged(string code) => code.Contains("E+", StringComparison.Ordinal);
}
