using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Measures;
using Lianzhi.Core.Settings;
using static Lianzhi.Core.Tests.Cases.CaseScenario;
using static Lianzhi.Core.Tests.Cases.ExecutionScenario;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>Cases that take the steps most cases never need, so that every step of the flow is taken lawfully somewhere.</summary>
internal static class OccasionalScenario
{
    // ---- before the decision -----------------------------------------------------------------------------

    public static CaseScenario FilingRefused() => Proposed().As("head").On("2026-03-03 10:00").Do(new RefuseFiling("情节轻微，不够立案标准。"));

    public static CaseScenario Recused() => Filed().As("head").Do(new DeclareRecusal("o2", "与当事人有亲属关系", "o5"));

    public static CaseScenario RecusalRefused() => Filed().On("2026-03-04 18:00").Do(new RequestRecusal(At("2026-03-04 10:00"), "o1", "吴思源", "曾经处罚过本人")).As("head").Do(new RefuseRecusal("o1", "不属于应当回避的情形。"));

    public static CaseScenario HandedOver() => Filed().As("head").Do(new HandOver(["o5", "o6"], "原承办人调离", "案卷1册"));

    public static CaseScenario Assigned() => Filed().As("head").Do(new AssignOfficers(["o1", "o5"], "郑启明休假。"));

    public static CaseScenario Resumed() => Filed().As("head").On("2026-03-10 09:00").Do(new SuspendInvestigation("housing-party-missing", "当事人下落不明")).On("2026-03-19 09:00").Do(new ResumeInvestigation("已找到当事人"));

    public static CaseScenario Terminated() => Filed().As("head").On("2026-03-10 09:00").Do(new TerminateInvestigation("housing-terminate", "当事人已注销"));

    public static CaseScenario Extended() => Filed().As("head").On("2026-05-20 09:00").Do(new ExtendDecisionTerm("housing-extend", 30, "需要外地协查"))
        .Do(new ExcludeTime("housing-exclude", Day("2026-03-10"), Day("2026-03-20"), "检测"));

    public static CaseScenario Reopened() => Concluded().As("head").On("2026-03-13 09:00").Do(new ReopenInvestigation("需要补充调查渣土来源"));

    public static CaseScenario Withdrawn() => Filed().As("head").Do(new WithdrawCase(WithdrawalGround.FiledByMistake, "与另一案重复登记"));

    public static CaseScenario Checked() => Concluded().Knowing(settings: new SettingsBook([new Setting("case.internal-check", null, "yes", Day("2026-01-01"), null, "本机关规定", true)]))
        .On("2026-03-16 18:00").As("o6").Do(new CheckInternally(true, "同意提请告知"));

    public static CaseScenario Marked() => Filed().As("head").Do(new MarkHandling(HandlingMark.Fast, "当事人认错认罚，事实清楚。"));

    public static CaseScenario Defended() => Noticed().On("2026-03-18 18:00").Do(new RecordDefence(At("2026-03-17 09:00"), true, "请求从轻", 1))
        .Do(new ReviewDefence(At("2026-03-18 09:00"), "已核实清运情况", true, "已清运属实", CaseScenario.Officers));

    public static CaseScenario Waived() => Noticed().Do(new RecordWaiver(At("2026-03-16 12:00"), true, false, "书面声明，案卷第20页"));

    public static CaseScenario Adjourned() => HearingNotified().As("head").Do(new ReplaceHearingHost("o6", "申请理由成立")).As("recorder").On("2026-03-27 18:00").Do(new AdjournHearing(At("2026-03-27 10:00"), "当事人因病住院"));

    public static CaseScenario PostponementAsked() => HearingNotified().On("2026-03-26 18:00").Do(new RequestPostponement(At("2026-03-26 10:00"), "吴思源", "因病住院，附住院证明"));

    public static CaseScenario PostponementRefused() => PostponementAsked().As("host").Do(new RefusePostponement(At("2026-03-26 17:00"), "可以委托代理人参加。"));

    public static CaseScenario Postponed() => PostponementAsked().As("host").Do(new AdjournHearing(At("2026-03-26 17:00"), "当事人因病住院"))
        .As("o1").On("2026-03-30 18:00").Do(Commands.NotifyHearing() with { At = At("2026-03-30 10:00"), HearingAt = At("2026-04-09 09:00") });

    public static CaseScenario Forgone() => HearingNotified().As("recorder").On("2026-03-30 18:00").Do(new ForgoHearing(At("2026-03-30 09:30"), HearingForgoneGround.Absent, "经通知未到，电话联系无正当理由"));

    public static CaseScenario Reassigned() => InReview().As("head").Do(new ReassignReview("justice", "请假"));

    public static CaseScenario Entered() => Investigated().Do(new RegisterPlatformNumber("MZF-2026-0001"))
        .Do(new EnterPapers([new("filing-approval", 0, PlatformWay.Issued, "闽执立1号"), new("inspection-record", 0, PlatformWay.Entered, null)]));

    public static CaseScenario Consulted() => Investigated().On("2026-03-06 18:00").Do(Commands.Consult());

