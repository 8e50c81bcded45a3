using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Disclosure;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Disclosure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Disclosure;

public class DisclosureSearchTests
{
    private const string Street = "350603001";
    private const int Count = 2_500; // More than are looked through before the index is asked.
    private static readonly string[] Causes = ["渣土车辆未密闭", "油烟直排", "占道经营", "犬只未打疫苗"];
    private static readonly string[] Phrases = ["渣土", "第77号", "第2400号 油烟", "未密闭 某百川", "百川", "OIL", "查无此案", "件"];

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Search_DisclosuresOlderThanTheSearch_FindsWhatComparingEveryTextFinds(Database database)
    {
        await using var host = await TestHost.Start(database);
        var rows = Enumerable.Range(0, Count).Select(number => Row(number, Ids.Make(host.Time.GetUtcNow().AddMinutes(number), [.. BitConverter.GetBytes((long)number), 0, 0]))).ToList();
        // Two of one millisecond whose random beginnings are the same.
        rows.AddRange(new[] { 1, 2 }.Select(last => Row(Count + last, Ids.Make(host.Time.GetUtcNow().AddMinutes(Count), [0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)last]))));
        await host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.AddRange(rows);
            await db.SaveChangesAsync();
            // As they were before this version, without their texts: the migration writes them.
            foreach (var capability in Capabilities.All) await capability.Migrated(db, default);
            return await db.Set<DisclosureSearchRow>().CountAsync();
        });
        foreach (var phrase in Phrases)
        {
            var words = Bigrams.Words(phrase);
            bool Holds(DisclosureRow row) => words.All(word => Bigrams.Normalise($"{row.DecisionNumber}\n{row.Cause}\n{row.Party}").Contains(word, StringComparison.Ordinal));
            var office = rows.Where(Holds).OrderByDescending(row => row.Id, StringComparer.Ordinal).Take(200).Select(row => row.Id);
            var found = await host.Within(async services => (await services.GetRequiredService<ListDisclosures>().Run(null, phrase, null, "200", default)).Value!.Items.Select(line => line.Id).ToList());
            Assert.True(office.SequenceEqual(found), $"“{phrase}” in the office on {database}: {office.Count()} expected, {found.Count} found");
            var open = rows.Where(row => row.State == DisclosureState.Published && Holds(row)).OrderByDescending(row => row.PublishedOn).ThenByDescending(row => row.Id, StringComparer.Ordinal).Take(200).Select(row => row.Id);
            var read = await host.Within(async services => (await services.GetRequiredService<ReadDecisions>().List(phrase, null, null, "200", default)).Value!.Items.Select(line => line.Id).ToList(), Actor.Public);
            Assert.True(open.SequenceEqual(read), $"“{phrase}” in public on {database}: {open.Count()} expected, {read.Count} found");
        }
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Search_SecondPage_GoesOnWhereTheFirstEnded(Database database)
    {
        await using var host = await TestHost.Start(database);
        var rows = Enumerable.Range(0, 300).Select(number => Row(number, Ids.Make(host.Time.GetUtcNow().AddMinutes(number), [.. BitConverter.GetBytes((long)number), 0, 0]))).ToList();
        await host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.AddRange(rows);
            db.AddRange(rows.Select(DisclosureSearchRow.Of));
            return await db.SaveChangesAsync();
        });
        var expected = rows.Where(row => row.State == DisclosureState.Published && row.Cause == Causes[0]).OrderByDescending(row => row.PublishedOn).ThenByDescending(row => row.Id, StringComparer.Ordinal).Select(row => row.Id).ToList();
        var read = new List<string>();
        for (string? after = null; ;)
        {
            var page = await host.Within(services => services.GetRequiredService<ReadDecisions>().List("渣土", null, after, "20", default), Actor.Public);
            read.AddRange(page.Value!.Items.Select(line => line.Id));
            if ((after = page.Value.Next) is null) break;
        }
        Assert.Equal(expected, read);
    }

    private static DisclosureRow Row(int number, string id) => new()
    {
        Id = id,
        CaseId = id,
        State = number % 3 == 0 ? DisclosureState.Withheld : DisclosureState.Published,
        DecisionNumber = $"漳龙蓝罚〔2026〕第{number}号",
        Simple = false,
        PartyKind = PublishedPartyKind.Organisation,
        Party = number % 50 == 0 ? "漳州某百川公司" : number % 7 == 0 ? "Oil有限公司" : "某某店",
        Cause = Causes[number % Causes.Length],
        Item = "CG-030",
        ResultText = "罚款",
        Basis = "",
        OrganCode = Street,
        OrganName = "蓝田街道办事处",
        DecidedOn = new DateOnly(2026, 3, 1),
        ServedOn = new DateOnly(2026, 3, 1),
        PublishedOn = number % 3 == 0 ? null : new DateOnly(2026, 2, 1).AddDays(number % 20),
        EndsOn = number % 3 == 0 ? null : new DateOnly(2030, 1, 1),
        Paragraphs = "[]",
        Masks = "[]",
    };
}
