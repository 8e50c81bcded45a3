using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Inspections;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Components;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Inspections;
using Lianzhi.Web.Features.Organisation;
using Lianzhi.Web.Features.Requirements;
using Lianzhi.Web.Features.Targets;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Plans;

/// <summary>What visits of plans have in common.</summary>
internal static class PlanVisits
{
    /// <summary>The same visit in another edition.</summary>
    public static PlanVisitRow Copy(PlanVisitRow visit, string plan, string id) => new()
    {
        Id = id,
        PlanId = plan,
        TargetId = visit.TargetId,
        TargetName = visit.TargetName,
        Enterprise = visit.Enterprise,
        Township = visit.Township,
        Day = visit.Day,
        Requirements = visit.Requirements,
        Reasons = visit.Reasons,
        Locked = visit.Locked,
        LockedBecause = visit.LockedBecause,
        State = visit.State,
        DoneOn = visit.DoneOn,
        Left = visit.Left,
        LeftBecause = visit.LeftBecause,
    };

    /// <summary>Which planned visit of another edition one that was carried out stands for: that of its day, else the next that inspects something of what was inspected; null when there is none.</summary>
    public static PlanVisitRow? Next(IEnumerable<PlanVisitRow> edition, PlanVisitRow done, IReadOnlyList<string> inspected)
    {
        var open = edition.Where(visit => visit.TargetId == done.TargetId && visit.State == VisitState.Planned && visit.Requirements.Split('|').Intersect(inspected).Any()).OrderBy(visit => visit.Day).ThenBy(visit => visit.Id, StringComparer.Ordinal).ToList();
        return open.Find(visit => visit.Day == done.Day) ?? open.Find(visit => inspected.All(visit.Requirements.Split('|').Contains)) ?? open.FirstOrDefault();
    }

    /// <summary>Visits that a problem holds, as the rules know them: without what was not carried out or is no longer inspected.</summary>
    public static IReadOnlyList<PlannedVisit> Within(PlanProblem problem, IEnumerable<PlanVisitRow> rows)
    {
        var (targets, requirements) = (problem.Targets.Select(target => target.Id).ToHashSet(StringComparer.Ordinal), problem.Requirements.Select(requirement => requirement.Id).ToHashSet(StringComparer.Ordinal));
        return [.. rows.Where(row => row.State != VisitState.NotDone && targets.Contains(row.TargetId)).Select(row => row.ToVisit(problem)).Where(visit => visit.Week > 0)
            .Select(visit => visit with { Requirements = [.. visit.Requirements.Where(requirements.Contains)] })];
    }

    /// <summary>A visit as the rules know it.</summary>
    public static PlannedVisit ToVisit(this PlanVisitRow visit, PlanProblem problem) => new(visit.TargetId, PlanWeeks.Number(problem, visit.Day), visit.Day, visit.Requirements.Split('|'), visit.Locked, []);
}

/// <summary>Moves a visit by hand, with a reason, or gives it back to the optimiser (手工调整). What is moved stays where it is on the next run.</summary>
public sealed class EditVisit(AppDb db, PlanDesk desk, PlanFacts facts)
{
    /// <summary>Moves it to a day; null: gives it back.</summary>
    public async Task<Result<string>> Run(string id, string visit, long? version, DateOnly? day, string? reason, CancellationToken cancel)
    {
        var township = await db.Set<PlanVisitRow>().Where(row => row.Id == visit && row.PlanId == id).Select(row => row.Township).SingleOrDefaultAsync(cancel);
        var area = township is null ? null : facts.Today.AreaOf(township);
        return await desk.Take(AccessTable.EditPlan, PlanStep.Edit, id, version, reason, Placement.Of(township ?? "", area), async plan =>
        {
            var visits = await facts.Visits(id, cancel);
            if (visits.Find(row => row.Id == visit) is not { } moved) return [Refusal.NotFound()];
            if (Reasons.Check(reason) is { } missing) return [missing];
            if (moved.State != VisitState.Planned) return [new Refusal("visit-is-over", "已经执行的检查不能调整。", "漳龙政〔2024〕40号：合理确定执法检查频次")];
            var from = moved.Day;
            if (day is { } to)
            {
                var problem = await facts.Problem(plan, cancel);
                if (!problem.IsOk) return problem.Refusals;
                if (problem.Value.Targets.All(target => target.Id != moved.TargetId)) return [new Refusal("target-not-inspected", "该对象已停业或者没有适用的检查要求，请重新编排。", "漳龙政〔2024〕40号：合理确定执法检查频次")];
                var inspected = problem.Value.Targets.Select(target => target.Id).ToHashSet(StringComparer.Ordinal);
                var planned = visits.Where(row => row.State != VisitState.NotDone && inspected.Contains(row.TargetId)).Select(row => (row, Visit: row.ToVisit(problem.Value))).Where(pair => pair.Visit.Week > 0 || pair.row == moved).ToList();
                var refusals = PlanEdits.Move(problem.Value, [.. planned.Select(pair => pair.Visit)], planned.Single(pair => pair.row == moved).Visit, to);
                if (refusals.Count > 0) return refusals;
                (moved.Day, moved.Locked, moved.LockedBecause) = (to, true, $"{reason!.Trim()}。{desk.ActorName}，{desk.Today:yyyy-MM-dd}");
            }
            else
            {
                if (!moved.Locked) return [new Refusal("visit-not-locked", "该检查没有手工锁定。", "漳龙政〔2024〕40号：合理确定执法检查频次")];
                (moved.Locked, moved.LockedBecause) = (false, null);
            }
            db.Add(Change(desk, moved, day is null ? "released" : "moved", from, reason!));
            return [];
        }, cancel);
    }

