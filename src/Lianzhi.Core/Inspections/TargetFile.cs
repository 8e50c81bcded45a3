using System.Globalization;
using Lianzhi.Core.Organisation;

namespace Lianzhi.Core.Inspections;

/// <summary>Something wrong in one cell of a target file.</summary>
/// <param name="Cell">The cell as the spreadsheet names it, for example C5.</param>
/// <param name="Column">Heading of the column; empty where the whole row is at fault.</param>
/// <param name="Message">What is wrong.</param>
public sealed record CellFault(string Cell, string Column, string Message);

/// <summary>
/// Reads a list of targets (检查对象文件) row by row, so that a file of any length is never held as a whole. Every row is
/// checked; the first <see cref="MostFaults"/> faults are kept, all are counted.
/// </summary>
public sealed class TargetFile
{
    /// <summary>Faults that are kept.</summary>
    public const int MostFaults = 200;

    private const int East = 0;
    private const int North = 1;

    private static readonly Dictionary<string, RiskGrade> Risks = new(StringComparer.Ordinal) { ["低"] = RiskGrade.Low, ["中"] = RiskGrade.Medium, ["高"] = RiskGrade.High };

    private static readonly Dictionary<string, TargetStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["在营"] = TargetStatus.Operating,
        ["停业"] = TargetStatus.Suspended,
        ["注销"] = TargetStatus.Closed,
    };

    private readonly Dictionary<string, string> townships;
    private readonly Dictionary<string, string> pool = new(StringComparer.Ordinal);
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);
    private readonly List<CellFault> faults = [];
    private readonly int[] positions;

    /// <summary>Begins with the header of a file; check <see cref="Faults"/> before going on.</summary>
    public TargetFile(IReadOnlyList<string> header, OrganisationAsOf organisation)
    {
        townships = organisation.Townships.SelectMany(township => new[] { (township.Code, township.Code), (township.Name, township.Code) }).ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);
        positions = [.. Columns.Select(column => Position(header, column))];
        for (var index = 0; index < Columns.Count; index++)
            if (positions[index] < 0 && Columns[index].Required) Add(new("", Columns[index].Heading, $"缺少列“{Columns[index].Heading}”（{Columns[index].Name}）。"));
    }

    /// <summary>The columns: name and Chinese heading, either of which is understood, and whether the file must have it.</summary>
    public static IReadOnlyList<(string Name, string Heading, bool Required)> Columns { get; } =
    [
        ("credit_code", "统一社会信用代码", true), ("name", "名称", true), ("address", "地址", true), ("township", "镇街", true), ("block", "网格", false), ("longitude", "经度", false), ("latitude", "纬度", false),
        ("sectors", "行业", true), ("risk", "风险等级", true), ("open_days", "营业日", false), ("hours", "营业时间", false), ("status", "状态", false),
    ];

    /// <summary>Faults kept.</summary>
    public IReadOnlyList<CellFault> Faults => faults;

    /// <summary>Faults found.</summary>
    public int FaultCount { get; private set; }

    /// <summary>What officers call a grade.</summary>
    public static string RiskName(RiskGrade risk) => risk switch { RiskGrade.High => "高", RiskGrade.Medium => "中", _ => "低" };

    /// <summary>What officers call a status.</summary>
    public static string StatusName(TargetStatus status) => status switch { TargetStatus.Operating => "在营", TargetStatus.Suspended => "停业", _ => "注销" };

    /// <summary>Reads one row; null when it is empty or has a fault.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="number">Row as the spreadsheet counts it; the header is row 1.</param>
    public TargetFacts? Read(IReadOnlyList<string> cells, int number)
    {
        if (IsBlank(cells)) return null;
        var before = FaultCount;
        var facts = new TargetFacts(
            Code(cells, number), Required(cells, number, 1, 200), Required(cells, number, 2, 400), Township(cells, number), Pooled(Short(cells, number, 4, 60)),
            Degrees(cells, number, 5, East), Degrees(cells, number, 6, North), Sectors(cells, number), Risk(cells, number), Days(cells, number), Hours(cells, number), Status(cells, number));
        if (facts.Longitude is null != facts.Latitude is null) Fault(number, 5, "经度和纬度应当同时填写。");
        if (FaultCount == before && !keys.Add(facts.Key)) Fault(number, 0, "与前面的行是同一企业、同一地址。");
        return FaultCount == before ? facts : null;
    }

    /// <summary>Checks facts that people typed, under the names of the columns in camelCase.</summary>
    public static Result<TargetFacts> Check(IReadOnlyList<string> cells, OrganisationAsOf organisation)
    {
        var file = new TargetFile([.. Columns.Select(column => column.Name)], organisation);
        if (file.Read(cells, 2) is { } facts) return facts;
        if (file.FaultCount == 0) return Refusal.Invalid("name", "不能为空。");
        return file.Faults.Select(fault => Refusal.Invalid(Field(Columns.First(column => column.Heading == fault.Column).Name), fault.Message)).ToList();
    }

    private static string Field(string name)
    {
        var parts = name.Split('_');
        return parts[0] + string.Concat(parts.Skip(1).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
    }

    private static int Position(IReadOnlyList<string> header, (string Name, string Heading, bool Required) column)
    {
        for (var index = 0; index < header.Count; index++)
            if (header[index].Trim() == column.Name || header[index].Trim() == column.Heading) return index;
        return -1;
    }

    private static bool IsBlank(IReadOnlyList<string> cells)
    {
        for (var index = 0; index < cells.Count; index++)
            if (!string.IsNullOrWhiteSpace(cells[index])) return false;
        return true;
    }

    private string Cell(IReadOnlyList<string> cells, int column) => positions[column] >= 0 && positions[column] < cells.Count ? cells[positions[column]].Trim() : "";

    private string Required(IReadOnlyList<string> cells, int number, int column, int longest)
    {
        var text = Short(cells, number, column, longest);
        if (text.Length == 0) Fault(number, column, "不能为空。");
        return text;
    }

    private string Short(IReadOnlyList<string> cells, int number, int column, int longest)
    {
        var text = Cell(cells, column);
        if (text.Length > longest) Fault(number, column, $"不能超过{longest}字。");
        if (text.AsSpan().IndexOfAnyInRange('\0', '\u001F') >= 0) Fault(number, column, "含有不能显示的字符。");
        return text;
    }

    private string? Code(IReadOnlyList<string> cells, int number)
    {
        var text = Cell(cells, 0);
        if (text.Length == 0) return null;
        var check = Identifiers.CreditCode(text);
        if (!check.Valid) Fault(number, 0, check.Why);
        return text.ToUpperInvariant();
    }

    private string Township(IReadOnlyList<string> cells, int number)
    {
        var text = Required(cells, number, 3, 40);
        if (townships.TryGetValue(text, out var code)) return code;
        if (text.Length > 0) Fault(number, 3, $"没有名为“{text}”的镇（街道）。");
        return "";
    }

    private int? Degrees(IReadOnlyList<string> cells, int number, int column, int direction)
    {
        var text = Cell(cells, column);
        if (text.Length == 0) return null;
        var (least, most) = direction == East ? (73m, 136m) : (3m, 54m);
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) && degrees >= least && degrees <= most) return (int)Math.Round(degrees * 1_000_000);
        Fault(number, column, $"“{text}”不是 {least} 至 {most} 之间的度数。");
        return null;
    }

    private string[] Sectors(IReadOnlyList<string> cells, int number)
    {
        var sectors = Required(cells, number, 7, 200).Split(['|', '、', ',', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var index = 0; index < sectors.Length; index++)
        {
            sectors[index] = Pooled(sectors[index]);
            if (sectors[index].Length > 20) Fault(number, 7, "一个行业不能超过20字。");
        }
        return sectors;
    }

    private RiskGrade Risk(IReadOnlyList<string> cells, int number)
    {
        var text = Required(cells, number, 8, 10);
        if (!Risks.TryGetValue(text, out var risk) && text.Length > 0) Fault(number, 8, $"“{text}”应当是高、中或者低。");
        return risk;
    }

    private string Days(IReadOnlyList<string> cells, int number)
    {
        var text = Cell(cells, 9);
        if (text.Length == 0) return TargetFacts.EveryDay;
        if (text.Length > 7 || text.Any(day => day is < '1' or > '7') || text.Distinct().Count() != text.Length) Fault(number, 9, $"“{text}”应当用 1（周一）至 7（周日）各写一次，例如 12345。");
        return Pooled(string.Concat(text.Order()));
    }

    private string Hours(IReadOnlyList<string> cells, int number)
    {
        var text = Cell(cells, 10);
        if (text.Length == 0) return "";
        var parts = text.Split('-');
        if (parts.Length != 2 || !parts.All(part => TimeOnly.TryParseExact(part, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))) Fault(number, 10, $"“{text}”应当写成 08:00-18:00 的样式。");
        return Pooled(text);
    }

    private TargetStatus Status(IReadOnlyList<string> cells, int number)
    {
        var text = Cell(cells, 11);
        if (!Statuses.TryGetValue(text, out var status) && text.Length > 0) Fault(number, 11, $"“{text}”应当是在营、停业或者注销。");
        return status;
    }

    private string Pooled(string text)
    {
        if (pool.TryGetValue(text, out var known)) return known;
        if (pool.Count < 10_000) pool[text] = text;
        return text;
    }

    private void Fault(int number, int column, string message) =>
        Add(new(positions[column] >= 0 ? $"{Letters(positions[column])}{number}" : number.ToString(CultureInfo.InvariantCulture), Columns[column].Heading, message));

    private void Add(CellFault fault)
    {
        FaultCount++;
        if (faults.Count < MostFaults) faults.Add(fault);
    }

    private static string Letters(int index)
    {
        var letters = "";
        for (var left = index + 1; left > 0; left = (left - 1) / 26) letters = (char)('A' + ((left - 1) % 26)) + letters;
        return letters;
    }
}
