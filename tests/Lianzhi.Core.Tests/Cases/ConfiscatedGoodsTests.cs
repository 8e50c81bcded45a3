using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Measures;
using Lianzhi.Core.Documents;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>Goods that are confiscated are owed in goods and not in money (没收非法财物, 行政处罚法 第9条第2项、第74条).</summary>
public sealed class ConfiscatedGoodsTests
{
    private static readonly CasePenalty Grill = new(PenaltyKind.ConfiscateGoods, Text: "烧烤炉1台", ValueFen: 800_00);
    private static readonly CaseGoods[] Goods = [new("烧烤炉", "", "1", "台")];

    private static CaseScenario Decided(params CasePenalty[] penalties) => Begin().On("2026-03-02 09:00").Do(Commands.Propose() with { ItemCode = "CG-025", Facts = "露天烧烤" })
        .As("head").On("2026-03-03 10:00").Do(new ApproveFiling("同意立案。")).As("o1").On("2026-03-04 18:00").Do(Commands.Inspect()).Do(Commands.Interview())
        .On("2026-03-12 18:00").Do(Commands.Conclude() with { Proposal = penalties }).On("2026-03-16 18:00").Do(Commands.Notify() with { Penalties = penalties })
        .As("head").On("2026-03-24 09:00").Do(Commands.Decide() with { Penalties = penalties }).As("o1");

    private static CaseScenario Served(params CasePenalty[] penalties) => Decided(penalties).On("2026-03-25 18:00").Do(Commands.Serve()).Do(Commands.Check() with { At = At("2026-03-25 12:00") })
        .As("head").Do(new DecidePublication(false, "不具有一定社会影响", 0)).As("o1");

    private static RecordCustody Custody(GoodsAction action) =>
        new(At("2026-03-26 10:00"), null, action, Goods, "区财政局罚没物品仓库", "区财政局", "处罚决定书", action == GoodsAction.Destroyed ? "张三、李四" : null, CaseScenario.Officers);

    [Fact]
    public void Confiscated_GoodsAndFine_OnlyTheFineIsOwedInMoney()
    {
        var state = Served(new(PenaltyKind.Fine, 600_00), Grill).State;
        Assert.Equal((600_00, 600_00), (state.OwedFen, state.FineFen));
        Assert.Equal(0, Served(Grill).State.OwedFen);
        Assert.Null(Served(Grill).State.PaymentDueOn);
        Assert.Equal(Core.Cases.Clocks.Performance.Other, CaseTiming.Performance(Served(Grill).State));
    }

    [Fact]
    public void Close_GoodsWithoutRecordOfTheirDisposal_IsRefused()
    {
        var scenario = Served(Grill).On("2026-03-26 18:00");
        var leading = scenario.NextSteps()[0];
        Assert.Equal((CaseStep.RecordCustody, true, true), (leading.Line.Step, leading.Primary, leading.Allowed));
        Assert.Equal("goods-not-disposed", Assert.Single(scenario.As("head").Refused(new CloseCase("已执行。", null))).Code);
        scenario.As("o1").Do(Custody(GoodsAction.Stored)).As("head");
        Assert.Equal("goods-not-disposed", Assert.Single(scenario.Refused(new CloseCase("已执行。", null))).Code);
        scenario.As("o1").Do(Custody(GoodsAction.Destroyed)).As("head").Do(new CloseCase("已没收并销毁。", null));
    }

    [Fact]
    public void Demand_GoodsNotHandedIn_IsADutyBesideMoney()
    {
        var scenario = Served(Grill).On("2026-09-30 18:00");
        Assert.True(ExecutionGates.HasOtherDuty(scenario.State));
        Assert.False(ExecutionGates.HasOtherDuty(scenario.Do(Custody(GoodsAction.HandedToFinance)).State));
    }

    [Fact]
    public void Check_ConfiscatedGoods_NameThemAndTheirValueAndNoAmount()
    {
        var item = Served(Grill).State.Item!;
        string[] Codes(CasePenalty penalty, CaseItem? other = null) => [.. PenaltyRange.Check(other ?? item, Company, [penalty], null).Select(refusal => $"{refusal.Code} {refusal.Field}")];
        Assert.Empty(Codes(Grill));
        Assert.Empty(Codes(Grill with { ValueFen = 0 }));
        Assert.Equal(["invalid-input penalties"], Codes(Grill with { Text = " " }));
        Assert.Equal(["invalid-input penalties"], Codes(Grill with { ValueFen = null }));
        Assert.Equal(["invalid-input penalties"], Codes(Grill with { AmountFen = 800_00 }));
        Assert.Equal(["penalty-kind-not-in-item penalties"], Codes(Grill, item with { Kinds = ["没收违法所得"] }));
        Assert.Equal(["penalty-kind-not-in-item penalties"], Codes(new(PenaltyKind.Confiscation, 100_00), item with { Kinds = ["没收非法财物"] }));
    }

    [Fact]
    public void Hearing_GoodsOfGreatValue_GiveTheRight()
    {
        var dear = Noticed().Context().Facts.Assess(new(Company, Day("2026-02-27"), [Grill with { ValueFen = 100_000_00 }], "区城市管理和综合执法局", false, false, false, false, Day("2026-03-16")));
        Assert.True(dear.HearingRight);
        Assert.False(Decided(Grill).State.Notice!.HearingRightTold);
    }

    [Fact]
    public void Heavier_OfGoods_GoesByTheirValueAndTheirNames()
    {
        Assert.False(Gates.Heavier([Grill], [Grill]));
        Assert.False(Gates.Heavier([Grill with { Text = "烧烤炉配件", ValueFen = 300_00 }], [Grill]));
        Assert.True(Gates.Heavier([Grill with { Text = "烧烤炉2台" }], [Grill]));
        Assert.True(Gates.Heavier([Grill with { ValueFen = 800_01 }], [Grill]));
    }

    [Fact]
    public void Papers_OfConfiscatedGoods_NameThemAndNoBank()
    {
        var text = CaseDocuments.Content(Served(Grill).State, DocumentCode.PenaltyDecision)!.Text();
        Assert.Contains("没收非法财物：烧烤炉1台（货值800元）", text, StringComparison.Ordinal);
        Assert.Contains("交付本机关", text, StringComparison.Ordinal);
        Assert.DoesNotContain("缴纳罚没款", text, StringComparison.Ordinal);
    }
}
