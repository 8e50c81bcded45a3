using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Measures;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>Sampling, preservation, sealing: lawful runs and pinned refusals.</summary>
public sealed class MeasureStepsTests
{
    [Fact]
    public void Preservation_DecidedInTime_LeavesNothingOpen()
    {
        var scenario = Measure.Approved(MeasureKind.Preservation).Do(Measure.Preserve());
        Assert.Equal(Day("2026-03-16"), scenario.State.Measures.Preservations[0].Made.DueOn);
        Assert.Equal((Day("2026-03-16"), "处理先行登记保存证据"), CaseProjection.Due(scenario.State));
        scenario.As("head").On("2026-03-16 17:00").Do(new DecidePreserved(0, PreservationDisposal.Tested, "送检查明成分。"));
        var clock = Clocks(scenario, "2026-03-20").Single(clock => clock.Kind.Id == "preservation");
        Assert.Equal((Day("2026-03-16"), Day("2026-03-16")), (clock.Due, clock.MetOn));
        Assert.Equal("作出决定", CaseProjection.Due(scenario.State)!.Value.Clock);
    }

    [Fact]
    public void Preservation_UndecidedAfterSevenWorkingDays_IsOverdueAndCanOnlyBeReturned()
    {
        var scenario = Measure.Approved(MeasureKind.Preservation).Do(Measure.Preserve()).As("head").On("2026-03-17 09:00");
        Assert.Equal("逾期1日", Clocks(scenario, "2026-03-17").Single(clock => clock.Kind.Id == "preservation").StateText);
        Assert.Equal("preservation-lapsed", Assert.Single(scenario.Refused(new DecidePreserved(0, PreservationDisposal.Confiscated, "没收。"))).Code);
        scenario.Do(new DecidePreserved(0, PreservationDisposal.Returned, "逾期，返还。"));
    }

    [Fact]
    public void Sealing_WithTestToldInWriting_AndExtension_EndsWhenTheLawSays()
    {
        var scenario = Measure.Seized();
        Assert.Equal(Day("2026-04-04"), Due(scenario));
        scenario.On("2026-03-10 18:00").Do(Measure.Test());
        Assert.Equal(Day("2026-04-14"), Due(scenario));
        scenario.On("2026-03-18 18:00").Do(new ConcludeTest(At("2026-03-18 10:00"), 0, "示检〔2026〕7号", "含建筑垃圾。", true, CaseScenario.Officers));
        Assert.Equal(Day("2026-04-12"), Due(scenario));
        scenario.On("2026-03-31 09:30").Do(Measure.Request(MeasureKind.Extension, 0) with { At = At("2026-03-31 09:00") }).As("head").On("2026-03-31 15:00").Do(new ApproveMeasure(1, "同意延长。"))
            .As("o1").On("2026-04-01 18:00").Do(Measure.Extend());
        // Sunday 10 May would be a rest day elsewhere; a burden never rolls over. 2026-05-12 = 30 + 30 days and 8 days of testing.
        Assert.Equal(Day("2026-05-12"), Due(scenario));
        var clock = Clocks(scenario, "2026-04-02").Single(clock => clock.Kind.Id == "sealing");
        Assert.Equal(Day("2026-05-12"), clock.Due);
        scenario.As("head").On("2026-05-06 10:00").Do(new LiftSealing(0, LiftGround.DealtWith, "已作出处理决定。")).As("o1").On("2026-05-06 18:00")
            .Do(new RecordCustody(At("2026-05-06 11:00"), 0, GoodsAction.Returned, Measure.Truck, "停车场", "吴思源", "解除扣押决定书", null, CaseScenario.Officers));
        Assert.Equal("按期办理", Clocks(scenario, "2026-05-07").Single(clock => clock.Kind.Id == "sealing").StateText);
    }

