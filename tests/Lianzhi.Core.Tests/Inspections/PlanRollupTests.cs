using Lianzhi.Core.Inspections;

namespace Lianzhi.Core.Tests.Inspections;

/// <summary>Plans put together: figures, merges by target, tasks by month and unit.</summary>
public sealed class PlanRollupTests
{
    private static readonly DateOnly Today = new(2026, 10, 8);

    private static readonly Dictionary<string, InspectionRequirement> Requirements = new()
    {
        ["消防检查"] = new("", "消防检查", "xf", false, [], 1, 1, 1, 40, 1, "", 0, [], "示例", Validity.Always),
        ["疏散检查"] = new("", "疏散检查", "xf", false, [], 1, 1, 1, 40, 1, "", 0, [], "示例", Validity.Always),
        ["市容检查"] = new("", "市容检查", "cg", true, [], 1, 1, 1, 30, 1, "", 0, [], "示例", Validity.Always),
    };

    private static readonly RolledVisit[] Visits =
    [
        Visit("v1", "t1", new(2026, 3, 5), ["消防检查", "市容检查", "已废止的检查"], done: new(2026, 3, 5)),
        Visit("v2", "t1", new(2026, 10, 5), ["市容检查"]),
        Visit("v3", "t2", new(2026, 10, 20), ["消防检查", "疏散检查"]),
        Visit("v4", "t2", new(2026, 10, 2), ["消防检查"], givenUp: true),
    ];

    [Fact]
    public void Figures_OfAPlan_CountWhatEachSubjectWouldDoAlone()
    {
        Assert.Equal(new RolledFigures(4, 5, 1, 1, 1, 1, 2, 2), PlanRollup.Figures(Visits, Today));
        Assert.Equal(25, PlanRollup.Figures(Visits, Today).MergedShare);
        Assert.Equal(new RolledFigures(0, 0, 0, 0, 0, 0, 0, 0), PlanRollup.Figures([], Today));
    }

    [Fact]
    public void Merges_ByTarget_NameTheDaysAndWhatIsSpared()
    {
        var merges = PlanRollup.Merges(Visits);
        Assert.Equal([("t1", 3, 2, 1), ("t2", 1, 1, 0)], merges.Select(target => (target.Target, target.Separate, target.Visits.Count, target.Saved)));
        Assert.Equal(["350603003:市容检查", "xf:消防检查"], merges[0].Visits[0].Parts.Select(part => $"{part.Subject}:{string.Join('、', part.Requirements)}"));
    }

    [Fact]
    public void Tasks_OfAMonth_AreOpenDoneOrLateByUnit()
    {
        Assert.Equal([("350603003", "v2", TaskState.Late), ("xf", "v4", TaskState.GivenUp), ("xf", "v3", TaskState.Open)], PlanRollup.Tasks(Visits, 2026, 10, null, Today).Select(task => (task.Subject, task.Visit.Id, task.State)));
        var done = Assert.Single(PlanRollup.Tasks(Visits, 2026, 3, "xf", Today));
        Assert.Equal((TaskState.Done, "消防检查", "350603003"), (done.State, Assert.Single(done.Requirements), Assert.Single(done.Together)));
        Assert.Empty(PlanRollup.Tasks(Visits, 2025, 3, "xf", Today));
        Assert.Equal(["消防检查", "疏散检查"], PlanRollup.Tasks(Visits, 2026, 10, "xf", Today)[^1].Requirements);
    }

    [Fact]
    public void Figures_OfVisitsThatWereCounted_AreThoseOfTheTasks()
    {
        CountedVisits[] counted = [new("350603003", ["消防检查", "市容检查", "已废止的检查"], TaskState.Done, 3), new("350603004", ["市容检查"], TaskState.Late, 2), new("350603003", ["消防检查", "疏散检查"], TaskState.Open, 5)];
        Assert.Equal(new TaskFigures(5, 6, 2, 0), PlanRollup.Counted(counted, null, Requirements));
        Assert.Equal(new TaskFigures(5, 3, 0, 0), PlanRollup.Counted(counted, "xf", Requirements));
        Assert.Equal(new TaskFigures(0, 3, 0, 0), PlanRollup.Counted(counted, "350603003", Requirements));
        Assert.Equal(13, PlanRollup.Counted(counted, null, Requirements).All);
    }

    [Fact]
    public void Loads_OfAllAreas_AddUpAgainstTheWholeTimeOfASubject()
    {
        var both = Assert.Single(PlanRollup.Together([[new SubjectLoad("消防", [60, 120], [600, 600])], [new SubjectLoad("消防", [30, 600], [540, 480]) { Taken = [60, 120] }]]));
        Assert.Equal([90, 720], both.Minutes);
        Assert.Equal([600, 600], both.Capacity);
        Assert.Equal(1, both.Beyond);
    }

    [Fact]
    public void Tasks_OfAVisitThatOneSubjectLeft_AreDoneForTheOtherOnly()
    {
        var visit = Visit("v9", "t9", new(2026, 10, 6), ["消防检查", "市容检查"], new(2026, 10, 6)) with { Left = ["消防检查"] };
        (string, TaskState)[] Of(RolledVisit one, DateOnly today) => [.. PlanRollup.Tasks([one], 2026, 10, null, today).Select(task => (task.Requirements[0], task.State))];
        Assert.Equal([("市容检查", TaskState.Done), ("消防检查", TaskState.Open)], Of(visit, new(2026, 10, 6)));
        Assert.Equal([("市容检查", TaskState.Done), ("消防检查", TaskState.Late)], Of(visit, new(2026, 10, 7)));
        Assert.Equal([("市容检查", TaskState.Done), ("消防检查", TaskState.GivenUp)], Of(visit with { LeftGivenUp = true }, new(2026, 10, 7)));
        CountedVisits[] counted = [new("350603003", ["消防检查", "市容检查"], TaskState.Done, 2) { Left = ["消防检查"], LeftState = TaskState.Late }];
        Assert.Equal(new TaskFigures(0, 2, 2, 0), PlanRollup.Counted(counted, null, Requirements));
        Assert.Equal(new TaskFigures(0, 0, 2, 0), PlanRollup.Counted(counted, "xf", Requirements));
    }

    private static RolledVisit Visit(string id, string target, DateOnly day, string[] requirements, DateOnly? done = null, bool givenUp = false) =>
        new(id, target, "店" + target, "350603003", "e" + target, day, PlanRollup.Parts("350603003", requirements, Requirements), done, givenUp);
}
