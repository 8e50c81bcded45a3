using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Clues;
using Lianzhi.Core.Dispatch;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Features.Dispatch;
using Lianzhi.Web.Features.Inspections;
using Lianzhi.Web.Features.Plans;
using Lianzhi.Web.Features.Reviews;
using Lianzhi.Web.Features.Seals;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Lists;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Workbench;

/// <summary>One thing the person has to do.</summary>
/// <param name="Title">What, a verb first.</param>
/// <param name="About">Number and party or place.</param>
/// <param name="Href">Where it is done.</param>
/// <param name="Action">Words of the button.</param>
/// <param name="From">Day the period starts from.</param>
/// <param name="DueOn">Last day; <see cref="CaseRow.NoDue"/> when there is none.</param>
/// <param name="Clock">Name of the period.</param>
/// <param name="CalendarDays">True when the period runs in calendar days, false for working days.</param>
public sealed record OpenTodo(string Title, string About, string Href, string Action, DateOnly? From, DateOnly DueOn, string Clock, bool CalendarDays = false);

/// <summary>
/// What a person has to do (待办), found from clues, cases, inspections and joint operations: officers their own, clue handlers the inbox of
/// their unit, heads what waits for their signature.
/// </summary>
public sealed class MyTodos(AppDb db, CurrentActor current, RecentCounts counts, TimeProvider time)
{
    /// <summary>Most that are shown; more are reached from the lists.</summary>
    public const int Most = 50;

    private static readonly InspectionStage[] Going = [InspectionStage.Approved, InspectionStage.Noticed, InspectionStage.Started, InspectionStage.Recorded, InspectionStage.Concluded, InspectionStage.Correcting];
    private static readonly CaseStage[] OfficerStages = [CaseStage.Investigating, CaseStage.Concluded, CaseStage.Noticed, CaseStage.Decided, CaseStage.Served];

    /// <summary>How many are open, counted to <see cref="Most"/> of each kind; for the bell.</summary>
    public Task<int> Count(CancellationToken cancel) => counts.Of(current.Actor.Id, "todos", () => CountNow(cancel), _ => TimeSpan.FromSeconds(5));

    private async Task<int> CountNow(CancellationToken cancel)
    {
        var count = 0;
        if (Clues() is { } clues) count += await clues.Take(Most).CountAsync(cancel);
        if (Own() is { } own) count += await own.Take(Most).CountAsync(cancel);
        if (ToSign() is { } sign) count += await sign.Take(Most).CountAsync(cancel);
        if (ToReview() is { } review) count += await review.Take(Most).CountAsync(cancel);
        if (Orders() is { } orders) count += await orders.Take(Most).CountAsync(cancel);
        if (Letters() is { } letters) count += await letters.Take(Most).CountAsync(cancel);
        if (CaseLetters() is { } received) count += await received.Take(Most).CountAsync(cancel);
        if (ToInspect() is { } inspect) count += await inspect.Take(Most).CountAsync(cancel);
        if (ToApprove() is { } approve) count += await approve.Take(Most).CountAsync(cancel);
        if (ToArrange() is { } arrange) count += await arrange.Take(Most).CountAsync(cancel);
        if (SupervisionTodos.Of(db, current.Actor, time.Today()) is { } supervision) count += await supervision.Take(Most).CountAsync(cancel);
        if (SealTodos.ToApprove(db, current.Actor) is { } seals) count += await seals.Take(Most).CountAsync(cancel);
        if (SealTodos.ToSeal(db, current.Actor) is { } stamps) count += await stamps.Take(Most).CountAsync(cancel);
        count += (await PlanTodos.Of(db, current.Actor, time.Today(), cancel)).Count;
        if (OperationTodos.Of(db, current.Actor, time.Today()) is { } operations) count += await operations.Take(Most).CountAsync(cancel);
        return count;
    }

