using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Equipment;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Equipment;

/// <summary>Books equipment (预约装备), by hand or for the crew of an order.</summary>
public sealed class BookEquipment(UseCaseRunner runner, AppDb db, EquipmentDesk desk)
{
    private const int LongestPurpose = 200;

    /// <summary>Books one by hand.</summary>
    public Task<Result<string>> Run(string id, DateTimeOffset? from, DateTimeOffset? until, string? purpose, CancellationToken cancel) => desk.Take(AccessTable.BookEquipment, id, null, purpose, async equipment =>
    {
        var faults = new List<Refusal>();
        if (from is null) faults.Add(Refusal.Invalid("from", "请填写领用时间。"));
        if (until is null) faults.Add(Refusal.Invalid("until", "请填写归还时间。"));
        if (string.IsNullOrWhiteSpace(purpose) || purpose.Length > LongestPurpose) faults.Add(Refusal.Invalid("purpose", $"请填写用途，不超过{LongestPurpose}字。"));
        if (faults.Count > 0) return faults;
        return await Add(equipment, new TimeSlot(from!.Value, until!.Value), purpose!.Trim(), null, null, cancel);
    }, cancel);

    /// <summary>
    /// Makes the bookings of a crew exactly these, in the transaction of its order: what it keeps is moved, the rest given back. Dates in between are refused as by hand.
    /// </summary>
    /// <param name="holder">The crew.</param>
    /// <param name="wanted">Equipment it takes along; none gives everything back.</param>
    /// <param name="slot">When.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<string>> ForCrew(string holder, IReadOnlyList<string> wanted, TimeSlot slot, string purpose, CancellationToken cancel) => runner.Write<string>(AccessTable.BookEquipment, purpose, async () =>
    {
        var held = await db.Set<EquipmentBookingRow>().Where(row => row.Holder == holder).ToListAsync(cancel);
        db.RemoveRange(held.Where(row => !wanted.Contains(row.EquipmentId)));
        foreach (var id in wanted.Order(StringComparer.Ordinal))
        {
            if (await db.Set<EquipmentRow>().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } equipment) return Refusal.Invalid("gear", "没有这件装备。");
            if (runner.Check(AccessTable.BookEquipment, equipment.Placement) is { } refusal) return refusal;
            var kept = held.Find(row => row.EquipmentId == id);
            var refusals = await Add(equipment, slot, purpose, holder, kept, cancel);
            if (refusals.Count > 0) return Result<string>.Refused(refusals);
        }
        return holder;
    }, cancel);

    private async Task<IReadOnlyList<Refusal>> Add(EquipmentRow equipment, TimeSlot slot, string purpose, string? holder, EquipmentBookingRow? kept, CancellationToken cancel)
    {
        var (from, until) = (slot.From.ToUniversalTime(), slot.Until.ToUniversalTime());
        var others = await db.Set<EquipmentBookingRow>().AsNoTracking().Where(row => row.EquipmentId == equipment.Id && row.BeginsAt < until && row.EndsAt > from).ToListAsync(cancel);
        // Bookings given back earlier in this transaction are still in the table.
        var gone = db.ChangeTracker.Entries<EquipmentBookingRow>().Where(entry => entry.State == EntityState.Deleted).Select(entry => entry.Entity.Id).ToHashSet(StringComparer.Ordinal);
        var refusals = EquipmentRules.Book(equipment.ToItem((await desk.OpenFault(equipment.Id, cancel))?.Text), slot, District.DateOf(slot.Until.AddTicks(-1)),
            others.Where(row => row.Id != kept?.Id && !gone.Contains(row.Id)).Select(row => row.ToBooking()));
        if (refusals.Count > 0) return refusals;
        if (kept is not null) (kept.BeginsAt, kept.EndsAt, kept.Purpose) = (from, until, purpose);
        else db.Add(new EquipmentBookingRow { Id = desk.NewId(), EquipmentId = equipment.Id, BeginsAt = from, EndsAt = until, Purpose = purpose, Holder = holder, By = desk.ActorName });
        return [];
    }
}

/// <summary>Gives a booking back (取消预约). Those of a crew go with its order.</summary>
public sealed class ReleaseEquipment(AppDb db, EquipmentDesk desk)
{
    /// <summary>Gives it back.</summary>
    public Task<Result<string>> Run(string id, string? booking, CancellationToken cancel) => desk.Take(AccessTable.ReleaseEquipment, id, null, null, async _ =>
    {
        if (await db.Set<EquipmentBookingRow>().SingleOrDefaultAsync(row => row.Id == booking && row.EquipmentId == id, cancel) is not { } found) return [Refusal.Invalid("booking", "没有这条预约。")];
        if (found.Holder is not null) return [new Refusal("booked-by-order", "这是调度令的预约，请在调度台变更或者撤销调度令。", EquipmentRules.Notice)];
        db.Remove(found);
        return [];
    }, cancel);
}
