using System.Text.Json;
using Lianzhi.Core.Records;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Demo;
using Lianzhi.Web.Features.Records;
using Lianzhi.Web.Platform.Crypto;
using Lianzhi.Web.Platform.Hosting;
using Lianzhi.Web.Platform.Records;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Records;

/// <summary>The demonstration as it is loaded: every row of a case is what its record says, every day is sealed.</summary>
public sealed class DemoRecordTests
{
    [Fact]
    public async Task Demo_LoadedForADay_RebuildsEqualAndIsSealedDayByDay()
    {
        var today = new DateOnly(2026, 10, 8);
        var folder = Directory.CreateTempSubdirectory("lianzhi-demo-").FullName;
        await DemoLoader.LoadInto(folder, today, _ => { }, CancellationToken.None);
        await using (var app = LianzhiHost.Build([], builder => (builder.Configuration["LIANZHI_DATA"], builder.Configuration["ConnectionStrings:Lianzhi"]) = (folder, null)))
        {
            await DatabaseStart.LoadReferenceData(app.Services, CancellationToken.None);
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var reader = scope.ServiceProvider.GetRequiredService<RecordReader>();
            var rows = await db.Set<CaseRow>().AsNoTracking().ToListAsync();
            Assert.NotEmpty(rows);
            foreach (var row in rows)
            {
                var entries = await reader.Read(CaseStream.NameOf(row.Id), CancellationToken.None);
                Assert.True(Chain.Check(entries.Select(entry => entry.Stored), Sm3.Hash).Holds);
                Assert.Equal(JsonSerializer.Serialize(CaseRow.Of(CaseStream.Fold(entries)!)), JsonSerializer.Serialize(row));
            }
            var heads = (await scope.ServiceProvider.GetRequiredService<ReadHeads>().All(CancellationToken.None)).Value!;
            Assert.Null(heads.FirstBroken(Sm3.Hash, Sm2.Verify));
            Assert.Equal(today.AddDays(-1), heads.Items[^1].Day);
            Assert.Equal(today.DayNumber - heads.Items[0].Day!.Value.DayNumber, heads.Items.Count);
            Assert.All(heads.Items, head => Assert.True(head.Demo));
            var oldest = (await scope.ServiceProvider.GetRequiredService<RecordExport>().Of(CaseStream.NameOf(rows.MinBy(row => row.Id)!.Id), CancellationToken.None)).Value!;
            var check = RecordCheck.Of(oldest.ToBytes(), Sm3.Hash, Sm2.Verify, new Trust(heads.Keys[0].Fingerprint, heads))!;
            Assert.True(check.Holds, check.Why);
        }
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
