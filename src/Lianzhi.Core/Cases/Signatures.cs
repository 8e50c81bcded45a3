namespace Lianzhi.Core.Cases;

/// <summary>A step of a case that waits for the head's hand (待签批事项).</summary>
/// <param name="Choice">The step, with what stands in its way today.</param>
/// <param name="Signer">As whom the head signs.</param>
/// <param name="Return">The step by which the head gives the matter back instead; null when the form of the step itself holds the refusal, or when it is not lawful now.</param>
public sealed record AwaitedSignature(StepChoice Choice, CaseSigner Signer, FlowLine? Return);

/// <summary>
/// What of a case waits for its head (需要签批的事项): the step that leads on when it is the head's, and every answer somebody asked for. Steps the head
/// may take of his own accord (change of officers, withdrawal of the case) do not wait for anybody.
/// </summary>
public static class Signatures
{
    private static readonly CaseStep[] Asked = [CaseStep.RefuseRecusal, CaseStep.ApproveMeasure, CaseStep.DecideCrimeTransfer, CaseStep.DecideDeferral];

    /// <summary>What waits, that which can be signed today first; nothing when the person is not to sign for this case.</summary>
    /// <param name="state">The case.</param>
    /// <param name="context">The head who looks, on the day.</param>
    public static IReadOnlyList<AwaitedSignature> Of(CaseState state, StepContext context)
    {
        if (Gates.Signer(state, context) is not { IsOk: true } signer) return [];
        return [.. NextSteps.For(state, context)
            .Where(choice => choice.Line.Hands == StepHands.Head && (choice.Primary || Asked.Contains(choice.Line.Step)))
            .Select(choice => new AwaitedSignature(choice, signer.Value, ReturnOf(state, choice.Line.Step, context)))
            .OrderBy(signature => !signature.Choice.Allowed)];
    }

    private static FlowLine? ReturnOf(CaseState state, CaseStep step, StepContext context)
    {
        CaseStep? back = step switch
        {
            CaseStep.ApproveFiling => CaseStep.RefuseFiling,
            CaseStep.ApproveMeasure => CaseStep.RefuseMeasure,
            CaseStep.DiscussCollectively or CaseStep.MakeDecision => CaseStep.ReopenInvestigation,
            _ => null,
        };
        return back is { } one && NextSteps.Refusals(state, CaseFlow.Of(one), context).Count == 0 ? CaseFlow.Of(one) : null;
    }
}
