using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Access;

/// <summary>One role of an account, as the list shows it.</summary>
public sealed record AccountRoleView(string Id, Role Role, string? Unit, string? Area, DateOnly From, DateOnly? To, bool Confirmed, long Version);

/// <summary>One account, as the list shows it.</summary>
public sealed record AccountView(string Id, string UserName, string DisplayName, string? UnitName, bool Locked, IReadOnlyList<AccountRoleView> Roles);

/// <summary>Lists accounts with their roles (账号与角色).</summary>
public sealed class ListAccounts(UseCaseRunner runner, AppDb db, TimeProvider time)
{
    private const string Sort = "accounts.name";

    /// <summary>Accounts by name; <paramref name="text"/> finds the beginning of a user name.</summary>
    public Task<Result<PageOf<AccountView>>> Run(string? text, bool waiting, string? limit, string? after, CancellationToken cancel) =>
        runner.Read<PageOf<AccountView>>(AccessTable.ListAccounts, async () =>
        {
            var filters = $"{text}|{waiting}";
            var request = Cursor.Read(limit, after, Sort, filters, 1);
            if (!request.IsOk) return Result<PageOf<AccountView>>.Refused(request.Refusals);
            var query = db.Users.AsNoTracking();
            var beginning = text?.Trim().ToUpperInvariant();
            if (!string.IsNullOrEmpty(beginning)) query = query.Where(row => row.NormalizedUserName!.StartsWith(beginning));
            if (waiting) query = query.Where(row => db.Set<AccountRoleRow>().Any(role => role.AccountId == row.Id && role.ConfirmedBy == null && role.To == null));
            if (request.Value.After is [var last]) query = query.Where(row => string.Compare(row.NormalizedUserName, last) > 0);
            var accounts = await query.OrderBy(row => row.NormalizedUserName).Take(request.Value.Fetch).ToListAsync(cancel);
            var ids = accounts.Select(row => row.Id).ToList();
            var roles = (await db.Set<AccountRoleRow>().AsNoTracking().Where(row => ids.Contains(row.AccountId)).OrderBy(row => row.Id).ToListAsync(cancel)).ToLookup(row => row.AccountId);
            var now = time.GetUtcNow();
            var page = request.Value.Page(accounts, Sort, filters, row => [row.NormalizedUserName!]);
            return new PageOf<AccountView>([.. page.Items.Select(row => View(row, roles[row.Id], now))], page.Next);
        });

    /// <summary>One account with its roles.</summary>
    public Task<Result<AccountView>> One(string id, CancellationToken cancel) => runner.Read<AccountView>(AccessTable.ListAccounts, async () =>
    {
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel);
        if (account is null) return Refusal.NotFound();
        return View(account, await db.Set<AccountRoleRow>().AsNoTracking().Where(row => row.AccountId == id).OrderBy(row => row.Id).ToListAsync(cancel), time.GetUtcNow());
    });

    private static AccountView View(Account row, IEnumerable<AccountRoleRow> roles, DateTimeOffset now) =>
        new(row.Id, row.UserName!, row.DisplayName, row.UnitName, row.LockoutEnd > now,
            [.. roles.Select(role => new AccountRoleView(role.Id, role.Role, role.Unit, role.Area, role.From, role.To, role.ConfirmedBy is not null, role.Version))]);
}
