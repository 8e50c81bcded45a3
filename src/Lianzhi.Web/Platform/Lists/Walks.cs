using System.Linq.Expressions;
using Lianzhi.Web.Data;

namespace Lianzhi.Web.Platform.Lists;

/// <summary>
/// Lists that several indexes lead through (合并列表). A condition like "of my unit or assigned to me" makes a database read
/// everything and sort it; each alternative by itself is a short walk of one index, and the walks are merged.
/// </summary>
public static class Walks
{
    /// <summary>
    /// Merges walks into one list; a row found by several is there once. Only keys are merged, for a page: comparing whole rows took PostgreSQL 1.1 ms for a page of 50,
    /// keys 0.8 ms (2026-11-26, 1,000,000 cases). Every walk needs an index in the order asked for.
    /// </summary>
    /// <param name="walks">The alternatives, each with its filters; none gives an empty list.</param>
    /// <param name="all">Every row there is.</param>
    /// <param name="key">The key of a row.</param>
    /// <param name="fetch">Most rows.</param>
    /// <param name="order">The order, ending with the key.</param>
    public static IQueryable<T> Merge<T>(this IReadOnlyList<IQueryable<T>> walks, IQueryable<T> all, Expression<Func<T, string>> key, int fetch, Func<IQueryable<T>, IQueryable<T>> order)
    {
        if (walks.Count == 0) return all.Take(0);
        if (walks.Count == 1) return LiteralLimits.Of(order(walks[0]).Take(fetch));
        var keys = walks.Select(walk => order(walk).Take(fetch).Select(key)).Aggregate((merged, walk) => merged.Union(walk));
        return LiteralLimits.Of(order(all.Join(keys, key, found => found, (row, _) => row)).Take(fetch));
    }

    /// <summary>
    /// The same for walks without an index in that order, or of thousands of rows: whole rows are merged, and their number is not known to the planner, which would
    /// rather walk everybody's rows in order, or read the whole table, than find and sort those of the walk.
    /// </summary>
    /// <param name="walks">The alternatives, each with its filters; none gives an empty list.</param>
    /// <param name="none">A query of nothing.</param>
    /// <param name="fetch">Most rows.</param>
    /// <param name="order">The order, ending with the key.</param>
    public static IQueryable<T> MergeRows<T>(this IReadOnlyList<IQueryable<T>> walks, IQueryable<T> none, int fetch, Func<IQueryable<T>, IQueryable<T>> order) => walks.Count switch
    {
        0 => none,
        1 => order(walks[0]).Take(fetch),
        _ => order(walks.Select(walk => order(walk).Take(fetch)).Aggregate((merged, walk) => merged.Union(walk))).Take(fetch),
    };
}
