using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Discretion;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Components.Forms;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Cases;

/// <summary>What the page of a step needs.</summary>
/// <param name="State">The case.</param>
/// <param name="Refusals">Why the step is not lawful now; empty when its form is shown.</param>
/// <param name="Officers">Who may act in the subject's name today.</param>
/// <param name="Context">What the step asks of the district.</param>
/// <param name="People">People in service of the subject and of the justice bureau; everybody for a consultation.</param>
/// <param name="History">What discretion is weighed by; null for steps that do not weigh.</param>
public sealed record CaseStepView(
    CaseState State, IReadOnlyList<Refusal> Refusals, IReadOnlyList<Choice> Officers, StepContext Context, IReadOnlyList<Choice> People, PartyHistory? History = null)
{
    /// <summary>Who takes part in the case now.</summary>
    public IReadOnlyList<Choice> Participants => [.. CaseSteps.PeopleOf(State).Select(person => new Choice(person.Id, $"{person.Name}（{person.Unit}）"))];

    /// <summary>People who may take this part in the case.</summary>
    public IReadOnlyList<Choice> FreeFor(CaseDuty duty) => [.. People.Where(person => Separation.Check(State, person.Value, duty) is null)];

    /// <summary>Reviewers free of conflict, nearest first.</summary>
    public IReadOnlyList<Choice> Reviewers => [.. Context.Facts.Procedure.Reviewers(State.Subject!.Code, Context.Today)
        .Where(reviewer => Separation.Check(State, reviewer.Id, CaseDuty.Review) is null).Select(reviewer => new Choice(reviewer.Id, $"{reviewer.Name}（{reviewer.Unit}）"))];
}

/// <summary>Prepares the page of a step (办理页面).</summary>
public sealed class ViewCaseStep(UseCaseRunner runner, CaseStream stream, CaseDesk desk, PartyLookup lookup)
{
    /// <summary>Steps that fix or weigh a fine.</summary>
    private static readonly CaseStep[] Weighing = [CaseStep.AssessDiscretion, CaseStep.ConcludeInvestigation, CaseStep.ServePriorNotice, CaseStep.DiscussCollectively, CaseStep.MakeDecision];

    /// <summary>The case, what stands in the way, and who may act.</summary>
    public Task<Result<CaseStepView>> Run(string id, FlowLine line, CancellationToken cancel) => runner.Read<CaseStepView>(AccessTable.TakeCaseStep, async () =>
    {
        if (await stream.Load(id, cancel) is not { } state || runner.Check(AccessTable.ViewCase, CaseRow.PlacementOf(state)) is not null) return Refusal.NotFound();
        if (runner.Check(CaseHands.UseCaseOf(line.Hands), CaseRow.PlacementOf(state)) is { } refusal) return refusal;
        var context = desk.Context();
        var refusals = NextSteps.Refusals(state, line, context);
        return new CaseStepView(state, refusals, OfficersFor(desk, state.Subject!.Code), context, line.Step == CaseStep.HoldConsultation ? Everybody(desk) : PeopleFor(desk, state.Subject.Code),
            refusals.Count == 0 && Weighing.Contains(line.Step) ? await lookup.For(state, cancel) : null);
    });

    /// <summary>Certified officers who may act in a unit's name today.</summary>
    public static IReadOnlyList<Choice> OfficersFor(CaseDesk desk, string unit) =>
        [.. desk.Organisation.Officers.Where(officer => CrewRules.Member(unit, officer.Id, desk.Organisation, new CrewPolicy()).IsOk)
            .Select(officer => new Choice(officer.Id, $"{officer.Name}（{desk.Organisation.ValidCertificate(officer.Id)!.Number}）"))];

    /// <summary>Everybody in service, by unit: whoever knows the matter may be asked.</summary>
    private static IReadOnlyList<Choice> Everybody(CaseDesk desk) =>
        [.. desk.Organisation.Officers.OrderBy(officer => officer.Unit, StringComparer.Ordinal).ThenBy(officer => officer.Name, StringComparer.Ordinal)
            .Select(officer => new Choice(officer.Id, $"{officer.Name}（{desk.Organisation.UnitName(officer.Unit)}）"))];

    /// <summary>People of a unit and of the organs that review for it, who may host, record or review.</summary>
    private static IReadOnlyList<Choice> PeopleFor(CaseDesk desk, string unit)
    {
        var organisation = desk.Organisation;
        var units = organisation.Posts.Where(post => post.Kind == PostKind.LegalReviewer && organisation.Township(post.Unit ?? "") is null).Select(post => post.Unit!).Append(unit).ToHashSet(StringComparer.Ordinal);
        return [.. organisation.Officers.Where(officer => units.Contains(officer.Unit)).OrderBy(officer => officer.Unit != unit)
            .Select(officer => new Choice(officer.Id, $"{officer.Name}（{organisation.UnitName(officer.Unit)}）"))];
    }
}
