using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Demo.Sample;
using Lianzhi.Web.Features.Disclosure;
using Lianzhi.Web.Platform.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Demo;

public class SampleDataTests
{
    private const int Count = 120;

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task SampleData_EachDatabase_VerifiesAndRebuildsEqual(Database database)
    {
        await using var host = await TestHost.Start(database);
        Assert.Null(await new SampleLoader(host.Services, _ => { }).Load(Count, 1, default));
        await host.Within(async services =>
        {
            var (db, reader) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<RecordReader>());
            var rows = await db.Set<CaseRow>().AsNoTracking().ToListAsync();
            Assert.Equal(Count, rows.Count);
            Assert.True(rows.Select(row => row.Stage).Distinct().Count() >= 3, "cases stand in several stages");
            foreach (var row in rows)
            {
                Assert.True((await reader.Check(CaseStream.NameOf(row.Id), default)).Holds);
                Assert.Equivalent(CaseRow.Of(CaseStream.Fold(await reader.Read(CaseStream.NameOf(row.Id), default))!), row, strict: true);
            }
            foreach (var row in await db.Set<DisclosureRow>().AsNoTracking().ToListAsync()) Assert.True((await reader.Check(row.Stream, default)).Holds);
            var disclosed = await db.Set<DisclosureRow>().Select(row => row.CaseId).ToListAsync();
            Assert.Subset(disclosed.ToHashSet(), rows.Where(row => row.ClosedOn is not null).Select(row => row.Id).ToHashSet());
            Assert.Equal(rows.Select(row => row.Id).Order(), (await db.Set<CaseSearchRow>().Select(row => row.Id).ToListAsync()).Order());
            return true;
        });
    }

    [Fact]
    public async Task SampleData_OnPostgres_LeavesIndexesAndForeignKeysAsTheyStood()
    {
        await using var host = await TestHost.Start(Database.Postgres);
        Task<List<string>> Definitions() => host.Within(services => services.GetRequiredService<AppDb>().Database.SqlQuery<string>(
            $"""
            SELECT indexdef AS "Value" FROM pg_indexes WHERE schemaname = current_schema()
            UNION ALL
            SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated FROM pg_constraint WHERE connamespace = current_schema()::regnamespace
            ORDER BY 1
            """).ToListAsync());
        var before = await Definitions();
        Assert.Null(await new SampleLoader(host.Services, _ => { }).Load(Count, 1, default));
        Assert.Equal(before, await Definitions());
    }

    /// <summary>Parties were once made up as adults of today, so that some of ten years ago were minors and their decisions could not be published.</summary>
    [Fact]
    public async Task SampleData_PartiesOfTenYears_AreAdultsOnTheDayOfTheirAct()
    {
        await using var host = await TestHost.Start();
        Assert.Null(await new SampleLoader(host.Services, _ => { }).Load(1500, 1, default));
        Assert.Equal(1500, await host.Within(services => services.GetRequiredService<AppDb>().Set<CaseRow>().CountAsync()));
    }

    [Fact]
    public async Task SampleData_DatabaseThatHoldsSomething_IsRefused()
    {
        await using var host = await TestHost.Start();
        Assert.Null(await new SampleLoader(host.Services, _ => { }).Load(5, 1, default));
        Assert.NotNull(await new SampleLoader(host.Services, _ => { }).Load(5, 1, default));
        Assert.Equal(5, await host.Within(services => services.GetRequiredService<AppDb>().Set<CaseRow>().CountAsync()));
    }

    [Fact]
    public async Task SampleData_SameSeed_GivesTheSameCases()
    {
        async Task<List<string>> Load(int seed)
        {
            await using var host = await TestHost.Start();
            Assert.Null(await new SampleLoader(host.Services, _ => { }).Load(20, seed, default));
            return await host.Within(services => services.GetRequiredService<AppDb>().Set<CaseRow>().OrderBy(row => row.Id).Select(row => row.Id + row.Title).ToListAsync());
        }
        var first = await Load(7);
        Assert.Equal(first, await Load(7));
        Assert.NotEqual(first, await Load(8));
    }
}
