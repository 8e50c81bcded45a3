using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Duty;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Duty;

/// <summary>An absence as it is entered.</summary>
public sealed record NewDuty(string? Officer, DutyKind? Kind, DateOnly? From, DateOnly? To, DutyPart? Part, string? Hours, string? Note);

/// <summary>Enters an absence or a night on duty (登记勤务).</summary>
public sealed class EnterDuty(UseCaseRunner runner, AppDb db, CurrentActor current, Snapshot<OrganisationRegister> organisation, Entropy entropy, TimeProvider time)
{
    private const int LongestNote = 200;

    /// <summary>Enters it; overlaps are refused.</summary>
    public Task<Result<string>> Run(NewDuty given, CancellationToken cancel) => runner.Write<string>(AccessTable.EnterDuty, null, async () =>
    {
        var made = Make(given);
        return made.IsOk ? Keep(made.Value, await Standing([made.Value], cancel)) : made.Then<string>(row => row.Id);
    }, cancel);

    /// <summary>Enters a table copied from a spreadsheet, all of it or nothing; every fault is named by its row.</summary>
    /// <returns>How many entries were made.</returns>
    public Task<Result<int>> Paste(string? text, CancellationToken cancel) => runner.Write<int>(AccessTable.EnterDuty, null, async () =>
    {
        var read = DutyTable.Read(text);
        if (!read.IsOk) return Result<int>.Refused(read.Refusals);
        var today = organisation.Current.AsOf(time.Today());
        var made = read.Value.Select(row => (row.Line, Duty: Make(row, today))).ToList();
        var others = await Standing([.. made.Where(one => one.Duty.IsOk).Select(one => one.Duty.Value!)], cancel);
        var faults = made.SelectMany(one => (one.Duty.IsOk ? Keep(one.Duty.Value, others).Refusals : one.Duty.Refusals)
            .Select(refusal => refusal with { Message = $"第{one.Line}行：{refusal.Message}", Field = "rows" })).ToList();
        return faults.Count > 0 ? faults : made.Count;
    }, cancel);

    private Result<DutyRow> Make(DutyTableRow row, OrganisationAsOf today)
    {
        var named = today.Officers.Where(officer => officer.Name == row.Person || today.ValidCertificate(officer.Id)?.Number == row.Person)
            .Where(officer => current.May(AccessTable.EnterDuty, DutyPlaces.Of(today, officer))).ToList();
        return named.Count switch
        {
            0 => Refusal.Invalid("rows", $"{DutyTable.Columns[0]}“{row.Person}”不是本人可以登记的在岗人员。"),
            > 1 => Refusal.Invalid("rows", $"有{named.Count}名“{row.Person}”，请填写证号。"),
            _ => Make(new NewDuty(named[0].Id, row.Kind, row.From, row.To, row.Part, row.Hours, row.Note)),
        };
    }

    private Result<DutyRow> Make(NewDuty given)
    {
        var today = organisation.Current.AsOf(time.Today());
        var faults = new List<Refusal>();
        var officer = today.Officer(given.Officer ?? "");
        if (officer is null) faults.Add(Refusal.Invalid("officer", "请选择在岗人员。"));
        if (given.Kind is null) faults.Add(Refusal.Invalid("kind", "请选择事由。"));
        if (given.From is null) faults.Add(Refusal.Invalid("from", "请填写第一日。"));
        if (given.Note?.Length > LongestNote) faults.Add(Refusal.Invalid("note", $"不超过{LongestNote}字。"));
        if (given.Kind == DutyKind.OtherWork && string.IsNullOrWhiteSpace(given.Note)) faults.Add(Refusal.Invalid("note", "请写明做什么工作；派驻人员的所在单位会看到。"));
        if (faults.Count > 0) return faults;
        if (runner.Check(AccessTable.EnterDuty, DutyPlaces.Of(today, officer!)) is { } refusal) return refusal;
        var slot = DutyRules.Slot(given.Kind!.Value, given.From!.Value, given.To ?? given.From.Value, given.Part ?? DutyPart.WholeDay, MinuteSpan.Parse(given.Hours));
        if (!slot.IsOk) return Result<DutyRow>.Refused(slot.Refusals);
        return new DutyRow
        {
            Id = entropy.NewId(time.GetUtcNow()),
            OfficerId = officer!.Id,
            Kind = given.Kind.Value,
            BeginsAt = slot.Value.From.ToUniversalTime(),
            EndsAt = slot.Value.Until.ToUniversalTime(),
            Note = string.IsNullOrWhiteSpace(given.Note) ? null : given.Note.Trim(),
            By = current.Actor.Name,
            EnteredOn = time.Today(),
        };
    }

    /// <summary>What stands already for these officers in the time of these entries.</summary>
    private async Task<List<DutyEntry>> Standing(IReadOnlyList<DutyRow> rows, CancellationToken cancel)
    {
        if (rows.Count == 0) return [];
        var (officers, from, until) = (rows.Select(row => row.OfficerId).Distinct().ToList(), rows.Min(row => row.BeginsAt), rows.Max(row => row.EndsAt));
        return (await db.Set<DutyRow>().AsNoTracking().Where(other => officers.Contains(other.OfficerId) && other.BeginsAt < until && other.EndsAt > from).ToListAsync(cancel)).ConvertAll(other => other.ToEntry());
    }

    /// <summary>Adds an entry unless it overlaps one that stands; it stands from then on.</summary>
    private Result<string> Keep(DutyRow row, List<DutyEntry> standing)
    {
        if (DutyRules.Check(row.ToEntry(), standing.Where(other => other.OfficerId == row.OfficerId)) is { } overlap) return overlap;
        db.Add(row);
        standing.Add(row.ToEntry());
        return row.Id;
    }
}

/// <summary>Withdraws an entry (撤销勤务登记); the record keeps it.</summary>
public sealed class WithdrawDuty(UseCaseRunner runner, AppDb db, Snapshot<OrganisationRegister> organisation, TimeProvider time)
{
    /// <summary>Withdraws it.</summary>
    public Task<Result<string>> Run(string id, string? reason, CancellationToken cancel) => runner.Write<string>(AccessTable.WithdrawDuty, reason, async () =>
    {
        if (await db.Set<DutyRow>().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } row) return Refusal.NotFound();
        var today = organisation.Current.AsOf(time.Today());
        // Of somebody who has left nobody is the leader any more.
        if (runner.Check(AccessTable.WithdrawDuty, today.Officer(row.OfficerId) is { } officer ? DutyPlaces.Of(today, officer) : new Placement(null, null, [row.OfficerId])) is { } refusal) return refusal;
        if (Organisation.Reasons.Check(reason) is { } missing) return missing;
        db.Remove(row);
        return id;
    }, cancel);
}

/// <summary>Where an officer stands, for reach.</summary>
internal static class DutyPlaces
{
    /// <summary>The home unit, the area of the township or of the secondment, and the officer.</summary>
    public static Placement Of(OrganisationAsOf day, Officer officer) => new(officer.Unit, AreaOf(day, officer), [officer.Id]);

    /// <summary>Area an officer works in.</summary>
    public static string? AreaOf(OrganisationAsOf day, Officer officer) => day.AreaOf(officer.Unit)
        ?? day.Secondments.Where(secondment => secondment.OfficerId == officer.Id).Select(secondment => secondment.Area ?? (secondment.Township is { } township ? day.AreaOf(township) : null)).FirstOrDefault(area => area is not null);
}
