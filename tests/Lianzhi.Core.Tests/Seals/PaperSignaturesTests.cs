using System.Text;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Measures;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Seals;
using Lianzhi.Core.Tests.Cases;
using Lianzhi.Core.Tests.Documents;
using Lianzhi.Core.Tests.Inspections;

namespace Lianzhi.Core.Tests.Seals;

/// <summary>Whose signature in the record a paper rests on; where there is none the head approves the seal.</summary>
public sealed class PaperSignaturesTests
{
    [Fact]
    public void Of_EverySealedKind_IsPinned()
    {
        var text = new StringBuilder();
        foreach (var kind in DocumentKinds.OfCases.Where(kind => kind is { Outside: true, Sealed: true }))
        {
            var state = CaseDocumentsTests.StateWith(kind.Code);
            var signed = PaperSignatures.Of(state, IssuedPapers.Of(state, platformNumbers: false).First(paper => paper.Paper.Kind.Code == kind.Code));
            text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{kind.Sign} {kind.Title}：{(signed is null ? "由负责人另行批准用印" : $"{signed.Signer.Name}（{signed.Signer.Post}）{ChineseText.Date(signed.On)}签批")}");
        }
        Snapshot.Match("signatures.txt", text.ToString());
    }

    [Fact]
    public void Of_ADecisionThatWasRevoked_IsWhoSignedThatOne()
    {
        var redecided = OccasionalScenario.Redecided().State;
        var state = redecided with { Decision = redecided.Decision! with { Number = "漳龙蓝罚〔2026〕2号" } };
        var decisions = IssuedPapers.Of(state, platformNumbers: false).Where(paper => paper.Paper.Kind.Code == DocumentCode.PenaltyDecision).ToList();
        Assert.Equal(2, decisions.Count);
        Assert.All(decisions, paper => Assert.Equal(paper.Paper.On, PaperSignatures.Of(state, paper)!.On));
        Assert.Equal(2, decisions.Select(paper => PaperSignatures.Of(state, paper)!.On).Distinct().Count());
    }

    [Fact]
    public void Of_ASealingOnTheSpot_IsTheApprovalAfterwards()
    {
        var done = MeasureProperties.Everything().State;
        foreach (var paper in IssuedPapers.Of(done, platformNumbers: false).Where(paper => paper.Paper.Kind.Code == DocumentCode.SealingDecision))
            Assert.Equal(done.Measures.Sealings.Single(sealing => sealing.Made.Number == paper.Key).Approved, PaperSignatures.Of(done, paper) is not null);
        var reported = new CaseMeasures
        {
            Sealings = [new(done.Measures.Sealings[0].Made with { Number = "甲1", Request = null })],
            Requests = [done.Measures.Requests[0] with { Asked = done.Measures.Requests[0].Asked with { Kind = MeasureKind.Sealing, Sealing = 0 }, Approved = null }],
        };
        var issued = new IssuedPaper(new(DocumentKinds.Of(DocumentCode.SealingDecision), 0, true, new DateOnly(2026, 3, 5)), "甲1", IssuedPapers.Of(done, platformNumbers: false)[0].Content);
        Assert.Null(PaperSignatures.Of(done with { Measures = reported }, issued));
        var signer = new CaseSigner("a", "周海波", "主任", null);
        var approved = reported with { Requests = [reported.Requests[0] with { Approved = new MeasureApproved(CaseScenario.At("2026-03-05 20:00"), 0, "同意", signer) }] };
        Assert.Equal(new SealApproval(signer, new DateOnly(2026, 3, 5)), PaperSignatures.Of(done with { Measures = approved }, issued));
    }

    [Fact]
    public void Of_AnInspection_CoversItsNoticeOnly()
    {
        var file = InspectionScenario.Closed();
        Assert.Equal(file.Approval!.Signer, PaperSignatures.Of(file, DocumentCode.InspectionNotice)!.Signer);
        Assert.Null(PaperSignatures.Of(file, DocumentCode.InspectionResult));
        Assert.Null(PaperSignatures.Of(InspectionScenario.Proposed(), DocumentCode.InspectionNotice));
    }
}
