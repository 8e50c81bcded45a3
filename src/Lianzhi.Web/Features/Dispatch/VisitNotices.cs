using Lianzhi.Core;
using Lianzhi.Core.Dispatch;
using Lianzhi.Core.Inspections;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Inspections;
using Lianzhi.Web.Platform.Reference;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>The inspection of one subject of a planned visit (检查通知情况).</summary>
/// <param name="Subject">The subject that signs.</param>
/// <param name="Inspection">Its inspection; null while none was proposed.</param>
/// <param name="Number">Number of its notice; null while there is none.</param>
public sealed record VisitNotice(string Subject, string? Inspection, string? Number);

/// <summary>Finds the inspections and notices of planned visits (查找检查通知书): of the visit, or of its enterprise on that day when the plan was amended meanwhile.</summary>
public sealed class VisitNotices(AppDb db, Snapshot<OrganisationRegister> organisation)
{
    /// <summary>One for each subject of each planned visit, by job.</summary>
    public async Task<ILookup<string, VisitNotice>> Of(IEnumerable<DispatchJobRow> jobs, DateOnly day, CancellationToken cancel)
    {
        var visits = jobs.Where(job => job.Kind == JobKind.PlannedVisit && job.State != JobState.Deferred).ToList();
        var (ids, targets) = (visits.Select(job => job.Reference).OfType<string>().ToList(), visits.Select(job => job.TargetId).OfType<string>().ToList());
        var found = visits.Count == 0 ? [] : await db.Set<InspectionRow>().AsNoTracking()
            .Where(row => row.Stage != InspectionStage.Refused && row.Stage != InspectionStage.Cancelled && (ids.Contains(row.VisitId!) || (targets.Contains(row.TargetId) && row.Day == day)))
            .OrderByDescending(row => row.Id).Select(row => new { row.Id, row.Unit, row.VisitId, row.TargetId, row.Day, row.NoticeNumber }).ToListAsync(cancel);
        return visits.SelectMany(job => job.Subjects.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(subject =>
        {
            var own = found.FindAll(row => row.Unit == subject && (row.VisitId == job.Reference || (row.TargetId == job.TargetId && row.Day == day)));
            var best = own.Find(row => row.NoticeNumber is not null) ?? own.FirstOrDefault();
            return (job.Id, Notice: new VisitNotice(subject, best?.Id, best?.NoticeNumber));
        })).ToLookup(pair => pair.Id, pair => pair.Notice);
    }

    /// <summary>Refuses planned visits of which a subject has no notice; empty when all have theirs.</summary>
    public async Task<IReadOnlyList<Refusal>> Refuse(IReadOnlyCollection<DispatchJobRow> jobs, DateOnly day, CancellationToken cancel)
    {
        var notices = await Of(jobs, day, cancel);
        var register = organisation.Current.AsOf(day);
        return [.. jobs.Select(job => VisitGates.Noticed(job.Title, [.. notices[job.Id].Where(notice => notice.Number is null).Select(notice => register.UnitName(notice.Subject))])).OfType<Refusal>()];
    }
}
