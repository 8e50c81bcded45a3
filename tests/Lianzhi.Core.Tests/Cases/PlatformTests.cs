using Lianzhi.Core.Cases;
using Lianzhi.Core.Settings;
using static Lianzhi.Core.Tests.Cases.CaseScenario;
using static Lianzhi.Core.Tests.Cases.ExecutionScenario;

namespace Lianzhi.Core.Tests.Cases;

public sealed class PlatformTests
{
    [Fact]
    public void EnterPapers_OneByOne_LeavesTheRestMissing()
    {
        var filed = Investigated();
        Assert.Equal((Day("2026-03-03"), "闽执法案号"), ProvincialPlatform.OldestMissing(filed.State, SettingsBook.Defaults));
        var numbered = filed.Do(new RegisterPlatformNumber("MZF-2026-0001"));
        Assert.Equal((Day("2026-03-03"), "立案审批表"), ProvincialPlatform.OldestMissing(numbered.State, SettingsBook.Defaults));
        var entered = numbered.Do(new EnterPapers([new("filing-approval", 0, PlatformWay.Issued, "闽执立1号"), new("inspection-record", 0, PlatformWay.Entered, null)]));
        Assert.DoesNotContain(ProvincialPlatform.Missing(entered.State), paper => paper.Kind.Name is "filing-approval" or "inspection-record");
        Assert.Equal(["平台制发", "已补录", "待补录"], ProvincialPlatform.Papers(entered.State, day => day.AddDays(5)).Take(3).Select(paper => paper.Title));
    }

    [Fact]
    public void LateEntry_FiveWorkingDaysAfterThePaper_IsOverdue()
    {
        var filed = Filed();
        var clock = filed.Context().Facts.Clocks(filed.State, Day("2026-03-11")).Single(one => one.Kind.Id == "lateEntry");
        Assert.Equal((Day("2026-03-10"), -1, "逾期1日"), (clock.Due, clock.DaysLeft!.Value, clock.StateText));
    }

    [Fact]
    public void Registering_NeverMakesAnEarlierActTooLate()
    {
        var filed = Filed().On("2026-03-05 09:00").Do(new RegisterPlatformNumber("MZF-2026-0001"));
        Assert.Single(filed.Do(Commands.Inspect()).State.Inspections);
    }

    [Fact]
    public void Archive_TakesTheNextNumberOfTheUnit() => Assert.Equal("2026-城-0001", Archived().State.Execution.Archive!.Number);

    [Fact]
    public void AssignOfficers_ByTheHead_ChangesWhoHandlesIt()
    {
        var assigned = Filed().As("head").Do(new AssignOfficers(["o1", "o5"], "郑启明休假。"));
        Assert.Equal(["o1", "o5"], assigned.State.Officers.Select(officer => officer.Id));
        Assert.Contains("o2", assigned.State.Investigators);
        Assert.Contains(assigned.Refused(new AssignOfficers(["o5", "o1"], "再派。")), refusal => refusal.Code == "already-assigned");
    }

    [Fact]
    public void Clock_FourFifthsGone_IsNear()
    {
        var served = Served();
        var payment = served.Context().Facts.Clocks(served.State, Day("2026-04-05")).Single(one => one.Kind.Id == "payment");
        Assert.Equal(Day("2026-04-06"), payment.WarnOn);
        Assert.False(payment.IsNear(Day("2026-04-05")));
        Assert.True(payment.IsNear(Day("2026-04-06")));
        Assert.Equal(15, payment.Counted.Count);
    }

    [Fact]
    public void PartyPeriods_Passed_AreNeverCalledOverdue()
    {
        var demanded = Demanded();
        foreach (var clock in demanded.Context().Facts.Clocks(demanded.State, Day("2027-03-01")).Where(one => one.Kind.Owner == Core.Cases.Clocks.ClockOwner.Party))
            Assert.DoesNotContain("逾期", clock.StateText, StringComparison.Ordinal);
    }
}
