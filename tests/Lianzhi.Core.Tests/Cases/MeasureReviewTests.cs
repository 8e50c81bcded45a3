using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Measures;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Settings;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>Legal review of a forced demolition and, where the setting asks for it, of sealing.</summary>
public sealed class MeasureReviewTests
{
    private static readonly ReviewFinding Short = new(ReviewAspect.Procedure, "公告没有在建筑物现场张贴的照片。");
    private static readonly DecideDemolition Decide = new("《中华人民共和国城乡规划法》第六十八条", "漳龙政〔2026〕88号", "机械拆除", Day("2026-10-12"), true);
    private static readonly ApproveMeasure Approve = new(0, "同意。");
    private static readonly SettingsBook Sealing = new([new Setting("measure.review-sealing", null, "yes", Day("2026-01-01"), null, "本区目录（示例）", true)]);

    private static CaseScenario SealingSubmitted() => Requested().Do(new SubmitMeasureReview(ReviewedAct.Sealing, "审批材料", 0));

    private static CaseScenario Requested() => Filed().MaySeal(Sealing).On("2026-03-05 09:30").Do(Measure.Request(MeasureKind.Seizure));

    private static CaseScenario SealedOnTheSpot() => Filed().MaySeal(Sealing).On("2026-03-05 18:00").Do(Measure.Seal() with { Urgent = "车辆正要驶离。" })
        .Do(Measure.Request(MeasureKind.Seizure, 0) with { At = At("2026-03-05 12:00") });

    private static CaseScenario DemolitionReturned() => MeasureProperties.Announced().On("2026-09-28 09:00").Do(new SubmitMeasureReview(ReviewedAct.Demolition, "案卷1册"))
        .As("reviewer").Do(new ReviewMeasure(ReviewOpinion.Amend, [Short], null));

    [Fact]
    public void DecideDemolition_NotReviewed_IsRefusedByTheDocumentAndTheSetting()
    {
        var refusal = Assert.Single(MeasureProperties.Announced().As("head").On("2026-09-29 09:00").Refused(Decide));
        Assert.Equal(("measure-review-missing", "国办发〔2018〕118号；设置“强制拆除决定前的法制审核”"), (refusal.Code, refusal.Basis!.Text));
    }

    [Fact]
    public void DecideDemolition_SettingOff_NeedsNoReview()
    {
        var off = new SettingsBook([new Setting("measure.review-demolition", null, "no", Day("2026-01-01"), null, "本区目录（示例）", true)]);
        Assert.NotNull(MeasureProperties.Announced().MaySeal(off).As("head").On("2026-09-29 09:00").Do(Decide).State.Measures.Demolition);
        Assert.DoesNotContain(MeasureProperties.Announced().MaySeal(off).NextSteps(), choice => choice.Line.Step == CaseStep.SubmitMeasureReview);
    }

    [Fact]
    public void ReviewMeasure_Returned_ComesBackWithAnAnswerAndHoldsForOneDecision()
    {
        var submitted = MeasureProperties.Announced().On("2026-09-28 09:00").Do(new SubmitMeasureReview(ReviewedAct.Demolition, "案卷1册"));
        Assert.Equal((MeasureReviews.DemolitionGround, "reviewer", Day("2026-10-10")),
            (Assert.Single(submitted.State.Reviews[0].Submission.Grounds), submitted.State.Reviews[0].Reviewer.Id, submitted.State.Reviews[0].Submission.DueOn));
        Assert.Contains(submitted.Context().Facts.Clocks(submitted.State, Day("2026-09-28")), clock => clock.Kind.Id == "legalReview" && clock.Due == Day("2026-10-10"));
        Assert.Equal("measure-review-open", Assert.Single(submitted.As("head").On("2026-09-29 09:00").Refused(Decide)).Code);
        Assert.Equal("not-the-reviewer", Assert.Single(submitted.As("justice").Refused(new ReviewMeasure(ReviewOpinion.Agree, [], null))).Code);

        var returned = DemolitionReturned();
        Assert.Equal("measure-review-not-passed", Assert.Single(returned.As("head").On("2026-09-29 09:00").Refused(Decide)).Code);
        Assert.Equal("review-response-missing", Assert.Single(returned.As("o1").Refused(new SubmitMeasureReview(ReviewedAct.Demolition, "案卷1册"))).Code);
        returned.Do(new SubmitMeasureReview(ReviewedAct.Demolition, "案卷1册", Response: "已补照片。")).As("reviewer").Do(new ReviewMeasure(ReviewOpinion.Agree, [], null));
        Assert.Equal("measure-review-passed", Assert.Single(returned.As("o1").Refused(new SubmitMeasureReview(ReviewedAct.Demolition, "案卷1册"))).Code);
        Assert.Null(returned.As("head").Do(Decide).State.Measures.DemolitionReview);
    }

    [Fact]
    public void SubmitMeasureReview_BeforeThereIsAnythingToDecide_IsRefused()
    {
        Assert.Equal("no-measure-to-review", Assert.Single(MeasureProperties.Demolishing().Refused(new SubmitMeasureReview(ReviewedAct.Demolition, "案卷1册"))).Code);
        Assert.Equal("no-measure-to-review", Assert.Single(Filed().Refused(new SubmitMeasureReview(ReviewedAct.Sealing, "案卷1册", 0))).Code);
        Assert.Equal("request", Assert.Single(Requested().Refused(new SubmitMeasureReview(ReviewedAct.Sealing, "案卷1册", 1))).Field);
    }

