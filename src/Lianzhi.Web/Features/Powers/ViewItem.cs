using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Powers;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Powers;

/// <summary>One item on a day, with its history and who holds it.</summary>
/// <param name="Item">The version in force on the day, else the newest.</param>
/// <param name="InForce">True when that version is in force on the day.</param>
/// <param name="Versions">All versions, oldest first.</param>
/// <param name="Townships">Each township with its empowerment on the day; null where there is none.</param>
/// <param name="Day">The day.</param>
public sealed record ItemView(
    Item Item, bool InForce, IReadOnlyList<Item> Versions, IReadOnlyList<(Township Township, EmpowermentRow? Empowerment)> Townships, DateOnly Day);

/// <summary>Shows one item (事项详情), for everyone and for officers.</summary>
public sealed class ViewItem(UseCaseRunner runner, AppDb db, Snapshot<Catalogue> catalogue, Snapshot<OrganisationRegister> organisation, TimeProvider time)
{
    /// <summary>Shows the item of a code on a day; today when none is named.</summary>
    public Task<Result<ItemView>> Run(string code, DateOnly? asOf, bool atWork, CancellationToken cancel) =>
        runner.Read<ItemView>(atWork ? AccessTable.ViewItem : AccessTable.ViewPowers, async () =>
        {
            var versions = catalogue.Current.VersionsOf(code);
            if (versions.Count == 0) return Refusal.NotFound();
            var day = asOf ?? time.Today();
            var item = catalogue.Current.ItemOn(code, day);
            var held = await db.Set<EmpowermentRow>().AsNoTracking()
                .Where(row => row.Item == code && row.From <= day && (row.To == null || row.To > day)).ToListAsync(cancel);
            return new ItemView(item ?? versions[^1], item is not null, versions,
                [.. organisation.Current.AsOf(day).Townships.Select(township => (township, held.Find(row => row.Township == township.Code)))], day);
        });
}
