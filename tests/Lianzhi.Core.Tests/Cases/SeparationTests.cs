using Lianzhi.Core.Cases;
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
}