    [Fact]
    public void SubmitMeasureReview_ReviewerWhoInvestigatedOrSigned_IsRefused()
    {
        var announced = MeasureProperties.Announced().On("2026-09-28 09:00");
        Assert.Equal("reviewer-not-qualified", Assert.Single(announced.Refused(new SubmitMeasureReview(ReviewedAct.Demolition, "案卷1册", ReviewerId: "o1"))).Code);
        // Who reviewed the demolition takes no other part in the case.
        var reviewed = MeasureProperties.Announced().DemolitionReviewed("2026-09-28 09:00").State;
        Assert.Equal([CaseDuty.Review], Separation.DutiesOf(reviewed, "reviewer"));
        Assert.Equal("duty-conflict", Separation.Check(reviewed, "reviewer", CaseDuty.Approve)!.Code);
    }

    [Fact]
    public void ApproveSealing_SettingOn_WaitsForTheReviewAndRefusalDoesNot()
    {
        var requested = Requested();
        var refusal = Assert.Single(requested.As("head").Refused(Approve));
        Assert.Equal(("measure-review-missing", "国办发〔2018〕118号；设置“查封、扣押批准前的法制审核”"), (refusal.Code, refusal.Basis!.Text));
        Assert.Equal(CaseStep.SubmitMeasureReview, requested.NextSteps()[0].Line.Step);
        Assert.Contains(Requested().As("head").NextSteps(), choice => choice.Line.Step == CaseStep.RefuseMeasure && choice.Allowed);
        var submitted = SealingSubmitted();
        Assert.Equal("measure-review-open", Assert.Single(submitted.As("head").Refused(Approve)).Code);
        submitted.As("reviewer").Do(new ReviewMeasure(ReviewOpinion.Agree, [], null)).As("head").Do(Approve).As("o1").On("2026-03-05 18:00").Do(Measure.Seal());
    }

    [Fact]
    public void ApproveSealing_SettingOff_IsAsBefore() => Assert.NotNull(Measure.Approved(MeasureKind.Seizure).State.Measures.Approval(MeasureKind.Seizure));

    [Fact]
    public void SealOnTheSpot_SettingOn_IsReviewedWithinTheTimeOfTheApproval()
    {
        var sealedNow = SealedOnTheSpot();
        Assert.Equal("measure-review-missing", Assert.Single(sealedNow.As("head").Refused(Approve)).Code);
        sealedNow.As("o1").Do(new SubmitMeasureReview(ReviewedAct.Sealing, "现场笔录", 0));
        // Reported by eleven the next morning, not in five working days.
        Assert.Equal(Day("2026-03-06"), sealedNow.State.Reviews[0].Submission.DueOn);
        sealedNow.As("reviewer").Do(new ReviewMeasure(ReviewOpinion.Agree, [], null)).As("head").Do(Approve);
        Assert.True(sealedNow.State.Measures.Sealings[0].Approved);
        // A head who thinks it wrong lifts it whatever the reviewer says.
        Assert.True(SealedOnTheSpot().As("head").Do(new RefuseMeasure(0, "不应当扣押。")).State.Measures.Sealings[0].Refused);
    }

    [Fact]
    public void Reviews_OfPenaltyAndSealingAtOnce_AreToldApart()
    {
        var both = InReview().MaySeal(Sealing).On("2026-04-01 18:00").Do(Measure.Request(MeasureKind.Seizure) with { At = At("2026-04-01 11:00") })
            .Do(new SubmitMeasureReview(ReviewedAct.Sealing, "审批材料", 0, ReviewerId: "justice"));
        Assert.Equal([0, 1], CaseSteps.WaitingRounds(both.State));
        both.As("head").Do(new ReassignReview("justice", "请假"));
        Assert.Equal("justice", both.State.Review!.Reviewer.Id);
        both.As("justice").Do(new ConcludeReview(ReviewOpinion.Amend, [Short], null));
        Assert.Equal([1], CaseSteps.WaitingRounds(both.State));
        both.Do(new ReviewMeasure(ReviewOpinion.Agree, [], null));
        Assert.Equal((ReviewOpinion.Amend, ReviewOpinion.Agree, ReviewOpinion.Amend),
            (both.State.Reviews[0].Conclusion!.Opinion, both.State.Reviews[1].Conclusion!.Opinion, both.State.Review!.Conclusion!.Opinion));
        Assert.Empty(CaseSteps.WaitingRounds(both.State));
    }

    [Fact]
    public void ReassignReview_OfADemolition_ChangesThatRound()
    {
        var reassigned = MeasureProperties.Announced().On("2026-09-28 09:00").Do(new SubmitMeasureReview(ReviewedAct.Demolition, "案卷1册")).As("head").Do(new ReassignReview("justice", "请假"));
        Assert.Equal("justice", reassigned.State.Reviews[0].Reviewer.Id);
        Assert.Equal("round", reassigned.Refused(new ReassignReview("reviewer", "请假", 1))[0].Field);
        reassigned.As("justice").Do(new ReviewMeasure(ReviewOpinion.Agree, [], null));
    }

    [Fact]
    public void Papers_OfTheReview_SayWhatIsReviewed()
    {
        var state = DemolitionReturned().State;
        Assert.Contains(CaseDocuments.Of(state), paper => paper.Kind.Code == DocumentCode.ReviewOpinion && paper.Made);
        Snapshot.Match("measure-review.txt", $"{CaseDocuments.Content(state, DocumentCode.ReviewSubmission)!.Text()}\n{CaseDocuments.Content(state, DocumentCode.ReviewOpinion)!.Text()}");
        Assert.Contains("扣押自卸货车", CaseDocuments.Content(SealingSubmitted().State, DocumentCode.ReviewSubmission)!.Text(), StringComparison.Ordinal);
    }
}
