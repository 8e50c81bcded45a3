using System.Security.Cryptography;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Crypto;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Access;

/// <summary>A session that was found alive, with the person's roles of today.</summary>
/// <param name="Actor">Who it is.</param>
/// <param name="UnitName">Where the person works.</param>
/// <param name="TokenHash">Id of the session.</param>
public sealed record LiveSession(Actor Actor, string? UnitName, string TokenHash);

/// <summary>
/// Keeps sessions (会话): opaque tokens, stored hashed, ended when revoked (at once on this node, within a second on
/// others), after 30 idle minutes, and after 12 hours in any case.
/// </summary>
public sealed class Sessions(AppDb db, TimeProvider time, SessionCache cache)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Precision = TimeSpan.FromMinutes(1);

    /// <summary>Begins a session and gives its token, which is stored nowhere.</summary>
    public async Task<string> Begin(string accountId, CancellationToken cancel)
    {
        var token = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var now = time.GetUtcNow();
        db.Add(new SessionRow { TokenHash = Sm3.Hex(token), AccountId = accountId, CreatedAt = now, LastSeenAt = now, ExpiresAt = now + Longest });
        await db.SaveChangesAsync(cancel);
        return token;
    }

    /// <summary>Finds the living session of a token and notes its use.</summary>
    /// <returns>Null when there is none, or when it has ended or its account is locked.</returns>
    public async Task<LiveSession?> Find(string token, CancellationToken cancel)
    {
        var hash = Sm3.Hex(token);
        var now = time.GetUtcNow();
        if (cache.Find(hash, now) is { } remembered) return remembered;
        var found = await (from session in db.Set<SessionRow>().AsNoTracking()
                           join account in db.Users.AsNoTracking() on session.AccountId equals account.Id
                           where session.TokenHash == hash
                           select new { session, account.Id, account.DisplayName, account.OfficerId, account.UnitName, account.LockoutEnd }).SingleOrDefaultAsync(cancel);
        if (found is null || found.session.RevokedAt is not null || found.session.ExpiresAt <= now || found.session.LastSeenAt + Idle <= now || found.LockoutEnd > now) return null;
        if (found.session.LastSeenAt + Precision <= now)
            await db.Set<SessionRow>().Where(row => row.TokenHash == hash).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSeenAt, now), cancel);
        var today = District.DateOf(now);
        var roles = await db.Set<AccountRoleRow>().AsNoTracking()
            .Where(row => row.AccountId == found.Id && row.From <= today && (row.To == null || row.To > today) && row.ConfirmedBy != null)
            .ToListAsync(cancel);
        var live = new LiveSession(new Actor(found.Id, found.DisplayName, found.OfficerId, [.. roles.Select(row => row.ToAssignment())]), found.UnitName, hash);
        // Not beyond the minute in which its use is noted next, so that it neither idles out nor meets another day's roles unnoticed.
        cache.Keep(live, now, Earlier(now + Precision, Earlier(found.session.ExpiresAt, found.session.LastSeenAt + Idle)));
        return live;
    }

    /// <summary>Ends a session at once.</summary>
    public Task End(string tokenHash, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        cache.Forget();
        return db.Set<SessionRow>().Where(row => row.TokenHash == tokenHash && row.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, now), cancel);
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
