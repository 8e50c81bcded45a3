namespace Lianzhi.Web.Platform.Lists;

/// <summary>
/// Lists that several indexes lead through (合并列表). A condition like "of my unit or assigned to me" makes a database read
/// everything and sort it; each alternative by itself is a short walk of one index, and the walks are merged.
/// </summary>
public static class Walks
{
    /// <summary>Merges walks into one list; a row found by several is there once.</summary>
    /// <param name="walks">The alternatives, each with its filters; none gives an empty list.</param>
    /// <param name="none">A query of nothing.</param>
    /// <param name="fetch">Most rows.</param>
    /// <param name="order">The order, ending with the id.</param>
    public static IQueryable<T> Merge<T>(this IReadOnlyList<IQueryable<T>> walks, IQueryable<T> none, int fetch, Func<IQueryable<T>, IQueryable<T>> order) => walks.Count switch
    {
        0 => none,
        1 => order(walks[0]).Take(fetch),
        _ => order(walks.Select(walk => order(walk).Take(fetch)).Aggregate((merged, walk) => merged.Union(walk))).Take(fetch),
    };
}
