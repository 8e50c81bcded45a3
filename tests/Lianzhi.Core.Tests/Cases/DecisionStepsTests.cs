using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Cases;

public sealed class DecisionStepsTests
{
    [Fact]
    public void MakeDecision_DayAfterDefencePeriod_IsMade()
    {
        var decision = Noticed().As("head").On("2026-03-20 09:00").Do(Commands.Decide()).State.Decision!;
        Assert.Equal("漳龙蓝罚〔2026〕1号", decision.Number);
        Assert.Equal(Day("2026-03-31"), decision.ServiceDueOn);
        Assert.Equal(("漳州市龙文区人民政府", "漳州市龙文区人民法院"), (decision.Remedies.ReviewOrgan, decision.Remedies.Court));
    }

    [Fact]
    public void MakeDecision_WaivedInWriting_NeedNotWait() =>
        Assert.Equal(CaseStage.Decided, Noticed().Do(new RecordWaiver(At("2026-03-16 12:00"), true, false, "书面声明，案卷第20页"))
            .As("head").On("2026-03-17 09:00").Do(Commands.Decide()).State.Stage);

    [Fact]
    public void MakeDecision_LighterThanNotified_IsMade() =>
        Assert.Equal(10_000_00, Noticed().As("head").On("2026-03-24 09:00").Do(Commands.Decide(10_000_00)).State.OwedFen);

    [Fact]
    public void MakeDecision_BelowMinimumWithBasis_IsMade() =>
        Assert.Equal(5_000_00, Noticed().As("head").On("2026-03-24 09:00").Do(Commands.Decide(5_000_00) with { RangeBasis = "《中华人民共和国行政处罚法》第三十二条第一项" }).State.OwedFen);

    [Fact]
    public void MakeDecision_FirstOffenceCorrected_NeedsNoNotice()
    {
        var state = Concluded(0).As("head").Do(new MakeDecision(DecisionKind.FirstCorrected, [], null, "已复查改正。", "", Education: "已当面教育")).State;
        Assert.Equal((CaseStage.Decided, 0L), (state.Stage, state.OwedFen));
    }

    [Fact]
    public void MakeDecision_Refusals_ArePinned() => GateSnapshot.Match("make-decision.txt",
    [
        ("没有告知", Concluded().As("head").Refused(Commands.Decide())),
        ("陈述申辩期届满当日", Noticed().As("head").On("2026-03-19 17:00").Refused(Commands.Decide())),
        ("陈述申辩没有复核", Noticed().Do(new RecordDefence(At("2026-03-16 12:00"), true, "请求从轻", 1)).As("head").On("2026-03-24 09:00").Refused(Commands.Decide())),
        ("比告知的重", Noticed().As("head").On("2026-03-24 09:00").Refused(Commands.Decide(20_000_01))),
        ("告知里没有的种类", Noticed().As("head").On("2026-03-24 09:00").Refused(Commands.Decide() with { Penalties = [new(PenaltyKind.Fine, 20_000_00), new(PenaltyKind.SuspendBusiness)] })),
        ("听证申请期未满", Noticed(100_000_00).As("head").On("2026-03-23 17:00").Refused(Commands.Decide(50_000_00))),
        ("已申请听证没有举行", Noticed(100_000_00).Do(new RequestHearing(At("2026-03-16 12:00"), "吴思源")).As("head").On("2026-03-24 09:00").Refused(Commands.Decide(50_000_00))),
        ("达到听证标准，应当集体讨论", Noticed(100_000_00).As("head").On("2026-03-24 09:00").Refused(Commands.Decide(100_000_00))),
        ("涉及重大公共利益，应当法制审核", Investigated().On("2026-03-12 18:00").Do(Commands.Conclude() with { MajorPublicInterest = true }).On("2026-03-16 18:00").Do(Commands.Notify()).As("head").On("2026-03-24 09:00").Refused(Commands.Decide())),
        ("没有责令改正", Noticed().As("head").On("2026-03-24 09:00").Refused(Commands.Decide() with { Correction = "" })),
        ("同一行为已罚款", Earlier(Noticed()).As("head").On("2026-03-24 09:00").Refused(Commands.Decide())),
        ("片长签批", Noticed().As("chief").On("2026-03-24 09:00").Refused(Commands.Decide())),
        ("办案人员签批", Noticed().As("o1").On("2026-03-24 09:00").Refused(Commands.Decide())),
        ("没有复查改正", Investigated().On("2026-03-12 18:00").Do(Commands.Conclude(0)).As("head").Refused(new MakeDecision(DecisionKind.MinorCorrected, [], null, "", ""))),
        ("成年人以未满十四周岁为由", Concluded(0, Citizen).As("head").Refused(new MakeDecision(DecisionKind.UnderFourteen, [], null, "", ""))),
        ("已经决定", Decided().As("head").Refused(Commands.Decide())),
    ]);

