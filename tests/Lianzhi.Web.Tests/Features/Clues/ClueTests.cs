using System.Net;
using System.Text.Json;
using Lianzhi.Core.Access;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Platform.Records;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Clues;

/// <summary>From the complaint of the public to its answer, over the API on the real host.</summary>
public class ClueTests
{
    private const string Lantian = "350603003";
    private const string Buwen = "350603001";
    private const string Reason = "经现场查看并核对地图后确认";

    public static TheoryData<Database> Databases => TestHost.Databases;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Complaint_Sent_IsHandledAndAnswered(Database database)
    {
        await using var host = await TestHost.Start(database);
        var sent = await host.Client().PostJson("/api/v1/public/complaints", Complaint());
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        var receipt = await sent.Json();
        Assert.Equal("投20261008-0001", receipt.GetProperty("number").GetString());
        Assert.Equal(8, receipt.GetProperty("code").GetString()!.Length);
        Assert.Equal("2026-10-16", receipt.GetProperty("dueOn").GetString());
        Assert.Contains("蓝田街道", receipt.GetProperty("body").GetString(), StringComparison.Ordinal);

        var officer = await host.SignedIn(new Assignment(Role.Officer, Lantian, "A1"));
        var line = (await (await officer.GetAsync("/api/v1/clues?state=unseen")).Json()).GetProperty("items")[0];
        var id = line.GetProperty("id").GetString()!;
        Assert.Equal(1, (await (await officer.GetAsync("/api/v1/clues?q=打桩 睡眠")).Json()).GetProperty("items").GetArrayLength());
        Assert.Equal(0, (await (await officer.GetAsync("/api/v1/clues?q=打桩 渣土")).Json()).GetProperty("items").GetArrayLength());
        Assert.Equal("seen", (await (await officer.GetAsync($"/api/v1/clues/{id}")).Json()).GetProperty("state").GetString());
        await Step(officer, id, "amend", new { item = "CG-037", township = Lantian });
        Assert.Equal("township", (await (await officer.GetAsync($"/api/v1/clues/{id}")).Json()).GetProperty("competent").GetProperty("kind").GetString());
        Assert.Contains("还没有可以告知的决定", await Letter(), StringComparison.Ordinal);
        await Step(officer, id, "accept", new { });
        Assert.Contains("举报受理告知书", await Letter(), StringComparison.Ordinal);
        Assert.Equal("已受理，正在核查", (await Progress(host, receipt)).GetProperty("stateText").GetString());
        await host.Within(services => services.GetRequiredService<LinkClueToCase>().Run(id, "case-one", CancellationToken.None));
        await Step(officer, id, "close", new { outcome = "已责令停止夜间施工并处罚款二千元。" });
        await Step(officer, id, "answer", new { answer = "施工单位已被处罚，夜间不再施工。" });
        Assert.Contains("举报处理结果告知书", await Letter(), StringComparison.Ordinal);
        Assert.Contains("夜间不再施工", await Letter(), StringComparison.Ordinal);

        var progress = await Progress(host, receipt);
        Assert.Equal(("answered", "施工单位已被处罚，夜间不再施工。"), (progress.GetProperty("state").GetString(), progress.GetProperty("answer").GetString()));
        var check = await host.Within(services => services.GetRequiredService<RecordReader>().Check($"clue/{id}", CancellationToken.None));
        Assert.True(check.Holds);

        async Task<string> Letter() => WebUtility.HtmlDecode(await officer.GetStringAsync($"/office/clues/{id}/letter"));
    }

