using System.ComponentModel.DataAnnotations;
using Lianzhi.Core.Calendar;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Records;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Calendar;

/// <summary>One day of a yearly holiday notice (节假日安排).</summary>
public sealed class HolidayRow : IRecorded
{
    /// <summary>The day.</summary>
    [Key] public required DateOnly Date { get; init; }

    /// <summary>Name of the holiday.</summary>
    [MaxLength(40)] public required string Name { get; set; }

    /// <summary>True for a day off, false for a make-up working day.</summary>
    public required bool IsOffDay { get; set; }

    /// <inheritdoc/>
    public string Stream => "calendar";

    /// <inheritdoc/>
    public long Version { get; set; }
}

/// <summary>The calendar of working days (工作日历): holiday notices by import, 2023 to 2026 shipped.</summary>
public sealed class CalendarCapability : Capability
{
    /// <summary>Name of the snapshot.</summary>
    public const string Data = "calendar";

    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddScoped<ImportHolidays>();
        Platform.Reference.SnapshotExtensions.AddSnapshot(services, Data, async (db, cancel) =>
            new WorkCalendar((await db.Set<HolidayRow>().AsNoTracking().ToListAsync(cancel)).Select(row => new Holiday(row.Date, row.Name, row.IsOffDay))));
    }

    /// <inheritdoc/>
    public override void Model(ModelBuilder model) => model.Entity<HolidayRow>();

    /// <inheritdoc/>
    public override async Task LoadReferenceData(IServiceProvider services, CancellationToken cancel)
    {
        var imported = await services.GetRequiredService<ImportHolidays>().Run(ShippedData.Lines("holidays.csv"), false, cancel);
        if (!imported.IsOk) throw new InvalidOperationException(imported.Refusals[0].Message);
    }
}
