using Lianzhi.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lianzhi.Web.Tests.Platform;

/// <summary>The role that serves on PostgreSQL works with rows, and can change neither the schema nor the record.</summary>
public class ServingRoleTests
{
    [Fact]
    public async Task ServingRole_AfterGrants_OnlyReadsAndAppendsTheRecord()
    {
        await using var host = await TestHost.Start(Database.Postgres);
        await host.SignedIn(new Core.Access.Assignment(Core.Access.Role.Officer, "350603003", "A1"));
        var role = $"serve-{Guid.CreateVersion7():N}";
        var serving = await host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var connection = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()) { Username = role, Pooling = false }.ConnectionString;
#pragma warning disable EF1002 // A role's name cannot be a parameter; this one is made above.
            await db.Database.ExecuteSqlRawAsync($"CREATE ROLE \"{role}\" LOGIN");
#pragma warning restore EF1002
            Assert.Equal(role, await DatabaseGrants.ToServe(db, connection, CancellationToken.None));
            return connection;
        });
        await using var session = new NpgsqlConnection(serving);
        await session.OpenAsync(TestContext.Current.CancellationToken);
        Assert.Null(await Try("SELECT count(*) FROM record_entry"));
        Assert.Null(await Try("INSERT INTO record_entry SELECT 'copy', number, type, schema, recorded_at, actor, hash, bytes FROM record_entry LIMIT 1"));
        Assert.Null(await Try("UPDATE account SET access_failed_count = 1"));
        Assert.Equal("42501", await Try("UPDATE record_entry SET type = 'x'"));
        Assert.Equal("42501", await Try("DELETE FROM record_entry"));
        Assert.Equal("42501", await Try("TRUNCATE record_entry"));
        Assert.Equal("42501", await Try("UPDATE record_field SET path = 'x'"));
        Assert.Equal("42501", await Try("DELETE FROM record_field"));
        Assert.Equal("42501", await Try("CREATE TABLE intruder (id int)"));
        Assert.Equal("42501", await Try("ALTER TABLE record_entry DISABLE TRIGGER ALL"));
        Assert.Equal("42501", await Try("DELETE FROM \"__EFMigrationsHistory\""));

        async Task<string?> Try(string statement)
        {
            try
            {
                await using var command = new NpgsqlCommand(statement, session);
                await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
                return null;
            }
            catch (PostgresException fault)
            {
                return fault.SqlState;
            }
        }
    }
}