    /// <summary>The open to-dos, first due first.</summary>
    public async Task<IReadOnlyList<OpenTodo>> List(CancellationToken cancel)
    {
        var todos = new List<OpenTodo>();
        if (Clues() is { } clues)
            todos.AddRange((await clues.OrderBy(row => row.DueOn).ThenBy(row => row.Id).Take(Most).ToListAsync(cancel)).Select(OfClue));
        if (Own() is { } own)
            todos.AddRange((await own.OrderBy(row => row.DueOn).ThenBy(row => row.Id).Take(Most).ToListAsync(cancel)).Select(row => OfCase(row, NextOf(row), "办理")));
        if (ToSign() is { } sign)
            todos.AddRange((await sign.OrderBy(row => row.DueOn).ThenBy(row => row.Id).Take(Most).ToListAsync(cancel)).Select(row => OfCase(row, row.Stage switch
            {
                CaseStage.Proposed => "审批立案",
                CaseStage.Noticed => "审查处罚决定",
                _ => "决定是否公示、结案",
            }, "签批")));
        if (ToReview() is { } review)
            todos.AddRange((await review.OrderBy(row => row.DueOn).ThenBy(row => row.CaseId).Take(Most).ToListAsync(cancel))
                .Select(row => new OpenTodo($"法制审核：{row.Title}", $"{row.Number}　第 {row.Round} 次送审", $"/office/reviews/{row.CaseId}?round={row.Round}", "审核", row.SubmittedOn, row.DueOn, "法制审核")));
        if (Orders() is { } orders) todos.AddRange((await orders.OrderBy(row => row.Id).Take(Most).ToListAsync(cancel)).Select(OfOrder));
        if (Letters() is { } letters)
            todos.AddRange((await letters.OrderBy(row => row.Day).ThenBy(row => row.Id).Take(Most).ToListAsync(cancel))
                .Select(row => new OpenTodo("回复借人函", $"{row.Number}　{row.Purpose}", $"/office/dispatch/letters/{row.Id}", "回复", null, row.Day, "借用日期")));
        if (CaseLetters() is { } received)
            todos.AddRange((await received.OrderBy(row => row.DueOn).ThenBy(row => row.CaseId).Take(Most).ToListAsync(cancel))
                .Select(row => new OpenTodo($"回复{row.FromName}{Core.Documents.MeasurePhrases.Title(row.Kind)}", $"{row.Number}　{row.About}", $"/office/case-letters/{row.CaseId}/{row.Letter}", "回复", row.SentOn, row.DueOn, "请求回复日期")));
        if (ToInspect() is { } inspect)
            todos.AddRange((await inspect.OrderBy(row => row.Day).ThenBy(row => row.Id).Take(Most).ToListAsync(cancel)).Select(row => OfInspection(row, InspectionNames.Of(row.Stage), "办理检查")));
        todos.AddRange((await PlanTodos.Of(db, current.Actor, time.Today(), cancel)).Select(todo => new OpenTodo(
            $"办理{todo.Until.Month}月检查任务", $"{todo.Title}　{todo.Open + todo.Late} 户次{(todo.Late > 0 ? $"，其中逾期 {todo.Late}" : "")}", $"/office/plans/{todo.Plan}/tasks?month={todo.Until.Month}&unit={todo.Unit}", "查看任务", null, todo.Until, "月度任务")));
        if (SupervisionTodos.Of(db, current.Actor, time.Today()) is { } supervision)
            todos.AddRange((await supervision.OrderBy(row => row.AnswerDueOn).ThenBy(row => row.Id).Take(Most).ToListAsync(cancel)).Select(row => SupervisionTodos.Todo(row, current.Actor)));
        if (SealTodos.ToSeal(db, current.Actor) is { } stamps)
            todos.AddRange((await stamps.OrderBy(row => row.AskedOn).ThenBy(row => row.Id).Take(Most).ToListAsync(cancel)).Select(row => OfSeal(row, "用印", "登记用印")));
        todos.AddRange(await ToDecide(cancel));
        return [.. todos.OrderBy(todo => todo.DueOn).ThenBy(todo => todo.Href, StringComparer.Ordinal).Take(Most)];
    }

