using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Records;
using Lianzhi.Web.Platform.Jobs;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Platform.Hosting;

/// <summary>Brings the database to where the platform can work, or says loudly why not.</summary>
public static class DatabaseStart
{
    private const string ReferenceLoaded = "reference";

    /// <summary>Migrates the database; on PostgreSQL only <c>lianzhi migrate</c> does so.</summary>
    public static async Task Migrate(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        // With nothing to do it would still compare the whole model with its picture: an eighth of a start (2026-11-26). A test compares them.
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any()) await db.Database.MigrateAsync(cancel);
        // Each time, because the time before may have been broken off.
        foreach (var capability in Capabilities.All) await capability.Migrated(db, cancel);
        if (!db.IsEmbedded) await JobServices.MakeTables(services.GetRequiredService<IConfiguration>().GetConnectionString("Lianzhi")!, cancel);
    }

    /// <summary>True when no migration of this version is missing; the database may be a version ahead.</summary>
    public static async Task<bool> IsCurrent(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        try
        {
            return !(await scope.ServiceProvider.GetRequiredService<AppDb>().Database.GetPendingMigrationsAsync(cancel)).Any();
        }
        catch (Npgsql.PostgresException fault) when (fault.SqlState == Npgsql.PostgresErrorCodes.InsufficientPrivilege)
        {
            // The owner grants after migrating; until then the serving role may not even look.
            return false;
        }
    }

    /// <summary>Checks encoding, character type and version of the database.</summary>
    /// <exception cref="InvalidOperationException">The database would sort, search or store Chinese text wrongly; the message says what to do.</exception>
    public static async Task Check(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (db.IsEmbedded)
        {
            var version = await db.Database.SqlQueryRaw<string>("SELECT sqlite_version() AS \"Value\"").SingleAsync(cancel);
            if (Version.Parse(version) < new Version(3, 37)) throw new InvalidOperationException($"SQLite {version} is too old; 3.37 or later is needed.");
            return;
        }
        var encoding = await db.Database.SqlQueryRaw<string>("SELECT current_setting('server_encoding') AS \"Value\"").SingleAsync(cancel);
        var type = await db.Database.SqlQueryRaw<string>("SELECT datctype AS \"Value\" FROM pg_database WHERE datname = current_database()").SingleAsync(cancel);
        var number = await db.Database.SqlQueryRaw<string>("SELECT current_setting('server_version_num') AS \"Value\"").SingleAsync(cancel);
        if (int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) < 150000) throw new InvalidOperationException($"PostgreSQL {number} is too old; 15 or later is needed.");
        if (encoding != "UTF8" || type is "C" or "POSIX")
            throw new InvalidOperationException(
                $"The database has encoding {encoding} and character type {type}; Chinese text would not be found. " +
                "Create it with: CREATE DATABASE lianzhi TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8';");
    }

    /// <summary>Loads reference data once, in one transaction, and all snapshots.</summary>
    public static async Task LoadReferenceData(IServiceProvider services, CancellationToken cancel)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Become(Actor.System);
            if (!await db.Set<InstallationRow>().AnyAsync(row => row.Name == ReferenceLoaded, cancel))
            {
                var loaded = await scope.ServiceProvider.GetRequiredService<UseCaseRunner>().InTransaction<bool>(async () =>
                {
                    foreach (var capability in Capabilities.All) await capability.LoadReferenceData(scope.ServiceProvider, cancel);
                    db.Add(new InstallationRow { Name = ReferenceLoaded, Value = "1" });
                    await db.SaveChangesAsync(cancel);
                    return (true, true);
                }, cancel);
                if (!loaded.IsOk) throw new InvalidOperationException($"Reference data was refused: {loaded.Refusals[0].Message}");
            }
            if (!await db.Set<SigningKeyRow>().AnyAsync(cancel))
                await scope.ServiceProvider.GetRequiredService<RotateKey>().Run("平台首次启动", endorse: false, cancel);
        }
        await LoadSnapshots(services, cancel);
    }

    /// <summary>Loads what the installation is and all snapshots; changes nothing.</summary>
    public static async Task LoadSnapshots(IServiceProvider services, CancellationToken cancel)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var content = await db.Set<InstallationRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Name == InstallationMode.ContentName, cancel);
            services.GetRequiredService<InstallationMode>().IsDemo = content?.Value == "demo";
        }
        await services.GetRequiredService<ReferenceData>().Reload(cancel);
    }
}
