using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Clocks;
using static Lianzhi.Core.Tests.Cases.CaseScenario;
using static Lianzhi.Core.Tests.Cases.ExecutionScenario;

namespace Lianzhi.Core.Tests.Cases;

public sealed class RemedyStepsTests
{
    [Fact]
    public void ReviewAccepted_StartsTenWorkingDaysToAnswer()
    {
        var accepted = ReviewAccepted();
        Assert.Equal(Day("2026-05-04"), accepted.State.Execution.OpenReviews.Single().Accepted!.AnswerDueOn);
        Assert.Equal(CaseStep.AnswerReview, accepted.NextSteps()[0].Line.Step);
        Assert.Equal((Day("2026-05-04"), "行政复议答复"), CaseProjection.Due(accepted.On("2026-04-21 09:00").Do(new RecordPayment(At("2026-04-20 10:00"), 20_000_00, 0, "票1")).State));
    }

    [Fact]
    public void ReviewAnnuls_NothingIsOwedAndThePublicationComesDownInThreeWorkingDays()
    {
        var annulled = Annulled();
        Assert.Equal((0, Day("2026-06-12")), (annulled.State.OwedFen, annulled.State.Execution.Overturned!.WithdrawDueOn!.Value));
        Assert.Equal(CaseStep.WithdrawPublication, annulled.NextSteps()[0].Line.Step);
        var clock = annulled.Context().Facts.Clocks(annulled.State, Day("2026-06-10")).Single(one => one.Kind.Id == "withdrawal");
        Assert.Equal(Day("2026-06-12"), clock.Due);
        Assert.Contains(annulled.As("head").Refused(new CloseCase("决定被撤销。", null)), refusal => refusal.Code == "publication-not-withdrawn");
        var closed = annulled.Do(new WithdrawPublication("pub-1", "复议决定撤销处罚决定。")).Do(new CloseCase("决定被撤销，不再执行。", null));
        Assert.Equal(ClosingGround.Annulled, closed.State.Closing!.Ground);
    }

    [Fact]
    public void ReviewAnnuls_NeverPublished_StartsNoWithdrawal()
    {
        var annulled = Served().On("2026-04-20 09:00").Do(new RecordReviewApplication(At("2026-04-15 10:00"), "区政府", "撤销"))
            .On("2026-06-10 09:00").Do(new RecordReviewDecision(At("2026-06-09 10:00"), "决3号", RemedyResult.Annulled, [], "事实不清。"));
        Assert.DoesNotContain(annulled.Context().Facts.Clocks(annulled.State, Day("2026-06-20")), clock => clock.Kind.Id == "withdrawal");
        Assert.Equal("decision-overturned", annulled.As("head").Refused(new DecidePublication(true, "具有一定社会影响", 90))[0].Code);
        Assert.Equal(CaseStage.Closed, annulled.Do(new CloseCase("决定被撤销。", null)).State.Stage);
    }

    [Fact]
    public void ReviewOrdersANewDecision_TheCaseIsInvestigatedToldDecidedAndPublishedAnew()
    {
        var ordered = OccasionalScenario.RedecisionOrdered();
        Assert.Contains(ordered.Refused(new CloseCase("决定被撤销。", null)), refusal => refusal.Code == "redecision-owed");
        Assert.Equal((CaseStep.DecideAnew, Day("2026-08-08")), (ordered.NextSteps()[0].Line.Step, ordered.NextSteps()[0].LatestOn!.Value));

        var anew = ordered.Do(new DecideAnew("查明渣土数量和责任主体。", false)).As("o1").On("2026-06-22 18:00");
        Assert.Equal((CaseStage.Investigating, Day("2026-08-08")), (anew.State.Stage, anew.State.DecisionDueOn!.Value));
        // The same facts, reasons and fine again are what the article forbids; other findings are not.
        var same = anew.Do(Commands.Conclude() with { At = At("2026-06-22 10:00") }).On("2026-06-23 18:00").Do(Commands.Notify() with { At = At("2026-06-23 10:00") }).As("head").On("2026-07-06 09:00");
        Assert.Equal("same-decision-again", Assert.Single(same.Refused(Commands.Decide())).Code);

        var published = OccasionalScenario.Republished();
        Assert.Equal((CaseStage.Served, 10_000_00), (published.State.Stage, published.State.OwedFen));
        Assert.Null(published.State.Execution.Overturned);
        Assert.Null(published.State.WithdrawPublicationBy);
        Assert.Equal("pub-2", published.State.Published!.PublicationId);
        Assert.Contains(published.Context().Facts.Clocks(published.State, Day("2026-07-08")), clock => clock.Kind.Id == "payment");
    }

