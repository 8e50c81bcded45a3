using Lianzhi.Core.Cases;
using static Lianzhi.Core.Tests.Cases.CaseScenario;
using static Lianzhi.Core.Tests.Cases.ExecutionScenario;

namespace Lianzhi.Core.Tests.Cases;

public sealed class EnforcementStepsTests
{
    [Fact]
    public void Suspension_OfTheExecution_IsTheHeadsToSign()
    {
        var stop = new SuspendExecution(At("2026-10-08 08:00"), SuspensionGround.Hindered, "", "当事人履行暂时困难");
        Assert.Equal("signer-not-head", Assert.Single(Demanded().As("o1").On("2026-10-08 09:00").Refused(stop)).Code);
        var stopped = Demanded().As("head").On("2026-10-08 09:00").Do(stop);
        Assert.Contains("负责人", Core.Documents.CaseDocuments.Content(stopped.State, Core.Documents.DocumentCode.ExecutionSuspension)!.Text(), StringComparison.Ordinal);
        Assert.Equal("signer-not-head", Assert.Single(stopped.As("o1").On("2026-10-12 09:00").Refused(new ResumeExecution(At("2026-10-12 08:00"), "困难已经消除"))).Code);
    }

    [Fact]
    public void ServeDemand_TellsAmountSurchargeAndTenWorkingDays()
    {
        var demand = Demanded().State.Execution.Demand!;
        Assert.Equal((20_000_00, 20_000_00, Day("2026-10-12")), (demand.FineFen, demand.SurchargeFen, demand.WaitUntil));
    }

    [Fact]
    public void ApplyToCourt_InTheThreeMonths_TakesCourtAndAmountsFromTheRecord()
    {
        var court = CourtApplied().State.Execution.Court!;
        Assert.Equal(("漳州市龙文区人民法院", 20_000_00, 20_000_00, "漳龙蓝强申〔2026〕1号"), (court.Court, court.FineFen, court.SurchargeFen, court.Number));
    }

    [Fact]
    public void ApplyToCourt_LastDayAndTheDayAfter()
    {
        var demanded = Demanded().As("head");
        Assert.Equal(["court-term-over"], demanded.On("2026-12-28 09:00").Refused(Ask()).Select(refusal => refusal.Code));
        demanded.On("2026-12-25 09:00").Do(Ask());
    }

    [Fact]
    public void ApplyToCourt_AfterADeferral_WaitsForTheLongerTerm()
    {
        var plan = new Instalment[] { new(Day("2026-11-30"), 20_000_00) };
        var late = DeferralAsked(DeferralKind.Later).Do(new DecideDeferral(true, plan, "同意延期。")).As("o1").On("2026-12-01 18:00").Do(DemandIt() with { At = At("2026-12-01 10:00") }).As("head");
        // Ten working days to 15 December; the three months run from the end of the deferral.
        Assert.Equal("demand-wait-running", late.On("2026-12-15 09:00").Refused(Ask())[0].Code);
        Assert.NotNull(late.On("2027-02-26 09:00").Do(Ask()).State.Execution.Court);
    }

    [Fact]
    public void ApplyToCourt_AfterAWonSuit_NeedsNoFurtherTerm()
    {
        var won = Sued().On("2026-08-03 09:00").Do(new RecordJudgment(At("2026-08-01 10:00"), "（2026）闽0603行初1号", RemedyResult.Upheld, [], "驳回诉讼请求。"));
        Assert.NotNull(won.As("head").On("2027-08-02 09:00").Do(Ask()).State.Execution.Court);
    }

    [Fact]
    public void CloseCase_AfterTheCourtEnforced_IsClosedOnThatGround()
    {
        var closed = CourtApplied().As("o1").On("2026-12-20 09:00")
            .Do(new RecordCourtAnswer(At("2026-10-20 10:00"), CourtResult.Accepted, "（2026）闽0603行审1号", ""))
            .Do(new RecordCourtAnswer(At("2026-10-27 10:00"), CourtResult.Granted, "（2026）闽0603行审1号", "准予强制执行。"))
            .Do(new RecordCourtAnswer(At("2026-12-18 10:00"), CourtResult.Enforced, "（2026）闽0603执1号", "全部执行到位。"))
            .As("head").Do(new DecidePublication(false, "没有社会影响", 0)).Do(new CloseCase("法院执行完毕。", null));
        Assert.Equal(ClosingGround.CourtEnforced, closed.State.Closing!.Ground);
    }

