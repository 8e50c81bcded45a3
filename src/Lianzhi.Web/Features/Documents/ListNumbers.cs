using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Documents;

/// <summary>What of the register is asked for.</summary>
public sealed record NumberFilter(
    string? Unit = null, string? Kind = null, int? Year = null, DateOnly? From = null, DateOnly? To = null, NumberState? State = null, PaperStanding? Standing = null,
    string? After = null, string? Limit = null)
{
    /// <summary>All but the place in the list, as text.</summary>
    public string Filters => $"{Unit}|{Kind}|{Year}|{From?.ToIso()}|{To?.ToIso()}|{State}|{Standing}";
}

/// <summary>A number in the register.</summary>
public sealed record NumberLine(
    string Id, string Number, string Unit, string UnitName, string Kind, string Title, DateOnly TakenOn, NumberState State, PaperStanding? Standing, string? CaseId, bool OfInspection, string? Device,
    string? ReservedBy, string? Reason, DateOnly? VoidedOn, long Version)
{
    /// <summary>Where the file of the paper is read; null while there is none.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? File => CaseId is not { } id ? null : OfInspection ? $"/office/inspections/{id}" : DocumentKinds.IsOfSupervision(Kind) ? $"/office/supervision/{id}" : $"/office/cases/{id}?tab=documents";
}

/// <summary>The register of numbers (文号登记).</summary>
public sealed class ListNumbers(UseCaseRunner runner, AppDb db, CurrentActor current)
{
    /// <summary>Lists it, newest first.</summary>
    public Task<Result<PageOf<NumberLine>>> Run(NumberFilter filter, CancellationToken cancel) => runner.Read<PageOf<NumberLine>>(AccessTable.ListNumbers, async () =>
    {
        var kind = filter.Kind is { Length: > 0 } name ? DocumentKinds.Find(name) : null;
        if (filter.Kind is { Length: > 0 } && kind is null) return Refusal.Invalid("kind", "没有这种文书。");
        var asked = Cursor.Read(filter.Limit, filter.After, "numbers.taken", filter.Filters, 2);
        if (!asked.IsOk) return Result<PageOf<NumberLine>>.Refused(asked.Refusals);
        var scope = AccessRules.ScopeOf(current.Actor, AccessTable.ListNumbers);
        // A list of several units would read all of one that has few: each unit is a walk of its own.
        string?[] units = filter.Unit is { Length: > 0 } one ? scope.Everything || scope.Units.Contains(one) ? [one] : [] : scope.Everything ? [null] : [.. scope.Units];
        var found = await units.Select(unit => Rows(filter, kind?.Code, unit, asked.Value.After)).ToList()
            .MergeRows(db.Set<PaperNumberRow>().AsNoTracking().Where(_ => false), asked.Value.Fetch, rows => rows.OrderByDescending(row => row.TakenOn).ThenByDescending(row => row.Id)).ToListAsync(cancel);
        var lines = found.ConvertAll(row => new NumberLine(row.Id, row.Number, row.Unit, row.UnitName, DocumentKinds.Of(row.Kind).Name, DocumentKinds.Of(row.Kind).Title, row.TakenOn, row.State, row.Standing,
            row.CaseId, row.OfInspection, row.Device, row.ReservedBy, row.Reason, row.VoidedOn, row.Version));
        return asked.Value.Page(lines, "numbers.taken", filter.Filters, line => [line.TakenOn.ToIso(), line.Id]);
    });

    /// <summary>How the numbers of a unit run in a year.</summary>
    public Task<Result<IReadOnlyList<NumberRun>>> Runs(string unit, int year, CancellationToken cancel) => runner.Read<IReadOnlyList<NumberRun>>(AccessTable.ListNumbers, async () =>
    {
        var scope = AccessRules.ScopeOf(current.Actor, AccessTable.ListNumbers);
        if (!scope.Everything && !scope.Units.Contains(unit)) return Array.Empty<NumberRun>();
        var last = await db.Set<DocumentNumberRow>().AsNoTracking().Where(row => row.Unit == unit && row.Year == year).OrderBy(row => row.Genre).ToListAsync(cancel);
        var counts = (await db.Set<PaperNumberRow>().AsNoTracking().Where(row => row.Unit == unit && row.Year == year)
            .GroupBy(row => new { row.Genre, row.State }).Select(group => new { group.Key.Genre, group.Key.State, Count = group.LongCount() }).ToListAsync(cancel))
            .ToDictionary(row => (row.Genre, row.State), row => row.Count);
        long Of(string genre, NumberState state) => counts.GetValueOrDefault((genre, state));
        NumberRun[] runs = [.. last.Select(row => new NumberRun(row.Genre, row.Year, row.Last, Of(row.Genre, NumberState.Used), Of(row.Genre, NumberState.Reserved), Of(row.Genre, NumberState.Voided)))];
        return runs;
    });

    private IQueryable<PaperNumberRow> Rows(NumberFilter filter, DocumentCode? kind, string? unit, IReadOnlyList<string>? after)
    {
        var rows = db.Set<PaperNumberRow>().AsNoTracking();
        if (unit is not null) rows = rows.Where(row => row.Unit == unit);
        if (kind is { } code) rows = rows.Where(row => row.Kind == code);
        // Said again with a constant, so that the short indexes of what is rare are used.
        if (filter.State is { } state) rows = state == NumberState.Used ? rows.Where(row => row.State == NumberState.Used) : rows.Where(row => row.State != NumberState.Used && row.State == state);
        if (filter.Standing is { } standing) rows = standing == PaperStanding.InForce ? rows.Where(row => row.Standing == PaperStanding.InForce) : rows.Where(row => row.Standing != PaperStanding.InForce && row.Standing == standing);
        // The year of a number is the year it was taken: a range of days, so that the same index serves.
        if (filter.Year is { } year and >= 1 and <= 9998)
        {
            var (first, next) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
            rows = rows.Where(row => row.TakenOn >= first && row.TakenOn < next);
        }
        if (filter.From is { } from) rows = rows.Where(row => row.TakenOn >= from);
        if (filter.To is { } to) rows = rows.Where(row => row.TakenOn <= to);
        if (after is [var day, var id] && DateText.TryParse(day, out var on))
            rows = rows.Where(row => row.TakenOn <= on && (row.TakenOn < on || string.Compare(row.Id, id) < 0));
        return rows;
    }
}
