using System.Net;
using Lianzhi.Core.Access;

namespace Lianzhi.Web.Tests.Features.Organisation;

public sealed class OrganisationApiTests
{
    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Areas_OfTheShippedDistrict_HoldTheirTownships(Database database)
    {
        await using var host = await TestHost.Start(database);
        var client = host.Client();

        var areas = (await (await client.GetAsync("/api/v1/areas")).Json()).GetProperty("items");
        Assert.Equal(["350603001", "350603002", "350603003", "350603005"], areas[0].GetProperty("townships").EnumerateArray().Select(code => code.GetString()));
        Assert.Equal(["350603004", "350603103"], areas[1].GetProperty("townships").EnumerateArray().Select(code => code.GetString()));

        var before = (await (await client.GetAsync("/api/v1/areas?asOf=2024-06-24")).Json()).GetProperty("items");
        Assert.Equal(0, before.GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/v1/areas/A3")).StatusCode);
    }

    [Fact]
    public async Task Departments_PageByPage_GiveEachOnce()
    {
        await using var host = await TestHost.Start();
        var client = host.Client();
        var codes = new List<string?>();
        for (string? next = ""; next is not null;)
        {
            var page = await (await client.GetAsync($"/api/v1/departments?limit=4&after={next}")).Json();
            codes.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("code").GetString()));
            next = page.GetProperty("next").GetString();
        }
        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
        Assert.Contains("cg", codes);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/api/v1/departments?limit=0")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/api/v1/departments?after=nonsense")).StatusCode);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Officer_WithPublishedCertificate_StandsOnTheRosterUntilSuspended(Database database)
    {
        await using var host = await TestHost.Start(database);
        var justice = await host.SignedIn(new Assignment(Role.JusticeSupervisor, "sf", null));
        var officer = await Id(justice.PostJson("/api/v1/officers", new { officer = new { name = "林晓岚", unit = "350603003", from = "2025-01-01" }, reason = "调入" }));
        await Id(justice.PostJson($"/api/v1/officers/{officer}/certificates",
            new { number = "示1306030001", issuer = "区司法局", from = "2025-01-01", to = "2030-01-01", publishedOn = "2025-02-01" }));

        var roster = await (await host.Client().GetAsync("/api/v1/rosters")).Json();
        var line = Assert.Single(roster.GetProperty("items").EnumerateArray());
        Assert.Equal(["certificate", "name", "seconded", "unit", "unitName", "validFrom", "validTo"], line.EnumerateObject().Select(member => member.Name).Order());
        Assert.Equal("2029-12-31", line.GetProperty("validTo").GetString());
        Assert.Contains("林晓岚", await host.Client().GetStringAsync("/roster?unit=350603003"), StringComparison.Ordinal);

        var page = await justice.GetStringAsync($"/office/officers/{officer}");
        var address = System.Text.RegularExpressions.Regex.Match(page, "/office/officers/[a-z0-9]+/certificates/[a-z0-9]{26}").Value;
        var (response, _) = await justice.Send(address, "organisation.change-certificate", new() { ["act"] = "Suspend", ["on"] = "2026-10-08", ["reason"] = "涉嫌违反执法纪律，暂扣待查" });
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Empty((await (await host.Client().GetAsync("/api/v1/rosters")).Json()).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Certificate_OverlappingTerm_IsRefused()
    {
        await using var host = await TestHost.Start();
        var justice = await host.SignedIn(new Assignment(Role.JusticeSupervisor, "sf", null));
        var officer = await Id(justice.PostJson("/api/v1/officers", new { officer = new { name = "王立", unit = "cg", from = "2025-01-01" }, reason = "调入" }));
        var path = $"/api/v1/officers/{officer}/certificates";
        await Id(justice.PostJson(path, new { number = "示1", issuer = "区司法局", from = "2025-01-01", to = "2026-01-01" }));

        var again = await justice.PostJson(path, new { number = "示2", issuer = "区司法局", from = "2025-12-31", to = "2027-01-01" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Equal("validity-overlaps", (await again.Json()).GetProperty("refusals")[0].GetProperty("code").GetString());
        await Id(justice.PostJson(path, new { number = "示2", issuer = "区司法局", from = "2026-01-01", to = "2027-01-01" }));
    }

    [Fact]
    public async Task Post_NewHolder_EndsTheOneBeforeOnThatDay()
    {
        await using var host = await TestHost.Start();
        var staff = await host.SignedIn(new Assignment(Role.OrganisationStaff, "zz", null));
        var first = await Id(staff.PostJson("/api/v1/officers", new { officer = new { name = "甲一", unit = "cg", from = "2024-01-01" }, reason = "调入" }));
        var second = await Id(staff.PostJson("/api/v1/officers", new { officer = new { name = "乙二", unit = "cg", from = "2024-01-01" }, reason = "调入" }));
        await Id(staff.PostJson("/api/v1/posts", Chief(first, "2024-07-01")));
        await Id(staff.PostJson("/api/v1/posts", Chief(second, "2026-10-01")));

        Assert.Contains("片长：甲一", await staff.GetStringAsync("/office/organisation?asOf=2026-09-30"), StringComparison.Ordinal);
        Assert.Contains("片长：乙二", await staff.GetStringAsync("/office/organisation?asOf=2026-10-01"), StringComparison.Ordinal);
        Assert.Contains("片长：空缺", await staff.GetStringAsync("/office/organisation?asOf=2024-06-30"), StringComparison.Ordinal);

        static object Chief(string officer, string from) =>
            new { post = new { kind = "areaChief", place = "A1", officerId = officer, source = "区委组织部文件", from }, reason = "名单调整" };
    }

    [Fact]
    public async Task Post_SigningScopeForAreaChief_KeepsTheFormWithItsRefusal()
    {
        await using var host = await TestHost.Start();
        var staff = await host.SignedIn(new Assignment(Role.OrganisationStaff, "zz", null));
        var officer = await Id(staff.PostJson("/api/v1/officers", new { officer = new { name = "甲一", unit = "cg", from = "2024-01-01" }, reason = "调入" }));

        var (response, body) = await staff.Send("/office/organisation/posts", "organisation.fill-post", new()
        {
            ["kind"] = "AreaChief",
            ["place"] = "A1",
            ["officerId"] = officer,
            ["signingScope"] = "立案审批",
            ["source"] = "某文件",
            ["from"] = "2026-10-08",
            ["reason"] = "调整",
        });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("片长等不因该职务取得签批权", body, StringComparison.Ordinal);
        Assert.Contains("立案审批", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Liaison_AddingAnOfficerToAnotherUnit_IsForbidden()
    {
        await using var host = await TestHost.Start();
        var liaison = await host.SignedIn(new Assignment(Role.Liaison, "cg", null));

        Assert.Equal(HttpStatusCode.Forbidden, (await liaison.PostJson("/api/v1/officers", new { officer = new { name = "甲", unit = "zr", from = "2025-01-01" } })).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await liaison.PostJson("/api/v1/officers", new { officer = new { name = "甲", unit = "cg", from = "2025-01-01" } })).StatusCode);
    }

    [Theory]
    [InlineData("/office/organisation"), InlineData("/office/officers"), InlineData("/office/officers/new"), InlineData("/office/organisation/posts")]
    [InlineData("/areas"), InlineData("/roster"), InlineData("/office/items"), InlineData("/office/items/CG-014"), InlineData("/office/items/import")]
    [InlineData("/office/items/CG-014/empowerments/350603003"), InlineData("/powers"), InlineData("/powers/CG-014"), InlineData("/office/who"), InlineData("/who")]
    public async Task Page_ForTheJusticeBureau_Opens(string address)
    {
        await using var host = await TestHost.Start();
        var justice = await host.SignedIn(new Assignment(Role.JusticeSupervisor, "sf", null));

        Assert.Equal(HttpStatusCode.OK, (await justice.GetAsync(address)).StatusCode);
    }

    private static async Task<string> Id(Task<HttpResponseMessage> request)
    {
        var response = await request;
        Assert.True(response.StatusCode == HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return (await response.Json()).GetProperty("id").GetString()!;
    }
}
