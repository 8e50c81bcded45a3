using Lianzhi.Core;
using Lianzhi.Core.Cases;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Cases;

public class CaseSearchTests
{
    private const int Count = 2_500; // More than are looked through newest first.
    private static readonly string[] Syllables = ["渣土", "车", "未密闭", "油烟", "A", "b2", "100%", "_", "（龙文区）", "𠮷", "号", " ", "\"", "'", "%", "烟油"];

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Search_AnyPhrase_FindsWhatComparingEveryTextFinds(Database database)
    {
        await using var host = await TestHost.Start(database);
        var random = new Random(20261126);
        var texts = Enumerable.Range(0, Count).Select(number => (Id: Ids.Make(host.Time.GetUtcNow().AddMinutes(number), Bytes(random)), Text: Text(random, number))).ToList();
        await host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            foreach (var (id, text) in texts)
            {
                db.Add(Row(id, text));
                db.Add(SearchRow(id, text, texts.FindIndex(one => one.Id == id)));
            }
            return await db.SaveChangesAsync();
        });
        var phrases = Enumerable.Range(0, 60).Select(_ => Phrase(texts[random.Next(Count)].Text, random)).Append("烟油烟油烟油").Append("第77件 渣土").ToList();
        foreach (var phrase in phrases)
        {
            var words = Bigrams.Words(phrase);
            if (words.Count == 0) continue;
            var expected = texts.Where(text => words.All(word => Bigrams.Normalise(text.Text).Contains(word, StringComparison.Ordinal))).Select(text => text.Id).OrderDescending(StringComparer.Ordinal).Take(200).ToList();
            var found = await host.Within(async services => (await services.GetRequiredService<ListCases>().Run(new CaseFilter(Text: phrase, Limit: "200"), default)).Value!.Items.Select(line => line.Id).ToList());
            Assert.True(expected.SequenceEqual(found), $"“{phrase}” on {database}: {expected.Count} expected, {found.Count} found");
            var count = await host.Within(async services => (await services.GetRequiredService<ListCases>().Count(new CaseFilter(Text: phrase), default)).Value);
            Assert.Equal(texts.Count(text => words.All(word => Bigrams.Normalise(text.Text).Contains(word, StringComparison.Ordinal))), count);
        }
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Search_CaseJustProposed_IsFoundByPartyAndFactsAndNotByIdentifier(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var id = await cases.Propose();
        foreach (var (phrase, found) in new[] { ("禾丰", true), ("密闭遮盖", true), ("禾丰 渣土", true), ("91350603MA000001XL", false), ("禾丰 油烟", false) })
        {
            var answer = await (await cases.Officer.GetAsync($"/api/v1/cases?q={Uri.EscapeDataString(phrase)}")).Json();
            Assert.True(found == (answer.GetProperty("items").GetArrayLength() == 1), phrase);
        }
        await cases.At(3, 3);
        await CaseHost.Take(cases.Head, id, new { step = "approve-filing", opinion = "同意立案。" });
        var number = (await (await cases.Officer.GetAsync($"/api/v1/cases/{id}")).Json()).GetProperty("number").GetString()!;
        Assert.Equal(1, (await (await cases.Officer.GetAsync($"/api/v1/cases?q={Uri.EscapeDataString(number)}")).Json()).GetProperty("items").GetArrayLength());
    }

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[10];
        random.NextBytes(bytes);
        return bytes;
    }

    private static string Text(Random random, int number) =>
        $"第{number}件" + string.Concat(Enumerable.Range(0, 6).Select(_ => Syllables[random.Next(Syllables.Length)]));

    private static string Phrase(string text, Random random)
    {
        var start = random.Next(text.Length - 2);
        return text.Substring(start, Math.Min(text.Length - start, 2 + random.Next(4)));
    }

    private static CaseSearchRow SearchRow(string id, string text, int number) =>
        new() { Key = number + 1, Id = id, Text = Bigrams.Normalise(text), Pairs = Bigrams.Index(Bigrams.Normalise(text)) };

    private static CaseRow Row(string id, string text) => new()
    {
        Id = id,
        Title = text,
        PartyName = "某",
        MaskedPartyName = "某",
        PartyKey = "",
        ItemCode = "CG-030",
        Cause = "某",
        Unit = CaseHost.Street,
        UnitName = "蓝田街道",
        Township = CaseHost.Street,
        Procedure = CaseProcedure.Ordinary,
        Stage = CaseStage.Investigating,
        OfficerNames = "",
        ActOn = new DateOnly(2026, 3, 1),
        OpenedOn = new DateOnly(2026, 3, 1),
        FineFen = 0,
        DueOn = CaseRow.NoDue,
        Version = 1,
    };
}
