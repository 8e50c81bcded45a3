using System.Globalization;

namespace Lianzhi.Core.Cases.Measures;

/// <summary>One line of a list of goods (物品清单).</summary>
/// <param name="Name">What it is.</param>
/// <param name="Specification">Make, model, batch; empty when it has none.</param>
/// <param name="Quantity">How many or how much, a positive decimal number as text.</param>
/// <param name="Unit">Unit of the quantity, for example 台.</param>
/// <param name="Note">State in which it was found; null for none.</param>
public sealed record CaseGoods(string Name, string Specification, string Quantity, string Unit, string? Note = null)
{
    /// <summary>Why this line cannot stand on a list; null when it can.</summary>
    internal string? Fault() =>
        string.IsNullOrWhiteSpace(Name) ? "物品没有写名称。"
        : !decimal.TryParse(Quantity, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quantity) || quantity <= 0 ? $"“{Name}”的数量不是大于零的数。"
        : string.IsNullOrWhiteSpace(Unit) ? $"“{Name}”没有写单位。"
        : null;

    /// <summary>
    /// The first line that is not among the goods approved, or is more than them; null when all are covered. A line is of the same kind
    /// when name and unit agree; an approval that names no specification covers any.
    /// </summary>
    internal static CaseGoods? Beyond(IReadOnlyList<CaseGoods> approved, IReadOnlyList<CaseGoods> taken) => Take(approved, taken, [.. approved.Select(one => one.Amount)]);

    /// <summary>What is left of a list when others are taken from it.</summary>
    internal static IReadOnlyList<CaseGoods> Rest(IReadOnlyList<CaseGoods> all, IReadOnlyList<CaseGoods> taken)
    {
        decimal[] left = [.. all.Select(one => one.Amount)];
        Take(all, taken, left);
        return [.. all.Index().Where(one => left[one.Index] > 0).Select(one => left[one.Index] == one.Item.Amount ? one.Item : one.Item with { Quantity = left[one.Index].ToString(CultureInfo.InvariantCulture) })];
    }

    private static CaseGoods? Take(IReadOnlyList<CaseGoods> approved, IReadOnlyList<CaseGoods> taken, decimal[] left)
    {
        foreach (var line in taken)
        {
            var wanted = line.Amount;
            foreach (var exactly in (bool[])[true, false])
                for (var i = 0; i < approved.Count; i++)
                {
                    if (!Same(approved[i].Name, line.Name) || !Same(approved[i].Unit, line.Unit)) continue;
                    if (exactly ? !Same(approved[i].Specification, line.Specification) : !string.IsNullOrWhiteSpace(approved[i].Specification)) continue;
                    var used = Math.Min(left[i], wanted);
                    (left[i], wanted) = (left[i] - used, wanted - used);
                }
            if (wanted > 0) return line;
        }
        return null;
    }