    [Fact]
    public void Lift_GoodsConfiscatedOrDestroyed_AreNotSaidToBeReturned()
    {
        var scenario = Measure.Seized().As("head").On("2026-03-12 09:00");
        var truck = Measure.Truck[0];
        var kept = new LiftSealing(0, LiftGround.DealtWith, "已作出处理决定。", [truck], "决定没收，移交区财政局");
        Assert.Equal(("goods-return-owed", "notReturned"), (Assert.Single(scenario.Refused(kept with { Ground = LiftGround.NoViolation })) is var refusal ? refusal.Code : null, refusal.Field));
        Assert.Equal("notReturned", Assert.Single(scenario.Refused(kept with { NotReturned = [truck with { Quantity = "9" }] })).Field);
        Assert.Equal("notReturnedBasis", Assert.Single(scenario.Refused(kept with { NotReturnedBasis = " " })).Field);
        var text = Core.Documents.CaseDocuments.Content(scenario.Do(kept).State, Core.Documents.DocumentCode.SealingLifting)!.Text();
        Assert.Contains("下列财物不予退还：决定没收，移交区财政局。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("立即退还下列财物", text, StringComparison.Ordinal);
        var part = Measure.Seized().As("head").On("2026-03-12 09:00").Do(kept with { NotReturned = [truck with { Quantity = "0.4" }] }).State;
        Assert.Contains("0.6", Core.Documents.CaseDocuments.Content(part, Core.Documents.DocumentCode.SealingLifting)!.Text(), StringComparison.Ordinal);
        Assert.Contains("立即退还下列财物", Core.Documents.CaseDocuments.Content(Measure.Seized().As("head").On("2026-03-12 09:00").Do(kept with { NotReturned = null }).State, Core.Documents.DocumentCode.SealingLifting)!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sealing_TestNotToldInWriting_DaysCount()
    {
        var scenario = Measure.Seized().On("2026-03-10 18:00").Do(Measure.Test() with { ToldInWriting = false, Service = null });
        Assert.Equal(Day("2026-04-04"), Due(scenario));
        Assert.Equal(Day("2026-04-04"), Clocks(scenario, "2026-03-15").Single(clock => clock.Kind.Id == "sealing").Due);
    }

    [Fact]
    public void Sealing_OnTheSpot_IsReportedWithin24HoursAndApprovedAfterwards()
    {
        var scenario = Filed().MaySeal().On("2026-03-06 23:00").Do(Measure.Seal() with { At = At("2026-03-06 21:10"), Until = At("2026-03-06 22:00"), Urgent = "车辆正要驶离" });
        // By its day it warns and escalates like every other clock; late by the hour on that day is late.
        Assert.Equal((Day("2026-03-07"), Core.Cases.Clocks.ClockState.Running), scenario.Context().Facts.Clocks(scenario.State, Day("2026-03-06")).Where(clock => clock.Kind.Id == "sealingReport").Select(clock => (clock.Due, clock.State)).Single());
        Assert.Equal(Core.Cases.Clocks.ClockState.Overdue, scenario.Context().Facts.Clocks(scenario.State, Day("2026-03-08")).Single(clock => clock.Kind.Id == "sealingReport").State);
        var hours = Assert.Single(MeasureTiming.Hours(scenario.State.Measures));
        Assert.Equal(At("2026-03-07 21:10"), hours.DueAt);
        Assert.Equal("还剩22小时", hours.StateText(At("2026-03-06 23:00")));
        Assert.Contains(CaseProjection.Due(scenario.State)!.Value.Clock, "报告当场查封、扣押", StringComparison.Ordinal);
        scenario.On("2026-03-07 10:00").Do(Measure.Request(MeasureKind.Seizure, 0) with { At = At("2026-03-07 09:00") });
        Assert.Equal("按期办理", MeasureTiming.Hours(scenario.State.Measures)[0].StateText(At("2026-03-09 00:00")));
        scenario.As("head").Do(new ApproveMeasure(0, "同意补办。"));
        Assert.True(scenario.State.Measures.Sealings[0].Approved);
    }

    [Fact]
    public void Sealing_RefusedAfterwards_StopsEverythingUntilLifted()
    {
        var scenario = Filed().MaySeal().On("2026-03-06 18:00").Do(Measure.Seal() with { At = At("2026-03-06 16:00"), Until = At("2026-03-06 17:00"), Urgent = "车辆正要驶离" })
            .Do(Measure.Request(MeasureKind.Seizure, 0) with { At = At("2026-03-06 17:30") }).As("head").Do(new RefuseMeasure(0, "不具备扣押条件。"));
        Assert.Equal((CaseStep.LiftSealing, true), Leading(scenario));
        Assert.Equal("refused-sealing-stands", Assert.Single(scenario.As("o1").On("2026-03-07 12:00").Refused(Measure.Seal() with { At = At("2026-03-07 09:00"), Until = At("2026-03-07 09:30") })).Code);
        scenario.As("head").Do(new LiftSealing(0, LiftGround.Other, "负责人不予批准。"));
        Assert.NotEqual(CaseStep.LiftSealing, Leading(scenario).Step);
    }

    [Fact]
    public void Preserved_ConvertedToSeizure_NeedsAnApprovalOfItsOwn()
    {
        var scenario = Measure.Approved(MeasureKind.Preservation).Do(Measure.Preserve()).As("head");
        Assert.Equal("measure-not-approved", Assert.Single(scenario.Refused(new DecidePreserved(0, PreservationDisposal.Sealed, "转为扣押。"))).Code);
        scenario.As("o1").On("2026-03-06 12:00").Do(Measure.Request(MeasureKind.Seizure) with { At = At("2026-03-06 09:00") }).As("head").Do(new ApproveMeasure(1, "同意。"))
            .Do(new DecidePreserved(0, PreservationDisposal.Sealed, "转为扣押。")).As("o1").On("2026-03-06 18:00").Do(Measure.Seal() with { At = At("2026-03-06 15:00"), Until = At("2026-03-06 15:20") });
        Assert.Single(scenario.State.Measures.Sealings);
    }

    [Theory]
    [InlineData("矿泉水", "500毫升", "11", "瓶")]
    [InlineData("矿泉水", "500毫升", "10", "箱")]
    [InlineData("矿泉水", "1升", "1", "瓶")]
    [InlineData("生产车间", "", "1", "间")]
    public void Goods_NotAmongThoseApproved_AreNeitherSealedNorPreserved(string name, string specification, string quantity, string unit)
    {
        CaseGoods[] approved = [new("矿泉水", "500毫升", "10", "瓶")], taken = [new(name, specification, quantity, unit)];
        var refusal = Assert.Single(ApprovedFor(MeasureKind.Seizure, approved).Refused(Measure.Seal() with { Goods = taken }));
        Assert.Equal(("goods-not-approved", "goods"), (refusal.Code, refusal.Field));
        Assert.Equal("goods-not-approved", Assert.Single(ApprovedFor(MeasureKind.Preservation, approved).Refused(Measure.Preserve() with { Goods = taken })).Code);
        // In an emergency they are taken on the spot, with a report of their own.
        Assert.Null(ApprovedFor(MeasureKind.Seizure, approved).Do(Measure.Seal() with { Goods = taken, Urgent = "正在转移" }).State.Measures.Sealings[0].Made.Request);
    }

    [Fact]
    public void Goods_LinesOfOneKind_AreAddedUp()
    {
        CaseGoods[] approved = [new("矿泉水", "500毫升", "6", "瓶"), new("矿泉水", "", "4", "瓶")];
        Assert.Equal("goods-not-approved", Assert.Single(ApprovedFor(MeasureKind.Seizure, approved)
            .Refused(Measure.Seal() with { Goods = [new("矿泉水", "500毫升", "8", "瓶"), new("矿泉水", "1升", "3", "瓶")] })).Code);
        ApprovedFor(MeasureKind.Seizure, approved).Do(Measure.Seal() with { Goods = [new("矿泉水", "500毫升", "8", "瓶"), new("矿泉水", "1升", "2", "瓶")] });
    }

    [Fact]
    public void Goods_OfTheSecondApproval_AreSealedOnIt()
    {
        CaseGoods[] scale = [new("电子秤", "", "1", "台")];
        var scenario = Measure.Approved(MeasureKind.Seizure).Do(Measure.Request(MeasureKind.Seizure) with { Goods = scale }).As("head").Do(new ApproveMeasure(1, "同意。")).As("o1").On("2026-03-06 18:00");
        scenario.Do(Measure.Seal() with { At = At("2026-03-06 10:00"), Until = At("2026-03-06 10:30"), Goods = scale });
        Assert.Equal(1, scenario.State.Measures.Sealings[0].Made.Request);
        Assert.Equal(0, scenario.State.Measures.Approval(MeasureKind.Seizure));
    }

    [Theory]
    [InlineData(ServiceMethod.Post)]
    [InlineData(ServiceMethod.Entrusted)]
    [InlineData(ServiceMethod.Announcement)]
    public void SealingDecision_NotHandedOverOnTheSpot_IsRefused(ServiceMethod method) =>
        Assert.Contains(Measure.Approved(MeasureKind.Seizure).Refused(Measure.Seal() with { Service = Commands.Handed() with { Method = method, Carrier = "EX示例" } }),
            refusal => refusal is { Code: "not-handed-on-the-spot", Field: "service.method" });

    private static CaseScenario ApprovedFor(MeasureKind kind, CaseGoods[] goods) => Filed().MaySeal().On("2026-03-05 09:30").Do(Measure.Request(kind) with { Goods = goods })
        .As("head").On("2026-03-05 10:00").Do(new ApproveMeasure(0, "同意。")).As("o1").On("2026-03-05 18:00");

    [Fact]
    public void Closing_WhileGoodsAreSealed_IsRefused()
    {
        var sealing = Measure.Seized().Events[^1];
        var state = CaseState.Apply(CaseState.Apply(Paid().State, Measure.Seized().Events[2]), Measure.Seized().Events[3]);
        state = CaseState.Apply(state, sealing);
        Assert.Contains(CaseSteps.Take(state, new CloseCase("已办结。", null), Paid().As("head").On("2026-04-02 09:00").Context()).Refusals, refusal => refusal.Code == "still-sealed");
    }

    [Fact]
    public void Measures_Refusals_ArePinned() => GateSnapshot.Match("measures.txt",
    [
        ("没有出示证件抽样", Filed().On("2026-03-05 18:00").Refused(Measure.Sample() with { CertificatesShown = false })),
        ("抽样没有清单", Filed().On("2026-03-05 18:00").Refused(Measure.Sample() with { Goods = [] })),
        ("抽样数量不是数", Filed().On("2026-03-05 18:00").Refused(Measure.Sample() with { Goods = [new("样品", "", "若干", "袋")] })),
        ("未经批准先行登记保存", Filed().On("2026-03-05 18:00").Refused(Measure.Preserve())),
        ("批准以前已经保存", Measure.Approved(MeasureKind.Preservation).Refused(Measure.Preserve() with { At = At("2026-03-05 09:40") })),
        ("承接文件没有强制措施权", Filed().On("2026-03-05 18:00").Refused(Measure.Request(MeasureKind.Seizure))),
        ("没有强制措施权当场扣押", Filed().On("2026-03-05 18:00").Refused(Measure.Seal() with { Urgent = "正要驶离" })),
        ("未经批准扣押", Filed().MaySeal().On("2026-03-05 18:00").Refused(Measure.Seal())),
        ("没有告知、没有听取意见", Measure.Approved(MeasureKind.Seizure).Refused(Measure.Seal() with { PartyTold = false, PartyOpinion = "" })),
        ("生活必需品", Measure.Approved(MeasureKind.Seizure).Refused(Measure.Seal() with { NoLivingNecessities = false })),
        ("重复查封", Measure.Approved(MeasureKind.Seizure).Refused(Measure.Seal() with { SealedElsewhere = true })),
        ("一名执法人员", Measure.Approved(MeasureKind.Seizure).Refused(Measure.Seal() with { Officers = ["o1"] })),
        ("副职没有签批授权", Filed().MaySeal().On("2026-03-05 09:30").Do(Measure.Request(MeasureKind.Seizure)).As("deputy-without").Refused(new ApproveMeasure(0, "同意。"))),
        ("审批不存在的事项", Filed().MaySeal().On("2026-03-05 09:30").Do(Measure.Request(MeasureKind.Seizure)).As("head").Refused(new ApproveMeasure(7, "同意。"))),
        ("未经批准延长", Measure.Seized().On("2026-04-01 18:00").Refused(Measure.Extend())),
        ("期满以后延长", Measure.Seized().On("2026-03-31 10:00").Do(Measure.Request(MeasureKind.Extension, 0) with { At = At("2026-03-31 09:00") }).As("head").Do(new ApproveMeasure(1, "同意。")).As("o1")
            .On("2026-04-07 18:00").Refused(Measure.Extend() with { At = At("2026-04-07 10:00") })),
        ("检测期间重叠", Measure.Seized().On("2026-03-10 18:00").Do(Measure.Test()).On("2026-03-12 18:00").Refused(Measure.Test() with { At = At("2026-03-12 09:00"), From = Day("2026-03-12") })),
        ("解除后没有退还就撤案", Measure.Seized().As("head").On("2026-03-20 10:00").Do(new LiftSealing(0, LiftGround.DealtWith, "不再需要。")).Refused(new WithdrawCase(WithdrawalGround.FiledByMistake, "登记错误"))),
        ("一名见证人销毁", Measure.Seized().As("head").On("2026-03-20 10:00").Do(new LiftSealing(0, LiftGround.DealtWith, "已作出处理决定。")).As("o1").On("2026-03-20 18:00")
            .Refused(new RecordCustody(At("2026-03-20 11:00"), 0, GoodsAction.Destroyed, Measure.Truck, "停车场", "处置单位", "决定书", "林某", CaseScenario.Officers))),
        ("扣押中返还", Measure.Seized().On("2026-03-06 18:00").Refused(new RecordCustody(At("2026-03-06 11:00"), 0, GoodsAction.Returned, Measure.Truck, "停车场", "吴思源", "当事人要求", null, CaseScenario.Officers))),
        ("销毁没有见证", Measure.Seized().As("head").On("2026-03-06 10:00").Do(new LiftSealing(0, LiftGround.Other, "变质。")).As("o1").On("2026-03-06 18:00")
            .Refused(new RecordCustody(At("2026-03-06 11:00"), 0, GoodsAction.Destroyed, Measure.Truck, "停车场", "处置单位", "决定书", null, CaseScenario.Officers))),
    ]);

    private static (CaseStep Step, bool Allowed) Leading(CaseScenario scenario)
    {
        var first = scenario.NextSteps()[0];
        return (first.Line.Step, first.Allowed);
    }

    private static DateOnly Due(CaseScenario scenario) => SealingTerm.DueOn(scenario.State.Measures.Sealings[0], scenario.State.Measures.Tests, 0);

    internal static IReadOnlyList<Core.Cases.Clocks.Clock> Clocks(CaseScenario scenario, string day) =>
        CaseTiming.Clocks(scenario.State, Day(day), new([]), Core.Settings.SettingsBook.Defaults).Value!;
}