    /// <summary>The entry of a change.</summary>
    internal static PlanChangeRow Change(PlanDesk desk, PlanVisitRow visit, string kind, DateOnly from, string reason) =>
        new() { Id = desk.NewId(), PlanId = visit.PlanId, TargetId = visit.TargetId, Kind = kind, FromDay = from, ToDay = visit.DoneOn ?? visit.Day, Reason = reason.Trim(), By = desk.ActorName, On = desk.Today };
}

/// <summary>What is said of a visit by hand (登记执行情况).</summary>
/// <param name="Done">Carried out, or not.</param>
/// <param name="On">Day of the inspection.</param>
/// <param name="Reason">Why it was not carried out.</param>
/// <param name="Reference">Number of the notice or record on paper.</param>
/// <param name="Unit">Subject that signed it.</param>
/// <param name="Officers">Ids of the officers who inspected.</param>
public sealed record VisitReport(bool? Done, DateOnly? On, string? Reason, string? Reference, string? Unit, IReadOnlyList<string> Officers);

/// <summary>
/// Notes by hand that a visit was carried out on paper, or was not (登记执行情况). What was inspected here is noted by the signature of its record; by hand stands only what has a paper, two officers of
/// a subject of the visit and room under the cap.
/// </summary>
public sealed class ReportVisit(UseCaseRunner runner, AppDb db, PlanDesk desk, PlanFacts facts, InspectionFrequencies frequencies, Snapshot<OrganisationRegister> organisation)
{
    private const int LongestReference = 100;

    /// <summary>Notes it.</summary>
    public async Task<Result<string>> Run(string id, string visit, VisitReport said, CancellationToken cancel)
    {
        var township = await db.Set<PlanVisitRow>().Where(row => row.Id == visit && row.PlanId == id).Select(row => row.Township).SingleOrDefaultAsync(cancel);
        var area = township is null ? null : facts.Today.AreaOf(township);
        // A department says what it inspected itself, in whatever township.
        return await desk.Take(AccessTable.ReportPlanVisit, PlanStep.Report, id, null, said.Reason, Placement.Of(said.Unit ?? township ?? "", area), async plan =>
        {
            if (await db.Set<PlanVisitRow>().SingleOrDefaultAsync(row => row.Id == visit && row.PlanId == id, cancel) is not { } row) return [Refusal.NotFound()];
            if (!row.Waits) return [new Refusal("visit-is-over", "这次检查已经登记执行情况，不能再次登记。", PlanRule)];
            if (said.Done is null) return [Refusal.Invalid("done", "请选择已检查或者未检查。")];
            if (said.Done == false)
            {
                if (Reasons.Check(said.Reason) is { } missing) return [missing];
                // Nobody gives up what another body has to inspect.
                var whose = row.State == VisitState.Done ? (await Waiting(row, desk.Today, cancel)).Select(group => group.Key) : [row.Township];
                if (whose.Select(own => runner.Check(AccessTable.ReportPlanVisit, Placement.Of(own, area))).OfType<Refusal>().FirstOrDefault() is { } foreign) return [foreign];
                if (row.State == VisitState.Done) row.LeftBecause = said.Reason!.Trim();
                else row.State = VisitState.NotDone;
                db.Add(EditVisit.Change(desk, row, "notDone", row.Day, said.Reason!));
                return [];
            }
            if (said.On is not { } on || on > desk.Today || on.Year != plan.Year) return [Refusal.Invalid("on", "请填写检查日期，在计划年度内、不晚于今日。")];
            if (row.DoneOn is { } came && came != on) return [Refusal.Invalid("on", $"这次检查已于{came.InWords()}实施。当日一起检查的，请填写该日；另日检查余下内容的，请提请检查。")];
            var waiting = await Waiting(row, on, cancel);
            if (said.Unit is not { } unit || !waiting.Contains(unit)) return [Refusal.Invalid("unit", $"请选择署名的检查主体：{string.Join("、", waiting.Select(group => facts.Today.UnitName(group.Key)))}。")];
            // Nobody says of another body that it inspected.
            if (runner.Check(AccessTable.ReportPlanVisit, Placement.Of(unit, area)) is { } beyond) return [beyond];
            var faults = new List<Refusal>();
            if (string.IsNullOrWhiteSpace(said.Reference) || said.Reference.Length > LongestReference) faults.Add(Refusal.Invalid("reference", $"请填写纸质检查通知书或者检查笔录的文号，不超过{LongestReference}字。"));
            var day = organisation.Current.AsOf(on);
            faults.AddRange(CrewRules.Check(unit, said.Officers, day).Refusals.Select(refusal => refusal with { Field = "officers" }));
            var target = await db.Set<TargetRow>().AsNoTracking().SingleAsync(one => one.Id == row.TargetId, cancel);
            await db.Hold($"inspection-cap/{target.Enterprise}", cancel);
            // Who came along that day came with the others, once for the enterprise.
            if (row.State == VisitState.Planned && InspectionGates.Frequency(InspectionSource.Plan, await frequencies.Of(target, on, "", cancel)) is { } full) faults.Add(full);
            if (faults.Count > 0) return faults;
            row.Carry(on, [.. waiting[unit]]);
            db.Add(EditVisit.Change(desk, row, "done", row.Day, $"纸质检查{said.Reference!.Trim()}，{facts.Today.UnitName(unit)}{string.Join("、", said.Officers.Distinct().Select(officer => day.Officer(officer)!.Name))}"));
            return [];
        }, cancel);
    }