    /// <summary>What waits for the person's decision outside cases: inspections and seals to approve, clues reported to the area chief, joint operations.</summary>
    internal async Task<IReadOnlyList<OpenTodo>> ToDecide(CancellationToken cancel)
    {
        var todos = new List<OpenTodo>();
        if (ToApprove() is { } approve)
            todos.AddRange((await approve.OrderBy(row => row.Id).Take(Most).ToListAsync(cancel)).Select(row => OfInspection(row, "审批行政检查", "审批")));
        if (ToArrange() is { } arrange)
            todos.AddRange((await arrange.OrderBy(row => row.DueOn).ThenBy(row => row.Id).Take(Most).ToListAsync(cancel))
                .Select(row => new OpenTodo("下达片长安排", $"{row.Number}　{row.Address}", $"/office/clues/{row.Id}", "安排", row.StepFrom, row.DueOn, "受理期限")));
        if (SealTodos.ToApprove(db, current.Actor) is { } seals)
            todos.AddRange((await seals.OrderBy(row => row.AskedOn).ThenBy(row => row.Id).Take(Most).ToListAsync(cancel)).Select(row => OfSeal(row, "批准用印", "审批")));
        if (OperationTodos.Of(db, current.Actor, time.Today()) is { } operations) todos.AddRange((await operations.OrderBy(row => row.Id).Take(Most).ToListAsync(cancel)).Select(row => OperationTodos.Todo(row, current.Actor)));
        return [.. todos.OrderBy(todo => todo.DueOn).ThenBy(todo => todo.Href, StringComparer.Ordinal)];
    }

    /// <summary>Clues reported to the person as area chief.</summary>
    private IQueryable<ClueRow>? ToArrange()
    {
        var areas = AccessRules.ScopeOf(current.Actor, AccessTable.ArrangeClue).Areas;
        return areas.Count == 0 ? null : db.Set<ClueRow>().AsNoTracking().Where(row => row.Area != null && areas.Contains(row.Area) && row.State == ClueState.Reported);
    }

    private IQueryable<ClueRow>? Clues()
    {
        var scope = AccessRules.ScopeOf(current.Actor, AccessTable.AcceptClue);
        if (scope.Units.Count == 0 || !current.Actor.Assignments.Any(held => held.Role is Role.BrigadeLeader or Role.Liaison or Role.TownshipDeputy)) return null;
        return db.Set<ClueRow>().AsNoTracking().Where(row => scope.Units.Contains(row.Unit)
            && (row.State == ClueState.Unseen || row.State == ClueState.Seen || row.State == ClueState.Accepted
                || ((row.State == ClueState.Filed || row.State == ClueState.Closed) && row.DueOn < ClueRow.NoDue)));
    }

    private IQueryable<CaseRow>? Own() => current.Actor.OfficerId is not { } officer || !current.Actor.Holds(Role.Officer) ? null
        : db.Set<CaseRow>().AsNoTracking().Where(row => OfficerStages.Contains(row.Stage)
            && db.Set<CaseOfficerRow>().Any(assigned => assigned.CaseId == row.Id && assigned.OfficerId == officer));

    /// <summary>Letters from cases of other units that the person's unit has not answered.</summary>
    private IQueryable<CaseLetterRow>? CaseLetters()
    {
        var units = AccessRules.ScopeOf(current.Actor, AccessTable.AnswerCaseLetter).Units;
        return units.Count == 0 ? null : db.Set<CaseLetterRow>().AsNoTracking().Where(row => units.Contains(row.Unit) && row.AnsweredOn == null);
    }

    private IQueryable<ReviewRow>? ToReview() => current.Actor.OfficerId is not { } officer || !current.May(AccessTable.ReviewCase) ? null
        : db.Set<ReviewRow>().AsNoTracking().Where(row => row.Waits && row.ReviewerId == officer);

    /// <summary>Orders of the person that are not done, from today on: their bookings lead to them.</summary>
    private IQueryable<DispatchCrewRow>? Orders()
    {
        if (current.Actor.OfficerId is not { } officer) return null;
        var today = time.Today();
        var midnight = Core.TimeSlot.Of(today, 0, 1).From.ToUniversalTime();
        return db.Set<DispatchCrewRow>().AsNoTracking().Where(row => (row.Stage == OrderStage.Issued || row.Stage == OrderStage.Acknowledged || row.Stage == OrderStage.Started)
            && db.Set<OfficerBookingRow>().Any(booking => booking.OfficerId == officer && booking.BeginsAt >= midnight && booking.CrewId == row.Id));
    }

    /// <summary>Letters that ask the person's unit for officers.</summary>
    private IQueryable<BorrowLetterRow>? Letters()
    {
        var (units, today) = (AccessRules.ScopeOf(current.Actor, AccessTable.AnswerLetter).Units, time.Today());
        return units.Count == 0 ? null : db.Set<BorrowLetterRow>().AsNoTracking().Where(row => units.Contains(row.Home) && row.Day >= today && !row.Withdrawn && row.Agrees == null);
    }

