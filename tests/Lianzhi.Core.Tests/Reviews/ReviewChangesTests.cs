using Lianzhi.Core.Cases;
using Lianzhi.Core.Reviews;
using Lianzhi.Core.Tests.Cases;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Reviews;

/// <summary>What changed since a reviewer returned a case: all of it and nothing else.</summary>
public sealed class ReviewChangesTests
{
    private static CaseScenario Returned() => InReview().As("reviewer").On("2026-04-02 10:00").Do(new ConcludeReview(ReviewOpinion.Amend, [new(ReviewAspect.Law, "条款有误")], "")).As("o1");

    [Fact]
    public void Between_TheSameCase_IsNothing() => Assert.Empty(ReviewChanges.Between(Returned().State, Returned().State));

    [Fact]
    public void Between_AReportWrittenAnew_TellsEachPartThatReadsOtherwise()
    {
        var before = Returned().State;
        var now = Returned().As("head").On("2026-04-03 09:00").Do(new ReopenInvestigation("补充调查")).As("o1")
            .On("2026-04-07 18:00").Do(Commands.Conclude(90_000_00) with { At = At("2026-04-07 10:00"), Facts = "渣土约30立方米没有遮盖。" }).State;
        var changes = ReviewChanges.Between(before, now);
        Assert.Equal(("渣土约30立方米没有遮盖。", before.Conclusion!.Facts), (changes.Single(change => change.What == "查明的事实").Is, changes.Single(change => change.What == "查明的事实").Was));
        var proposal = changes.Single(change => change.What == "拟处理意见");
        Assert.NotEqual(proposal.Was, proposal.Is);
        Assert.Null(changes.Single(change => change.What == "告知的事实").Is);
        Assert.DoesNotContain(changes, change => change.What is "违反的规定" or "处罚依据" or "办案人员");
        Assert.Equal(("1份", "2份"), (changes.Single(change => change.What == "调查终结报告").Was, changes.Single(change => change.What == "调查终结报告").Is));
    }
}
