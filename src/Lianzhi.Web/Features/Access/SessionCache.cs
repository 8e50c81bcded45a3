using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lianzhi.Web.Features.Access;

/// <summary>
/// Remembers living sessions for a second (会话缓存), because every request asks for its own. What this node changes of
/// sessions, roles and accounts is forgotten at once; another node notices within the second.
/// </summary>
public sealed class SessionCache : SaveChangesInterceptor
{
    private const int Most = 10_000;
    private static readonly long Lifetime = (long)TimeSpan.FromSeconds(1).TotalMilliseconds;
    private readonly ConcurrentDictionary<string, Remembered> known = new(StringComparer.Ordinal);

    /// <summary>The session of a token hash; null when it is not remembered, was remembered too long, or may have ended since.</summary>
    public LiveSession? Find(string tokenHash, DateTimeOffset now) =>
        known.TryGetValue(tokenHash, out var found) && Environment.TickCount64 - found.At < Lifetime && found.From <= now && now < found.Until ? found.Session : null;

    /// <summary>Remembers a session that was found alive.</summary>
    /// <param name="session">The session.</param>
    /// <param name="from">When it was found alive.</param>
    /// <param name="until">When it ends, has idled too long, or its roles have to be looked up again.</param>
    public void Keep(LiveSession session, DateTimeOffset from, DateTimeOffset until)
    {
        if (known.Count >= Most) known.Clear();
        known[session.TokenHash] = new(session, Environment.TickCount64, from, until);
    }

    /// <summary>Forgets everybody.</summary>
    public void Forget() => known.Clear();

    /// <inheritdoc/>
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (eventData.Context?.ChangeTracker.Entries().Any(entry => entry.Entity is Account or AccountRoleRow or SessionRow && entry.State is not EntityState.Unchanged) == true) Forget();
        return result;
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(SavingChanges(eventData, result));

    private sealed record Remembered(LiveSession Session, long At, DateTimeOffset From, DateTimeOffset Until);
}
