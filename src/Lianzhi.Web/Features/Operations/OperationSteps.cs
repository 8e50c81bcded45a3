using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Operations;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Operations;

/// <summary>An operation to open.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Title">Title.</param>
/// <param name="Reason">Why.</param>
/// <param name="Townships">Townships it takes place in.</param>
/// <param name="Units">Units asked to take part.</param>
/// <param name="Handler">Who makes the decisions that follow.</param>
/// <param name="ReplyDueOn">Last day for replies.</param>
/// <param name="ClueId">The clue that was reported.</param>
public sealed record OperationToOpen(OperationKind? Kind, string? Title, string? Reason, IReadOnlyList<string> Townships, IReadOnlyList<string> Units, string? Handler, DateOnly? ReplyDueOn, string? ClueId);

/// <summary>Opens a joint operation: the 片长 arranges one across townships in writing (片长安排), a 副片长 begins a simple one in his township (简易联动).</summary>
public sealed class OpenOperation(UseCaseRunner runner, AppDb db, OperationDesk desk)
{
    /// <summary>Opens it.</summary>
    public Task<Result<string>> Run(OperationToOpen asked, CancellationToken cancel) =>
        asked.Kind is not { } kind ? Task.FromResult<Result<string>>(Refusal.Invalid("kind", "请选择联片联合执法或者简易联动。"))
        : runner.Write<string>(kind == OperationKind.Simple ? AccessTable.OpenSimpleOperation : AccessTable.ArrangeOperation, asked.Reason, () => Open(kind, asked, cancel), cancel);

    private async Task<Result<string>> Open(OperationKind kind, OperationToOpen asked, CancellationToken cancel)
    {
        var organisation = desk.Cases.Organisation;
        var faults = OperationFlow.Open(kind, asked.Title, asked.Reason, asked.Townships, asked.Units, asked.ReplyDueOn, desk.Today).ToList();
        var areas = asked.Townships.Select(organisation.AreaOf).Distinct().ToList();
        if (areas is not [{ } area])
        {
            if (asked.Townships.Count > 0) faults.Add(Refusal.Invalid("townships", "所选镇（街道）应当在同一片区；跨片区的，同时报两片区片长，由区城市管理和综合执法局协调。"));
            area = "";
        }
        if (asked.Units.FirstOrDefault(unit => !Acts(organisation, unit)) is not null) faults.Add(Refusal.Invalid("units", "参与单位应当是镇（街道）或者区级执法部门。"));
        if (asked.Handler is not { } handler || !Acts(organisation, handler)) faults.Add(Refusal.Invalid("handler", "请选择违法行为由哪个案发地镇（街道）或者区级部门处理。"));
        if (asked.ClueId is { Length: > 0 } clue && !await db.Set<ClueRow>().AnyAsync(row => row.Id == clue, cancel)) faults.Add(Refusal.Invalid("clue", "没有这条线索。"));
        if (faults.Count > 0) return faults;
        var row = new OperationRow
        {
            Id = desk.NewId(),
            Kind = kind,
            Stage = kind == OperationKind.Simple ? OperationStage.Drafting : OperationStage.Arranged,
            Area = area,
            Townships = string.Join('|', asked.Townships.Order(StringComparer.Ordinal)),
            Township = kind == OperationKind.Simple ? asked.Townships[0] : null,
            Title = asked.Title!.Trim(),
            Reason = asked.Reason!.Trim(),
            Handler = asked.Handler!,
            ClueId = string.IsNullOrEmpty(asked.ClueId) ? null : asked.ClueId,
            ReplyDueOn = kind == OperationKind.Simple ? null : asked.ReplyDueOn,
            Leader = desk.Actor.Name,
            OpenedOn = desk.Today,
        };
        if (runner.Check(kind == OperationKind.Simple ? AccessTable.OpenSimpleOperation : AccessTable.ArrangeOperation, row.Placement) is { } refusal) return refusal;
        db.Add(row);
        foreach (var unit in asked.Units.Distinct()) db.Add(new OperationUnitRow { OperationId = row.Id, Unit = unit });
        return row.Id;
    }

    private static bool Acts(OrganisationAsOf organisation, string unit) => organisation.Township(unit) is not null || organisation.Department(unit) is { Enforces: true, Level: OrganLevel.District };
}

