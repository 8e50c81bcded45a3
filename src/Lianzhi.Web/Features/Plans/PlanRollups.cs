using System.Globalization;
using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Inspections;
using Lianzhi.Core.Organisation;
using Lianzhi.Planner.Plans;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Requirements;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using MiniExcelLibs;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Plans;

/// <summary>One plan in the district's roll-up.</summary>
/// <param name="Plan">The edition in force.</param>
/// <param name="AreaName">Name of its area.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="Caps">How far caps are used; null when it was not solved here.</param>
/// <param name="Gaps">What could not be served, by what is short.</param>
public sealed record DistrictPlanLine(InspectionPlanRow Plan, string AreaName, RolledFigures Figures, CapUse? Caps, IReadOnlyList<ResourceGap> Gaps);

/// <summary>All plans of a year in force (全区计划).</summary>
/// <param name="Year">The year.</param>
/// <param name="Years">Years with plans in force, newest first.</param>
/// <param name="Lines">The plans, yearly ones first.</param>
/// <param name="Loads">Load of each subject in all of them together.</param>
public sealed record DistrictPlanView(int Year, IReadOnlyList<int> Years, IReadOnlyList<DistrictPlanLine> Lines, IReadOnlyList<SubjectLoad> Loads);

/// <summary>Merges of a plan by target (每户合并情况).</summary>
/// <param name="Plan">The edition.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="Targets">The targets that match, those first that are spared most.</param>
public sealed record PlanMergesView(InspectionPlanRow Plan, RolledFigures Figures, IReadOnlyList<MergedTarget> Targets);

/// <summary>Tasks of a month (月度任务).</summary>
/// <param name="Plan">The edition.</param>
/// <param name="Month">The month.</param>
/// <param name="Unit">The unit; null for all.</param>
/// <param name="Units">Units with tasks in the year, by code and name.</param>
/// <param name="Figures">How many tasks of the month, by how far they are.</param>
/// <param name="Tasks">The tasks, or a page of them.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record PlanTasksView(InspectionPlanRow Plan, int Month, string? Unit, IReadOnlyList<(string Code, string Name)> Units, TaskFigures Figures, IReadOnlyList<MonthTask> Tasks, string? Next);

/// <summary>Puts plans together: the district's plan of a year, merges by enterprise, tasks by month and unit (计划汇总).</summary>
public sealed class PlanRollups(UseCaseRunner runner, AppDb db, FileStore files, Snapshot<OrganisationRegister> organisation, TimeProvider time)
{
    private const string TaskSort = "plan.tasks";

    private OrganisationAsOf Day => organisation.Current.AsOf(time.Today());

    /// <summary>All plans of a year that are in force; this year, or the newest with plans, when none is asked for.</summary>
    public Task<Result<DistrictPlanView>> District(int? year, CancellationToken cancel) => runner.Read<DistrictPlanView>(AccessTable.ListPlans, async () =>
    {
        var years = await db.Set<InspectionPlanRow>().Where(row => row.Stage == PlanStage.Published).Select(row => row.Year).Distinct().OrderByDescending(one => one).ToListAsync(cancel);
        var asked = year ?? (years.Contains(time.Today().Year) || years.Count == 0 ? time.Today().Year : years[0]);
        var plans = await db.Set<InspectionPlanRow>().AsNoTracking().Where(row => row.Stage == PlanStage.Published && row.Year == asked).OrderBy(row => row.Kind).ThenBy(row => row.Area).ThenBy(row => row.Id).ToListAsync(cancel);
        var (lines, loads, requirements) = (new List<DistrictPlanLine>(), new List<IReadOnlyList<SubjectLoad>>(), await Requirements(cancel));
        foreach (var plan in plans)
        {
            var rows = await Rows(plan.Id, cancel);
            CapUse? caps = null;
            if (plan.ProblemHash is { } hash && await files.Read(hash, cancel) is { } file && PlanFile.Read(file) is { IsOk: true, Value: { } problem })
            {
                var within = PlanVisits.Within(problem, rows);
                caps = PlanFigures.Caps(problem, within);
                loads.Add(PlanFigures.BySubject(problem, within));
            }
            var gaps = await db.Set<PlanUnservedRow>().Where(row => row.PlanId == plan.Id).GroupBy(row => row.Cause).Select(group => new { group.Key, Missing = group.Sum(row => row.Missing), By = group.Sum(row => row.By) }).ToListAsync(cancel);
            lines.Add(new(plan, Day.Areas.FirstOrDefault(area => area.Id == plan.Area)?.Name ?? plan.Area, PlanRollup.Figures(Rolled(rows, requirements), time.Today()), caps,
                [.. gaps.OrderByDescending(gap => gap.Missing).ThenBy(gap => gap.Key, StringComparer.Ordinal).Select(gap => new ResourceGap(gap.Key, null, gap.Missing, gap.By))]));
        }
        return new DistrictPlanView(asked, years.Contains(asked) ? years : [.. years.Append(asked).OrderDescending()], lines, PlanRollup.Together(loads));
    });

