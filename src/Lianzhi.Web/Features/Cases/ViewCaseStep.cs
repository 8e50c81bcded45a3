using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Components.Forms;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Cases;

/// <summary>What the page of a step needs.</summary>
/// <param name="State">The case.</param>
/// <param name="Refusals">Why the step is not lawful now; empty when its form is shown.</param>
/// <param name="Officers">Who may act in the subject's name today.</param>
public sealed record CaseStepView(CaseState State, IReadOnlyList<Refusal> Refusals, IReadOnlyList<Choice> Officers);

/// <summary>Prepares the page of a step (办理页面).</summary>
public sealed class ViewCaseStep(UseCaseRunner runner, CaseStream stream, CaseDesk desk)
{
    /// <summary>The case, what stands in the way, and who may act.</summary>
    public Task<Result<CaseStepView>> Run(string id, FlowLine line, CancellationToken cancel) => runner.Read<CaseStepView>(AccessTable.TakeCaseStep, async () =>
    {
        if (await stream.Load(id, cancel) is not { } state || runner.Check(AccessTable.ViewCase, CaseRow.PlacementOf(state)) is not null) return Refusal.NotFound();
        if (runner.Check(line.Hands == StepHands.Head ? AccessTable.ApproveCase : AccessTable.HandleCase, CaseRow.PlacementOf(state)) is { } refusal) return refusal;
        return new CaseStepView(state, NextSteps.Refusals(state, line, desk.Context()), OfficersFor(desk, state.Subject!.Code));
    });

    /// <summary>Certified officers who may act in a unit's name today.</summary>
    public static IReadOnlyList<Choice> OfficersFor(CaseDesk desk, string unit) =>
        [.. desk.Organisation.Officers.Where(officer => CrewRules.Member(unit, officer.Id, desk.Organisation, new CrewPolicy()).IsOk)
            .Select(officer => new Choice(officer.Id, $"{officer.Name}（{desk.Organisation.ValidCertificate(officer.Id)!.Number}）"))];
}
