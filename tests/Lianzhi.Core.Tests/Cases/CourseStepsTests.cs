using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Cases;

public sealed class CourseStepsTests
{
    private static SameMatter Other(string unit = "350603001", string filed = "2026-03-02", bool punished = false, string act = "2026-02-27") =>
        new("case-0", "漳龙步立〔2026〕3号", unit, "步文街道办事处", "步文街道", Day(act), Day(filed), punished ? "漳龙步罚〔2026〕2号" : null, punished);

    [Fact]
    public void SuspendAndResume_TheDaysBetween_AreNotCounted()
    {
        var suspended = Filed().As("head").On("2026-03-10 09:00").Do(new SuspendInvestigation("housing-party-missing", "当事人下落不明"));
        Assert.Equal("investigation-suspended", suspended.As("o1").On("2026-03-11 18:00").Refused(Commands.Inspect())[0].Code);
        Assert.Null(CaseProjection.Due(suspended.State));
        // Ninety days from 3 March end on 1 June; ten days (10 to 19 March) are left out.
        Assert.Equal(Day("2026-06-11"), suspended.As("head").On("2026-03-19 09:00").Do(new ResumeInvestigation("已找到当事人")).State.DecisionDueOn);
    }

    [Fact]
    public void ExtendDecisionTerm_UnderANamedRule_MovesClockAndDueDay()
    {
        var extended = Filed().As("head").On("2026-05-20 09:00").Do(new ExtendDecisionTerm("housing-extend", 30, "需要外地协查"));
        Assert.Equal(Day("2026-07-01"), extended.State.DecisionDueOn);
        var clock = CaseTiming.Clocks(extended.State, Day("2026-06-10"), new([]), Core.Settings.SettingsBook.Defaults).Value!.Single(clock => clock.Kind.Id == "decision");
        Assert.Equal(Day("2026-07-01"), clock.Due);
    }

    [Fact]
    public void HandOver_NewOfficers_TakeTheCase()
    {
        var state = Filed().As("head").Do(new HandOver(["o5", "o6"], "原承办人调离", "案卷1册")).State;
        Assert.Equal(["o5", "o6"], state.Officers.Select(officer => officer.Id));
        Assert.Superset(new HashSet<string> { "o1", "o5" }, state.Investigators.ToHashSet());
    }

    [Fact]
    public void AmendDecision_PublishedDecisionRevoked_StartsTheWithdrawalClock()
    {
        var published = Paid().As("head").Do(new DecidePublication(true, "具有一定社会影响", 90)).As("o1").Do(new PublishCaseDecision("pub-1")).As("head").On("2026-04-02 09:00");
        var revoked = published.Do(new AmendDecision(AmendmentKind.Revoked, "事实认定有误", [], false));
        Assert.Equal((CaseStage.Ended, Day("2026-04-07")), (revoked.State.Stage, revoked.State.Course.Amendment!.WithdrawBy));
        Assert.Contains(CaseTiming.Clocks(revoked.State, Day("2026-04-03"), new([]), Core.Settings.SettingsBook.Defaults).Value!, clock => clock.Kind.Id == "withdrawal");
        Assert.Null(Served().As("head").Do(new AmendDecision(AmendmentKind.Revoked, "事实认定有误", [], true)).State.Course.Amendment!.WithdrawBy);
    }

    [Fact]
    public void AmendDecision_Changed_OwesWhatRemains() =>
        Assert.Equal(10_000_00, Served().As("head").Do(new AmendDecision(AmendmentKind.Changed, "处罚偏重", [new(PenaltyKind.Fine, 10_000_00)], false)).State.OwedFen);

    [Fact]
    public void AmendDecision_ClosedAndPaid_WithdrawsAndPaysBackBeforeItIsArchived()
    {
        var revoked = OccasionalScenario.RevokedAfterPayment();
        Assert.Equal((CaseStage.Ended, 0, 20_000_00), (revoked.State.Stage, revoked.State.OwedFen, revoked.State.RefundFen));
        Assert.Equal((CaseStep.WithdrawPublication, Day("2026-05-14")), (revoked.NextSteps()[0].Line.Step, revoked.NextSteps()[0].LatestOn!.Value));
        var withdrawn = revoked.Do(new WithdrawPublication("pub-1", "处罚决定已撤销。")).As("o1");
        Assert.Equal(CaseStep.ServePaper, withdrawn.NextSteps()[0].Line.Step);
        withdrawn.On("2026-05-12 18:00").Do(new ServePaper(At("2026-05-12 10:00"), ServedPaper.Amendment, Commands.Handed(), Officers));
        Assert.Equal(CaseStep.RecordRefund, withdrawn.NextSteps()[0].Line.Step);
        Assert.Equal("refund-open", Assert.Single(withdrawn.Refused(new ArchiveCase(null, "30年", 30, null))).Code);

        var refunded = OccasionalScenario.Refunded();
        Assert.Equal((0, 0), (refunded.State.RefundFen, refunded.State.PaidFen));
        Assert.Equal(CaseStep.ArchiveCase, refunded.NextSteps()[0].Line.Step);
        Assert.Equal("nothing-to-return", refunded.Refused(new RecordRefund(At("2026-05-20 11:00"), 1_00, 0, "某某", "退0002"))[0].Code);
        Assert.Equal(CaseStage.Archived, refunded.Do(new ArchiveCase(null, "30年", 30, null)).State.Stage);
    }

