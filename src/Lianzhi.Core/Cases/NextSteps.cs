using Lianzhi.Core.Cases.Measures;

namespace Lianzhi.Core.Cases;

/// <summary>A step as the case page offers it.</summary>
/// <param name="Line">The step.</param>
/// <param name="Refusals">Why not now; empty when it may be taken.</param>
/// <param name="EarliestOn">First day it can be lawful, when days alone stand in the way; null otherwise.</param>
/// <param name="LatestOn">Last lawful day; null when the law sets none.</param>
/// <param name="Primary">The one lawful next step.</param>
public sealed record StepChoice(FlowLine Line, IReadOnlyList<Refusal> Refusals, DateOnly? EarliestOn, DateOnly? LatestOn, bool Primary)
{
    /// <summary>True when nothing stands in the way.</summary>
    public bool Allowed => Refusals.Count == 0;
}

/// <summary>
/// What can be done next (依法的下一步): every step that belongs to the case's stage or comes right after it, with
/// what stands in the way, and the one that leads on.
/// </summary>
public static partial class NextSteps
{
    private static readonly CaseStep[] Optional = [CaseStep.DeclareRecusal, CaseStep.RefuseFiling, CaseStep.RequestHearing, CaseStep.RecordWaiver];

    /// <summary>The choices, the primary one first.</summary>
    public static IReadOnlyList<StepChoice> For(CaseState state, StepContext context)
    {
        var lines = CaseFlow.Lines.Where(line => Shown(state, line, context) && MeasureGates.Concerns(state, line.Step, context)).ToList();
        var leading = MeasureGates.Leading(state, context) ?? ExecutionSteps.Leading(state, context.Today) ?? Leading(state, context);
        return [.. lines
            .Select(line => new StepChoice(line, Refusals(state, line, context), EarliestOn(state, line) ?? MeasureGates.EarliestOn(state, line.Step, context), LatestOn(state, line) ?? MeasureGates.LatestOn(state, line.Step), line.Step == leading))
            // Assigning others is the head's own idea: to everybody else it is no step that waits.
            .Where(choice => choice.Allowed || choice.Line.Step != CaseStep.AssignOfficers)
            .Where(choice => choice.Allowed || choice.Primary || IsWorthSaying(state, choice, context))
            .OrderByDescending(choice => choice.Primary)
            .ThenBy(choice => !choice.Allowed)];
    }

    private static bool Shown(CaseState state, FlowLine line, StepContext context) =>
        (line.From.Contains(state.Stage) && ExecutionSteps.IsRelevant(state, line.Step, context.Today) && Fits(state, line.Step, context)) || (state.Stage is not (CaseStage.None or CaseStage.Closed or CaseStage.Archived or CaseStage.Refused or CaseStage.Ended)
            && line.From.All(from => from > state.Stage) && !Optional.Contains(line.Step)
            && line.Step is CaseStep.ServePriorNotice or CaseStep.MakeDecision or CaseStep.ServeDecision or CaseStep.DecidePublication
            && line.From.Min() <= state.Stage + 1);

