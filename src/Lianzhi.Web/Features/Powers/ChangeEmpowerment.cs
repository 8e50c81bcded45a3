using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Powers;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Organisation;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Powers;

/// <summary>How an item is to stand in a township.</summary>
/// <param name="From">First filing day when it is handed on anew; ignored for one that stands already.</param>
/// <param name="To">Day on which it is taken back; null while open.</param>
/// <param name="Decision">Number of the decision.</param>
/// <param name="HigherDecision">Number of the city's or province's decision.</param>
/// <param name="Accepted">Taken on by the township.</param>
/// <param name="ListedOn">Day of entry in the list of powers.</param>
/// <param name="ListLink">Where the list is published.</param>
/// <param name="Part">Guide or handle.</param>
/// <param name="CoercionSource">Text that hands on coercive measures; null for none.</param>
public sealed record EmpowermentChange(
    DateOnly? From, DateOnly? To, string? Decision, string? HigherDecision, bool Accepted,
    DateOnly? ListedOn, string? ListLink, DepartmentPart Part, string? CoercionSource);

/// <summary>Hands an item on to a township, or changes or ends that (调整赋权).</summary>
public sealed class ChangeEmpowerment(
    UseCaseRunner runner, AppDb db, Snapshot<Catalogue> catalogue, Snapshot<OrganisationRegister> organisation, ReferenceData reference, Entropy entropy, TimeProvider time)
{
    private static readonly Basis Statute = "行政处罚法 第二十四条";

    /// <summary>Changes it; the reason is required. The version is that of the row seen, null when there was none.</summary>
    public Task<Result<string>> Run(string item, string township, long? version, EmpowermentChange change, string? reason, CancellationToken cancel) =>
        runner.Write<string>(AccessTable.ChangeEmpowerment, reason, async () =>
        {
            var today = time.Today();
            if (!catalogue.Current.Knows(item) || organisation.Current.TownshipOn(township, today) is null) return Refusal.NotFound();
            var row = version is null ? null
                : await db.Set<EmpowermentRow>().Where(one => one.Item == item && one.Township == township && (one.To == null || one.To > today) && one.From <= today)
                    .SingleOrDefaultAsync(cancel);
            if (version is not null && row is null) return Refusal.NotFound();
            if (row is not null && row.Version != version) return Refusal.Stale(row.Version);
            var from = row?.From ?? change.From;
            var refusals = Check(item, change, from, reason);
            if (refusals.Count > 0) return refusals;
            var others = await db.Set<EmpowermentRow>().Where(one => one.Item == item && one.Township == township).ToListAsync(cancel);
            if (IntervalRules.Check(new Validity(from!.Value, change.To), others.Where(one => one != row).Select(one => new Validity(one.From, one.To)), "该镇街赋权") is { } overlap)
                return overlap;
            if (row is null)
                db.Add(EmpowermentRow.Of(new Empowerment("", item, township, new Validity(from.Value, change.To), change.Decision!.Trim(), Blank(change.HigherDecision),
                    change.Accepted, change.ListedOn, Blank(change.ListLink), change.Part, Blank(change.CoercionSource)), entropy.NewId(time.GetUtcNow())));
            else
                (row.To, row.Decision, row.HigherDecision, row.Accepted, row.ListedOn, row.ListLink, row.Part, row.CoercionSource) =
                    (change.To, change.Decision!.Trim(), Blank(change.HigherDecision), change.Accepted, change.ListedOn, Blank(change.ListLink), change.Part, Blank(change.CoercionSource));
            await reference.Touch(db, PowersCapability.SnapshotName, cancel);
            return item;
        }, cancel);

    private List<Refusal> Check(string item, EmpowermentChange change, DateOnly? from, string? reason)
    {
        var refusals = new List<Refusal>();
        if (Reasons.Check(reason) is { } missing) refusals.Add(missing);
        if (from is null) refusals.Add(Refusal.Invalid("from", "请填写赋权生效日期。"));
        if (string.IsNullOrWhiteSpace(change.Decision) || change.Decision.Length > 200) refusals.Add(Refusal.Invalid("decision", "请填写赋权决定文号。"));
        if (change.HigherDecision?.Length > 200) refusals.Add(Refusal.Invalid("higherDecision", "不能超过200字。"));
        if (change.ListLink?.Length > 400) refusals.Add(Refusal.Invalid("listLink", "不能超过400字。"));
        if (change.CoercionSource?.Length > 400) refusals.Add(Refusal.Invalid("coercionSource", "不能超过400字。"));
        if (change.ListLink is { Length: > 0 } link && !(Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            refusals.Add(Refusal.Invalid("listLink", "请填写以 http:// 或者 https:// 开头的网址。"));
        if (from is { } day && catalogue.Current.ItemOn(item, day) is { Level: not ItemLevel.EmpoweredToTown } other)
            refusals.Add(new Refusal("item-not-for-townships", $"本项层级为“{PowerNames.Of(other.Level)}”，不能赋予镇（街道）。", Statute));
        return refusals;
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
