namespace Lianzhi.Core.Tables;

/// <summary>One fault in an imported table (导入错误), naming the row and the column.</summary>
/// <param name="Row">Line number in the file, the header being line 1.</param>
/// <param name="Column">Name of the column; empty where the whole row is at fault.</param>
/// <param name="Message">Chinese sentence for the person who imports.</param>
public sealed record RowFault(int Row, string Column, string Message);

/// <summary>What an imported table says (导入结果): its good rows, and every fault found. Import only when there is none.</summary>
/// <param name="Rows">Rows that could be read.</param>
/// <param name="Faults">All faults, in the order of the file.</param>
public sealed record TableFile<T>(IReadOnlyList<T> Rows, IReadOnlyList<RowFault> Faults);

/// <summary>One line of a comma-separated file (RFC 4180, no line breaks inside a field) under a known header.</summary>
internal sealed class TableRow(int number, IReadOnlyDictionary<string, int> columns, IReadOnlyList<string> fields, List<RowFault> faults)
{
    public int Number { get; } = number;

    public string Text(string column) => columns.TryGetValue(column, out var index) && index < fields.Count ? fields[index].Trim() : "";

    public string Required(string column)
    {
        var text = Text(column);
        if (text.Length == 0) Fault(column, "不能为空。");
        return text;
    }

    public DateOnly? Date(string column)
    {
        var text = Text(column);
        if (Calendar.DateText.TryParse(text, out var date)) return date;
        Fault(column, $"“{text}”不是 1900-01-01 至 2199-12-31 之间的日期（格式 2026-03-05）。");
        return null;
    }

    public bool? Flag(string column)
    {
        var text = Text(column);
        if (text is "true" or "是") return true;
        if (text is "false" or "否") return false;
        Fault(column, $"“{text}”应为 true 或者 false。");
        return null;
    }

    public void Fault(string column, string message) => faults.Add(new(Number, column, message));

    /// <summary>Reads every line under the header; lines that hold nothing are passed over.</summary>
    public static TableFile<T> Read<T>(IReadOnlyList<string> lines, IReadOnlyList<string> header, Func<TableRow, T?> read) where T : class
    {
        var faults = new List<RowFault>();
        var rows = new List<T>();
        if (lines.Count == 0) return new([], [new(1, "", "文件是空的。")]);
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = Split(lines[0].TrimStart('\uFEFF'));
        for (var i = 0; i < names.Count; i++)
        {
            if (!columns.TryAdd(names[i].Trim(), i)) faults.Add(new(1, names[i].Trim(), "列名重复。"));
        }
        faults.AddRange(header.Where(name => !columns.ContainsKey(name)).Select(name => new RowFault(1, name, "缺少此列。")));
        if (faults.Count > 0) return new([], faults);
        for (var i = 1; i < lines.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            var fields = Split(lines[i]);
            if (fields.Count != names.Count)
            {
                faults.Add(new(i + 1, "", $"应有 {names.Count} 列，实有 {fields.Count} 列。"));
                continue;
            }
            if (read(new(i + 1, columns, fields, faults)) is { } row) rows.Add(row);
        }
        return new(rows, faults);
    }

    private static List<string> Split(string line)
    {
        line = line.TrimEnd('\r', '\n');
        var fields = new List<string>();
        var field = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                if (quoted && i + 1 < line.Length && line[i + 1] == '"') field.Append(line[i++]);
                else quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(line[i]);
            }
        }
        fields.Add(field.ToString());
        return fields;
    }
}
