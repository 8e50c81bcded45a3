using System.Text;
using System.Text.Json;
using Lianzhi.Core;
using Lianzhi.Web.Platform.Crypto;

namespace Lianzhi.Web.Platform.Lists;

/// <summary>One page of a list, as the API answers it.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Which page of a list is asked for.</summary>
/// <param name="Limit">Most rows, 1 to 200.</param>
/// <param name="After">Sort values of the last row seen; null for the first page.</param>
public sealed record PageRequest(int Limit, IReadOnlyList<string>? After)
{
    /// <summary>Rows to fetch: one more than shown, to know whether another page follows.</summary>
    public int Fetch => Limit + 1;

    /// <summary>Makes the page from the rows fetched.</summary>
    /// <param name="rows">At most <see cref="Fetch"/> rows in order.</param>
    /// <param name="sort">Name of the sort order.</param>
    /// <param name="filters">Everything else the list was asked by, as text.</param>
    /// <param name="keyOf">Sort values of a row, the id last.</param>
    public PageOf<T> Page<T>(IReadOnlyList<T> rows, string sort, string filters, Func<T, string[]> keyOf) =>
        rows.Count > Limit
            ? new PageOf<T>([.. rows.Take(Limit)], Cursor.Make(sort, filters, keyOf(rows[Limit - 1])))
            : new PageOf<T>(rows, null);
}

/// <summary>
/// Opaque cursors of keyset lists (游标): they hold the sort order, the last values and a hash of the filters, so
/// that a cursor used with other filters is refused instead of skipping rows.
/// </summary>
public static class Cursor
{
    /// <summary>Rows on a page when nothing is said.</summary>
    public const int DefaultLimit = 50;

    /// <summary>Most rows on a page.</summary>
    public const int LargestLimit = 200;

    /// <summary>Reads what a list was asked for.</summary>
    /// <param name="limit">As in the address; null for the default.</param>
    /// <param name="after">Cursor as in the address; null for the first page.</param>
    /// <param name="sort">Name of the sort order.</param>
    /// <param name="filters">Everything else the list is asked by, as text. Sort or filters name the list, so that no other list takes its cursor.</param>
    /// <param name="values">How many sort values a cursor of this list holds.</param>
    public static Result<PageRequest> Read(string? limit, string? after, string sort, string filters, int values)
    {
        var count = DefaultLimit;
        if (!string.IsNullOrEmpty(limit) && (!int.TryParse(limit, System.Globalization.NumberStyles.None, null, out count) || count is < 1 or > LargestLimit))
            return Refusal.Invalid("limit", $"每页条数应为 1–{LargestLimit}。");
        if (string.IsNullOrEmpty(after)) return new PageRequest(count, null);
        try
        {
            var parts = JsonSerializer.Deserialize<string[]>(Convert.FromBase64String(after.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (after.Length % 4)) % 4)));
            if (parts is not null && parts.Length == values + 2 && Array.TrueForAll(parts, part => part is not null) && parts[0] == sort && parts[1] == Short(filters))
                return new PageRequest(count, parts[2..]);
        }
        catch (Exception fault) when (fault is FormatException or JsonException)
        {
            // Not a cursor at all: answered below like a cursor of another list.
        }
        return Refusal.Invalid("after", "翻页位置与筛选条件不符，请从第一页重新查询。");
    }

    /// <summary>Makes the cursor behind a row.</summary>
    public static string Make(string sort, string filters, params string[] values) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize((string[])[sort, Short(filters), .. values])))
            .TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Short(string filters) => Sm3.Hex(filters)[..16];
}
