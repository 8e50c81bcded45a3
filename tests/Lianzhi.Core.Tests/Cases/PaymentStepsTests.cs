using CsCheck;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using static Lianzhi.Core.Tests.Cases.CaseScenario;
using static Lianzhi.Core.Tests.Cases.ExecutionScenario;

namespace Lianzhi.Core.Tests.Cases;

public sealed class PaymentStepsTests
{
    [Fact]
    public void CollectCash_HundredOnTheSpot_IsPaidAndHandedOnInTwoWorkingDaysEach()
    {
        var state = CashBanked().State;
        Assert.Equal((100_00, Day("2026-03-04"), Day("2026-03-05")), (state.PaidFen, state.Execution.Cash!.HandInDueOn, state.Execution.HandedIn!.BankDueOn));
    }

    [Fact]
    public void CollectCash_OnWater_CountsFromLanding() =>
        Assert.Equal(Day("2026-03-10"), OnSpotHundred().Do(Cash() with { Ground = CashGround.Remote, LandedOn = Day("2026-03-06") }).State.Execution.Cash!.HandInDueOn);

    [Fact]
    public void CollectCash_RemoteInTheOrdinaryProcedure_IsAllowed() =>
        Assert.Equal(20_000_00, Served().On("2026-03-26 18:00").Do(Cash() with { At = At("2026-03-26 10:00"), FineFen = 20_000_00, Ground = CashGround.Remote, Note = "当事人书面提出，山区无银行" }).State.PaidFen);

