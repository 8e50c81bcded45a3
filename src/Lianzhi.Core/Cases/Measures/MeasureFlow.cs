using Lianzhi.Core.Documents;
using static Lianzhi.Core.Cases.CaseStage;

namespace Lianzhi.Core.Cases.Measures;

/// <summary>The lines of <see cref="CaseFlow"/> beside the main line (措施步骤表); none changes the stage but the handover of the case.</summary>
internal static class MeasureFlow
{
    private static readonly CaseStage[] Open = [Investigating, Concluded, Noticed];
    private static readonly CaseStage[] Filed = [Investigating, Concluded, Noticed, Decided, Served];

    // Goods come back to the party even when the organ's own revocation ended the case.
    private static readonly CaseStage[] Holding = [.. Filed, Ended];

    /// <summary>Steps that stay open in nearly every case and are seldom taken.</summary>
    public static readonly IReadOnlySet<CaseStep> Occasional = new HashSet<CaseStep>
    {
        CaseStep.TakeSample, CaseStep.CommissionTest, CaseStep.RequestMeasure, CaseStep.ClearAtOnce, CaseStep.ReportCrime, CaseStep.SendLetter, CaseStep.OrderGuardian, CaseStep.MarkHandling,
    };

    public static readonly IReadOnlyList<FlowLine> Lines =
    [
        new(CaseStep.TakeSample,          "take-sample",           "抽样取证",             [Investigating], null, StepHands.Officers, DocumentCode.SamplingNotice,         null,                    "行政处罚法 第56条"),
        new(CaseStep.CommissionTest,      "commission-test",       "委托检测、鉴定",       Open,            null, StepHands.Officers, DocumentCode.TestNotice,             null,                    "行政强制法 第25条第3款"),
        new(CaseStep.ConcludeTest,        "conclude-test",         "登记检测、鉴定意见",   Filed,           null, StepHands.Officers, null,                                null,                    "行政处罚法 第46条"),
        new(CaseStep.RequestMeasure,      "request-measure",       "提请审批措施",         Filed,           null, StepHands.Officers, null,                                null,                    "行政处罚法 第56条；行政强制法 第18条"),
        new(CaseStep.ApproveMeasure,      "approve-measure",       "批准措施",             Filed,           null, StepHands.Head,     DocumentCode.MeasureApproval,        null,                    "行政处罚法 第56条；行政强制法 第18、19条"),
        new(CaseStep.RefuseMeasure,       "refuse-measure",        "不批准措施",           Filed,           null, StepHands.Head,     null,                                null,                    "行政强制法 第19条"),
        new(CaseStep.SubmitMeasureReview, "submit-measure-review", "提交强制措施法制审核", Filed,        null, StepHands.Officers, DocumentCode.ReviewSubmission,       null,                    MeasureReviews.Document),
        new(CaseStep.ReviewMeasure,       "review-measure",        "出具强制措施法制审核意见", Filed,       null, StepHands.Reviewer, DocumentCode.ReviewOpinion,          null,                    MeasureReviews.Document),
        new(CaseStep.PreserveEvidence,    "preserve-evidence",     "先行登记保存",         [Investigating], null, StepHands.Officers, DocumentCode.PreservationNotice,     "preservation",          "行政处罚法 第56条"),
        new(CaseStep.DecidePreserved,     "decide-preserved",      "处理先行登记保存证据", Filed,           null, StepHands.Head,     DocumentCode.PreservationDecision,   null,                    "行政处罚法 第56条"),
        new(CaseStep.SealGoods,           "seal-goods",            "查封、扣押",           Open,            null, StepHands.Officers, DocumentCode.SealingDecision,        "sealing",               "行政强制法 第18、22至24条"),
        new(CaseStep.ExtendSealing,       "extend-sealing",        "延长查封、扣押",       Filed,           null, StepHands.Officers, DocumentCode.SealingExtension,       null,                    "行政强制法 第25条第1款"),
        new(CaseStep.LiftSealing,         "lift-sealing",          "解除查封、扣押",       Holding,         null, StepHands.Head,     DocumentCode.SealingLifting,         null,                    "行政强制法 第27、28条"),
        new(CaseStep.RecordCustody,       "record-custody",        "登记涉案物品处置",     Holding,         null, StepHands.Officers, null,                                null,                    "行政强制法 第26、28条；行政处罚法 第74条"),
        new(CaseStep.OrderSubstitute,     "order-substitute",      "送达代履行决定书",     Filed,           null, StepHands.Officers, DocumentCode.SubstituteDecision,     null,                    "行政强制法 第50、51条"),
        new(CaseStep.DemandSubstitute,    "demand-substitute",     "代履行催告",           Filed,           null, StepHands.Officers, DocumentCode.SubstituteDemand,       null,                    "行政强制法 第51条"),
        new(CaseStep.PerformSubstitute,   "perform-substitute",    "实施代履行",           Filed,           null, StepHands.Officers, null,                                null,                    "行政强制法 第43、51条"),
        new(CaseStep.ClearAtOnce,         "clear-at-once",         "立即清除",             Filed,           null, StepHands.Officers, null,                                null,                    "行政强制法 第52条"),
        new(CaseStep.AnnounceDemolition,  "announce-demolition",   "强制拆除公告",         [Served],        null, StepHands.Officers, DocumentCode.DemolitionAnnouncement, null,                    "行政强制法 第44条"),
        new(CaseStep.DecideDemolition,    "decide-demolition",     "作出强制拆除决定",     [Served],        null, StepHands.Head,     DocumentCode.DemolitionDecision,     null,                    "行政强制法 第37、44条"),
        new(CaseStep.CarryOutDemolition,  "carry-out-demolition",  "实施强制拆除",         [Served],        null, StepHands.Officers, null,                                null,                    "行政强制法 第43、44条"),
        new(CaseStep.ReportCrime,         "report-crime",          "报告涉嫌犯罪",         Filed,           null, StepHands.Officers, DocumentCode.CrimeReport,            "crimeTransferDecision", "行政处罚法 第27条；行政执法机关移送涉嫌犯罪案件的规定 第5条"),
        new(CaseStep.DecideCrimeTransfer, "decide-crime-transfer", "决定是否移送公安机关", Filed,           null, StepHands.Head,     null,                                null,                    "行政执法机关移送涉嫌犯罪案件的规定 第5条"),
        new(CaseStep.HandOverCrime,       "hand-over-crime",       "移送公安机关",         Filed,           null, StepHands.Officers, DocumentCode.CrimeTransfer,          null,                    "行政执法机关移送涉嫌犯罪案件的规定 第5、6条"),
        new(CaseStep.RecordPoliceAnswer,  "record-police-answer",  "登记公安机关答复",     Filed,           null, StepHands.Officers, null,                                null,                    "行政执法机关移送涉嫌犯罪案件的规定 第8条"),
        new(CaseStep.ChallengeNonFiling,  "challenge-non-filing",  "对不予立案提出异议",   Filed,           null, StepHands.Officers, null,                                null,                    "行政执法机关移送涉嫌犯罪案件的规定 第9条"),
        new(CaseStep.SendLetter,          "send-letter",           "发函",                 Filed,           null, StepHands.Officers, DocumentCode.OfficialLetter,         null,                    "行政处罚法 第25、26条"),
        new(CaseStep.RecordLetterAnswer,  "record-letter-answer",  "登记函件回复",         Filed,           null, StepHands.Officers, null,                                null,                    "行政处罚法 第25、26条"),
        new(CaseStep.HandOverCase,        "hand-over-case",        "移送结案",             Open,            Closed, StepHands.Head,   null,                                null,                    "行政处罚法 第25、27、57条"),
        new(CaseStep.OrderGuardian,       "order-guardian",        "责令监护人管教",       Open,            null, StepHands.Officers, DocumentCode.GuardianOrder,          null,                    "行政处罚法 第30、31条"),
        new(CaseStep.MarkHandling,        "mark-handling",         "标记快速办理",         [Investigating], null, StepHands.Head,     null,                                null,                    "行政处罚法 第49条"),
        new(CaseStep.AssessDiscretion,    "assess-discretion",     "填写裁量工作单",       [Investigating], null, StepHands.Officers, null,                                null,                    "行政处罚法 第32至34条"),
    ];
}
