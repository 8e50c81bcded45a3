using Lianzhi.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Platform;

public class DatabaseTests
{
    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Migrations_EachDatabase_KeepUpWithTheModel(Database database)
    {
        await using var host = await TestHost.Start(database);
        await host.Within(services =>
        {
            Assert.False(services.GetRequiredService<AppDb>().Database.HasPendingModelChanges(), "the model changed: run script/migrations");
            return Task.FromResult(true);
        });
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Catalogue_EachDatabase_HoldsTheTriggers(Database database)
    {
        await using var host = await TestHost.Start(database);
        var names = await host.Within(async services =>
        {
            var sql = database == Database.Sqlite ? "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger'" : "SELECT tgname::text AS \"Value\" FROM pg_trigger WHERE NOT tgisinternal";
            return await services.GetRequiredService<AppDb>().Database.SqlQueryRaw<string>(sql).ToListAsync();
        });
        Assert.Superset(DatabaseObjects.Triggers.ToHashSet(), names.ToHashSet());
    }

    [Theory]
    [InlineData(Database.Sqlite, "UPDATE record_entry SET type = 'x'")]
    [InlineData(Database.Sqlite, "DELETE FROM record_entry")]
    [InlineData(Database.Sqlite, "INSERT OR REPLACE INTO record_entry SELECT * FROM record_entry LIMIT 1")]
    [InlineData(Database.Sqlite, "DELETE FROM record_field")]
    [InlineData(Database.Sqlite, "UPDATE record_field SET value = 'x'")]
    [InlineData(Database.Sqlite, "UPDATE record_field SET value = NULL, salt = NULL")]
    [InlineData(Database.Postgres, "UPDATE record_entry SET type = 'x'")]
    [InlineData(Database.Postgres, "DELETE FROM record_entry")]
    [InlineData(Database.Postgres, "TRUNCATE record_entry CASCADE")]
    [InlineData(Database.Postgres, "DELETE FROM record_field")]
    [InlineData(Database.Postgres, "UPDATE record_field SET value = NULL, salt = NULL")]
    public async Task Record_ChangedByHand_IsRefusedByTheDatabase(Database database, string statement)
    {
        await using var host = await TestHost.Start(database);
        await host.SignedIn(new Core.Access.Assignment(Core.Access.Role.Officer, "350603003", "A1"));
        await host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(statement));
            return true;
        });
    }
}
