using Lianzhi.Core.Cases;

namespace Lianzhi.Core.Documents.Audit;

/// <summary>How grave a finding is (问题等次).</summary>
public enum AuditSeverity
{
    /// <summary>提示: to be looked at, perhaps in order.</summary>
    Hint,

    /// <summary>瑕疵: to be cured or explained before the file is closed.</summary>
    Defect,

    /// <summary>重大问题: the act may be annulled or void because of it (行政处罚法 第38条).</summary>
    Serious,
}

/// <summary>What an audit says of one check (自查结论).</summary>
public enum AuditVerdict
{
    /// <summary>通过.</summary>
    Passed,

    /// <summary>有问题.</summary>
    Found,

    /// <summary>未涉及: the case has not come to it, or does not need it.</summary>
    NotConcerned,
}

/// <summary>What a check is about (自查内容).</summary>
public enum AuditGroup
{
    /// <summary>主体和依据.</summary>
    Competence,

    /// <summary>程序.</summary>
    Procedure,

    /// <summary>证据.</summary>
    Evidence,

    /// <summary>文书.</summary>
    Papers,

    /// <summary>送达.</summary>
    Service,

    /// <summary>执行和公示.</summary>
    Performance,

    /// <summary>归档.</summary>
    Archive,
}

/// <summary>Where something is put right (补正之处).</summary>
public enum AuditPlace
{
    /// <summary>A step of the case.</summary>
    Step,

    /// <summary>A paper of the case.</summary>
    Paper,

    /// <summary>A tab of the case page.</summary>
    Tab,
}

/// <summary>Where a finding is cured (补正链接).</summary>
/// <param name="Place">Kind of place.</param>
/// <param name="Name">Name of the step, the paper's kind or the tab.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Index">Which paper of its kind.</param>
public sealed record AuditCure(AuditPlace Place, string Name, string Title, int Index = 0)
{
    internal static AuditCure At(CaseStep step) => new(AuditPlace.Step, CaseFlow.Of(step).Name, CaseFlow.Of(step).Title);

    internal static AuditCure At(DocumentCode paper, int index = 0) => new(AuditPlace.Paper, DocumentKinds.Of(paper).Name, DocumentKinds.Of(paper).Title, index);

    internal static readonly AuditCure EvidenceTab = new(AuditPlace.Tab, "evidence", "证据");

    internal static readonly AuditCure ClocksTab = new(AuditPlace.Tab, "clocks", "时限");
}

/// <summary>Something an audit found (自查发现的问题).</summary>
/// <param name="Code">Stable kebab-case name.</param>
/// <param name="Text">What is wrong, a Chinese sentence.</param>
/// <param name="Severity">How grave.</param>
/// <param name="Basis">The article it offends; null for a mere contradiction.</param>
/// <param name="Cure">Where it is put right; null where nothing can be done any more.</param>
public sealed record AuditFinding(string Code, string Text, AuditSeverity Severity, string? Basis, AuditCure? Cure)
{
    internal static AuditFinding Of(Refusal refusal, AuditSeverity severity, AuditCure? cure) => new(refusal.Code, refusal.Message, severity, refusal.Basis?.Text, cure);
}

/// <summary>One check with what it found (自查项目).</summary>
public sealed record AuditCheck(string Code, string Title, AuditGroup Group, string Basis, AuditVerdict Verdict, IReadOnlyList<AuditFinding> Findings);

/// <summary>The audit of a file (案卷自查结果).</summary>
/// <param name="On">Day it was made.</param>
/// <param name="Checks">Every check, those passed as well.</param>
public sealed record AuditReport(DateOnly On, IReadOnlyList<AuditCheck> Checks)
{
    /// <summary>All findings, gravest first.</summary>
    public IReadOnlyList<AuditFinding> Findings => [.. Checks.SelectMany(check => check.Findings).OrderByDescending(finding => finding.Severity)];

    /// <summary>How many findings of a severity.</summary>
    public int Count(AuditSeverity severity) => Checks.Sum(check => check.Findings.Count(finding => finding.Severity == severity));

    /// <summary>How many checks with a verdict.</summary>
    public int Count(AuditVerdict verdict) => Checks.Count(check => check.Verdict == verdict);
}

/// <summary>A paper of the file with its text (卷内文书).</summary>
public sealed record DossierPaper(CaseDocument Paper, DocumentContent Content);

/// <summary>
/// A piece of evidence of the file (卷内证据): a photo, a recording, a copy. Its bytes lie in the file store under the digest.
/// </summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What it is.</param>
/// <param name="Kind">Kind in the words of 行政处罚法 第46条.</param>
/// <param name="FileName">Name of its file.</param>
/// <param name="MediaType">Kind of file.</param>
/// <param name="Digest">Digest under which the file store keeps it.</param>
/// <param name="CollectedAt">When it was taken.</param>
public sealed record DossierEvidence(string Id, string Title, string Kind, string FileName, string MediaType, string Digest, DateTimeOffset CollectedAt)
{
    /// <summary>True for sound and pictures of an act (音像记录).</summary>
    public bool IsRecording => MediaType.StartsWith("video/", StringComparison.Ordinal) || MediaType.StartsWith("audio/", StringComparison.Ordinal) || MediaType.StartsWith("image/", StringComparison.Ordinal);
}

/// <summary>What an audit looks at (案卷).</summary>
/// <param name="State">The case.</param>
/// <param name="Papers">Its papers as issued, drafts as they stand.</param>
/// <param name="Evidence">Files of evidence.</param>
/// <param name="Facts">Roster, catalogue, calendar.</param>
/// <param name="Today">Day of the audit.</param>
public sealed record Dossier(CaseState State, IReadOnlyList<DossierPaper> Papers, IReadOnlyList<DossierEvidence> Evidence, CaseFacts Facts, DateOnly Today)
{
    /// <summary>Day of the decision by either procedure; null before.</summary>
    public DateOnly? DecidedOn => State.Decision?.On ?? State.OnSpot?.On;

    internal IEnumerable<DossierPaper> Made => Papers.Where(paper => paper.Paper.Made);

    /// <summary>The papers of a case as they are made of its state.</summary>
    public static IReadOnlyList<DossierPaper> PapersOf(CaseState state) =>
        [.. CaseDocuments.Of(state).Select(paper => new DossierPaper(paper, CaseDocuments.Content(state, paper.Kind.Code, paper.Index)!))];
}
