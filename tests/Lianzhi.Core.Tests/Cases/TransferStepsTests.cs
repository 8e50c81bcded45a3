using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Measures;
using Lianzhi.Core.Documents;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>Crime, jurisdiction, substitute performance, guardians.</summary>
public sealed class TransferStepsTests
{
    [Fact]
    public void Crime_FoundAfterTheDecision_IsReportedAndHandedOverBeforeTheCaseIsClosed()
    {
        var scenario = Paid().As("head").Do(new DecidePublication(false, "不具有一定社会影响", 0)).As("o1").On("2026-04-02 18:00").Do(Measure.Crime() with { At = At("2026-04-02 10:00") });
        Assert.Equal(CaseStep.DecideCrimeTransfer, scenario.NextSteps()[0].Line.Step);
        Assert.Equal("crime-transfer-open", Assert.Single(scenario.As("head").Refused(new CloseCase("罚款已缴清。", null))).Code);
        scenario.On("2026-04-03 09:00").Do(new DecideCrimeTransfer(true, "同意移送。"));
        Assert.Equal("crime-transfer-open", Assert.Single(scenario.Refused(new CloseCase("罚款已缴清。", null))).Code);
        scenario.As("o1").On("2026-04-03 18:00").Do(Measure.HandOver() with { At = At("2026-04-03 10:00") });
        Assert.Contains(scenario.State.Decision!.Number, Core.Documents.CaseDocuments.Content(scenario.State, Core.Documents.DocumentCode.CrimeTransfer)!.Text(), StringComparison.Ordinal);
        scenario.As("head").Do(new CloseCase("罚款已缴清，已移送公安机关。", null));
    }

    [Fact]
    public void Police_AnswerAndChallenge_HaveClocksOfThreeDays()
    {
        var handed = Measure.Transferring().As("head").On("2026-03-10 09:00").Do(new DecideCrimeTransfer(true, "同意移送。")).As("o1").On("2026-03-10 18:00").Do(Measure.HandOver());
        var waiting = MeasureStepsTests.Clocks(handed, "2026-03-11").Single(clock => clock.Kind.Id == "policeAnswer");
        Assert.Equal((Day("2026-03-13"), "届满，未提出"), (waiting.Due, MeasureStepsTests.Clocks(handed, "2026-03-14").Single(clock => clock.Kind.Id == "policeAnswer").StateText));
        handed.On("2026-03-13 18:00").Do(new RecordPoliceAnswer(At("2026-03-13 16:00"), false, "不立案通知书", "证据不足。"));
        Assert.Equal(Day("2026-03-16"), MeasureStepsTests.Clocks(handed, "2026-03-14").Single(clock => clock.Kind.Id == "nonFilingChallenge").Due);
        Assert.DoesNotContain(MeasureStepsTests.Clocks(handed, "2026-03-17"), clock => clock.Kind.Id == "nonFilingChallenge");
    }

    [Fact]
    public void Crime_TransferredAndFiled_EndsTheCaseWithBothClocksMet()
    {
        var scenario = Measure.Transferring();
        Assert.Equal((Day("2026-03-12"), "决定是否移送公安机关"), CaseProjection.Due(scenario.State with { Correction = null }));
        scenario.As("head").On("2026-03-10 09:00").Do(new DecideCrimeTransfer(true, "同意移送。"));
        Assert.Equal(At("2026-03-11 09:00"), scenario.State.Measures.Crime!.Decided!.HandOverDueAt);
        scenario.As("o1").On("2026-03-10 18:00").Do(Measure.HandOver()).On("2026-03-13 18:00").Do(new RecordPoliceAnswer(At("2026-03-13 16:00"), true, "漳公龙立字〔2026〕12号", ""))
            .As("head").Do(new HandOverCase("公安机关已立案，案件移送结案。"));
        Assert.Equal(CaseStage.Closed, scenario.State.Stage);
        Assert.Equal("按期办理", Assert.Single(MeasureTiming.Hours(scenario.State.Measures)).StateText(At("2026-04-01 00:00")));
        var clocks = MeasureStepsTests.Clocks(scenario, "2026-03-20");
        Assert.Equal(Day("2026-03-10"), clocks.Single(clock => clock.Kind.Id == "crimeTransferDecision").MetOn);
        Assert.DoesNotContain(clocks, clock => clock.Kind.Id == "decision");
        Assert.Null(CaseProjection.Due(scenario.State));
    }

