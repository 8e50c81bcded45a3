using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using static Lianzhi.Core.Tests.Cases.CaseScenario;
using static Lianzhi.Core.Tests.Cases.ExecutionScenario;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>Whom to remind of what is not paid, and the code that stands on the decision.</summary>
public sealed class ArrearsTests
{
    [Fact]
    public void Of_BeforeTheLastDayOrPaid_IsNothing()
    {
        Assert.Null(At(Served(), "2026-04-09"));
        Assert.Null(At(Paid(), "2026-05-10"));
        Assert.Null(At(Closed(), "2026-05-10"));
    }

    [Fact]
    public void Of_ADayLate_CountsAndSaysWhatFollows()
    {
        var late = At(Served(), "2026-04-12")!;
        Assert.Equal((20_000_00L, 3, 0L, "电话提醒，决定是否加处罚款，制发催告书"), (late.UnpaidFen, late.Days, late.SurchargeFen, late.Next));
        Assert.Equal(("制发催告书", true), (At(Surcharged(), "2026-04-20")!.Next, At(Surcharged(), "2026-04-20")!.SurchargeFen > 0));
    }

    [Fact]
    public void Of_AfterTheDemand_WaitsThenLeadsToTheCourt()
    {
        var demanded = Surcharged().On("2026-09-28 18:00").Do(DemandIt());
        Assert.StartsWith("等待催告期届满", At(demanded, "2026-10-08")!.Next, StringComparison.Ordinal);
        var court = At(demanded, "2026-10-20")!;
        Assert.Equal("申请人民法院强制执行", court.Next);
        Assert.NotNull(court.NextBy);
        Assert.Equal("人民法院办理中", At(demanded.As("head").On("2026-10-13 09:00").Do(Ask()), "2026-10-20")!.Next);
    }

    [Fact]
    public void Ledger_OfAServedFine_HoldsItUntilItIsPaid()
    {
        var open = Assert.Single(CaseLedgers.Of(Served().State), line => line.Kind == LedgerKind.Arrears);
        Assert.Equal((Day("2026-04-09"), true, "未缴20,000元"), (open.DueOn, open.Open, open.Standing));
        Assert.False(Assert.Single(CaseLedgers.Of(Paid().State), line => line.Kind == LedgerKind.Arrears).Open);
        Assert.DoesNotContain(CaseLedgers.Of(Decided().State), line => line.Kind == LedgerKind.Arrears);
    }

    [Fact]
    public void Decision_CodeTakenBefore_StandsOnItAndALaterOneDoesNot()
    {
        var taken = Noticed().On("2026-03-20 09:00").Do(new TakePaymentCode(CaseScenario.At("2026-03-20 08:30"), "3506 0000 0001"));
        var decided = taken.As("head").On("2026-03-24 09:00").Do(Commands.Decide()).As("o1");
        Assert.Contains("非税缴款码：350600000001。", CaseDocuments.Content(decided.State, DocumentCode.PenaltyDecision)!.Text(), StringComparison.Ordinal);
        var later = Decided().On("2026-03-25 18:00").Do(new TakePaymentCode(CaseScenario.At("2026-03-25 09:00"), "350600000002"));
        Assert.DoesNotContain("缴款码", CaseDocuments.Content(later.State, DocumentCode.PenaltyDecision)!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void PaymentCode_WhereNoMoneyIsProposed_IsRefused() =>
        Assert.Contains(Noticed().State is var state ? CaseSteps.Take(state with { Notice = state.Notice! with { Penalties = [new(PenaltyKind.Warning)] } },
            new TakePaymentCode(CaseScenario.At("2026-03-16 17:00"), "1"), Noticed().Context()).Refusals : [], refusal => refusal.Code == "nothing-owed");

    private static Arrears? At(CaseScenario scenario, string day) => Arrears.Of(scenario.State, scenario.Context().Facts.Clocks(scenario.State, Day(day)), Day(day));
}
