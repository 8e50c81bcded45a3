using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Data;

/// <summary>
/// Takes the indexes of tables away while very many rows are copied, and makes them again (批量写入时的索引); PostgreSQL only.
/// An index made over all rows at once costs less than one kept while they come. Primary keys stay.
/// </summary>
public static class SecondaryIndexes
{
    /// <summary>Drops every index but the primary keys, inside the running transaction.</summary>
    /// <returns>The statements that make them again.</returns>
    public static async Task<IReadOnlyList<string>> Drop(AppDb db, IReadOnlyList<string> tables, CancellationToken cancel)
    {
        var found = await db.Database.SqlQuery<Definition>(
            $"""
            SELECT format('DROP INDEX %I', c.relname) AS "Drop", pg_get_indexdef(i.indexrelid) AS "Make"
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
            WHERE n.nspname = current_schema() AND t.relname = ANY({tables.ToArray()}) AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
            ORDER BY c.relname
            """).ToListAsync(cancel);
        foreach (var index in found) await db.Database.ExecuteSqlRawAsync(index.Drop, cancel);
        return [.. found.Select(index => index.Make)];
    }

    /// <summary>Makes the indexes again, inside the running transaction.</summary>
    public static async Task Make(AppDb db, IReadOnlyList<string> statements, CancellationToken cancel)
    {
        var wait = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        // Sorted in memory where it fits; the pairs of characters are a quarter of a gigabyte for a million cases.
        await db.Database.ExecuteSqlRawAsync("SET LOCAL maintenance_work_mem = '512MB'", cancel);
        foreach (var statement in statements) await db.Database.ExecuteSqlRawAsync(statement, cancel);
        db.Database.SetCommandTimeout(wait);
    }

    private sealed record Definition(string Drop, string Make);
}
