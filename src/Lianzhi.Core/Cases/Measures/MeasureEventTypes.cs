namespace Lianzhi.Core.Cases.Measures;

/// <summary>Written names of the events beside the main line (措施事件类型); see <see cref="CaseEventTypes"/>.</summary>
internal static class MeasureEventTypes
{
    public static readonly IReadOnlyList<CaseEventSchema> All =
    [
        new("sample-taken", 1, typeof(SampleTaken), "抽样取证"),
        new("test-commissioned", 1, typeof(TestCommissioned), "委托检测、鉴定"),
        new("test-concluded", 1, typeof(TestConcluded), "检测、鉴定意见"),
        new("measure-requested", 1, typeof(MeasureRequested), "提请审批措施"),
        new("measure-approved", 1, typeof(MeasureApproved), "批准措施"),
        new("measure-refused", 1, typeof(MeasureRefused), "不批准措施"),
        new("evidence-preserved", 1, typeof(EvidencePreserved), "先行登记保存"),
        new("preservation-decided", 1, typeof(PreservationDecided), "先行登记保存处理决定"),
        new("goods-sealed", 1, typeof(GoodsSealed), "查封、扣押"),
        new("sealing-extended", 1, typeof(SealingExtended), "延长查封、扣押"),
        new("sealing-lifted", 1, typeof(SealingLifted), "解除查封、扣押"),
        new("custody-recorded", 1, typeof(CustodyRecorded), "涉案物品处置"),
        new("substitute-ordered", 1, typeof(SubstituteOrdered), "送达代履行决定书"),
        new("substitute-demanded", 1, typeof(SubstituteDemanded), "代履行催告"),
        new("substitute-performed", 1, typeof(SubstitutePerformed), "实施代履行"),
        new("cleared-at-once", 1, typeof(ClearedAtOnce), "立即清除"),
        new("demolition-announced", 1, typeof(DemolitionAnnounced), "强制拆除公告"),
        new("demolition-decided", 1, typeof(DemolitionDecided), "强制拆除决定"),
        new("demolition-carried-out", 1, typeof(DemolitionCarriedOut), "实施强制拆除"),
        new("crime-reported", 1, typeof(CrimeReported), "报告涉嫌犯罪"),
        new("crime-transfer-decided", 1, typeof(CrimeTransferDecided), "决定是否移送公安机关"),
        new("crime-handed-over", 1, typeof(CrimeHandedOver), "移送公安机关"),
        new("police-answered", 1, typeof(PoliceAnswered), "公安机关答复"),
        new("non-filing-challenged", 1, typeof(NonFilingChallenged), "对不予立案提出异议"),
        new("letter-sent", 1, typeof(LetterSent), "发函"),
        new("letter-answered", 1, typeof(LetterAnswered), "函件回复"),
        new("case-handed-over", 1, typeof(CaseHandedOver), "移送结案"),
        new("guardian-ordered", 1, typeof(GuardianOrdered), "责令监护人管教"),
        new("handling-marked", 1, typeof(HandlingMarked), "标记办理方式"),
        new("discretion-assessed", 1, typeof(Discretion.DiscretionAssessed), "裁量工作单"),
    ];
}
