using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Duty;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Duty;

/// <summary>What was taken over from last week.</summary>
/// <param name="Taken">How many entries.</param>
/// <param name="Left">What was not, each with its reason.</param>
public sealed record DutyCopied(int Taken, IReadOnlyList<string> Left);

/// <summary>Takes nights on duty and work outside enforcement of last week over to a week (照上周排班), for the officers whom the person may enter; done twice it adds nothing.</summary>
public sealed class CopyDuty(UseCaseRunner runner, AppDb db, CurrentActor current, Snapshot<OrganisationRegister> organisation, Entropy entropy, TimeProvider time)
{
    /// <summary>Takes them over.</summary>
    /// <param name="area">The area.</param>
    /// <param name="day">A day of the week that is filled.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<DutyCopied>> Run(string? area, DateOnly? day, CancellationToken cancel) => runner.Write<DutyCopied>(AccessTable.EnterDuty, null, async () =>
    {
        if (day is not { } on) return Refusal.Invalid("day", "请选择排到哪一周。");
        var monday = Weeks.MondayOf(on);
        if (monday.AddDays(6) < time.Today()) return new Refusal("week-is-over", "该周已过，不能再排班。", DutyRules.Calendar, "day");
        var register = organisation.Current.AsOf(on > time.Today() ? on : time.Today());
        var officers = register.Officers.Where(officer => DutyPlaces.AreaOf(register, officer) == area && current.May(AccessTable.EnterDuty, DutyPlaces.Of(register, officer))).ToDictionary(officer => officer.Id, officer => officer.Name);
        if (officers.Count == 0) return new Refusal("nothing-to-copy", "该片区没有您可以登记勤务的人员。", DutyRules.Calendar, "area");
        var ids = officers.Keys.ToList();
        var (from, until) = (TimeSlot.Of(monday.AddDays(-7), 0, 1).From.ToUniversalTime(), TimeSlot.Of(monday, 0, 1).From.ToUniversalTime());
        var rows = await db.Set<DutyRow>().AsNoTracking().Where(row => ids.Contains(row.OfficerId) && row.BeginsAt >= from && row.BeginsAt < until && DutyCopy.Recurring.Contains(row.Kind)).OrderBy(row => row.Id).ToListAsync(cancel);
        if (rows.Count == 0) return new Refusal("nothing-to-copy", "上周没有登记夜间值守或者执法以外的工作。", DutyRules.Calendar, "day");
        // A night of the last day runs into the week after, where something may stand.
        var last = rows.Max(row => row.EndsAt).AddDays(7);
        var standing = (await db.Set<DutyRow>().AsNoTracking().Where(row => ids.Contains(row.OfficerId) && row.BeginsAt < last && row.EndsAt > until).ToListAsync(cancel)).ConvertAll(row => row.ToEntry());
        var copied = DutyCopy.Take(rows.Select(row => row.ToEntry()), standing, time.GetUtcNow());
        foreach (var entry in copied.Taken)
            db.Add(new DutyRow
            {
                Id = entropy.NewId(time.GetUtcNow()),
                OfficerId = entry.OfficerId,
                Kind = entry.Kind,
                BeginsAt = entry.Slot.From.ToUniversalTime(),
                EndsAt = entry.Slot.Until.ToUniversalTime(),
                Note = rows.Find(row => row.Id == entry.Id)!.Note,
                By = current.Actor.Name,
                EnteredOn = time.Today(),
            });
        return new DutyCopied(copied.Taken.Count, [.. copied.Left.Select(left => $"{officers[left.Entry.OfficerId]}{DutyRules.Name(left.Entry.Kind)}：{left.Why}")]);
    }, cancel);
}
