using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Inspections;

/// <summary>What of the inspections is asked for.</summary>
/// <param name="Stage">Only in this stage.</param>
/// <param name="Unit">Only of this subject.</param>
/// <param name="Target">Only of this target.</param>
/// <param name="Officer">Only of this officer.</param>
/// <param name="Day">Only of this day.</param>
/// <param name="After">Cursor of the page before.</param>
/// <param name="Limit">Rows a page.</param>
public sealed record InspectionFilter(InspectionStage? Stage = null, string? Unit = null, string? Target = null, string? Officer = null, DateOnly? Day = null, string? After = null, string? Limit = null)
{
    /// <summary>All but the place in the list, as text.</summary>
    public string Filters => FormattableString.Invariant($"inspections|{Stage}|{Unit}|{Target}|{Officer}|{Day:yyyy-MM-dd}");
}

/// <summary>A line of the list of inspections.</summary>
public sealed record InspectionLine(
    string Id, string Number, string TargetId, string TargetName, string Unit, string UnitName, string Township, InspectionSource Source, InspectionStage Stage, DateOnly Day, string Scope, string Officers,
    InspectionConclusion? Conclusion, DateOnly? CorrectionDueOn, DateOnly? RecheckDueOn, string? VisitId, string? CaseId, long Version);

/// <summary>The inspections a person may see (行政检查), newest first.</summary>
public sealed class ListInspections(UseCaseRunner runner, AppDb db, AccessLog log, CurrentActor current)
{
    private const string Sort = "new";

    /// <summary>Lists them, page by page.</summary>
    public Task<Result<PageOf<InspectionLine>>> Run(InspectionFilter filter, CancellationToken cancel) => runner.Read<PageOf<InspectionLine>>(AccessTable.ListInspections, async () =>
    {
        var asked = Cursor.Read(filter.Limit, filter.After, Sort, filter.Filters, 1);
        if (!asked.IsOk) return Result<PageOf<InspectionLine>>.Refused(asked.Refusals);
        await log.Note(current.Actor, AccessTable.ListInspections, "inspections");
        IQueryable<InspectionRow> InOrder(IQueryable<InspectionRow> rows) => rows.OrderByDescending(row => row.Id);
        IQueryable<InspectionRow> Behind(IQueryable<InspectionRow> rows) => asked.Value.After is [var before] ? rows.Where(row => string.Compare(row.Id, before) < 0) : rows;
        var found = await Lines(Rows(filter).Select(Behind).ToList().Merge(db.Set<InspectionRow>().AsNoTracking(), row => row.Id, asked.Value.Fetch, InOrder)).ToListAsync(cancel);
        return asked.Value.Page(found, Sort, filter.Filters, row => [row.Id]);
    });

    private static IQueryable<InspectionLine> Lines(IQueryable<InspectionRow> rows) => rows.Select(row => new InspectionLine(
        row.Id, row.Number, row.TargetId, row.TargetName, row.Unit, row.UnitName, row.Township, row.Source, row.Stage, row.Day, row.Scope, row.OfficerNames, row.Conclusion, row.CorrectionDueOn, row.RecheckDueOn, row.VisitId, row.CaseId, row.Version));

    /// <summary>Rows in reach of the person that match the filters, one query for each way they come into reach.</summary>
    private IReadOnlyList<IQueryable<InspectionRow>> Rows(InspectionFilter filter)
    {
        var (scope, rows) = (AccessRules.ScopeOf(current.Actor, AccessTable.ListInspections), db.Set<InspectionRow>().AsNoTracking());
        if (filter.Stage is { } stage) rows = rows.Where(row => row.Stage == stage);
        if (filter.Unit is { Length: > 0 } unit) rows = rows.Where(row => row.Unit == unit);
        if (filter.Target is { Length: > 0 } target) rows = rows.Where(row => row.TargetId == target);
        if (filter.Day is { } day) rows = rows.Where(row => row.Day == day);
        if (filter.Officer is { Length: > 0 } person) rows = Assigned(rows, person);
        if (scope.Everything) return [rows];
        return
        [
            .. scope.Units.Select(own => rows.Where(row => row.Unit == own)),
            .. scope.Areas.Select(area => rows.Where(row => row.Area == area)),
            .. scope.AssignedTo.Where(id => id == current.Actor.OfficerId).Select(id => Assigned(rows, id)),
        ];
    }

    private IQueryable<InspectionRow> Assigned(IQueryable<InspectionRow> rows, string officer) =>
        from assigned in db.Set<InspectionOfficerRow>() where assigned.OfficerId == officer join row in rows on assigned.InspectionId equals row.Id select row;
}
