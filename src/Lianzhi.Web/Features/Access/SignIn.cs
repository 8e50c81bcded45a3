using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Work;
using Microsoft.AspNetCore.Identity;

namespace Lianzhi.Web.Features.Access;

/// <summary>Signs a person in (登录): checks the password, counts failures, locks after five for fifteen minutes.</summary>
public sealed class SignIn(UseCaseRunner runner, UserManager<Account> accounts, Sessions sessions, AppDb db, WriteGate gate)
{
    // Checked when the name is unknown, so that the answer takes as long as for a known one.
    private static readonly Account Nobody = new() { Id = "nobody", UserName = "nobody", DisplayName = "" };

    private static readonly Refusal Wrong = new("wrong-credentials", "用户名或者密码不正确。") { Kind = RefusalKind.Unauthenticated };

    /// <summary>Signs in and gives the token of a new session.</summary>
    public Task<Result<string>> Run(string? userName, string? password, CancellationToken cancel) =>
        runner.Read<string>(AccessTable.SignIn, async () =>
        {
            if (string.IsNullOrWhiteSpace(userName)) return Refusal.Invalid("userName", "请填写用户名。");
            if (string.IsNullOrEmpty(password)) return Refusal.Invalid("password", "请填写密码。");
            if (userName.Length > 64 || password.Length > 256) return Wrong;
            var account = await accounts.FindByNameAsync(userName);
            if (account is null)
            {
                accounts.PasswordHasher.VerifyHashedPassword(Nobody, DecoyHash(accounts.PasswordHasher), password);
                return Wrong;
            }
            if (await accounts.IsLockedOutAsync(account))
                return new Refusal("account-locked", "密码错误次数过多，账号已临时锁定，请十五分钟后再试，或者联系管理员。") { Kind = RefusalKind.Unauthenticated };
            // The slow hash is checked before the turn to write is taken.
            var right = await accounts.CheckPasswordAsync(account, password);
            using var turn = await gate.Enter(db.IsEmbedded, cancel);
            if (!right)
            {
                await accounts.AccessFailedAsync(account);
                return Wrong;
            }
            if (account.AccessFailedCount > 0) await accounts.ResetAccessFailedCountAsync(account);
            return await sessions.Begin(account.Id, cancel);
        });

    private static string? decoy;

    private static string DecoyHash(IPasswordHasher<Account> hasher) => decoy ??= hasher.HashPassword(Nobody, "decoy");
}
