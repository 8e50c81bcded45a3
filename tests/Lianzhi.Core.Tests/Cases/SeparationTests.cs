using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Measures;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Cases;

public sealed class SeparationTests
{
    [Fact]
    public void Matrix_OfDuties_IsPinned()
    {
        var duties = Enum.GetValues<CaseDuty>();
        Snapshot.Match("separation.txt", string.Concat(duties.Select(row =>
            $"{Separation.Title(row)}：{string.Join('、', duties.Where(column => Separation.Find(row, column) is not null).Select(Separation.Title))}\n")));
        Assert.All(duties, row => Assert.All(duties, column => Assert.Equal(Separation.Find(row, column), Separation.Find(column, row))));
    }

    [Fact]
    public void DutiesOf_EverybodyInACase_AreFoundFromItsEvents()
    {
        var state = DecidedAfterHearing().State;
        Assert.Equal([CaseDuty.Investigate], Separation.DutiesOf(state, "o1"));
        Assert.Equal([CaseDuty.Host], Separation.DutiesOf(state, "host"));
        Assert.Equal([CaseDuty.Record], Separation.DutiesOf(state, "recorder"));
        Assert.Equal([CaseDuty.Review], Separation.DutiesOf(state, "reviewer"));
        Assert.Equal([CaseDuty.Approve], Separation.DutiesOf(state, "head"));
    }

    [Theory]
    [InlineData("o1", CaseDuty.Approve, "investigator-approves")]
    [InlineData("o2", CaseDuty.Review, "duty-conflict")]
    [InlineData("host", CaseDuty.Review, "duty-conflict")]
    [InlineData("host", CaseDuty.Approve, "duty-conflict")]
    [InlineData("reviewer", CaseDuty.Approve, "duty-conflict")]
    [InlineData("head", CaseDuty.Host, "duty-conflict")]
    [InlineData("recorder", CaseDuty.Investigate, "duty-conflict")]
    [InlineData("recorder", CaseDuty.Approve, null)]
    [InlineData("head", CaseDuty.Approve, null)]
    public void Check_SecondDutyInACase_IsRefusedWhereTheTableSays(string person, CaseDuty duty, string? code) =>
        Assert.Equal(code, Separation.Check(DecidedAfterHearing().State, person, duty)?.Code);

    private static readonly string[] Others = ["o5", "o6"];

    private static CaseScenario TakenByOthers(CaseStep step) => step switch
    {
        CaseStep.OrderCorrection => Filed().On("2026-03-04 18:00").Do(Commands.Order() with { Officers = Others }),
        CaseStep.CheckCorrection => Investigated().On("2026-03-10 18:00").Do(Commands.Check() with { Officers = Others }),
        CaseStep.ServePriorNotice => Concluded().On("2026-03-16 18:00").Do(Commands.Notify() with { Officers = Others }),
        _ => Noticed().On("2026-03-18 18:00").Do(new RecordDefence(At("2026-03-17 09:00"), true, "请求从轻", 0))
            .Do(new ReviewDefence(At("2026-03-18 09:00"), "已核实", false, "已在幅度内从轻", Others)),
    };

    [Theory]
    [InlineData(CaseStep.OrderCorrection)]
    [InlineData(CaseStep.CheckCorrection)]
    [InlineData(CaseStep.ServePriorNotice)]
    [InlineData(CaseStep.ReviewDefence)]
    public void DutiesOf_WhoOrdersChecksTellsOrAnswers_HasInvestigated(CaseStep step)
    {
        var state = TakenByOthers(step).State;
        Assert.All(Others, person => Assert.Equal([CaseDuty.Investigate], Separation.DutiesOf(state, person)));
    }

    [Fact]
    public void Host_WhoServedTheNoticeHimself_IsRefused()
    {
        var scenario = Concluded(Large).On("2026-03-16 18:00").Do(Commands.Notify(Large) with { Officers = Others })
            .On("2026-03-18 18:00").Do(new RequestHearing(At("2026-03-18 10:00"), "吴思源")).On("2026-03-19 18:00");
        Assert.Contains(scenario.Refused(Commands.NotifyHearing() with { HostId = "o6" }), refusal => refusal is { Code: "duty-conflict", Field: "hostId" });
    }

    [Fact]
    public void DutiesOf_WhoSignedACoerciveMeasure_HasApproved()
    {
        var scenario = Filed().MaySeal().On("2026-03-05 09:30").Do(Measure.Request(MeasureKind.Seizure)).As("deputy").Do(new ApproveMeasure(0, "同意扣押。"));
        Assert.Equal([CaseDuty.Approve], Separation.DutiesOf(scenario.State, "deputy"));
        Assert.Equal("duty-conflict", Separation.Check(scenario.State, "deputy", CaseDuty.Host)?.Code);
    }

    [Fact]
    public void DutiesOf_WhoDiscussedAsAHead_HasApproved() =>
        Assert.Equal([CaseDuty.Approve], Separation.DutiesOf(Discussed().State, "deputy-without"));
}
