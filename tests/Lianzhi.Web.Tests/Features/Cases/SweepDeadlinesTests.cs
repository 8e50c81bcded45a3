using System.Net;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Cases;

public sealed class SweepDeadlinesTests(ITestOutputHelper output)
{
    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Sweep_FourFifthsLastDayAndPast_RemindsOnceEachAndEscalates(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var id = await cases.Propose();
        // Found on 28 February: fifteen working days to file, four fifths of them on 17 March.
        await cases.At(3, 16);
        Assert.Equal(new SweepOutcome(0, 0), await Sweep(cases));
        await cases.At(3, 17);
        Assert.Equal(1, (await Sweep(cases)).Raised);
        Assert.Equal(0, (await Sweep(cases)).Raised);
        Assert.Contains("立案期限已过五分之四", await Workbench(cases.Officer), StringComparison.Ordinal);
        Assert.DoesNotContain("立案期限", await Workbench(cases.Head), StringComparison.Ordinal);
        await cases.At(3, 23);
        Assert.Equal(1, (await Sweep(cases)).Raised);
        Assert.Contains("立案期限已于2026年3月20日届满，逾期未办，报负责人", await Workbench(cases.Head), StringComparison.Ordinal);

        // Filed at last: nothing stands any more, and the late filing stays in the record of reminders.
        await CaseHost.Take(cases.Head, id, new { step = "approve-filing", opinion = "同意立案。" });
        Assert.DoesNotContain("立案期限", await Workbench(cases.Head), StringComparison.Ordinal);
        Assert.Equal(2, await cases.Host.Within(services => services.GetRequiredService<AppDb>().Set<CaseReminderRow>().CountAsync(row => row.CaseId == id && row.SettledOn != null)));
    }

    [Fact]
    public async Task Sweep_ByTwoNodesAtOnce_RaisesNothingTwice()
    {
        await using var cases = await CaseHost.Start();
        for (var i = 0; i < 3; i++) await cases.Propose();
        await cases.At(3, 17);
        var outcomes = await Task.WhenAll(Sweep(cases), Sweep(cases), Sweep(cases));
        Assert.Equal(3, outcomes.Sum(outcome => outcome.Raised));
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Sweep_AmongManyOpenCases_LooksOnlyAtThoseWhoseDayHasCome(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        const int Due = 120;
        for (var i = 0; i < Due; i++) await cases.Propose();
        await cases.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            // Cases whose day lies far ahead: the sweep must not read them.
            await db.Database.ExecuteSqlRawAsync(database == Database.Sqlite
                ? "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) INSERT INTO case_look (case_id, look_on) SELECT 'far' || printf('%023d', i), '2099-01-01' FROM n"
                : "INSERT INTO case_look (case_id, look_on) SELECT 'far' || lpad(i::text, 23, '0'), DATE '2099-01-01' FROM generate_series(1, 100000) AS i; ANALYZE case_look");
            return true;
        });
        await cases.At(3, 17);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var outcome = await Sweep(cases);
        output.WriteLine($"{database}: {outcome.Looked} of {100_000 + Due} open cases looked at, {outcome.Raised} reminders, {clock.ElapsedMilliseconds} ms");
        Assert.Equal(new SweepOutcome(Due, Due), outcome);
        clock.Restart();
        Assert.Equal(new SweepOutcome(0, 0), await Sweep(cases));
        output.WriteLine($"{database}: nothing due, {clock.ElapsedMilliseconds} ms");
        var plan = await cases.Host.Within(services => Plan(services.GetRequiredService<AppDb>(), database));
        Assert.Contains("ix_case_look_look_on_case_id", plan, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Scheduler_OnEitherDatabase_RunsTheSweepByItself(Database database)
    {
        var host = await TestHost.Start(database, settings: new() { ["Jobs:Enabled"] = "true" });
        await using var _ = host;
        var looked = new CaseLookRow { CaseId = "none", LookOn = new DateOnly(2026, 1, 1) };
        await host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.Add(looked);
            return await db.SaveChangesAsync();
        });
        await host.Within(async services =>
        {
            var scheduler = await services.GetRequiredService<Quartz.ISchedulerFactory>().GetScheduler();
            await scheduler.TriggerJob(new Quartz.JobKey(SweepDeadlines.JobName));
            return true;
        });
        for (var i = 0; i < 100; i++)
        {
            if (!await host.Within(services => services.GetRequiredService<AppDb>().Set<CaseLookRow>().AnyAsync())) return;
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
        Assert.Fail("The sweep did not run.");
    }

    private static Task<SweepOutcome> Sweep(CaseHost cases) => cases.Host.Within(async services => (await services.GetRequiredService<SweepDeadlines>().Run(CancellationToken.None)).Value!);

    private static async Task<string> Workbench(HttpClient person) => WebUtility.HtmlDecode(await person.GetStringAsync("/office"));

    private static async Task<string> Plan(AppDb db, Database database)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = (database == Database.Sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + "SELECT case_id FROM case_look WHERE look_on <= '2026-03-17' ORDER BY look_on, case_id LIMIT 50";
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(reader.FieldCount - 1));
        return string.Join('\n', lines);
    }
}
