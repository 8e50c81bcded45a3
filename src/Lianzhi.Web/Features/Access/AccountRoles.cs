using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Access;

/// <summary>Gives, confirms and ends roles (授权、确认、终止); a change ends the sessions of the account, so that it counts at once.</summary>
public sealed class AccountRoles(UseCaseRunner runner, AppDb db, CurrentActor current, TimeProvider time, Entropy entropy)
{
    /// <summary>Gives a role from today; it waits for a justice supervisor unless it reaches no case.</summary>
    public Task<Result<string>> Grant(string accountId, Role role, string? unit, string? area, string? reason, CancellationToken cancel) =>
        runner.Write<string>(AccessTable.GrantRole, reason, async () =>
        {
            if (string.IsNullOrWhiteSpace(reason)) return Refusal.Invalid("reason", "请填写授权理由。");
            if (!await db.Users.AnyAsync(row => row.Id == accountId, cancel)) return Refusal.NotFound();
            if (RoleGrants.Grant(current.Actor, accountId, role, unit, area) is { } refusal) return refusal;
            var row = new AccountRoleRow
            {
                Id = entropy.NewId(time.GetUtcNow()),
                AccountId = accountId,
                Role = role,
                Unit = unit,
                Area = area,
                From = time.Today(),
                ConfirmedBy = RoleGrants.NeedsConfirmation(role) ? null : current.Actor.Id,
            };
            db.Add(row);
            return row.Id;
        }, cancel);

    /// <summary>Confirms a role, which becomes active.</summary>
    public Task<Result<string>> Confirm(string id, long version, CancellationToken cancel) =>
        Change(AccessTable.ConfirmRole, id, version, "确认角色", row =>
        {
            if (RoleGrants.Confirm(current.Actor, row.AccountId, row.ConfirmedBy is not null) is { } refusal) return refusal;
            row.ConfirmedBy = current.Actor.Id;
            return null;
        }, cancel);

    /// <summary>Ends a role today.</summary>
    public Task<Result<string>> End(string id, long version, string? reason, CancellationToken cancel) =>
        Change(AccessTable.EndRole, id, version, reason, row =>
        {
            if (string.IsNullOrWhiteSpace(reason)) return Refusal.Invalid("reason", "请填写终止理由。");
            if (row.To is not null) return new Refusal("already-ended", "该角色已经终止。", "系统权限规则：一次终止");
            row.To = time.Today();
            return null;
        }, cancel);

    private Task<Result<string>> Change(UseCase useCase, string id, long version, string? reason, Func<AccountRoleRow, Refusal?> change, CancellationToken cancel) =>
        runner.Write<string>(useCase, reason, async () =>
        {
            var row = await db.Set<AccountRoleRow>().SingleOrDefaultAsync(role => role.Id == id, cancel);
            if (row is null) return Refusal.NotFound();
            if (row.Version != version) return Refusal.Stale(row.Version);
            if (change(row) is { } refusal) return refusal;
            var now = time.GetUtcNow();
            await db.Set<SessionRow>().Where(session => session.AccountId == row.AccountId && session.RevokedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.RevokedAt, now), cancel);
            return row.Id;
        }, cancel);
}
