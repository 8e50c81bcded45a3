using Lianzhi.Core.Access;
using Lianzhi.Core.Seals;
using Lianzhi.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Seals;

/// <summary>Requests for the seal that wait for somebody (用印待办).</summary>
internal static class SealTodos
{
    /// <summary>Those that wait for the person's approval as a head; null for people who approve none.</summary>
    public static IQueryable<SealRequestRow>? ToApprove(AppDb db, Actor actor) => Of(db, AccessRules.ScopeOf(actor, AccessTable.ApproveSeal).Units, SealStage.Requested);

    /// <summary>Those that lie with the person as the keeper; null for people who keep no seal.</summary>
    public static IQueryable<SealRequestRow>? ToSeal(AppDb db, Actor actor) => Of(db, AccessRules.ScopeOf(actor, AccessTable.RegisterSeal).Units, SealStage.Approved);

    private static IQueryable<SealRequestRow>? Of(AppDb db, IReadOnlyList<string> units, SealStage stage) =>
        units.Count == 0 ? null : db.Set<SealRequestRow>().AsNoTracking().Where(row => units.Contains(row.Unit) && row.Stage != SealStage.Sealed && row.Stage == stage);
}
