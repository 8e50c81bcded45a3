using Lianzhi.Core.Cases.Measures;

namespace Lianzhi.Core.Cases;

/// <summary>
/// The steps of a case (办案步骤): each takes the case, what somebody wants to do, and the world, and answers the
/// event or every refusal at once. Nothing else makes events.
/// </summary>
public static partial class CaseSteps
{
    /// <summary>Most papers somebody hands in at once.</summary>
    private const int MostAttachments = 999;

    /// <summary>Takes any step.</summary>
    public static Result<CaseEvent> Take(CaseState state, CaseCommand command, StepContext context)
    {
        var line = CaseFlow.Of(command.Step);
        if (Gates.Stage(state, line) is { } wrong) return wrong;
        if (Gates.NotSuspended(state, line) is { } suspended) return suspended;
        return command switch
        {
            ProposeFiling c => Propose(c, context),
            ApproveFiling c => Approve(state, c, context),
            RefuseFiling c => Refuse(state, c, context),
            DeclareRecusal c => Recuse(state, c, context),
            RecordInspection c => Inspect(state, c, context),
            RecordInterview c => Interview(state, c, context),
            OrderCorrection c => Order(state, c, context),
            CheckCorrection c => Check(state, c, context),
            ConcludeInvestigation c => Conclude(state, c, context),
            ServePriorNotice c => Notify(state, c, context),
            RecordDefence c => Defend(state, c, context),
            RecordWaiver c => Waive(state, c, context),
            ReviewDefence c => Review(state, c, context),
            RequestHearing c => AskHearing(state, c, context),
            MakeDecision c => Decide(state, c, context),
            PenaliseOnSpot c => PenaliseOnSpot(c, context),
            ServeDecision c => Serve(state, c, context),
            RecordPayment c => Pay(state, c, context),
            DecidePublication c => DecidePublication(state, c, context),
            PublishCaseDecision c => Publish(state, c, context),
            WithdrawPublication c => Withdraw(state, c, context),
            CloseCase c => Close(state, c, context),
            MeasureCommand c => TakeMeasure(state, c, context),
            _ => Execute(state, command, context) ?? TakeOrdinary(state, command, context) ?? throw new NotSupportedException($"Step {command.Step} has no function."),
        };
    }

    /// <summary>Collects refusals; the event is made only when there is none.</summary>
    private static Result<CaseEvent> Answer(IEnumerable<Refusal?> refusals, Func<CaseEvent> happened)
    {
        var found = refusals.OfType<Refusal>().ToList();
        if (found.Count > 0) return found;
        return happened();
    }

    private static Refusal? Given(string? text, string field, string what) =>
        string.IsNullOrWhiteSpace(text) ? Refusal.Invalid(field, $"请填写{what}。") : null;
}