    /// <summary>What stands in the way of a step whatever its form will say.</summary>
    public static IReadOnlyList<Refusal> Refusals(CaseState state, FlowLine line, StepContext context)
    {
        if (Gates.Stage(state, line) is { } wrong) return [wrong];
        if (Gates.NotSuspended(state, line) is { } suspended) return [suspended];
        var gates = ExecutionSteps.Gates(state, line.Step, context) ?? line.Step switch
        {
            CaseStep.ConcludeInvestigation => [Gates.Investigated(state)],
            CaseStep.CheckCorrection => [state.Correction is null && state.Decision is null && state.OnSpot is null
                ? new("correction-not-ordered", "还没有责令改正，无从复查。", "行政处罚法 第28条") : null],
            CaseStep.ReviewDefence => [state.Defences.Count == 0 ? new("no-defence", "当事人没有提出陈述申辩，无需复核。", "行政处罚法 第45条") : null],
            CaseStep.MakeDecision => CaseSteps.DecisionGates(state, Penalties(state).Count > 0, CaseSteps.Assess(state, Penalties(state), context), context.Today),
            CaseStep.RecordPayment => [state.OwedFen > state.PaidFen || CaseSurcharge.OpenFen(state, context.Today) > 0 ? null : new("nothing-owed", "没有应缴未缴的罚没款。", "行政处罚法 第67条")],
            CaseStep.DecidePublication => [state.Publication is null ? null : new("publication-already-decided", "已经决定过是否公示。", "行政处罚法 第48条")],
            CaseStep.Publish =>
            [
                state.Publication is { Publish: true } ? null : new("publication-not-approved", "负责人没有决定公示。", "行政处罚法 第48条"),
                state.Published is null ? null : new("already-published", "已经公示。", "行政处罚法 第48条"),
                ExecutionGates.Standing(state),
            ],
            _ => [.. OrdinaryGates(state, line, context), .. MeasureGates.Of(state, line.Step, context)],
        };
        var refusals = gates.OfType<Refusal>().ToList();
        if (line.Hands == StepHands.Head && state.Subject is not null)
        {
            refusals.AddRange(Gates.Signer(state, context).Refusals);
        }
        return refusals;
    }

    private static IReadOnlyList<CasePenalty> Penalties(CaseState state) => state.Notice?.Penalties ?? state.Conclusion!.Proposal;

    /// <summary>The step that leads the case on, whether or not it is lawful today.</summary>
    private static CaseStep? Leading(CaseState state, StepContext context) => state.Stage switch
    {
        CaseStage.None => CaseStep.ProposeFiling,
        CaseStage.Proposed => CaseStep.ApproveFiling,
        CaseStage.Investigating or CaseStage.Concluded or CaseStage.Noticed when state.Course.Suspension is not null => CaseStep.ResumeInvestigation,
        CaseStage.Investigating when state.Inspections.Count == 0 => CaseStep.RecordInspection,
        CaseStage.Investigating when state.Interviews.Count == 0 => CaseStep.RecordInterview,
        CaseStage.Investigating => CaseStep.ConcludeInvestigation,
        CaseStage.Concluded when Gates.CareOwed(state) => CaseStep.OrderGuardian,
        CaseStage.Concluded => state.Conclusion!.Proposal.Count > 0 ? CaseStep.ServePriorNotice : CaseStep.MakeDecision,
        CaseStage.Noticed => LeadingAfterNotice(state, context),
        CaseStage.Decided => CaseStep.ServeDecision,
        CaseStage.Served when state.Penalties.Count > 0 && state.Publication is null => CaseStep.DecidePublication,
        CaseStage.Served when state.Publication is { Publish: true } && state.Published is null => CaseStep.Publish,
        CaseStage.Served when state.PaidFen < state.OwedFen => CaseStep.RecordPayment,
        CaseStage.Served when MeasureGates.GoodsDisposed(state) is not null => CaseStep.RecordCustody,
        CaseStage.Served when Gates.CorrectionDone(state) is not null => CaseStep.CheckCorrection,
        CaseStage.Served => CaseStep.CloseCase,
        _ => null,
    };

    private static DateOnly? EarliestOn(CaseState state, FlowLine line)
    {
        if (line.Step is not (CaseStep.MakeDecision or CaseStep.SubmitReview or CaseStep.DiscussCollectively) || state.Notice is not { } notice) return ExecutionSteps.EarliestOn(state, line.Step);
        DateOnly? earliest = state.Waiver is null ? notice.DefenceDueOn.AddDays(1) : null;
        if (notice.HearingDueOn is { } hearing && state.HearingRequest is null && state.Waiver is not { HearingToo: true })
            earliest = earliest is { } day && day > hearing ? day : hearing.AddDays(1);
        return earliest;
    }

    private static DateOnly? LatestOn(CaseState state, FlowLine line) => line.Step switch
    {
        CaseStep.MakeDecision => state.DecisionDueOn,
        CaseStep.ConcludeReview => state.Review?.Submission.DueOn,
        CaseStep.ServeDecision => state.Decision?.ServiceDueOn,
        CaseStep.Publish => state.Publication?.DueOn,
        _ => ExecutionSteps.LatestOn(state, line.Step),
    };
}
