using Lianzhi.Core;
using Lianzhi.Core.Duty;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Duty;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>Who is where on a day (人员去向): on leave, at a hearing, resting after a night, or sent out by an order or a joint operation.</summary>
public sealed class OfficerTimes(AppDb db)
{
    /// <summary>When each of some officers is away, by officer.</summary>
    /// <param name="officers">Their ids.</param>
    /// <param name="day">The day.</param>
    /// <param name="restAfterNight">Whether a night on duty is followed by rest, as the setting says.</param>
    /// <param name="except">Board or operation whose own bookings do not count.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<ILookup<string, Absence>> Of(IReadOnlyCollection<string> officers, DateOnly day, bool restAfterNight, string except, CancellationToken cancel)
    {
        var (from, until) = (TimeSlot.Of(day.AddDays(-1), 0, 1).From.ToUniversalTime(), TimeSlot.Of(day, 0, MinuteSpan.Day).Until.ToUniversalTime());
        var duties = (await db.Set<DutyRow>().AsNoTracking().Where(entry => officers.Contains(entry.OfficerId) && entry.BeginsAt < until && entry.EndsAt > from).ToListAsync(cancel)).ToLookup(entry => entry.OfficerId);
        var bound = (await db.Set<OfficerBookingRow>().AsNoTracking().Where(booking => officers.Contains(booking.OfficerId) && booking.BoardId != except && booking.BeginsAt < until && booking.EndsAt > from).ToListAsync(cancel)).ToLookup(booking => booking.OfficerId);
        return officers.Distinct().SelectMany(officer => DutyRules.On(duties[officer].Select(entry => entry.ToEntry()), day, restAfterNight)
            .Concat(bound[officer].Select(booking => (booking, Minutes: new TimeSlot(booking.BeginsAt, booking.EndsAt).On(day))).Where(pair => pair.Minutes is not null).Select(pair => new Absence(pair.Minutes!.Value, DutyKind.Other, $"已由{pair.booking.Number}派出")))
            .Select(away => (officer, away))).ToLookup(pair => pair.officer, pair => pair.away);
    }
}
