using Lianzhi.Core.Access;
using Lianzhi.Core.Operations;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Operations;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Workbench;

/// <summary>What a person has to do in joint operations (联合行动待办): units answer and report, leaders plan, order and gather, officers come.</summary>
internal static class OperationTodos
{
    private static readonly OperationStage[] Led = [OperationStage.Drafting, OperationStage.Planned, OperationStage.Ordered, OperationStage.Running];

    /// <summary>Operations that wait for this person.</summary>
    public static IQueryable<OperationRow>? Of(AppDb db, Actor actor, DateOnly today)
    {
        var (leads, answers) = (AccessRules.ScopeOf(actor, AccessTable.SignInOperation), AccessRules.ScopeOf(actor, AccessTable.ReplyToOperation));
        if (leads.Everything || (leads.Units.Count == 0 && leads.Areas.Count == 0 && answers.Units.Count == 0 && actor.OfficerId is null)) return null;
        var (officer, townships, areas, units) = (actor.OfficerId, leads.Units, leads.Areas, answers.Units);
        return db.Set<OperationRow>().AsNoTracking().Where(row => (Led.Contains(row.Stage) || row.Stage == OperationStage.Arranged)
            && ((row.Township != null && townships.Contains(row.Township) && Led.Contains(row.Stage))
                || (row.Township == null && areas.Contains(row.Area) && (Led.Contains(row.Stage) || row.ReplyDueOn < today))
                || (row.Stage == OperationStage.Arranged && db.Set<OperationUnitRow>().Any(unit => unit.OperationId == row.Id && units.Contains(unit.Unit) && unit.Agrees == null))
                || (row.Stage == OperationStage.Running && db.Set<OperationUnitRow>().Any(unit => unit.OperationId == row.Id && units.Contains(unit.Unit) && unit.Result == null))
                || (row.Stage == OperationStage.Ordered && db.Set<OperationPersonRow>().Any(person => person.OperationId == row.Id && person.OfficerId == officer))));
    }

    /// <summary>The to-do of one; an arrangement waits for the 片长 who made it only when its term for replies is over.</summary>
    public static OpenTodo Todo(OperationRow row, Actor actor) => new(
        row.Stage switch
        {
            OperationStage.Arranged when AccessRules.ScopeOf(actor, AccessTable.SignInOperation).Areas.Contains(row.Area) => $"回复期限已过，制定行动方案：{row.Title}",
            OperationStage.Arranged => $"回复片长安排：{row.Title}",
            OperationStage.Drafting => $"制定行动方案：{row.Title}",
            OperationStage.Planned => $"下达调度令：{row.Title}",
            OperationStage.Ordered => $"参加联合行动：{row.Title}",
            _ => $"登记结果、小结：{row.Title}",
        },
        $"{OperationFlow.Name(row.Kind)}　负责人{row.Leader}", $"/office/operations/{row.Id}", "查看行动", null, (row.Stage == OperationStage.Arranged ? row.ReplyDueOn : row.Day) ?? CaseRow.NoDue,
        row.Stage == OperationStage.Arranged ? "回复期限" : "行动日期");
}
