using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Organisation;

/// <summary>A secondment to be registered.</summary>
/// <param name="Place">Area id or township code.</param>
/// <param name="MayActInSubjectsName">True when the document lets the officer act in the receiving subject's name.</param>
/// <param name="Source">The document.</param>
/// <param name="From">First day.</param>
/// <param name="To">Day after the last; null while open.</param>
public sealed record NewSecondment(string? Place, bool MayActInSubjectsName, string? Source, DateOnly? From, DateOnly? To);

/// <summary>Sends an officer of a department down to an area or township (下沉派驻).</summary>
public sealed class SendDown(
    UseCaseRunner runner, AppDb db, Snapshot<OrganisationRegister> organisation, ReferenceData reference, Entropy entropy, TimeProvider time)
{
    /// <summary>Registers the secondment; the answer is its id.</summary>
    public Task<Result<string>> Run(string officerId, NewSecondment secondment, CancellationToken cancel) =>
        runner.Write<string>(AccessTable.SendDown, null, async () =>
        {
            var officer = await db.Set<OfficerRow>().SingleOrDefaultAsync(row => row.Id == officerId, cancel);
            if (officer is null) return Refusal.NotFound();
            if (runner.Check(AccessTable.SendDown, Placement.Of(officer.Unit)) is { } refusal) return refusal;
            var refusals = new List<Refusal>();
            if (secondment.From is null) refusals.Add(Refusal.Invalid("from", "请填写派驻开始日期。"));
            if (string.IsNullOrWhiteSpace(secondment.Source) || secondment.Source.Length > 200) refusals.Add(Refusal.Invalid("source", "请填写派驻文件。"));
            var day = organisation.Current.AsOf(secondment.From ?? time.Today());
            var area = day.Areas.FirstOrDefault(area => area.Id == secondment.Place)?.Id;
            var township = day.Township(secondment.Place ?? "")?.Code;
            if (area is null && township is null) refusals.Add(Refusal.Invalid("place", "请选择派驻的片区或者镇街。"));
            if (township == officer.Unit) refusals.Add(Refusal.Invalid("place", "本单位人员不需派驻本单位。"));
            if (refusals.Count > 0) return refusals;
            var terms = await db.Set<SecondmentRow>().Where(row => row.OfficerId == officerId).ToListAsync(cancel);
            if (IntervalRules.Check(new Validity(secondment.From!.Value, secondment.To), terms.Select(row => new Validity(row.From, row.To)), "该人员派驻") is { } overlap)
                return overlap;
            var id = entropy.NewId(time.GetUtcNow());
            db.Add(new SecondmentRow
            {
                Id = id,
                OfficerId = officerId,
                Home = officer.Unit,
                Area = area,
                Township = township,
                MayActInSubjectsName = secondment.MayActInSubjectsName,
                Source = secondment.Source!.Trim(),
                From = secondment.From.Value,
                To = secondment.To,
            });
            await reference.Touch(db, OrganisationCapability.SnapshotName, cancel);
            return id;
        }, cancel);
}

/// <summary>Ends a secondment (结束派驻).</summary>
public sealed class EndSecondment(UseCaseRunner runner, AppDb db, ReferenceData reference)
{
    /// <summary>Ends it on a day, the first on which the officer is back; the reason is required.</summary>
    public Task<Result<string>> Run(string id, long version, DateOnly? to, string? reason, CancellationToken cancel) =>
        runner.Write<string>(AccessTable.EndSecondment, reason, async () =>
        {
            var row = await db.Set<SecondmentRow>().SingleOrDefaultAsync(secondment => secondment.Id == id, cancel);
            if (row is null) return Refusal.NotFound();
            if (runner.Check(AccessTable.EndSecondment, Placement.Of(row.Home)) is { } refusal) return refusal;
            if (row.Version != version) return Refusal.Stale(row.Version);
            if (Reasons.Check(reason) is { } missing) return missing;
            if (to is null) return Refusal.Invalid("to", "请填写结束日期。");
            if (new Validity(row.From, to).Check() is { } term) return term;
            row.To = to;
            await reference.Touch(db, OrganisationCapability.SnapshotName, cancel);
            return row.OfficerId;
        }, cancel);
}
