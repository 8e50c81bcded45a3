using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Inspections;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Features.Inspections;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Plans;

/// <summary>Results of a campaign (专项检查成效).</summary>
/// <param name="Plan">The campaign.</param>
/// <param name="AreaName">Its area.</param>
/// <param name="Visits">Visits that were planned.</param>
/// <param name="Late">Visits whose day is over and that were not reported.</param>
/// <param name="Whole">Figures of all subjects.</param>
/// <param name="Subjects">Figures of each subject, by its name.</param>
/// <param name="Spans">The stretches that are compared.</param>
/// <param name="CluesBefore">Clues of the area before.</param>
/// <param name="CluesAfter">Clues of the area after.</param>
public sealed record CampaignReport(
    InspectionPlanRow Plan, string AreaName, int Visits, int Late, CampaignFigures Whole, IReadOnlyList<(string Name, CampaignFigures Figures)> Subjects, CampaignSpans Spans, int CluesBefore, int CluesAfter);

/// <summary>Reports what a published campaign met and what is left (专项检查成效), from its inspections and the clues of its area: nobody types figures twice.</summary>
public sealed class CampaignReports(UseCaseRunner runner, AppDb db, Snapshot<OrganisationRegister> organisation, TimeProvider time)
{
    /// <summary>The report as of today.</summary>
    public Task<Result<CampaignReport>> Run(string id, CancellationToken cancel) => runner.Read<CampaignReport>(AccessTable.ViewPlan, async () =>
    {
        if (await db.Set<InspectionPlanRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { Kind: PlanKind.Campaign, Stage: PlanStage.Published or PlanStage.Superseded } plan) return Refusal.NotFound("专项检查公布后才有成效报告。");
        // An amended campaign goes on: inspections of the editions before count as well.
        var editions = new HashSet<string> { plan.Id };
        for (var before = plan.Amends; before is not null && editions.Add(before);)
            before = await db.Set<InspectionPlanRow>().Where(row => row.Id == before).Select(row => row.Amends).SingleOrDefaultAsync(cancel);
        var (today, day) = (time.Today(), organisation.Current.AsOf(time.Today()));
        var rows = await db.Set<InspectionRow>().AsNoTracking().Where(row => editions.Contains(row.PlanId!) && row.RecordedAt != null).Select(row => new { row.Id, row.Unit, row.Conclusion, row.Corrected, row.CaseId }).ToListAsync(cancel);
        var failed = await (from item in db.Set<InspectionItemRow>().AsNoTracking()
                            join row in db.Set<InspectionRow>().AsNoTracking() on item.InspectionId equals row.Id
                            where editions.Contains(row.PlanId!) && row.RecordedAt != null && item.Finding == Finding.Fails
                            group item by item.InspectionId into own
                            select new { own.Key, Count = own.Count() }).ToDictionaryAsync(own => own.Key, own => own.Count, cancel);
        var inspections = rows.ConvertAll(row => new CampaignInspection(row.Unit, failed.GetValueOrDefault(row.Id), row.Conclusion, row.Corrected, row.CaseId is not null));
        var spans = CampaignSpans.Of(await db.Set<InspectionPlanRow>().Where(row => editions.Contains(row.Id)).MinAsync(row => row.From, cancel), plan.To, today);
        var clues = db.Set<ClueRow>().AsNoTracking().Where(row => row.Area == plan.Area);
        return new CampaignReport(plan, day.Areas.FirstOrDefault(area => area.Id == plan.Area)?.Name ?? plan.Area,
            await db.Set<PlanVisitRow>().CountAsync(visit => visit.PlanId == id, cancel), await db.Set<PlanVisitRow>().CountAsync(visit => visit.PlanId == id && visit.State == VisitState.Planned && visit.Day < today, cancel),
            CampaignFigures.Of(inspections), [.. inspections.GroupBy(one => one.Unit, StringComparer.Ordinal).OrderBy(own => own.Key, StringComparer.Ordinal).Select(own => (day.UnitName(own.Key), CampaignFigures.Of([.. own])))], spans,
            await clues.CountAsync(row => row.ReceivedOn >= spans.BeforeFrom && row.ReceivedOn <= spans.BeforeTo, cancel), spans.DaysAfter == 0 ? 0 : await clues.CountAsync(row => row.ReceivedOn >= spans.AfterFrom && row.ReceivedOn <= spans.AfterTo, cancel));
    });
}
