using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Reviews;
using Lianzhi.Core.Settings;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Cases;

public sealed class ReviewStepsTests
{
    private static readonly ReviewFinding Weak = new(ReviewAspect.Evidence, "缺少渣土数量的测量记录，请补充。");

    private static MakeDecision Decision => Commands.Decide(Large) with { HearingAnswer = "采纳听证意见" };

    [Fact]
    public void SubmitReview_ChoosesOwnReviewerFirst_AndTheClockIsASetting()
    {
        var review = InReview().State.Review!;
        Assert.Equal(("reviewer", Day("2026-04-08")), (review.Reviewer.Id, review.Submission.DueOn));
        Assert.Equal((Day("2026-04-08"), "法制审核"), CaseProjection.Due(InReview().State));
        Assert.Equal(Day("2026-04-08"), InReview().Context().Facts.Clocks(InReview().State, Day("2026-04-02")).Single(clock => clock.Kind.Id == "legalReview").Due);
    }

    [Fact]
    public void SubmitReview_OwnReviewerHostedTheHearing_GoesToTheJusticeBureau()
    {
        var hosted = HearingRequested().On("2026-03-19 18:00").Do(Commands.NotifyHearing() with { HostId = "reviewer" })
            .As("recorder").On("2026-03-30 18:00").Do(Commands.HoldHearing()).As("reviewer").On("2026-03-31 18:00").Do(Commands.ReportHearing()).As("o1").On("2026-04-01 10:00");
        Assert.Equal("justice", hosted.Do(new SubmitReview("案卷1册")).State.Review!.Reviewer.Id);
    }

    [Fact]
    public void ConcludeReview_Amend_ComesBackWithAnAnswer()
    {
        var amended = InReview().As("reviewer").On("2026-04-02 10:00").Do(new ConcludeReview(ReviewOpinion.Amend, [Weak], "")).As("o1");
        Assert.Equal("legal-review-not-passed", amended.As("head").Refused(Decision)[0].Code);
        var again = amended.As("o1").Do(new SubmitReview("案卷1册", "已补充测量记录")).As("reviewer").Do(new ConcludeReview(ReviewOpinion.Agree, [], ""));
        Assert.Equal(2, again.State.Reviews.Count);
        Assert.Null(Gates.Reviewed(again.State, again.State.Notice!.Assessment));
    }

    [Fact]
    public void ConcludeReview_Supplement_LeadsBackToInvestigationAndANewNotice()
    {
        var reopened = InReview().As("reviewer").On("2026-04-02 10:00").Do(new ConcludeReview(ReviewOpinion.Supplement, [Weak], ""))
            .As("head").Do(new ReopenInvestigation("补充测量渣土数量"));
        Assert.Equal((CaseStage.Investigating, null, null, 1), (reopened.State.Stage, reopened.State.Notice, reopened.State.Review, reopened.State.Reviews.Count));
        reopened.As("o1").On("2026-04-08 18:00").Do(Commands.Conclude(Large) with { At = At("2026-04-08 10:00") })
            .Do(Commands.Notify(Large) with { At = At("2026-04-08 16:00") });
        Assert.Equal(2, reopened.State.Course.Notices.Count);
        Assert.Equal("legal-review-missing", reopened.As("head").On("2026-04-20 09:00").Refused(Commands.Decide(Large))[0].Code);
    }

    [Fact]
    public void ServePriorNotice_AfterAReviewThatDisagreed_UndoesNeitherHearingNorReview()
    {
        var told = InReview().As("reviewer").On("2026-04-02 10:00").Do(new ConcludeReview(ReviewOpinion.Disagree, [Weak], "")).As("o1").On("2026-04-03 18:00")
            .Do(Commands.Notify(10_000_00) with { At = At("2026-04-03 10:00"), NewFacts = "按审核意见调整拟处罚。" });
        Assert.True(Gates.WasHeard(told.State));
        Assert.Contains("58-2", told.State.Notice!.Assessment.LegalReviewGrounds);
        var refused = told.As("head").On("2026-04-16 09:00").Refused(Commands.Decide(10_000_00)).Select(refusal => refusal.Code).ToList();
        Assert.Contains("legal-review-missing", refused);
        Assert.Contains("hearing-not-answered", refused);
        // Not even where nothing asks for a review but the one that disagreed.
        Assert.Equal("legal-review-missing", Gates.Reviewed(told.State, told.State.Notice.Assessment with { LegalReviewGrounds = [] })?.Code);
    }

