using System.Text.Json;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Clocks;
using Lianzhi.Core.Cases.Measures;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Records;
using static Lianzhi.Core.Tests.Cases.CaseScenario;
using static Lianzhi.Core.Tests.Cases.ExecutionScenario;
using CaseEvent = Lianzhi.Core.Cases.CaseEvent;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>A review or suit is against one decision of the case, and touches no other.</summary>
public sealed class RemedyTargetTests
{
    /// <summary>The number a decision has in the scenarios.</summary>
    internal static string NumberOf(ContestedKind kind) => Numbering.Format("漳龙蓝", DocumentKinds.Of(kind switch
    {
        ContestedKind.Penalty => DocumentCode.PenaltyDecision,
        ContestedKind.Sealing => DocumentCode.SealingDecision,
        ContestedKind.Surcharge => DocumentCode.SurchargeDecision,
        ContestedKind.Enforcement => DocumentCode.EnforcementDecision,
        ContestedKind.Substitute => DocumentCode.SubstituteDecision,
        ContestedKind.Correction => DocumentCode.CorrectionOrder,
        _ => DocumentCode.DemolitionDecision,
    }).Genre!, 2026, 1);

    // ---- static scenarios, so that the properties of every step walk through them as well ------------------

    internal static CaseScenario SealingContested() => Measure.Seized().On("2026-03-10 09:00")
        .Do(new RecordReviewApplication(At("2026-03-09 10:00"), "漳州市龙文区人民政府", "请求撤销扣押决定", NumberOf(ContestedKind.Sealing)));

    internal static CaseScenario SealingAnnulled() => SealingContested().On("2026-03-24 09:00")
        .Do(new RecordReviewDecision(At("2026-03-23 10:00"), "龙政复决〔2026〕5号", RemedyResult.Annulled, [], "车辆与违法行为无关。"));

    internal static CaseScenario BothContested() => Surcharged().On("2026-04-20 09:00")
        .Do(new RecordReviewApplication(At("2026-04-15 10:00"), "漳州市龙文区人民政府", "请求撤销处罚决定", NumberOf(ContestedKind.Penalty)))
        .Do(new RecordSuit(At("2026-04-16 10:00"), "漳州市龙文区人民法院", "（2026）闽0603行初2号", "请求撤销加处罚款决定", Day("2026-04-17"), NumberOf(ContestedKind.Surcharge)));

    internal static CaseScenario SurchargeAnnulled() => Surcharged().On("2026-04-20 09:00")
        .Do(new RecordSuit(At("2026-04-16 10:00"), "漳州市龙文区人民法院", "（2026）闽0603行初2号", "请求撤销加处罚款决定", Day("2026-04-17"), NumberOf(ContestedKind.Surcharge)))
        .On("2026-07-01 09:00").Do(new RecordJudgment(At("2026-06-30 10:00"), "（2026）闽0603行初2号", RemedyResult.Annulled, [], "没有告知加处标准。"));

    private static CaseScenario EnforcementAnnulled() => EnforcementDecided().As("o1").On("2026-10-14 18:00")
        .Do(new ServePaper(At("2026-10-14 09:00"), ServedPaper.Enforcement, Commands.Handed(), CaseScenario.Officers))
        .Do(new RecordReviewApplication(At("2026-10-14 10:00"), "漳州市龙文区人民政府", "请求撤销", NumberOf(ContestedKind.Enforcement)))
        .On("2026-10-20 09:00").Do(new RecordReviewDecision(At("2026-10-19 10:00"), "龙政复决〔2026〕9号", RemedyResult.Annulled, [], "财物没有依法查封。"));