    [Fact]
    public void ReviewOrdersANewDecision_ItsTermIsAClock()
    {
        var ordered = OccasionalScenario.RedecisionOrdered();
        var clock = ordered.Context().Facts.Clocks(ordered.State, Day("2026-08-10")).Single(one => one.Kind.Id == "redecision");
        Assert.Equal((Day("2026-08-08"), ClockState.Overdue), (clock.Due, clock.State));
    }

    [Fact]
    public void Reopened_TermIsTheOneOrdered_NotNinetyDaysFromTheOldFiling()
    {
        var anew = OccasionalScenario.RedecisionOrdered().Do(new DecideAnew("查明渣土数量和责任主体。", false));
        var clocks = anew.Context().Facts.Clocks(anew.State, Day("2026-07-01"));
        Assert.DoesNotContain(clocks, clock => clock.Kind.Id == "decision");
        var term = clocks.Single(clock => clock.Kind.Id == "redecision");
        Assert.Equal((Day("2026-06-10"), Day("2026-08-08"), ClockState.Running), (term.Start, term.Due, term.State));
        Assert.Equal((Day("2026-08-08"), "重新作出决定"), CaseProjection.Due(anew.State));
        // No rule on the ninety days moves a day that a review or a court fixed.
        Assert.Equal("redecision-term", Assert.Single(anew.Refused(new ExtendDecisionTerm("housing-extend", 30, "复杂"))).Code);
        Assert.False(anew.NextSteps().Single(choice => choice.Line.Step == CaseStep.ExcludeTime).Allowed);
        anew.Do(new SuspendInvestigation("housing-party-missing", "不可抗力")).On("2026-06-20 09:00").Do(new ResumeInvestigation("已消除"));
        Assert.Equal(Day("2026-08-08"), anew.State.DecisionDueOn);
        var decided = OccasionalScenario.Redecided();
        Assert.Equal(ClockState.Met, decided.Context().Facts.Clocks(decided.State, Day("2026-09-01")).Single(clock => clock.Kind.Id == "redecision").State);
    }

    [Fact]
    public void FindsViolation_IsWhatStandsAndNotWhatWasFined()
    {
        var spared = Concluded(0).As("head").Do(new MakeDecision(DecisionKind.FirstCorrected, [], null, "已复查改正。", "", Education: "已当面教育")).State;
        Assert.True(CaseProjection.FindsViolation(spared));
        Assert.False(CaseProjection.FindsViolation(spared with { Decision = spared.Decision! with { Kind = DecisionKind.NotEstablished } }));
        Assert.True(CaseProjection.FindsViolation(OnSpot().State));
        Assert.True(CaseProjection.FindsViolation(Served().State));
        Assert.False(CaseProjection.FindsViolation(Noticed().State));
        // What a review annulled, or the organ revoked, is no earlier violation and no earlier fine.
        Assert.False(CaseProjection.FindsViolation(Annulled().State));
        Assert.False(CaseProjection.FindsViolation(OccasionalScenario.RevokedAfterPayment().State));
        Assert.Equal((20_000_00, 0), (CaseProjection.Row(Served().State).FineFen, CaseProjection.Row(Annulled().State).FineFen));
    }

