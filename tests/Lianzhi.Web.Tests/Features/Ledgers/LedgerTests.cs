using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Ledgers;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Ledgers;

public sealed class LedgerTests
{
    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Ledger_ManyLines_ArePagedOpenOnesFirst(Database database)
    {
        await using var host = await TestHost.Start(database);
        var rows = Enumerable.Range(0, 90).Select(number => Row(number)).ToList();
        await host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.AddRange(rows);
            return await db.SaveChangesAsync();
        });
        var expected = rows.Where(row => row.Kind == LedgerKind.Goods).OrderBy(row => row.Settled).ThenBy(row => row.DueOn).ThenBy(row => row.CaseId, StringComparer.Ordinal).ThenBy(row => row.Place).ToList();
        Assert.Equal(expected.Select(row => (row.CaseId, row.Place)), await All(host, all: true));
        Assert.Equal(expected.Where(row => !row.Settled).Select(row => (row.CaseId, row.Place)), await All(host, all: false));
    }

    private static async Task<List<(string CaseId, int Place)>> All(TestHost host, bool all)
    {
        var found = new List<(string, int)>();
        for (string? after = null; ;)
        {
            var page = (await host.Within(services => services.GetRequiredService<ListLedger>().Run(LedgerKind.Goods, all, after, "7", default))).Value!;
            found.AddRange(page.Items.Select(line => (line.CaseId, line.Place)));
            if ((after = page.Next) is null) return found;
        }
    }

    private static LedgerRow Row(int number) => new()
    {
        CaseId = $"case{number / 3 % 11:00}",
        Kind = number % 5 == 0 ? LedgerKind.Debts : LedgerKind.Goods,
        Place = number,
        Number = "示例",
        Title = "示例案",
        Unit = number % 2 == 0 ? "350603003" : "350603001",
        What = "扣押",
        Standing = "在封（扣）",
        Since = new(2026, 3, 1),
        DueOn = number % 4 == 0 ? DateText.Last : new DateOnly(2026, 10, 1).AddDays(number % 6),
        Settled = number % 3 == 0,
    };
}