    [Fact]
    public void Contestable_WhateverWasServed_IsOfferedAndNothingElse()
    {
        Assert.Empty(Contestable.Of(Filed().State));
        Assert.Equal([ContestedKind.Sealing], Kinds(Measure.Seized()));
        Assert.Empty(Kinds(Decided()));
        Assert.Equal([ContestedKind.Penalty], Kinds(Served()));
        // The surcharge only once its decision was delivered.
        Assert.Equal([ContestedKind.Penalty], Kinds(Overdue().Do(new ImposeSurcharge("逾期。"))));
        Assert.Equal([ContestedKind.Penalty, ContestedKind.Surcharge], Kinds(Surcharged()));
        Assert.Equal([ContestedKind.Sealing, ContestedKind.Substitute], Kinds(Measure.Seized()).Concat(Kinds(TransferStepsTests.Substituted())));
        Assert.Equal([ContestedKind.Penalty, ContestedKind.Demolition], Kinds(OccasionalScenario.Demolished()));
        // What hangs, and what was taken down, is offered no more.
        Assert.Equal([ContestedKind.Correction], Contestable.Open(BothContested().State).Select(one => one.Decision.Kind));
        Assert.Equal([ContestedKind.Penalty, ContestedKind.Correction], Contestable.Open(SurchargeAnnulled().State).Select(one => one.Decision.Kind));
        Assert.DoesNotContain(Filed().NextSteps(), choice => choice.Line.Step is CaseStep.RecordReviewApplication or CaseStep.RecordSuit);
        Assert.Contains(Measure.Seized().NextSteps(), choice => choice.Line.Step == CaseStep.RecordSuit && choice.Allowed);
    }

