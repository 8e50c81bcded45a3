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
/// <param name="Named">Whom the notice names, changes on record included.</param>
public sealed record VisitNotice(string Subject, string? Inspection, string? Number, IReadOnlyList<DrawnOfficer> Named);

/// <summary>Finds the inspections and notices of planned visits and drawn inspections (查找检查通知书): of the visit, or of its enterprise on that day when the plan was amended meanwhile.</summary>
public sealed class VisitNotices(AppDb db, Snapshot<OrganisationRegister> organisation)
{
    /// <summary>One for each subject of each planned visit, by job.</summary>
    public async Task<ILookup<string, VisitNotice>> Of(IEnumerable<DispatchJobRow> jobs, DateOnly day, CancellationToken cancel)
    {
        var visits = jobs.Where(job => job.Kind is JobKind.PlannedVisit or JobKind.DrawnInspection && job.State != JobState.Deferred).ToList();
        var (ids, targets) = (visits.Select(job => job.Reference).OfType<string>().ToList(), visits.Select(job => job.TargetId).OfType<string>().ToList());
        var found = visits.Count == 0 ? [] : await db.Set<InspectionRow>().AsNoTracking()
            .Where(row => row.Stage != InspectionStage.Refused && row.Stage != InspectionStage.Cancelled && (ids.Contains(row.VisitId!) || ids.Contains(row.Id) || (targets.Contains(row.TargetId) && row.Day == day)))
            .OrderByDescending(row => row.Id).Select(row => new { row.Id, row.Unit, row.VisitId, row.TargetId, row.Day, row.NoticeNumber }).ToListAsync(cancel);
        var inspections = found.ConvertAll(row => row.Id);
        var named = (inspections.Count == 0 ? [] : await db.Set<InspectionOfficerRow>().AsNoTracking().Where(row => inspections.Contains(row.InspectionId)).OrderBy(row => row.OfficerId).ToListAsync(cancel))
            .ToLookup(row => row.InspectionId, row => new DrawnOfficer(row.OfficerId, row.Name), StringComparer.Ordinal);
        return visits.SelectMany(job => job.Subjects.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(subject =>
        {
            var own = job.Kind == JobKind.DrawnInspection ? found.FindAll(row => row.Id == job.Reference) : found.FindAll(row => row.Unit == subject && ((job.Reference is not null && row.VisitId == job.Reference) || (row.TargetId == job.TargetId && row.Day == day)));
            var best = own.Find(row => row.NoticeNumber is not null) ?? own.FirstOrDefault();
            return (job.Id, Notice: new VisitNotice(subject, best?.Id, best?.NoticeNumber, best is null ? [] : [.. named[best.Id]]));
        })).ToLookup(pair => pair.Id, pair => pair.Notice);
    }

    /// <summary>Refuses planned visits of which a subject has no notice, or whose notice names somebody who does not leave; empty when all is in order.</summary>
    public async Task<IReadOnlyList<Refusal>> Refuse(IReadOnlyCollection<DispatchJobRow> jobs, IReadOnlyCollection<string> crew, DateOnly day, CancellationToken cancel)
    {
        var notices = await Of(jobs, day, cancel);
        var register = organisation.Current.AsOf(day);
        return [.. jobs.Select(job => VisitGates.Noticed(job.Title, [.. notices[job.Id].Where(notice => notice.Number is null).Select(notice => register.UnitName(notice.Subject))])).OfType<Refusal>()
            .Concat(jobs.SelectMany(job => notices[job.Id].Where(notice => notice.Number is not null).Select(notice => InspectionCrew.AsNoticed(job.Title, notice.Number!, notice.Named, crew)).OfType<Refusal>()))];
    }

    /// <summary>Refuses to begin the inspection of a planned visit with others than its notice names, where a crew was sent to that visit today.</summary>
    public async Task<Refusal?> Refuse(InspectionRow row, IReadOnlyList<DrawnOfficer> named, DateOnly today, CancellationToken cancel)
    {
        if ((row.VisitId ?? (row.DrawnId is null ? null : row.Id)) is not { } visit || row.NoticeNumber is not { } number) return null;
        var sent = await (from job in db.Set<DispatchJobRow>().AsNoTracking()
                          join crew in db.Set<DispatchCrewRow>().AsNoTracking() on job.CrewId equals crew.Id
                          where job.Reference == visit && job.State != JobState.Deferred && crew.Day == today && (crew.Stage == OrderStage.Issued || crew.Stage == OrderStage.Acknowledged || crew.Stage == OrderStage.Started)
                          select new { job.Title, crew.Officers }).ToListAsync(cancel);
        return sent.Select(one => InspectionCrew.AsNoticed(one.Title, number, named, one.Officers.Split('|', StringSplitOptions.RemoveEmptyEntries))).FirstOrDefault(refusal => refusal is not null);
    }
}
