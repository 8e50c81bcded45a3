using Lianzhi.Core.Calendar;
using Lianzhi.Core.Settings;

namespace Lianzhi.Core.Cases.Clocks;

/// <summary>Whose period it is (期限义务人): an organ is late, a party's right lapses.</summary>
public enum ClockOwner
{
    /// <summary>The organ must act.</summary>
    Organ,

    /// <summary>The party may act, or must perform.</summary>
    Party,
}

/// <summary>
/// One kind of clock (时限种类) as the law sets it.
/// </summary>
/// <param name="Id">Stable name.</param>
/// <param name="Label">Name for people.</param>
/// <param name="Owner">Whose period it is.</param>
/// <param name="StartedBy">The event that starts it; null for a clock that is read from the case and not from its events.</param>
/// <param name="Length">Its length; where a setting fixes it, the law's default.</param>
/// <param name="MetBy">The events that meet it; none for a waiting time that ends by itself.</param>
/// <param name="Basis">The articles.</param>
public sealed record ClockKind(string Id, string Label, ClockOwner Owner, CaseEventType? StartedBy, PeriodLength Length, IReadOnlyList<CaseEventType> MetBy, Basis Basis)
{
    /// <summary>The setting that fixes the number of units; null where the law does.</summary>
    public SettingDefinition? LengthSetting { get; init; }

    private static PeriodLength Working(int days) => new(days, PeriodUnit.WorkingDay);

    private static PeriodLength Days(int days) => new(days, PeriodUnit.Day);

    private static PeriodLength Months(int months) => new(months, PeriodUnit.Month);

    /// <summary>先行登记保存.</summary>
    public static readonly ClockKind Preservation = new("preservation", "先行登记保存处理期限", ClockOwner.Organ,
        CaseEventType.EvidencePreserved, Working(7), [CaseEventType.PreservationDecided], "行政处罚法 第56条、第85条");

    /// <summary>查封、扣押: never rolls over, because it is the longest time a burden may last.</summary>
    public static readonly ClockKind Sealing = new("sealing", "查封、扣押期限", ClockOwner.Organ,
        CaseEventType.Sealed, new(30, PeriodUnit.Day, RollOver: false), [CaseEventType.SealLifted], "行政强制法 第25条");

    /// <summary>办案期限.</summary>
    public static readonly ClockKind Decision = new("decision", "作出处罚决定期限", ClockOwner.Organ,
        CaseEventType.Filed, Days(90), [CaseEventType.DecisionMade], "行政处罚法 第60条");

    /// <summary>要求听证.</summary>
    public static readonly ClockKind HearingRequest = new("hearingRequest", "要求听证期限", ClockOwner.Party,
        CaseEventType.HearingRightTold, Working(5), [CaseEventType.HearingRequested], "行政处罚法 第64条、第85条");

    /// <summary>送达.</summary>
    public static readonly ClockKind Service = new("service", "决定书送达期限", ClockOwner.Organ,
        CaseEventType.DecisionMade, Working(7), [CaseEventType.DecisionServed, CaseEventType.ServiceStarted], "行政处罚法 第61条、第85条");

    /// <summary>缴纳罚款.</summary>
    public static readonly ClockKind Payment = new("payment", "缴纳罚款期限", ClockOwner.Party,
        CaseEventType.DecisionServed, Days(15), [CaseEventType.Paid], "行政处罚法 第67条、第66条");

    /// <summary>当场收缴罚款交至机关.</summary>
    public static readonly ClockKind CashHandIn = new("cashHandIn", "当场收缴罚款交回期限", ClockOwner.Organ,
        CaseEventType.CashCollected, Working(2), [CaseEventType.CashHandedIn], "行政处罚法 第71条、第85条");

    /// <summary>罚款缴付银行.</summary>
    public static readonly ClockKind CashToBank = new("cashToBank", "罚款缴付银行期限", ClockOwner.Organ,
        CaseEventType.CashHandedIn, Working(2), [CaseEventType.CashBanked], "行政处罚法 第71条、第85条");

    /// <summary>申请行政复议.</summary>
    public static readonly ClockKind Reconsideration = new("reconsideration", "申请行政复议期限", ClockOwner.Party,
        CaseEventType.DecisionServed, Days(60), [CaseEventType.ReviewApplied], "行政复议法 第20条");

    /// <summary>提起行政诉讼.</summary>
    public static readonly ClockKind Suit = new("suit", "提起行政诉讼期限", ClockOwner.Party,
        CaseEventType.DecisionServed, Months(6), [CaseEventType.SuitFiled], "行政诉讼法 第46条；行政复议法 第23条");

    /// <summary>不服复议决定提起行政诉讼.</summary>
    public static readonly ClockKind SuitAfterReview = new("suitAfterReview", "复议后提起行政诉讼期限", ClockOwner.Party,
        CaseEventType.ReviewDecisionServed, Days(15), [CaseEventType.SuitFiled], "行政诉讼法 第45条");

    /// <summary>申请人民法院强制执行; starts with the end of the last remedy, not with an event.</summary>
    public static readonly ClockKind CourtApplication = new("courtApplication", "申请人民法院强制执行期限", ClockOwner.Organ,
        CaseEventType.DecisionServed, Months(3), [CaseEventType.CourtApplied], "行政强制法 第53条；行政处罚法 第72条");

    /// <summary>催告后等待.</summary>
    public static readonly ClockKind DemandWait = new("demandWait", "催告书送达后的等待期", ClockOwner.Party,
        CaseEventType.DemandServed, Working(10), [], "行政强制法 第54条、第69条");

    /// <summary>涉嫌犯罪移送决定.</summary>
    public static readonly ClockKind CrimeTransferDecision = new("crimeTransferDecision", "涉嫌犯罪移送决定期限", ClockOwner.Organ,
        CaseEventType.CrimeReported, Days(3), [CaseEventType.CrimeTransferDecided], "行政执法机关移送涉嫌犯罪案件的规定 第5条");

    /// <summary>处罚决定公示.</summary>
    public static readonly ClockKind Publication = new("publication", "处罚决定公示期限", ClockOwner.Organ,
        CaseEventType.DecisionMade, Working(7), [CaseEventType.Published], "国办发〔2018〕118号")
    { LengthSetting = SettingCatalogue.PublicationDays };

    /// <summary>撤回公示.</summary>
    public static readonly ClockKind Withdrawal = new("withdrawal", "撤回公示信息期限", ClockOwner.Organ,
        CaseEventType.DecisionRevoked, Working(3), [CaseEventType.PublicationWithdrawn], "行政处罚法 第48条、第85条");
}
