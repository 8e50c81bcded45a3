using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Tests.Features.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Platform;

public class RecordAuditTests
{
    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Run_RecordOfEverythingDone_HoldsWithEachEntryReadOnce(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        await cases.Propose();
        var (found, entries, streams) = await cases.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            return (await services.GetRequiredService<RecordAudit>().Run("", long.MaxValue, _ => { }, default), await db.Set<RecordEntryRow>().LongCountAsync(),
                await db.Set<RecordEntryRow>().Select(row => row.Stream).Distinct().LongCountAsync());
        });
        Assert.Empty(found.Broken);
        Assert.Equal((entries, streams), (found.Entries, found.Streams));
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Run_ValueLinkOrHashChangedInTheDatabase_NamesStreamAndEntry(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var id = await cases.Propose();
        foreach (var (change, back) in new[]
        {
            ("UPDATE record_field SET value = value || ' ' WHERE stream = {0} AND number = 1 AND position = 0", "UPDATE record_field SET value = substr(value, 1, length(value) - 1) WHERE stream = {0} AND number = 1 AND position = 0"),
            ("UPDATE record_entry SET hash = CASE substr(hash, 1, 1) WHEN 'f' THEN '0' ELSE 'f' END || substr(hash, 2) WHERE stream = {0} AND number = 1", null),
        })
        {
            var found = await cases.Host.Within(async services =>
            {
                var db = services.GetRequiredService<AppDb>();
                await LetRecordBeChanged(db);
                Assert.Equal(1, await db.Database.ExecuteSqlRawAsync(change, $"case/{id}"));
                var audited = await services.GetRequiredService<RecordAudit>().Run("", long.MaxValue, _ => { }, default);
                if (back is not null) await db.Database.ExecuteSqlRawAsync(back, $"case/{id}");
                return audited;
            });
            Assert.Equal(($"case/{id}", 1), Assert.Single(found.Broken) is var one ? (one.Stream, one.Number) : default);
        }
    }

    private static async Task LetRecordBeChanged(AppDb db)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = db.IsEmbedded ? "SELECT coalesce(group_concat('DROP TRIGGER ' || name, ';'), '') FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('record_entry', 'record_field')"
            : "SELECT 'ALTER TABLE record_entry DISABLE TRIGGER USER; ALTER TABLE record_field DISABLE TRIGGER USER'";
        command.CommandText = (string)(await command.ExecuteScalarAsync())!;
        if (command.CommandText.Length > 0) await command.ExecuteNonQueryAsync();
        await db.Database.CloseConnectionAsync();
    }
}
