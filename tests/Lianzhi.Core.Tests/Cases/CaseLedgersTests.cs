using Lianzhi.Core.Cases;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Cases;

public sealed class CaseLedgersTests
{
    [Fact]
    public void Of_CaseWithoutAny_IsEmpty() => Assert.Empty(CaseLedgers.Of(Filed().State));

    [Fact]
    public void Of_SeizedGoods_StayOpenUntilLiftedWithTheDayThatCountsTests()
    {
        var scenario = Measure.Seized();
        Assert.Equal((LedgerKind.Goods, (DateOnly?)Day("2026-04-04"), true), One(scenario));
        scenario.On("2026-03-10 18:00").Do(Measure.Test());
        Assert.Equal(Day("2026-04-14"), One(scenario).DueOn);
        scenario.As("head").On("2026-03-20 10:00").Do(new Core.Cases.Measures.LiftSealing(0, Core.Cases.Measures.LiftGround.DealtWith, "已作出处理决定。"));
        // Lifted is not given back: the line waits until it is written where the goods went.
        Assert.Equal((LedgerKind.Goods, Day("2026-03-20"), true), One(scenario));
        Assert.Equal(CaseStep.RecordCustody, scenario.NextSteps()[0].Line.Step);
        scenario.As("o1").On("2026-03-20 18:00").Do(new Core.Cases.Measures.RecordCustody(At("2026-03-20 11:00"), 0, Core.Cases.Measures.GoodsAction.Returned, Measure.Truck, "停车场", "吴思源", "解除扣押决定书", null, Officers));
        Assert.Equal((LedgerKind.Goods, null, false), One(scenario));
    }

    [Fact]
    public void Of_Review_RunsByItsAnswerAndEndsWithItsDecision()
    {
        Assert.Equal((LedgerKind.Remedies, (DateOnly?)Day("2026-05-04"), true), One(ExecutionScenario.ReviewAccepted()));
        var ended = Assert.Single(Lines(ExecutionScenario.Annulled().State));
        Assert.Equal((false, null), (ended.Open, ended.DueOn));
        Assert.Contains("撤销", ended.Standing, StringComparison.Ordinal);
        Assert.True(ended.Fell);
        Assert.False(Assert.Single(Lines(ExecutionScenario.ReviewAccepted().State)).Fell);
    }

    [Fact]
    public void Of_Suit_RunsByTheTermForEvidence()
    {
        var (kind, due, open) = One(ExecutionScenario.Sued());
        Assert.Equal((LedgerKind.Remedies, true), (kind, open));
        Assert.Equal(ExecutionScenario.Sued().State.Execution.OpenSuits.Single().Filed.AnswerDueOn, due);
    }

    [Fact]
    public void Of_Instalments_NamesTheNextPart()
    {
        var scenario = ExecutionScenario.Deferred();
        var (kind, due, open) = One(scenario);
        Assert.Equal((LedgerKind.Debts, true), (kind, open));
        Assert.Equal(scenario.State.OpenInstalment!.DueOn, due);
    }

    [Fact]
    public void Of_InstalmentsEndedOrRefused_AreNotOpenAndSayWhy()
    {
        var ended = Assert.Single(Lines(OccasionalScenario.DeferralEnded().State));
        Assert.Equal((LedgerKind.Debts, 0, false, null), (ended.Kind, ended.Place, ended.Open, ended.DueOn));
        Assert.Contains("终止", ended.Standing, StringComparison.Ordinal);
        var refused = Assert.Single(Lines(ExecutionScenario.DeferralAsked().Do(new DecideDeferral(false, [], "没有经济困难的证明。")).State));
        Assert.Equal(("不予批准", false, null), (refused.Standing, refused.Open, refused.DueOn));
    }

    /// <summary>Without the line of the fine itself, which <see cref="ArrearsTests"/> looks at.</summary>
    private static IEnumerable<LedgerEntry> Lines(CaseState state) => CaseLedgers.Of(state).Where(line => line.Kind != LedgerKind.Arrears);

    private static (LedgerKind Kind, DateOnly? DueOn, bool Open) One(CaseScenario scenario) => Assert.Single(Lines(scenario.State)) is var entry ? (entry.Kind, entry.DueOn, entry.Open) : default;
}