    /// <summary>Who still has to sign for a visit on a day: the subjects of what it inspects or has left, with what each inspects.</summary>
    private async Task<ILookup<string, string>> Waiting(PlanVisitRow visit, DateOnly on, CancellationToken cancel)
    {
        var names = visit.State == VisitState.Done ? visit.Remaining : visit.Requirements.Split('|');
        var rows = await db.Set<RequirementRow>().AsNoTracking().Where(row => names.Contains(row.Name) && row.From <= on && (row.To == null || row.To > on)).ToListAsync(cancel);
        return rows.Select(row => row.ToRequirement()).Select(requirement => (requirement.Name, Subject: requirement.SubjectOn(visit.Township))).Distinct().OrderBy(one => one.Subject, StringComparer.Ordinal).ToLookup(one => one.Subject, one => one.Name, StringComparer.Ordinal);
    }

    /// <summary>Subjects of a visit with who may act for them today, as the form offers them.</summary>
    public Task<Result<IReadOnlyList<(string Unit, IReadOnlyList<Officer> Officers)>>> Offer(string visit, CancellationToken cancel) => runner.Read<IReadOnlyList<(string, IReadOnlyList<Officer>)>>(AccessTable.ReportPlanVisit, async () =>
    {
        if (await db.Set<PlanVisitRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == visit, cancel) is not { } row) return Refusal.NotFound();
        var day = facts.Today;
        return (await Waiting(row, desk.Today, cancel)).Select(waiting => (waiting.Key, (IReadOnlyList<Officer>)[.. day.Officers.Where(officer => CrewRules.Member(waiting.Key, officer.Id, day, new CrewPolicy()).IsOk)])).ToList();
    });

    private static readonly Basis PlanRule = "漳龙政〔2024〕40号：合理确定执法检查频次";
}

/// <summary>Notes that a visit was carried out, called by the inspection whose record was signed (检查实施后登记计划执行).</summary>
public sealed class CarryOutVisit(UseCaseRunner runner, AppDb db, PlanDesk desk)
{
    /// <summary>Notes what was inspected of it; a plan that was amended meanwhile takes it over by target and day.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="on">Day of the inspection.</param>
    /// <param name="inspected">Names of what was inspected.</param>
    /// <param name="because">Where that is written.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<string>> Run(string visit, DateOnly on, IReadOnlyList<string> inspected, string because, CancellationToken cancel) => runner.Write<string>(AccessTable.CarryOutPlanVisit, because, async () =>
    {
        if (await db.Set<PlanVisitRow>().SingleOrDefaultAsync(row => row.Id == visit, cancel) is not { } asked) return Refusal.NotFound();
        var plan = await db.Set<InspectionPlanRow>().SingleAsync(one => one.Id == asked.PlanId, cancel);
        PlanVisitRow? row = asked;
        if (plan.Stage == PlanStage.Superseded)
        {
            var target = asked.TargetId;
            var now = await (from later in db.Set<PlanVisitRow>()
                             join edition in db.Set<InspectionPlanRow>() on later.PlanId equals edition.Id
                             where edition.Stage == PlanStage.Published && edition.Area == plan.Area && edition.Year == plan.Year && edition.Kind == plan.Kind && later.TargetId == target && later.State != VisitState.NotDone
                             orderby later.Day
                             select later).ToListAsync(cancel);
            // Another subject of the visit signed before, and carried it out.
            row = now.Find(later => later.State == VisitState.Done && (later.DoneOn == on || later.Remaining.Intersect(inspected).Any())) ?? PlanVisits.Next(now, asked, inspected);
        }
        if (row is null || !row.Carry(on, inspected)) return visit;
        db.Add(EditVisit.Change(desk, row, "done", row.Day, because));
        return row.Id;
    }, cancel);
}
