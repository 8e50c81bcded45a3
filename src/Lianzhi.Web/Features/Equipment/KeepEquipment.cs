using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Equipment;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Organisation;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Equipment;

/// <summary>What the acts on one piece of equipment have in common: load it, may the person, is it the version seen, is it still in use.</summary>
public sealed class EquipmentDesk(UseCaseRunner runner, AppDb db, CurrentActor current, Entropy entropy, TimeProvider time)
{
    /// <summary>Today in Shanghai.</summary>
    public DateOnly Today => time.Today();

    /// <summary>Name of who acts.</summary>
    public string ActorName => current.Actor.Name;

    /// <summary>A new id.</summary>
    public string NewId() => entropy.NewId(time.GetUtcNow());

    /// <summary>Does something with a piece of equipment.</summary>
    public Task<Result<string>> Take(UseCase useCase, string id, long? version, string? reason, Func<EquipmentRow, Task<IReadOnlyList<Refusal>>> act, CancellationToken cancel) => runner.Write<string>(useCase, reason, async () =>
    {
        if (await db.Set<EquipmentRow>().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } equipment) return Refusal.NotFound();
        if (runner.Check(useCase, equipment.Placement) is { } refusal) return refusal;
        if (version is not null && equipment.Version != version) return Refusal.Stale(equipment.Version);
        if (equipment.RetiredOn is not null) return EquipmentRules.Use(equipment.ToItem(null), Today)!;
        var refusals = await act(equipment);
        return refusals.Count > 0 ? Result<string>.Refused(refusals) : id;
    }, cancel);

    /// <summary>The fault that is not repaired yet.</summary>
    public Task<EquipmentFaultRow?> OpenFault(string id, CancellationToken cancel) =>
        db.Set<EquipmentFaultRow>().Where(row => row.EquipmentId == id && row.RepairedOn == null).OrderBy(row => row.Id).FirstOrDefaultAsync(cancel);
}

/// <summary>Equipment as it is registered.</summary>
public sealed record NewEquipment(EquipmentKind? Kind, string? Name, string? StockNumber, string? Area, string? Unit, DateOnly? CalibratedUntil, string? Calibration);

/// <summary>Registers equipment (登记装备).</summary>
public sealed class RegisterEquipment(UseCaseRunner runner, AppDb db, EquipmentDesk desk, Snapshot<OrganisationRegister> organisation)
{
    /// <summary>Registers it.</summary>
    public Task<Result<string>> Run(NewEquipment given, CancellationToken cancel) => runner.Write<string>(AccessTable.RegisterEquipment, null, async () =>
    {
        var today = organisation.Current.AsOf(desk.Today);
        var faults = EquipmentRules.Register(given.Name, given.StockNumber).ToList();
        if (given.Kind is null) faults.Add(Refusal.Invalid("kind", "请选择种类。"));
        var unit = string.IsNullOrEmpty(given.Unit) ? null : given.Unit;
        if (unit is not null && today.Township(unit) is null) faults.Add(Refusal.Invalid("unit", "请选择镇（街道），或者留空为片区所有。"));
        var area = unit is null ? given.Area : today.AreaOf(unit);
        if (today.Areas.All(one => one.Id != area)) faults.Add(Refusal.Invalid("area", "请选择片区。"));
        if (given.Calibration?.Length > 100) faults.Add(Refusal.Invalid("calibration", "不超过100字。"));
        if (faults.Count > 0) return faults;
        if (runner.Check(AccessTable.RegisterEquipment, new Placement(unit, area, [])) is { } refusal) return refusal;
        var number = given.StockNumber!.Trim();
        if (await db.Set<EquipmentRow>().AnyAsync(row => row.StockNumber == number, cancel))
            return new Refusal("stock-number-taken", "该资产编号已登记。", EquipmentRules.Notice, "stockNumber");
        var row = new EquipmentRow { Id = desk.NewId(), Kind = given.Kind!.Value, Name = given.Name!.Trim(), StockNumber = number, Unit = unit, Area = area!, CalibratedUntil = given.CalibratedUntil, Calibration = given.Calibration?.Trim() };
        db.Add(row);
        return row.Id;
    }, cancel);
}