    [Fact]
    public void NoticeAndDecision_TellOfThePublicityUnlessAMinorIsConcerned()
    {
        const string Told = "将依法向社会公示（《中华人民共和国行政处罚法》第四十八条）";
        foreach (var code in new[] { DocumentCode.PriorNotice, DocumentCode.PenaltyDecision })
            Assert.Contains(Told, CaseDocuments.Content(Decided().State, code)!.Text(), StringComparison.Ordinal);
        var minor = Investigated(BornOn("2010-01-01")).On("2026-03-12 18:00").Do(Commands.Conclude(10_000_00)).State;
        Assert.DoesNotContain(Told, CaseDocuments.Content(minor, DocumentCode.PriorNotice)!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Close_CorrectionOrderedInTheDecisionAlone_IsCheckedFirst()
    {
        var scenario = Filed().On("2026-03-04 18:00").Do(Commands.Inspect()).Do(Commands.Interview()).On("2026-03-12 18:00").Do(Commands.Conclude()).On("2026-03-16 18:00").Do(Commands.Notify())
            .As("head").On("2026-03-24 09:00").Do(Commands.Decide()).As("o1").On("2026-03-25 18:00").Do(Commands.Serve())
            .On("2026-04-01 09:00").Do(new RecordPayment(At("2026-03-31 15:00"), 20_000_00, 0, "闽财票0001")).As("head").Do(new DecidePublication(false, "不具有一定社会影响", 0));
        Assert.Equal("correction-not-checked", Assert.Single(scenario.Refused(new CloseCase("罚款已缴清。", null))).Code);
        scenario.As("o1").On("2026-04-01 18:00").Do(Commands.Check() with { At = At("2026-04-01 10:00") }).As("head").Do(new CloseCase("罚款已缴清，已改正。", null));
    }

    [Fact]
    public void Clocks_OfACaseThatIsOver_AskForNothingMore()
    {
        var ids = new[] { "service", "publication", "legalReview" };
        var revoked = Decided().As("head").Do(new AmendDecision(AmendmentKind.Revoked, "有误", [], false));
        Assert.Contains(MeasureStepsTests.Clocks(Decided(), "2026-04-20"), clock => clock.Kind.Id == "service" && clock.MetOn is null);
        Assert.DoesNotContain(MeasureStepsTests.Clocks(revoked, "2026-04-20"), clock => ids.Contains(clock.Kind.Id) && clock.MetOn is null);
        var terminated = InReview().As("head").Do(new WithdrawCase(WithdrawalGround.FiledByMistake, "与另一案重复登记"));
        Assert.DoesNotContain(MeasureStepsTests.Clocks(terminated, "2026-05-20"), clock => ids.Contains(clock.Kind.Id) && clock.MetOn is null);
    }

    [Fact]
    public void MakeDecision_DefenceAdopted_IsLighterOrSaysWhatWasTakenOver()
    {
        CaseScenario Adopted() => OccasionalScenario.Defended().As("head").On("2026-03-24 09:00");
        Assert.Equal(("defence-adopted-unheeded", "defenceAnswer"), (Assert.Single(Adopted().Refused(Commands.Decide())) is var refusal ? refusal.Code : null, refusal.Field));
        Assert.Equal(15_000_00, Adopted().Do(Commands.Decide(15_000_00)).State.OwedFen);
        var same = Adopted().Do(Commands.Decide() with { DefenceAnswer = "采纳清运时间的意见，据此更正认定的事实，数额已是最低。" }).State;
        Assert.Contains("据此更正认定的事实", CaseDocuments.Content(same, DocumentCode.PenaltyDecision)!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void LateDefence_AfterReviewAndDiscussion_SendsTheCaseThroughBothAgain()
    {
        var scenario = Discussed().As("o1").On("2026-04-03 18:00").Do(new RecordDefence(At("2026-04-03 17:00"), true, "补充提交清运单据", 1));
        var decide = Commands.Decide(Large) with { HearingAnswer = "采纳听证意见" };
        Assert.Contains(scenario.As("head").On("2026-04-07 09:00").Refused(decide), refusal => refusal.Code == "defence-not-reviewed");
        scenario.As("o1").Do(new ReviewDefence(At("2026-04-07 08:00"), "单据已核对，与笔录一致", false, "已在拟处罚中考虑", CaseScenario.Officers)).As("head");
        Assert.Equal(["legal-review-stale", "discussion-stale"], scenario.Refused(decide).Select(refusal => refusal.Code));
        Assert.Contains(scenario.As("o1").NextSteps(), choice => choice is { Line.Step: CaseStep.SubmitReview, Primary: true, Allowed: true });
        scenario.Do(new SubmitReview("案卷1册", Response: "已复核补充的单据")).As("reviewer").Do(new ConcludeReview(ReviewOpinion.Agree, [], "")).As("head");
        Assert.Equal(["discussion-stale"], scenario.Refused(decide).Select(refusal => refusal.Code));
        scenario.On("2026-04-07 18:00").Do(Commands.Discuss() with { At = At("2026-04-07 10:00"), Until = At("2026-04-07 11:00") }).On("2026-04-08 09:00").Do(decide);
    }

    [Fact]
    public void LateDefence_WhileTheReviewerReads_IsAnsweredBeforeTheOpinion()
    {
        var scenario = InReview().Do(new RecordDefence(At("2026-04-01 09:00"), true, "补充意见", 0)).As("reviewer").On("2026-04-02 10:00");
        Assert.Equal("defence-not-reviewed", Assert.Single(scenario.Refused(new ConcludeReview(ReviewOpinion.Agree, [], ""))).Code);
    }

    [Theory]
    [InlineData("CG-030", Street, "second-fine")]
    [InlineData("CG-017", Street, "perhaps-second-fine")]
    [InlineData("CG-030", Organisation.SampleUnits.OtherStreet, "perhaps-second-fine")]
    public void MakeDecision_FinedThatDayAlready_AsksWhetherItIsTheSameConduct(string item, string township, string code)
    {
        var scenario = Noticed().As("head").On("2026-03-24 09:00");
        scenario.EarlierFines = [new("漳龙蓝罚〔2026〕9号", item, township)];
        Assert.Equal(code, Assert.Single(scenario.Refused(Commands.Decide())).Code);
        if (code == "second-fine") Assert.Equal(code, Assert.Single(scenario.Refused(Commands.Decide() with { DistinctConduct = "另一行为" })).Code);
        else Assert.Equal("运输途中遗撒，与本案堆放不是同一行为", scenario.Do(Commands.Decide() with { DistinctConduct = "运输途中遗撒，与本案堆放不是同一行为" }).State.Decision!.DistinctConduct);
    }

    [Fact]
    public void MakeDecision_ReasonGivenAtFiling_IsNotAskedForAgain()
    {
        var scenario = Proposed().Knowing(new CaseHistory([new("case-9", "立案9号", Organisation.SampleUnits.OtherStreet, "步文街道办事处", Street, Day("2026-02-27"), Day("2026-03-01"), null, false, "CG-017")]))
            .As("head").On("2026-03-03 10:00").Do(new ApproveFiling("同意立案。", "另案是运输遗撒")).As("o1")
            .On("2026-03-04 18:00").Do(Commands.Inspect()).Do(Commands.Interview()).On("2026-03-12 18:00").Do(Commands.Conclude()).On("2026-03-16 18:00").Do(Commands.Notify()).As("head").On("2026-03-24 09:00");
        scenario.EarlierFines = [new("漳龙步罚〔2026〕9号", "CG-017", Street)];
        scenario.Do(Commands.Decide());
    }

    private static CaseScenario Earlier(CaseScenario scenario)
    {
        scenario.EarlierFines = [new("漳龙蓝罚〔2026〕9号", "CG-030", Street)];
        return scenario;
    }
}
