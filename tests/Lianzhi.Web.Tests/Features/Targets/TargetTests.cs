using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CsCheck;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Targets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Targets;

/// <summary>The register of targets: typed, imported, merged.</summary>
public sealed class TargetTests
{
    private const string Header = "统一社会信用代码,名称,地址,镇街,网格,经度,纬度,行业,风险等级,营业日,营业时间,状态";
    private const string Shop = "91350603MA00000077,漳州云岭餐饮管理有限公司,漳州市龙文区蓝田街道湖滨路8号,蓝田街道,蓝田3,117.7,24.5,餐饮、零售,中,1234567,09:00-21:00,在营";
    private static readonly Assignment Coordinator = new(Role.AreaCoordinator, null, "A1");
    private static readonly Assignment Brigade = new(Role.BrigadeLeader, "350603003", "A1");

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Import_File_AddsThenTellsWhatDiffers(Database database)
    {
        await using var host = await TestHost.Start(database);
        using var client = await host.SignedIn(Coordinator);
        var code = Valid("91350603MA0000007");
        var line = Shop.Replace("91350603MA00000077", code, StringComparison.Ordinal);
        var first = await (await Post(client, $"{Header}\n{line}\n,无照摊点,蓝田街道市场口,350603003,,,,零售,低,,,\n", "部门名录")).Json();
        Assert.Equal((2, 2, 0), (first.GetProperty("count").GetInt32(), first.GetProperty("added").GetInt32(), first.GetProperty("changed").GetInt32()));
        var changed = line.Replace(",中,", ",高,", StringComparison.Ordinal).Replace("漳州市龙文区蓝田街道湖滨路8号", "蓝田街道湖滨路 8 号", StringComparison.Ordinal);
        Assert.Equal(1, (await (await Post(client, $"{Header}\n{changed}", "名录", dryRun: true)).Json()).GetProperty("changed").GetInt32());
        Assert.Equal("medium", await Risk());
        Assert.Equal(1, (await (await Post(client, $"{Header}\n{changed}", "名录")).Json()).GetProperty("changed").GetInt32());
        Assert.Equal("high", await Risk());
        Assert.Equal(0, (await (await Post(client, $"{Header}\n{changed}", "名录")).Json()).GetProperty("changed").GetInt32());

        async Task<string> Risk() => (await (await client.GetAsync($"/api/v1/targets?q={code}")).Json()).GetProperty("items")[0].GetProperty("risk").GetString()!;
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Search_ImportedChangedAndOlderTargets_FindsWhatIsWrittenNow(Database database)
    {
        await using var host = await TestHost.Start(database);
        using var client = await host.SignedIn(Coordinator);
        // More than are looked through before the index is asked, many of them of one millisecond.
        var many = string.Concat(Enumerable.Range(0, 2_600).Select(number => $",摊点{number},路{number}号,蓝田街道,,,,零售,低,,,\n"));
        Assert.Equal(2_602, (await (await Post(client, $"{Header}\n,云岭餐饮,湖滨路8号,蓝田街道,,,,餐饮,低,,,\n,九龙汽修,水仙大街2号,蓝田街道,,,,机动车修理,低,,,\n{many}", "名录")).Json()).GetProperty("added").GetInt32());
        Assert.Equal(["云岭餐饮"], await Found("云岭"));
        Assert.Equal(["云岭餐饮"], await Found("餐饮 湖滨路"));
        Assert.Equal(["摊点77"], await Found("路77号"));
        Assert.Empty(await Found("查无此店"));
        Assert.Equal(20, (await Found("摊点")).Count);
        // The trade of a target is no text it is found by; what changes is found by its new words only.
        Assert.Equal(1, (await (await Post(client, $"{Header}\n,云岭餐饮,湖滨路8号,蓝田街道,,,,餐饮,高,,,", "名录")).Json()).GetProperty("changed").GetInt32());
        Assert.Equal(["云岭餐饮"], await Found("云岭"));
        // As they were before there was a search: the migration writes their texts.
        await host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.RemoveRange(await db.Set<TargetSearchRow>().ToListAsync());
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            foreach (var capability in Capabilities.All) await capability.Migrated(db, default);
            return 0;
        });
        Assert.Equal(["九龙汽修"], await Found("水仙大街"));