    public static CaseScenario Guarded() => Filed(BornOn("2012-02-28")).On("2026-03-05 18:00")
        .Do(new OrderGuardian(At("2026-03-05 10:00"), CapacityGround.UnderFourteen, "陈父", "父亲", "严加管教，督促清理现场。", Commands.Handed(), CaseScenario.Officers));

    // ---- measures and transfers --------------------------------------------------------------------------

    public static CaseScenario Tested() => Measure.Seized().On("2026-03-10 18:00").Do(Measure.Test())
        .On("2026-03-18 18:00").Do(new ConcludeTest(At("2026-03-18 10:00"), 0, "示检〔2026〕7号", "含建筑垃圾。", true, CaseScenario.Officers));

    public static CaseScenario MeasureRefused() => Filed().MaySeal().On("2026-03-05 09:30").Do(Measure.Request(MeasureKind.Seizure)).As("head").Do(new RefuseMeasure(0, "不具备扣押条件。"));

    public static CaseScenario Performed() => TransferStepsTests.Substituted().On("2026-03-20 18:00").Do(Measure.Perform());

    public static CaseScenario Cleared() => Filed().MaySeal().On("2026-03-05 18:00")
        .Do(new ClearAtOnce(At("2026-03-05 09:00"), At("2026-03-05 10:00"), "湘桥路", "遗撒砂浆", "影响通行", true, null, 500_00, CaseScenario.Officers));

    public static CaseScenario Demolished() => MeasureProperties.Demolishing().On("2026-04-01 18:00").Do(new AnnounceDemolition(At("2026-04-01 10:00"), "彩钢棚86平方米", Day("2026-04-15"), "湘桥路现场和村务公开栏", CaseScenario.Officers))
        .DemolitionReviewed("2026-09-28 09:00").As("head").On("2026-09-29 09:00").Do(new DecideDemolition("《中华人民共和国城乡规划法》第六十八条", "漳龙政〔2026〕88号", "机械拆除", Day("2026-10-12"), true))
        .As("o1").On("2026-09-30 18:00").Do(new ServePaper(At("2026-09-30 10:00"), ServedPaper.Demolition, Commands.Handed(), CaseScenario.Officers))
        .On("2026-10-12 18:00").Do(new CarryOutDemolition(At("2026-10-12 09:00"), At("2026-10-12 15:00"), "湘桥路", "已拆除。", [], "吴思源在场", true, null, CaseScenario.Officers));

    public static CaseScenario CrimeNotFiled() => Measure.Transferring().As("head").On("2026-03-10 09:00").Do(new DecideCrimeTransfer(true, "同意移送。")).As("o1").On("2026-03-10 18:00").Do(Measure.HandOver())
        .On("2026-03-13 18:00").Do(new RecordPoliceAnswer(At("2026-03-13 16:00"), false, "不立案通知书", "证据不足。"))
        .On("2026-03-20 18:00").Do(new ChallengeNonFiling(At("2026-03-20 10:00"), NonFilingChannel.Procuratorate, "数量已达标准。", CaseScenario.Officers));

    public static CaseScenario Designated() => Filed().On("2026-03-06 18:00").Do(Measure.Letter(LetterKind.JurisdictionConsultation, "步文街道办事处"))
        .On("2026-03-09 18:00").Do(new RecordLetterAnswer(At("2026-03-09 10:00"), 0, LetterOutcome.Declined, "步文函〔2026〕2号", "认为属本街道。"))
        .Do(Measure.Letter(LetterKind.DesignationRequest, "漳州市龙文区人民政府") with { At = At("2026-03-09 15:00") })
        .On("2026-03-12 18:00").Do(new RecordLetterAnswer(At("2026-03-12 10:00"), 1, LetterOutcome.Accepted, "漳龙政函〔2026〕5号", "指定步文街道办事处管辖。"))
        .As("head").Do(new HandOverCase("按指定管辖移送步文街道办事处。"));

    // ---- after the decision ------------------------------------------------------------------------------

    public static CaseScenario Corrected() => Decided().As("head").Do(new CorrectDecision("湘桥路北段工地", "湘桥路南段工地", "笔误")).Do(new AmendDecision(AmendmentKind.Revoked, "有误", [], false));

    public static CaseScenario DeferralEnded() => Deferred().As("head").On("2026-05-11 09:00").Do(new EndDeferral("第一期逾期，经提醒仍未缴纳。"));

    public static CaseScenario DemandHeard() => Demanded().On("2026-10-08 18:00")
        .Do(new HearDemand(At("2026-10-08 10:00"), "资金周转困难", "经查账户余额不足", false, "不影响催告", CaseScenario.Officers));

    public static CaseScenario CourtEnforced() => CourtApplied().As("o1").On("2026-12-20 09:00")
        .Do(new RecordCourtAnswer(At("2026-10-20 10:00"), CourtResult.Accepted, "（2026）闽0603行审1号", ""))
        .Do(new RecordCourtAnswer(At("2026-10-27 10:00"), CourtResult.Granted, "（2026）闽0603行审1号", "准予强制执行。"));

