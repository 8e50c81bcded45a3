using System.Diagnostics;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lianzhi.Bench;

/// <summary>The row <c>sweep</c>: the deadlines of all open cases on the next day, reminders written (时限巡检).</summary>
internal static class SweepRow
{
    private const double SecondsAllowed = 2;

    /// <summary>Sweeps day after day; the middle of the days counts.</summary>
    public static async Task<Row> Measure(Options options)
    {
        var days = new List<(double Seconds, SweepOutcome Outcome)>();
        for (var day = 1; day <= Math.Max(3, options.Rounds); day++)
            days.Add(await Inside.Run(options, TimeSpan.FromDays(day), async services =>
            {
                // The first question of a process pays for compiling it.
                await services.GetRequiredService<AppDb>().Set<CaseLookRow>().AsNoTracking().FirstOrDefaultAsync();
                var watch = Stopwatch.StartNew();
                var swept = await services.GetRequiredService<SweepDeadlines>().Run(default);
                return (watch.Elapsed.TotalSeconds, swept.IsOk ? swept.Value : throw new InvalidOperationException(swept.Refusals[0].Message));
            }));
        foreach (var (seconds, outcome) in days) Console.Error.WriteLine($"  sweep: {outcome.Looked} cases looked at, {outcome.Raised} reminders, {seconds:0.00} s");
        if (days.Sum(day => day.Outcome.Raised) == 0) throw new InvalidOperationException("No reminder was due: the sweep did nothing.");
        var middle = days.OrderBy(day => day.Seconds).ElementAt(days.Count / 2);
        await using var source = NpgsqlDataSource.Create(options.Connection);
        await using var count = source.CreateCommand("SELECT count(*) FROM case_look");
        var open = (long)(await count.ExecuteScalarAsync())!;
        return new Row("sweep", "", middle.Seconds, days.Min(day => day.Seconds), days.Max(day => day.Seconds), $"≤ {SecondsAllowed} s a day", middle.Seconds <= SecondsAllowed,
            $"{middle.Seconds:0.00} s; {middle.Outcome.Looked} of {open} open cases due, {middle.Outcome.Raised} reminders", "", 0);
    }
}
