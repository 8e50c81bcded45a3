using System.Net;
using System.Text;
using Lianzhi.Core.Access;
using Lianzhi.Core.Powers;
using Lianzhi.Web.Features.Powers;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Powers;

public sealed class PowersTests
{
    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Snapshot_OfANewInstallation_HoldsTheWholeSampleList(Database database)
    {
        await using var host = await TestHost.Start(database);
        var catalogue = host.Services.GetRequiredService<Snapshot<Catalogue>>().Current;

        Assert.Equal(633, catalogue.Items.Count);
        Assert.Equal(472 * 6, catalogue.Empowerments.Count);
    }

    [Fact]
    public async Task Who_ForEveryone_NamesTheSubjectWithReasons()
    {
        await using var host = await TestHost.Start();

        var page = await host.Client().GetStringAsync("/who?q=CG-014&township=350603003&filedOn=2026-03-02");
        Assert.Contains("漳州市龙文区人民政府蓝田街道办事处", page, StringComparison.Ordinal);
        Assert.Contains("片区的职责", page, StringComparison.Ordinal);
        Assert.Contains("区城市管理和综合执法局", await host.Client().GetStringAsync("/who?q=CG-014&township=350603003&filedOn=2024-06-24"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_WithoutPlace_SaysWhatIsMissingAndKeepsTheWords()
    {
        await using var host = await TestHost.Start();

        var response = await host.Client().GetAsync("/who?q=%E6%B2%B9%E7%83%9F");
        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("请选择行为发生在哪个镇（街道）", page, StringComparison.Ordinal);
        Assert.Contains("油烟", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_FilteredAndPaged_AreFoundByTwoCharacters()
    {
        await using var host = await TestHost.Start();
        var client = host.Client();

        var found = await (await client.GetAsync("/api/v1/items?q=%E6%B2%B9%E7%83%9F")).Json();
        Assert.NotEmpty(found.GetProperty("items").EnumerateArray());
        var own = await (await client.GetAsync("/api/v1/items?level=ownTown")).Json();
        Assert.Equal(5, own.GetProperty("items").GetArrayLength());
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/api/v1/items?level=OwnTown")).StatusCode);
        var first = await (await client.GetAsync("/api/v1/items?limit=200")).Json();
        Assert.NotNull(first.GetProperty("next").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync($"/api/v1/items?limit=200&domain=x&after={first.GetProperty("next").GetString()}")).StatusCode);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Import_ChangedList_HoldsFromItsDayAndLeavesEarlierDaysAlone(Database database)
    {
        await using var host = await TestHost.Start(database);
        var staff = await host.SignedIn(new Assignment(Role.EstablishmentStaff, "bb", null));
        var text = ListWith(lines => [.. lines.Where(line => !line.StartsWith("CG-002,", StringComparison.Ordinal))
            .Select(line => line.StartsWith("CG-001,", StringComparison.Ordinal) ? line.Replace("empowered_to_town", "district_only", StringComparison.Ordinal) : line),
            lines[1].Replace("CG-001", "CG-999", StringComparison.Ordinal)]);

        var dry = await (await Post(staff, "/api/v1/items/import?effective=2026-11-01&dryRun=true", text)).Json();
        Assert.Equal(["CG-999"], dry.GetProperty("added").EnumerateArray().Select(code => code.GetString()));
        Assert.Equal("层级", dry.GetProperty("changed")[0].GetProperty("columns")[0].GetString());
        Assert.Equal(["CG-002"], dry.GetProperty("removed").EnumerateArray().Select(code => code.GetString()));
        Assert.Null(Catalogue(host).ItemOn("CG-999", new DateOnly(2026, 11, 1)));

        Assert.Equal(HttpStatusCode.OK, (await Post(staff, "/api/v1/items/import?effective=2026-11-01&source=%E6%96%87%E4%BB%B6", text)).StatusCode);
        Assert.NotNull(Catalogue(host).ItemOn("CG-002", new DateOnly(2026, 10, 31)));
        Assert.Null(Catalogue(host).ItemOn("CG-002", new DateOnly(2026, 11, 1)));
        Assert.Equal(ItemLevel.EmpoweredToTown, Catalogue(host).ItemOn("CG-001", new DateOnly(2026, 10, 31))!.Level);
        Assert.Equal(ItemLevel.DistrictOnly, Catalogue(host).ItemOn("CG-001", new DateOnly(2026, 11, 1))!.Level);

        var earlier = await Post(staff, "/api/v1/items/import?effective=2026-10-15&source=%E6%96%87%E4%BB%B6", text);
        Assert.Equal("later-list-in-force", (await earlier.Json()).GetProperty("refusals")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Import_BadCell_NamesRowAndColumnAndChangesNothing()
    {
        await using var host = await TestHost.Start();
        var staff = await host.SignedIn(new Assignment(Role.EstablishmentStaff, "bb", null));

        var response = await Post(staff, "/api/v1/items/import?effective=2026-11-01&source=x", ListWith(lines => [.. lines.Select((line, i) => i == 2 ? line.Replace("empowered_to_town", "somewhere", StringComparison.Ordinal) : line)]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True((await response.Json()).GetProperty("errors").TryGetProperty("rows[3].level", out _));
        Assert.Single(Catalogue(host).VersionsOf("CG-002"));
    }

    [Fact]
    public async Task Import_WorkbookWithChineseHeadings_ReadsLikeTheTextFile()
    {
        await using var host = await TestHost.Start();
        var staff = await host.SignedIn(new Assignment(Role.EstablishmentStaff, "bb", null));
        var rows = Catalogue(host).AsOf(host.Time.Today()).Select(item => ItemFile.ToRow(item)
            .Select((text, i) => (ItemFile.Columns[i].Heading, text)).ToDictionary(cell => cell.Heading, cell => (object)cell.text));
        using var workbook = new MemoryStream();
        await MiniExcelLibs.MiniExcel.SaveAsAsync(workbook, rows);

        var response = await staff.PostAsync("/api/v1/items/import?effective=2026-11-01&dryRun=true", new ByteArrayContent(workbook.ToArray()));

        var answer = await response.Json();
        Assert.Equal(633, answer.GetProperty("count").GetInt32());
        Assert.Empty(answer.GetProperty("added").EnumerateArray());
        Assert.Empty(answer.GetProperty("changed").EnumerateArray());
    }

    [Fact]
    public async Task ImportPage_FileThenConfirm_ImportsTheKeptFile()
    {
        await using var host = await TestHost.Start();
        var staff = await host.SignedIn(new Assignment(Role.EstablishmentStaff, "bb", null));
        var bytes = Encoding.UTF8.GetBytes(ListWith(lines => [.. lines.Where(line => !line.StartsWith("CG-002,", StringComparison.Ordinal))]));

        var (page, body) = await staff.Send("/office/items/import", "powers.import-items", new() { ["effective"] = "2026-11-01" }, ("file", "清单.csv", bytes));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("取消 1 项", body, StringComparison.Ordinal);
        var (refused, kept) = await staff.Send("/office/items/import", body, page, "powers.import-items", new() { ["source"] = "" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var (done, _) = await staff.Send("/office/items/import", kept, refused, "powers.import-items", new() { ["source"] = "漳龙政〔2026〕9号" });
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Null(Catalogue(host).ItemOn("CG-002", new DateOnly(2026, 11, 1)));
    }

    [Fact]
    public async Task Empowerment_TakenBack_ReturnsToTheDepartment()
    {
        await using var host = await TestHost.Start();
        var staff = await host.SignedIn(new Assignment(Role.EstablishmentStaff, "bb", null));

        var (response, body) = await staff.Send("/office/items/CG-014/empowerments/350603003", "powers.change-empowerment",
            new() { ["decision"] = "漳龙政〔2024〕40号", ["accepted"] = "true", ["part"] = "Guide", ["to"] = "2026-12-01", ["reason"] = "" });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("请写明变更理由", body, StringComparison.Ordinal);

        (response, _) = await staff.Send("/office/items/CG-014/empowerments/350603003", "powers.change-empowerment",
            new() { ["decision"] = "漳龙政〔2024〕40号", ["accepted"] = "true", ["part"] = "Guide", ["to"] = "2026-12-01", ["reason"] = "动态调整收回" });
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.NotNull(Catalogue(host).EmpowermentOn("CG-014", "350603003", new DateOnly(2026, 11, 30)));
        Assert.Null(Catalogue(host).EmpowermentOn("CG-014", "350603003", new DateOnly(2026, 12, 1)));
    }

    [Fact]
    public async Task Empowerment_OfADistrictItem_IsRefused()
    {
        await using var host = await TestHost.Start();
        var result = await host.Within(services => services.GetRequiredService<ChangeEmpowerment>().Run("SC-036", "350603003", null,
            new EmpowermentChange(new DateOnly(2026, 11, 1), null, "某决定", null, true, null, null, DepartmentPart.Guide, null), "理由", CancellationToken.None));

        Assert.Equal("item-not-for-townships", Assert.Single(result.Refusals).Code);
    }

    private static Catalogue Catalogue(TestHost host) => host.Services.GetRequiredService<Snapshot<Catalogue>>().Current;

    private static string ListWith(Func<string[], string[]> change) => string.Join('\n', change(ShippedData.Lines("items.csv")));

    private static Task<HttpResponseMessage> Post(HttpClient client, string path, string text) =>
        client.PostAsync(path, new StringContent(text, Encoding.UTF8, "text/csv"));
}