        async Task<List<string>> Found(string text) =>
            [.. (await (await client.GetAsync($"/api/v1/targets?limit=20&q={Uri.EscapeDataString(text)}")).Json()).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()!)];
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Import_FaultyCells_AreNamedAndNothingIsKept(Database database)
    {
        await using var host = await TestHost.Start(database);
        using var client = await host.SignedIn(Coordinator);
        var good = string.Concat(Enumerable.Range(0, 2_500).Select(number => $",摊点{number},路{number}号,蓝田街道,,,,零售,低,,,\n"));
        var answer = await Post(client, $"{Header}\n{good}91350603MA00000001,甲,路,某街道,,200,24,餐饮,极高,8,9点,开\n,甲,路,蓝田街道,,,,餐饮,低,,,\n,甲,路,蓝田街道,,,,餐饮,低,,,", "名录");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var text = (await answer.Json()).ToString();
        foreach (var cell in new[] { "A2502", "D2502", "F2502", "I2502", "J2502", "K2502", "L2502", "A2504" }) Assert.Contains($"\"{cell}\"", text, StringComparison.Ordinal);
        Assert.Equal(0, await host.Within(services => services.GetRequiredService<AppDb>().Set<TargetRow>().CountAsync()));
    }

    [Fact]
    public async Task Import_TownshipOfAnotherArea_IsRefused()
    {
        await using var host = await TestHost.Start();
        using var client = await host.SignedIn(Coordinator);
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(client, $"{Header}\n,摊点,路1号,郭坑镇,,,,零售,低,,,", "名录")).StatusCode);
    }

    [Fact]
    public async Task Import_Workbook_IsReadLikeText()
    {
        await using var host = await TestHost.Start();
        using var client = await host.SignedIn(Coordinator);
        var book = Workbook([Header.Split(','), ["", "甲店", "路1号", "蓝田街道", "", "", "", "餐饮", "低", "", "", ""], ["", "乙店", "", "蓝田街道"]]);
        var answer = await Post(client, book, "名录");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var text = (await answer.Json()).ToString();
        Assert.Contains("\"C3\"", text, StringComparison.Ordinal);
        Assert.Contains("\"H3\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"C2\"", text, StringComparison.Ordinal);
    }

    /// <summary>Whatever the bytes, the answer is a lawful one.</summary>
    [Fact]
    public async Task Import_AnyBytes_AreAnsweredWithoutAFault()
    {
        await using var host = await TestHost.Start();
        using var client = await host.SignedIn(Coordinator);
        var book = Workbook([Header.Split(','), ["", "甲店", "路1号", "蓝田街道", "", "", "", "餐饮", "低", "", "", ""]]);
        byte[][] seeds = [Encoding.UTF8.GetBytes($"{Header}\n{Shop}\n"), book, "PK"u8.ToArray(), [], [0xFF, 0xFE, 0x00]];
        var bodies = new List<byte[]>(seeds);
        Gen.Select(Gen.Int[0, seeds.Length - 1], Gen.Int[0, 4000], Gen.Byte, Gen.Int[0, 2]).Sample(
            (seed, at, value, kind) =>
            {
                var bytes = seeds[seed].ToList();
                if (bytes.Count == 0) return;
                at %= bytes.Count;
                if (kind == 0) bytes[at] = value;
                else if (kind == 1) bytes.RemoveRange(at, bytes.Count - at);
                else bytes.Insert(at, value);
                lock (bodies) bodies.Add([.. bytes]);
            }, iter: 150, threads: 1);
        foreach (var body in bodies)
            Assert.InRange((int)(await Post(client, body, "名录", dryRun: true)).StatusCode, 200, 499);
        foreach (var text in new[] { "=cmd|' /C calc'!A0", "\u202Eabc", "𠮷野家", new string('长', 40_000), "<script>alert(1)</script>", "'; DROP TABLE target;--", "../../etc/passwd" })
            Assert.InRange((int)(await Post(client, $"{Header}\n,\"{text}\",路1号,蓝田街道,,,,零售,低,,,", "名录", dryRun: true)).StatusCode, 200, 499);
    }

    /// <summary>A small file that unpacks to millions of rows is given up, not read to its end.</summary>
    [Fact]
    public async Task Import_WorkbookThatUnpacksWithoutEnd_IsRefused()
    {
        await using var host = await TestHost.Start();
        using var client = await host.SignedIn(Coordinator);
        var bomb = Workbook([], filler: 50);
        Assert.True(bomb.Length < 2 << 20, $"{bomb.Length}");
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(client, bomb, "名录", dryRun: true)).StatusCode);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Doubles_AreFoundAndMergedWithAReason(Database database)
    {
        await using var host = await TestHost.Start(database);
        using var client = await host.SignedIn(Brigade);
        var (one, other, third) = (await Register("好味小吃店", "湖滨路8号"), await Register("好味小吃店", "湖滨路8号一层"), await Register("别家", "湖滨路10号"));
        var page = WebUtility.HtmlDecode(await client.GetStringAsync($"/office/targets/{one}"));
        Assert.Contains("同一镇街名称相同", page, StringComparison.Ordinal);
        var version = (await (await client.GetAsync($"/api/v1/targets/{other}")).Json()).GetProperty("version").GetInt64();
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostJson($"/api/v1/targets/{one}/merge", new { twin = other, version, reason = "" })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await client.PostJson($"/api/v1/targets/{one}/merge", new { twin = other, version = version + 1, reason = "同一家" })).StatusCode);
        Assert.Contains("not-a-double", (await (await client.PostJson($"/api/v1/targets/{one}/merge", new { twin = third, version, reason = "同一家" })).Json()).ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await client.PostJson($"/api/v1/targets/{one}/merge", new { twin = other, version, reason = "同一家" })).StatusCode);
        Assert.Equal(one, (await (await client.GetAsync($"/api/v1/targets/{other}")).Json()).GetProperty("mergedInto").GetString());
        Assert.Equal(2, (await (await client.GetAsync("/api/v1/targets")).Json()).GetProperty("items").GetArrayLength());

        async Task<string> Register(string name, string address)
        {
            var answer = await client.PostJson("/api/v1/targets", new { name, address, township = "350603003", sectors = "餐饮", risk = "低" });
            return (await answer.Json()).GetProperty("id").GetString()!;
        }
    }

    [Fact]
    public async Task Target_TypedByHand_IsCheckedLikeAFile()
    {
        await using var host = await TestHost.Start();
        using var client = await host.SignedIn(Brigade);
        var wrong = await client.PostJson("/api/v1/targets", new { creditCode = "123", name = "", address = "路", township = "350603003", sectors = "餐饮", risk = "低" });
        var text = (await wrong.Json()).ToString();
        Assert.Contains("\"creditCode\"", text, StringComparison.Ordinal);
        Assert.Contains("\"name\"", text, StringComparison.Ordinal);
        var (registered, _) = await client.Send("/office/targets/new", "targets.register", new() { ["name"] = "甲店", ["address"] = "路1号", ["township"] = "350603003", ["sectors"] = "餐饮", ["risk"] = "低" });
        Assert.Equal(HttpStatusCode.Redirect, registered.StatusCode);
        var again = await client.PostJson("/api/v1/targets", new { name = "甲店", address = "路 1 号", township = "350603003", sectors = "餐饮", risk = "低" });
        Assert.Contains("target-known", (await again.Json()).ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostJson("/api/v1/targets", new { name = "乙店", address = "路2号", township = "350603001", sectors = "餐饮", risk = "低" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostJson("/api/v1/targets", new { })).StatusCode);
    }

    [Fact]
    public async Task ImportPage_ChecksFirst_AndImportsWhenConfirmed()
    {
        await using var host = await TestHost.Start();
        using var client = await host.SignedIn(Coordinator);
        var csv = Encoding.UTF8.GetBytes($"{Header}\n,甲店,路1号,蓝田街道,,,,零售,低,,,\n");
        var (_, body) = await client.Send("/office/targets/import", "targets.import", [], ("file", "t.csv", csv));
        var text = WebUtility.HtmlDecode(body);
        Assert.Contains("新增 1 个", text, StringComparison.Ordinal);
        var hash = System.Text.RegularExpressions.Regex.Match(text, "name=\"Input.Hash\" value=\"([0-9a-f]+)\"").Groups[1].Value;
        var (imported, _) = await client.Send("/office/targets/import", "targets.import", new() { ["hash"] = hash, ["source"] = "名录" });
        Assert.Equal(HttpStatusCode.Redirect, imported.StatusCode);
        Assert.Equal(1, await host.Within(services => services.GetRequiredService<AppDb>().Set<TargetRow>().CountAsync()));
    }

    private static string Valid(string body) => "0123456789ABCDEFGHJKLMNPQRTUWXY".Select(check => body + check).First(code => Lianzhi.Core.Identifiers.CreditCode(code).Valid);

    private static Task<HttpResponseMessage> Post(HttpClient client, string csv, string source, bool dryRun = false) => Post(client, Encoding.UTF8.GetBytes(csv), source, dryRun);

    private static Task<HttpResponseMessage> Post(HttpClient client, byte[] body, string source, bool dryRun = false)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return client.PostAsync($"/api/v1/targets/import?source={Uri.EscapeDataString(source)}&dryRun={(dryRun ? "true" : "false")}", content);
    }

    private static byte[] Workbook(string[][] rows, int filler = 0)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part("xl/workbook.xml", write => write("<workbook xmlns=\"x\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>"));
            Part("xl/_rels/workbook.xml.rels", write => write("<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"));
            Part("xl/worksheets/sheet1.xml", write =>
            {
                write("<worksheet><sheetData>");
                for (var row = 0; row < rows.Length; row++)
                    write($"<row r=\"{row + 1}\">{string.Concat(rows[row].Select((cell, column) => $"<c r=\"{(char)('A' + column)}{row + 1}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"))}</row>");
                var megabyte = string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 40_000));
                for (var count = 0; count < filler; count++) write(megabyte);
                write("</sheetData></worksheet>");
            });

            void Part(string name, Action<Action<string>> fill)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open());
                fill(writer.Write);
            }
        }
        return bytes.ToArray();
    }
}
