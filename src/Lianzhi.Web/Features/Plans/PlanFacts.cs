using Lianzhi.Core;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Equipment;
using Lianzhi.Core.Inspections;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Powers;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Equipment;
using Lianzhi.Web.Features.Inspections;
using Lianzhi.Web.Features.Requirements;
using Lianzhi.Web.Features.Targets;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Plans;

/// <summary>Gathers what a plan is drafted from (计划编制依据).</summary>
public sealed class PlanFacts(AppDb db, Snapshot<OrganisationRegister> organisation, Snapshot<WorkCalendar> calendar, Snapshot<Catalogue> catalogue, TimeProvider time)
{
    private const int MostNamed = 3;

    /// <summary>The organisation today.</summary>
    public OrganisationAsOf Today => organisation.Current.AsOf(time.Today());

    /// <summary>The problem of a plan as things stand now, with what was carried out or set by hand locked.</summary>
    public async Task<Result<PlanProblem>> Problem(InspectionPlanRow plan, CancellationToken cancel)
    {
        var townships = Today.TownshipsOf(plan.Area).Select(township => township.Code).ToList();
        var targets = await db.Set<TargetRow>().AsNoTracking().Where(row => townships.Contains(row.Township) && row.MergedInto == null && row.Status == TargetStatus.Operating).OrderBy(row => row.Id).ToListAsync(cancel);
        var today = time.Today();
        var from = plan.From > today ? plan.From : today;
        var requirements = (await db.Set<RequirementRow>().AsNoTracking().Where(row => row.From <= plan.To && (row.To == null || row.To > from)).OrderBy(row => row.Name).ThenByDescending(row => row.From).ToListAsync(cancel))
            .DistinctBy(row => row.Requirement).DistinctBy(row => row.Name).Select(row => row.ToRequirement()).ToList();
        if (plan.Only.Length > 0 && plan.Only.Split('|') is var only) requirements.RemoveAll(requirement => !only.Contains(requirement.Name));
        var visits = await Visits(plan.Id, cancel);
        var facts = new DraftFacts(plan.Year, from, plan.To, townships, [.. targets.Select(row => new DraftTarget(row.Id, row.Enterprise, row.ToFacts()))], requirements,
            [.. (await db.Set<CapRow>().AsNoTracking().ToListAsync(cancel)).Select(row => row.ToCap())],
            [.. (await db.Set<CapExceptionRow>().AsNoTracking().Where(row => row.Year == plan.Year).ToListAsync(cancel)).Select(row => row.ToException())],
            [.. (await db.Set<BlackoutRow>().AsNoTracking().Where(row => row.Area == plan.Area).ToListAsync(cancel)).Select(row => row.ToBlackout())],
            await Used(plan, cancel),
            [.. visits.Where(visit => visit.State != VisitState.NotDone).Select(visit => new FormerVisit(visit.TargetId, visit.State == VisitState.Done ? visit.DoneOn!.Value : visit.Day,
                visit.Requirements.Split('|'), visit.Locked || visit.State == VisitState.Done))],
            [.. (await db.Set<EquipmentRow>().AsNoTracking().Where(row => row.Area == plan.Area && row.Kind == EquipmentKind.Vehicle).OrderBy(row => row.Id).ToListAsync(cancel)).Select(row => row.ToItem(null))],
            DraftForce.Usual)
        {
            BeyondPower = requirements.SelectMany(requirement => townships.Where(township => !TownshipPower.Of(requirement, township, from, catalogue.Current, organisation.Current).Holds).Select(township => (requirement.Name, township))).ToHashSet(),
            Taken = await Taken(plan, cancel),
            // Sites elsewhere in the district raise the grade as well; grades stand as names and are compared here, not by the database.
            Grades = (await db.Set<TargetRow>().AsNoTracking().Where(row => row.CreditCode != null && row.MergedInto == null && row.Status == TargetStatus.Operating).Select(row => new { row.CreditCode, row.Risk }).Distinct().ToListAsync(cancel))
                .GroupBy(row => row.CreditCode!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Max(row => row.Risk), StringComparer.Ordinal),
        };
        return PlanDrafting.Problem(facts, organisation.Current, calendar.Current);
    }

    /// <summary>Visits of a plan, in order of their days.</summary>
    public Task<List<PlanVisitRow>> Visits(string plan, CancellationToken cancel) =>
        db.Set<PlanVisitRow>().Where(visit => visit.PlanId == plan).OrderBy(visit => visit.Day).ThenBy(visit => visit.Id).ToListAsync(cancel);

    /// <summary>Officers' time that other plans in force of the year take, of whatever area: people of departments are there once.</summary>
    public async Task<IReadOnlyList<TakenTime>> Taken(InspectionPlanRow plan, CancellationToken cancel)
    {
        var others = await Others(plan, cancel);
        if (others.Count == 0) return [];
        var requirements = await PlanRollups.Requirements(db, cancel);
        var visits = await db.Set<PlanVisitRow>().AsNoTracking().Where(visit => others.Contains(visit.PlanId) && visit.State != VisitState.NotDone).Select(visit => new { visit.Township, visit.Day, visit.Requirements }).ToListAsync(cancel);
        var (day, register) = (Today, organisation.Current);
        return SharedForce.Of(visits.Select(visit => new OtherVisit(visit.Township, visit.Day, [.. visit.Requirements.Split('|').Where(requirements.ContainsKey).Select(name => requirements[name])])), DraftForce.Usual,
            code => register.TownshipOn(code, time.Today())?.OrganName ?? day.UnitName(code));
    }