    [Fact]
    public void CarryOutEnforcement_ByDayAfterService_IsRecorded()
    {
        var served = EnforcementDecided().As("o1").On("2026-10-14 18:00").Do(new ServePaper(At("2026-10-14 09:00"), ServedPaper.Enforcement, Commands.Handed(), CaseScenario.Officers));
        Assert.NotNull(served.On("2026-10-16 18:00").Do(CarryOut("2026-10-16 09:00")).State.Execution.CarriedOut);
    }

    [Fact]
    public void ApplyToCourt_FinePaidButNotTheSurcharge_IsStillOpen()
    {
        var paid = Demanded().On("2026-10-13 08:00").Do(new RecordPayment(At("2026-10-12 15:00"), 20_000_00, 0, "闽财票0031")).As("head").On("2026-10-13 09:00");
        Assert.True(CaseSurcharge.OpenFen(paid.State, Day("2026-10-13")) > 0);
        Assert.True(paid.NextSteps().Single(choice => choice.Line.Step == CaseStep.ApplyToCourt).Allowed);
        Assert.NotNull(paid.Do(Ask()).State.Execution.Court);
        Assert.Contains(Demanded().On("2026-10-13 08:00").Do(new RecordPayment(At("2026-10-12 15:00"), 20_000_00, 0, "闽财票0031")).As("head").On("2026-12-28 09:00").Refused(Ask()), refusal => refusal.Code == "court-term-over");
    }

    [Fact]
    public void ApplyToCourt_SuitWithdrawn_NeedsDemandAndTheThreeMonths()
    {
        var settled = Sued().On("2026-08-03 09:00").Do(new RecordJudgment(At("2026-08-01 10:00"), "（2026）闽0603行初1号", RemedyResult.Settled, [], "准予撤诉。"));
        Assert.Contains(settled.As("head").On("2027-08-02 09:00").Refused(Ask()), refusal => refusal.Code == "demand-not-served");
        var demanded = Sued().On("2026-08-03 09:00").Do(new RecordJudgment(At("2026-08-01 10:00"), "（2026）闽0603行初1号", RemedyResult.Settled, [], "准予撤诉。"))
            .On("2026-09-28 18:00").Do(DemandIt()).As("head");
        Assert.Equal("court-term-over", Assert.Single(demanded.On("2026-12-28 09:00").Refused(Ask())).Code);
        Assert.NotNull(demanded.On("2026-10-13 09:00").Do(Ask()).State.Execution.Court);
    }

    [Fact]
    public void DecideEnforcement_AfterReviewOrSuit_IsLeftToTheCourt()
    {
        var reviewed = DemandedWithSeizure().State;
        var upheld = reviewed with { Execution = reviewed.Execution with { Reviews = [new(new(At("2026-04-15 10:00"), "区政府", "撤销"), Decision: new(At("2026-06-09 10:00"), "龙政复决〔2026〕3号", RemedyResult.Upheld, [], "维持。", null))] } };
        var context = DemandedWithSeizure().As("head").On("2026-10-13 09:00").Context();
        Assert.DoesNotContain(ExecutionGates.OwnForceAllowed(reviewed, context), refusal => refusal is not null);
        Assert.Contains(ExecutionGates.OwnForceAllowed(upheld, context), refusal => refusal?.Code == "remedy-used");
        // While the party may still sue, nothing is sold.
        Assert.Contains(ExecutionGates.OwnForceAllowed(reviewed, DemandedWithSeizure().As("head").On("2026-09-22 09:00").Context()), refusal => refusal?.Code == "remedy-period-running");
        // What the party said on the demand was right.
        Assert.Contains(ExecutionGates.OwnForceAllowed(reviewed with { Execution = reviewed.Execution with { DemandHeard = new(At("2026-09-25 10:00"), "已缴", "属实", true, "已缴清", []) } }, context), refusal => refusal?.Code == "demand-objection-adopted");
    }