    /// <summary>The district's plan as a workbook (全区计划表): a sheet of plans and one of loads by week.</summary>
    public async Task<Result<byte[]>> Workbook(int? year, CancellationToken cancel)
    {
        var found = await District(year, cancel);
        if (!found.IsOk) return Result<byte[]>.Refused(found.Refusals);
        var plans = found.Value.Lines.Select(line => new Dictionary<string, object?>
        {
            ["片区"] = line.AreaName,
            ["计划"] = line.Plan.Title,
            ["类别"] = line.Plan.Kind == PlanKind.Annual ? "年度" : "专项",
            ["版次"] = line.Plan.Edition,
            ["入企户次"] = line.Figures.Visits,
            ["各主体单独检查户次"] = line.Figures.Separate,
            ["联合户次"] = line.Figures.Merged,
            ["联合占比%"] = line.Figures.MergedShare,
            ["已检查"] = line.Figures.Done,
            ["逾期未检查"] = line.Figures.Late,
            ["未检查"] = line.Figures.GivenUp,
            ["企业数"] = line.Figures.Enterprises,
            ["单户最多次数"] = line.Figures.Most,
            ["用满上限户数"] = line.Caps?.Full,
            ["已用次数"] = line.Caps?.Visits,
            ["上限合计"] = line.Caps?.Caps,
            ["未能安排次数"] = line.Plan.Unserved,
            ["未能安排的原因"] = string.Join("；", line.Gaps.Select(gap => $"{PlanNames.OfCause(gap.Cause)}{gap.Missing}次")),
        });
        var loads = found.Value.Loads.SelectMany(load => load.Minutes.Select((minutes, week) => new Dictionary<string, object?> { ["主体"] = load.Subject, ["周次"] = week + 1, ["计划人时"] = minutes / 60.0, ["能力人时"] = load.Capacity[week] / 60.0 }));
        using var stream = new MemoryStream();
        await stream.SaveAsAsync(new Dictionary<string, object> { ["计划"] = plans.ToList(), ["逐周负荷"] = loads.ToList() }, cancellationToken: cancel);
        return stream.ToArray();
    }