    [Fact]
    public void RevokedByItself_ToDecideAnew_NamesNoTerm()
    {
        var anew = Served().As("head").On("2026-07-01 09:00").Do(new AmendDecision(AmendmentKind.Revoked, "复核发现事实不清", [], true));
        Assert.DoesNotContain(anew.Context().Facts.Clocks(anew.State, Day("2026-07-02")), clock => clock.Kind.Id is "decision" or "redecision");
        Assert.Null(anew.State.DecisionDueOn);
        Assert.DoesNotContain("决定", CaseProjection.Due(anew.State)?.Clock ?? "", StringComparison.Ordinal);
        anew.Do(new SuspendInvestigation("housing-party-missing", "不可抗力")).On("2026-07-10 09:00").Do(new ResumeInvestigation("已消除"));
        Assert.Null(anew.State.DecisionDueOn);
    }

    [Fact]
    public void ReviewOrdersANewDecision_ForItsProcedureAlone_TheSameMayBeDecided() =>
        OccasionalScenario.RedecisionOrdered().Do(new DecideAnew("重新告知并听取陈述申辩。", true)).As("o1").On("2026-06-22 18:00")
            .Do(Commands.Conclude() with { At = At("2026-06-22 10:00") }).On("2026-06-23 18:00").Do(Commands.Notify() with { At = At("2026-06-23 10:00") })
            .As("head").On("2026-07-06 09:00").Do(Commands.Decide());

    [Fact]
    public void ReviewChanges_LessIsOwedAndTheReviewOrganEnforces()
    {
        var changed = ReviewAccepted().On("2026-06-10 09:00").Do(new RecordReviewDecision(At("2026-06-09 10:00"), "决3号", RemedyResult.Changed, [new(PenaltyKind.Fine, 10_000_00)], "减轻。"));
        Assert.Equal(10_000_00, changed.State.OwedFen);
        Assert.Contains(changed.As("head").On("2026-10-13 09:00").Refused(Ask()), refusal => refusal.Code == "changed-on-review");
    }

    [Theory]
    [InlineData(ReviewProgress.Refused, "2026-05-07")]
    [InlineData(ReviewProgress.TermExpired, "2026-07-09")]
    public void ReviewWithoutAnswer_StartsFifteenDaysToSue(ReviewProgress progress, string due)
    {
        var on = progress == ReviewProgress.Refused ? "2026-04-22" : "2026-06-24";
        var ended = ReviewAccepted().On(on + " 09:00").Do(new RecordReviewProgress(At(on + " 08:00"), progress, "不受1号"));
        Assert.Equal(Day(due), ended.Context().Facts.Clocks(ended.State, Day(on).AddDays(1)).Single(clock => clock.Kind.Id == "suitAfterReview").Due);
    }

    [Fact]
    public void ReviewWithdrawn_LeavesTheSixMonths()
    {
        var withdrawn = ReviewAccepted().On("2026-04-22 09:00").Do(new RecordReviewProgress(At("2026-04-22 08:00"), ReviewProgress.Withdrawn, ""));
        Assert.Contains(withdrawn.Context().Facts.Clocks(withdrawn.State, Day("2026-04-23")), clock => clock.Kind.Id == "suit");
    }

    [Fact]
    public void Suit_FiledAndAnswered_EndsWithItsJudgment()
    {
        var sued = Sued();
        Assert.Equal(Day("2026-05-04"), sued.State.Execution.OpenSuits.Single().Filed.AnswerDueOn);
        var ended = sued.Do(new AnswerSuit(At("2026-04-20 08:00"), "答辩状及证据12份。"))
            .On("2026-06-01 09:00").Do(new RecordCourtHearing(At("2026-05-20 10:00"), true, "周海波（办事处主任）、林晓岚", null))
            .On("2026-08-01 09:00").Do(new RecordJudgment(At("2026-07-31 10:00"), "判1号", RemedyResult.Upheld, [], "驳回。"));
        Assert.True(ended.State.Execution.Suits[0] is { Answer: not null, Hearing.HeadAppeared: true, IsPending: false });
    }