    [Fact]
    public void Surcharge_WhileADeferralIsKept_DoesNotGrow()
    {
        var scenario = Surcharged().On("2026-04-15 18:00").Do(new ApplyDeferral(At("2026-04-15 10:00"), DeferralKind.Instalments, "停工", "分两期", 1)).As("head")
            .Do(new DecideDeferral(true, Halves, "同意分期。"));
        var before = CaseSurcharge.Count(scenario.State, Day("2026-04-14"))!.SurchargeFen;
        Assert.Equal(5 * 600_00, before);
        Assert.Equal(before, CaseSurcharge.Count(scenario.State, Day("2026-06-08"))!.SurchargeFen);
        Assert.Contains(CaseSurcharge.Count(scenario.State, Day("2026-06-08"))!.Reasons, reason => reason.Text == "批准延期（分期）缴纳期间55日不计算。");
        // Nothing came in: from the day after the last part it grows again.
        Assert.Equal(before + 600_00, CaseSurcharge.Count(scenario.State, Day("2026-06-09"))!.SurchargeFen);
    }

    [Fact]
    public void WhatIf_WithSeveralClocksOfAKind_Answers()
    {
        var seized = ServedWithSeizure().On("2026-04-20 09:00");
        var clocks = seized.Context().Facts.Clocks(seized.State, Day("2026-04-20"));
        Assert.NotEqual(clocks.Count, clocks.Select(clock => clock.Kind.Id).Distinct().Count());
        Assert.True(WhatIf.Serve(seized.State, Day("2026-04-20"), seized.Context().Facts).IsOk);
    }

    [Fact]
    public void Agreement_WhileKept_StopsForceAndSurchargeAndLetsOffWhatWasAgreed()
    {
        var before = CaseSurcharge.OpenFen(Demanded().State, Day("2026-10-08"));
        var kept = OccasionalScenario.Agreed();
        // The whole surcharge had accrued long before; what was let off is taken from it.
        Assert.Equal(before - 5_000_00, CaseSurcharge.OpenFen(kept.State, Day("2026-12-01")));
        Assert.Equal("agreement-in-force", Assert.Single(kept.On("2026-10-13 09:00").Refused(Ask())).Code);
        Assert.False(kept.NextSteps().Single(choice => choice.Line.Step == CaseStep.ApplyToCourt).Allowed);
        var broken = OccasionalScenario.AgreementBroken();
        Assert.Equal(before, CaseSurcharge.OpenFen(broken.State, Day("2026-12-01")));
        Assert.DoesNotContain(broken.Refused(Ask() with { Request = "" }), refusal => refusal.Code == "agreement-in-force");
        Assert.True(OccasionalScenario.Agreed().On("2026-11-10 09:00").NextSteps().Single(choice => choice.Line.Step == CaseStep.EndAgreement).Allowed);
    }

    [Fact]
    public void Agreement_OnAGrowingSurcharge_DoesNotCountItsDays()
    {
        var scenario = Surcharged().As("head").On("2026-04-15 09:00")
            .Do(new MakeAgreement([new(Day("2026-05-08"), 20_000_00)], null, null, 0, true, "吴思源"));
        var agreed = CaseSurcharge.Count(scenario.State, Day("2026-04-14"))!.SurchargeFen;
        Assert.Equal(5 * 600_00, agreed);
        Assert.Equal(agreed, CaseSurcharge.Count(scenario.State, Day("2026-05-08"))!.SurchargeFen);
        scenario.On("2026-05-09 09:00").Do(new EndAgreement("到期未缴。"));
        Assert.Equal(agreed + 600_00, CaseSurcharge.Count(scenario.State, Day("2026-05-10"))!.SurchargeFen);
        Assert.Contains(CaseSurcharge.Count(scenario.State, Day("2026-05-10"))!.Reasons, reason => reason.Text == "履行执行协议期间25日不计算。");
    }

    [Fact]
    public void Agreement_Refusals_ArePinned() => GateSnapshot.Match("agreement.txt",
    [
        ("还没有强制执行", Served().As("head").Refused(Agree())),
        ("已申请法院", CourtApplied().Refused(Agree())),
        ("各期合计少于罚款", Demanded().As("head").Refused(Agree() with { Plan = [new(Day("2026-11-09"), 10_000_00)] })),
        ("没有补救措施就减免", Demanded().As("head").Refused(Agree() with { Remedy = null })),
        ("减免多于加处罚款", Demanded().As("head").Refused(Agree() with { WaivedFen = 20_000_01 })),
        ("损害他人权益", Demanded().As("head").Refused(Agree() with { HarmsNobody = false })),
        ("没有安排", Demanded().As("head").Refused(Agree() with { Plan = [] })),
        ("再次达成", OccasionalScenario.Agreed().Refused(Agree())),
        ("如期履行却恢复执行", OccasionalScenario.Agreed().On("2026-11-09 09:00").Refused(new EndAgreement("不放心。"))),
        ("没有协议", Demanded().As("head").Refused(new EndAgreement("未缴。"))),
    ]);

