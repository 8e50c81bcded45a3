using System.IO.Compression;
using System.Net;

namespace Lianzhi.Web.Tests.Features.Cases;

public sealed class CasePageTests
{
    [Fact]
    public async Task Pages_OfANoticedCase_ShowEachTab()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        foreach (var (tab, words) in new[] { ("handle", "作出决定"), ("evidence", "现场检查笔录1份"), ("documents", "行政处罚事先告知书"), ("clocks", "作出处罚决定期限"), ("record", "记录完整性校验通过"), ("links", "执法主体的依据") })
        {
            var page = await cases.Officer.GetAsync($"/office/cases/{id}?tab={tab}");
            var body = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Contains(words, body, StringComparison.Ordinal);
        }
        Assert.Contains("漳龙蓝立〔2026〕1号", WebUtility.HtmlDecode(await cases.Officer.GetStringAsync("/office/cases")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Stranger.GetAsync($"/office/cases/{id}")).StatusCode);
    }

    [Fact]
    public async Task StepPage_Blocked_SaysWhyInsteadOfAForm()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        var body = WebUtility.HtmlDecode(await cases.Head.GetStringAsync($"/office/cases/{id}/steps/make-decision"));
        Assert.Contains("陈述申辩期", body, StringComparison.Ordinal);
        Assert.DoesNotContain("<form method=\"post\" class=\"lz-form", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StepForm_Sent_TakesTheStep_AndRefused_KeepsWhatWasTyped()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Propose();
        var (refused, body) = await cases.Head.Send($"/office/cases/{id}/steps/refuse-filing", "cases.take-step", new() { ["reason"] = "" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("请填写不予立案的理由", WebUtility.HtmlDecode(body), StringComparison.Ordinal);
        var (done, _) = await cases.Head.Send($"/office/cases/{id}/steps/approve-filing", "cases.take-step", new() { ["opinion"] = "同意立案。" });
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal("investigating", (await (await cases.Head.GetAsync($"/api/v1/cases/{id}")).Json()).GetProperty("stage").GetString());
    }

    [Fact]
    public async Task StepPages_OfEveryOpenStep_Render()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Propose();
        await cases.At(3, 3);
        await CaseHost.Take(cases.Head, id, new { step = "approve-filing", opinion = "同意立案。" });
        foreach (var step in new[] { "record-inspection", "record-interview", "order-correction" })
            Assert.Contains("执法人员（一）", WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/cases/{id}/steps/{step}")), StringComparison.Ordinal);
        Assert.Contains("提请立案", WebUtility.HtmlDecode(await cases.Officer.GetStringAsync("/office/cases/new")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnTheSpotForm_Sent_LeadsToTheDecision()
    {
        await using var cases = await CaseHost.Start();
        var typed = new Dictionary<string, string>
        {
            ["at"] = "2026-03-02T08:30",
            ["itemCode"] = "SZ-001",
            ["township"] = CaseHost.Street,
            ["address"] = "湘桥路人行道",
            ["party.kind"] = "citizen",
            ["party.name"] = "陈大明",
            ["facts"] = "占用人行道堆放建材。",
            ["breach"] = "《城市道路管理条例》第二十七条",
            ["penaltyBasis"] = "《城市道路管理条例》第四十二条",
            ["penalties.fine"] = "200",
            ["correction"] = "当场清理。",
            ["certificatesShown"] = "true",
            ["oralNotice"] = "true",
            ["partyOpinion"] = "无异议。",
            ["receiver"] = "陈大明",
            ["officers[0]"] = cases.FirstOfficer,
            ["officers[1]"] = cases.SecondOfficer,
        };
        var (refused, again) = await cases.Officer.Send("/office/cases/on-the-spot", "cases.penalise-on-spot", new(typed) { ["penalties.fine"] = "300" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        foreach (var kept in new[] { "陈大明", "湘桥路人行道", "当场清理。", "value=\"300\"" }) Assert.Contains(kept, WebUtility.HtmlDecode(again), StringComparison.Ordinal);
        var (done, body) = await cases.Officer.Send("/office/cases/on-the-spot", "cases.penalise-on-spot", typed);
        Assert.True(done.StatusCode == HttpStatusCode.Redirect, WebUtility.HtmlDecode(body));
        var paper = WebUtility.HtmlDecode(await cases.Officer.GetStringAsync(done.Headers.Location!.ToString()));
        Assert.Contains("应当先自收到本决定书之日起六十日内", paper, StringComparison.Ordinal);
        Assert.Contains("贰佰元整", paper, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Papers_AsPageDocxAndText_SayTheSame()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        var text = (await (await cases.Officer.GetAsync($"/api/v1/cases/{id}/documents/prior-notice")).Json()).GetProperty("text").GetString()!;
        var page = WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/cases/{id}/documents/prior-notice/0"));
        var file = await cases.Officer.GetAsync($"/office/cases/{id}/documents/prior-notice/0.docx");
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        using var archive = new ZipArchive(await file.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(archive.GetEntry("word/document.xml")!.Open());
        var word = WebUtility.HtmlDecode(await reader.ReadToEndAsync());
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.StartsWith('一') || line.StartsWith('四') || line.StartsWith("漳龙蓝", StringComparison.Ordinal)))
        {
            Assert.Contains(line, page, StringComparison.Ordinal);
            Assert.Contains(line, word, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Officer.GetAsync($"/office/cases/{id}/documents/on-spot-decision/0.docx")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Stranger.GetAsync($"/office/cases/{id}/documents/prior-notice/0.docx")).StatusCode);
    }
}
