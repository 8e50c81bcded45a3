using Lianzhi.Core.Cases;
using Microsoft.Extensions.Caching.Memory;

namespace Lianzhi.Web.Features.Cases;

/// <summary>
/// Remembers cases as they stand (案件现状缓存) by the hash of their last entry, so that a case people work on is folded once
/// for each of its entries. The hash commits to everything before it: what is remembered can be unused, never wrong.
/// </summary>
public sealed class FoldedCases : IDisposable
{
    private const int Most = 1_000;
    private readonly MemoryCache states = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>The case whose last entry has this hash; read when it is not remembered, null when there is no entry.</summary>
    public async Task<CaseState?> Find(string? lastHash, Func<Task<CaseState?>> read)
    {
        if (lastHash is null) return null;
        if (states.TryGetValue(lastHash, out CaseState? known)) return known;
        var state = await read();
        if (state is not null) states.Set(lastHash, state, new MemoryCacheEntryOptions { Size = 1 });
        return state;
    }

    /// <inheritdoc/>
    public void Dispose() => states.Dispose();
}