/// <summary>A unit answers to the arrangement (单位回复).</summary>
public sealed class ReplyToOperation(OperationDesk desk)
{
    /// <summary>Answers; who cannot come says why.</summary>
    public Task<Result<string>> Run(string id, string? unit, bool? agrees, string? text, CancellationToken cancel) =>
        desk.Take(AccessTable.ReplyToOperation, OperationStep.Reply, id, null, text, new Placement(unit, null, []), (folder, _) =>
        {
            if (folder.Units.FirstOrDefault(row => row.Unit == unit) is not { } row) return [Refusal.Invalid("unit", "该单位不参与本次行动。")];
            if (agrees is null) return [Refusal.Invalid("agrees", "请选择参加或者不能参加。")];
            if (text?.Length > 500) return [Refusal.Invalid("text", "不能超过500字。")];
            if (agrees == false && string.IsNullOrWhiteSpace(text)) return [Refusal.Invalid("text", "不能参加的，请写明原因。")];
            (row.Agrees, row.Reply, row.RepliedOn) = (agrees, text?.Trim(), desk.Today);
            if (folder.Row.Stage == OperationStage.Arranged && folder.Units.All(one => one.Agrees is not null)) folder.Row.Stage = OperationStage.Drafting;
            return [];
        }, cancel);
}

/// <summary>A person to send, and for whom he acts.</summary>
public sealed record PersonToSend(string Officer, string ActsFor);

/// <summary>The plan of an operation.</summary>
public sealed record OperationPlan(DateOnly? Day, string? Gathering, string? Tasks, string? Equipment, string? Safety, string? Helpers, IReadOnlyList<PersonToSend> People)
{
    /// <summary>Ids of the vehicles and equipment to book; null leaves what is booked, an empty list gives it back.</summary>
    public IReadOnlyList<string>? Gear { get; init; }
}

