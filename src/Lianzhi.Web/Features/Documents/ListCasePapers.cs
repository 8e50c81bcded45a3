using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Documents;

/// <summary>One edition of an issued paper.</summary>
/// <param name="Mark">核验编号.</param>
/// <param name="Kind">Name of its kind.</param>
/// <param name="Title">Title.</param>
/// <param name="Number">Number; null for kinds without one.</param>
/// <param name="Edition">版次.</param>
/// <param name="IssuedOn">Day of issue.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="StandingOn">Since when; null while in force.</param>
/// <param name="StandingBy">By which paper.</param>
/// <param name="Digest">SM3 as issued.</param>
public sealed record CasePaperLine(string Mark, string Kind, string Title, string? Number, int Edition, DateOnly IssuedOn, PaperStanding Standing, DateOnly? StandingOn, string? StandingBy, string Digest);

/// <summary>The papers of a case that have gone out, every edition (已制发文书).</summary>
public sealed class ListCasePapers(UseCaseRunner runner, ViewCase view, AppDb db)
{
    /// <summary>Lists them in the order of issue.</summary>
    public Task<Result<IReadOnlyList<CasePaperLine>>> Run(string id, CancellationToken cancel) => runner.Read<IReadOnlyList<CasePaperLine>>(AccessTable.ReadCaseDocument, async () =>
    {
        var found = await view.ForDocuments(id, cancel);
        if (!found.IsOk) return Result<IReadOnlyList<CasePaperLine>>.Refused(found.Refusals);
        var rows = await db.Set<IssuedPaperRow>().AsNoTracking().Where(row => row.CaseId == id)
            .Select(row => new { row.Mark, row.Kind, row.Title, row.Number, row.Edition, row.IssuedOn, row.Standing, row.StandingOn, row.StandingBy, row.Digest }).ToListAsync(cancel);
        CasePaperLine[] lines = [.. rows.OrderBy(row => row.IssuedOn).ThenBy(row => row.Kind).ThenBy(row => row.Edition).ThenBy(row => row.Mark, StringComparer.Ordinal).Select(row =>
            new CasePaperLine(row.Mark, DocumentKinds.Of(row.Kind).Name, row.Title, row.Number, row.Edition, row.IssuedOn, row.Standing, row.StandingOn, row.StandingBy, row.Digest))];
        return lines;
    });
}
