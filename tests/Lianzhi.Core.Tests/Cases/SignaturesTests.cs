using Lianzhi.Core.Cases;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Cases;

public sealed class SignaturesTests
{
    private static (CaseStep Step, bool Allowed, CaseStep? Return)[] Waits(CaseScenario scenario) =>
        [.. Signatures.Of(scenario.State, scenario.Context()).Select(signature => (signature.Choice.Line.Step, signature.Choice.Allowed, signature.Return?.Step))];

    [Fact]
    public void Of_CaseProposed_IsSignedOrRefusedByTheHeadAlone()
    {
        Assert.Equal([(CaseStep.ApproveFiling, true, CaseStep.RefuseFiling)], Waits(Proposed().As("head")));
        Assert.Equal([(CaseStep.ApproveFiling, true, CaseStep.RefuseFiling)], Waits(Proposed().As("deputy")));
        Assert.Empty(Waits(Proposed().As("deputy-without")));
        Assert.Empty(Waits(Proposed().As("chief")));
        Assert.Empty(Waits(Proposed().As("o2")));
    }

    [Fact]
    public void Of_DefencePeriodRunning_SaysWhyTheDecisionCannotBeSigned()
    {
        var signature = Assert.Single(Signatures.Of(Noticed().As("head").State, Noticed().As("head").Context()));
        Assert.Equal((CaseStep.MakeDecision, false), (signature.Choice.Line.Step, signature.Choice.Allowed));
        Assert.Contains(signature.Choice.Refusals, refusal => refusal.Code == "defence-period-running");
    }

    [Fact]
    public void Of_DefencePeriodOver_IsSignedOrSentBackToInvestigation() =>
        Assert.Equal([(CaseStep.MakeDecision, true, CaseStep.ReopenInvestigation)], Waits(Noticed().As("head").On("2026-04-01 09:00")));

    [Fact]
    public void Of_RecusalRequested_WaitsBesideWhatLeadsOn() =>
        Assert.Contains((CaseStep.RefuseRecusal, true, null), Waits(Investigated().On("2026-03-12 18:00").Do(new RequestRecusal(At("2026-03-12 17:00"), "o1", "吴思源", "与当事人是亲属")).As("head")));

    [Fact]
    public void Of_InvestigationGoingOn_NothingWaits() => Assert.Empty(Waits(Filed().As("head")));

    [Fact]
    public void Of_LegalReviewPassed_DiscussionWaits() =>
        Assert.Equal((CaseStep.DiscussCollectively, true, CaseStep.ReopenInvestigation), Assert.Single(Waits(ReviewPassed().As("head"))));
}
