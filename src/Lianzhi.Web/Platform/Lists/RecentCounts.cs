using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;

namespace Lianzhi.Web.Platform.Lists;

/// <summary>
/// Counts that many pages show and that cost more than the pages (近似计数): kept for some seconds for each person, and forgotten when the person changes
/// something here. 2026-11-26, 1,000,000 cases: counting to 10,000 took 28 ms of PostgreSQL and the to-dos 12 ms, for a page whose rows took 1.4 ms.
/// </summary>
public sealed class RecentCounts(IConfiguration configuration) : IDisposable
{
    private readonly MemoryCache counts = new(new MemoryCacheOptions { SizeLimit = 20_000 });
    private readonly ConcurrentDictionary<string, long> changes = new(StringComparer.Ordinal);
    private readonly double patience = configuration.GetValue("Lists:CountsKept", 1.0);

    /// <summary>The count, as it was at most so long ago.</summary>
    /// <param name="account">Whose count.</param>
    /// <param name="what">Of what; everything that narrows it.</param>
    /// <param name="count">Counts.</param>
    /// <param name="kept">How long the count found may be shown.</param>
    public async Task<int> Of(string account, string what, Func<Task<int>> count, Func<int, TimeSpan> kept)
    {
        var key = (account, what, changes.GetValueOrDefault(account));
        if (counts.TryGetValue(key, out int known)) return known;
        var found = await count();
        var time = kept(found) * patience;
        if (time > TimeSpan.Zero) counts.Set(key, found, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = time });
        return found;
    }

    /// <summary>The person changed something: the next page counts anew.</summary>
    public void Forget(string account) => changes.AddOrUpdate(account, 1, (_, times) => times + 1);

    /// <inheritdoc/>
    public void Dispose() => counts.Dispose();
}
