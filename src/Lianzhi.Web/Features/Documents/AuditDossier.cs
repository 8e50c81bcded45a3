using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents.Audit;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Documents;

/// <summary>Gives the evidence of a case with its files (卷内证据); registered by whoever keeps evidence.</summary>
public delegate Task<IReadOnlyList<DossierEvidence>> DossierEvidenceOf(string caseId, CancellationToken cancel);

/// <summary>An audited case.</summary>
public sealed record AuditedCase(CaseState State, AuditReport Report);

/// <summary>Looks the file of a case through (案卷自查).</summary>
public sealed class AuditDossier(UseCaseRunner runner, ViewCase view, CaseDesk desk, IEnumerable<DossierEvidenceOf> evidence, TimeProvider time)
{
    /// <summary>The audit as of today; nothing is kept of it.</summary>
    public Task<Result<AuditedCase>> Run(string id, CancellationToken cancel) => runner.Read<AuditedCase>(AccessTable.AuditCase, async () =>
    {
        var found = await view.ForDocuments(id, cancel);
        if (!found.IsOk) return Result<AuditedCase>.Refused(found.Refusals);
        var files = new List<DossierEvidence>();
        foreach (var of in evidence) files.AddRange(await of(id, cancel));
        return new AuditedCase(found.Value, DossierAudit.Run(new(found.Value, Dossier.PapersOf(found.Value), files, desk.Context().Facts, time.Today())));
    });
}

/// <summary>An audit as programs read it.</summary>
/// <param name="On">Day.</param>
/// <param name="Serious">Findings that may void the act.</param>
/// <param name="Defects">Findings to cure.</param>
/// <param name="Hints">Findings to look at.</param>
/// <param name="Items">Every check.</param>
public sealed record AuditView(DateOnly On, int Serious, int Defects, int Hints, IReadOnlyList<AuditCheckView> Items)
{
    internal static AuditView Of(AuditReport report) => new(report.On, report.Count(AuditSeverity.Serious), report.Count(AuditSeverity.Defect), report.Count(AuditSeverity.Hint),
        [.. report.Checks.Select(check => new AuditCheckView(check.Code, check.Title, check.Group, check.Basis, check.Verdict, check.Findings))]);
}

/// <summary>One check as programs read it.</summary>
public sealed record AuditCheckView(string Code, string Title, AuditGroup Group, string Basis, AuditVerdict Verdict, IReadOnlyList<AuditFinding> Findings);