    [Fact]
    public void ServePriorNotice_WhileADefenceWaits_IsRefusedAndItsAnswerStaysInTheDecision()
    {
        var defended = Noticed().On("2026-03-18 18:00").Do(new RecordDefence(At("2026-03-17 09:00"), true, "面积有误", 1));
        var again = Commands.Notify() with { At = At("2026-03-18 16:00"), NewFacts = "更正面积" };
        Assert.Equal("defence-not-reviewed", Assert.Single(defended.Refused(again)).Code);
        Assert.Equal("told-anew-without-reason", Assert.Single(Noticed().On("2026-03-18 18:00").Refused(again with { NewFacts = null })).Code);
        var told = defended.Do(new ReviewDefence(At("2026-03-18 09:00"), "已重新测量", true, "面积确有出入", CaseScenario.Officers)).Do(again);
        var decided = told.As("head").On("2026-03-31 09:00").Do(Commands.Decide());
        Assert.Contains("当事人对2026年3月16日的告知提出陈述申辩。经复核，已重新测量。本机关予以采纳，理由：面积确有出入。",
            CaseDocuments.Content(decided.State, DocumentCode.PenaltyDecision)!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void ServePriorNotice_HeavierThanBefore_NeedsNewFacts()
    {
        var again = Noticed().On("2026-03-18 18:00");
        var heavier = Commands.Notify(30_000_00) with { At = At("2026-03-18 10:00") };
        Assert.Equal("heavier-without-new-facts", Assert.Single(again.Refused(heavier)).Code);
        Assert.Equal("又发现一处堆放点", again.Do(heavier with { NewFacts = "又发现一处堆放点" }).State.Notice!.NewFacts);
    }

    [Fact]
    public void InternalCheck_WhereTheSettingAsksForIt_ComesBeforeTheNotice()
    {
        var settings = new SettingsBook([new Setting("case.internal-check", null, "yes", Day("2026-01-01"), null, "本机关规定", true)]);
        var concluded = Concluded().Knowing(settings: settings).On("2026-03-16 18:00");
        Assert.Equal("internal-check-missing", Assert.Single(concluded.Refused(Commands.Notify())).Code);
        Assert.Equal("duty-conflict", Assert.Single(concluded.As("o1").Refused(new CheckInternally(true, "同意"))).Code);
        concluded.As("o6").Do(new CheckInternally(true, "同意提请告知")).As("o1").Do(Commands.Notify());
    }

    [Fact]
    public void DiscussCollectively_DissentIsKept_AndBindsTheDecision()
    {
        var discussed = Discussed();
        Assert.Contains(discussed.State.Course.Discussion!.Members, member => !member.Agrees);
        Assert.Equal("differs-from-discussion", Assert.Single(discussed.On("2026-04-07 09:00").Refused(Decision with { Penalties = [new(PenaltyKind.Fine, 90_000_00)] })).Code);
    }

    [Fact]
    public void Review_Refusals_ArePinned() => GateSnapshot.Match("review.txt",
    [
        ("听证没有举行就送审", HearingNotified().Refused(new SubmitReview("案卷"))),
        ("申辩期内送审", Noticed(Large).Refused(new SubmitReview("案卷"))),
        ("重复送审", InReview().Refused(new SubmitReview("案卷"))),
        ("已通过再送审", ReviewPassed().Refused(new SubmitReview("案卷"))),
        ("指定调查人员审核", HearingReported().On("2026-04-01 10:00").Refused(new SubmitReview("案卷", ReviewerId: "o6"))),
        ("没有说明修改情况", Amended().Refused(new SubmitReview("案卷"))),
        ("要求补充调查后再送审", Returned(ReviewOpinion.Supplement).Refused(new SubmitReview("案卷", "已说明"))),
        ("要求移送后再送审", Returned(ReviewOpinion.Transfer).Refused(new SubmitReview("案卷", "已说明"))),
        ("送审比告知的重", HearingReported().On("2026-04-01 10:00").Refused(new SubmitReview("案卷", Proposal: [new(PenaltyKind.Fine, Large + 1)]))),
        ("别人审核", InReview().As("justice").Refused(new ConcludeReview(ReviewOpinion.Agree, [], ""))),
        ("同意却有问题", InReview().As("reviewer").Refused(new ConcludeReview(ReviewOpinion.Agree, [Weak], ""))),
        ("不同意却没有问题", InReview().As("reviewer").Refused(new ConcludeReview(ReviewOpinion.Disagree, [], ""))),
        ("没有送审就审核", HearingReported().As("reviewer").Refused(new ConcludeReview(ReviewOpinion.Agree, [], ""))),
        ("审核没有完成就决定", InReview().As("head").On("2026-04-02 10:00").Refused(Decision)),
        ("不同意后决定", Returned(ReviewOpinion.Disagree).As("head").Refused(Decision)),
        ("审核前讨论", HearingReported().As("head").On("2026-04-03 18:00").Refused(Commands.Discuss())),
        ("没有讨论就决定", ReviewPassed().As("head").On("2026-04-07 09:00").Refused(Decision)),
        ("片长参加讨论", ReviewPassed().As("head").On("2026-04-03 18:00").Refused(Commands.Discuss() with { Members = [new("head", "同意", true), new("chief", "同意", true)] })),
        ("一人讨论", ReviewPassed().As("head").On("2026-04-03 18:00").Refused(Commands.Discuss() with { Members = [new("head", "同意", true)] })),
        ("正职没有参加", ReviewPassed().As("head").On("2026-04-03 18:00").Refused(Commands.Discuss() with { Members = [new("deputy", "同意", true), new("deputy-without", "同意", true)] })),
        ("没有过半数", ReviewPassed().As("head").On("2026-04-03 18:00").Refused(Commands.Discuss() with { Members = [new("head", "同意", true), new("deputy", "不同意", false)] })),
        ("没有记明意见", ReviewPassed().As("head").On("2026-04-03 18:00").Refused(Commands.Discuss() with { Members = [new("head", "同意", true), new("deputy", "", true)] })),
        ("变更为现在的审核人员", InReview().As("head").Refused(new ReassignReview("reviewer", "请假"))),
        ("没有登记资格的人员", InReview().As("head").Refused(new ReassignReview("o6", "请假"))),
    ]);

    [Fact]
    public void Statistics_CountRoundsByOpinionAndAspect()
    {
        CountedRound[] rounds =
        [
            new(ReviewOpinion.Agree, [], Day("2026-04-08"), Day("2026-04-08")), new(ReviewOpinion.Amend, [ReviewAspect.Law, ReviewAspect.Document], Day("2026-04-08"), Day("2026-04-09")),
            new(null, [], Day("2026-04-10"), null), new(null, [], Day("2026-04-13"), null),
        ];
        var found = ReviewStatistics.Of(rounds, Day("2026-04-11"));
        Assert.Equal((4, 2, 2), (found.Rounds, found.Waiting, found.Late));
        Assert.Equal((1, 0, 1), (found.Opinions[ReviewOpinion.Amend], found.Opinions[ReviewOpinion.Transfer], found.Aspects[ReviewAspect.Document]));
    }

    private static CaseScenario Returned(ReviewOpinion opinion) => InReview().As("reviewer").On("2026-04-02 10:00").Do(new ConcludeReview(opinion, [Weak], "")).As("o1");

    private static CaseScenario Amended() => Returned(ReviewOpinion.Amend);
}
