using Lianzhi.Core;
using Lianzhi.Core.Dispatch;
using Lianzhi.Core.Settings;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Equipment;
using Lianzhi.Web.Features.Organisation;
using Lianzhi.Web.Platform.Reference;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>What orders bind (调度令占用): numbers, the time of officers and of equipment, always in the transaction of the step.</summary>
public sealed class OrderBook(AppDb db, BoardDesk desk, BookEquipment equipment, LetterBook letters, Snapshot<SettingsBook> settings)
{
    /// <summary>
    /// Follows a change of crews whose orders were issued: bookings move along, the order gets another edition and waits to be acknowledged again. Called before anything
    /// else of the board is changed, so that the bookings stand in the record under their own act.
    /// </summary>
    public async Task<IReadOnlyList<Refusal>> Rebind(LoadedBoard board, DayBoard after, string? reason, CancellationToken cancel)
    {
        var changed = board.Crews.Where(crew => crew.Binds && after.Crew(crew.Id) is { } next && !next.Same(board.Day.Crew(crew.Id)!)).ToList();
        if (changed.Count == 0) return [];
        if (Reasons.Check(reason) is { } missing) return [missing];
        // What one crew gives up another may take.
        foreach (var crew in changed)
            if (await equipment.ForCrew(crew.Id, [], default, $"{crew.Number} 变更", cancel) is { IsOk: false } refused) return refused.Refusals;
        foreach (var crew in changed)
            if (await BindGear(crew, after.Crew(crew.Id)!, after, crew.Number!, cancel) is { Count: > 0 } refusals) return refusals;
        foreach (var crew in changed)
        {
            await letters.Ask(crew, after, after.Crew(crew.Id)!, crew.Number!, cancel);
            await BindOfficers(crew, after.Crew(crew.Id)!, after, crew.Number!, cancel);
            var (before, next) = (board.Day.Crew(crew.Id)!, after.Crew(crew.Id)!);
            (crew.Edition, crew.Stage, crew.AcknowledgedBy, crew.AcknowledgedAt) = (crew.Edition + 1, OrderStage.Issued, null, null);
            desk.Note(crew, OrderStep.Change, $"{reason!.Trim()}。{Difference(after, before, next)}");
        }
        return [];
    }

    /// <summary>Makes the bookings of equipment what the order of a crew says.</summary>
    public async Task<IReadOnlyList<Refusal>> BindGear(DispatchCrewRow row, DayCrew crew, DayBoard board, string number, CancellationToken cancel) =>
        (await equipment.ForCrew(row.Id, crew.Gear, Slot(board, crew), $"{number} {row.Name}", cancel)).Refusals;

    /// <summary>Makes the time of officers what the order of a crew says.</summary>
    public async Task BindOfficers(DispatchCrewRow row, DayCrew crew, DayBoard board, string number, CancellationToken cancel)
    {
        var slot = Slot(board, crew);
        var held = await db.Set<OfficerBookingRow>().Where(booking => booking.CrewId == row.Id).ToListAsync(cancel);
        db.RemoveRange(held.Where(booking => !crew.Officers.Contains(booking.OfficerId)));
        foreach (var officer in crew.Officers)
        {
            if (held.Find(booking => booking.OfficerId == officer) is { } kept) (kept.BeginsAt, kept.EndsAt) = (slot.From.ToUniversalTime(), slot.Until.ToUniversalTime());
            else db.Add(new OfficerBookingRow { Id = desk.NewId(), OfficerId = officer, BoardId = row.BoardId, CrewId = row.Id, Number = number, BeginsAt = slot.From.ToUniversalTime(), EndsAt = slot.Until.ToUniversalTime() });
        }
    }

    private static TimeSlot Slot(DayBoard board, DayCrew crew)
    {
        var span = board.Timing(crew).Span;
        return TimeSlot.Of(board.Organisation.Day, span.From, Math.Max(span.Until, span.From + 1));
    }

    /// <summary>Gives everything back that an order binds.</summary>
    public async Task<IReadOnlyList<Refusal>> Release(DispatchCrewRow row, CancellationToken cancel)
    {
        if (await equipment.ForCrew(row.Id, [], default, $"{row.Number} 撤销", cancel) is { IsOk: false } refused) return refused.Refusals;
        db.RemoveRange(await db.Set<OfficerBookingRow>().Where(booking => booking.CrewId == row.Id).ToListAsync(cancel));
        await letters.Withdraw(row.Id, cancel);
        return [];
    }

    /// <summary>The next number: one statement that locks the row until the transaction ends, so that none is given twice and none is lost.</summary>
    public async Task<string> Number(DateOnly day, CancellationToken cancel)
    {
        var serial = (await db.Database.SqlQuery<long>(
            $"""INSERT INTO order_number (year, last) VALUES ({day.Year}, 1) ON CONFLICT (year) DO UPDATE SET last = order_number.last + 1 RETURNING last AS "Value" """).ToListAsync(cancel))[0];
        return OrderFlow.Number(settings.Current.AsOf(desk.Today).Text(DispatchSettings.OrderWord), day.Year, serial);
    }

    private static string Difference(DayBoard board, DayCrew before, DayCrew after) => string.Join('；', new[]
    {
        Words("调入", after.Officers.Except(before.Officers).Select(board.NameOf)),
        Words("撤出", before.Officers.Except(after.Officers).Select(board.NameOf)),
        Words("增加任务", after.Jobs.Except(before.Jobs).Select(job => board.Job(job).Title)),
        Words("减少任务", before.Jobs.Except(after.Jobs).Select(job => board.Job(job).Title)),
        Words("加配", after.Gear.Except(before.Gear).Select(gear => board.GearOf(gear)?.Item.Name ?? gear)),
        Words("收回", before.Gear.Except(after.Gear).Select(gear => board.GearOf(gear)?.Item.Name ?? gear)),
    }.OfType<string>().DefaultIfEmpty("任务顺序调整"));

    private static string? Words(string what, IEnumerable<string> names) => names.ToList() is { Count: > 0 } list ? $"{what}{string.Join('、', list)}" : null;
}
