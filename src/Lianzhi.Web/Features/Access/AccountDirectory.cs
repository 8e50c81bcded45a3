using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Work;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Access;

/// <summary>An account to be made.</summary>
/// <param name="UserName">Name to sign in with.</param>
/// <param name="DisplayName">Name of the person.</param>
/// <param name="OfficerId">The officer, when the person is one.</param>
/// <param name="UnitName">Unit shown in the top bar.</param>
/// <param name="Roles">Roles held.</param>
public sealed record NewAccount(string UserName, string DisplayName, string? OfficerId, string? UnitName, IReadOnlyList<Assignment> Roles);

/// <summary>Makes accounts and gives roles (账号管理).</summary>
public sealed class AccountDirectory(UseCaseRunner runner, AppDb db, CurrentActor current, TimeProvider time, Entropy entropy, RecordWriter record, IPasswordHasher<Account> hasher)
{
    /// <summary>Makes an account. A role with case access waits for a justice supervisor unless the platform itself gives it.</summary>
    /// <param name="account">The account.</param>
    /// <param name="passwordHash">Hash of its first password.</param>
    /// <param name="from">First day of its roles.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<string>> Add(NewAccount account, string passwordHash, DateOnly from, CancellationToken cancel) =>
        runner.Write<string>(AccessTable.AddAccount, null, async () =>
        {
            var normalized = account.UserName.ToUpperInvariant();
            if (await db.Users.AnyAsync(row => row.NormalizedUserName == normalized, cancel))
                return Refusal.Invalid("userName", $"用户名“{account.UserName}”已存在。");
            var id = entropy.NewId(time.GetUtcNow());
            db.Add(new Account
            {
                Id = id,
                UserName = account.UserName,
                NormalizedUserName = normalized,
                DisplayName = account.DisplayName,
                OfficerId = account.OfficerId,
                UnitName = account.UnitName,
                PasswordHash = passwordHash,
                LockoutEnabled = true,
                SecurityStamp = Convert.ToHexString(entropy.Bytes(16)),
                ConcurrencyStamp = Convert.ToHexString(entropy.Bytes(16)),
            });
            foreach (var role in account.Roles)
                db.Add(new AccountRoleRow
                {
                    Id = entropy.NewId(time.GetUtcNow()),
                    AccountId = id,
                    Role = role.Role,
                    Unit = role.Unit,
                    Area = role.Area,
                    From = from,
                    ConfirmedBy = current.Actor.IsPlatform || role.Role == Role.Administrator ? current.Actor.Id : null,
                });
            return id;
        }, cancel);

    /// <summary>The one-way hash of a password, with the configured cost.</summary>
    public string Hash(string password) => hasher.HashPassword(new Account { Id = "", UserName = "", DisplayName = "" }, password);

    /// <summary>Sets a new password, ends all sessions of the account and lifts its lock.</summary>
    public Task<Result<bool>> Reset(string userName, string passwordHash, CancellationToken cancel) =>
        runner.Write<bool>(AccessTable.ResetAccount, "重置密码", async () =>
        {
            var normalized = userName.ToUpperInvariant();
            var account = await db.Users.SingleOrDefaultAsync(row => row.NormalizedUserName == normalized, cancel);
            if (account is null) return Refusal.NotFound($"没有用户“{userName}”。");
            (account.PasswordHash, account.AccessFailedCount, account.LockoutEnd) = (passwordHash, 0, null);
            var now = time.GetUtcNow();
            await db.Set<SessionRow>().Where(row => row.AccountId == account.Id && row.RevokedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, now), cancel);
            await record.AppendAct($"account/{account.Id}", AccessTable.ResetAccount, "重置密码", cancel);
            return true;
        }, cancel);
}
