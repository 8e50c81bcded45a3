using Lianzhi.Core;
using Lianzhi.Core.Clues;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Clues;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Clues;

public class ClueSearchTests
{
    private const string Street = "350603001";
    private const int Count = 2_500; // More than are looked through before the index is asked.
    private static readonly string[] Happenings = ["渣土车夜间沿路遗撒", "饭店油烟直排", "占道经营", "犬只未打疫苗"];
    private static readonly string[] Phrases = ["渣土", "投20261008-0077", "龙文中路240号 油烟", "夜间 水仙", "水仙", "OIL", "查无此事", "车"];

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Search_CluesOlderThanTheSearch_FindsInBothOrdersWhatComparingEveryTextFinds(Database database)
    {
        await using var host = await TestHost.Start(database);
        var rows = Enumerable.Range(0, Count).Select(number => Row(number, Ids.Make(host.Time.GetUtcNow().AddMinutes(number), [.. BitConverter.GetBytes((long)number), 0, 0]))).ToList();
        await host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.AddRange(rows);
            await db.SaveChangesAsync();
            // As they were before this version, without their texts: the migration writes them.
            foreach (var capability in Capabilities.All) await capability.Migrated(db, default);
            return await db.Set<ClueSearchRow>().CountAsync();
        });
        foreach (var phrase in Phrases)
        {
            var words = Bigrams.Words(phrase);
            var holding = rows.Where(row => words.All(word => Bigrams.Normalise($"{row.Number}\n{row.Address}\n{row.Description}").Contains(word, StringComparison.Ordinal))).ToList();
            Assert.Equal(holding.OrderByDescending(row => row.Id, StringComparer.Ordinal).Select(row => row.Id), await All(host, phrase, "new"));
            Assert.Equal(holding.OrderBy(row => row.DueOn).ThenBy(row => row.Id, StringComparer.Ordinal).Select(row => row.Id), await All(host, phrase, "due"));
        }
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Search_WithAFilter_FindsOnlyWhatBothAskFor(Database database)
    {
        await using var host = await TestHost.Start(database);
        var rows = Enumerable.Range(0, 8).Select(number => Row(number, Ids.Make(host.Time.GetUtcNow().AddMinutes(number), [.. BitConverter.GetBytes((long)number), 0, 0]))).ToList();
        await host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.AddRange(rows);
            db.AddRange(rows.Select(ClueSearchRow.Of));
            return await db.SaveChangesAsync();
        });
        var found = await host.Within(async services => (await services.GetRequiredService<ListClues>().Run(new ClueFilter(ClueState.Accepted, Text: "油烟"), default)).Value!.Items.Select(line => line.Id).ToList());
        Assert.Equal(rows.Where(row => row.State == ClueState.Accepted && row.Description.Contains("油烟", StringComparison.Ordinal)).OrderByDescending(row => row.Id, StringComparer.Ordinal).Select(row => row.Id), found);
        Assert.NotEmpty(found);
    }

    /// <summary>All pages.</summary>
    private static async Task<IReadOnlyList<string>> All(TestHost host, string phrase, string sort)
    {
        var found = new List<string>();
        for (string? after = null; ;)
        {
            var page = (await host.Within(services => services.GetRequiredService<ListClues>().Run(new ClueFilter(Text: phrase, Sort: sort, After: after, Limit: "200"), default))).Value!;
            found.AddRange(page.Items.Select(line => line.Id));
            if ((after = page.Next) is null) return found;
        }
    }

    private static ClueRow Row(int number, string id) => new()
    {
        Id = id,
        Number = $"投20261008-{number:0000}",
        Source = ClueSource.PublicComplaint,
        State = number % 3 == 0 ? ClueState.Unseen : ClueState.Accepted,
        Township = Street,
        Unit = Street,
        BodyCode = Street,
        BodyName = "蓝田街道办事处",
        Description = $"{Happenings[number % Happenings.Length]}{(number % 7 == 0 ? "，Oil 一地" : "")}。",
        Address = number % 50 == 0 ? "水仙大街1号" : $"龙文中路{number % 300}号",
        ReceivedAt = new DateTimeOffset(2026, 10, 8, 1, 0, 0, TimeSpan.Zero),
        ReceivedOn = new DateOnly(2026, 10, 8),
        StepFrom = new DateOnly(2026, 10, 8),
        DueOn = number % 4 == 0 ? ClueRow.NoDue : new DateOnly(2026, 10, 9).AddDays(number % 13),
    };
}
