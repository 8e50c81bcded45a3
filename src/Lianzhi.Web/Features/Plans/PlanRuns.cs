using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Inspections;
using Lianzhi.Planner.Plans;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Plans;

/// <summary>Asks the optimiser to draft a plan (智能编排).</summary>
public sealed class StartRun(AppDb db, PlanDesk desk, PlanFacts facts, FileStore files, RecordWriter record, TimeProvider time)
{
    private static readonly Basis PlanRule = "漳龙政〔2024〕40号：制定检查计划智能化";

    /// <summary>Asks for it; it runs by itself.</summary>
    public async Task<Result<string>> Run(string id, long? version, int? seconds, long? seed, CancellationToken cancel)
    {
        var run = "";
        var done = await desk.Take(AccessTable.OptimisePlan, PlanStep.Optimise, id, version, null, null, async plan =>
        {
            if (seconds is not (>= 1 and <= 600)) return [Refusal.Invalid("seconds", "时限应当是 1 至 600 秒。")];
            if (seed is not (>= 0 and <= 999_999_999)) return [Refusal.Invalid("seed", "种子应当是 0 至 999999999。")];
            if (await db.Set<PlanRunRow>().AnyAsync(row => row.PlanId == id && (row.State == RunState.Waiting || row.State == RunState.Running), cancel)) return [new Refusal("plan-running", "正在编排，请等候完成或者停止。", PlanRule)];
            var problem = await facts.Problem(plan, cancel);
            if (!problem.IsOk) return problem.Refusals;
            var stored = await files.Store(PlanFile.Write(problem.Value), "application/json", cancel);
            run = desk.NewId();
            db.Add(new PlanRunRow { Id = run, PlanId = id, State = RunState.Waiting, Seconds = seconds.Value, Seed = seed.Value, ProblemHash = stored.Hash, AskedAt = time.GetUtcNow() });
            await record.AppendAct(plan.Stream, AccessTable.OptimisePlan, FormattableString.Invariant($"时限{seconds}秒，种子{seed}，问题文件{stored.Hash}"), cancel);
            return [];
        }, cancel);
        return done.IsOk ? run : done;
    }
}

/// <summary>Stops a run and keeps its best plan, or drops it (停止编排).</summary>
public sealed class StopRun(AppDb db, PlanDesk desk, RecordWriter record)
{
    /// <summary>Says what is wanted; a run that waits is dropped at once.</summary>
    public Task<Result<string>> Run(string id, bool keep, CancellationToken cancel) => desk.Take(AccessTable.StopPlanRun, PlanStep.Optimise, id, null, null, null, async plan =>
    {
        if (await db.Set<PlanRunRow>().SingleOrDefaultAsync(row => row.PlanId == id && (row.State == RunState.Waiting || row.State == RunState.Running), cancel) is not { } run)
            return [new Refusal("no-run", "没有正在进行的编排。", "漳龙政〔2024〕40号：制定检查计划智能化")];
        run.Wish = keep ? RunWish.Stop : RunWish.Cancel;
        if (run.State == RunState.Waiting) run.State = RunState.Cancelled;
        await record.AppendAct(plan.Stream, AccessTable.StopPlanRun, keep ? "停止，采用已得到的方案" : "取消", cancel);
        return [];
    }, cancel);
}

/// <summary>Takes the solution of a run over (采用编排结果): only the platform itself, and only after the plan was checked. Until then the last good plan stays.</summary>
public sealed class KeepSolution(UseCaseRunner runner, AppDb db, PlanDesk desk, FileStore files)
{
    /// <summary>Takes it over.</summary>
    public Task<Result<string>> Run(string id, byte[] solution, CancellationToken cancel) => runner.Write<string>(AccessTable.KeepPlanSolution, null, async () =>
    {
        var run = await db.Set<PlanRunRow>().SingleAsync(row => row.Id == id, cancel);
        var plan = await db.Set<InspectionPlanRow>().SingleAsync(row => row.Id == run.PlanId, cancel);
        if (PlanFlow.Check(plan.Stage, PlanStep.Optimise) is { } notNow) return notNow;
        var problem = PlanFile.Read((await files.Read(run.ProblemHash, cancel))!).Value!;
        var solved = PlanSolutionFile.Read(solution);
        if (PlanCheck.Faults(problem, solved.Visits) is { Count: > 0 } faults) throw new InvalidDataException($"The solution of run {id} is not lawful: {faults[0]}");
        var stored = await files.Store(solution, "application/json", cancel);
        await Replace(plan, problem, solved, cancel);
        (plan.ProblemHash, plan.SolutionHash, plan.Seed) = (run.ProblemHash, stored.Hash, run.Seed);
        (plan.Planned, plan.Unmerged, plan.ByHand) = (solved.Savings.Planned, solved.Savings.Unmerged, solved.Savings.ByHand);
        (plan.Unserved, plan.Objective, plan.Bound) = (solved.Unserved.Sum(missing => missing.Missing), solved.Cost.Total, solved.Bound);
        (run.State, run.Visits, run.Objective, run.Bound, run.Spent) = (RunState.Done, solved.Savings.Planned, solved.Cost.Total, solved.Bound, (int)Math.Ceiling(solved.Seconds));
        return plan.Id;
    }, cancel);

