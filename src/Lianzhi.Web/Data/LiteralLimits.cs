using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lianzhi.Web.Data;

/// <summary>
/// Writes the numbers of rows asked for into the statements that say so (写明行数); PostgreSQL only. It takes a number it does not know for a
/// tenth of the table and plans anew each time, which took 1 ms of 2.2 ms a page. Told as a constant of the query, the model makes the
/// statement anew each time, one request after another: 14 % of the program's time and 12 % waiting for each other (both 2026-11-26).
/// </summary>
internal sealed partial class LiteralLimits : DbCommandInterceptor
{
    private const string Mark = "rows written out";

    // Pages have few sizes and lists few shapes; whatever is beyond that is sent as it is.
    private const int MostTexts = 5_000;

    private readonly ConcurrentDictionary<string, string[]> names = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Text, string Counts), string> written = new();

    /// <summary>Marks a query for it.</summary>
    public static IQueryable<T> Of<T>(IQueryable<T> rows) => rows.TagWith(Mark);

    /// <inheritdoc/>
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Write(command);
        return result;
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Write(command);
        return new(result);
    }

    private void Write(DbCommand command)
    {
        var text = command.CommandText;
        if (!text.StartsWith($"-- {Mark}", StringComparison.Ordinal) || written.Count >= MostTexts) return;
        var limits = names.GetOrAdd(text, static sent => [.. Limit().Matches(sent).Select(match => match.Groups[1].Value).Distinct()]);
        var counts = string.Join(',', limits.Select(name => Convert.ToInt32(command.Parameters[name].Value, CultureInfo.InvariantCulture)));
        command.CommandText = written.GetOrAdd((text, counts), static (key, known) => Limit().Replace(key.Text, match =>
            $"LIMIT {key.Counts.Split(',')[Array.IndexOf(known, match.Groups[1].Value)]}"), limits);
    }

    [GeneratedRegex(@"LIMIT (@\w+)")]
    private static partial Regex Limit();
}
