using System.Globalization;
using Lianzhi.Core.Organisation;

namespace Lianzhi.Core.Powers;

/// <summary>Something wrong in one cell of an item file.</summary>
/// <param name="Row">Row as the spreadsheet counts it; the header is row 1.</param>
/// <param name="Column">Name of the column as the file writes it.</param>
/// <param name="Message">What is wrong.</param>
public sealed record RowError(int Row, string Column, string Message);

/// <summary>An item that differs from the one in force, and in which columns.</summary>
/// <param name="Before">The version in force.</param>
/// <param name="After">The version of the file.</param>
/// <param name="Columns">Names of the columns that differ.</param>
public sealed record ItemChange(Item Before, Item After, IReadOnlyList<string> Columns);

/// <summary>What an import would do to the list in force (导入预检).</summary>
/// <param name="Added">Items that are new.</param>
/// <param name="Changed">Items that differ.</param>
/// <param name="Removed">Items in force that the file does not hold.</param>
public sealed record ItemDifferences(IReadOnlyList<Item> Added, IReadOnlyList<ItemChange> Changed, IReadOnlyList<Item> Removed)
{
    /// <summary>True when the file says what is already in force.</summary>
    public bool None => Added.Count + Changed.Count + Removed.Count == 0;
}

/// <summary>Reads the rows of an item list (事项清单文件) and compares it with the list in force.</summary>
public static class ItemFile
{
    private static readonly string[] YesWords = ["yes", "是"];
    private static readonly string[] NoWords = ["no", "否"];

    private static readonly Dictionary<string, ItemLevel> Levels = new(StringComparer.Ordinal)
    {
        ["empowered_to_town"] = ItemLevel.EmpoweredToTown,
        ["赋予镇街"] = ItemLevel.EmpoweredToTown,
        ["own_town"] = ItemLevel.OwnTown,
        ["镇法定职权"] = ItemLevel.OwnTown,
        ["district_only"] = ItemLevel.DistrictOnly,
        ["区级部门"] = ItemLevel.DistrictOnly,
        ["moved_to_city"] = ItemLevel.MovedToCity,
        ["已上收市级"] = ItemLevel.MovedToCity,
    };

    /// <summary>The columns a file must have: name in the file and its Chinese heading, either of which is understood.</summary>
    public static readonly IReadOnlyList<(string Name, string Heading)> Columns =
    [
        ("code", "事项编码"), ("name", "事项名称"), ("domain", "领域"), ("lead_department", "主管部门"), ("basis", "依据"),
        ("conduct", "违法行为"), ("penalty_kinds", "处罚种类"), ("fine_min_yuan", "个人罚款下限"), ("fine_max_yuan", "个人罚款上限"),
        ("fine_min_org_yuan", "单位罚款下限"), ("fine_max_org_yuan", "单位罚款上限"), ("fine_rule", "罚款说明"),
        ("limitation_years", "处罚时效年数"), ("hearing_possible", "可能听证"), ("simple_procedure_possible", "可能简易程序"),
        ("level", "层级"), ("verified", "已核对"),
    ];

    /// <summary>Reads the rows, header first.</summary>
    /// <param name="rows">All rows as texts; empty cells are empty texts.</param>
    /// <param name="organisation">Knows which names of competent departments can be told apart.</param>
    /// <param name="effective">First day on which the list is to hold.</param>
    /// <returns>The items without ids, and every error; use the items only when there is none.</returns>
    public static (IReadOnlyList<Item> Items, IReadOnlyList<RowError> Errors) Parse(
        IReadOnlyList<IReadOnlyList<string>> rows, OrganisationRegister organisation, DateOnly effective)
    {
        if (rows.Count == 0) return ([], [new RowError(1, "", "文件是空的。")]);
        var positions = Columns.ToDictionary(column => column.Name, column => Position(rows[0], column), StringComparer.Ordinal);
        var missing = Columns.Where(column => positions[column.Name] < 0)
            .Select(column => new RowError(1, column.Name, $"缺少列“{column.Heading}”（{column.Name}）。")).ToList();
        if (missing.Count > 0) return ([], missing);

        var items = new List<Item>();
        var errors = new List<RowError>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 1; i < rows.Count; i++)
        {
            if (rows[i].All(string.IsNullOrWhiteSpace)) continue;
            var reader = new RowReader(rows[i], i + 1, positions, rows[0], errors);
            var item = Read(reader, organisation, effective);
            if (item.Code.Length > 0 && !seen.TryAdd(item.Code, i + 1)) reader.Fault("code", $"事项编码与第{seen[item.Code]}行重复。");
            items.Add(item);
        }