    /// <summary>How a plan merges visits, target by target.</summary>
    public Task<Result<PlanMergesView>> Merges(string id, string? township, string? text, CancellationToken cancel) => runner.Read<PlanMergesView>(AccessTable.ViewPlan, async () =>
    {
        if (await db.Set<InspectionPlanRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } plan) return Refusal.NotFound();
        var visits = Rolled(await Rows(id, cancel), await Requirements(cancel));
        return new PlanMergesView(plan, PlanRollup.Figures(visits, time.Today()), PlanRollup.Merges([.. visits.Where(visit =>
            (string.IsNullOrEmpty(township) || visit.Township == township) && (string.IsNullOrWhiteSpace(text) || visit.Name.Contains(text.Trim(), StringComparison.Ordinal)))]));
    });

    /// <summary>Tasks of a month of a published plan, of one unit or all, a page of visits at a time in order of their days.</summary>
    public Task<Result<PlanTasksView>> Tasks(string id, int? month, string? unit, string? limit, string? after, CancellationToken cancel) => runner.Read<PlanTasksView>(AccessTable.ViewPlan, async () =>
    {
        var filters = FormattableString.Invariant($"{id}|{month}|{unit}");
        var asked = Cursor.Read(limit, after, TaskSort, filters, 2);
        if (!asked.IsOk) return Result<PlanTasksView>.Refused(asked.Refusals);
        var found = await Month(id, month, unit, cancel);
        if (!found.IsOk) return Result<PlanTasksView>.Refused(found.Refusals);
        var (view, visits, requirements) = found.Value;
        if (asked.Value.After is [var day, var last] && DateText.TryParse(day, out var on)) visits = visits.Where(visit => visit.Day >= on && (visit.Day > on || string.Compare(visit.Id, last) > 0));
        var page = asked.Value.Page(await visits.OrderBy(visit => visit.Day).ThenBy(visit => visit.Id).Take(asked.Value.Fetch).ToListAsync(cancel), TaskSort, filters, visit => [visit.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), visit.Id]);
        return view with { Tasks = [.. PlanRollup.Tasks(Rolled(page.Items, requirements), view.Plan.Year, view.Month, view.Unit, time.Today()).OrderBy(task => task.Visit.Day).ThenBy(task => task.Visit.Id, StringComparer.Ordinal)], Next = page.Next };
    });

    /// <summary>All of them, by unit, for the paper.</summary>
    public Task<Result<PlanTasksView>> Sheet(string id, int? month, string? unit, CancellationToken cancel) => runner.Read<PlanTasksView>(AccessTable.ViewPlan, async () =>
    {
        var found = await Month(id, month, unit, cancel);
        if (!found.IsOk) return Result<PlanTasksView>.Refused(found.Refusals);
        var (view, visits, requirements) = found.Value;
        return view with { Tasks = PlanRollup.Tasks(Rolled(await visits.ToListAsync(cancel), requirements), view.Plan.Year, view.Month, view.Unit, time.Today()) };
    });

    /// <summary>The month with its figures and the query of its visits. Subjects stand in no column: which requirements and places are a unit's is found among the few that there are.</summary>
    private async Task<Result<(PlanTasksView View, IQueryable<PlanVisitRow> Visits, IReadOnlyDictionary<string, InspectionRequirement> Requirements)>> Month(string id, int? month, string? unit, CancellationToken cancel)
    {
        if (await db.Set<InspectionPlanRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } plan) return Refusal.NotFound();
        if (plan.Stage is not (PlanStage.Published or PlanStage.Superseded)) return Refusal.NotFound("计划公布后才有月度任务。");
        var today = time.Today();
        var asked = month is >= 1 and <= 12 ? month.Value : today.Year == plan.Year ? today.Month : 1;
        var (first, chosen) = (new DateOnly(plan.Year, asked, 1), string.IsNullOrEmpty(unit) ? null : unit);
        var next = first.AddMonths(1);
        var (year, requirements) = (db.Set<PlanVisitRow>().AsNoTracking().Where(visit => visit.PlanId == id), await Requirements(cancel));
        var groups = await year.GroupBy(visit => new { visit.Township, visit.Requirements, visit.State, Late = (visit.DoneOn ?? visit.Day) < today, Within = visit.Day >= first && visit.Day < next, visit.Left, LeftGivenUp = visit.LeftBecause != null })
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        var places = groups.Select(group => (group.Key.Township, group.Key.Requirements)).Distinct().Select(place => (place.Township, place.Requirements, Subjects: PlanRollup.Parts(place.Township, place.Requirements.Split('|'), requirements).Select(part => part.Subject).ToList())).ToList();
        var counted = groups.Where(group => group.Key.Within).Select(group => new CountedVisits(group.Key.Township, group.Key.Requirements.Split('|'),
            group.Key.State switch { VisitState.Done => TaskState.Done, VisitState.NotDone => TaskState.GivenUp, _ => group.Key.Late ? TaskState.Late : TaskState.Open }, group.Count)
        { Left = group.Key.Left?.Split('|') ?? [], LeftState = group.Key.LeftGivenUp ? TaskState.GivenUp : group.Key.Late ? TaskState.Late : TaskState.Open });
        var visits = year.Where(visit => visit.Day >= first && visit.Day < next);
        if (chosen is not null)
        {
            var own = places.Where(place => place.Subjects.Contains(chosen)).ToList();
            var (asks, where) = (own.Select(place => place.Requirements).Distinct().ToList(), own.Select(place => place.Township).Distinct().ToList());
            visits = visits.Where(visit => where.Contains(visit.Township) && asks.Contains(visit.Requirements));
        }
        return (new PlanTasksView(plan, asked, chosen, [.. places.SelectMany(place => place.Subjects).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(code => (code, Day.UnitName(code)))],
            PlanRollup.Counted(counted, chosen, requirements), [], null), visits, requirements);
    }

    /// <summary>Requirements by name, the newest of each.</summary>
    internal static async Task<IReadOnlyDictionary<string, InspectionRequirement>> Requirements(AppDb db, CancellationToken cancel) =>
        (await db.Set<RequirementRow>().AsNoTracking().OrderByDescending(row => row.From).ToListAsync(cancel)).DistinctBy(row => row.Name).ToDictionary(row => row.Name, row => row.ToRequirement(), StringComparer.Ordinal);

    /// <summary>Visits as roll-ups read them.</summary>
    internal static IReadOnlyList<RolledVisit> Rolled(IEnumerable<PlanVisitRow> rows, IReadOnlyDictionary<string, InspectionRequirement> requirements) =>
        [.. rows.Select(row => new RolledVisit(row.Id, row.TargetId, row.TargetName, row.Township, row.Enterprise, row.Day, PlanRollup.Parts(row.Township, row.Requirements.Split('|'), requirements),
            row.State == VisitState.Done ? row.DoneOn ?? row.Day : null, row.State == VisitState.NotDone) { Left = row.Remaining, LeftGivenUp = row.LeftBecause is not null })];

    private Task<IReadOnlyDictionary<string, InspectionRequirement>> Requirements(CancellationToken cancel) => Requirements(db, cancel);

    private Task<List<PlanVisitRow>> Rows(string plan, CancellationToken cancel) => db.Set<PlanVisitRow>().AsNoTracking().Where(visit => visit.PlanId == plan).OrderBy(visit => visit.Day).ThenBy(visit => visit.Id).ToListAsync(cancel);
}