    [Fact]
    public async Task Complaint_Numbers_CountWithinTheDay()
    {
        await using var host = await TestHost.Start();
        var client = host.Client();
        var numbers = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ => (await (await client.PostJson("/api/v1/public/complaints", Complaint())).Json()).GetProperty("number").GetString()));
        Assert.Equal(Enumerable.Range(1, 5).Select(place => $"投20261008-000{place}"), numbers.Order(StringComparer.Ordinal));
        host.Time.Set(2026, 10, 9);
        Assert.Equal("投20261009-0001", (await (await client.PostJson("/api/v1/public/complaints", Complaint())).Json()).GetProperty("number").GetString());
    }

    [Fact]
    public async Task Complaint_SameKeyTwice_IsOneComplaint()
    {
        await using var host = await TestHost.Start();
        var first = await (await host.Client().PostJson("/api/v1/public/complaints", Complaint(), "one-key")).Content.ReadAsStringAsync();
        var second = await (await host.Client().PostJson("/api/v1/public/complaints", Complaint(), "one-key")).Content.ReadAsStringAsync();
        Assert.Equal(first, second);
        var officer = await host.SignedIn(new Assignment(Role.Officer, Lantian, "A1"));
        Assert.Equal(1, (await (await officer.GetAsync("/api/v1/clues")).Json()).GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("{}", "category")]
    [InlineData("""{"category":7}""", "category")]
    [InlineData("[]", "$")]
    [InlineData("null", "$")]
    [InlineData("""{"surprise":1}""", "surprise")]
    public async Task Complaint_BadInput_NamesTheField(string body, string field)
    {
        await using var host = await TestHost.Start();
        var answer = await host.Client().PostAsync("/api/v1/public/complaints", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Json()).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task Complaint_TooLargeBody_Is413()
    {
        await using var host = await TestHost.Start();
        var answer = await host.Client().PostJson("/api/v1/public/complaints", new { description = new string('字', 40_000) });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Progress_WrongCodeAndUnknownNumber_AnswerTheSame()
    {
        await using var host = await TestHost.Start();
        var receipt = await (await host.Client().PostJson("/api/v1/public/complaints", Complaint())).Json();
        var wrong = await host.Client().PostJson("/api/v1/public/complaints/progress", new { number = receipt.GetProperty("number").GetString(), code = "AAAAAAAA" });
        var unknown = await host.Client().PostJson("/api/v1/public/complaints/progress", new { number = "投20261008-9999", code = "AAAAAAAA" });
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
        Assert.Equal((await wrong.Json()).GetProperty("detail").GetString(), (await unknown.Json()).GetProperty("detail").GetString());
        Assert.Equal((await wrong.Json()).GetProperty("type").GetString(), (await unknown.Json()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task Clue_OfAnotherTownship_IsNotThere()
    {
        await using var host = await TestHost.Start();
        await host.Client().PostJson("/api/v1/public/complaints", Complaint());
        var own = await host.SignedIn(new Assignment(Role.Officer, Lantian, "A1"));
        var id = (await (await own.GetAsync("/api/v1/clues")).Json()).GetProperty("items")[0].GetProperty("id").GetString();
        var other = await host.SignedIn(new Assignment(Role.Officer, Buwen, "A1"));
        Assert.Equal(0, (await (await other.GetAsync("/api/v1/clues")).Json()).GetProperty("items").GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/api/v1/clues/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostJson($"/api/v1/clues/{id}/accept", new { version = 1 })).StatusCode);
        var admin = await host.SignedIn(new Assignment(Role.Administrator, null, null));
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.GetAsync($"/api/v1/clues/{id}")).StatusCode);
    }

    [Fact]
    public async Task Papers_OfATransferredClue_TellItsWayAndMaskWhoReported()
    {
        await using var host = await TestHost.Start();
        await host.Client().PostJson("/api/v1/public/complaints", Complaint());
        var own = await host.SignedIn(new Assignment(Role.Officer, Lantian, "A1"));
        var clue = (await (await own.GetAsync("/api/v1/clues")).Json()).GetProperty("items")[0];
        var id = clue.GetProperty("id").GetString();
        var draft = WebUtility.HtmlDecode(await own.GetStringAsync($"/office/clues/{id}/papers/clue-register/0"));
        Assert.Contains("举报（投诉）登记表", draft, StringComparison.Ordinal);
        Assert.Contains("【待审查决定】", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("construction-noise", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("13800000021", draft, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await own.GetAsync($"/office/clues/{id}/papers/clue-transfer/0.docx")).StatusCode);
        var moved = await own.PostJson($"/api/v1/clues/{id}/transfer", new { version = (await (await own.GetAsync($"/api/v1/clues/{id}")).Json()).GetProperty("version").GetInt64(), to = Buwen, reason = "案发地在步文街道，依法移送。" });
        Assert.True(moved.IsSuccessStatusCode, await moved.Content.ReadAsStringAsync());
        var other = await host.SignedIn(new Assignment(Role.Officer, Buwen, "A1"));
        var sheet = WebUtility.HtmlDecode(await other.GetStringAsync($"/office/clues/{id}/papers/clue-transfer/0"));
        Assert.Contains("线索移送单", sheet, StringComparison.Ordinal);
        Assert.Contains("案发地在步文街道，依法移送。", sheet, StringComparison.Ordinal);
        Assert.Contains("步文街道办事处", sheet, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync($"/office/clues/{id}/papers/clue-register/0.docx")).StatusCode);
        Assert.Contains("线索文书", WebUtility.HtmlDecode(await other.GetStringAsync($"/office/clues/{id}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reporter_IsMasked_AndEachReadingIsRecorded()
    {
        await using var host = await TestHost.Start();
        await host.Client().PostJson("/api/v1/public/complaints", Complaint());
        var officer = await host.SignedIn(new Assignment(Role.Officer, Lantian, "A1"));
        var id = (await (await officer.GetAsync("/api/v1/clues")).Json()).GetProperty("items")[0].GetProperty("id").GetString()!;
        var text = await (await officer.GetAsync($"/api/v1/clues/{id}")).Content.ReadAsStringAsync();
        Assert.DoesNotContain("陈小明", text, StringComparison.Ordinal);
        Assert.DoesNotContain("13800000021", text, StringComparison.Ordinal);
        Assert.Contains("陈某某 138****0021", text, StringComparison.Ordinal);
        var shown = await host.Within(services => services.GetRequiredService<ShowReporter>().Run(id, "电话核实情况", CancellationToken.None));
        Assert.Equal(new Reporter("陈小明", "13800000021"), shown.Value);
        var entries = await host.Within(services => services.GetRequiredService<RecordReader>().Read($"clue/{id}", CancellationToken.None));
        Assert.Equal("reporter-shown", entries[^1].Type);
    }

    [Fact]
    public async Task Transfer_ToAnotherTownship_MovesItThere()
    {
        await using var host = await TestHost.Start();
        await host.Client().PostJson("/api/v1/public/complaints", Complaint());
        var officer = await host.SignedIn(new Assignment(Role.Officer, Lantian, "A1"));
        var id = (await (await officer.GetAsync("/api/v1/clues")).Json()).GetProperty("items")[0].GetProperty("id").GetString()!;
        await Step(officer, id, "transfer", new { to = Buwen, reason = Reason });
        var other = await host.SignedIn(new Assignment(Role.Officer, Buwen, "A1"));
        Assert.Equal("transferred", (await (await other.GetAsync($"/api/v1/clues/{id}")).Json()).GetProperty("state").GetString());
        await Step(other, id, "accept", new { });
    }

    [Fact]
    public async Task Report_ToTheChief_WhoArranges()
    {
        await using var host = await TestHost.Start();
        await host.Client().PostJson("/api/v1/public/complaints", Complaint());
        var officer = await host.SignedIn(new Assignment(Role.Officer, Lantian, "A1"));
        var id = (await (await officer.GetAsync("/api/v1/clues")).Json()).GetProperty("items")[0].GetProperty("id").GetString()!;
        await officer.GetAsync($"/api/v1/clues/{id}");
        var none = await officer.PostJson($"/api/v1/clues/{id}/report", new { version = 2, reason = Reason });
        Assert.Equal("report-no-ground", (await none.Json()).GetProperty("refusals")[0].GetProperty("code").GetString());
        await Step(officer, id, "report", new { crossesTownships = true, reason = Reason });
        var chief = await host.SignedIn(new Assignment(Role.AreaChief, null, "A1"));
        foreach (var page in new[] { "/office", "/office/sign" })
        {
            var waiting = await chief.GetStringAsync(page);
            Assert.Contains("下达片长安排", waiting, StringComparison.Ordinal);
            Assert.Contains($"/office/clues/{id}", waiting, StringComparison.Ordinal);
        }
        await Step(chief, id, "arrange", new { to = Buwen, reason = "由步文街道牵头核查，蓝田街道配合。" });
        var farChief = await host.SignedIn(new Assignment(Role.AreaChief, null, "A2"));
        Assert.Equal(HttpStatusCode.NotFound, (await farChief.GetAsync($"/api/v1/clues/{id}")).StatusCode);
    }

    [Fact]
    public async Task Step_OnAStaleVersion_Is409()
    {
        await using var host = await TestHost.Start();
        await host.Client().PostJson("/api/v1/public/complaints", Complaint());
        var officer = await host.SignedIn(new Assignment(Role.Officer, Lantian, "A1"));
        var id = (await (await officer.GetAsync("/api/v1/clues")).Json()).GetProperty("items")[0].GetProperty("id").GetString()!;
        await officer.GetAsync($"/api/v1/clues/{id}");
        var stale = await officer.PostJson($"/api/v1/clues/{id}/accept", new { version = 1 });
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Equal(2, (await stale.Json()).GetProperty("version").GetInt64());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task List_Pages_GiveEachClueOnce(Database database)
    {
        await using var host = await TestHost.Start(database);
        for (var i = 0; i < 7; i++)
        {
            host.Time.Advance(TimeSpan.FromHours(6));
            await host.Client().PostJson("/api/v1/public/complaints", Complaint());
        }
        var officer = await host.SignedIn(new Assignment(Role.Officer, Lantian, "A1"));
        foreach (var sort in new[] { "new", "due" })
        {
            var seen = new List<string>();
            string? after = null;
            do
            {
                var page = await (await officer.GetAsync($"/api/v1/clues?limit=3&sort={sort}&after={after}")).Json();
                seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
                after = page.GetProperty("next").GetString();
            }
            while (after is not null);
            Assert.Equal(7, seen.Distinct().Count());
            Assert.Equal(7, seen.Count);
        }
        var first = await (await officer.GetAsync("/api/v1/clues?limit=3")).Json();
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.GetAsync($"/api/v1/clues?q=x&after={first.GetProperty("next").GetString()}")).StatusCode);
    }

    [Fact]
    public async Task Photo_Staged_ComesWithTheComplaint()
    {
        await using var host = await TestHost.Start();
        byte[] photo = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];
        var staged = await host.Client().PostAsync("/api/v1/public/complaints/photos", new ByteArrayContent(photo));
        var token = (await staged.Json()).GetProperty("photo").GetString();
        await host.Client().PostJson("/api/v1/public/complaints", Complaint(token!));
        var officer = await host.SignedIn(new Assignment(Role.Officer, Lantian, "A1"));
        var id = (await (await officer.GetAsync("/api/v1/clues")).Json()).GetProperty("items")[0].GetProperty("id").GetString();
        Assert.Equal(photo, await officer.GetByteArrayAsync($"/api/v1/clues/{id}/photos/1"));
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Client().PostJson("/api/v1/public/complaints", Complaint("made-up"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Client().PostAsync("/api/v1/public/complaints/photos", new ByteArrayContent([1, 2, 3]))).StatusCode);
    }

    [Fact]
    public async Task Register_ByHand_GoesToTheUnitOfThePlace()
    {
        await using var host = await TestHost.Start();
        var officer = await host.SignedIn(new Assignment(Role.Officer, Lantian, "A1"));
        var made = await officer.PostJson("/api/v1/clues", new { source = "patrol", category = "street", description = "巡查发现占道堆放物料", township = Buwen, address = "水仙大街 88 号", occurred = "今天上午" });
        Assert.Equal("线20261008-0001", (await made.Json()).GetProperty("number").GetString());
        var public_ = await officer.PostJson("/api/v1/clues", new { source = "publicComplaint", category = "street", description = "巡查发现占道堆放物料", township = Buwen, address = "水仙大街", occurred = "今天" });
        Assert.Equal(HttpStatusCode.BadRequest, public_.StatusCode);
        var other = await host.SignedIn(new Assignment(Role.Officer, Buwen, "A1"));
        Assert.Equal(1, (await (await other.GetAsync("/api/v1/clues?source=patrol")).Json()).GetProperty("items").GetArrayLength());
    }

    private static async Task Step(HttpClient client, string id, string step, object body)
    {
        var version = (await (await client.GetAsync($"/api/v1/clues/{id}")).Json()).GetProperty("version").GetInt64();
        var members = JsonSerializer.SerializeToNode(body)!.AsObject();
        members["version"] = version;
        var done = await client.PostJson($"/api/v1/clues/{id}/{step}", members);
        Assert.True(done.IsSuccessStatusCode, await done.Content.ReadAsStringAsync());
    }

    private static async Task<JsonElement> Progress(TestHost host, JsonElement receipt) =>
        await (await host.Client().PostJson("/api/v1/public/complaints/progress", new { number = receipt.GetProperty("number").GetString(), code = receipt.GetProperty("code").GetString()!.ToLowerInvariant() })).Json();

    private static object Complaint(params string[] photos) => new
    {
        category = "construction-noise",
        description = "夜里十一点还在打桩，影响睡眠",
        township = Lantian,
        address = "梧桥路与湘桥路路口",
        occurred = "昨天晚上",
        named = true,
        name = "陈小明",
        phone = "13800000021",
        confidential = true,
        photos,
        truthful = true,
    };
}