    [Fact]
    public void Crime_Reported_NoPenaltyInsteadOfTransfer()
    {
        var scenario = Noticed().On("2026-03-20 12:00").Do(Measure.Crime() with { At = At("2026-03-20 10:00") }).As("head").On("2026-03-24 09:00");
        Assert.Contains(scenario.Refused(Commands.Decide()), refusal => refusal.Code == "crime-transfer-pending");
        scenario.Do(new DecideCrimeTransfer(true, "同意移送。"));
        Assert.Contains(scenario.Refused(Commands.Decide()), refusal => refusal.Code == "crime-transfer-pending");
        scenario.As("o1").Do(Measure.HandOver() with { At = At("2026-03-24 09:00") }).On("2026-03-27 18:00").Do(new RecordPoliceAnswer(At("2026-03-27 10:00"), false, "漳公龙不立字〔2026〕3号", "未达追诉标准。"))
            .As("head").Do(Commands.Decide());
    }

    [Fact]
    public void Crime_NotFiled_IsTakenToTheProcuratorateAndAnsweredAgain()
    {
        var scenario = Measure.Transferring().As("head").On("2026-03-10 09:00").Do(new DecideCrimeTransfer(true, "同意移送。")).As("o1").On("2026-03-10 18:00").Do(Measure.HandOver())
            .On("2026-03-13 18:00").Do(new RecordPoliceAnswer(At("2026-03-13 16:00"), false, "不立案通知书", "证据不足。"));
        Assert.Equal("reconsideration-late", Assert.Single(scenario.On("2026-03-20 18:00").Refused(new ChallengeNonFiling(At("2026-03-20 10:00"), NonFilingChannel.Reconsideration, "数量已达标准。", CaseScenario.Officers))).Code);
        scenario.Do(new ChallengeNonFiling(At("2026-03-20 10:00"), NonFilingChannel.Procuratorate, "数量已达标准。", CaseScenario.Officers))
            .On("2026-03-27 18:00").Do(new RecordPoliceAnswer(At("2026-03-27 10:00"), true, "立案决定书", ""));
        Assert.True(scenario.State.Measures.Crime!.Blocks);
    }

    [Fact]
    public void Jurisdiction_ConsultedInVainThenDesignatedElsewhere_EndsHere()
    {
        var scenario = Filed().On("2026-03-06 18:00").Do(Measure.Letter(LetterKind.JurisdictionConsultation, "步文街道办事处"));
        Assert.True(scenario.State.Measures.DisputeOpen);
        scenario.On("2026-03-09 18:00").Do(new RecordLetterAnswer(At("2026-03-09 10:00"), 0, LetterOutcome.Declined, "步文函〔2026〕2号", "认为属本街道。"))
            .Do(Measure.Letter(LetterKind.DesignationRequest, "漳州市龙文区人民政府") with { At = At("2026-03-09 15:00") })
            .On("2026-03-12 18:00").Do(new RecordLetterAnswer(At("2026-03-12 10:00"), 1, LetterOutcome.Accepted, "漳龙政函〔2026〕5号", "指定步文街道办事处管辖。"));
        Assert.False(scenario.State.Measures.DisputeOpen);
        scenario.As("head").Do(new HandOverCase("按指定管辖移送步文街道办事处。"));
        Assert.Equal(CaseStage.Closed, scenario.State.Stage);
    }

    [Fact]
    public void Jurisdiction_DesignatedHere_LetsTheCaseGoOn()
    {
        var scenario = Noticed().On("2026-03-20 18:00").Do(Measure.Letter(LetterKind.JurisdictionConsultation, "步文街道办事处") with { At = At("2026-03-20 10:00"), ReplyDueOn = null }).As("head").On("2026-03-24 09:00");
        Assert.Contains(scenario.Refused(Commands.Decide()), refusal => refusal.Code == "jurisdiction-disputed");
        scenario.As("o1").Do(new RecordLetterAnswer(At("2026-03-23 10:00"), 0, LetterOutcome.Ours, "步文函〔2026〕2号", "同意由蓝田街道管辖。")).As("head").Do(Commands.Decide());
    }