    public static CaseScenario Enforced() => EnforcementDecided().As("o1").On("2026-10-14 18:00").Do(new ServePaper(At("2026-10-14 09:00"), ServedPaper.Enforcement, Commands.Handed(), CaseScenario.Officers))
        .On("2026-10-16 18:00").Do(new CarryOutEnforcement(At("2026-10-16 09:00"), At("2026-10-16 10:00"), "吴思源到场", "已拍卖，所得缴入国库。", false, CaseScenario.Officers));

    public static CaseScenario ExecutionResumed() => Demanded().As("head").On("2026-10-08 09:00").Do(new SuspendExecution(At("2026-10-08 08:00"), SuspensionGround.Hindered, "", "当事人履行暂时困难"))
        .On("2026-10-12 09:00").Do(new ResumeExecution(At("2026-10-12 08:00"), "困难已经消除"));

    public static CaseScenario ExecutionEnded() => Demanded().As("head").On("2026-10-13 09:00").Do(new EndExecution(EndGround.OrganisationEnded, "当事人已注销，无财产可供执行，无义务承受人。"));

    public static CaseScenario Agreed() => Demanded().As("head").On("2026-10-08 09:00")
        .Do(new MakeAgreement([new(Day("2026-11-09"), 10_000_00), new(Day("2026-12-09"), 10_000_00)], null, "已复绿堆土地块。", 5_000_00, true, "吴思源"));

    public static CaseScenario AgreementBroken() => Agreed().On("2026-11-10 09:00").Do(new EndAgreement("第一期到期未缴。"));

    public static CaseScenario ReviewAnswered() => ReviewAccepted().On("2026-04-24 09:00").Do(new AnswerReview(At("2026-04-23 10:00"), "答复书和证据材料12份。"));

    public static CaseScenario PublicationWithdrawn() => Annulled().As("head").Do(new WithdrawPublication("pub-1", "复议决定撤销处罚决定。"));

    public static CaseScenario RevokedAfterPayment() => Closed().On("2026-05-11 09:00").Do(new AmendDecision(AmendmentKind.Revoked, "复核发现当事人认定有误", [], false));

    public static CaseScenario Refunded() => RevokedAfterPayment().Do(new WithdrawPublication("pub-1", "处罚决定已撤销。")).As("o1").On("2026-05-12 18:00")
        .Do(new ServePaper(At("2026-05-12 10:00"), ServedPaper.Amendment, Commands.Handed(), CaseScenario.Officers)).On("2026-05-20 18:00")
        .Do(new RecordRefund(At("2026-05-20 10:00"), 20_000_00, 0, "漳州禾丰土石方工程有限公司", "退0001"));

    public static CaseScenario RedecisionOrdered() => ReviewAccepted().On("2026-06-10 09:00").Do(new RecordReviewDecision(
        At("2026-06-09 10:00"), "龙政复决〔2026〕3号", RemedyResult.Annulled, [], "主要事实不清，责令六十日内重新作出处理。", null, true, Day("2026-08-08")))
        .As("head").Do(new WithdrawPublication("pub-1", "复议决定撤销处罚决定。"));

    public static CaseScenario Redecided() => RedecisionOrdered().Do(new DecideAnew("查明渣土数量和责任主体。", false)).As("o1").On("2026-06-22 18:00")
        .Do(Commands.Conclude(10_000_00) with { At = At("2026-06-22 10:00"), Facts = "经重新勘验，当事人堆放渣土约20立方米未遮盖。" })
        .On("2026-06-23 18:00").Do(Commands.Notify(10_000_00) with { At = At("2026-06-23 10:00") })
        .As("head").On("2026-07-06 09:00").Do(Commands.Decide(10_000_00));

    public static CaseScenario Republished() => Redecided().As("o1").On("2026-07-07 18:00").Do(Commands.Serve() with { At = At("2026-07-07 10:00") })
        .As("head").Do(new DecidePublication(true, "具有一定社会影响", 90)).As("o1").Do(new PublishCaseDecision("pub-2"));

    public static CaseScenario WithdrawnAndArchived() => Filed().As("head").Do(new WithdrawCase(WithdrawalGround.FiledByMistake, "登记错误")).As("o1").Do(new ArchiveCase(null, "30年", 12, null));

    public static CaseScenario SuitOver() => Sued().Do(new AnswerSuit(At("2026-04-20 08:00"), "答辩状及证据12份。"))
        .On("2026-06-01 09:00").Do(new RecordCourtHearing(At("2026-05-20 10:00"), true, "周海波（办事处主任）、林晓岚", null))
        .On("2026-08-01 09:00").Do(new RecordJudgment(At("2026-07-31 10:00"), "（2026）闽0603行初1号", RemedyResult.Upheld, [], "驳回诉讼请求。"));

    public static CaseScenario OnSpotReported() => CaseScenario.OnSpot().On("2026-03-03 18:00").Do(new ReportOnSpot(At("2026-03-03 09:00"), "蓝田街道综合执法大队"));
}
