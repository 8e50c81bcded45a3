using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Components.Clocks;
using Lianzhi.Web.Components.Lists;
using Lianzhi.Web.Components.Marks;
using Lianzhi.Web.Components.Work;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Workbench;

/// <summary>What the workbench shows.</summary>
/// <param name="Todos">To-dos, first due first.</param>
/// <param name="Reminders">What will go wrong if nobody acts.</param>
/// <param name="Figures">Counts of the person's cases by stage, each a link to its list; empty for people without cases.</param>
/// <param name="Cases">The cases in reach that fall due first.</param>
public sealed record WorkbenchView(IReadOnlyList<Todo> Todos, IReadOnlyList<Reminders.Reminder> Reminders, IReadOnlyList<Figure> Figures, IReadOnlyList<CaseLine> Cases);

/// <summary>Shows the workbench (工作台).</summary>
public sealed class ViewWorkbench(
    UseCaseRunner runner, MyTodos todos, ListCases cases, CurrentActor current, AppDb db, TimeProvider time, Snapshot<WorkCalendar> calendar, Snapshot<OrganisationRegister> organisation)
{
    /// <summary>Loads it.</summary>
    public Task<Result<WorkbenchView>> Run(CancellationToken cancel) => runner.Read<WorkbenchView>(AccessTable.ViewWorkbench, async () =>
    {
        var open = await todos.List(cancel);
        return new WorkbenchView([.. open.Select(Look)], Warn(), await Figures(cancel), await FirstDue(open, cancel));
    });

    private Todo Look(OpenTodo todo)
    {
        var today = time.Today();
        if (todo.DueOn == CaseRow.NoDue) return new Todo(todo.Title, todo.About, todo.Href, todo.Action, StatusKind.Run, "无期限", [], todo.Clock);
        // A party's period that passed is never our delay.
        if (todo.DueOn < today && CaseProjection.IsOfParty(todo.Clock))
            return new Todo(todo.Title, todo.About, todo.Href, todo.Action, StatusKind.Due, "届满，未缴清", [], $"{Components.ChineseDates.WithWeekday(todo.DueOn)} {todo.Clock}");
        var working = todo.CalendarDays ? null : calendar.Current;
        var (kind, state) = PeriodLook.Left(todo.DueOn, today, working);
        var period = todo.From is { } from ? PeriodLook.Course(from, todo.DueOn, today, working) : null;
        return new Todo(todo.Title, todo.About, todo.Href, todo.Action, kind, state,
            todo.From is { } start && period is null ? [.. PeriodLook.Days(start, todo.DueOn, today, calendar.Current, todo.CalendarDays).TakeLast(16)] : [],
            $"{Components.ChineseDates.WithWeekday(todo.DueOn)} {todo.Clock}", period);
    }

    /// <summary>What falls due first in reach of the person and is not already to be done by him.</summary>
    private async Task<IReadOnlyList<CaseLine>> FirstDue(IReadOnlyList<OpenTodo> open, CancellationToken cancel) =>
        current.May(AccessTable.ListCases) && await cases.Run(new CaseFilter(Sort: "due", Limit: "50"), cancel) is { IsOk: true } page
            ? [.. page.Value.Items.Where(line => line.DueOn is not null && !open.Any(todo => todo.Href == $"/office/cases/{line.Id}")).Take(6)] : [];

    /// <summary>Certificates about to end and posts without a holder, in the person's own units.</summary>
    private List<Reminders.Reminder> Warn()
    {
        var today = organisation.Current.AsOf(time.Today());
        var units = current.Actor.Assignments.Select(held => held.Unit).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. RosterChecks.Of(today).Concat(RosterChecks.Expiring(today)).DistinctBy(warning => warning.Message).Where(warning => units.Contains(warning.Place)).Take(5)
            .Select(warning => new Reminders.Reminder(today.UnitName(warning.Place), warning.Message, Icon: "certificate", warning.OfficerId is { } id ? $"/office/officers/{id}" : "/office/organisation", "查看", warning.Basis))];
    }

    private async Task<IReadOnlyList<Figure>> Figures(CancellationToken cancel)
    {
        if (!current.May(AccessTable.ListCases)) return [];
        var scope = AccessRules.ScopeOf(current.Actor, AccessTable.ListCases);
        var rows = db.Set<CaseRow>().AsNoTracking();
        if (!scope.Everything)
            rows = rows.Where(row => scope.Units.Contains(row.Unit) || (row.Area != null && scope.Areas.Contains(row.Area))
                || db.Set<CaseOfficerRow>().Any(officer => officer.CaseId == row.Id && scope.AssignedTo.Contains(officer.OfficerId)));
        var counts = await rows.Where(row => row.Stage != CaseStage.Closed && row.Stage != CaseStage.Refused)
            .GroupBy(row => row.Stage).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        return [.. new[] { CaseStage.Proposed, CaseStage.Investigating, CaseStage.Concluded, CaseStage.Noticed, CaseStage.Decided, CaseStage.Served }
            .Select(stage => new Figure(stage.Title(), $"{counts.GetValueOrDefault(stage)}", "件", $"/office/cases?stage={stage}", Icon: "briefcase"))];
    }
}
