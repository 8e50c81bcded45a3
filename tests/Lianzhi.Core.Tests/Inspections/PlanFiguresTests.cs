using Lianzhi.Core.Inspections;

namespace Lianzhi.Core.Tests.Inspections;

/// <summary>Load by subject, caps used and gaps of a small plan.</summary>
public sealed class PlanFiguresTests
{
    private static readonly PlanProblem Problem = new(
        [new([new(2026, 1, 5), new(2026, 1, 6)]), new([new(2026, 1, 12)])], 1, 20, PlanWeights.Usual,
        [new("城管一队", "蓝田街道", ["市容"], ["蓝田"], 2, 100, [2, 2]), new("消防", "消防大队", ["消防"], ["蓝田"], 2, 300, [2, 2])],
        [],
        [Asked("市容检查", "市容"), Asked("消防检查", "消防")],
        [new("甲", 1, 0), new("乙", 3, 1)],
        [Place("t1", "甲"), Place("t2", "乙")], []);

    private static readonly PlannedVisit[] Visits = [Visit("t1", 2, "市容检查", "消防检查"), Visit("t2", 2, "市容检查")];

    [Fact]
    public void BySubject_OfAPlan_ShowsLoadBesideCapacity()
    {
        var loads = PlanFigures.BySubject(Problem, Visits);
        Assert.Equal(["蓝田街道", "消防大队"], loads.Select(load => load.Subject));
        Assert.Equal([0, 240], loads[0].Minutes);
        Assert.Equal([400, 200], loads[0].Capacity);
        Assert.Equal([0, 120], loads[1].Minutes);
        Assert.Equal((1, 0), (loads[0].Beyond, loads[1].Beyond));
    }

    [Fact]
    public void Caps_OfAPlan_CountVisitsBeforeItToo() => Assert.Equal(new CapUse(2, 1, 3, 4), PlanFigures.Caps(Problem, Visits));

    [Fact]
    public void Gaps_OfUnserved_AreSummedByResourceTheLargestFirst() => Assert.Equal(
        [new("team", "消防", 3, 240), new("cap", "甲", 1, 1)],
        PlanFigures.Gaps([new("t1", "消防检查", 1, "team", "消防", 120, ""), new("t1", "市容检查", 1, "cap", "甲", 1, ""), new("t2", "消防检查", 2, "team", "消防", 120, "")]));

    private static PlanRequirement Asked(string id, string domain) => new(id, domain, new Dictionary<RiskGrade, int> { [RiskGrade.Low] = 1, [RiskGrade.Medium] = 1, [RiskGrade.High] = 1 }, 40, 4, []);

    private static PlanTarget Place(string id, string enterprise) => new(id, enterprise, "蓝田", "", RiskGrade.Low, ["市容检查", "消防检查"], [], [DayOfWeek.Monday]);

    private static PlannedVisit Visit(string target, int week, params string[] requirements) => new(target, week, new(2026, 1, 12), requirements, false, []);
}
