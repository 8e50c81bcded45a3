using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Cases;

public sealed class HearingStepsTests
{
    private static MakeDecision Decision => Commands.Decide(Large) with { HearingAnswer = "采纳听证意见" };

    [Fact]
    public void Hearing_RequestedToReported_LeavesRecordAndReport()
    {
        var hearing = HearingReported().State.Hearing;
        Assert.Equal(("host", "recorder", HearingOpinion.Uphold), (hearing.Held!.Host.Id, hearing.Held.Recorder.Id, hearing.Report!.Opinion));
        Assert.Equal("58-2", InReview().State.Review!.Submission.Grounds[0]);
    }

    [Fact]
    public void ServeHearingNotice_SevenWorkingDaysBefore_IsTheLatestDay()
    {
        // 2026-03-30 is a Monday: the seventh working day before it is Thursday 2026-03-19.
        Assert.NotNull(HearingNotified().State.Hearing.Notice);
        var late = HearingRequested().On("2026-03-20 18:00").Refused(Commands.NotifyHearing() with { At = At("2026-03-20 10:00") });
        Assert.Equal("hearing-notice-short", Assert.Single(late).Code);
        Assert.Contains("2026年3月31日", late[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ServeHearingNotice_ByAnnouncement_CountsFromTheDayItIsServed()
    {
        var requested = HearingRequested().On("2026-03-19 18:00").Do(new RecordFailedService(At("2026-03-19 09:00"), ServedPaper.Decision, ServiceMethod.Direct, "湘桥路演示号", "人去楼空", CaseScenario.Officers));
        var notice = Commands.NotifyHearing() with { Service = ExecutionScenario.Announcement with { Carrier = "区政府网站" } };
        Assert.Equal("hearing-notice-short", Assert.Single(requested.Refused(notice)).Code);
        requested.Do(notice with { HearingAt = At("2026-05-08 09:00") });
    }

    [Fact]
    public void AdjournHearing_NeedsANewNotice_BeforeItIsHeld()
    {
        var adjourned = HearingNotified().As("host").On("2026-03-27 18:00").Do(new AdjournHearing(At("2026-03-27 10:00"), "当事人因病住院"));
        Assert.Equal("hearing-not-notified", adjourned.On("2026-03-30 18:00").Refused(Commands.HoldHearing())[0].Code);
        adjourned.As("o1").Do(Commands.NotifyHearing() with { At = At("2026-03-30 10:00"), HearingAt = At("2026-04-09 09:00") });
        Assert.Equal(2, adjourned.State.Hearing.Notices.Count);
    }

    [Fact]
    public void Postponement_GrantedByTheHost_NeedsSevenDaysAgainAndKeepsTheEarlierDay()
    {
        var asked = OccasionalScenario.PostponementAsked();
        // What the party asked for is not the recorder's to grant, nor asked twice.
        Assert.Equal("not-of-hearing", Assert.Single(asked.As("recorder").Refused(new AdjournHearing(At("2026-03-26 17:00"), "住院"))).Code);
        Assert.Equal("postponement-open", Assert.Single(asked.As("o1").Refused(new RequestPostponement(At("2026-03-26 17:00"), "吴思源", "住院"))).Code);
        Assert.Equal(CaseStep.AdjournHearing, asked.As("host").NextSteps()[0].Line.Step);
        var granted = asked.Do(new AdjournHearing(At("2026-03-26 17:00"), "当事人因病住院"));
        Assert.Equal((true, "host"), (granted.State.Hearing.Adjournments[0].AtRequest, granted.State.Hearing.Adjournments[0].DecidedBy!.Id));
        granted.As("o1").On("2026-03-30 18:00");
        Assert.Equal("hearing-notice-short", Assert.Single(granted.Refused(Commands.NotifyHearing() with { At = At("2026-03-30 10:00"), HearingAt = At("2026-04-07 09:00") })).Code);

        var again = OccasionalScenario.Postponed().State;
        Assert.Contains("原定于2026年3月30日", CaseDocuments.Content(again, DocumentCode.HearingNotice, 1)!.Text(), StringComparison.Ordinal);
        Assert.Contains("原定于2026年3月30日", CaseDocuments.Content(again, DocumentCode.HearingAnnouncement, 1)!.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("原定于", CaseDocuments.Content(again, DocumentCode.HearingNotice)!.Text(), StringComparison.Ordinal);
        Assert.Contains("吴思源申请延期：因病住院", CaseDocuments.Content(again, DocumentCode.HearingPostponement)!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Postponement_Undecided_IsNoGroundToCallThePartyAbsent()
    {
        var absent = new ForgoHearing(At("2026-03-30 09:30"), HearingForgoneGround.Absent, "经通知未到");
        Assert.Equal("postponement-undecided", Assert.Single(OccasionalScenario.PostponementAsked().As("host").On("2026-03-30 18:00").Refused(absent)).Code);
        var refused = OccasionalScenario.PostponementRefused();
        Assert.Contains("不准延期", CaseDocuments.Content(refused.State, DocumentCode.HearingPostponement)!.Text(), StringComparison.Ordinal);
        Assert.Equal("postponement-not-requested", Assert.Single(refused.Refused(new RefusePostponement(At("2026-03-26 17:30"), "理由不足"))).Code);
        Assert.NotNull(refused.On("2026-03-30 18:00").Do(absent).State.Hearing.Forgone);
    }

    [Fact]
    public void RequestPostponement_AfterTheHour_IsTooLate() =>
        Assert.Equal("hearing-time-passed", Assert.Single(HearingNotified().On("2026-03-30 18:00").Refused(new RequestPostponement(At("2026-03-30 09:30"), "吴思源", "堵车"))).Code);

    [Fact]
    public void HearingAnnouncement_OfAClosedHearing_IsNotMade()
    {
        Assert.Contains(CaseDocuments.Of(HearingNotified().State), paper => paper.Kind.Code == DocumentCode.HearingAnnouncement && paper.Made);
        var closed = HearingRequested().On("2026-03-19 18:00").Do(Commands.NotifyHearing() with { ClosedGround = ClosedHearingGround.CommercialSecret });
        Assert.DoesNotContain(CaseDocuments.Of(closed.State), paper => paper.Kind.Code == DocumentCode.HearingAnnouncement);
    }

    [Fact]
    public void ForgoHearing_PartyAbsent_FreesTheDecision()
    {
        var absent = HearingNotified().As("recorder").On("2026-03-30 18:00").Do(new ForgoHearing(At("2026-03-30 09:30"), HearingForgoneGround.Absent, "经通知未到，电话联系无正当理由"));
        Assert.Null(Gates.HearingConcluded(absent.State));
        Assert.Equal(["58-4"], absent.As("o1").On("2026-03-31 09:00").Do(new SubmitReview("案卷1册")).State.Review!.Submission.Grounds);
    }

    [Fact]
    public void ForgoHearing_WithdrawnWithoutTheWriting_IsRefused()
    {
        // Before a host is named anybody of the case may register it, so it must be the party's own words.
        var asked = HearingRequested().On("2026-03-19 18:00");
        var withdrawn = new ForgoHearing(At("2026-03-19 10:00"), HearingForgoneGround.Withdrawn, "当事人来电撤回");
        Assert.Equal(["withdrawal-not-written", "invalid-input", "invalid-input"], asked.Refused(withdrawn).Select(refusal => refusal.Code));
        var forgone = asked.Do(withdrawn with { Facts = "当事人递交撤回申请", Written = true, SignedBy = "吴思源（法定代表人）", Material = "卷内第31页" }).State.Hearing.Forgone!;
        Assert.Equal(("吴思源（法定代表人）", "卷内第31页"), (forgone.SignedBy, forgone.Material));
    }

    [Fact]
    public void ReplaceHearingHost_OnRecusal_TakesAnother()
    {
        var replaced = HearingNotified().Do(new RequestRecusal(At("2026-03-19 15:00"), "host", "当事人", "与办案人员是亲属"))
            .As("head").Do(new ReplaceHearingHost("o6", "申请理由成立"));
        Assert.Equal("o6", replaced.State.Hearing.Host!.Id);
        Assert.Empty(replaced.State.Course.OpenRecusals);
    }

    [Fact]
    public void MakeDecision_AfterHearing_IsMadeOnTheRecord() =>
        Assert.Equal("采纳听证意见，维持拟处罚意见", DecidedAfterHearing().State.Decision!.HearingAnswer);

    [Fact]
    public void Hearing_Refusals_ArePinned() => GateSnapshot.Match("hearing.txt",
    [
        ("再次申请", HearingRequested().Refused(new RequestHearing(At("2026-03-18 11:00"), "吴思源"))),
        ("代理人没有委托书", Noticed(Large).On("2026-03-18 18:00").Refused(new RequestHearing(At("2026-03-18 10:00"), "郑律师", true))),
        ("没有申请就通知", Noticed(Large).On("2026-03-19 18:00").Refused(Commands.NotifyHearing())),
        ("已经通知", HearingNotified().Refused(Commands.NotifyHearing())),
        ("调查人员主持", HearingRequested().On("2026-03-19 18:00").Refused(Commands.NotifyHearing() with { HostId = "o1" })),
        ("调查人员记录", HearingRequested().On("2026-03-19 18:00").Refused(Commands.NotifyHearing() with { RecorderId = "o2" })),
        ("主持人兼记录人", HearingRequested().On("2026-03-19 18:00").Refused(Commands.NotifyHearing() with { RecorderId = "host" })),
        ("负责人主持", HearingRequested().On("2026-03-19 18:00").Refused(Commands.NotifyHearing() with { HostId = "head" })),
        ("不是主持人和记录人登记", HearingNotified().On("2026-03-30 18:00").Refused(Commands.HoldHearing())),
        ("没有按通知的日期", HearingNotified().As("host").On("2026-03-31 18:00").Refused(Commands.HoldHearing() with { At = At("2026-03-31 09:00"), Until = At("2026-03-31 10:00") })),
        ("代理人三名", HearingNotified().As("host").On("2026-03-30 18:00").Refused(Commands.HoldHearing() with { Agents = [new("甲", "委托书"), new("乙", "委托书"), new("丙", "委托书")] })),
        ("代理人没有委托书出席", HearingNotified().As("host").On("2026-03-30 18:00").Refused(Commands.HoldHearing() with { Agents = [new("甲", "")] })),
        ("无人出席", HearingNotified().As("host").On("2026-03-30 18:00").Refused(Commands.HoldHearing() with { Present = null, Agents = [] })),
        ("回避没有决定", HearingNotified().Do(new RequestRecusal(At("2026-03-19 15:00"), "host", "当事人", "有利害关系")).As("host").On("2026-03-30 18:00").Refused(Commands.HoldHearing())),
        ("听证前视为放弃", HearingNotified().As("host").On("2026-03-27 18:00").Refused(new ForgoHearing(At("2026-03-27 09:30"), HearingForgoneGround.Absent, "未到"))),
        ("听证没有举行就报告", HearingNotified().As("host").Refused(Commands.ReportHearing())),
        ("记录人报告", Heard().As("recorder").On("2026-03-31 18:00").Refused(Commands.ReportHearing())),
        ("听证中重新告知", HearingNotified().Refused(Commands.Notify(Large) with { At = At("2026-03-19 17:00") })),
        ("听证中补充调查", HearingNotified().As("head").Refused(new ReopenInvestigation("核实数量"))),
        ("听证没有报告就决定", Heard().As("head").On("2026-04-01 09:00").Refused(Decision)),
        ("没有写明听证采纳情况", Discussed().On("2026-04-07 09:00").Refused(Commands.Decide(Large))),
        ("主持人回避后再主持", HearingNotified().As("head").Do(new ReplaceHearingHost("o6", "回避")).Refused(new ReplaceHearingHost("host", "改回"))),
    ]);
}
