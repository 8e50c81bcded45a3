using Lianzhi.Core;
using Lianzhi.Web.Platform.Lists;

namespace Lianzhi.Web.Features.Organisation;

/// <summary>Pages of lists that lie in memory, in order of one key compared by code point.</summary>
internal static class KeyedPage
{
    /// <summary>One page.</summary>
    /// <param name="rows">All rows that fit.</param>
    /// <param name="keyOf">The key; no two rows share it.</param>
    /// <param name="filters">Everything else the list was asked by.</param>
    /// <param name="limit">Page size as sent.</param>
    /// <param name="after">Cursor as sent.</param>
    public static Result<PageOf<T>> Of<T>(IEnumerable<T> rows, Func<T, string> keyOf, string filters, string? limit, string? after)
    {
        const string sort = "key";
        return Cursor.Read(limit, after, sort, filters, 1).Then<PageOf<T>>(request => request.Page(
            [.. rows.OrderBy(keyOf, StringComparer.Ordinal)
                .Where(row => request.After is not [var last] || string.CompareOrdinal(keyOf(row), last) > 0)
                .Take(request.Fetch)],
            sort, filters, row => [keyOf(row)]));
    }
}
