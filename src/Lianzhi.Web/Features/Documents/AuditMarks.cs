using Lianzhi.Core.Documents.Audit;
using Lianzhi.Web.Components.Marks;

namespace Lianzhi.Web.Features.Documents;

/// <summary>How findings of an audit look, and where each is cured (自查标识).</summary>
internal static class AuditMarks
{
    /// <summary>The sign of a severity.</summary>
    public static StatusKind Look(AuditSeverity severity) => severity switch { AuditSeverity.Serious => StatusKind.Over, AuditSeverity.Defect => StatusKind.Due, _ => StatusKind.Run };

    /// <summary>The page on which a finding of a case is put right.</summary>
    public static string Address(string caseId, AuditCure cure) => cure.Place switch
    {
        AuditPlace.Step => $"/office/cases/{caseId}/steps/{cure.Name}",
        AuditPlace.Paper => $"/office/cases/{caseId}/documents/{cure.Name}/{cure.Index}",
        _ => $"/office/cases/{caseId}?tab={cure.Name}",
    };
}
