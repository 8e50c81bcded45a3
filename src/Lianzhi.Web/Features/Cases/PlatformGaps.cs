using System.ComponentModel.DataAnnotations;
using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Settings;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Cases;

/// <summary>A case of which something does not stand on the provincial platform yet (闽执法待补录); made from its events alone.</summary>
public sealed class PlatformGapRow
{
    /// <summary>The case.</summary>
    [Key, MaxLength(26)] public required string CaseId { get; init; }

    /// <summary>Its subject.</summary>
    [MaxLength(40)] public required string Unit { get; set; }

    /// <summary>Number and title.</summary>
    [MaxLength(400)] public required string About { get; set; }

    /// <summary>闽执法案号; null while it has none.</summary>
    [MaxLength(60)] public string? PlatformNumber { get; set; }

    /// <summary>Day of the oldest thing missing.</summary>
    public required DateOnly Since { get; set; }

    /// <summary>What that is.</summary>
    [MaxLength(60)] public required string What { get; set; }

    /// <summary>How many papers are missing.</summary>
    public required int Papers { get; set; }
}

/// <summary>Keeps the list of what is missing on the provincial platform (闽执法对账簿); inside the transaction of the event.</summary>
public sealed class PlatformBook(AppDb db, CaseDesk desk)
{
    /// <summary>After something happened in a case.</summary>
    public async Task Update(CaseState state, CancellationToken cancel)
    {
        var row = await db.Set<PlatformGapRow>().FindAsync([state.Id], cancel);
        if (ProvincialPlatform.OldestMissing(state, desk.Settings) is not (var on, var what))
        {
            if (row is not null) db.Remove(row);
            return;
        }
        var made = new PlatformGapRow
        {
            CaseId = state.Id,
            Unit = state.Subject!.Code,
            About = $"{state.Number ?? "待立案"}　{state.Title}",
            PlatformNumber = state.Execution.PlatformNumber?.Number,
            Since = on,
            What = what,
            Papers = ProvincialPlatform.Missing(state).Count(),
        };
        if (row is null) db.Add(made);
        else db.Entry(row).CurrentValues.SetValues(made);
    }
}

/// <summary>A line of the reconciliation list.</summary>
public sealed record PlatformGap(string CaseId, string About, string? PlatformNumber, DateOnly Since, string What, int Papers, DateOnly DueOn, bool IsOverdue);

/// <summary>What is missing on the provincial platform, oldest first (闽执法对账).</summary>
public sealed class ListPlatformGaps(UseCaseRunner runner, AppDb db, CaseDesk desk, CurrentActor current, TimeProvider time)
{
    /// <summary>Lists it page by page.</summary>
    public Task<Result<PageOf<PlatformGap>>> Run(string? after, string? limit, CancellationToken cancel) => runner.Read<PageOf<PlatformGap>>(AccessTable.ReconcilePlatform, async () =>
    {
        var asked = Cursor.Read(limit, after, "cases.since", "", 2);
        if (!asked.IsOk) return Result<PageOf<PlatformGap>>.Refused(asked.Refusals);
        var scope = AccessRules.ScopeOf(current.Actor, AccessTable.ReconcilePlatform);
        var rows = db.Set<PlatformGapRow>().AsNoTracking();
        if (!scope.Everything)
        {
            var units = scope.Units;
            rows = rows.Where(row => units.Contains(row.Unit));
        }
        if (asked.Value.After is [var day, var id] && DateText.TryParse(day, out var since))
            rows = rows.Where(row => row.Since >= since && (row.Since > since || string.Compare(row.CaseId, id) > 0));
        var found = await rows.OrderBy(row => row.Since).ThenBy(row => row.CaseId).Take(asked.Value.Fetch).ToListAsync(cancel);
        var today = time.Today();
        var gaps = found.Select(row => new PlatformGap(row.CaseId, row.About, row.PlatformNumber, row.Since, row.What, row.Papers, DueAfter(row.Since), DueAfter(row.Since) < today)).ToList();
        return asked.Value.Page(gaps, "cases.since", "", gap => [gap.Since.ToIso(), gap.CaseId]);
    });

    /// <summary>Last day to enter what was made on a day.</summary>
    public DateOnly DueAfter(DateOnly made) =>
        Period.Reckon(made, new(Math.Max(1, desk.Settings.AsOf(made).Number(SettingCatalogue.LateEntryDays)), PeriodUnit.WorkingDay), [], desk.Calendar).Value!.Due;
}
