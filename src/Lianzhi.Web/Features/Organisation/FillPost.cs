using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Organisation;

/// <summary>An appointment to be made.</summary>
/// <param name="Kind">Which post.</param>
/// <param name="Place">Area id or unit code.</param>
/// <param name="OfficerId">Who; null to leave the post vacant.</param>
/// <param name="SigningScope">What the holder may sign; only for heads and deputy heads.</param>
/// <param name="Source">Document of the appointment.</param>
/// <param name="From">First day.</param>
/// <param name="Qualification">法律职业资格 of a reviewer.</param>
public sealed record NewPost(PostKind Kind, string? Place, string? OfficerId, string? SigningScope, string? Source, DateOnly? From, string? Qualification = null);

/// <summary>
/// Gives a post to somebody from a day on (任职). For a post with one holder the one before ends on that day in the
/// same act; without a new holder it is then vacant.
/// </summary>
public sealed class FillPost(
    UseCaseRunner runner, AppDb db, Snapshot<OrganisationRegister> organisation, ReferenceData reference, Entropy entropy, TimeProvider time)
{
    /// <summary>Makes the appointment; the answer is the place of the post.</summary>
    public Task<Result<string>> Run(NewPost post, string? reason, CancellationToken cancel) =>
        runner.Write<string>(AccessTable.FillPost, reason, async () =>
        {
            var refusals = new List<Refusal>();
            if (Reasons.Check(reason) is { } missing) refusals.Add(missing);
            if (post.From is null) refusals.Add(Refusal.Invalid("from", "请填写任职日期。"));
            if (string.IsNullOrWhiteSpace(post.Source) || post.Source.Length > 200) refusals.Add(Refusal.Invalid("source", "请填写任职文件。"));
            var from = post.From ?? time.Today();
            var day = organisation.Current.AsOf(from);
            var area = day.Areas.FirstOrDefault(area => area.Id == post.Place)?.Id;
            var unit = area is null && (day.Township(post.Place ?? "") is not null || day.Department(post.Place ?? "") is not null) ? post.Place : null;
            if (area is null && unit is null) refusals.Add(Refusal.Invalid("place", "请选择片区或者单位。"));
            var officer = string.IsNullOrEmpty(post.OfficerId) ? null : await db.Set<OfficerRow>().SingleOrDefaultAsync(row => row.Id == post.OfficerId, cancel);
            if (!string.IsNullOrEmpty(post.OfficerId) && (officer is null || !new Validity(officer.From, officer.To).Contains(from)))
                refusals.Add(Refusal.Invalid("officerId", "请选择任职日在岗的人员。"));
            if (refusals.Count > 0) return refusals;
            if (runner.Check(AccessTable.FillPost, new Placement(unit, area, [])) is { } refusal) return refusal;

            var held = await db.Set<PostRow>().Where(row => row.Area == area && row.Unit == unit && (row.To == null || row.To > from)).ToListAsync(cancel);
            foreach (var row in held.Where(row => IsReplaced(row, post.Kind) && row.From < from)) row.To = from;
            if (officer is null)
            {
                if (held.All(row => row.To != from)) return Refusal.Invalid("officerId", "该岗位当日没有任职人员，不需免职。");
            }
            else
            {
                var made = new Post(entropy.NewId(time.GetUtcNow()), post.Kind, officer.Id, area, unit,
                    string.IsNullOrWhiteSpace(post.SigningScope) ? null : post.SigningScope.Trim(), post.Source!.Trim(), new Validity(from),
                    string.IsNullOrWhiteSpace(post.Qualification) ? null : post.Qualification.Trim());
                refusals.AddRange(IntervalRules.Check(made, held.Select(row => row.ToPost())));
                if (refusals.Count > 0) return refusals;
                db.Add(PostRow.Of(made));
            }
            await reference.Touch(db, OrganisationCapability.SnapshotName, cancel);
            return post.Place!;
        }, cancel);

    private static bool IsReplaced(PostRow row, PostKind kind) =>
        (row.Kind == kind && IntervalRules.HasOneHolder(kind)) || (row.Kind is PostKind.Head or PostKind.ActingHead && kind is PostKind.Head or PostKind.ActingHead);
}
