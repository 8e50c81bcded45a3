using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Inspections;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Powers;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Organisation;
using Lianzhi.Web.Features.Targets;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Requirements;

/// <summary>What binds inspections on a day (检查要求与频次上限).</summary>
/// <param name="Requirements">Requirements in force or to come.</param>
/// <param name="Caps">Caps in force or to come.</param>
/// <param name="Exceptions">Visits granted beyond caps this year, newest first.</param>
/// <param name="Blackouts">Days without inspections, of this year and later.</param>
public sealed record RequirementsView(
    IReadOnlyList<RequirementRow> Requirements, IReadOnlyList<CapRow> Caps, IReadOnlyList<CapExceptionRow> Exceptions, IReadOnlyList<BlackoutRow> Blackouts);

/// <summary>Shows requirements, caps and blackouts (检查要求).</summary>
public sealed class ListRequirements(UseCaseRunner runner, AppDb db, TimeProvider time)
{
    private const int MostExceptions = 200;

    /// <summary>All of them.</summary>
    public Task<Result<RequirementsView>> Run(CancellationToken cancel) => runner.Read<RequirementsView>(AccessTable.ListRequirements, async () =>
    {
        var today = time.Today();
        return new RequirementsView(
            await db.Set<RequirementRow>().AsNoTracking().Where(row => row.To == null || row.To > today).OrderBy(row => row.Department).ThenBy(row => row.Name).ThenBy(row => row.From).ToListAsync(cancel),
            [.. (await db.Set<CapRow>().AsNoTracking().Where(row => row.To == null || row.To > today).ToListAsync(cancel)).OrderByDescending(row => row.Risk).ThenBy(row => row.From)],
            await db.Set<CapExceptionRow>().AsNoTracking().Where(row => row.Year >= today.Year).OrderByDescending(row => row.Id).Take(MostExceptions).ToListAsync(cancel),
            await db.Set<BlackoutRow>().AsNoTracking().Where(row => row.To >= new DateOnly(today.Year, 1, 1)).OrderBy(row => row.From).ToListAsync(cancel));
    });
}

/// <summary>Sets a requirement from a day on, anew or in place of its version (填报检查要求).</summary>
public sealed class SetRequirement(UseCaseRunner runner, AppDb db, Snapshot<OrganisationRegister> organisation, Snapshot<Catalogue> catalogue, Entropy entropy, TimeProvider time)
{
    /// <summary>Sets it.</summary>
    /// <param name="id">Id of a requirement that stands; null for a new one.</param>
    /// <param name="version">Version that was seen.</param>
    /// <param name="asked">How it is to stand; its id does not count.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<string>> Run(string? id, long? version, InspectionRequirement asked, CancellationToken cancel) => runner.Write<string>(AccessTable.SetRequirement, asked.Source, async () =>
    {
        if (runner.Check(AccessTable.SetRequirement, Placement.Of(asked.Department)) is { } refusal) return refusal;
        var faults = asked.Faults().ToList();
        if (asked.Name.Contains('|')) faults.Add(Refusal.Invalid("name", "名称不能含有“|”。"));
        // Nobody inspects, and asks for inspections, who cannot sign: an organ without powers, or of the city (国办发〔2024〕54号).
        if (organisation.Current.AsOf(time.Today()).Department(asked.Department) is not { Enforces: true, Level: OrganLevel.District }) faults.Add(Refusal.Invalid("department", "请选择区级执法部门：没有执法权的单位和市级部门不能填报检查要求。"));
        var from = asked.Validity.From;
        if (TownshipPower.Check(asked, from > time.Today() ? from : time.Today(), catalogue.Current, organisation.Current) is { } beyondPower) faults.Add(beyondPower);
        if (faults.Count > 0) return faults;
        var open = await db.Set<RequirementRow>().Where(row => row.To == null || row.To > from).ToListAsync(cancel);
        if (open.Exists(row => row.Name == asked.Name.Trim() && row.Requirement != id)) return new Refusal("requirement-known", "已有同名的检查要求。", "基础库规则：检查要求名称不重复", "name");
        var standing = id is null ? null : open.Find(row => row.Requirement == id);
        if (id is not null && standing is null) return Refusal.NotFound();
        if (standing is not null)
        {
            if (runner.Check(AccessTable.SetRequirement, Placement.Of(standing.Department)) is { } beyond) return beyond;
            if (standing.Version != version) return Refusal.Stale(standing.Version);
            if (standing.From >= from) return Refusal.Invalid("from", $"须晚于现行要求的生效日期 {standing.From:yyyy-MM-dd}。");
            standing.To = from;
        }
        var row = RequirementRow.Of(asked with { Id = id ?? entropy.NewId(time.GetUtcNow()), Name = asked.Name.Trim() }, entropy.NewId(time.GetUtcNow()));
        db.Add(row);
        return row.Requirement;
    }, cancel);
}

/// <summary>Ends a requirement (停止检查要求).</summary>
public sealed class EndRequirement(UseCaseRunner runner, AppDb db, TimeProvider time)
{
    /// <summary>Ends it today.</summary>
    public Task<Result<string>> Run(string id, long? version, string? reason, CancellationToken cancel) => runner.Write<string>(AccessTable.EndRequirement, reason, async () =>
    {
        var row = await db.Set<RequirementRow>().Where(row => row.Requirement == id && row.To == null).SingleOrDefaultAsync(cancel);
        if (row is null) return Refusal.NotFound();
        if (runner.Check(AccessTable.EndRequirement, Placement.Of(row.Department)) is { } refusal) return refusal;
        if (row.Version != version) return Refusal.Stale(row.Version);
        if (Reasons.Check(reason) is { } missing) return missing;
        row.To = row.From > time.Today() ? row.From.AddDays(1) : time.Today().AddDays(1);
        return id;
    }, cancel);
}

