using Lianzhi.Core.Cases;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Cases;

public sealed class FilingStepsTests
{
    [Fact]
    public void ProposeFiling_BirthUnlikeTheNumber_IsRefused()
    {
        Assert.Equal("party.bornOn", Assert.Single(Begin().Refused(Commands.Propose() with { Party = Citizen with { BornOn = "2012-02-28" } })).Field);
        Assert.Equal(new DateOnly(2012, 2, 28), (BornOn("2012-02-28") with { BornOn = null }).BirthDate);
    }

    [Fact]
    public void ProposeFiling_LawfulProposal_KeepsSubjectItemOfficersAndLimit()
    {
        var proposal = Proposed().State.Proposal!;
        Assert.Equal((Street, true), (proposal.Subject.Code, proposal.Subject.IsTownship));
        Assert.NotEmpty(proposal.Subject.Reasons);
        Assert.Equal(("CG-030", 10_000_00L, 100_000_00L), (proposal.Item.Code, proposal.Item.OrganisationMinimumFen, proposal.Item.OrganisationMaximumFen));
        Assert.Equal("A1", proposal.Place.Area);
        Assert.Equal(Day("2028-02-27"), proposal.LimitOn);
        Assert.Equal(["示o1", "示o2"], proposal.Officers.Select(officer => officer.CertificateNumber));
    }

    [Fact]
    public void ApproveFiling_ByHead_StartsNinetyDays()
    {
        var state = Filed().State;
        Assert.Equal(CaseStage.Investigating, state.Stage);
        Assert.Equal("漳龙蓝立〔2026〕1号", state.Number);
        Assert.Equal("行政机关负责人", state.Filing!.Signer.Post[..7]);
        Assert.Equal(Day("2026-06-01"), state.Filing.DecisionDueOn);
    }

    [Fact]
    public void ApproveFiling_ByDeputyWithAuthorisation_NamesIt() =>
        Assert.StartsWith("签批授权〔2026〕1号", Proposed().As("deputy").On("2026-03-03 10:00").Do(new ApproveFiling("同意。")).State.Filing!.Signer.Authorisation, StringComparison.Ordinal);

    [Fact]
    public void RefuseFiling_ByHead_EndsTheCase()
    {
        var scenario = Proposed().As("head").Do(new RefuseFiling("违法行为显著轻微，已批评教育。"));
        Assert.Equal(CaseStage.Refused, scenario.State.Stage);
        Assert.Equal(CaseStep.ArchiveCase, Assert.Single(scenario.NextSteps()).Line.Step);
    }

    [Fact]
    public void DeclareRecusal_WithReplacement_ChangesTheOfficersAndKeepsThemOut()
    {
        var scenario = Filed().As("head").Do(new DeclareRecusal("o2", "与当事人有亲属关系", "o5")).As("o1").On("2026-03-04 18:00");
        Assert.Equal(["o1", "o5"], scenario.State.Officers.Select(officer => officer.Id));
        Assert.Contains(scenario.Refused(Commands.Inspect()), refusal => refusal.Code == "officer-recused");
        scenario.Do(Commands.Inspect() with { Officers = ["o1", "o5"] });
    }

    [Fact]
    public void ProposeFiling_Refusals_ArePinned() => GateSnapshot.Match("propose-filing.txt",
    [
        ("一名执法人员", Begin().Refused(Commands.Propose() with { Officers = ["o1"] })),
        ("同一人两次", Begin().Refused(Commands.Propose() with { Officers = ["o1", "o1"] })),
        ("无证", Begin().Refused(Commands.Propose() with { Officers = ["o1", "o3"] })),
        ("外街道人员", Begin().Refused(Commands.Propose() with { Officers = ["o1", "o4"] })),
        ("2024年6月25日前由部门办理，镇街人员不能承办", Begin().Refused(Commands.Propose() with { At = At("2024-06-24 09:00"), ActOn = Day("2024-06-20"), DiscoveredOn = Day("2024-06-21") })),
        ("事项不存在", Begin().Refused(Commands.Propose() with { ItemCode = "CG-999" })),
        ("镇的法定职权在街道", Begin().Refused(Commands.Propose() with { ItemCode = "GH-009" })),
        ("超过追究时效", Begin().Refused(Commands.Propose() with { ActOn = Day("2024-02-28"), DiscoveredOn = Day("2026-03-01") })),
        ("没有当事人", Begin().Refused(Commands.Propose() with { Party = Company with { Name = " " } })),
        ("将来的时间", Begin().Refused(Commands.Propose() with { At = At("2026-03-02 09:01") })),
    ]);

    [Fact]
    public void ProposeFiling_FiveYearsWithHarm_IsInTime() =>
        Assert.Equal(Day("2029-02-28"), Begin().Do(Commands.Propose() with { ActOn = Day("2024-02-28"), HarmToLifeHealthOrFinance = true }).State.Proposal!.LimitOn);

    [Fact]
    public void ApproveFiling_Refusals_ArePinned() => GateSnapshot.Match("approve-filing.txt",
    [
        ("片长", Proposed().As("chief").Refused(new ApproveFiling("同意。"))),
        ("没有签批授权的分管负责人", Proposed().As("deputy-without").Refused(new ApproveFiling("同意。"))),
        ("办案人员自己", Proposed().As("o1").Refused(new ApproveFiling("同意。"))),
        ("负责人自己办案", Begin().On("2026-03-02 09:00").Do(Commands.Propose() with { Officers = ["o1", "head"] }).As("head").Refused(new ApproveFiling("同意。"))),
        ("没有意见", Proposed().As("head").Refused(new ApproveFiling(""))),
        ("已经立案", Filed().As("head").Refused(new ApproveFiling("同意。"))),
        ("不予立案没有理由", Proposed().As("head").Refused(new RefuseFiling(""))),
        ("回避后不足两人", Filed().As("head").Refused(new DeclareRecusal("o2", "亲属", null))),
        ("回避的不是办案人员", Filed().As("head").Refused(new DeclareRecusal("o5", "亲属", null))),
    ]);
}
