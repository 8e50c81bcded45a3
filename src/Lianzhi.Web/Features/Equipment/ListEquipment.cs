using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Equipment;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Equipment;

/// <summary>What of the equipment is asked for.</summary>
/// <param name="Area">Only of this area.</param>
/// <param name="Kind">Only of this kind.</param>
/// <param name="Faulty">Only what waits for repair.</param>
/// <param name="Retired">Also what is no longer used.</param>
/// <param name="After">Cursor of the page before.</param>
/// <param name="Limit">Rows a page, 1 to 200.</param>
public sealed record EquipmentFilter(string? Area = null, EquipmentKind? Kind = null, bool Faulty = false, bool Retired = false, string? After = null, string? Limit = null)
{
    /// <summary>All but the place in the list, as text.</summary>
    public string Filters => $"equipment|{Area}|{Kind}|{Faulty}|{Retired}";
}

/// <summary>One line of the list.</summary>
/// <param name="Row">The equipment.</param>
/// <param name="Fault">What is wrong with it.</param>
/// <param name="Refusal">Why it cannot be used today; null when it can.</param>
public sealed record EquipmentLine(EquipmentRow Row, string? Fault, Refusal? Refusal);

/// <summary>Lists equipment by kind and stock number (车辆装备).</summary>
public sealed class ListEquipment(UseCaseRunner runner, AppDb db, TimeProvider time)
{
    private const string Sort = "equipment.stock";
    private const int MostFaulty = 500;

    /// <summary>One page.</summary>
    public Task<Result<PageOf<EquipmentLine>>> Run(EquipmentFilter filter, CancellationToken cancel) => runner.Read<PageOf<EquipmentLine>>(AccessTable.ListEquipment, async () =>
    {
        var asked = Cursor.Read(filter.Limit, filter.After, Sort, filter.Filters, 2);
        if (!asked.IsOk) return Result<PageOf<EquipmentLine>>.Refused(asked.Refusals);
        var rows = db.Set<EquipmentRow>().AsNoTracking();
        if (filter.Area is { Length: > 0 } area) rows = rows.Where(row => row.Area == area);
        if (!filter.Retired) rows = rows.Where(row => row.RetiredOn == null);
        if (filter.Faulty)
        {
            // Few wait for repair: joined, PostgreSQL walked all equipment beside them (25,000 of 100,000 rows for a page, 2026-11-26).
            var faulty = await db.Set<EquipmentFaultRow>().AsNoTracking().Where(fault => fault.RepairedOn == null).OrderByDescending(fault => fault.EquipmentId).Select(fault => fault.EquipmentId).Take(MostFaulty).ToListAsync(cancel);
            rows = rows.Where(row => faulty.Contains(row.Id));
        }
        var page = asked.Value.Page(await InOrder(rows, filter.Kind, asked.Value, cancel), Sort, filter.Filters, row => [row.Kind.ToString(), row.StockNumber]);
        var ids = page.Items.Select(row => row.Id).ToList();
        var faults = (await db.Set<EquipmentFaultRow>().AsNoTracking().Where(fault => ids.Contains(fault.EquipmentId) && fault.RepairedOn == null).ToListAsync(cancel)).ToLookup(fault => fault.EquipmentId, fault => fault.Text);
        var today = time.Today();
        return new PageOf<EquipmentLine>([.. page.Items.Select(row => new EquipmentLine(row, faults[row.Id].FirstOrDefault(), EquipmentRules.Use(row.ToItem(faults[row.Id].FirstOrDefault()), today)))], page.Next);
    });

    /// <summary>One kind after the other, each walked by its stock numbers, until the page is full.</summary>
    private static async Task<IReadOnlyList<EquipmentRow>> InOrder(IQueryable<EquipmentRow> rows, EquipmentKind? only, PageRequest asked, CancellationToken cancel)
    {
        var (from, behind) = asked.After is [var name, var stock] && Enum.TryParse<EquipmentKind>(name, out var reached) ? (reached, stock) : (default, null);
        var found = new List<EquipmentRow>();
        foreach (var kind in Enum.GetValues<EquipmentKind>().Where(kind => kind >= from && (only is null || kind == only)))
        {
            var ofKind = rows.Where(row => row.Kind == kind);
            if (behind is not null && kind == from) ofKind = ofKind.Where(row => string.Compare(row.StockNumber, behind) > 0);
            found.AddRange(await ofKind.OrderBy(row => row.StockNumber).Take(asked.Fetch - found.Count).ToListAsync(cancel));
            if (found.Count == asked.Fetch) break;
        }
        return found;
    }
}

/// <summary>One piece of equipment with its history.</summary>
/// <param name="Line">The equipment and how it stands.</param>
/// <param name="Faults">Its faults, newest first.</param>
/// <param name="Bookings">Bookings that are not over, first first.</param>
public sealed record EquipmentView(EquipmentLine Line, IReadOnlyList<EquipmentFaultRow> Faults, IReadOnlyList<EquipmentBookingRow> Bookings);

/// <summary>Shows one piece of equipment (装备详情).</summary>
public sealed class ViewEquipment(UseCaseRunner runner, AppDb db, TimeProvider time)
{
    private const int MostShown = 100;

    /// <summary>Loads it.</summary>
    public Task<Result<EquipmentView>> Run(string id, CancellationToken cancel) => runner.Read<EquipmentView>(AccessTable.ViewEquipment, async () =>
    {
        if (await db.Set<EquipmentRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } row) return Refusal.NotFound();
        var now = time.GetUtcNow();
        var faults = await db.Set<EquipmentFaultRow>().AsNoTracking().Where(fault => fault.EquipmentId == id).OrderByDescending(fault => fault.Id).Take(MostShown).ToListAsync(cancel);
        var open = faults.Find(fault => fault.RepairedOn is null)?.Text;
        return new EquipmentView(new(row, open, EquipmentRules.Use(row.ToItem(open), time.Today())), faults,
            await db.Set<EquipmentBookingRow>().AsNoTracking().Where(booking => booking.EquipmentId == id && booking.EndsAt > now).OrderBy(booking => booking.BeginsAt).Take(MostShown).ToListAsync(cancel));
    });
}