    [Fact]
    public void TakePaymentCode_PrintedInGroups_IsKeptWithoutSpacesAndStandsOnTheNextDemandOnly()
    {
        var coded = Coded();
        Assert.Equal("35060026000000123456", coded.State.Execution.PaymentCode!.Code);
        Assert.Equal("payment-code-same", coded.Refused(new TakePaymentCode(At("2026-03-26 11:00"), "35060026000000123456"))[0].Code);
        Assert.Equal("code", coded.Refused(new TakePaymentCode(At("2026-03-26 11:00"), "缴款码"))[0].Field);
        var demand = new DemandServed(At("2026-05-01 10:00"), "催1", 100, 0, null, "十日内缴至银行", Day("2026-05-20"), null!);
        var state = coded.State with { Execution = coded.State.Execution.After(demand)!.After(new PaymentCodeTaken(At("2026-05-02 10:00"), "LATER"))! };
        var text = CaseDocuments.Content(state, DocumentCode.Demand)!.Text();
        Assert.Contains("非税缴款码：35060026000000123456。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("LATER", text, StringComparison.Ordinal);
    }

    [Fact]
    public void TakePaymentCode_NothingOwed_IsRefused() =>
        Assert.Equal("nothing-owed", Served().On("2026-03-27 09:00").Do(new RecordPayment(At("2026-03-26 10:00"), 20_000_00, 0, "票1")).Refused(new TakePaymentCode(At("2026-03-26 11:00"), "1"))[0].Code);

    [Fact]
    public void DecideDeferral_InParts_MovesTheLastDay()
    {
        var deferred = Deferred();
        Assert.Equal((Day("2026-06-08"), Day("2026-05-08")), (deferred.State.PaymentDueOn!.Value, deferred.State.OpenInstalment!.DueOn));
        Assert.Equal(Day("2026-06-08"), deferred.Context().Facts.Clocks(deferred.State, Day("2026-04-10")).Single(clock => clock.Kind.Id == "payment").Due);
        var paid = deferred.On("2026-05-08 09:00").Do(new RecordPayment(At("2026-05-07 10:00"), 10_000_00, 0, "票1"));
        Assert.Equal(Day("2026-06-08"), paid.State.OpenInstalment!.DueOn);
    }

    [Fact]
    public void MissedInstalment_AloneDoesNotEndThePlan_UntilTheHeadEndsIt()
    {
        var missed = Deferred().As("head").On("2026-05-11 09:00");
        Assert.Equal(Day("2026-06-08"), missed.State.PaymentDueOn);
        Assert.Equal("payment-period-running", missed.Refused(new ImposeSurcharge("逾期。"))[0].Code);
        var ended = missed.Do(new EndDeferral("第一期逾期，经提醒仍未缴纳。"));
        Assert.Equal(Day("2026-05-08"), ended.State.PaymentDueOn);
        Assert.Equal(Day("2026-05-08"), ended.Do(new ImposeSurcharge("逾期。")).State.Execution.Surcharge!.DueOn);
    }

    [Fact]
    public void ImposeSurcharge_HeadDecides_GrowsThreePercentADayToTheFine()
    {
        var state = Surcharged().State;
        Assert.Equal(600_00, CaseSurcharge.Count(state, Day("2026-04-10"))!.SurchargeFen);
        var full = CaseSurcharge.Count(state, Day("2026-06-30"))!;
        Assert.Equal((20_000_00, Day("2026-05-13")), (full.SurchargeFen, full.CappedOn!.Value));
    }

    [Fact]
    public void Surcharge_PartPaid_GrowsOnTheRestOnly()
    {
        var state = Surcharged().On("2026-04-20 09:00").Do(new RecordPayment(At("2026-04-14 10:00"), 15_000_00, 0, "票1")).State;
        // Five days on 20 000, then on 5 000.
        Assert.Equal((5 * 600_00) + (6 * 150_00), CaseSurcharge.Count(state, Day("2026-04-20"))!.SurchargeFen);
    }

    [Fact]
    public void Surcharge_UnderReview_DoesNotGrow()
    {
        var asked = Surcharged().On("2026-04-20 09:00").Do(new RecordReviewApplication(At("2026-04-15 10:00"), "区政府", "请求撤销"));
        Assert.Equal(CaseSurcharge.Count(asked.State, Day("2026-04-14"))!.SurchargeFen, CaseSurcharge.Count(asked.State, Day("2026-05-20"))!.SurchargeFen);
    }

    [Fact]
    public void Surcharge_WhateverIsPaidWhen_NeverFallsAndNeverExceedsTheFine() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 19_999], Gen.Int[0, 80]).Sample((payDay, yuan, asOf) =>
        {
            var state = CaseState.Apply(Surcharged().State, new PaymentRecorded(At("2026-04-09 10:00").AddDays(payDay), yuan * 100L, 0, "票1"));
            var today = Day("2026-04-09").AddDays(asOf);
            var (now, next) = (CaseSurcharge.Count(state, today)!.SurchargeFen, CaseSurcharge.Count(state, today.AddDays(1))!.SurchargeFen);
            return now <= next && next <= 20_000_00 && now >= 0;
        }, iter: 300);

    [Fact]
    public void RecordPayment_FineAndSurcharge_LetsTheCaseClose()
    {
        var paid = Surcharged().On("2026-04-20 09:00").Do(new RecordPayment(At("2026-04-14 10:00"), 20_000_00, 0, "票1")).As("head").Do(new DecidePublication(false, "没有社会影响", 0));
        Assert.Contains(paid.Refused(new CloseCase("已缴清。", null)), refusal => refusal.Code == "surcharge-open");
        Assert.Equal("surcharge-overpaid", paid.Refused(new RecordPayment(At("2026-04-15 10:00"), 0, 3_000_01, "票2"))[0].Code);
        Assert.Equal(CaseStage.Closed, paid.Do(new RecordPayment(At("2026-04-15 10:00"), 0, 3_000_00, "票2")).Do(new CloseCase("罚款和加处罚款已缴清。", null)).State.Stage);
    }

    [Fact]
    public void Payment_Refusals_ArePinned() => GateSnapshot.Match("payment.txt",
    [
        ("普通程序以一百元为由当场收缴", Served().On("2026-03-26 18:00").Refused(Cash() with { At = At("2026-03-26 10:00") })),
        ("当场罚二百元以一百元为由收缴", CaseScenario.OnSpot().Refused(Cash() with { FineFen = 200_00 })),
        ("事后才当场收缴", OnSpotHundred().On("2026-03-03 18:00").Refused(Cash() with { At = At("2026-03-03 10:00") })),
        ("没有票据", OnSpotHundred().Refused(Cash() with { Receipt = "" })),
        ("没有收缴就交回", OnSpotHundred().Refused(new HandInCash(At("2026-03-02 17:00"), "财务"))),
        ("没有交回就缴付银行", OnSpotHundred().Do(Cash()).Refused(new BankCash(At("2026-03-02 17:00"), "回单"))),
        ("收了现金没有缴付银行就结案", OnSpotHundred().Do(Cash()).As("head").Do(new DecidePublication(false, "社会影响轻微", 0)).Refused(new CloseCase("已缴清。", null))),
        ("没有申请就审批延期", Served().As("head").Refused(new DecideDeferral(true, Halves, "同意。"))),
        ("计划合计不等于未缴数额", DeferralAsked().Refused(new DecideDeferral(true, [Halves[0]], "同意。"))),
        ("计划日期颠倒", DeferralAsked().Refused(new DecideDeferral(true, [Halves[1], Halves[0]], "同意。"))),
        ("延期却有两期", DeferralAsked(DeferralKind.Later).Refused(new DecideDeferral(true, Halves, "同意。"))),
        ("片长审批延期", DeferralAsked().As("chief").Refused(new DecideDeferral(true, Halves, "同意。"))),
        ("没有逾期就终止分期", Deferred().As("head").On("2026-05-08 09:00").Refused(new EndDeferral("终止。"))),
        ("期限届满当日加处罚款", Served().As("head").On("2026-04-09 18:00").Refused(new ImposeSurcharge("逾期。"))),
        ("罚款已缴清", Paid().As("head").On("2026-04-10 09:00").Refused(new ImposeSurcharge("逾期。"))),
        ("没有加处决定就收加处罚款", Overdue().Refused(new RecordPayment(At("2026-04-10 08:00"), 0, 100_00, "票1"))),
    ]);
}