    [Fact]
    public void Substitute_DemandedThreeWorkingDaysBefore_IsPerformedByDay()
    {
        var scenario = Substituted();
        Assert.Equal(Day("2026-03-18"), scenario.State.Measures.SubstituteDemand!.EarliestOn);
        // Demanded early enough; the decision names the 20th.
        Assert.Equal(Day("2026-03-20"), scenario.NextSteps().Single(choice => choice.Line.Step == CaseStep.PerformSubstitute).EarliestOn);
        scenario.On("2026-03-20 18:00").Do(Measure.Perform());
        Assert.Equal(7_600_00, scenario.State.Measures.SubstituteDone!.CostFen);
    }

    [Fact]
    public void Substitute_BeforeTheTermToCorrectIsOver_IsRefused()
    {
        // The order gives until 9 March: only from the 10th on has the party failed to perform.
        var asked = Investigated().MaySeal().On("2026-03-05 10:00").Do(Measure.Request(MeasureKind.SubstitutePerformance)).As("head").Do(new ApproveMeasure(0, "同意。")).As("o1");
        Assert.Equal("correction-running", Assert.Single(asked.On("2026-03-09 18:00").Refused(Measure.Substitute() with { At = At("2026-03-09 10:00") })).Code);
        Assert.Equal("correction-running", Assert.Single(asked.On("2026-03-10 18:00").Refused(Measure.Substitute() with { At = At("2026-03-09 10:00") })).Code);
        asked.Do(Measure.Substitute() with { At = At("2026-03-10 10:00") });
    }

    [Fact]
    public void Substitute_AfterThePartyCorrected_HasNoObligation()
    {
        var corrected = Investigated().MaySeal().On("2026-03-10 18:00").Do(Commands.Check()).Do(Measure.Request(MeasureKind.SubstitutePerformance) with { At = At("2026-03-10 11:00") }).As("head").On("2026-03-11 15:00")
            .Do(new ApproveMeasure(0, "同意。")).As("o1").On("2026-03-12 18:00");
        Assert.Equal("no-obligation", Assert.Single(corrected.Refused(Measure.Substitute())).Code);
    }

    [Fact]
    public void Substitute_BeforeTheDayItsDecisionNames_IsRefused()
    {
        var early = Substituted().On("2026-03-19 18:00").Refused(Measure.Perform() with { At = At("2026-03-19 09:00"), Until = At("2026-03-19 10:00") });
        Assert.Equal("substitute-too-early", Assert.Single(early).Code);
        Assert.Equal("substitute-too-early", Assert.Single(Substituted().On("2026-03-20 18:00").Refused(Measure.Perform() with { At = At("2026-03-19 09:00"), Until = At("2026-03-19 10:00") })).Code);
    }

    [Fact]
    public void Substitute_DemandedByAnnouncement_WaitsFromTheDayOfService()
    {
        var announced = Substituted(demanded: false).Do(new RecordFailedService(At("2026-03-12 15:00"), ServedPaper.Decision, ServiceMethod.Direct, "湘桥路演示号", "人去楼空", CaseScenario.Officers))
            .Do(new DemandSubstitute(At("2026-03-12 17:00"), "清运渣土", ExecutionScenario.Announcement with { Carrier = "区政府网站" }, CaseScenario.Officers));
        // Served on 13 April by the end of the thirty days (the 11th is a Saturday), and three working days after it.
        Assert.Equal(Day("2026-04-17"), announced.State.Measures.SubstituteDemand!.EarliestOn);
    }

    [Fact]
    public void UnderFourteen_GuardianIsOrderedInsteadOfPenalty()
    {
        var order = new OrderGuardian(At("2026-03-05 10:00"), CapacityGround.UnderFourteen, "陈父", "父亲", "严加管教，督促清理现场。", Commands.Handed(), CaseScenario.Officers);
        var child = Filed(BornOn("2012-02-28")).On("2026-03-05 18:00").Do(order);
        Assert.NotNull(child.State.Measures.Guardian);
        var without = new MakeDecision(DecisionKind.UnderFourteen, [], null, "", "");
        var concluded = Concluded(0, BornOn("2012-02-28"));
        Assert.Equal(CaseStep.OrderGuardian, concluded.NextSteps().Single(choice => choice.Primary).Line.Step);
        Assert.Equal("guardian-not-ordered", Assert.Single(concluded.As("head").Refused(without)).Code);
        var decided = concluded.As("o1").On("2026-03-13 18:00").Do(order with { At = At("2026-03-13 10:00") }).As("head").Do(without);
        var paper = CaseDocuments.Content(decided.State, DocumentCode.NoPenaltyDecision, 0)!;
        Assert.Contains(paper.Blocks.OfType<Paragraph>(), line => line.Text.StartsWith("已责令监护人加以管教（", StringComparison.Ordinal));
        Assert.Equal("not-under-fourteen", Assert.Single(Filed(Citizen).On("2026-03-05 18:00").Refused(order)).Code);
        Assert.Equal("party-not-a-person", Assert.Single(Filed().On("2026-03-05 18:00").Refused(order)).Code);
    }