/// <summary>Makes the plan (制定行动方案): two certified officers for each subject that acts.</summary>
public sealed class PlanOperation(AppDb db, OperationDesk desk)
{
    /// <summary>Makes it, or changes it; what was ordered is ordered anew.</summary>
    public Task<Result<string>> Run(string id, long? version, OperationPlan asked, CancellationToken cancel) =>
        desk.Take(AccessTable.PlanOperation, OperationStep.Plan, id, version, null, null, async (folder, file) =>
        {
            var faults = OperationFlow.Plan(asked.Day, asked.Gathering, asked.Tasks, asked.Equipment, asked.Safety, asked.Helpers, desk.Today).ToList();
            if (OperationFlow.Replies(file, desk.Today) is { } open) faults.Add(open);
            var found = desk.Crews(folder, file, asked.People, asked.Day ?? desk.Today, await desk.Stations(cancel));
            if (!found.IsOk) faults.AddRange(found.Refusals);
            faults.AddRange(await desk.Recused(folder, asked.People.Select(person => person.Officer), cancel));
            faults.AddRange(await desk.Elsewhere(folder, asked.People.Select(person => person.Officer), asked.Day ?? desk.Today, asked.Gathering, cancel));
            if (faults.Count > 0) return faults;
            if (await desk.Book(folder, asked.Gear, asked.Day!.Value, asked.Gathering, cancel) is { Count: > 0 } taken) return taken;
            var crews = found.Value!;
            foreach (var before in folder.People.Where(before => crews.All(person => person.OfficerId != before.OfficerId || person.ActsFor != before.ActsFor))) db.Remove(before);
            foreach (var person in crews.Where(person => folder.People.All(before => before.OfficerId != person.OfficerId || before.ActsFor != person.ActsFor))) db.Add(person);
            (folder.Row.Day, folder.Row.Gathering, folder.Row.Tasks) = (asked.Day, asked.Gathering!.Trim(), asked.Tasks!.Trim());
            (folder.Row.Equipment, folder.Row.Safety, folder.Row.Helpers) = (Text(asked.Equipment), Text(asked.Safety), Text(asked.Helpers));
            // What was ordered is ordered anew: until then nobody is bound.
            await desk.Bind(folder, ordered: false, cancel);
            (folder.Row.Stage, folder.Row.OrderedOn) = (OperationStage.Planned, null);
            return [];
        }, cancel);

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Orders it (下达调度令): the 片长, or the 副片长 for a simple one.</summary>
public sealed class OrderOperation(OperationDesk desk)
{
    /// <summary>Orders it: everybody must still be lawful, and every unit still send.</summary>
    public Task<Result<string>> Run(string id, long? version, CancellationToken cancel) => desk.Take(AccessTable.OrderOperation, OperationStep.Order, id, version, null, null, async (folder, file) =>
    {
        if (folder.Row.Day < desk.Today) return [new Refusal("day-over", "行动日期已过，请先调整方案。", "漳龙政〔2024〕40号：组织联合执法活动")];
        var still = desk.Crews(folder, file, [.. folder.People.Select(person => new PersonToSend(person.OfficerId, person.ActsFor))], folder.Row.Day!.Value, await desk.Stations(cancel));
        if (!still.IsOk) return [.. still.Refusals.Select(refusal => refusal with { Field = null })];
        if (await desk.Recused(folder, folder.People.Select(person => person.OfficerId), cancel) is { Count: > 0 } recused) return [.. recused.Select(refusal => refusal with { Field = null })];
        if (await desk.Elsewhere(folder, folder.People.Select(person => person.OfficerId), folder.Row.Day!.Value, folder.Row.Gathering, cancel) is { Count: > 0 } elsewhere) return [.. elsewhere.Select(refusal => refusal with { Field = null })];
        await desk.Bind(folder, ordered: true, cancel);
        (folder.Row.Stage, folder.Row.OrderedOn) = (OperationStage.Ordered, desk.Today);
        return [];
    }, cancel);
}

/// <summary>The leader notes who came (集合签到); nobody signs in by himself, and nobody is tracked.</summary>
public sealed class SignInOperation(OperationDesk desk)
{
    /// <summary>Notes it.</summary>
    public Task<Result<string>> Run(string id, long? version, IReadOnlyList<string> present, string? absent, string? late, CancellationToken cancel) =>
        desk.Take(AccessTable.SignInOperation, OperationStep.SignIn, id, version, late, null, async (folder, file) =>
        {
            var faults = OperationFlow.SignIn(file, [.. present], absent, late, desk.Today).ToList();
            // Noted later it is judged by the day of the operation, not by the day of the note.
            var day = desk.Cases.OrganisationOn(folder.Row.Day!.Value);
            faults.AddRange(from person in file.People
                            where present.Contains(person.Officer.Id) && day.ValidCertificate(person.Officer.Id) is null
                            select new Refusal("certificate-not-valid", $"{person.Officer.Name}当日没有有效的行政执法证，不得执法，请登记为未到场并写明原因。", "行政处罚法 第42条", "present"));
            faults.AddRange((await desk.Recused(folder, present, cancel)).Select(refusal => refusal with { Field = "present" }));
            if (faults.Count > 0) return faults;
            foreach (var person in folder.People) (person.Present, person.Absent) = present.Contains(person.OfficerId) ? (true, null) : (false, absent!.Trim());
            (folder.Row.Stage, folder.Row.SignedInOn, folder.Row.LateReason) = (OperationStage.Running, desk.Today, folder.Row.Day < desk.Today ? late!.Trim() : null);
            return [];
        }, cancel);
}

/// <summary>A unit reports what it did (登记结果): where it inspected here, the figures are those of its records.</summary>
public sealed class ReportOperation(OperationDesk desk)
{
    /// <summary>Reports it.</summary>
    public Task<Result<string>> Run(string id, string? unit, string? result, int? inspected, int? found, CancellationToken cancel) =>
        desk.Take(AccessTable.ReportOperation, OperationStep.Report, id, null, null, new Placement(unit, null, []), async (folder, file) =>
        {
            var kept = (await desk.Figures(folder.Row, cancel)).GetValueOrDefault(unit ?? "");
            var (places, problems) = (inspected ?? kept?.Inspected ?? 0, found ?? kept?.Found ?? 0);
            var faults = OperationFlow.Report(file, unit, result, places, problems, kept);
            if (faults.Count > 0) return faults;
            var row = folder.Units.First(one => one.Unit == unit);
            (row.Result, row.Inspected, row.Found) = (result!.Trim(), places, problems);
            return [];
        }, cancel);
}

/// <summary>Sums it up (行动小结).</summary>
public sealed class SumUpOperation(OperationDesk desk)
{
    /// <summary>Sums it up.</summary>
    public Task<Result<string>> Run(string id, long? version, string? summary, CancellationToken cancel) => desk.Take(AccessTable.SumUpOperation, OperationStep.SumUp, id, version, null, null, (folder, file) =>
    {
        var faults = OperationFlow.SumUp(file, summary);
        if (faults.Count > 0) return faults;
        (folder.Row.Stage, folder.Row.Summary, folder.Row.SummedOn) = (OperationStage.Finished, summary!.Trim(), desk.Today);
        return [];
    }, cancel);
}

/// <summary>Gives it up before it begins (取消行动).</summary>
public sealed class CancelOperation(OperationDesk desk)
{
    /// <summary>Gives it up.</summary>
    public Task<Result<string>> Run(string id, long? version, string? reason, CancellationToken cancel) => desk.Take(AccessTable.CancelOperation, OperationStep.Cancel, id, version, reason, null, async (folder, _) =>
    {
        if (OperationFlow.Missing(reason, "reason", "取消的理由", 500) is { } missing) return [missing];
        if (await desk.Book(folder, [], folder.Row.Day ?? desk.Today, folder.Row.Gathering, cancel) is { Count: > 0 } kept) return kept;
        await desk.Bind(folder, ordered: false, cancel);
        (folder.Row.Stage, folder.Row.CancelReason) = (OperationStage.Cancelled, reason!.Trim());
        return [];
    }, cancel);
}
