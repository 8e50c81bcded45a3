using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Inspections;

/// <summary>A change of officers as it is asked for.</summary>
/// <param name="Officers">Everybody who goes now.</param>
/// <param name="Ground">Why others do not.</param>
/// <param name="Reason">In words.</param>
/// <param name="Reissue">True: the notice is made anew; false: the change stands beside it.</param>
/// <param name="Receiver">Who of the enterprise took the new notice or was told.</param>
public sealed record CrewChangeRequest(IReadOnlyList<string> Officers, CrewChangeGround? Ground, string? Reason, bool Reissue, string? Receiver);

/// <summary>
/// Changes who inspects before the visit begins (变更检查人员): on record with its ground, and shown to the enterprise by a new notice or beside the old one.
/// </summary>
public sealed class ChangeInspectionCrew(AppDb db, InspectionDesk desk, InspectionFrequencies frequencies)
{
    /// <summary>Changes it.</summary>
    public Task<Result<string>> Run(string id, long? version, CrewChangeRequest asked, CancellationToken cancel) =>
        desk.Take(AccessTable.ChangeInspectionCrew, InspectionStep.ChangeCrew, id, version, asked.Reason, async (folder, file) =>
        {
            var row = folder.Row;
            var approver = row.SignerAccount is { } account ? await db.Set<Account>().Where(one => one.Id == account).Select(one => one.OfficerId).SingleOrDefaultAsync(cancel) : null;
            var crew = desk.Crew(file.Unit, asked.Officers, file.Day > desk.Today ? file.Day : desk.Today);
            var faults = InspectionCrew.Change(file, asked.Officers, asked.Ground, asked.Reason, approver, asked.Receiver).Concat(InspectionCrew.AsDrawn(file.Drawn, asked.Officers, asked.Ground, asked.Reason))
                .Concat(crew.Refusals).Concat(await desk.Recused(row.TargetId, row.ClueId, asked.Officers, cancel)).Distinct().ToList();
            var reissues = row.NoticeMark is not null && asked.Reissue;
            // A new notice says the count of its day and goes out under the rules of any other.
            var frequency = reissues ? await frequencies.Now(row, desk.Today, cancel) : null;
            if (reissues && InspectionGates.Reissue(file, desk.Today, desk.Terms.LateDays) is { } late) faults.Add(late);
            if (frequency is not null && InspectionGates.FrequencyStill(file, frequency) is { } full) faults.Add(full);
            if (row.VisitId is not null) faults.AddRange(desk.Skilled(await desk.Requirements(row.Scope.Split('|'), row.Day, cancel), asked.Officers));
            if (faults.Count > 0) return faults;
            ApproveInspection.Recounted(row, frequency);
            var gone = folder.Officers.Where(officer => !asked.Officers.Contains(officer.OfficerId)).ToList();
            var came = crew.Value!.Where(officer => folder.Officers.All(one => one.OfficerId != officer.Id))
                .Select(officer => new InspectionOfficerRow { InspectionId = id, OfficerId = officer.Id, Name = officer.Name, Certificate = officer.CertificateNumber, Home = officer.Unit }).ToList();
            db.RemoveRange(gone);
            db.AddRange(came);
            row.OfficerNames = string.Join('、', crew.Value!.Select(officer => officer.Name));
            var told = string.IsNullOrWhiteSpace(asked.Receiver) ? null : asked.Receiver.Trim();
            string? notice = null;
            if (reissues && row.NoticeMark is { } mark)
            {
                await desk.Withdraw(mark, cancel);
                notice = row.NoticeNumber = await desk.Number(row, DocumentCode.InspectionNotice, cancel);
                (row.NoticedOn, row.NoticeReceiver) = (desk.Today, told ?? row.NoticeReceiver);
                var crewNow = folder with { Officers = [.. folder.Officers.Except(gone).Concat(came).OrderBy(officer => officer.OfficerId, StringComparer.Ordinal)] };
                row.NoticeMark = (await desk.Issue(crewNow, DocumentCode.InspectionNotice, 0, cancel)).Mark;
            }
            db.Add(desk.CrewChange(id, gone.Select(officer => officer.Name), came.Select(officer => officer.Name), asked.Ground!.Value, asked.Reason!, row.NoticeMark is null ? null : told, notice));
            return [];
        }, cancel);
}
