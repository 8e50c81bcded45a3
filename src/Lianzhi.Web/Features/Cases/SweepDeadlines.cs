using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Cases;

/// <summary>What a sweep did.</summary>
/// <param name="Looked">Cases looked at.</param>
/// <param name="Raised">Reminders raised.</param>
public sealed record SweepOutcome(int Looked, int Raised);

/// <summary>
/// Looks at the clocks of all cases whose day has come and raises what is due (时限巡检). Runs by itself; run twice it raises
/// nothing twice: the key of a reminder is its case, clock, last day and level.
/// </summary>
public sealed class SweepDeadlines(UseCaseRunner runner, CaseStream stream, CaseAlarmBook book, AppDb db, TimeProvider time)
{
    /// <summary>Name of the job.</summary>
    public const string JobName = "sweep-deadlines";

    // Each batch is a transaction of its own: on the embedded database officers wait while one is written.
    private const int Batch = 50;

    /// <summary>Sweeps until nothing is due.</summary>
    public async Task<Result<SweepOutcome>> Run(CancellationToken cancel)
    {
        var (looked, raised) = (0, 0);
        while (true)
        {
            var done = await runner.Write<SweepOutcome>(AccessTable.SweepDeadlines, null, async () => await Once(cancel), cancel);
            if (!done.IsOk) return done;
            looked += done.Value.Looked;
            raised += done.Value.Raised;
            stream.Forget();
            db.ChangeTracker.Clear();
            if (done.Value.Looked < Batch) return new SweepOutcome(looked, raised);
        }
    }

    private async Task<SweepOutcome> Once(CancellationToken cancel)
    {
        var today = time.Today();
        // The looks stay at hand: each is moved on when its case was looked at.
        var looks = await db.Set<CaseLookRow>().Where(row => row.LookOn <= today).OrderBy(row => row.LookOn).ThenBy(row => row.CaseId)
            .Take(Batch).ToListAsync(cancel);
        var due = looks.ConvertAll(row => row.CaseId);
        await stream.Prepare(due, cancel);
        var raised = 0;
        foreach (var id in due)
        {
            if (await stream.Load(id, cancel) is { } state) raised += await book.Raise(state, cancel);
            else await db.Set<CaseLookRow>().Where(row => row.CaseId == id).ExecuteDeleteAsync(cancel);
        }
        return new SweepOutcome(due.Count, raised);
    }
}