/// <summary>Sets the frequency cap of a risk grade from a day on (设定频次上限).</summary>
public sealed class SetCap(UseCaseRunner runner, AppDb db, Entropy entropy, TimeProvider time)
{
    private const int MostVisits = 12;

    /// <summary>Sets it.</summary>
    public Task<Result<string>> Run(RiskGrade? risk, int? visits, DateOnly? from, string? source, CancellationToken cancel) => runner.Write<string>(AccessTable.SetCap, source, async () =>
    {
        var faults = new List<Refusal>();
        if (risk is null) faults.Add(Refusal.Invalid("risk", "请选择风险等级。"));
        if (visits is not (>= 0 and <= MostVisits)) faults.Add(Refusal.Invalid("visits", $"每年次数应当是 0 至 {MostVisits}。"));
        if (from is null) faults.Add(Refusal.Invalid("from", "请填写生效日期。"));
        if (string.IsNullOrWhiteSpace(source) || source.Length > 200) faults.Add(Refusal.Invalid("source", "请填写公布频次上限的文件，不超过200字。"));
        if (faults.Count > 0) return faults;
        var last = await db.Set<CapRow>().Where(row => row.Risk == risk && row.To == null).SingleOrDefaultAsync(cancel);
        if (last is not null && last.From >= from) return Refusal.Invalid("from", $"须晚于现行上限的生效日期 {last.From:yyyy-MM-dd}。");
        last?.To = from;
        var id = entropy.NewId(time.GetUtcNow());
        db.Add(new CapRow { Id = id, Risk = risk!.Value, Visits = visits!.Value, Source = source!.Trim(), From = from!.Value });
        return id;
    }, cancel);
}

/// <summary>Grants an enterprise's visits beyond the cap (突破频次上限): complaint, risk, transfer or campaign, with the reason.</summary>
public sealed class GrantException(UseCaseRunner runner, AppDb db, CurrentActor current, Entropy entropy, TimeProvider time)
{
    private const int MostVisits = 6;

    /// <summary>Grants it for the enterprise of a target.</summary>
    public Task<Result<string>> Run(string target, int? year, int? visits, CapGround? ground, string? reason, CancellationToken cancel) => runner.Write<string>(AccessTable.GrantException, reason, async () =>
    {
        if (await db.Set<TargetRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == target, cancel) is not { } found) return Refusal.NotFound();
        if (runner.Check(AccessTable.GrantException, found.Placement) is { } refusal) return refusal;
        if (found.MergedInto is not null) return TargetRefusals.Merged;
        var (faults, today) = (new List<Refusal>(), time.Today());
        if (year != today.Year && year != today.Year + 1) faults.Add(Refusal.Invalid("year", "只能批准今年或者明年的检查。"));
        if (visits is not (>= 1 and <= MostVisits)) faults.Add(Refusal.Invalid("visits", $"一次最多批准 {MostVisits} 次。"));
        if (ground is null) faults.Add(new Refusal("cap-ground-missing", "须有投诉举报、风险监测、移送或者专项检查的情形，方可突破频次上限。", "国办发〔2024〕54号：投诉举报、转办交办、数据监测等线索确需检查的除外", "ground"));
        if (Reasons.Check(reason) is { } missing) faults.Add(missing);
        if (faults.Count > 0) return faults;
        var id = entropy.NewId(time.GetUtcNow());
        db.Add(new CapExceptionRow { Id = id, Enterprise = found.Enterprise, Year = year!.Value, Visits = visits!.Value, Ground = ground!.Value, Reason = reason!.Trim(), GrantedBy = current.Actor.Name, GrantedOn = today });
        return id;
    }, cancel);
}

/// <summary>Keeps days free of planned inspections in an area (设定停止检查日).</summary>
public sealed class SetBlackout(UseCaseRunner runner, AppDb db, Snapshot<OrganisationRegister> organisation, Entropy entropy, TimeProvider time)
{
    private const int MostDays = 62;

    /// <summary>Keeps them free.</summary>
    public Task<Result<string>> Run(string? area, DateOnly? from, DateOnly? to, string? reason, CancellationToken cancel) => runner.Write<string>(AccessTable.SetBlackout, reason, async () =>
    {
        if (area is null || organisation.Current.AsOf(time.Today()).Areas.All(one => one.Id != area)) return Refusal.Invalid("area", "请选择片区。");
        if (runner.Check(AccessTable.SetBlackout, new Placement(null, area, [])) is { } refusal) return refusal;
        if (from is null || to is null || to < from || to.Value.DayNumber - from.Value.DayNumber >= MostDays) return Refusal.Invalid("to", $"请填写起止日期，一次不超过 {MostDays} 日。");
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > 200) return Refusal.Invalid("reason", "请填写原因，例如高考、台风，不超过200字。");
        var id = entropy.NewId(time.GetUtcNow());
        db.Add(new BlackoutRow { Id = id, Area = area, From = from.Value, To = to.Value, Reason = reason.Trim() });
        return id;
    }, cancel);
}