    private async Task Replace(InspectionPlanRow plan, PlanProblem problem, PlanSolution solved, CancellationToken cancel)
    {
        var before = await db.Set<PlanVisitRow>().AsNoTracking().Where(visit => visit.PlanId == plan.Id).ToListAsync(cancel);
        var kept = before.Where(visit => visit.Locked || visit.State != VisitState.Planned).ToLookup(visit => (visit.TargetId, Day: visit.DoneOn ?? visit.Day));
        var targets = problem.Targets.ToDictionary(target => target.Id);
        var ids = targets.Keys.ToList();
        var names = await db.Set<Targets.TargetRow>().AsNoTracking().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Name, row.Township }).ToDictionaryAsync(row => row.Id, cancel);
        await db.Set<PlanVisitRow>().Where(visit => visit.PlanId == plan.Id).ExecuteDeleteAsync(cancel);
        await db.Set<PlanUnservedRow>().Where(missing => missing.PlanId == plan.Id).ExecuteDeleteAsync(cancel);
        var visits = solved.Visits.Select(visit => kept[(visit.Target, visit.Day)].FirstOrDefault() is { } same && visit.Locked
            ? PlanVisits.Copy(same, plan.Id, desk.NewId())
            : new PlanVisitRow
            {
                Id = desk.NewId(),
                PlanId = plan.Id,
                TargetId = visit.Target,
                TargetName = names[visit.Target].Name,
                Enterprise = targets[visit.Target].Enterprise,
                Township = names[visit.Target].Township,
                Day = visit.Day,
                Requirements = string.Join('|', visit.Requirements),
                Reasons = string.Join('\n', visit.Reasons.Select(reason => $"{reason.Kind}:{reason.Text}")),
                Locked = visit.Locked,
                State = VisitState.Planned,
            }).ToList();
        // What was carried out or given up stays on record, also where the problem could not hold it.
        visits.AddRange(before.Where(visit => visit.State != VisitState.Planned && !visits.Exists(own => own.TargetId == visit.TargetId && own.State == visit.State && own.Day == visit.Day)).Select(visit => PlanVisits.Copy(visit, plan.Id, desk.NewId())));
        await BulkCopy.Write(db, visits, cancel);
        await BulkCopy.Write(db, [.. solved.Unserved.Select(missing => new PlanUnservedRow
        {
            Id = desk.NewId(), PlanId = plan.Id, TargetId = missing.Target, TargetName = names[missing.Target].Name, Requirement = missing.Requirement, Missing = missing.Missing, Cause = missing.Cause, By = missing.By, Message = missing.Message,
        })], cancel);
    }
}

/// <summary>
/// Runs what waits (编排作业): the solver as a child process of the same program over files, one at a time, with low priority
/// and a limit of memory. Whatever happens to the child, the last good plan stays.
/// </summary>
public sealed class RunPlans(AppDb db, KeepSolution keep, FileStore files, TimeProvider time)
{
    /// <summary>Name of the job.</summary>
    public const string JobName = "run-plans";

