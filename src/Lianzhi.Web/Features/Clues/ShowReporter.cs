using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Clues;

/// <summary>Who reported, in full.</summary>
/// <param name="Name">Name; null when none was given.</param>
/// <param name="Phone">Phone; null when none was given.</param>
public sealed record Reporter(string? Name, string? Phone);

/// <summary>Payload of the entry that somebody read who reported; holds no personal value.</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Reason">What for.</param>
public sealed record ReporterShown(string Title, string Reason);

/// <summary>Shows who reported in full (查看举报人信息); each reading is recorded with its reason.</summary>
public sealed class ShowReporter(UseCaseRunner runner, AppDb db, RecordWriter record)
{
    /// <summary>Shows it.</summary>
    public Task<Result<Reporter>> Run(string id, string? reason, CancellationToken cancel) =>
        runner.Write<Reporter>(AccessTable.ShowReporter, reason, async () =>
        {
            var row = await db.Set<ClueRow>().AsNoTracking().SingleOrDefaultAsync(clue => clue.Id == id, cancel);
            if (row is null) return Refusal.NotFound();
            if (runner.Check(AccessTable.ShowReporter, ClueDistrict.PlacementOf(row)) is { } refusal) return refusal;
            if ((reason?.Trim().Length ?? 0) < 4) return Refusal.Invalid("why", "请写明查看举报人信息的用途，例如“电话核实情况”。");
            var useCase = AccessTable.ShowReporter;
            await record.Append(row.Stream, useCase, "reporter-shown", 1, new ReporterShown(useCase.Title, reason!.Trim()), cancel);
            return new Reporter(row.ReporterName, row.ReporterPhone);
        }, cancel);
}
