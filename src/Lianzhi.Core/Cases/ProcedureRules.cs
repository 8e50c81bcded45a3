using Lianzhi.Core.Calendar;
using Lianzhi.Core.Settings;

namespace Lianzhi.Core.Cases;

/// <summary>Age as far as the law looks at it (责任年龄).</summary>
public enum AgeGroup
{
    /// <summary>不满十四周岁.</summary>
    UnderFourteen,

    /// <summary>已满十四周岁不满十八周岁.</summary>
    Minor,

    /// <summary>Eighteen or older, an organisation, or of unknown age.</summary>
    Adult,
}

/// <summary>The rule on age (责任年龄), 行政处罚法 第30条.</summary>
public static class AgeRule
{
    private static readonly Basis Article = "行政处罚法 第30条";

    /// <summary>The age group on a day. An age is reached on the day after the birthday; for 29 February the birthday of a common year is 28 February.</summary>
    public static AgeGroup On(DateOnly birthDate, DateOnly day) =>
        day <= birthDate.AddYears(14) ? AgeGroup.UnderFourteen : day <= birthDate.AddYears(18) ? AgeGroup.Minor : AgeGroup.Adult;

    internal static AgeGroup Find(Party party, DateOnly actOn, List<Reason> reasons)
    {
        if (party.Kind == PartyKind.Organisation) return AgeGroup.Adult;
        if (party.BirthDate is not { } born)
        {
            reasons.Add(new("未提供出生日期，按成年人判断；作出决定前应当核实年龄。", Article));
            return AgeGroup.Adult;
        }
        var group = On(born, actOn);
        if (group == AgeGroup.UnderFourteen) reasons.Add(new($"{born.ToChinese()}出生，{actOn.ToChinese()}行为时不满十四周岁，不予行政处罚，责令监护人加以管教。", Article));
        if (group == AgeGroup.Minor) reasons.Add(new($"{born.ToChinese()}出生，{actOn.ToChinese()}行为时已满十四周岁不满十八周岁，应当从轻或者减轻行政处罚。", Article));
        return group;
    }
}

/// <summary>The limits that hold for a party (适用的数额标准).</summary>
/// <param name="SimpleFen">Largest fine of the simple procedure.</param>
/// <param name="HearingFen">Amount from which a hearing may be asked for.</param>
/// <param name="HearingBasis">Where that amount comes from.</param>
/// <param name="Verified">False when that amount is another department's, or was not confirmed.</param>
internal sealed record PartyLimits(long SimpleFen, long HearingFen, Basis HearingBasis, bool Verified)
{
    public static PartyLimits Find(PartyKind kind, string department, SettingsOnDay settings, List<Reason> reasons)
    {
        var asCitizen = kind == PartyKind.Citizen;
        if (kind == PartyKind.IndividualBusiness)
        {
            var treatment = settings.Find(SettingCatalogue.IndividualBusiness, department);
            asCitizen = treatment.Value == SettingCatalogue.AsCitizen;
            reasons.Add(new($"个体工商户{(asCitizen ? "按公民" : "按法人、其他组织")}的限额判断。", treatment.Basis));
        }
        var threshold = settings.Find(asCitizen ? SettingCatalogue.HearingThresholdCitizen : SettingCatalogue.HearingThresholdOrganisation, department);
        var verified = threshold.Scope is not null && threshold.Verified;
        if (!verified) reasons.Add(new($"{department}部门的听证标准未核，先按较低数额告知听证权。", threshold.Basis));
        return new(asCitizen ? Procedure.SimpleCitizenFen : Procedure.SimpleOrganisationFen, threshold.LongNumber * 100, threshold.Basis, verified);
    }
}

/// <summary>The right to a hearing (听证权), 行政处罚法 第63条.</summary>
internal static class HearingRight
{
    private static readonly Basis Article = "行政处罚法 第63条";

    public static bool Find(ProcedureQuestion question, PartyLimits limits, List<Reason> reasons)
    {
        var found = question.Penalties.Select(penalty => penalty.Kind).Distinct()
            .Where(kind => kind is PenaltyKind.LowerGrade or PenaltyKind.RevokeLicence or PenaltyKind.SuspendBusiness or PenaltyKind.CloseBusiness
                or PenaltyKind.BanFromTrade or PenaltyKind.RestrictBusiness or PenaltyKind.OtherHeavy)
            .Select(kind => new Reason($"拟给予{kind.Title()}，当事人有权要求听证。", Article)).ToList();
        foreach (var kind in (PenaltyKind[])[PenaltyKind.Fine, PenaltyKind.Confiscation, PenaltyKind.ConfiscateGoods])
        {
            var amount = question.Penalties.SumOf(kind);
            if (question.Penalties.Any(penalty => penalty.Kind == kind) && amount >= limits.HearingFen)
                found.Add(new($"{kind.Title()}合计{Money.Yuan(amount)}元，达到{Money.Yuan(limits.HearingFen)}元的听证标准，当事人有权要求听证。", $"{Article}；{limits.HearingBasis}"));
        }
        reasons.AddRange(found);
        if (found.Count == 0) reasons.Add(new($"未达到听证标准（罚款、没收各{Money.Yuan(limits.HearingFen)}元），也无其他应当告知听证的处罚。", $"{Article}；{limits.HearingBasis}"));
        return found.Count > 0;
    }
}

/// <summary>The grounds of legal review (法制审核情形), 行政处罚法 第58条.</summary>
internal static class LegalReview
{
    public static List<string> Grounds(ProcedureQuestion question, List<Reason> reasons)
    {
        var grounds = new List<string>();
        Add(question.MajorPublicInterest, "58-1", "涉及重大公共利益", "行政处罚法 第58条第1款第1项");
        Add(question.Heard, "58-2", "直接关系当事人或者第三人重大权益，经过听证程序", "行政处罚法 第58条第1款第2项");
        Add(question.ComplexFacts || question.MultipleLegalRelations, "58-3", "案件情况疑难复杂、涉及多个法律关系", "行政处罚法 第58条第1款第3项");
        return grounds;

        void Add(bool applies, string ground, string text, Basis article)
        {
            if (!applies) return;
            grounds.Add(ground);
            reasons.Add(new($"{text}，作出决定前应当进行法制审核；未经审核或者审核未通过的，不得作出决定。", article));
        }
    }
}

/// <summary>Names and sums of penalties.</summary>
public static class PenaltyExtensions
{
    /// <summary>The kind as the law writes it.</summary>
    public static string Title(this PenaltyKind kind) => kind switch
    {
        PenaltyKind.Warning => "警告",
        PenaltyKind.Criticism => "通报批评",
        PenaltyKind.Fine => "罚款",
        PenaltyKind.Confiscation => "没收",
        PenaltyKind.SuspendLicence => "暂扣许可证件",
        PenaltyKind.RevokeLicence => "吊销许可证件",
        PenaltyKind.LowerGrade => "降低资质等级",
        PenaltyKind.SuspendBusiness => "责令停产停业",
        PenaltyKind.CloseBusiness => "责令关闭",
        PenaltyKind.BanFromTrade => "限制从业",
        PenaltyKind.Detention => "行政拘留",
        PenaltyKind.RestrictBusiness => "限制开展生产经营活动",
        PenaltyKind.ConfiscateGoods => "没收非法财物",
        _ => "其他较重的行政处罚",
    };

    /// <summary>The amounts of one kind added, in fen.</summary>
    public static long SumOf(this IEnumerable<Penalty> penalties, PenaltyKind kind) => penalties.Where(penalty => penalty.Kind == kind).Sum(penalty => penalty.AmountFen ?? 0);
}
