using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Features.Inspections;
using Lianzhi.Web.Features.Plans;
using Lianzhi.Web.Features.Requirements;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Targets;

/// <summary>What a year brings an enterprise (本年度情况).</summary>
/// <param name="Frequency">Visits so far, cap and grants, all sites together.</param>
/// <param name="Grants">Visits granted beyond the cap.</param>
/// <param name="Planned">Visits that are still planned at this target, in published plans.</param>
/// <param name="Cases">Cases of the enterprise within the person's reach, newest first.</param>
/// <param name="Clues">Clues its inspections and cases followed, within reach, newest first.</param>
public sealed record TargetYear(InspectionFrequency Frequency, IReadOnlyList<CapExceptionRow> Grants, IReadOnlyList<PlanVisitRow> Planned, IReadOnlyList<CaseRow> Cases, IReadOnlyList<ClueRow> Clues);

/// <summary>Shows the year of a target (检查对象本年度情况): who came, who will, and what it led to.</summary>
public sealed class ViewTargetYear(UseCaseRunner runner, AppDb db, InspectionFrequencies frequencies, AccessLog log, CurrentActor current, TimeProvider time)
{
    private const int Most = 20;

    /// <summary>This year.</summary>
    public Task<Result<TargetYear>> Run(string id, CancellationToken cancel) => runner.Read<TargetYear>(AccessTable.ViewTarget, async () =>
    {
        if (await db.Set<TargetRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } target) return Refusal.NotFound();
        var (today, enterprise) = (time.Today(), target.Enterprise);
        var planned = await (from visit in db.Set<PlanVisitRow>().AsNoTracking()
                             join plan in db.Set<InspectionPlanRow>() on visit.PlanId equals plan.Id
                             where visit.Enterprise == enterprise && visit.TargetId == id && visit.State == VisitState.Planned && plan.Stage == PlanStage.Published && plan.Year >= today.Year
                             orderby visit.Day, visit.Id
                             select visit).Take(Most).ToListAsync(cancel);
        var inspected = await db.Set<InspectionRow>().AsNoTracking().Where(row => row.Enterprise == enterprise && (row.CaseId != null || row.ClueId != null)).OrderByDescending(row => row.Day).ThenByDescending(row => row.Id)
            .Select(row => new { row.CaseId, row.ClueId }).Take(Most).ToListAsync(cancel);
        var cases = await Cases(target, [.. inspected.Select(row => row.CaseId).OfType<string>()], cancel);
        var clueIds = inspected.Select(row => row.ClueId).Concat(cases.Select(row => row.ClueId)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var clues = (await db.Set<ClueRow>().AsNoTracking().Where(row => clueIds.Contains(row.Id)).OrderByDescending(row => row.Id).ToListAsync(cancel)).FindAll(row => runner.Check(AccessTable.ViewClue, ClueDistrict.PlacementOf(row)) is null);
        if (cases.Count > 0) await log.Note(current.Actor, AccessTable.ListCases, target.Stream);
        return new TargetYear(await frequencies.Of(target, today, "", cancel),
            await db.Set<CapExceptionRow>().AsNoTracking().Where(row => row.Enterprise == enterprise && row.Year == today.Year).OrderBy(row => row.Id).ToListAsync(cancel), planned, cases, clues);
    });

    /// <summary>Cases that inspections led to, and those in which the enterprise is the party by its code.</summary>
    private async Task<List<CaseRow>> Cases(TargetRow target, List<string> led, CancellationToken cancel)
    {
        List<string> keys = target.CreditCode is { } code ? [.. new[] { PartyKind.Organisation, PartyKind.IndividualBusiness }.Select(kind => CaseRow.KeyOf(new CaseParty(kind, target.Name, CreditCode: code), ""))] : [];
        var rows = await db.Set<CaseRow>().AsNoTracking().Where(row => led.Contains(row.Id) || keys.Contains(row.PartyKey)).OrderByDescending(row => row.Id).Take(Most).ToListAsync(cancel);
        var ids = rows.ConvertAll(row => row.Id);
        var officers = (await db.Set<CaseOfficerRow>().AsNoTracking().Where(officer => ids.Contains(officer.CaseId)).ToListAsync(cancel)).ToLookup(officer => officer.CaseId, officer => officer.OfficerId, StringComparer.Ordinal);
        return rows.FindAll(row => runner.Check(AccessTable.ViewCase, new Placement(row.Unit, row.Area, [.. officers[row.Id]])) is null);
    }
}
