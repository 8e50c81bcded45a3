using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Measures;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Inspections;

namespace Lianzhi.Core.Seals;

/// <summary>
/// Whose signature in the record an issued paper rests on (文书的签批). Where the head signed the decision, the measure or the inspection that the
/// paper tells of, that signature approves its seal as well; where officers issue a paper by themselves, the record holds none.
/// </summary>
public static class PaperSignatures
{
    /// <summary>The signature for a paper of a case; null when the record holds none, as in entries from before it was kept.</summary>
    /// <param name="state">The case.</param>
    /// <param name="paper">The paper, with its key.</param>
    public static SealApproval? Of(CaseState state, IssuedPaper paper)
    {
        var (course, measures, number, index) = (state.Course, state.Measures, paper.Key, paper.Paper.Index);
        return paper.Paper.Kind.Code switch
        {
            DocumentCode.PenaltyDecision or DocumentCode.NoPenaltyDecision =>
                By(course.Rounds.Select(round => round.Decision).Append(state.Decision).OfType<DecisionMade>().FirstOrDefault(decision => decision.Number == number)),
            DocumentCode.DeferralNotice => By(Executed<DeferralDecided>(state).FirstOrDefault(decided => decided.Number == number)),
            DocumentCode.SurchargeDecision => By(Executed<SurchargeImposed>(state).FirstOrDefault(imposed => imposed.Number == number)),
            DocumentCode.EnforcementDecision => By(Executed<EnforcementDecided>(state).FirstOrDefault(decided => decided.Number == number)),
            DocumentCode.CourtApplication => By(Executed<CourtApplied>(state).FirstOrDefault(applied => applied.Number == number)),
            DocumentCode.ExecutionAgreement or DocumentCode.ExecutionSuspension or DocumentCode.ExecutionResumption or DocumentCode.ExecutionEnding =>
                By(CaseDocuments.Turns(state, paper.Paper.Kind.Code).ElementAtOrDefault(index)),
            DocumentCode.EndingDecision => By((CaseEvent?)course.Termination ?? course.Withdrawal),
            DocumentCode.DecisionCorrection => By(course.Corrections.FirstOrDefault(correction => correction.Number == number)),
            DocumentCode.DecisionAmendment => By(course.Amendments.FirstOrDefault(amendment => amendment.Number == number)),
            DocumentCode.RecusalDecision => By(state.Recusals.ElementAtOrDefault(index)),
            DocumentCode.RecusalRefusal => By(course.RefusedRecusals.ElementAtOrDefault(index)?.Refused),
            DocumentCode.PreservationNotice => Approved(measures, measures.Preservations.FirstOrDefault(one => one.Made.Number == number)?.Made.Request),
            DocumentCode.PreservationDecision => By(measures.Preservations.FirstOrDefault(one => one.Decided?.Number == number)?.Decided),
            DocumentCode.SealingDecision => Approved(measures, measures.Sealings.FirstOrDefault(one => one.Made.Number == number)?.Made.Request ?? ReportOf(measures, number)),
            DocumentCode.SealingExtension => Approved(measures, measures.Sealings.FirstOrDefault(one => one.Extended?.Number == number)?.Extended!.Request),
            DocumentCode.SealingLifting => By(measures.Sealings.FirstOrDefault(one => one.Lifted?.Number == number)?.Lifted),
            DocumentCode.SubstituteDecision => measures.Substitute is { } substitute && substitute.Number == number ? Approved(measures, substitute.Request) : null,
            DocumentCode.DemolitionDecision => By(measures.Demolitions.FirstOrDefault(decided => decided.Number == number)),
            DocumentCode.CrimeTransfer => By(measures.Crime is { Decided: { Transfer: true } decided } ? decided : null),
            _ => null,
        };
    }

    /// <summary>The signature for a paper of an inspection: whoever approved the inspection approved its notice; what follows from it the officers issue by themselves.</summary>
    public static SealApproval? Of(InspectionFile file, DocumentCode code) => code == DocumentCode.InspectionNotice && file.Approval is { } approval ? new(approval.Signer, approval.On) : null;

    private static SealApproval? By(CaseEvent? happened) => happened is IBySigner { Signer: { } signer } ? new(signer, happened.On) : null;

    private static SealApproval? Approved(CaseMeasures measures, int? request) => request is { } one ? By(measures.Requests[one].Approved) : null;

    /// <summary>The request by which a sealing done on the spot was reported and approved afterwards (行政强制法 第19条).</summary>
    private static int? ReportOf(CaseMeasures measures, string number)
    {
        var sealing = measures.Sealings.Index().Where(one => one.Item.Made.Number == number).Select(one => (int?)one.Index).FirstOrDefault();
        return sealing is null ? null : measures.Requests.Index()
            .Where(one => one.Item is { Approved: not null, Asked.Kind: MeasureKind.Sealing or MeasureKind.Seizure } request && request.Asked.Sealing == sealing).Select(one => (int?)one.Index).FirstOrDefault();
    }

    private static IEnumerable<T> Executed<T>(CaseState state) where T : CaseEvent =>
        state.Course.Rounds.Select(round => round.Execution).Append(state.Execution).SelectMany(execution => execution.Papers.OfType<T>());
}
