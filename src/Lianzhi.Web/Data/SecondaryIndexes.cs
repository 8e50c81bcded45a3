using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Data;

/// <summary>
/// Takes the indexes and foreign keys of tables away while very many rows are copied, and makes them again (批量写入时的索引);
/// PostgreSQL only. An index made over all rows at once costs less than one kept while they come, and a foreign key
/// checked once for all rows less than for each (a fifth of what the server did while copying cases, 2026-11-28).
/// Primary keys stay.
/// </summary>
public static class SecondaryIndexes
{
    /// <summary>Drops the foreign keys of the tables and every index but the primary keys, inside the running transaction.</summary>
    /// <returns>The statements that make them again, in their order.</returns>
    public static async Task<IReadOnlyList<string>> Drop(AppDb db, IReadOnlyList<string> tables, CancellationToken cancel)
    {
        var names = tables.ToArray();
        var found = await db.Database.SqlQuery<Definition>(
            $"""
            SELECT format('DROP INDEX %I', c.relname) AS "Drop", pg_get_indexdef(i.indexrelid) AS "Make", 1 AS "Turn"
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
            WHERE n.nspname = current_schema() AND t.relname = ANY({names}) AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
            UNION ALL
            SELECT format('ALTER TABLE %I DROP CONSTRAINT %I', t.relname, k.conname), format('ALTER TABLE %I ADD CONSTRAINT %I %s', t.relname, k.conname, pg_get_constraintdef(k.oid)), 2
            FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
            WHERE k.contype = 'f' AND n.nspname = current_schema() AND t.relname = ANY({names})
            ORDER BY "Turn", "Make"
            """).ToListAsync(cancel);
        foreach (var definition in found) await db.Database.ExecuteSqlRawAsync(definition.Drop, cancel);
        return [.. found.Select(definition => definition.Make)];
    }

    /// <summary>Makes them again, inside the running transaction.</summary>
    public static async Task Make(AppDb db, IReadOnlyList<string> statements, CancellationToken cancel)
    {
        if (statements.Count == 0) return;
        var wait = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        // Sorted in memory where it fits; the pairs of characters are a quarter of a gigabyte for a million cases.
        await db.Database.ExecuteSqlRawAsync("SET LOCAL maintenance_work_mem = '512MB'", cancel);
        foreach (var statement in statements) await db.Database.ExecuteSqlRawAsync(statement, cancel);
        db.Database.SetCommandTimeout(wait);
    }

    private sealed record Definition(string Drop, string Make, int Turn);
}