    [Fact]
    public void Transfers_Refusals_ArePinned() => GateSnapshot.Match("transfers.txt",
    [
        ("副职依授权决定移送", Measure.Transferring().As("deputy").Refused(new DecideCrimeTransfer(true, "同意。"))),
        ("移送没有报告", Investigated().As("head").Refused(new DecideCrimeTransfer(true, "同意。"))),
        ("不移送没有理由", Measure.Transferring().As("head").Refused(new DecideCrimeTransfer(false, ""))),
        ("移送派出所", Measure.Transferring().As("head").On("2026-03-10 09:00").Do(new DecideCrimeTransfer(true, "同意。")).As("o1").On("2026-03-10 18:00").Refused(Measure.HandOver() with { Police = "蓝田派出所" })),
        ("移送材料不全", Measure.Transferring().As("head").On("2026-03-10 09:00").Do(new DecideCrimeTransfer(true, "同意。")).As("o1").On("2026-03-10 18:00").Refused(Measure.HandOver() with { Materials = ["涉嫌犯罪案件移送书"] })),
        ("没有回执移送结案", Investigated().As("head").Refused(new HandOverCase("移送。"))),
        ("没有协商就报请指定管辖", Filed().On("2026-03-06 18:00").Refused(Measure.Letter(LetterKind.DesignationRequest, "区政府"))),
        ("案件移送没有材料", Filed().On("2026-03-06 18:00").Refused(Measure.Letter(LetterKind.Handover, "区城管局") with { Materials = [] })),
        ("没有决定就代履行", Filed().MaySeal().On("2026-03-05 10:00").Do(Measure.Request(MeasureKind.SubstitutePerformance)).As("head").Do(new ApproveMeasure(0, "同意。")).As("o1").On("2026-03-12 18:00").Refused(Measure.Substitute())),
        ("没有催告就代履行", Substituted(demanded: false).On("2026-03-20 18:00").Refused(Measure.Perform())),
        ("催告三日内代履行", Substituted().On("2026-03-17 18:00").Refused(Measure.Perform() with { At = At("2026-03-17 09:00"), Until = At("2026-03-17 10:00") })),
        ("夜间代履行", Substituted().On("2026-03-21 09:00").Refused(Measure.Perform() with { At = At("2026-03-20 21:00"), Until = At("2026-03-20 23:00") })),
        ("节日代履行", Substituted().On("2026-04-05 18:00").Refused(Measure.Perform() with { At = At("2026-04-05 09:00"), Until = At("2026-04-05 10:00") })),
        ("代履行使用暴力", Substituted().On("2026-03-20 18:00").Refused(Measure.Perform() with { WithoutViolence = false })),
        ("立即清除没有通知当事人", Filed().On("2026-03-05 18:00").Refused(new ClearAtOnce(At("2026-03-05 09:00"), At("2026-03-05 10:00"), "湘桥路", "遗撒砂浆", "影响通行", false, null, 500_00, CaseScenario.Officers))),
        ("不能辨认没有鉴定", Filed(Citizen).On("2026-03-05 18:00").Refused(new OrderGuardian(At("2026-03-05 10:00"), CapacityGround.Incapable, "陈父", "父亲", "看管", Commands.Handed(), CaseScenario.Officers))),
    ]);

    internal static CaseScenario Substituted(bool demanded = true)
    {
        var scenario = Investigated().MaySeal().On("2026-03-11 10:00").Do(Measure.Request(MeasureKind.SubstitutePerformance) with { At = At("2026-03-11 09:00") }).As("head").On("2026-03-11 15:00")
            .Do(new ApproveMeasure(0, "同意代履行。")).As("o1").On("2026-03-12 18:00").Do(Measure.Substitute());
        return demanded ? scenario.Do(new DemandSubstitute(At("2026-03-12 17:00"), "清运渣土", Commands.Handed(), CaseScenario.Officers)) : scenario;
    }
}
