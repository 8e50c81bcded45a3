using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Components.Clocks;
using Lianzhi.Web.Components.Lists;
using Lianzhi.Web.Components.Marks;
using Lianzhi.Web.Components.Work;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Duty;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Workbench;

/// <summary>What the workbench shows.</summary>
/// <param name="Todos">To-dos, first due first.</param>
/// <param name="Reminders">What will go wrong if nobody acts.</param>
/// <param name="Figures">Counts of the person's cases by stage, each a link to its list; empty for people without cases.</param>
/// <param name="Cases">The cases in reach that fall due first.</param>
public sealed record WorkbenchView(IReadOnlyList<Todo> Todos, IReadOnlyList<Reminders.Reminder> Reminders, IReadOnlyList<Figure> Figures, IReadOnlyList<CaseLine> Cases);

/// <summary>Shows the workbench (工作台).</summary>
public sealed class ViewWorkbench(
    UseCaseRunner runner, MyTodos todos, ListCases cases, CaseReminders reminders, OutsideWork outside, CurrentActor current, TimeProvider time, Snapshot<WorkCalendar> calendar, Snapshot<OrganisationRegister> organisation)
{
    private static readonly CaseStage[] Underway = [CaseStage.Proposed, CaseStage.Investigating, CaseStage.Concluded, CaseStage.Noticed, CaseStage.Decided, CaseStage.Served];

    /// <summary>Loads it.</summary>
    public Task<Result<WorkbenchView>> Run(CancellationToken cancel) => runner.Read<WorkbenchView>(AccessTable.ViewWorkbench, async () =>
    {
        var open = await todos.List(cancel);
        return new WorkbenchView([.. open.Select(Look)], [.. await reminders.List(cancel), .. (await outside.List(cancel)).Select(Tell), .. Warn()], await Figures(cancel), await FirstDue(open, cancel));
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

    private static Reminders.Reminder Tell(OutsideUse use) => new(
        $"{use.Officer.Name}被安排执法以外的工作", $"{use.Last.Slot}：{use.Last.Note}。本年累计 {use.Times} 次，{use.Hours:0.#} 小时；派驻期间应当用于执法，有异议的向片长提出。", Icon: "user-share", $"/office/officers/{use.Officer.Id}", "查看");

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
        var counts = (await cases.Counts(Underway, cancel)).Value ?? new Dictionary<CaseStage, int>();
        return [.. Underway.Where(counts.ContainsKey).Select(stage => new Figure(stage.Title(), Walks.Figure(counts[stage]), "件", $"/office/cases?stage={stage}", Icon: "briefcase"))];
    }
}
