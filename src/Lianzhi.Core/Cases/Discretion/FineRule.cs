using System.Globalization;
using System.Text.RegularExpressions;
using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Cases.Discretion;

/// <summary>One way in which an item's article measures the fine (罚款计算方式).</summary>
/// <param name="Text">The words of the list.</param>
/// <param name="Condition">When it applies; null for the ordinary case.</param>
/// <param name="BaseName">What is multiplied or counted, for example 建设工程造价 or 平方米; null for fixed amounts.</param>
/// <param name="PerUnit">True when amounts are for each unit of the base, false when the base itself is money.</param>
/// <param name="Low">Lowest: fen for fixed amounts and per unit, a factor for money; null when the law sets none.</param>
/// <param name="High">Highest, like <paramref name="Low"/>.</param>
public sealed record FineAlternative(string Text, string? Condition, string? BaseName, bool PerUnit, decimal? Low, decimal High)
{
    /// <summary>The range for a base, with every step of the arithmetic.</summary>
    /// <param name="baseAmount">Yuan, or number of units; null for fixed amounts.</param>
    /// <returns>The range, or a refusal naming <c>baseAmount</c>.</returns>
    public Result<FineBounds> Bounds(decimal? baseAmount)
    {
        if (BaseName is null)
            return new FineBounds((long)(Low ?? 0), (long)High, [$"法定幅度：{Range((long?)Low, (long)High)}。"]);
        if (baseAmount is not > 0) return Refusal.Invalid("baseAmount", $"请填写{BaseName}{(PerUnit ? "的数量" : "（元）")}。");
        if (baseAmount > 1_000_000_000_000) return Refusal.Invalid("baseAmount", "数额过大。");
        var unit = PerUnit ? 1 : 100;
        // Within the law: the lowest is rounded up, the highest down, to whole fen.
        var (low, high) = ((long)decimal.Ceiling((Low ?? 0) * baseAmount.Value * unit), (long)decimal.Floor(High * baseAmount.Value * unit));
        return new FineBounds(low, high,
        [
            $"计算基数：{BaseName}{Plain(baseAmount.Value)}{(PerUnit ? "" : "元")}。",
            .. Low is { } least ? new[] { $"下限：{Plain(baseAmount.Value)}×{Factor(least)}＝{ChineseText.Amount(low)}。" } : [],
            $"上限：{Plain(baseAmount.Value)}×{Factor(High)}＝{ChineseText.Amount(high)}。",
        ]);
    }

    private string Factor(decimal factor) => PerUnit ? ChineseText.Amount((long)factor) : factor >= 1 || factor == 0 ? $"{Plain(factor)}倍" : $"{Plain(factor * 100)}%";

    private static string Range(long? low, long high) => low is { } least ? $"{ChineseText.Amount(least)}至{ChineseText.Amount(high)}" : $"{ChineseText.Amount(high)}以下";

    private static string Plain(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);
}

/// <summary>A range of fines in fen, and how it was reckoned (罚款幅度).</summary>
/// <param name="LowFen">Lowest.</param>
/// <param name="HighFen">Highest.</param>
/// <param name="Steps">The arithmetic in sentences.</param>
public sealed record FineBounds(long LowFen, long HighFen, IReadOnlyList<string> Steps);

/// <summary>Reads the ways of measuring a fine from the columns and the words of an item (罚款说明).</summary>
public static partial class FineRule
{
    /// <summary>All ways that can be reckoned; what cannot be read is left to people and is not here.</summary>
    /// <param name="item">The item.</param>
    /// <param name="asOrganisation">Whose columns hold.</param>
    public static IReadOnlyList<FineAlternative> Alternatives(CaseItem item, bool asOrganisation)
    {
        var (low, high) = asOrganisation ? (item.OrganisationMinimumFen, item.OrganisationMaximumFen) : (item.CitizenMinimumFen, item.CitizenMaximumFen);
        var found = new List<FineAlternative>();
        if (high is { } most) found.Add(new("法定数额", null, null, false, low, most));
        foreach (var part in (item.FineRule ?? "").Split('；', '，'))
        {
            var words = part.Trim();
            if (words.IndexOf("计罚：", StringComparison.Ordinal) is >= 0 and var at) words = words[(at + 3)..];
            if (Read(words, asOrganisation) is { } alternative) found.Add(alternative);
        }
        return found;
    }

    /// <summary>A condition that stands before its amount ends with 的 and was cut off at the comma; it is repeated by the amount's base.</summary>
    private static FineAlternative? Read(string part, bool asOrganisation)
    {
        if (part.StartsWith("个人", StringComparison.Ordinal) && part.Contains('每', StringComparison.Ordinal)) { if (asOrganisation) return null; part = part[2..]; }
        else if (part.StartsWith("单位", StringComparison.Ordinal) && part.Contains('每', StringComparison.Ordinal)) { if (!asOrganisation) return null; part = part[2..]; }
        if (Multiple().Match(part) is { Success: true } times)
            return new(part, null, times.Groups["base"].Value, false, times.Groups["low"].Success ? Factor(times, "low") : null, Factor(times, "high"));
        if (PerUnit().Match(part) is { Success: true } each)
            return new(part, null, each.Groups["unit"].Value, true, each.Groups["low"].Success ? Fen(each.Groups["low"].Value, "") : null, Fen(each.Groups["high"].Value, ""));
        if (Tier().Match(part) is { Success: true } tier)
            return new(part, tier.Groups["condition"].Value, null, false, Fen(tier.Groups["low"].Value, tier.Groups["lowUnit"].Value), Fen(tier.Groups["high"].Value, tier.Groups["highUnit"].Value));
        return null;
    }

    private static decimal Factor(Match match, string group) =>
        decimal.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) / (match.Groups["unit"].Value == "%" ? 100 : 1);

    private static decimal Fen(string number, string unit) => decimal.Parse(number, CultureInfo.InvariantCulture) * (unit == "万" ? 1_000_000 : 100);

    [GeneratedRegex(@"^(?:可并处|应缴或者补缴)?(?<base>[^0-9：每]+?)(?:(?<low>\d+(?:\.\d+)?)(?:倍|%)-(?<high>\d+(?:\.\d+)?)(?<unit>倍|%)|(?<high>\d+(?:\.\d+)?)(?<unit>倍|%)以下)$")]
    private static partial Regex Multiple();

    [GeneratedRegex(@"每(?<unit>平方米|立方米)(?:(?<low>\d+)元-(?<high>\d+)元|(?<high>\d+)元以下)$")]
    private static partial Regex PerUnit();

    [GeneratedRegex(@"^(?<condition>[^0-9：]+的)：(?<low>\d+(?:\.\d+)?)(?<lowUnit>万?)元-(?<high>\d+(?:\.\d+)?)(?<highUnit>万?)元$")]
    private static partial Regex Tier();
}