    private decimal Amount => decimal.TryParse(Quantity, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : 0;

    private static bool Same(string? one, string? other) => string.Equals((one ?? "").Trim(), (other ?? "").Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>The line in words: 配电箱 XL-21 2台.</summary>
    public override string ToString() => $"{Name}{(Specification.Length > 0 ? $" {Specification}" : "")} {Quantity}{Unit}";
}

/// <summary>What the head is asked to approve (措施种类).</summary>
public enum MeasureKind
{
    /// <summary>先行登记保存.</summary>
    Preservation,

    /// <summary>查封.</summary>
    Sealing,

    /// <summary>扣押.</summary>
    Seizure,

    /// <summary>延长查封、扣押.</summary>
    Extension,

    /// <summary>代履行.</summary>
    SubstitutePerformance,
}

/// <summary>Grounds on which sealing ends (解除情形), 行政强制法 第28条.</summary>
public enum LiftGround
{
    /// <summary>当事人没有违法行为.</summary>
    NoViolation,

    /// <summary>查封、扣押的场所、设施或者财物与违法行为无关.</summary>
    Unrelated,

    /// <summary>对违法行为已经作出处理决定，不再需要查封、扣押.</summary>
    DealtWith,

    /// <summary>查封、扣押期限已经届满.</summary>
    Expired,

    /// <summary>其他不再需要采取查封、扣押措施的情形.</summary>
    Other,
}

/// <summary>What becomes of preserved evidence (先行登记保存处理).</summary>
public enum PreservationDisposal
{
    /// <summary>记录、复制后返还.</summary>
    Returned,

    /// <summary>送交检测、检验、鉴定.</summary>
    Tested,

    /// <summary>转为查封、扣押.</summary>
    Sealed,

    /// <summary>移送有关部门.</summary>
    Transferred,

    /// <summary>依法没收.</summary>
    Confiscated,
}

/// <summary>What was done with goods of the case (涉案物品处置).</summary>
public enum GoodsAction
{
    /// <summary>入库保管.</summary>
    Stored,

    /// <summary>委托第三人保管; cost on the organ (行政强制法 第26条).</summary>
    Entrusted,

    /// <summary>返还当事人.</summary>
    Returned,

    /// <summary>移交财政或者公开拍卖.</summary>
    HandedToFinance,

    /// <summary>销毁; two witnesses.</summary>
    Destroyed,

    /// <summary>随案移送公安机关 (行政强制法 第21条).</summary>
    HandedToPolice,
}

/// <summary>The hours in which nothing is enforced (夜间和法定节假日), 行政强制法 第43条.</summary>
public static class ProtectedHours
{
    private const int NightFrom = 22;
    private const int NightTo = 6;

    /// <summary>
    /// True at night, 22:00 to 6:00 (行政强制法 第43条 does not say when; 噪声污染防治法 第88条 does for its matter).
    /// </summary>
    public static bool IsNight(DateTimeOffset at) => CaseDays.InShanghai(at).Hour is >= NightFrom or < NightTo;

    /// <summary>True when any part of the run touches the night.</summary>
    /// <param name="from">Begin.</param>
    /// <param name="until">End, not before the begin.</param>
    public static bool TouchesNight(DateTimeOffset from, DateTimeOffset until) =>
        IsNight(from) || IsNight(until) || CaseDays.Of(until) != CaseDays.Of(from);
}

/// <summary>Who may be told of something outside the case (函件种类).</summary>
public enum LetterKind
{
    /// <summary>管辖协商.</summary>
    JurisdictionConsultation,

    /// <summary>报请指定管辖.</summary>
    DesignationRequest,

    /// <summary>协助请求.</summary>
    Assistance,

    /// <summary>移送监察机关或者检察机关的线索.</summary>
    Referral,

    /// <summary>案件移送（镇街与部门之间，或者区外机关）.</summary>
    Handover,
}

/// <summary>What came back to a letter (函件回复).</summary>
public enum LetterOutcome
{
    /// <summary>接收、同意、予以协助; for a dispute: the other organ handles the case.</summary>
    Accepted,

    /// <summary>不接收、不同意、不予协助; for a dispute: no agreement.</summary>
    Declined,

    /// <summary>管辖争议: this organ handles the case.</summary>
    Ours,
}

/// <summary>Where a decision not to file at the police is taken (对不予立案的异议).</summary>
public enum NonFilingChannel
{
    /// <summary>提请公安机关复议.</summary>
    Reconsideration,

    /// <summary>建议人民检察院立案监督.</summary>
    Procuratorate,
}

/// <summary>How a case is handled out of the ordinary (办理标记).</summary>
public enum HandlingMark
{
    /// <summary>快速办理.</summary>
    Fast,

    /// <summary>突发事件从快从重 (行政处罚法 第49条).</summary>
    Emergency,
}

/// <summary>Why somebody is looked after instead of penalised (不予处罚的责任能力情形).</summary>
public enum CapacityGround
{
    /// <summary>不满十四周岁 (行政处罚法 第30条).</summary>
    UnderFourteen,

    /// <summary>精神病人、智力残疾人不能辨认或者不能控制自己行为 (行政处罚法 第31条).</summary>
    Incapable,
}

/// <summary>Marks the events folded by <see cref="CaseMeasures"/>.</summary>
internal interface IMeasureEvent;
