using Lianzhi.Core.Inspections;
using static Lianzhi.Core.Tests.Inspections.InspectionScenario;

namespace Lianzhi.Core.Tests.Inspections;

/// <summary>Who may inspect: whom the draw chose and the notice names, anybody else by a recorded change.</summary>
public sealed class InspectionCrewTests
{
    private static readonly DrawnOfficer[] Drawn = [new("o1", "林晓岚"), new("o2", "郑启明")];

    [Fact]
    public void Drawn_OfficersWhoGo_NeedNoGround() => Assert.Empty(InspectionCrew.AsDrawn(Drawn, ["o2", "o1"], null, null));

    [Fact]
    public void Drawn_SomebodyAddedOrReplacedWithoutGround_IsRefused()
    {
        Assert.Equal(["crew-not-drawn"], Codes(InspectionCrew.AsDrawn(Drawn, ["o1", "o2", "o3"], null, null)));
        Assert.Equal(["replacement-ground-missing", "invalid-input"], Codes(InspectionCrew.AsDrawn(Drawn, ["o1", "o3"], null, null)));
        Assert.Equal(["replacement-ground-missing"], Codes(InspectionCrew.AsDrawn(Drawn, ["o1", "o3"], CrewChangeGround.OtherDuty, "另有任务")));
        Assert.Equal(["crew-not-drawn"], Codes(InspectionCrew.AsDrawn(Drawn, ["o1", "o3", "o4"], CrewChangeGround.Illness, "住院")));
        Assert.Empty(InspectionCrew.AsDrawn(Drawn, ["o1", "o3"], CrewChangeGround.Recusal, "配偶在该企业任职"));
        Assert.Empty(InspectionCrew.AsDrawn([], ["o8", "o9"], null, null));
    }

    [Fact]
    public void Change_OfANoticeThatReachedTheEnterprise_TellsItAndKeepsTheApproverOut()
    {
        Assert.Equal(["officers", "ground", "reason", "receiver"], Fields(InspectionCrew.Change(Noticed(), ["o1", "o2"], null, " ", null, null)));
        Assert.Empty(InspectionCrew.Change(Noticed(), ["o1", "o3"], CrewChangeGround.OtherDuty, "参加听证", "o9", "陈某某"));
        Assert.Equal(["inspector-approves"], Codes(InspectionCrew.Change(Noticed(), ["o1", "o9"], CrewChangeGround.Leave, "年休假", "o9", "陈某某")));
        var unannounced = Noticed() with { Notice = Noticed().Notice! with { Manner = NoticeManner.OnArrival, Why = "依规定不预先告知" } };
        Assert.Empty(InspectionCrew.Change(unannounced, ["o1", "o3"], CrewChangeGround.Leave, "年休假", null, null));
        Assert.Empty(InspectionCrew.Change(Approved(), ["o1", "o3"], CrewChangeGround.Leave, "年休假", null, null));
        Assert.Equal("inspection-step-not-now", InspectionFlow.Check(Started(), InspectionStep.ChangeCrew)?.Code);
        Assert.Null(InspectionFlow.Check(Noticed(), InspectionStep.ChangeCrew));
    }

    [Fact]
    public void Change_OfEverybodyTheHeadApproved_IsRefused()
    {
        var approved = Approved() with { ApprovedCrew = Drawn };
        var refusal = Assert.Single(InspectionCrew.Change(approved, ["o3", "o4"], CrewChangeGround.Leave, "年休假", null, null));
        Assert.Equal(("crew-all-exchanged", "officers"), (refusal.Code, refusal.Field));
        Assert.Contains("林晓岚、郑启明", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(InspectionCrew.Change(approved, ["o2", "o3"], CrewChangeGround.Leave, "年休假", null, null));
        // One after the other comes to the same: who was exchanged in first was not approved.
        var once = approved with { Officers = [approved.Officers[0], approved.Officers[1] with { Id = "o3", Name = "蓝三" }] };
        Assert.Equal(["crew-all-exchanged"], Codes(InspectionCrew.Change(once, ["o3", "o4"], CrewChangeGround.Illness, "住院", null, null)));
        Assert.Empty(InspectionCrew.Change(Approved() with { Approval = null }, ["o3", "o4"], CrewChangeGround.Leave, "年休假", null, null));
    }

    [Fact]
    public void Reissue_OfANoticeInAdvance_IsNotMadeOnTheDayItself()
    {
        var file = Noticed();
        Assert.Null(InspectionGates.Reissue(file, file.Day.AddDays(-1), 0));
        var refusal = InspectionGates.Reissue(file, file.Day, 0)!;
        Assert.Equal(("notice-not-in-advance", "reissue"), (refusal.Code, refusal.Field));
        Assert.Equal("notice-after-the-day", InspectionGates.Reissue(file, file.Day.AddDays(1), 0)?.Code);
        Assert.Null(InspectionGates.Reissue(file with { Notice = file.Notice! with { Manner = NoticeManner.OnArrival, Why = "依规定不预先告知" } }, file.Day, 0));
        Assert.Null(InspectionGates.Reissue(Approved(), file.Day, 0));
    }

    [Fact]
    public void Crew_WithoutSomebodyTheNoticeNames_DoesNotLeave()
    {
        Assert.Null(InspectionCrew.AsNoticed("查湖滨餐馆", "漳检通1号", Drawn, ["o3", "o2", "o1"]));
        var refusal = InspectionCrew.AsNoticed("查湖滨餐馆", "漳检通1号", Drawn, ["o1", "o3"])!;
        Assert.Equal("crew-not-as-noticed", refusal.Code);
        Assert.Contains("没有郑启明", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("国办发〔2024〕54号", refusal.Basis!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Outcome_BeforeTheEnterpriseWasTold_ShowsNoResultAndNoDayAhead()
    {
        InspectionCrewChange[] ill = [new(new(2026, 3, 4), ["林晓岚"], ["蓝三"], CrewChangeGround.Illness, "住院手术", null, null)];
        Assert.Equal(new DrawOutcome(DrawOutcomeState.Waiting, null, null, null, null), DrawOutcome.Of(null));
        Assert.Equal(new DrawOutcome(DrawOutcomeState.Waiting, null, null, null, null), DrawOutcome.Of(new(null, false, false, null, null, ill)));
        var inspected = DrawOutcome.Of(new(new(2026, 3, 5), true, false, InspectionConclusion.Correction, null, ill));
        Assert.Equal((DrawOutcomeState.Inspected, null, "已检查，结果待告知"), (inspected.State, inspected.Conclusion, inspected.Said));
        Assert.Equal("林晓岚因故不能到场，由蓝三替换", inspected.Replaced);
        var told = DrawOutcome.Of(new(new(2026, 3, 5), true, true, InspectionConclusion.Correction, true, []));
        Assert.Equal("责令限期改正，复查已改正", told.Said);
        Assert.Equal("SSJ-20260302-ABC123", DrawOutcome.NumberOf(new(2026, 3, 2), "01m0000000000000000000abc123"));
    }

    private static IEnumerable<string> Codes(IEnumerable<Refusal> refusals) => refusals.Select(refusal => refusal.Code);

    private static IEnumerable<string?> Fields(IEnumerable<Refusal> refusals) => refusals.Select(refusal => refusal.Field);
}
