using Lianzhi.Core.Settings;

namespace Lianzhi.Core.Cases;

/// <summary>What the procedure of a penalty depends on (程序判断条件).</summary>
/// <param name="Party">The party.</param>
/// <param name="ActOn">Day of the act.</param>
/// <param name="Penalties">All penalties of the decision; at least one.</param>
/// <param name="Department">Short name of the department whose thresholds hold (城管 …).</param>
/// <param name="MajorPublicInterest">涉及重大公共利益.</param>
/// <param name="ComplexFacts">情节复杂、疑难.</param>
/// <param name="Heard">经过听证程序.</param>
/// <param name="MultipleLegalRelations">涉及多个法律关系.</param>
public sealed record ProcedureQuestion(
    Party Party, DateOnly ActOn, IReadOnlyList<Penalty> Penalties, string Department,
    bool MajorPublicInterest, bool ComplexFacts, bool Heard, bool MultipleLegalRelations);

/// <summary>Which safeguards a penalty needs (程序判断).</summary>
/// <param name="SimpleAllowed">可以适用简易程序.</param>
/// <param name="HearingRight">当事人有要求听证的权利.</param>
/// <param name="LegalReviewGrounds">Grounds of legal review in the order of 第58条: <c>58-1</c>, <c>58-2</c>, <c>58-3</c>; empty when none is needed.</param>
/// <param name="CollectiveDiscussion">行政机关负责人应当集体讨论决定.</param>
/// <param name="PenaltyBarred">不予行政处罚 (under 14).</param>
/// <param name="Lighten">By age.</param>
/// <param name="Publishable">May be published; whether it is stays a decision.</param>
/// <param name="ThresholdVerified">False when the hearing threshold used was not confirmed for this department.</param>
/// <param name="Reasons">Why.</param>
public sealed record ProcedureAnswer(
    bool SimpleAllowed, bool HearingRight, IReadOnlyList<string> LegalReviewGrounds, bool CollectiveDiscussion,
    bool PenaltyBarred, Lightening Lighten, bool Publishable, bool ThresholdVerified, IReadOnlyList<Reason> Reasons);

/// <summary>Finds the safeguards of a penalty (处罚程序判断).</summary>
public static class Procedure
{
    /// <summary>Largest fine of the simple procedure for a citizen, in fen (行政处罚法 第51条: 二百元).</summary>
    public const long SimpleCitizenFen = 200_00;

    /// <summary>Largest fine of the simple procedure for an organisation, in fen (行政处罚法 第51条: 三千元).</summary>
    public const long SimpleOrganisationFen = 3_000_00;

    /// <summary>Finds the safeguards.</summary>
    /// <param name="question">The case.</param>
    /// <param name="settings">Settings in force on the day of the act.</param>
    public static ProcedureAnswer Find(ProcedureQuestion question, SettingsOnDay settings)
    {
        var reasons = new List<Reason>();
        var age = AgeRule.Find(question.Party, question.ActOn, reasons);
        if (age == AgeGroup.UnderFourteen) return new(false, false, [], false, true, Lightening.None, false, false, reasons);

        var limits = PartyLimits.Find(question.Party.Kind, question.Department, settings, reasons);
        var hearing = HearingRight.Find(question, limits, reasons);
        var grounds = LegalReview.Grounds(question, reasons);
        var collective = Collective(question, hearing, settings, reasons);
        var simple = Simple(question, limits, grounds.Count > 0 || collective, reasons);
        var minor = age == AgeGroup.Minor;
        reasons.Add(minor
            ? new("不得公开未成年人的处罚信息。", "未成年人保护法 第103条")
            : new("可以公示；是否公示另行决定，送达前不得公示。", "行政处罚法 第48条第1款"));
        return new(simple, hearing, grounds, collective, false, minor ? Lightening.Must : Lightening.None, !minor, limits.Verified, reasons);
    }

    private static bool Collective(ProcedureQuestion question, bool hearing, SettingsOnDay settings, List<Reason> reasons)
    {
        const string Article = "行政处罚法 第57条第2款";
        var found = new List<Reason>();
        if (question.ComplexFacts) found.Add(new("情节复杂，行政机关负责人应当集体讨论决定。", Article));
        var onInterest = settings.Find(SettingCatalogue.CollectiveOnPublicInterest);
        if (question.MajorPublicInterest && onInterest.Value == SettingCatalogue.Yes)
            found.Add(new("涉及重大公共利益，属本机关确定的重大违法行为情形，应当集体讨论决定。", $"{Article}；{onInterest.Basis}"));
        var onHearing = settings.Find(SettingCatalogue.CollectiveOnHearingRight);
        if (hearing && onHearing.Value == SettingCatalogue.Yes)
            found.Add(new("达到听证标准，属本机关确定的重大违法行为情形，应当集体讨论决定。", $"{Article}；{onHearing.Basis}"));
        reasons.AddRange(found);
        return found.Count > 0;
    }

    private static bool Simple(ProcedureQuestion question, PartyLimits limits, bool uncertain, List<Reason> reasons)
    {
        Basis article = "行政处罚法 第51条";
        if (question.Penalties.FirstOrDefault(penalty => penalty.Kind is not (PenaltyKind.Warning or PenaltyKind.Fine)) is { } other)
        {
            reasons.Add(new($"含{other.Kind.Title()}，不适用简易程序。", article));
            return false;
        }
        var fine = question.Penalties.SumOf(PenaltyKind.Fine);
        if (fine > limits.SimpleFen)
        {
            reasons.Add(new($"罚款合计{Money.Yuan(fine)}元，超过{Money.Yuan(limits.SimpleFen)}元，不适用简易程序。", article));
            return false;
        }
        if (uncertain)
        {
            reasons.Add(new("需要法制审核或者集体讨论，不属违法事实确凿，不适用简易程序。", article));
            return false;
        }
        reasons.Add(new($"警告或者{Money.Yuan(limits.SimpleFen)}元以下罚款，可以当场作出行政处罚决定。", article));
        return true;
    }
}