        if (items.Count == 0) errors.Add(new RowError(1, "", "文件没有事项。"));
        return (items, errors);
    }

    /// <summary>Compares the items of a file with those in force.</summary>
    public static ItemDifferences Differences(IEnumerable<Item> file, IEnumerable<Item> inForce)
    {
        var before = inForce.ToDictionary(item => item.Code, StringComparer.Ordinal);
        var after = file.ToDictionary(item => item.Code, StringComparer.Ordinal);
        return new ItemDifferences(
            [.. after.Values.Where(item => !before.ContainsKey(item.Code))],
            [.. after.Values.Where(item => before.ContainsKey(item.Code))
                .Select(item => new ItemChange(before[item.Code], item, Changed(before[item.Code], item)))
                .Where(change => change.Columns.Count > 0)],
            [.. before.Values.Where(item => !after.ContainsKey(item.Code))]);
    }

    /// <summary>The columns of an item as texts, in the order of <see cref="Columns"/>; reading them back gives the same item.</summary>
    public static IReadOnlyList<string> ToRow(Item item) =>
    [
        item.Code, item.Name, item.Domain, item.LeadDepartment, item.Basis, item.Conduct, string.Join('|', item.PenaltyKinds),
        Yuan(item.CitizenFine.MinFen), Yuan(item.CitizenFine.MaxFen), Yuan(item.OrganisationFine.MinFen), Yuan(item.OrganisationFine.MaxFen),
        item.FineRule, item.LimitationYears.ToString(CultureInfo.InvariantCulture), YesNo(item.HearingPossible), YesNo(item.SimplePossible),
        Levels.First(pair => pair.Value == item.Level).Key, YesNo(item.Verified),
    ];

    private static IReadOnlyList<string> Changed(Item before, Item after)
    {
        var (earlier, later) = (ToRow(before), ToRow(after));
        return [.. Columns.Where((_, i) => earlier[i] != later[i]).Select(column => column.Heading)];
    }

    private static int Position(IReadOnlyList<string> header, (string Name, string Heading) column)
    {
        for (var i = 0; i < header.Count; i++)
            if (header[i].Trim() == column.Name || header[i].Trim() == column.Heading) return i;
        return -1;
    }

    private static Item Read(RowReader row, OrganisationRegister organisation, DateOnly effective)
    {
        var level = row.OneOf("level", Levels);
        var lead = row.Required("lead_department");
        var organ = level == ItemLevel.MovedToCity
            ? organisation.OrganOn(lead, OrganLevel.City, effective)
            : organisation.OrganOn(lead, OrganLevel.District, effective) ?? organisation.OrganOn(lead, OrganLevel.Outside, effective);
        if (lead.Length > 0 && organ is null) row.Fault("lead_department", $"没有登记名为“{lead}”的主管部门，请先在基础库登记。");
        var years = row.Required("limitation_years");
        if (years is not ("2" or "5" or "")) row.Fault("limitation_years", "处罚时效年数应当是2或者5。");
        return new Item("", row.Required("code"), row.Required("name"), row.Required("domain"), lead, row.Required("basis"),
            row.Optional("conduct"), row.Required("penalty_kinds").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            row.Range("fine_min_yuan", "fine_max_yuan"), row.Range("fine_min_org_yuan", "fine_max_org_yuan"), row.Optional("fine_rule"),
            years == "5" ? 5 : 2, row.YesOrNo("hearing_possible"), row.YesOrNo("simple_procedure_possible"), level, row.YesOrNo("verified"),
            organ?.PowerHolder ?? PowerHolder.DistrictDepartment, new Validity(effective));
    }

    private static string YesNo(bool value) => value ? "yes" : "no";

    private static string Yuan(long? fen) => fen is { } value ? (value / 100m).ToString("0.##", CultureInfo.InvariantCulture) : "";

    private sealed class RowReader(
        IReadOnlyList<string> cells, int number, Dictionary<string, int> positions, IReadOnlyList<string> header, List<RowError> errors)
    {
        public void Fault(string column, string message) => errors.Add(new RowError(number, header[positions[column]].Trim(), message));

        public string Optional(string column) => positions[column] < cells.Count ? cells[positions[column]].Trim() : "";

        public string Required(string column)
        {
            var text = Optional(column);
            if (text.Length == 0) Fault(column, "不能为空。");
            if (text.Length > 2000) Fault(column, "不能超过2000字。");
            return text;
        }

        public T OneOf<T>(string column, Dictionary<string, T> values) where T : struct
        {
            var text = Required(column);
            if (values.TryGetValue(text, out var value)) return value;
            if (text.Length > 0) Fault(column, $"“{text}”不是可用的值，应当是：{string.Join("、", values.Keys)}。");
            return default;
        }

        public bool YesOrNo(string column)
        {
            var text = Required(column);
            if (text.Length > 0 && !YesWords.Contains(text) && !NoWords.Contains(text)) Fault(column, $"“{text}”应当写 yes 或者 no（是、否）。");
            return YesWords.Contains(text);
        }

        public FineRange Range(string minimum, string maximum)
        {
            var range = new FineRange(Fen(minimum), Fen(maximum));
            if (range.MinFen > range.MaxFen) Fault(minimum, "罚款下限高于上限。");
            return range;
        }

        private long? Fen(string column)
        {
            var text = Optional(column);
            if (text.Length == 0) return null;
            if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) &&
                yuan <= 1_000_000_000_000 && decimal.Truncate(yuan * 100) == yuan * 100) return (long)(yuan * 100);
            Fault(column, $"“{text}”不是金额（元，最多两位小数）。");
            return null;
        }
    }
}