    /// <summary>Other plans of the year that are in force; an edition that is amended by the plan is not another.</summary>
    private async Task<List<string>> Others(InspectionPlanRow plan, CancellationToken cancel)
    {
        var amended = new HashSet<string> { plan.Id };
        for (var before = plan.Amends; before is not null && amended.Add(before);)
            before = await db.Set<InspectionPlanRow>().Where(row => row.Id == before).Select(row => row.Amends).SingleOrDefaultAsync(cancel);
        return await db.Set<InspectionPlanRow>().Where(row => row.Year == plan.Year && row.Stage == PlanStage.Published && !amended.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancel);
    }

    /// <summary>
    /// Refuses visits that are still to come beyond the cap of their enterprise, grants included: what other plans and causes took since the plan was drafted counts. Null when every cap
    /// holds.
    /// </summary>
    public async Task<Refusal?> BeyondCaps(InspectionPlanRow plan, IReadOnlyList<PlanVisitRow> visits, CancellationToken cancel)
    {
        var used = await Used(plan, cancel);
        var own = visits.Where(visit => visit.State != VisitState.NotDone).GroupBy(visit => visit.Enterprise, StringComparer.Ordinal).Where(group => group.Any(visit => visit.State == VisitState.Planned)).ToList();
        var caps = (await db.Set<CapRow>().AsNoTracking().ToListAsync(cancel)).ConvertAll(row => row.ToCap());
        var granted = (await db.Set<CapExceptionRow>().AsNoTracking().Where(row => row.Year == plan.Year).Select(row => new { row.Enterprise, row.Visits }).ToListAsync(cancel))
            .GroupBy(row => row.Enterprise, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(row => row.Visits), StringComparer.Ordinal);
        var grades = (await db.Set<TargetRow>().AsNoTracking().Where(row => row.MergedInto == null && row.Status == TargetStatus.Operating).Select(row => new { row.Enterprise, row.Risk }).Distinct().ToListAsync(cancel))
            .GroupBy(row => row.Enterprise, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Max(row => row.Risk), StringComparer.Ordinal);
        var from = plan.From > time.Today() ? plan.From : time.Today();
        var beyond = own.Select(group => (group.First().TargetName, Own: group.Count(), Others: used.GetValueOrDefault(group.Key), Cap: grades.TryGetValue(group.Key, out var grade) && FrequencyCaps.Of(caps, grade, from) is { } cap ? cap + granted.GetValueOrDefault(group.Key) : (int?)null))
            .Where(one => one.Own + one.Others > one.Cap).ToList();
        if (beyond.Count == 0) return null;
        var named = string.Join("；", beyond.Take(MostNamed).Select(one => $"{one.TargetName}本计划{one.Own}次，其他计划和已实施{one.Others}次，上限{one.Cap}次"));
        return new Refusal("frequency-cap", $"{beyond.Count}户企业超过入企检查频次上限（{named}{(beyond.Count > MostNamed ? "等" : "")}）。请退回后重新编排，或者由片长批准突破频次上限。", "国办发〔2024〕54号");
    }

    /// <summary>Visits of the year in other plans that are in force, by enterprise: caps count all bodies and all plans together.</summary>
    private async Task<Dictionary<string, int>> Used(InspectionPlanRow plan, CancellationToken cancel)
    {
        var others = await Others(plan, cancel);
        var planned = await db.Set<PlanVisitRow>().Where(visit => others.Contains(visit.PlanId) && visit.State != VisitState.NotDone).GroupBy(visit => visit.Enterprise)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        // Whoever came beyond any plan counts as well; a joint visit once a day, and of a visit of the plan the days beyond its own.
        var (begin, end) = (CaseDays.Begin(new DateOnly(plan.Year, 1, 1)), CaseDays.Begin(new DateOnly(plan.Year + 1, 1, 1)));
        var begun = await db.Set<InspectionRow>().Where(row => row.StartedAt >= begin && row.StartedAt < end && row.Source != InspectionSource.Recheck)
            .Select(row => new { row.Enterprise, Visit = row.VisitId ?? row.JointId, row.StartedAt, Planned = row.VisitId != null }).ToListAsync(cancel);
        foreach (var joint in begun.GroupBy(row => (row.Enterprise, row.Visit)))
        {
            var beyond = joint.Select(row => CaseDays.Of(row.StartedAt!.Value)).Distinct().Count() - (joint.Any(row => row.Planned) ? 1 : 0);
            if (beyond > 0) planned[joint.Key.Enterprise] = planned.GetValueOrDefault(joint.Key.Enterprise) + beyond;
        }
        return planned;
    }
}
