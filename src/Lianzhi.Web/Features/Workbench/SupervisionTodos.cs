using Lianzhi.Core.Access;
using Lianzhi.Core.Supervision;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Workbench;

/// <summary>Papers of supervision that wait (执法监督待办): heads answer what was written to their body, the bureau looks at answers and at what is past its day.</summary>
internal static class SupervisionTodos
{
    /// <summary>Those that wait for this person.</summary>
    public static IQueryable<SupervisionRow>? Of(AppDb db, Actor actor, DateOnly today)
    {
        var units = AccessRules.ScopeOf(actor, AccessTable.AnswerSupervision).Units;
        var looks = actor.Holds(Role.JusticeSupervisor);
        if (units.Count == 0 && !looks) return null;
        return db.Set<SupervisionRow>().AsNoTracking().Where(row =>
            (units.Contains(row.Body) && (row.State == SupervisionState.Issued || row.State == SupervisionState.Returned))
            || (looks && (row.State == SupervisionState.Answered || ((row.State == SupervisionState.Issued || row.State == SupervisionState.Returned) && row.AnswerDueOn < today))));
    }

    /// <summary>The to-do of one.</summary>
    public static OpenTodo Todo(SupervisionRow row, Actor actor)
    {
        var own = AccessRules.ScopeOf(actor, AccessTable.AnswerSupervision).Units.Contains(row.Body);
        var (title, action) = row.State == SupervisionState.Answered ? ($"审核监督回复：{row.BodyName}", "审核")
            : own ? ($"回复{row.BureauName}{SupervisionRules.Name(row.Kind)}", "回复") : ($"逾期未回复监督文书：{row.BodyName}", "查看");
        return new(title, $"{row.Number}　{row.Matter}", $"/office/supervision/{row.Id}", action, row.State == SupervisionState.Answered ? null : row.IssuedOn, row.State == SupervisionState.Answered ? CaseRow.NoDue : row.AnswerDueOn,
            "监督文书回复期限", CalendarDays: true);
    }
}
