using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Supervision;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Documents;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Supervision;

/// <summary>A line of the papers of supervision.</summary>
public sealed record SupervisionLine(
    string Id, SupervisionKind Kind, string Number, string Body, string BodyName, string? CaseId, string? CaseNumber, string Matter, DateOnly IssuedOn, DateOnly AnswerDueOn, SupervisionState State, bool IsOverdue, long Version)
{
    /// <summary>The line of a row.</summary>
    internal static SupervisionLine Of(SupervisionRow row, DateOnly today) => new(row.Id, row.Kind, row.Number, row.Body, row.BodyName, row.CaseId, row.CaseNumber, row.Matter, row.IssuedOn, row.AnswerDueOn, row.State,
        row.State is SupervisionState.Issued or SupervisionState.Returned && today > row.AnswerDueOn, row.Version);
}

/// <summary>Papers of supervision (执法监督文书), newest first: those of the district for the bureau, its own for a body.</summary>
public sealed class ListSupervision(UseCaseRunner runner, AppDb db, CaseStream stream, CurrentActor current, TimeProvider time)
{
    private const string Sort = "supervision.new";

    /// <summary>One page.</summary>
    public Task<Result<PageOf<SupervisionLine>>> Run(SupervisionState? state, string? limit, string? after, CancellationToken cancel) => runner.Read<PageOf<SupervisionLine>>(AccessTable.ListSupervision, async () =>
    {
        var asked = Cursor.Read(limit, after, Sort, $"{state}", 1);
        if (!asked.IsOk) return Result<PageOf<SupervisionLine>>.Refused(asked.Refusals);
        var scope = AccessRules.ScopeOf(current.Actor, AccessTable.ListSupervision);
        string?[] units = scope.Everything ? [null] : [.. scope.Units];
        var walks = units.Select(unit =>
        {
            var rows = db.Set<SupervisionRow>().AsNoTracking();
            if (unit is not null) rows = rows.Where(row => row.Body == unit);
            if (state is { } one) rows = rows.Where(row => row.State == one);
            return asked.Value.After is [var before] ? rows.Where(row => string.Compare(row.Id, before) < 0) : rows;
        }).ToList();
        var found = await walks.Merge(db.Set<SupervisionRow>().AsNoTracking(), row => row.Id, asked.Value.Fetch, rows => rows.OrderByDescending(row => row.Id)).ToListAsync(cancel);
        return asked.Value.Page([.. found.Select(row => SupervisionLine.Of(row, time.Today()))], Sort, $"{state}", line => [line.Id]);
    });

    /// <summary>Papers about a case, newest first, for whoever may read the case.</summary>
    public Task<Result<IReadOnlyList<SupervisionLine>>> OfCase(string caseId, CancellationToken cancel) => runner.Read<IReadOnlyList<SupervisionLine>>(AccessTable.ViewCase, async () =>
    {
        if (await stream.Load(caseId, cancel) is not { } state || runner.Check(AccessTable.ViewCase, CaseRow.PlacementOf(state)) is not null) return Refusal.NotFound();
        var rows = await db.Set<SupervisionRow>().AsNoTracking().Where(row => row.CaseId == caseId).OrderByDescending(row => row.Id).ToListAsync(cancel);
        return rows.ConvertAll(row => SupervisionLine.Of(row, time.Today()));
    });

    /// <summary>Papers that a decision may follow, newest first: notices and opinions whose matter is not settled.</summary>
    public Task<Result<IReadOnlyList<SupervisionLine>>> ToFollow(string? caseId, CancellationToken cancel) => runner.Read<IReadOnlyList<SupervisionLine>>(AccessTable.IssueSupervision, async () =>
    {
        var about = string.IsNullOrEmpty(caseId) ? null : caseId;
        var rows = await db.Set<SupervisionRow>().AsNoTracking()
            .Where(row => row.Kind != SupervisionKind.Decision && row.State != SupervisionState.Closed && row.State != SupervisionState.Followed && (about == null || row.CaseId == about))
            .OrderByDescending(row => row.Id).Take(Cursor.LargestLimit).ToListAsync(cancel);
        return rows.ConvertAll(row => SupervisionLine.Of(row, time.Today()));
    });
}

/// <summary>A paper of supervision as its page shows it.</summary>
/// <param name="Row">The paper.</param>
/// <param name="File">With its answers.</param>
/// <param name="Paper">The paper as it was issued.</param>
public sealed record SupervisionView(SupervisionRow Row, SupervisionFile File, ReadablePaper Paper);

/// <summary>Shows a paper of supervision (查看执法监督文书).</summary>
public sealed class ViewSupervision(UseCaseRunner runner, AppDb db, SupervisionDesk desk, PublicAddress address)
{
    /// <summary>Loads it.</summary>
    public Task<Result<SupervisionView>> Run(string id, CancellationToken cancel) => runner.Read<SupervisionView>(AccessTable.ViewSupervision, async () =>
    {
        if (await desk.Load(id, cancel) is not { } folder || runner.Check(AccessTable.ViewSupervision, folder.Row.Placement) is not null) return Refusal.NotFound();
        var kept = await db.Set<IssuedPaperRow>().AsNoTracking().SingleAsync(paper => paper.Mark == folder.Row.Mark, cancel);
        return new SupervisionView(folder.Row, folder.File, new(kept.Read(), PaperSeal.Of(kept, address)));
    });

    /// <summary>The paper alone.</summary>
    public async Task<Result<ReadablePaper>> Paper(string id, CancellationToken cancel) => (await Run(id, cancel)).Then<ReadablePaper>(view => view.Paper);
}