    [Fact]
    public void Correction_IsContestableOfItsOwnAndTellsHow()
    {
        var ordered = Investigated();
        var order = CaseDocuments.Content(ordered.State, DocumentCode.CorrectionOrder)!.Text();
        Assert.Contains("自收到本通知书之日起六十日内向漳州市龙文区人民政府申请行政复议", order, StringComparison.Ordinal);
        Assert.Contains("六个月内依法向漳州市龙文区人民法院提起行政诉讼", order, StringComparison.Ordinal);
        var clocks = Contestable.Clocks(ordered.State, Day("2026-03-10"), ShippedData.Calendar, Core.Settings.SettingsBook.Defaults).Value!;
        Assert.Equal(["申请行政复议期限（责令改正通知书）", "提起行政诉讼期限（责令改正通知书）"], clocks.Select(clock => clock.Kind.Label));
        // One from before it told its remedies can be contested too, but nobody knows until when.
        var untold = ordered.State with { Course = ordered.State.Course with { Orders = [.. ordered.State.Course.Orders.Select(one => one with { Remedies = null })] }, Correction = ordered.State.Correction! with { Remedies = null } };
        Assert.Single(Contestable.Of(untold));
        Assert.Empty(Contestable.Clocks(untold, Day("2026-03-10"), ShippedData.Calendar, Core.Settings.SettingsBook.Defaults).Value!);
        Assert.DoesNotContain("行政复议", CaseDocuments.Content(untold, DocumentCode.CorrectionOrder)!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void CorrectionAnnulled_IsNoLongerChecked()
    {
        var annulled = Investigated().On("2026-03-20 18:00")
            .Do(new RecordReviewApplication(At("2026-03-16 10:00"), "漳州市龙文区人民政府", "请求撤销责令改正", NumberOf(ContestedKind.Correction)))
            .Do(new RecordReviewDecision(At("2026-03-19 10:00"), "龙政复决〔2026〕7号", RemedyResult.Annulled, [], "没有违法事实。"));
        Assert.Null(annulled.State.CorrectionInForce);
        Assert.Null(Gates.CorrectionDone(annulled.State));
        Assert.NotNull(Gates.CorrectionDone(Investigated().State));
        Assert.Null(annulled.State.Execution.Overturned);
    }

    [Fact]
    public void SealingAnnulled_IsLiftedBeforeAnythingElseAndNothingElseFalls()
    {
        var annulled = SealingAnnulled();
        Assert.Null(annulled.State.Execution.Overturned);
        Assert.Equal(CaseStep.LiftSealing, annulled.As("head").NextSteps()[0].Line.Step);
        Assert.DoesNotContain(annulled.NextSteps(), choice => choice.Line.Step == CaseStep.ExtendSealing);
        Assert.Equal(PaperStanding.Revoked, IssuedPapers.Standing(annulled.State, DocumentCode.SealingDecision, NumberOf(ContestedKind.Sealing), true).Standing);
        Assert.Contains(annulled.State.Measures.Requests, request => request.Used);
        Assert.Contains(annulled.As("o1").Refused(Measure.Seal() with { Urgent = "紧急", At = At("2026-03-24 08:00"), Until = At("2026-03-24 08:30") }), refusal => refusal.Code == "overturned-sealing-stands");
        Assert.NotEqual(CaseStep.LiftSealing, annulled.As("head").Do(new LiftSealing(0, LiftGround.Other, "复议决定撤销扣押决定。")).NextSteps()[0].Line.Step);
    }

    [Fact]
    public void SurchargeAnnulled_StopsToCountAndLeavesTheFine()
    {
        var annulled = SurchargeAnnulled();
        Assert.Equal((0, 20_000_00), (CaseSurcharge.OpenFen(annulled.State, Day("2026-07-01")), annulled.State.OwedFen));
        Assert.Contains(annulled.Refused(new RecordPayment(At("2026-07-01 08:00"), 0, 1_00, "票1")), refusal => refusal.Code == "surcharge-not-imposed");
        // The head may impose one anew.
        Assert.NotNull(annulled.As("head").Do(new ImposeSurcharge("重新告知标准后加处。")).State.Execution.Surcharge);
    }

    [Fact]
    public void EnforcementAnnulled_IsNotCarriedOutAndMayBeDecidedAnew()
    {
        var annulled = EnforcementAnnulled();
        var carryOut = new CarryOutEnforcement(At("2026-10-20 08:00"), At("2026-10-20 08:30"), "吴思源到场", "已拍卖。", false, CaseScenario.Officers);
        Assert.Contains(annulled.Refused(carryOut), refusal => refusal.Code == "decision-overturned");
        Assert.Contains(annulled.As("head").NextSteps(), choice => choice.Line.Step == CaseStep.DecideEnforcement);
        Assert.Equal(20_000_00, annulled.State.OwedFen);
    }

    [Fact]
    public void SubstituteAnnulled_IsNotPerformed()
    {
        var annulled = TransferStepsTests.Substituted().On("2026-03-20 18:00")
            .Do(new RecordReviewApplication(At("2026-03-16 10:00"), "漳州市龙文区人民政府", "请求撤销代履行决定", NumberOf(ContestedKind.Substitute)))
            .Do(new RecordReviewDecision(At("2026-03-19 10:00"), "龙政复决〔2026〕6号", RemedyResult.Unlawful, [], "费用预算没有写明。"));
        Assert.Contains(annulled.Refused(Measure.Perform()), refusal => refusal.Code == "decision-overturned");
        Assert.DoesNotContain(annulled.NextSteps(), choice => choice.Line.Step == CaseStep.PerformSubstitute);
    }

    [Fact]
    public void TwoAtOnce_EachIsToldOfWithItsNumber()
    {
        var both = Surcharged().On("2026-04-20 09:00")
            .Do(new RecordReviewApplication(At("2026-04-15 10:00"), "区政府", "撤销处罚", NumberOf(ContestedKind.Penalty)))
            .Do(new RecordReviewApplication(At("2026-04-16 10:00"), "区政府", "撤销加处", NumberOf(ContestedKind.Surcharge)));
        var accepted = new RecordReviewProgress(At("2026-04-20 08:30"), ReviewProgress.Accepted, "受1号");
        Assert.Equal("target", Assert.Single(both.Refused(accepted)).Field);
        both.Do(accepted with { Target = NumberOf(ContestedKind.Penalty) });
        Assert.Equal([true, false], both.State.Execution.Reviews.Select(review => review.Accepted is not null));
        Assert.Equal("nothing-to-answer", Assert.Single(both.Refused(new AnswerReview(At("2026-04-20 08:50"), "答复", NumberOf(ContestedKind.Surcharge)))).Code);
        both.Do(new AnswerReview(At("2026-04-20 08:50"), "答复", NumberOf(ContestedKind.Penalty)));
        Assert.Equal([true, false], both.State.Execution.Reviews.Select(review => review.Answer is not null));
    }

    [Fact]
    public void PenaltyAnnulledWhileTheSurchargeIsSued_EndsOnlyItsOwnMatter()
    {
        var annulled = BothContested().On("2026-06-10 09:00").Do(new RecordReviewDecision(At("2026-06-09 10:00"), "决3号", RemedyResult.Annulled, [], "事实不清。"));
        Assert.Equal(NumberOf(ContestedKind.Penalty), annulled.State.Execution.Overturned!.Target!.Number);
        Assert.Equal(NumberOf(ContestedKind.Surcharge), Assert.Single(annulled.State.Execution.OpenSuits).Filed.Target!.Number);
        Assert.Contains(annulled.As("head").Refused(new CloseCase("决定被撤销。", null)), refusal => refusal.Code == "suit-pending");
    }

    [Fact]
    public void Terms_OfEachDecision_RunFromItsOwnService()
    {
        var state = Surcharged().State;
        var clocks = Surcharged().Context().Facts.Clocks(state, Day("2026-04-20"));
        Assert.Equal([Day("2026-05-25"), Day("2026-06-09")], clocks.Where(clock => clock.Kind.Id == "reconsideration" && !clock.Kind.Label.Contains("责令改正", StringComparison.Ordinal)).Select(clock => clock.Due));
        Assert.Equal([Day("2026-09-25"), Day("2026-10-12")], clocks.Where(clock => clock.Kind.Id == "suit" && !clock.Kind.Label.Contains("责令改正", StringComparison.Ordinal)).Select(clock => clock.Due));
        Assert.Contains(clocks, clock => clock.Kind.Label == "提起行政诉讼期限（加处罚款决定书）");
    }

    [Fact]
    public void SuitAgainstTheSurcharge_LeavesTheTermsOfThePenaltyAndTheWayToTheCourt()
    {
        var upheld = Surcharged().On("2026-04-20 09:00")
            .Do(new RecordSuit(At("2026-04-16 10:00"), "法院", "行初2号", "撤销加处", Day("2026-04-17"), NumberOf(ContestedKind.Surcharge)))
            .On("2026-09-28 18:00").Do(new RecordJudgment(At("2026-06-30 10:00"), "行初2号", RemedyResult.Upheld, [], "驳回。")).Do(DemandIt()).As("head");
        Assert.Equal(ClockState.Overdue, upheld.Context().Facts.Clocks(upheld.State, Day("2026-10-13")).Single(clock => clock.Kind == ClockKind.Suit).State);
        // Ten working days still have to pass after the demand: the judgment is not one on the penalty.
        Assert.Equal(["demand-wait-running"], upheld.On("2026-10-12 09:00").Refused(Ask()).Select(refusal => refusal.Code));
        upheld.On("2026-10-13 09:00").Do(Ask());
    }

    [Fact]
    public void Surcharge_WhileItIsContested_DoesNotGrowAndWhileTheDemolitionIsDoes()
    {
        var contested = Surcharged().On("2026-04-20 09:00").Do(new RecordSuit(At("2026-04-12 10:00"), "法院", "行初2号", "撤销加处", Day("2026-04-17"), NumberOf(ContestedKind.Surcharge)));
        Assert.Equal(CaseSurcharge.OpenFen(contested.State, Day("2026-04-13")), CaseSurcharge.OpenFen(contested.State, Day("2026-04-30")));
        var other = contested.State.Execution.Suits[0].Filed with { Target = new(ContestedKind.Demolition, "示例") };
        var state = Surcharged().State;
        Assert.Equal(CaseSurcharge.OpenFen(state, Day("2026-04-30")), CaseSurcharge.OpenFen(CaseState.Apply(state, other), Day("2026-04-30")));
    }

    [Fact]
    public void SurchargeAnnulled_WithdrawsNoPublication()
    {
        var annulled = Published().As("head").On("2026-04-10 09:00").Do(new ImposeSurcharge("逾期。")).As("o1").On("2026-04-10 18:00")
            .Do(new ServePaper(At("2026-04-10 15:00"), ServedPaper.Surcharge, Commands.Handed(), CaseScenario.Officers))
            .On("2026-07-01 09:00").Do(new RecordSuit(At("2026-04-16 10:00"), "法院", "行初2号", "撤销加处", Day("2026-04-17"), NumberOf(ContestedKind.Surcharge)))
            .Do(new RecordJudgment(At("2026-06-30 10:00"), "行初2号", RemedyResult.Annulled, [], "没有告知加处标准。"));
        Assert.Null(annulled.State.Execution.OverturningOf(NumberOf(ContestedKind.Surcharge))!.WithdrawDueOn);
        Assert.DoesNotContain(annulled.NextSteps(), choice => choice.Line.Step == CaseStep.WithdrawPublication);
    }

    [Fact]
    public void OldEntries_WithoutATarget_AreAgainstThePenalty()
    {
        foreach (var scenario in new[] { Annulled(), OccasionalScenario.SuitOver(), OccasionalScenario.ReviewAnswered() })
        {
            var old = CaseState.Fold(scenario.Events.Select(happened =>
            {
                var body = JsonSerializer.SerializeToNode(happened, happened.GetType(), RecordJson.Options)!.AsObject();
                body.Remove("target");
                return (CaseEvent)body.Deserialize(happened.GetType(), RecordJson.Options)!;
            }));
            Assert.All(old.Execution.Reviews, review => Assert.True(review is { OfPenalty: true, Applied.Target: null }));
            Assert.Equal(scenario.State.Execution.IsAnnulled, old.Execution.IsAnnulled);
            Assert.Equal(scenario.State.OwedFen, old.OwedFen);
            Assert.Equal(scenario.State.Execution.Suits.Count(suit => suit is { OfPenalty: true, IsPending: false }), old.Execution.Suits.Count(suit => suit is { OfPenalty: true, IsPending: false }));
        }
        // A review that was recorded before goes on with what is recorded now.
        var begun = ReviewAsked();
        var applied = (ReviewApplied)begun.Events[^1] with { Target = null };
        var state = CaseState.Fold([.. begun.Events.SkipLast(1), applied]);
        foreach (var named in new[] { null, NumberOf(ContestedKind.Penalty) })
            Assert.Null(Assert.IsType<ReviewProgressed>(CaseSteps.Take(state, new RecordReviewProgress(At("2026-04-20 08:30"), ReviewProgress.Accepted, "受1号", named), begun.Context()).Value).Target);
    }

    [Fact]
    public void Target_Refusals_ArePinned() => GateSnapshot.Match("remedy-targets.txt",
    [
        ("只有扣押决定却没有写明对象", Measure.Seized().On("2026-03-10 09:00").Refused(new RecordReviewApplication(At("2026-03-09 10:00"), "区政府", "撤销"))),
        ("没有这份决定", Served().On("2026-04-20 09:00").Refused(new RecordSuit(At("2026-04-10 10:00"), "法院", "1号", "撤销", Day("2026-04-17"), "漳龙蓝强拆〔2026〕1号"))),
        ("扣押送达前申请", Measure.Seized().On("2026-03-10 09:00").Refused(new RecordReviewApplication(At("2026-03-04 10:00"), "区政府", "撤销", NumberOf(ContestedKind.Sealing)))),
        ("对同一决定再申请", SealingContested().Refused(new RecordSuit(At("2026-03-09 12:00"), "法院", "1号", "撤销", Day("2026-03-10"), NumberOf(ContestedKind.Sealing)))),
        ("对已撤销的决定再起诉", SealingAnnulled().Refused(new RecordSuit(At("2026-03-23 12:00"), "法院", "1号", "撤销", Day("2026-03-24"), NumberOf(ContestedKind.Sealing)))),
        ("进展对的是没有复议的决定", BothContested().Refused(new RecordReviewProgress(At("2026-04-20 08:30"), ReviewProgress.Accepted, "受1号", NumberOf(ContestedKind.Surcharge)))),
        ("变更扣押没有写明内容", SealingContested().Refused(new RecordReviewDecision(At("2026-03-10 08:40"), "决1号", RemedyResult.Changed, [], ""))),
        ("变更扣押填了处罚", SealingContested().Refused(new RecordReviewDecision(At("2026-03-10 08:40"), "决1号", RemedyResult.Changed, [new(PenaltyKind.Fine, 1_00)], "退还"))),
        ("扣押被撤销后结案前", SealingAnnulled().As("head").Refused(new CloseCase("已处理。", null))),
        ("再次扣押", SealingAnnulled().Refused(Measure.Seal() with { Urgent = "紧急", At = At("2026-03-24 08:00"), Until = At("2026-03-24 08:30") })),
        ("执行被撤销的强制执行决定", EnforcementAnnulled().Refused(new CarryOutEnforcement(At("2026-10-20 08:00"), At("2026-10-20 08:30"), "到场", "已拍卖。", false, CaseScenario.Officers))),
    ]);

    private static IEnumerable<ContestedKind> Kinds(CaseScenario scenario) => Contestable.Of(scenario.State).Select(one => one.Decision.Kind).Where(kind => kind != ContestedKind.Correction);
}
