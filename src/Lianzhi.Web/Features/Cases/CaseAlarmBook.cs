using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Clocks;
using Lianzhi.Core.Settings;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Cases;

/// <summary>Keeps when to look at a case again, and which reminders stand (时限提醒簿); always inside a transaction.</summary>
public sealed class CaseAlarmBook(AppDb db, CaseDesk desk, TimeProvider time)
{
    // The application to the court starts by itself when the last remedy ends: six months, rolled, and some days.
    private const int DaysAhead = 400;

    /// <summary>After something happened: settles reminders whose cause is gone and plans the next look.</summary>
    public async Task Update(CaseState state, CancellationToken cancel)
    {
        var clocks = Clocks(state, time.Today());
        Settle(state, clocks, await db.Set<CaseReminderRow>().Where(row => row.CaseId == state.Id && row.SettledOn == null).ToListAsync(cancel));
        await Plan(state, clocks, cancel);
    }

    /// <summary>Raises the reminders that hold today and were not raised before.</summary>
    /// <returns>How many were raised.</returns>
    public async Task<int> Raise(CaseState state, CancellationToken cancel)
    {
        var today = time.Today();
        var clocks = Clocks(state, today);
        var known = await db.Set<CaseReminderRow>().Where(row => row.CaseId == state.Id).ToListAsync(cancel);
        var due = CaseAlarms.On(state, clocks, today)
            // Who missed a look is told the most urgent thing, not every step on the way to it.
            .GroupBy(alarm => (alarm.Clock.Kind.Id, alarm.Clock.Due)).Select(group => group.MaxBy(alarm => alarm.Level)!)
            .Where(alarm => !known.Any(row => row.Clock == alarm.Clock.Kind.Id && row.DueOn == alarm.Clock.Due && row.Level == alarm.Level)).ToList();
        var row = CaseProjection.Row(state);
        db.AddRange(due.Select(alarm => new CaseReminderRow
        {
            CaseId = state.Id,
            Clock = alarm.Clock.Kind.Id,
            DueOn = alarm.Clock.Due,
            Level = alarm.Level,
            Text = Say(alarm),
            Unit = row.SubjectCode,
            About = $"{row.Number ?? "待立案"}　{row.MaskedPartyName}",
            RaisedOn = today,
        }));
        Settle(state, clocks, known.Where(reminder => reminder.SettledOn is null));
        await Plan(state, clocks, cancel);
        return due.Count;
    }

    private static string Say(Alarm alarm) => alarm.Level switch
    {
        AlarmLevel.Near => $"{alarm.Clock.Kind.Label}已过五分之四，{Core.Documents.ChineseText.Date(alarm.Clock.Due)}届满。",
        // Read on later days too, so it names the day.
        AlarmLevel.Today => $"{alarm.Clock.Kind.Label}于{Core.Documents.ChineseText.Date(alarm.Clock.Due)}届满。",
        _ => $"{alarm.Clock.Kind.Label}已于{Core.Documents.ChineseText.Date(alarm.Clock.Due)}届满，逾期未办，报负责人。",
    };

    private void Settle(CaseState state, IReadOnlyList<Clock> clocks, IEnumerable<CaseReminderRow> standing)
    {
        var open = CaseAlarms.On(state, clocks, DateOnly.MaxValue.AddYears(-1)).Select(alarm => (alarm.Clock.Kind.Id, alarm.Clock.Due)).ToHashSet();
        foreach (var row in standing.Where(row => !open.Contains((row.Clock, row.DueOn)) && !(row.Clock.StartsWith("manual:", StringComparison.Ordinal) && state.Stage < CaseStage.Closed)))
            row.SettledOn = time.Today();
    }

    private async Task Plan(CaseState state, IReadOnlyList<Clock> clocks, CancellationToken cancel)
    {
        var next = NextLook(state, clocks, time.Today(), desk.Calendar, desk.Settings);
        var row = await db.Set<CaseLookRow>().FindAsync([state.Id], cancel);
        if (next is { } day && row is null) db.Add(new CaseLookRow { CaseId = state.Id, LookOn = day });
        else if (next is { } moved) row!.LookOn = moved;
        else if (row is not null) db.Remove(row);
    }

    /// <summary>The next day on which a case has to be looked at; null when none comes by itself.</summary>
    internal static DateOnly? NextLook(CaseState state, DateOnly today, WorkCalendar calendar, SettingsBook settings) =>
        CaseAlarms.IsQuiet(state) ? null : NextLook(state, Clocks(state, today, calendar, settings), today, calendar, settings);

    private static DateOnly? NextLook(CaseState state, IReadOnlyList<Clock> clocks, DateOnly today, WorkCalendar calendar, SettingsBook settings) =>
        CaseAlarms.NextLook(state, clocks, clocks.Any(IsCourtApplication) ? [] : Ahead(state, today, calendar, settings), today);

    private static IReadOnlyList<Clock> Ahead(CaseState state, DateOnly today, WorkCalendar calendar, SettingsBook settings) =>
        CaseTiming.OfPenalty(state, today.AddDays(DaysAhead), calendar, settings) is { IsOk: true } found ? [.. found.Value.Where(IsCourtApplication)] : [];

    private static bool IsCourtApplication(Clock clock) => clock.Kind == ClockKind.CourtApplication;

    private IReadOnlyList<Clock> Clocks(CaseState state, DateOnly on) => Clocks(state, on, desk.Calendar, desk.Settings);

    private static IReadOnlyList<Clock> Clocks(CaseState state, DateOnly on, WorkCalendar calendar, SettingsBook settings) =>
        CaseTiming.Clocks(state, on, calendar, settings) is { IsOk: true } found ? found.Value : [];
}