    [Fact]
    public void Remedies_AfterClosing_CanStillOverturn()
    {
        var asked = Archived().On("2026-04-20 09:00").Do(new RecordReviewApplication(At("2026-04-15 10:00"), "区政府", "撤销"));
        var annulled = asked.On("2026-06-10 09:00").Do(new RecordReviewDecision(At("2026-06-09 10:00"), "决3号", RemedyResult.Annulled, [], "事实不清。"));
        Assert.Equal(CaseStage.Archived, annulled.State.Stage);
        Assert.Equal(CaseStep.WithdrawPublication, annulled.NextSteps()[0].Line.Step);
    }

    [Fact]
    public void Remedy_Refusals_ArePinned() => GateSnapshot.Match("remedies.txt",
    [
        ("送达前复议", Served().On("2026-04-20 09:00").Refused(new RecordReviewApplication(At("2026-03-24 10:00"), "区政府", "撤销"))),
        ("复议中再申请", ReviewAsked().Refused(new RecordReviewApplication(At("2026-04-16 10:00"), "区政府", "撤销"))),
        ("复议中起诉", ReviewAsked().Refused(new RecordSuit(At("2026-04-16 10:00"), "法院", "1号", "撤销", Day("2026-04-17")))),
        ("没有复议就登记受理", Served().On("2026-04-20 09:00").Refused(new RecordReviewProgress(At("2026-04-16 10:00"), ReviewProgress.Accepted, "受1号"))),
        ("受理两次", ReviewAccepted().Refused(new RecordReviewProgress(At("2026-04-20 08:40"), ReviewProgress.Accepted, "受2号"))),
        ("期限未满就登记期满", ReviewAccepted().On("2026-06-19 09:00").Refused(new RecordReviewProgress(At("2026-06-19 08:00"), ReviewProgress.TermExpired, ""))),
        ("变更没有内容", ReviewAccepted().Refused(new RecordReviewDecision(At("2026-04-20 08:40"), "决1号", RemedyResult.Changed, [], ""))),
        ("变更更重", ReviewAccepted().Refused(new RecordReviewDecision(At("2026-04-20 08:40"), "决1号", RemedyResult.Changed, [new(PenaltyKind.Fine, 30_000_00)], ""))),
        ("当场处罚直接起诉", CaseScenario.OnSpot().On("2026-03-10 09:00").Refused(new RecordSuit(At("2026-03-05 10:00"), "法院", "1号", "撤销", Day("2026-03-06")))),
        ("负责人不出庭没有理由", Sued().Refused(new RecordCourtHearing(At("2026-04-20 08:00"), false, "林晓岚", null))),
        ("没有诉讼就答辩", Served().On("2026-04-20 09:00").Refused(new AnswerSuit(At("2026-04-20 08:00"), "答辩"))),
        ("维持却责令重新作出", ReviewAccepted().On("2026-06-10 09:00").Refused(new RecordReviewDecision(At("2026-06-09 10:00"), "决3号", RemedyResult.Upheld, [], "", null, true))),
        ("没有责令却填期限", ReviewAccepted().On("2026-06-10 09:00").Refused(new RecordReviewDecision(At("2026-06-09 10:00"), "决3号", RemedyResult.Annulled, [], "事实不清。", null, false, Day("2026-08-08")))),
        ("没有责令重新作出", Annulled().As("head").Refused(new DecideAnew("重新调查", false))),
        ("撤销后公示", Annulled().As("head").Refused(new PublishCaseDecision("pub-2"))),
        ("复议中结案", ReviewAsked().On("2026-04-21 09:00").Do(new RecordPayment(At("2026-04-20 10:00"), 20_000_00, 0, "票1")).As("head").Refused(new CloseCase("已缴清。", null))),
        ("结案情形不符", Paid().As("head").Do(new DecidePublication(false, "没有社会影响", 0)).Refused(new CloseCase("已缴清。", null, ClosingGround.Annulled))),
        ("归档后登记缴款", Archived().Refused(new RecordPayment(At("2026-04-09 10:00"), 1_00, 0, "票9"))),
        ("归档没有页数", Closed().As("o1").On("2026-04-10 09:00").Refused(new ArchiveCase(null, "", 0, null))),
    ]);
}
