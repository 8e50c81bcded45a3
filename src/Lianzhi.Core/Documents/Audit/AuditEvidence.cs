using Lianzhi.Core.Cases;
using Lianzhi.Core.Evidence;

namespace Lianzhi.Core.Documents.Audit;

/// <summary>Checks of evidence and recordings (证据自查).</summary>
internal static class AuditEvidence
{
    /// <summary>The eight kinds of 行政处罚法 第46条.</summary>
    private static readonly string[] Kinds = ["书证", "物证", "视听资料", "电子数据", "证人证言", "当事人的陈述", "鉴定意见", "勘验笔录", "现场笔录"];

    public static IEnumerable<AuditFinding>? Listed(Dossier dossier)
    {
        var state = dossier.State;
        if (state.Conclusion is not { } conclusion) return null;
        var cure = AuditCure.At(DocumentCode.InvestigationReport);
        return
        [
            .. conclusion.Evidence.Count == 0 ? [new AuditFinding("no-evidence", "调查终结报告没有列明证据。", conclusion.Proposal.Count > 0 ? AuditSeverity.Serious : AuditSeverity.Defect, "行政处罚法 第40、46条", cure)] : Array.Empty<AuditFinding>(),
            .. conclusion.Evidence.Where(evidence => !Kinds.Any(kind => evidence.Kind.Contains(kind, StringComparison.Ordinal)))
                .Select(evidence => new AuditFinding("evidence-kind", $"“{evidence.Title}”的种类“{evidence.Kind}”不是法定证据种类。", AuditSeverity.Defect, "行政处罚法 第46条", cure)),
            .. conclusion.Evidence.Where(evidence => string.IsNullOrWhiteSpace(evidence.Proves))
                .Select(evidence => new AuditFinding("evidence-proves-nothing", $"“{evidence.Title}”没有写明证明内容。", AuditSeverity.Defect, "行政处罚法 第46条", cure)),
        ];
    }

    /// <summary>What each act's recording lacks (<see cref="RecordingTimeline"/>); an act that has to be filmed from beginning to end weighs more.</summary>
    public static IEnumerable<AuditFinding>? Recordings(Dossier dossier) =>
        RecordedActs.Of(dossier.State).All(act => dossier.Facts.Recording(act.On).Needs.GetValueOrDefault(act.Kind) == RecordingNeed.None) ? null
            : RecordingTimeline.GapsOf(dossier.State, dossier.Facts.Recording)
                .Select(gap => new AuditFinding("recording-missing", gap.Text, gap.Need == RecordingNeed.WholeVideo ? AuditSeverity.Defect : AuditSeverity.Hint, gap.Basis, AuditCure.EvidenceTab));

    public static IEnumerable<AuditFinding>? BeforeDecision(Dossier dossier) => dossier.DecidedOn is not { } decided || dossier.Evidence.Count == 0 ? null
        : dossier.Evidence.Where(evidence => CaseDays.Of(evidence.CollectedAt) > decided && !OfExecution(dossier, evidence.Id))
            .Select(evidence => new AuditFinding("evidence-after-decision", $"“{evidence.Title}”{ChineseText.Date(CaseDays.Of(evidence.CollectedAt))}收集，在决定（{ChineseText.Date(decided)}）之后，不能作为决定的证据。", AuditSeverity.Hint, "行政诉讼法 第35条", AuditCure.EvidenceTab));

    /// <summary>What execution made says itself that no decision rests on it.</summary>
    private static bool OfExecution(Dossier dossier, string id) => dossier.State.Evidence.Any(item => item.Id == id && item.Collected.Phase == EvidencePhase.Execution);
}
