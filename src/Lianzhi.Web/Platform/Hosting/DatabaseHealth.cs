using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Reference;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Lianzhi.Web.Platform.Hosting;

/// <summary>Ready when the database answers, its schema is not behind, reference data is loaded, and its clock agrees with ours within two seconds.</summary>
internal sealed class DatabaseHealth(AppDb db, TimeProvider time, IEnumerable<Snapshot> snapshots) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) return HealthCheckResult.Unhealthy("schema is behind: run lianzhi migrate");
            if (snapshots.FirstOrDefault(snapshot => snapshot.Version < 0) is { } missing) return HealthCheckResult.Unhealthy($"{missing.Name} is not loaded");
            if (!db.IsEmbedded)
            {
                var theirs = await db.Database.SqlQueryRaw<DateTime>("SELECT now() AS \"Value\"").SingleAsync(cancellationToken);
                if ((time.GetUtcNow().UtcDateTime - theirs.ToUniversalTime()).Duration() > TimeSpan.FromSeconds(2)) return HealthCheckResult.Unhealthy("clock differs from the database by more than 2 s");
            }
            return HealthCheckResult.Healthy();
        }
        catch (Exception fault) when (DatabaseFault.Is(fault))
        {
            return HealthCheckResult.Unhealthy($"database: {fault.GetType().Name}");
        }
    }
}
