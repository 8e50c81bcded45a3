using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lianzhi.Web.Data;

/// <summary>
/// Rights of the role that serves on PostgreSQL (服务角色权限): it works with rows, changes no schema, and only reads
/// and appends to the record.
/// </summary>
public static class DatabaseGrants
{
    /// <summary>Grants the serving role what it needs and nothing more; run by the owner after each migration.</summary>
    /// <param name="db">The database, connected as its owner.</param>
    /// <param name="serving">Connection string of the serving role.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>The role's name; null when the owner itself serves.</returns>
    public static async Task<string?> ToServe(AppDb db, string serving, CancellationToken cancel)
    {
        var role = new NpgsqlConnectionStringBuilder(serving).Username;
        if (string.IsNullOrEmpty(role) || role == new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()).Username) return null;
        var name = $"\"{role.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        // Erasing sets salt and value to null, replacing a key takes its private part away; triggers let nothing else through.
#pragma warning disable EF1002 // The role's name is quoted above; a role cannot be a parameter.
        await db.Database.ExecuteSqlRawAsync(
            $"""
            GRANT USAGE ON SCHEMA public TO {name};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {name};
            REVOKE UPDATE, DELETE, TRUNCATE ON record_entry, record_field, record_position, record_node, tree_head, signing_key FROM {name};
            GRANT UPDATE (salt, value) ON record_field TO {name};
            GRANT UPDATE (protected) ON signing_key TO {name};
            REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "__EFMigrationsHistory" FROM {name};
            """, cancel);
#pragma warning restore EF1002
        return role;
    }
}