    private static MakeAgreement Agree() => new([new(Day("2026-11-09"), 10_000_00), new(Day("2026-12-09"), 10_000_00)], null, "已复绿堆土地块。", 5_000_00, true, "吴思源");

    [Fact]
    public void Enforcement_Refusals_ArePinned() => GateSnapshot.Match("enforcement.txt",
    [
        ("缴款期限内催告", Served().On("2026-04-09 18:00").Refused(DemandIt() with { At = At("2026-04-09 10:00") })),
        ("已缴清还催告", Paid().On("2026-04-10 18:00").Refused(DemandIt() with { At = At("2026-04-10 10:00") })),
        ("没有催告就申请法院", Surcharged().As("head").On("2026-09-28 09:00").Refused(Ask())),
        ("催告等待期内申请", Demanded().As("head").On("2026-10-12 09:00").Refused(Ask())),
        ("救济期限内申请", Surcharged().On("2026-05-08 18:00").Do(DemandIt() with { At = At("2026-05-08 10:00") }).As("head").On("2026-06-01 09:00").Refused(Ask())),
        ("超过三个月", Demanded().As("head").On("2026-12-28 09:00").Refused(Ask())),
        ("复议中申请", Demanded().Do(new RecordReviewApplication(At("2026-09-28 12:00"), "区政府", "撤销")).As("head").On("2026-10-13 09:00").Refused(Ask())),
        ("停止执行中申请", Demanded().As("head").On("2026-10-08 09:00").Do(new SuspendExecution(At("2026-10-08 08:00"), SuspensionGround.Hindered, "", "当事人履行暂时困难")).As("head").On("2026-10-13 09:00").Refused(Ask())),
        ("再次申请", CourtApplied().Refused(Ask())),
        ("片长申请", Demanded().As("chief").On("2026-10-13 09:00").Refused(Ask())),
        ("没有准予就登记执行完毕", CourtApplied().As("o1").Refused(new RecordCourtAnswer(At("2026-10-13 08:00"), CourtResult.Enforced, "执1号", ""))),
        ("加处不满三十日自行执行", Overdue().Do(new ImposeSurcharge("逾期。")).As("o1").On("2026-04-10 18:00").Do(DemandIt() with { At = At("2026-04-10 10:00") }).As("head").On("2026-04-27 09:00").Refused(new DecideEnforcement("拍卖。"))),
        ("决定没有送达就执行", EnforcementDecided().As("o1").On("2026-10-16 18:00").Refused(CarryOut("2026-10-16 09:00"))),
        ("夜间执行", EnforcementServed().On("2026-10-16 23:59").Refused(CarryOut("2026-10-16 22:30"))),
        ("周六执行", EnforcementServed().On("2026-10-17 18:00").Refused(CarryOut("2026-10-17 09:00"))),
        ("没有复议却由复议机关停止", Demanded().As("head").Refused(new SuspendExecution(At("2026-09-28 12:00"), SuspensionGround.ReviewOrgan, "停1号", "停止"))),
        ("诉讼停止没有文号", Sued().As("head").Refused(new SuspendExecution(At("2026-04-18 12:00"), SuspensionGround.Court, "", "停止"))),
        ("没有停止就恢复", Demanded().As("head").Refused(new ResumeExecution(At("2026-09-28 12:00"), "恢复"))),
        ("中止不满三年终结", Demanded().As("head").On("2026-10-08 09:00").Do(new SuspendExecution(At("2026-10-08 08:00"), SuspensionGround.Hindered, "", "下落不明")).As("head").On("2029-10-07 09:00").Refused(new EndExecution(EndGround.StoppedThreeYears, "满三年"))),
        ("单位以公民死亡终结", Demanded().As("head").Refused(new EndExecution(EndGround.PersonDied, "死亡"))),
    ]);

    private static CaseScenario EnforcementServed() => EnforcementDecided().As("o1").On("2026-10-14 18:00").Do(new ServePaper(At("2026-10-14 09:00"), ServedPaper.Enforcement, Commands.Handed(), CaseScenario.Officers));

    private static CarryOutEnforcement CarryOut(string at) => new(At(at), At(at).AddMinutes(60), "吴思源到场", "已拍卖，所得缴入国库。", false, CaseScenario.Officers);
}
