using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Data;

/// <summary>Locks by name for what has no row to lock yet (按名加锁): two writers of the same thing pass one after the other.</summary>
public static class DatabaseLocks
{
    /// <summary>Waits until nobody else holds the name, and holds it until the transaction ends; what the other wrote is seen after. The embedded database has one writer anyway.</summary>
    public static async Task Hold(this AppDb db, string name, CancellationToken cancel)
    {
        if (!db.IsEmbedded) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", cancel);
    }
}
