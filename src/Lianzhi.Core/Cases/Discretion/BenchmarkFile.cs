using System.Globalization;

namespace Lianzhi.Core.Cases.Discretion;

/// <summary>Reads a file of benchmark tiers (裁量基准文件): a line a tier, the share of the law's range it covers in per cent.</summary>
public static class BenchmarkFile
{
    private static readonly Dictionary<string, DiscretionGrade> GradeWords = new(StringComparer.Ordinal)
    {
        ["从轻"] = DiscretionGrade.Lighter,
        ["lighter"] = DiscretionGrade.Lighter,
        ["一般"] = DiscretionGrade.Normal,
        ["normal"] = DiscretionGrade.Normal,
        ["从重"] = DiscretionGrade.Heavier,
        ["heavier"] = DiscretionGrade.Heavier,
    };

    /// <summary>The columns: name in the file and its Chinese heading, either of which is understood.</summary>
    public static readonly IReadOnlyList<(string Name, string Heading)> Columns =
        [("item", "事项编码"), ("grade", "等次"), ("circumstances", "适用情形"), ("low_percent", "幅度起点"), ("high_percent", "幅度终点")];

    /// <summary>Reads the rows, header first.</summary>
    /// <param name="rows">All rows as texts.</param>
    /// <param name="knows">True for codes of items.</param>
    /// <param name="source">The published document.</param>
    /// <param name="from">First day it holds.</param>
    /// <returns>The tiers, and every error; use the tiers only when there is none.</returns>
    public static (IReadOnlyList<BenchmarkTier> Tiers, IReadOnlyList<Tables.RowFault> Errors) Parse(IReadOnlyList<IReadOnlyList<string>> rows, Func<string, bool> knows, string source, DateOnly from)
    {
        var (tiers, errors) = (new List<BenchmarkTier>(), new List<Tables.RowFault>());
        if (rows.Count == 0) return ([], [new(1, "", "文件是空的。")]);
        var at = Columns.Select(column => rows[0].Index().Where(cell => cell.Item.Trim() == column.Name || cell.Item.Trim() == column.Heading).Select(cell => cell.Index).DefaultIfEmpty(-1).First()).ToArray();
        errors.AddRange(Columns.Where((_, i) => at[i] < 0).Select(column => new Tables.RowFault(1, column.Name, $"缺少列“{column.Heading}”（{column.Name}）。")));
        if (errors.Count > 0) return ([], errors);
        for (var i = 1; i < rows.Count; i++)
        {
            if (rows[i].All(string.IsNullOrWhiteSpace)) continue;
            string Cell(int column) => at[column] < rows[i].Count ? rows[i][at[column]].Trim() : "";
            void Fault(int column, string message) => errors.Add(new(i + 1, Columns[column].Heading, message));
            var known = GradeWords.TryGetValue(Cell(1), out var grade);
            if (!knows(Cell(0))) Fault(0, $"没有事项“{Cell(0)}”。");
            if (!known) Fault(1, $"“{Cell(1)}”应当是从轻、一般或者从重；不予和减轻由法律规定，不设档次。");
            if (Cell(2).Length is 0 or > 400) Fault(2, "请填写适用情形，不超过400字。");
            var low = Percent(3);
            var high = Percent(4);
            if (low > high) Fault(3, "起点大于终点。");
            if (known && tiers.Any(tier => tier.Item == Cell(0) && tier.Grade == grade)) Fault(1, "同一事项的等次重复。");
            tiers.Add(new(Cell(0), grade, Cell(2), low, high, source, new Validity(from)));

            int Percent(int column)
            {
                if (int.TryParse(Cell(column), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent <= 100) return percent;
                Fault(column, "应当是0至100的整数（占法定幅度的百分比）。");
                return 0;
            }
        }
        if (tiers.Count == 0 && errors.Count == 0) errors.Add(new(1, "", "文件没有档次。"));
        foreach (var item in tiers.GroupBy(tier => tier.Item))
        {
            var ordered = item.OrderBy(tier => tier.Grade).ToList();
            if (ordered.Zip(ordered.Skip(1)).Any(pair => pair.First.LowPercent > pair.Second.LowPercent || pair.First.HighPercent > pair.Second.HighPercent))
                errors.Add(new(1, "", $"{item.Key}的等次由轻到重，幅度却降低。"));
        }
        return (tiers, errors);
    }
}
