using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Calendar;

/// <summary>What an import of holidays did, or would do.</summary>
/// <param name="Added">Days that were not there.</param>
/// <param name="Changed">Days that said something else.</param>
/// <param name="Years">Years whose working days are known afterwards.</param>
public sealed record HolidayImport(int Added, int Changed, IReadOnlyList<int> Years);

/// <summary>Imports holiday notices (导入节假日安排); all rows or none, each fault named by row and column.</summary>
public sealed class ImportHolidays(UseCaseRunner runner, AppDb db, ReferenceData reference)
{
    /// <summary>Imports the lines of a file.</summary>
    /// <param name="lines">Header <c>date,name,is_off_day</c> and rows.</param>
    /// <param name="dryRun">True to say what would change without changing it.</param>
    /// <param name="cancel">Stops.</param>
    public Task<Result<HolidayImport>> Run(IReadOnlyList<string> lines, bool dryRun, CancellationToken cancel) =>
        runner.Write<HolidayImport>(AccessTable.ImportHolidays, "导入国务院办公厅节假日安排", async () =>
        {
            var file = HolidayFile.Read(lines);
            if (file.Faults.Count > 0) return file.Faults.Select(fault => Refusal.Invalid($"{fault.Row}:{fault.Column}", $"第 {fault.Row} 行 {fault.Column}：{fault.Message}")).ToList();
            var known = await db.Set<HolidayRow>().ToDictionaryAsync(row => row.Date, cancel);
            var (added, changed) = (0, 0);
            foreach (var day in file.Rows)
            {
                if (!known.TryGetValue(day.Date, out var row))
                {
                    added++;
                    if (!dryRun) db.Add(new HolidayRow { Date = day.Date, Name = day.Name, IsOffDay = day.IsOffDay });
                }
                else if ((row.Name, row.IsOffDay) != (day.Name, day.IsOffDay))
                {
                    changed++;
                    if (!dryRun) (row.Name, row.IsOffDay) = (day.Name, day.IsOffDay);
                }
            }
            if (!dryRun) await reference.Touch(db, CalendarCapability.Data, cancel);
            var years = new WorkCalendar([.. known.Values.Select(row => new Holiday(row.Date, row.Name, row.IsOffDay)), .. file.Rows]).LoadedYears;
            return new HolidayImport(added, changed, [.. years]);
        }, cancel);
}
