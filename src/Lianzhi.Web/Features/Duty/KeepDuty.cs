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
        var today = organisation.Current.AsOf(time.Today());
        var faults = new List<Refusal>();
        var officer = today.Officer(given.Officer ?? "");
        if (officer is null) faults.Add(Refusal.Invalid("officer", "请选择在岗人员。"));
        if (given.Kind is null) faults.Add(Refusal.Invalid("kind", "请选择事由。"));
        if (given.From is null) faults.Add(Refusal.Invalid("from", "请填写第一日。"));
        if (given.Note?.Length > LongestNote) faults.Add(Refusal.Invalid("note", $"不超过{LongestNote}字。"));
        if (faults.Count > 0) return faults;
        if (runner.Check(AccessTable.EnterDuty, DutyPlaces.Of(today, officer!)) is { } refusal) return refusal;
        var slot = DutyRules.Slot(given.Kind!.Value, given.From!.Value, given.To ?? given.From.Value, given.Part ?? DutyPart.WholeDay, MinuteSpan.Parse(given.Hours));
        if (!slot.IsOk) return Result<string>.Refused(slot.Refusals);
        var row = new DutyRow
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
        var others = await db.Set<DutyRow>().AsNoTracking().Where(other => other.OfficerId == row.OfficerId && other.BeginsAt < row.EndsAt && other.EndsAt > row.BeginsAt).ToListAsync(cancel);
        if (DutyRules.Check(row.ToEntry(), others.Select(other => other.ToEntry())) is { } overlap) return overlap;
        db.Add(row);
        return row.Id;
    }, cancel);
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