/// <summary>Hands equipment over to an officer, or to another township of the area (移交装备).</summary>
public sealed class HandOverEquipment(EquipmentDesk desk, Snapshot<OrganisationRegister> organisation)
{
    /// <summary>Hands it over.</summary>
    /// <param name="id">The equipment.</param>
    /// <param name="version">Version seen.</param>
    /// <param name="officer">Who holds it from today; null: it goes back to the store.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<string>> Run(string id, long? version, string? officer, string? reason, CancellationToken cancel) => desk.Take(AccessTable.HandOverEquipment, id, version, reason, equipment =>
    {
        var today = organisation.Current.AsOf(desk.Today);
        var holder = string.IsNullOrEmpty(officer) ? null : today.Officer(officer);
        if (!string.IsNullOrEmpty(officer) && holder is null) return Refuse(Refusal.Invalid("officer", "请选择在岗人员。"));
        if (Reasons.Check(reason) is { } missing) return Refuse(missing);
        if (holder?.Id == equipment.CustodianId) return Refuse(Refusal.Invalid("officer", holder is null ? "装备已在库。" : $"装备已由{holder.Name}保管。"));
        (equipment.CustodianId, equipment.Custodian, equipment.CustodySince) = (holder?.Id, holder?.Name, desk.Today);
        return Refuse();
    }, cancel);

    private static Task<IReadOnlyList<Refusal>> Refuse(params Refusal[] refusals) => Task.FromResult<IReadOnlyList<Refusal>>(refusals);
}

/// <summary>Reports a fault (报修); from then on the equipment cannot be booked.</summary>
public sealed class ReportFault(AppDb db, EquipmentDesk desk)
{
    /// <summary>Reports it.</summary>
    public Task<Result<string>> Run(string id, string? text, CancellationToken cancel) => desk.Take(AccessTable.ReportFault, id, null, text, async equipment =>
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 300) return [Refusal.Invalid("text", "请写明故障情况，不超过300字。")];
        if (await desk.OpenFault(id, cancel) is { } open) return [new Refusal("fault-known", $"该装备已报修（{open.Text}），尚未修复。", EquipmentRules.Notice)];
        db.Add(new EquipmentFaultRow { Id = desk.NewId(), EquipmentId = equipment.Id, Text = text.Trim(), ReportedBy = desk.ActorName, ReportedOn = desk.Today });
        return [];
    }, cancel);
}

/// <summary>Notes that a fault was repaired (登记修复).</summary>
public sealed class RepairEquipment(EquipmentDesk desk)
{
    /// <summary>Notes it.</summary>
    public Task<Result<string>> Run(string id, string? text, CancellationToken cancel) => desk.Take(AccessTable.RepairEquipment, id, null, text, async _ =>
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 300) return [Refusal.Invalid("text", "请写明修复情况，不超过300字。")];
        if (await desk.OpenFault(id, cancel) is not { } open) return [new Refusal("no-fault", "该装备没有未修复的故障。", EquipmentRules.Notice)];
        (open.Repair, open.RepairedOn) = (text.Trim(), desk.Today);
        return [];
    }, cancel);
}

/// <summary>Notes a calibration (登记检定).</summary>
public sealed class CalibrateEquipment(EquipmentDesk desk)
{
    /// <summary>Notes it.</summary>
    public Task<Result<string>> Run(string id, long? version, DateOnly? until, string? certificate, CancellationToken cancel) => desk.Take(AccessTable.CalibrateEquipment, id, version, certificate, equipment =>
    {
        var faults = new List<Refusal>();
        if (until is null || until < desk.Today || until > desk.Today.AddYears(10)) faults.Add(Refusal.Invalid("until", "请填写检定有效期，不早于今日。"));
        if (string.IsNullOrWhiteSpace(certificate) || certificate.Length > 100) faults.Add(Refusal.Invalid("certificate", "请填写检定证书编号，不超过100字。"));
        if (faults.Count == 0) (equipment.CalibratedUntil, equipment.Calibration) = (until, certificate!.Trim());
        return Task.FromResult<IReadOnlyList<Refusal>>(faults);
    }, cancel);
}

/// <summary>Takes equipment out of use (停用); what is booked for later must be given back first.</summary>
public sealed class RetireEquipment(AppDb db, EquipmentDesk desk, TimeProvider time)
{
    /// <summary>Retires it.</summary>
    public Task<Result<string>> Run(string id, long? version, string? reason, CancellationToken cancel) => desk.Take(AccessTable.RetireEquipment, id, version, reason, async equipment =>
    {
        if (Reasons.Check(reason) is { } missing) return [missing];
        var now = time.GetUtcNow();
        if (await db.Set<EquipmentBookingRow>().Where(row => row.EquipmentId == id && row.EndsAt > now).OrderBy(row => row.BeginsAt).FirstOrDefaultAsync(cancel) is { } booked)
            return [new Refusal("equipment-booked", $"该装备在{booked.Slot}已被预约（{booked.Purpose}），请先取消预约。", EquipmentRules.Notice)];
        (equipment.RetiredOn, equipment.CustodianId, equipment.Custodian, equipment.CustodySince) = (desk.Today, null, null, null);
        return [];
    }, cancel);
}
