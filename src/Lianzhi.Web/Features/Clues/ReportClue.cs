using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Clues;

namespace Lianzhi.Web.Features.Clues;

/// <summary>Reports a clue to the area chief (报告片长).</summary>
public sealed class ReportClue(ClueDesk desk)
{
    /// <summary>Reports it: it crosses townships, or is major or complex.</summary>
    public Task<Result<string>> Run(string id, long? version, bool crossesTownships, bool majorOrComplex, string? reason, CancellationToken cancel) =>
        desk.Decide(AccessTable.ReportClue, id, version, reason, (_, clue) => Triage.Report(clue, crossesTownships, majorOrComplex, reason), cancel);
}
