using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Measures;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Tests.Cases;
using static Lianzhi.Core.Tests.Cases.CaseScenario;
using static Lianzhi.Core.Tests.Cases.ExecutionScenario;

namespace Lianzhi.Core.Tests.Documents;

public sealed class CaseDocumentsTests
{
    public static TheoryData<string> Names => [.. DocumentKinds.OfCases.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Content_OfEachKind_IsPinned(string name)
    {
        var code = DocumentKinds.Find(name)!.Code;
        var state = StateWith(code);
        var content = CaseDocuments.Content(state, code)!;
        Assert.False(content.IsDraft, content.Text());
        Snapshot.Match($"{name}.txt", content.Text());
        // Kept papers must be readable for ever; the files are also what LibreOffice is tried with.
        Snapshot.Match($"kept/{name}.json", PaperForm.Write(content));
    }

    /// <summary>A case that has a finished paper of this kind.</summary>
    internal static CaseState StateWith(DocumentCode code) => code switch
    {
        DocumentCode.OnSpotDecision => CaseScenario.OnSpot().State,
        DocumentCode.AddressConfirmation => AddressConfirmed().State,
        DocumentCode.ServiceAnnouncement => Announced().State,
        DocumentCode.CashRegister => CashBanked().State,
        DocumentCode.DeferralApproval or DocumentCode.DeferralNotice => Deferred().State,
        DocumentCode.SurchargeDecision or DocumentCode.Demand => Demanded().State,
        DocumentCode.CourtApplication => CourtApplied().State,
        DocumentCode.EnforcementDecision => EnforcementDecided().State,
        DocumentCode.CaseFile or DocumentCode.CaseFileNotes => Archived().State,
        DocumentCode.NoPenaltyDecision => Concluded(0).As("head").Do(new MakeDecision(DecisionKind.FirstCorrected, [], null, "今后应当及时遮盖。", "", Education: "已当面讲解法律规定，当事人表示今后及时遮盖")).State,
        DocumentCode.DefenceReview => Noticed().On("2026-03-18 18:00").Do(new RecordDefence(At("2026-03-17 09:00"), true, "请求从轻", 1))
            .Do(new ReviewDefence(At("2026-03-18 09:00"), "已核实清运情况", true, "已清运属实", CaseScenario.Officers)).State,
        DocumentCode.HearingPostponement => OccasionalScenario.Postponed().State,
        DocumentCode.HearingNotice or DocumentCode.HearingAnnouncement or DocumentCode.HearingRecord or DocumentCode.HearingReport or DocumentCode.ReviewSubmission or DocumentCode.ReviewOpinion
            or DocumentCode.DiscussionRecord or DocumentCode.DecisionApproval => DecidedAfterHearing().State,
        DocumentCode.RecusalDecision => Filed().As("head").Do(new DeclareRecusal("o2", "与当事人有直接利害关系", "o5")).State,
        DocumentCode.SuspensionApproval => Investigated().As("head").Do(new SuspendInvestigation("housing-party-missing", "当事人下落不明，已到其住所和经营场所查找。")).State,
        DocumentCode.TermExtensionApproval => Investigated().As("head").Do(new ExtendDecisionTerm("housing-extend", 30, "需要向外地单位核实土方来源。")).State,
        DocumentCode.EndingDecision => Investigated().As("head").Do(new TerminateInvestigation("housing-terminate", "当事人已注销，没有权利义务承受人，有注销登记通知书。")).State,
        DocumentCode.DecisionCorrection => Decided().As("head").Do(new CorrectDecision("湘桥路北段工地", "湘桥路南段工地", "路段名称误写")).State,
        DocumentCode.DecisionAmendment => Decided().As("head").Do(new AmendDecision(AmendmentKind.Changed, "复核后认为处罚偏重", [new(PenaltyKind.Fine, 10_000_00)], false)).State,
        DocumentCode.SubstituteDecision or DocumentCode.SubstituteDemand => TransferStepsTests.Substituted().State,
        DocumentCode.DemolitionAnnouncement or DocumentCode.DemolitionDecision => DemolitionDecided().State,
        DocumentCode.CrimeReport or DocumentCode.CrimeTransfer => Measure.Transferring().As("head").On("2026-03-10 09:00").Do(new DecideCrimeTransfer(true, "同意移送。")).As("o1").On("2026-03-10 18:00").Do(Measure.HandOver()).State,
        DocumentCode.GuardianOrder => Filed(BornOn("2012-02-28")).On("2026-03-05 18:00")
            .Do(new OrderGuardian(At("2026-03-05 10:00"), CapacityGround.UnderFourteen, "陈父", "父亲", "严加管教，督促清理现场。", Commands.Handed(), CaseScenario.Officers)).State,
        DocumentCode.FilingRefusal => OccasionalScenario.FilingRefused().State,
        DocumentCode.RecheckRecord => Investigated().On("2026-03-10 18:00").Do(Commands.Check()).State,
        DocumentCode.DefenceRecord => Noticed().On("2026-03-18 18:00").Do(new RecordDefence(At("2026-03-17 09:00"), false, "东侧渣土不是本公司堆放，请求核实", 1, "蓝田街道综合执法大队", "吴思源（法定代表人）")).State,
        DocumentCode.RecusalRefusal => OccasionalScenario.RecusalRefused().State,
        DocumentCode.EnforcementRecord or DocumentCode.CostSheet => OccasionalScenario.Performed().State,
        DocumentCode.HandoverList => Measure.Seized().As("head").On("2026-03-12 09:00").Do(new LiftSealing(0, LiftGround.DealtWith, "已作出没收决定。")).As("o1").On("2026-03-13 18:00")
            .Do(new RecordCustody(At("2026-03-13 10:00"), 0, GoodsAction.HandedToFinance, [new("渣土运输车", "自卸式", "1", "辆")], "区罚没物品仓库", "区财政局 演示人", "行政处罚决定书", null, CaseScenario.Officers)).State,
        DocumentCode.ExecutionAgreement => OccasionalScenario.Agreed().State,
        DocumentCode.ExecutionSuspension or DocumentCode.ExecutionResumption => OccasionalScenario.ExecutionResumed().State,
        DocumentCode.ExecutionEnding => OccasionalScenario.ExecutionEnded().State,
        DocumentCode.ConsultationMinutes => OccasionalScenario.Consulted().State,
        DocumentCode.DiscretionSheet => DiscretionTests.Weighed().State,
        >= DocumentCode.SamplingNotice => MeasureProperties.Everything().State,
        _ => Closed().State,
    };

    [Fact]
    public void ExecutionResumption_AfterABrokenAgreement_NamesTheAgreementAndKeepsIt()
    {
        var state = OccasionalScenario.AgreementBroken().State;
        var text = CaseDocuments.Content(state, DocumentCode.ExecutionResumption)!.Text();
        Assert.Contains("第四十二条第二款", text, StringComparison.Ordinal);
        Assert.Contains("第一期到期未缴。", text, StringComparison.Ordinal);
        Assert.Contains("达成执行协议", text, StringComparison.Ordinal);
        Assert.Contains(CaseDocuments.Of(state), paper => paper.Kind.Code == DocumentCode.ExecutionAgreement && paper.Made);
    }

    [Fact]
    public void ExecutionSuspension_Repeated_KeepsEveryPaper()
    {
        var state = OccasionalScenario.ExecutionResumed().As("head").On("2026-10-13 09:00").Do(new SuspendExecution(At("2026-10-13 08:00"), SuspensionGround.Hindered, "", "当事人再次履行困难")).State;
        Assert.Equal(2, CaseDocuments.Of(state).Count(paper => paper.Kind.Code == DocumentCode.ExecutionSuspension));
        Assert.Contains("再次履行困难", CaseDocuments.Content(state, DocumentCode.ExecutionSuspension, 1)!.Text(), StringComparison.Ordinal);
    }

    private static CaseScenario DemolitionDecided() => MeasureProperties.Demolishing()
        .On("2026-04-01 18:00").Do(new AnnounceDemolition(At("2026-04-01 10:00"), "彩钢棚86平方米", Day("2026-04-15"), "湘桥路现场和村务公开栏", CaseScenario.Officers))
        .DemolitionReviewed("2026-09-28 09:00").As("head").On("2026-09-29 09:00").Do(new DecideDemolition("《中华人民共和国城乡规划法》第六十八条", "漳龙政〔2026〕88号", "机械拆除", Day("2026-10-12"), true));

    [Fact]
    public void PenaltyDecision_BeforeItIsMade_SaysWhatIsPendingAndHasNoNumber()
    {
        var state = Noticed(100_000_00).On("2026-03-18 09:00").Do(new RecordDefence(At("2026-03-17 09:00"), true, "请求从轻", 1)).State;
        var content = CaseDocuments.Content(state, DocumentCode.PenaltyDecision)!;
        Assert.True(content.IsDraft);
        Assert.Equal("【待编号】", content.Number);
        Snapshot.Match("penalty-decision-draft.txt", content.Text());
    }

    [Fact]
    public void PriorNotice_WithHearingRight_SaysSo() =>
        Snapshot.Match("prior-notice-hearing.txt", CaseDocuments.Content(Noticed(100_000_00).State, DocumentCode.PriorNotice)!.Text());

    [Fact]
    public void PenaltyDecision_NeverSaysWhatDidNotHappen()
    {
        Assert.DoesNotContain("未要求听证", CaseDocuments.Content(Noticed(100_000_00).State, DocumentCode.PenaltyDecision)!.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("听证", CaseDocuments.Content(Decided().State, DocumentCode.PenaltyDecision)!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void OnSpotDecision_IndividualBusiness_NamesTheShopAndItsOperator()
    {
        var party = Citizen with { Kind = PartyKind.IndividualBusiness, Name = "陈大明", TradeName = "演示面馆", CreditCode = "92350603MA00000X1L" };
        var state = Begin().On("2026-03-02 18:00").Do(Commands.OnSpot() with { Party = party }).State;
        Assert.Contains("当事人：演示面馆，经营者：陈大明", CaseDocuments.Content(state, DocumentCode.OnSpotDecision)!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Content_OfPaperTheCaseDoesNotHave_IsNull() => Assert.Null(CaseDocuments.Content(Filed().State, DocumentCode.PenaltyDecision));

    [Fact]
    public void Of_EveryListedPaper_HasContent()
    {
        foreach (var state in new[] { Proposed().State, Investigated().State, Noticed().State, Decided().State, Closed().State, CaseScenario.OnSpot().State, CourtApplied().State, Annulled().State, Archived().State })
            foreach (var paper in CaseDocuments.Of(state))
                Assert.NotNull(CaseDocuments.Content(state, paper.Kind.Code, paper.Index));
    }

    [Fact]
    public void EnforcementRecord_OfEveryAct_IsPinned() => Snapshot.Match("enforcement-records.txt", string.Concat(
        new[] { OccasionalScenario.Performed().State, OccasionalScenario.Cleared().State, OccasionalScenario.Demolished().State, OccasionalScenario.Enforced().State }
            .SelectMany(state => CaseDocuments.Of(state).Where(paper => paper.Kind.Code is DocumentCode.EnforcementRecord or DocumentCode.CostSheet)
                .Select(paper => $"==== {paper.On:yyyy-MM-dd}\n{CaseDocuments.Content(state, paper.Kind.Code, paper.Index)!.Text()}"))));

    [Fact]
    public void FilingRefusal_HasAFormOfItsOwnAndNothingOpen()
    {
        var state = OccasionalScenario.FilingRefused().State;
        Assert.Null(CaseDocuments.Content(state, DocumentCode.FilingApproval));
        Assert.False(CaseDocuments.Content(state, DocumentCode.FilingRefusal)!.IsDraft);
    }

    [Fact]
    public void TestNotice_NobodyWasTold_IsNotMadeAndTheCommissionIs()
    {
        var untold = Measure.Seized().On("2026-03-10 18:00").Do(Measure.Test() with { ToldInWriting = false, Service = null }).State;
        Assert.Null(CaseDocuments.Content(untold, DocumentCode.TestNotice));
        Assert.NotNull(CaseDocuments.Content(untold, DocumentCode.TestCommission));
    }

    [Fact]
    public void DefenceRecord_PlaceAndSpeakerNotKept_AreNamedAndWrittenOnesHaveNone()
    {
        var spoken = Noticed().On("2026-03-18 18:00").Do(new RecordDefence(At("2026-03-17 09:00"), false, "请求从轻", 0));
        Assert.Contains("地点：【待补记】", CaseDocuments.Content(spoken.State, DocumentCode.DefenceRecord)!.Text(), StringComparison.Ordinal);
        Assert.Null(CaseDocuments.Content(OccasionalScenario.Defended().State, DocumentCode.DefenceRecord));
    }

    [Fact]
    public void SuspensionApproval_OfASuspensionThatEnded_StaysAndTheResumptionFollows()
    {
        var state = OccasionalScenario.Resumed().State;
        Assert.Contains("审批事项：中止调查", CaseDocuments.Content(state, DocumentCode.SuspensionApproval)!.Text(), StringComparison.Ordinal);
        Assert.Contains("审批事项：恢复调查，办案期限至2026年6月11日", CaseDocuments.Content(state, DocumentCode.SuspensionApproval, 1)!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Kinds_CoverEveryCodeOnce()
    {
        Assert.Equal(Enum.GetValues<DocumentCode>().Order(), DocumentKinds.All.Select(kind => kind.Code).Order());
        Assert.Equal(DocumentKinds.All.Count, DocumentKinds.All.Select(kind => kind.Name).Distinct().Count());
    }
}