    private const int Terminate = 15;
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Runs the oldest that waits; true when there was one.</summary>
    public async Task<bool> Next(CancellationToken cancel)
    {
        // A node that died leaves its run behind: nobody has heard of it for long.
        var silent = time.GetUtcNow() - Silence;
        await db.Set<PlanRunRow>().Where(row => row.State == RunState.Running && row.HeardAt < silent).ExecuteUpdateAsync(row => row.SetProperty(run => run.State, RunState.Failed).SetProperty(run => run.Fault, "编排中断，原方案保留"), cancel);
        var run = await db.Set<PlanRunRow>().AsNoTracking().Where(row => row.State == RunState.Waiting).OrderBy(row => row.Id).FirstOrDefaultAsync(cancel);
        if (run is null) return false;
        if (await db.Set<PlanRunRow>().Where(row => row.Id == run.Id && row.State == RunState.Waiting).ExecuteUpdateAsync(row => row.SetProperty(one => one.State, RunState.Running).SetProperty(one => one.HeardAt, time.GetUtcNow()), cancel) == 0) return false;
        var folder = Directory.CreateTempSubdirectory("lianzhi-plan-");
        try
        {
            var (problem, solution) = (Path.Combine(folder.FullName, "problem.json"), Path.Combine(folder.FullName, "solution.json"));
            await File.WriteAllBytesAsync(problem, (await files.Read(run.ProblemHash, cancel))!, cancel);
            var (state, fault) = await Solve(run, problem, solution, cancel);
            if (state == RunState.Done)
            {
                var kept = await keep.Run(run.Id, await File.ReadAllBytesAsync(solution, cancel), cancel);
                if (!kept.IsOk) (state, fault) = (RunState.Failed, kept.Refusals[0].Message);
            }
            if (state != RunState.Done) await End(run.Id, state, fault);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // This node stops: the run waits for the next.
            await End(run.Id, RunState.Waiting, null);
            throw;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or System.ComponentModel.Win32Exception)
        {
            db.ChangeTracker.Clear();
            await End(run.Id, RunState.Failed, "编排程序没有给出合规的方案，原方案保留");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return true;
    }

    /// <summary>How the child ended; what it has written by then counts only when it was not cancelled.</summary>
    private async Task<(RunState State, string? Fault)> Solve(PlanRunRow run, string problem, string solution, CancellationToken cancel)
    {
        using var child = Child(run, problem, solution);
        var (heard, last) = (new object(), "");
        child.ErrorDataReceived += (_, said) =>
        {
            if (said.Data is { } line && line.StartsWith("progress ", StringComparison.Ordinal))
                lock (heard) last = line;
        };
        child.OutputDataReceived += (_, _) => { };
        child.Start();
        child.PriorityClass = ProcessPriorityClass.BelowNormal;
        child.BeginErrorReadLine();
        child.BeginOutputReadLine();
        var (started, told, stopped) = (Stopwatch.GetTimestamp(), "", false);
        while (!await Ended(child, cancel))
        {
            lock (heard) told = last;
            var wish = await Note(run.Id, told, cancel);
            if (wish == RunWish.Cancel)
            {
                child.Kill(entireProcessTree: true);
                await child.WaitForExitAsync(CancellationToken.None);
                return (RunState.Cancelled, null);
            }
            if (wish == RunWish.Stop && !stopped) stopped = AskToEnd(child);
            if (Stopwatch.GetElapsedTime(started) <= TimeSpan.FromSeconds(run.Seconds) + Patience) continue;
            child.Kill(entireProcessTree: true);
            return (RunState.Failed, "编排超过时限没有结束，原方案保留");
        }
        // Cancelled in its last second is cancelled.
        if (await Rows(run.Id).Select(row => row.Wish).SingleAsync(cancel) == RunWish.Cancel) return (RunState.Cancelled, null);
        return child.ExitCode == 0 ? (RunState.Done, null) : (RunState.Failed, "编排程序异常结束，原方案保留");
    }

    private static Process Child(PlanRunRow run, string problem, string solution)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "lianzhi.dll"), "plan", "solve", "--in", problem, "--out", solution, "--workers", "1",
            "--seconds", run.Seconds.ToString(CultureInfo.InvariantCulture), "--seed", run.Seed.ToString(CultureInfo.InvariantCulture)]) start.ArgumentList.Add(argument);
        // 1.5 GiB, in the hexadecimal the runtime reads.
        start.Environment["DOTNET_GCHeapHardLimit"] = "60000000";
        start.Environment["DOTNET_gcServer"] = "0";
        return new Process { StartInfo = start };
    }

    private static async Task<bool> Ended(Process child, CancellationToken cancel)
    {
        try
        {
            await child.WaitForExitAsync(cancel).WaitAsync(TimeSpan.FromSeconds(1), cancel);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
        catch (OperationCanceledException)
        {
            child.Kill(entireProcessTree: true);
            throw;
        }
    }

    private async Task<RunWish> Note(string id, string progress, CancellationToken cancel)
    {
        var parts = progress.Split(' ');
        var now = time.GetUtcNow();
        var rows = Rows(id);
        if (parts.Length == 5 && double.TryParse(parts[1], CultureInfo.InvariantCulture, out var seconds) && int.TryParse(parts[2], CultureInfo.InvariantCulture, out var visits)
            && long.TryParse(parts[3], CultureInfo.InvariantCulture, out var objective) && long.TryParse(parts[4], CultureInfo.InvariantCulture, out var bound))
            await rows.ExecuteUpdateAsync(row => row.SetProperty(run => run.HeardAt, now).SetProperty(run => run.Spent, (int)seconds).SetProperty(run => run.Visits, visits).SetProperty(run => run.Objective, objective).SetProperty(run => run.Bound, bound), cancel);
        else await rows.ExecuteUpdateAsync(row => row.SetProperty(run => run.HeardAt, now), cancel);
        return await rows.Select(run => run.Wish).SingleAsync(cancel);
    }

    private Task<int> End(string id, RunState state, string? fault) =>
        Rows(id).ExecuteUpdateAsync(row => row.SetProperty(run => run.State, state).SetProperty(run => run.Fault, fault), CancellationToken.None);

    private IQueryable<PlanRunRow> Rows(string id) => db.Set<PlanRunRow>().Where(row => row.Id == id);

    /// <summary>Asks the child to end and keep its best plan.</summary>
    private static bool AskToEnd(Process child) =>
        NativeLibrary.TryLoad("libc.so.6", out var library) && NativeLibrary.TryGetExport(library, "kill", out var address) && Marshal.GetDelegateForFunctionPointer<SendSignal>(address)(child.Id, Terminate) == 0;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int SendSignal(int process, int signal);
}