    [Fact]
    public void AmendDecision_Lightened_PaysBackTheDifference()
    {
        var changed = Paid().As("head").Do(new AmendDecision(AmendmentKind.Changed, "处罚偏重", [new(PenaltyKind.Fine, 10_000_00)], false));
        Assert.Equal(10_000_00, changed.State.RefundFen);
        Assert.Contains(changed.Refused(new CloseCase("已缴清。", null)), refusal => refusal.Code == "refund-open");
        Assert.Equal("refund-too-much", changed.As("o1").Refused(new RecordRefund(At("2026-04-01 09:00"), 10_000_01, 0, "某公司", "退1"))[0].Code);
    }

    [Fact]
    public void AmendDecision_RevokedAfterASurchargeWasPaid_LeadsBackToItUntilAllWentBack()
    {
        var surcharged = ExecutionScenario.Surcharged().On("2026-04-15 18:00").Do(new RecordPayment(At("2026-04-15 10:00"), 20_000_00, 3_000_00, "票1"));
        Assert.DoesNotContain(surcharged.NextSteps(), choice => choice.Line.Step == CaseStep.RecordRefund);
        var revoked = surcharged.As("head").On("2026-05-11 09:00").Do(new AmendDecision(AmendmentKind.Revoked, "事实认定有误", [], false)).As("o1").On("2026-05-12 18:00")
            .Do(new ServePaper(At("2026-05-12 10:00"), ServedPaper.Amendment, Commands.Handed(), Officers))
            .Do(new RecordRefund(At("2026-05-12 17:00"), 20_000_00, 0, "某公司", "退1"));
        Assert.Equal(CaseStep.RecordRefund, revoked.NextSteps()[0].Line.Step);
        revoked.Do(new RecordRefund(At("2026-05-12 17:30"), 0, 3_000_00, "某公司", "退2"));
        Assert.Equal(CaseStep.ArchiveCase, revoked.NextSteps()[0].Line.Step);
    }

