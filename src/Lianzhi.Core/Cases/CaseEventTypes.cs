using Lianzhi.Core.Cases.Measures;

namespace Lianzhi.Core.Cases;

/// <summary>One registered type of event: its written name, its current schema, its record.</summary>
/// <param name="Type">Kebab-case name as it stands in the record.</param>
/// <param name="Schema">Current version of its shape.</param>
/// <param name="Clr">The record that holds it.</param>
/// <param name="Title">What officers call it.</param>
public sealed record CaseEventSchema(string Type, int Schema, Type Clr, string Title);

/// <summary>
/// Every type of event a case's record may hold. Names are written out here and never derived from class
/// names, so that a renamed class does not change what is stored.
/// </summary>
public static class CaseEventTypes
{
    /// <summary>All types, in the order of a case.</summary>
    public static readonly IReadOnlyList<CaseEventSchema> All =
    [
        new("filing-proposed", 1, typeof(FilingProposed), "提请立案"),
        new("filing-refused", 1, typeof(FilingRefused), "不予立案"),
        new("case-filed", 1, typeof(CaseFiled), "批准立案"),
        new("recusal-declared", 1, typeof(RecusalDeclared), "办案人员回避"),
        new("site-inspected", 1, typeof(SiteInspected), "现场检查"),
        new("party-interviewed", 1, typeof(PartyInterviewed), "询问"),
        new("correction-ordered", 1, typeof(CorrectionOrdered), "责令改正"),
        new("correction-checked", 1, typeof(CorrectionChecked), "复查改正情况"),
        new("investigation-concluded", 1, typeof(InvestigationConcluded), "调查终结"),
        new("prior-notice-served", 1, typeof(PriorNoticeServed), "送达行政处罚事先告知书"),
        new("defence-received", 1, typeof(DefenceReceived), "收到陈述申辩"),
        new("defence-waived", 1, typeof(DefenceWaived), "当事人书面放弃陈述申辩"),
        new("defence-reviewed", 1, typeof(DefenceReviewed), "复核陈述申辩"),
        new("hearing-requested", 1, typeof(HearingRequested), "当事人申请听证"),
        new("decision-made", 1, typeof(DecisionMade), "作出决定"),
        new("on-spot-penalty-decided", 1, typeof(OnSpotPenaltyDecided), "当场处罚"),
        new("decision-served", 1, typeof(DecisionServed), "送达决定书"),
        new("payment-recorded", 1, typeof(PaymentRecorded), "登记缴款"),
        new("publication-decided", 1, typeof(PublicationDecided), "决定是否公示"),
        new("decision-published", 1, typeof(DecisionPublished), "公示"),
        new("publication-withdrawn", 1, typeof(PublicationWithdrawn), "撤下公示"),
        new("case-closed", 1, typeof(CaseClosed), "结案"),
        .. ExecutionFlow.Events,
        new("hearing-notice-served", 1, typeof(HearingNoticeServed), "送达听证通知书"),
        new("hearing-host-replaced", 1, typeof(HearingHostReplaced), "更换听证主持人"),
        new("hearing-adjourned", 1, typeof(HearingAdjourned), "听证延期或者中止"),
        new("postponement-requested", 1, typeof(PostponementRequested), "当事人申请延期听证"),
        new("postponement-refused", 1, typeof(PostponementRefused), "不准延期听证"),
        new("hearing-forgone", 1, typeof(HearingForgone), "当事人放弃听证"),
        new("hearing-held", 1, typeof(HearingHeld), "举行听证"),
        new("hearing-reported", 1, typeof(HearingReported), "听证报告"),
        new("internally-checked", 1, typeof(InternallyChecked), "内部案件审核"),
        new("legal-review-submitted", 1, typeof(LegalReviewSubmitted), "提交法制审核"),
        new("legal-review-reassigned", 1, typeof(LegalReviewReassigned), "变更法制审核人员"),
        new("legal-review-concluded", 1, typeof(LegalReviewConcluded), "法制审核意见"),
        new("collectively-discussed", 1, typeof(CollectivelyDiscussed), "集体讨论"),
        new("consultation-held", 1, typeof(ConsultationHeld), "疑难案件会商"),
        new("recusal-requested", 1, typeof(RecusalRequested), "申请回避"),
        new("recusal-refused", 1, typeof(RecusalRefused), "驳回回避申请"),
        new("officers-changed", 1, typeof(OfficersChanged), "变更承办人"),
        new("investigation-reopened", 1, typeof(InvestigationReopened), "补充调查"),
        new("investigation-suspended", 1, typeof(InvestigationSuspended), "中止调查"),
        new("investigation-resumed", 1, typeof(InvestigationResumed), "恢复调查"),
        new("investigation-terminated", 1, typeof(InvestigationTerminated), "终止调查"),
        new("case-withdrawn", 1, typeof(CaseWithdrawn), "撤案"),
        new("decision-term-extended", 1, typeof(DecisionTermExtended), "延长办案期限"),
        new("time-excluded", 1, typeof(TimeExcluded), "不计入办案期限"),
        new("decision-corrected", 1, typeof(DecisionCorrected), "更正决定书"),
        new("decision-amended", 1, typeof(DecisionAmended), "撤销或者变更决定"),
        .. MeasureEventTypes.All,
        .. Evidence.EvidenceEventTypes.All,
    ];

    private static readonly Dictionary<Type, CaseEventSchema> ByRecord = All.ToDictionary(type => type.Clr);
    private static readonly Dictionary<string, CaseEventSchema> ByName = All.ToDictionary(type => type.Type, StringComparer.Ordinal);

    /// <summary>How an event is written.</summary>
    public static CaseEventSchema Of(CaseEvent happened) => ByRecord[happened.GetType()];

    /// <summary>The type with this written name; null for entries of a case's record that are not events of the case.</summary>
    public static CaseEventSchema? Find(string type) => ByName.GetValueOrDefault(type);
}
