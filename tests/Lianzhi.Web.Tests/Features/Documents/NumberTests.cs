using System.Net;
using System.Text.Json;
using Lianzhi.Core.Access;
using Lianzhi.Web.Features.Documents;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Tests.Features.Cases;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Documents;

/// <summary>Numbers of papers: none twice, none lost, reserved ones used or voided with a reason.</summary>
public sealed class NumberTests
{
    public static TheoryData<Database> Databases => TestHost.Databases;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Numbers_TakenAtOnce_RunOnWithoutDoublesOrGaps(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(one => cases.Officer.PostJson("/api/v1/documents/reservations", new { unit = CaseHost.Street, device = $"终端{one}", count = 2 })));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        var lines = await Lines(cases.Officer, "?limit=200");
        Assert.Equal(Enumerable.Range(1, 16).Select(serial => $"漳龙蓝当罚〔2026〕{serial}号").Order(StringComparer.Ordinal), lines.Select(Number).Order(StringComparer.Ordinal));
        // What a refused step had taken is given back.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cases.Officer.PostJson("/api/v1/cases/on-the-spot", OnSpot(cases, fine: 99_999_00))).StatusCode);
        Assert.True((await cases.Officer.PostJson("/api/v1/cases/on-the-spot", OnSpot(cases))).IsSuccessStatusCode);
        Assert.Contains("漳龙蓝当罚〔2026〕17号", (await Lines(cases.Officer, "?state=used")).Select(Number));
        var run = (await (await cases.Officer.GetAsync($"/api/v1/documents/runs?unit={CaseHost.Street}&year=2026")).Json()).GetProperty("items").EnumerateArray().Single(one => one.GetProperty("genre").GetString() == "当罚");
        Assert.Equal((17, 1, 16, 0), (run.GetProperty("last").GetInt32(), run.GetProperty("used").GetInt32(), run.GetProperty("reserved").GetInt32(), run.GetProperty("before").GetInt32()));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Reserved_Number_IsUsedOnceOrVoidedWithAReason(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        await cases.Officer.PostJson("/api/v1/documents/reservations", new { unit = CaseHost.Street, device = "执法终端3号", count = 2 });
        const string First = "漳龙蓝当罚〔2026〕1号";
        Assert.True((await cases.Officer.PostJson("/api/v1/cases/on-the-spot", OnSpot(cases, "漳龙蓝当罚[2026]1号"))).IsSuccessStatusCode);
        var again = await cases.Officer.PostJson("/api/v1/cases/on-the-spot", OnSpot(cases, First));
        Assert.Equal("number-used", (await again.Json()).GetProperty("refusals")[0].GetProperty("code").GetString());
        var unknown = await cases.Officer.PostJson("/api/v1/cases/on-the-spot", OnSpot(cases, "漳龙蓝当罚〔2026〕9号"));
        Assert.Equal("number-not-reserved", (await unknown.Json()).GetProperty("refusals")[0].GetProperty("code").GetString());
        var used = (await Lines(cases.Officer, "?standing=inForce")).Single(line => Number(line) == First);
        Assert.Equal(("used", 26), (used.GetProperty("state").GetString(), used.GetProperty("caseId").GetString()!.Length));

        var waiting = (await Lines(cases.Officer, "?state=reserved")).Single();
        var address = $"/api/v1/documents/{Uri.EscapeDataString(CaseHost.Street)}/{Uri.EscapeDataString("当罚")}/2026/2/void";
        var version = waiting.GetProperty("version").GetInt64();
        Assert.Equal(HttpStatusCode.BadRequest, (await cases.Officer.PostJson(address, new { version, reason = " " })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await cases.Officer.PostJson(address, new { version = version + 1, reason = "设备故障，现场未使用" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Stranger.PostJson(address, new { version, reason = "设备故障，现场未使用" })).StatusCode);
        Assert.True((await cases.Officer.PostJson(address, new { version, reason = "设备故障，现场未使用" })).IsSuccessStatusCode);
        Assert.Equal("设备故障，现场未使用", (await Lines(cases.Officer, "?state=voided")).Single().GetProperty("reason").GetString());
        var entries = await cases.Host.Within(services => services.GetRequiredService<RecordReader>().Read(NumberBook.StreamOf(waiting.GetProperty("id").GetString()!), CancellationToken.None));
        Assert.Equal([NumberBook.ReservedType, NumberBook.VoidedType], entries.Select(entry => entry.Type));
        Assert.Equal("number-voided", (await (await cases.Officer.PostJson("/api/v1/cases/on-the-spot", OnSpot(cases, "漳龙蓝当罚〔2026〕2号"))).Json()).GetProperty("refusals")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task List_FiltersAndPages_StayInReach()
    {
        await using var cases = await CaseHost.Start();
        await cases.Noticed();
        var all = await Lines(cases.Officer, "");
        Assert.Equal(3, all.Count);
        Assert.Empty(await Lines(cases.Stranger, ""));
        Assert.Equal(3, (await Lines(await cases.Host.SignedIn(new Assignment(Role.JusticeSupervisor, "justice", null)), "?year=2026&from=2026-03-01&to=2026-03-31")).Count);
        Assert.Equal(["行政处罚事先告知书"], (await Lines(cases.Officer, "?kind=prior-notice")).Select(line => line.GetProperty("title").GetString()));
        Assert.Empty(await Lines(cases.Officer, "?year=2025"));
        Assert.Empty(await Lines(cases.Officer, $"?unit={CaseHost.OtherStreet}"));
        var first = await (await cases.Officer.GetAsync("/api/v1/documents?limit=2")).Json();
        var second = await (await cases.Officer.GetAsync($"/api/v1/documents?limit=2&after={first.GetProperty("next").GetString()}")).Json();
        Assert.Equal(all.Select(Number), first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).Select(Number));
        foreach (var wrong in new[] { "?kind=x", "?year=x", "?from=x", "?to=2026-13-01", "?state=x", "?standing=x", "?limit=0", "?after=x" })
            Assert.Equal(HttpStatusCode.BadRequest, (await cases.Officer.GetAsync($"/api/v1/documents{wrong}")).StatusCode);
    }

    [Fact]
    public async Task Page_ReservesAndVoids_ThroughItsForms()
    {
        await using var cases = await CaseHost.Start();
        var (reserved, _) = await cases.Officer.Send("/office/documents", "documents.reserve-numbers", new() { ["unit"] = CaseHost.Street, ["device"] = "执法终端3号", ["count"] = "1" });
        Assert.Equal(HttpStatusCode.Redirect, reserved.StatusCode);
        var (refused, body) = await cases.Officer.Send("/office/documents", "documents.reserve-numbers", new() { ["unit"] = CaseHost.Street, ["device"] = "执法终端3号", ["count"] = "99" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("执法终端3号", WebUtility.HtmlDecode(body), StringComparison.Ordinal);
        var id = PaperNumberRow.IdOf(CaseHost.Street, "当罚", 2026, 1);
        var (voided, _) = await cases.Officer.Send("/office/documents?state=Reserved", $"documents.void-number:{id}", new() { ["reason"] = "设备故障，现场未使用" });
        Assert.Equal(HttpStatusCode.Redirect, voided.StatusCode);
        Assert.Contains("设备故障，现场未使用", WebUtility.HtmlDecode(await cases.Officer.GetStringAsync("/office/documents?state=Voided&unit=350603003")), StringComparison.Ordinal);
    }

    private static object OnSpot(CaseHost cases, string? reservedNumber = null, long fine = 200_00) => new
    {
        at = "2026-03-02T08:30:00+08:00",
        source = "巡查发现",
        party = new { kind = "citizen", name = $"陈大明{reservedNumber?.Length}{fine}", bornOn = "1990-01-01" },
        itemCode = "SZ-001",
        township = CaseHost.Street,
        address = "湘桥路人行道",
        facts = "占用人行道堆放建材。",
        breach = "《城市道路管理条例》第二十七条",
        penaltyBasis = "《城市道路管理条例》第四十二条",
        penalties = new[] { new { kind = "fine", amountFen = fine } },
        certificatesShown = true,
        oralNotice = true,
        partyOpinion = "无异议。",
        correction = "当场清理。",
        receiver = "陈大明",
        officers = cases.Pair,
        reservedNumber,
    };

    private static async Task<List<JsonElement>> Lines(HttpClient client, string query) => [.. (await (await client.GetAsync($"/api/v1/documents{query}")).Json()).GetProperty("items").EnumerateArray()];

    private static string Number(JsonElement line) => line.GetProperty("number").GetString()!;
}
