using Lianzhi.Core.Cases;
using static Lianzhi.Core.Documents.Audit.DossierAudit;

namespace Lianzhi.Core.Documents.Audit;

/// <summary>Checks of performance, publicity and the file itself (执行、公示和归档自查).</summary>
internal static class AuditPerformance
{
    /// <summary>Drafts that a finished case may leave open: they were offered, not owed.</summary>
    private static readonly DocumentCode[] NotOwed = [DocumentCode.CaseFile, DocumentCode.CaseFileNotes, DocumentCode.CourtApplication];

    public static IEnumerable<AuditFinding>? Performed(Dossier dossier)
    {
        var state = dossier.State;
        if (state.ServedOn is null || state.OwedFen == 0) return null;
        var grave = state.Closing is not null && ExecutionGates.GroundOf(state) == ClosingGround.Performed ? AuditSeverity.Serious : AuditSeverity.Hint;
        var receipts = state.Payments.Select(payment => payment.Receipt).Concat(state.Execution.Cash is { } cash ? [cash.Receipt] : Array.Empty<string>()).ToList();
        return
        [
            .. Found(grave, AuditCure.At(CaseStep.RecordPayment), state.Execution.CourtAnswers.Count == 0 && state.Execution.End is null && !state.Execution.IsAnnulled ? Gates.Performed(state) : null),
            .. receipts.Any(string.IsNullOrWhiteSpace) ? [new AuditFinding("receipt-missing", "缴款没有登记财政票据号。", AuditSeverity.Defect, "行政处罚法 第70条", AuditCure.At(CaseStep.RecordPayment))] : Array.Empty<AuditFinding>(),
            .. receipts.GroupBy(receipt => receipt).Where(same => same.Count() > 1)
                .Select(same => new AuditFinding("receipt-twice", $"票据号{same.Key}登记了{same.Count()}次。", AuditSeverity.Defect, "行政处罚法 第70条", AuditCure.At(CaseStep.RecordPayment))),
        ];
    }

    public static IEnumerable<AuditFinding>? Corrected(Dossier dossier) => dossier.State.Correction is null ? null
        : Found(dossier.State.Closing is null ? AuditSeverity.Hint : AuditSeverity.Defect, AuditCure.At(CaseStep.CheckCorrection), Gates.CorrectionDone(dossier.State));

    public static IEnumerable<AuditFinding>? Publicity(Dossier dossier)
    {
        var state = dossier.State;
        if (state.ServedOn is null || state.Penalties.Count == 0) return null;
        return
        [
            .. Found(state.Closing is null ? AuditSeverity.Hint : AuditSeverity.Defect, AuditCure.At(CaseStep.DecidePublication), state.Execution.Overturned is null ? Gates.PublicationSettled(state) : null),
            .. Found(AuditSeverity.Serious, AuditCure.At(CaseStep.WithdrawPublication), ExecutionGates.Withdrawn(state)),
            .. state.Published is { } published && state.ServedOn > published.On
                ? [new AuditFinding("published-before-service", $"{ChineseText.Date(published.On)}公示，早于送达（{ChineseText.Date(state.ServedOn.Value)}）。", AuditSeverity.Defect, "行政处罚法 第48、61条", null)] : Array.Empty<AuditFinding>(),
            .. state.Published is not null && state.Service is { PublicityTold: false }
                ? [new AuditFinding("publicity-not-told", "送达时没有书面告知将要公示。", AuditSeverity.Hint, "行政处罚法 第48条", AuditCure.At(CaseStep.ServeDecision))] : Array.Empty<AuditFinding>(),
        ];
    }

    public static IEnumerable<AuditFinding>? PapersMade(Dossier dossier) => dossier.State.Stage is not (CaseStage.Closed or CaseStage.Archived) ? null
        : dossier.Papers.Where(paper => !paper.Paper.Made && !NotOwed.Contains(paper.Paper.Kind.Code))
            .Select(paper => new AuditFinding("paper-not-made", $"{paper.Content.Title}还是草稿。", AuditSeverity.Defect, paper.Paper.Kind.Basis, AuditCure.At(paper.Paper.Kind.Code, paper.Paper.Index)));

    public static IEnumerable<AuditFinding>? Catalogue(Dossier dossier)
    {
        if (dossier.State.Execution.Archive is not { } archive) return null;
        var least = dossier.Made.Count(paper => paper.Paper.Kind.Code is not (DocumentCode.CaseFile or DocumentCode.CaseFileNotes)) + dossier.Evidence.Count;
        return archive.Pages >= least ? [] : [new("pages-too-few", $"登记页数{archive.Pages}页，卷内文书和证据已有{least}份，请重新编页。", AuditSeverity.Defect, "档案法 第13条", AuditCure.At(DocumentCode.CaseFile))];
    }
}
