using Lianzhi.Core.Cases;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Cases;

public sealed class NoticeStepsTests
{
    [Fact]
    public void ServePriorNotice_SmallFine_RunsThreeWorkingDaysWithoutHearing()
    {
        var notice = Noticed().State.Notice!;
        Assert.Equal((3, Day("2026-03-19"), false), (notice.DefenceDays, notice.DefenceDueOn, notice.HearingRightTold));
        Assert.Null(notice.HearingDueOn);
    }

    [Fact]
    public void ServePriorNotice_LargeFine_TellsTheHearingRightByItself()
    {
        var notice = Noticed(100_000_00).State.Notice!;
        Assert.Equal((true, Day("2026-03-23")), (notice.HearingRightTold, notice.HearingDueOn));
    }

    [Fact]
    public void ServePriorNotice_Again_StartsOver()
    {
        var state = Noticed().On("2026-03-18 18:00").Do(new RecordDefence(At("2026-03-17 09:00"), true, "请求从轻", 1))
            .Do(new ReviewDefence(At("2026-03-18 09:00"), "已核实清运情况", true, "已清运属实", CaseScenario.Officers))
            .Do(Commands.Notify() with { At = At("2026-03-18 10:00"), NewFacts = "采纳申辩，更正违法面积。" }).State;
        Assert.Empty(state.Defences);
        Assert.Equal(Day("2026-03-23"), state.Notice!.DefenceDueOn);
    }

    [Fact]
    public void RecordDefence_AfterReview_OpensTheReviewAgain()
    {
        var scenario = Noticed().On("2026-03-18 18:00").Do(new RecordDefence(At("2026-03-17 09:00"), true, "请求从轻", 1))
            .Do(new ReviewDefence(At("2026-03-18 09:00"), "已核实清运情况", true, "已清运属实", CaseScenario.Officers));
        Assert.NotNull(scenario.State.DefenceReview);
        Assert.Null(scenario.Do(new RecordDefence(At("2026-03-18 10:00"), false, "补充意见", 0)).State.DefenceReview);
    }

    [Fact]
    public void Notice_Refusals_ArePinned() => GateSnapshot.Match("notice.txt",
    [
        ("低于法定最低数额", Concluded().On("2026-03-16 18:00").Refused(Commands.Notify(9_999_99))),
        ("高于法定最高数额", Concluded().On("2026-03-16 18:00").Refused(Commands.Notify(100_000_01))),
        ("依据没有的种类", Concluded().On("2026-03-16 18:00").Refused(Commands.Notify() with { Penalties = [new(PenaltyKind.RevokeLicence)] })),
        ("没有处罚", Concluded().On("2026-03-16 18:00").Refused(Commands.Notify() with { Penalties = [] })),
        ("送达人少于两名", Concluded().On("2026-03-16 18:00").Refused(Commands.Notify() with { Officers = ["o1"] })),
        ("口头放弃", Noticed().Refused(new RecordWaiver(At("2026-03-16 12:00"), false, false, "电话记录"))),
        ("没有陈述申辩就复核", Noticed().Refused(new ReviewDefence(At("2026-03-16 12:00"), "无", false, "无", CaseScenario.Officers))),
        ("没有听证权", Noticed().Refused(new RequestHearing(At("2026-03-16 12:00"), "吴思源"))),
        ("逾期申请听证", Noticed(100_000_00).On("2026-03-24 18:00").Refused(new RequestHearing(At("2026-03-24 09:00"), "吴思源"))),
        ("调查没有终结", Investigated().On("2026-03-16 18:00").Refused(Commands.Notify())),
    ]);
}
