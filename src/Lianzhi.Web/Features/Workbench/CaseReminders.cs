using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Web.Components.Work;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Workbench;

/// <summary>
/// Reminders of case deadlines on the workbench (时限提醒): officers see those of their own cases, the responsible leader
/// of the subject what is past.
/// </summary>
public sealed class CaseReminders(AppDb db, CurrentActor current)
{
    private const int Most = 12;

    /// <summary>The most urgent that stand, newest first within a level.</summary>
    public async Task<IReadOnlyList<Reminders.Reminder>> List(CancellationToken cancel)
    {
        var found = new List<CaseReminderRow>();
        var standing = db.Set<CaseReminderRow>().AsNoTracking().Where(row => row.SettledOn == null);
        if (current.Actor.OfficerId is { } officer && current.Actor.Holds(Role.Officer))
        {
            found.AddRange(await standing.Where(row => db.Set<CaseOfficerRow>().Any(assigned => assigned.CaseId == row.CaseId && assigned.OfficerId == officer))
                .OrderByDescending(row => row.RaisedOn).ThenBy(row => row.CaseId).Take(Most * 3).ToListAsync(cancel));
        }
        var led = current.Actor.Assignments.Where(held => held.Role is Role.Head or Role.DeputyHead or Role.BrigadeLeader).Select(held => held.Unit).OfType<string>().ToList();
        if (led.Count > 0)
        {
            found.AddRange(await standing.Where(row => led.Contains(row.Unit) && row.Level == AlarmLevel.Overdue)
                .OrderByDescending(row => row.RaisedOn).ThenBy(row => row.CaseId).Take(Most * 3).ToListAsync(cancel));
        }
        // One line for a clock: the most urgent it has come to.
        return [.. found.GroupBy(row => (row.CaseId, row.Clock, row.DueOn)).Select(group => group.MaxBy(row => row.Level)!)
            .OrderByDescending(row => row.Level).ThenBy(row => row.DueOn).ThenBy(row => row.CaseId, StringComparer.Ordinal).Take(Most)
            .Select(row => new Reminders.Reminder(row.About, row.Text, Icon: "clock", $"/office/cases/{row.CaseId}?tab=clocks", "查看"))];
    }
}