    [Fact]
    public void AmendDecision_OnTheSpot_IsRevokedWithItsNumber()
    {
        var revoked = OnSpot().As("head").Do(new AmendDecision(AmendmentKind.Revoked, "当事人认定有误", [], false));
        Assert.Equal((CaseStage.Ended, 0), (revoked.State.Stage, revoked.State.OwedFen));
        Assert.Contains(revoked.State.OnSpot!.Number, CaseDocuments.Content(revoked.State, DocumentCode.DecisionAmendment)!.Text(), StringComparison.Ordinal);
        var corrected = OnSpot().As("head").Do(new CorrectDecision("湘桥路人行道", "湘桥路东侧人行道", "笔误"));
        Assert.Contains(corrected.State.OnSpot!.Number, CaseDocuments.Content(corrected.State, DocumentCode.DecisionCorrection)!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void WithdrawnCase_IsArchivedWithItsNumberAndGround()
    {
        var archived = OccasionalScenario.WithdrawnAndArchived();
        Assert.Equal(CaseStage.Archived, archived.State.Stage);
        Assert.Contains("结案情形：撤案", CaseDocuments.Content(archived.State, DocumentCode.CaseFile)!.Text(), StringComparison.Ordinal);
        Assert.Contains(archived.State.Course.Withdrawal!.Number!, CaseDocuments.Content(archived.State, DocumentCode.EndingDecision)!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void ApproveFiling_FiledElsewhereFirst_IsRefusedUnlessTheConductIsDistinct()
    {
        var proposed = Proposed().Knowing(new CaseHistory([Other()])).As("head").On("2026-03-03 10:00");
        Assert.Equal("filed-elsewhere", Assert.Single(proposed.Refused(new ApproveFiling("同意立案。"))).Code);
        Assert.NotNull(proposed.Do(new ApproveFiling("同意立案。", "本案是另一处工地的行为")).State.Filing!.DistinctConduct);
    }

    [Fact]
    public void ApproveFiling_SameDayAndPlaceUnderAnotherItem_IsRefusedUnlessTheConductIsDistinct()
    {
        var proposed = Proposed().Knowing(new CaseHistory([Other() with { ItemCode = "CG-017" }])).As("head").On("2026-03-03 10:00");
        var refusal = Assert.Single(proposed.Refused(new ApproveFiling("同意立案。")));
        Assert.Equal("filed-elsewhere", refusal.Code);
        Assert.Contains("CG-017", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MakeDecision_FirstViolation_LooksAtEveryBody()
    {
        var decision = new MakeDecision(DecisionKind.FirstCorrected, [], null, "", "", Education: "已教育");
        Assert.Equal("not-first-violation", Assert.Single(Concluded(0).Knowing(new CaseHistory([Other(punished: true, act: "2025-05-01")])).As("head").Refused(decision)).Code);
        Concluded(0).Knowing(new CaseHistory([Other(punished: true, act: "2023-05-01")])).As("head").Do(decision);
    }

    [Fact]
    public void FilingProposed_KeepsTheDayForFiling() =>
        Assert.Equal((Day("2026-03-20"), "立案审批"), CaseProjection.Due(Proposed().State));

    [Fact]
    public void Course_Refusals_ArePinned() => GateSnapshot.Match("course.txt",
    [
        ("对他人申请回避", Filed().On("2026-03-04 18:00").Refused(new RequestRecusal(At("2026-03-04 10:00"), "o5", "当事人", "亲属"))),
        ("没有申请就驳回", Filed().As("head").Refused(new RefuseRecusal("o1", "理由不成立"))),
        ("回避没有决定就作决定", Noticed().Do(new RequestRecusal(At("2026-03-16 15:00"), "o1", "当事人", "亲属")).As("head").On("2026-03-24 09:00").Refused(Commands.Decide())),
        ("移交给一人", Filed().As("head").Refused(new HandOver(["o5"], "调离", "案卷"))),
        ("移交给原承办人", Filed().As("head").Refused(new HandOver(["o2", "o1"], "调离", "案卷"))),
        ("移交给审核过本案的人员", InReview().As("head").Refused(new HandOver(["o5", "reviewer"], "调离", "案卷"))),
        ("没有指明规章条款", Filed().As("head").Refused(new SuspendInvestigation("案情复杂", "案情复杂"))),
        ("没有中止就恢复", Filed().As("head").Refused(new ResumeInvestigation("恢复"))),
        ("延长超过规定", Filed().As("head").Refused(new ExtendDecisionTerm("housing-extend", 31, "复杂"))),
        ("先再次延期", Filed().As("head").Refused(new ExtendDecisionTerm("housing-extend-again", 60, "复杂", "讨论"))),
        ("届满后延长", Filed().As("head").On("2026-06-02 09:00").Refused(new ExtendDecisionTerm("housing-extend", 30, "复杂"))),
        ("没有集体讨论再次延期", Filed().As("head").Do(new ExtendDecisionTerm("housing-extend", 30, "复杂")).Refused(new ExtendDecisionTerm("housing-extend-again", 60, "复杂"))),
        ("立案前的时间", Filed().As("head").Refused(new ExcludeTime("housing-exclude", Day("2026-03-01"), Day("2026-03-03"), "检测"))),
        ("没有超过时效就撤案", Filed().As("head").Refused(new WithdrawCase(WithdrawalGround.LimitationExpired, "证据不足"))),
        ("没有其他机关立案就撤案", Filed().As("head").Refused(new WithdrawCase(WithdrawalGround.FiledElsewhere, "已由步文街道立案"))),
        ("办案人员撤案", Filed().Refused(new WithdrawCase(WithdrawalGround.FiledByMistake, "登记错误"))),
        ("更正决定书没有的文字", Decided().As("head").Refused(new CorrectDecision("碧湖东路", "湘桥路", "笔误"))),
        ("以更正改变处罚", Decided().As("head").Refused(new CorrectDecision("罚款人民币贰万元整（￥20,000.00）", "罚款人民币壹万元整", "笔误"))),
        ("变更为更重的处罚", Decided().As("head").Refused(new AmendDecision(AmendmentKind.Changed, "偏轻", [new(PenaltyKind.Fine, 30_000_00)], false))),
        ("撤销后再撤销", OccasionalScenario.RevokedAfterPayment().Refused(new AmendDecision(AmendmentKind.Revoked, "有误", [], false))),
        ("当场处罚撤销后重新调查", OnSpot().As("head").Refused(new AmendDecision(AmendmentKind.Revoked, "有误", [], true))),
        ("当事人没有证明无过错", Concluded(0).As("head").Refused(new MakeDecision(DecisionKind.NoFault, [], null, "", "", Education: "已教育"))),
        ("单位不能辨认自己行为", Concluded(0).As("head").Refused(new MakeDecision(DecisionKind.Incapable, [], null, "", "", Education: "已教育", Proof: "鉴定意见"))),
        ("不予处罚没有教育", Concluded(0).As("head").Refused(new MakeDecision(DecisionKind.MinorCorrected, [], null, "", ""))),
    ]);
}