    private IQueryable<CaseRow>? ToSign()
    {
        var units = current.Actor.Assignments.Where(held => held.Role is Role.Head or Role.DeputyHead).Select(held => held.Unit).OfType<string>().ToList();
        return units.Count == 0 ? null : db.Set<CaseRow>().AsNoTracking().Where(row => units.Contains(row.Unit)
            && (row.Stage == CaseStage.Proposed || row.Stage == CaseStage.Noticed || row.Stage == CaseStage.Served));
    }

    /// <summary>Inspections of the officer that go on.</summary>
    private IQueryable<InspectionRow>? ToInspect() => current.Actor.OfficerId is not { } officer || !current.Actor.Holds(Role.Officer) ? null
        : db.Set<InspectionRow>().AsNoTracking().Where(row => Going.Contains(row.Stage) && db.Set<InspectionOfficerRow>().Any(assigned => assigned.InspectionId == row.Id && assigned.OfficerId == officer));

    private IQueryable<InspectionRow>? ToApprove()
    {
        var units = current.Actor.Assignments.Where(held => held.Role is Role.Head).Select(held => held.Unit).OfType<string>().ToList();
        return units.Count == 0 ? null : db.Set<InspectionRow>().AsNoTracking().Where(row => units.Contains(row.Unit) && row.Stage == InspectionStage.Proposed);
    }

    private static OpenTodo OfInspection(InspectionRow row, string title, string action) => new(
        $"{title}：{row.TargetName}", $"{row.Number}　{row.Scope.Replace("|", "、", StringComparison.Ordinal)}", $"/office/inspections/{row.Id}", action, null,
        row.Stage switch { InspectionStage.Correcting => row.RecheckDueOn, InspectionStage.Recorded or InspectionStage.Concluded => row.ResultDueOn, _ => null } ?? row.Day,
        row.Stage switch { InspectionStage.Correcting => "复查期限", InspectionStage.Recorded or InspectionStage.Concluded => "结果告知期限", _ => "检查日期" });

    private static OpenTodo OfSeal(SealRequestRow row, string title, string action) =>
        new($"{title}：{row.Title}", $"{row.PaperNumber ?? row.FileNumber}　{row.Copies} 份，{row.AskerName}申请", $"/office/seals/{row.Id}", action, null, CaseRow.NoDue, "申请用印");

    private static OpenTodo OfClue(ClueRow row) => new(
        row.State switch { ClueState.Accepted => "办理线索", ClueState.Filed or ClueState.Closed => "答复12345工单", _ => "决定是否受理线索" }, $"{row.Number}　{row.Address}", $"/office/clues/{row.Id}", "查看线索",
        row.StepFrom, row.DueOn, ClueMarks.Clock(row.State));

    private static OpenTodo OfOrder(DispatchCrewRow row) => new(
        row.Stage switch { OrderStage.Issued => "签收调度令", OrderStage.Acknowledged => "按调度令出发", _ => "登记任务结果" }, $"{row.Number}　{row.Name}", $"/office/dispatch/crews/{row.Id}",
        row.Stage switch { OrderStage.Issued => "签收", OrderStage.Acknowledged => "查看任务", _ => "登记" }, null, row.Day, "调度令");

    private static OpenTodo OfCase(CaseRow row, string title, string action) => new(
        $"{title}：{row.Cause}", $"{row.Number ?? "待立案"}　{row.MaskedPartyName}", $"/office/cases/{row.Id}", action,
        row.DueClock switch
        {
            CaseProjection.Decision => row.FiledOn,
            CaseProjection.Service => row.DecidedOn,
            CaseProjection.Payment => row.ServedOn,
            _ => null,
        },
        row.DueOn, row.DueClock ?? row.Stage.Title(), row.DueClock is CaseProjection.Decision or CaseProjection.Payment);

    /// <summary>What the officers of a case do next, as far as its row tells.</summary>
    private static string NextOf(CaseRow row) => row.Stage switch
    {
        CaseStage.Investigating => "调查取证",
        CaseStage.Concluded => "送达事先告知书",
        CaseStage.Noticed => "听取陈述申辩",
        CaseStage.Decided => "送达决定书",
        CaseStage.Served when row.DueClock == CaseProjection.Payment => "登记缴款",
        _ => "办理结案",
    };
}
