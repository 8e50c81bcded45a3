using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Lianzhi.Core.Cases;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Platform.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Cases;

/// <summary>What follows the decision, through the API and the pages, on both databases.</summary>
public sealed class ExecutionApiTests
{
    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Unpaid_DeferredMissedSurchargedDemanded_GoesToTheCourtWithItsPackage(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var id = await Served(cases);
        await cases.At(4, 2);
        await CaseHost.Take(cases.Officer, id, new { step = "apply-deferral", at = "2026-04-01T10:00:00+08:00", kind = "instalments", reason = "停工三个月", request = "分两期", attachments = 1 });
        await CaseHost.Take(cases.Head, id, new
        {
            step = "decide-deferral",
            approved = true,
            plan = new[] { new { dueOn = "2026-05-08", amountFen = 1000000 }, new { dueOn = "2026-06-08", amountFen = 1000000 } },
            reason = "确有困难。",
        });
        await cases.At(4, 2, 18);
        await CaseHost.Take(cases.Officer, id, new { step = "serve-paper", at = "2026-04-02T15:00:00+08:00", paper = "deferral", service = CaseHost.Handed, officers = cases.Pair });

        // The first part is missed: the plan stands until the head ends it.
        await cases.At(5, 11);
        var tooEarly = await cases.Head.PostJson($"/api/v1/cases/{id}/steps", new { step = "impose-surcharge", reason = "逾期。" });
        Assert.Equal("payment-period-running", (await tooEarly.Json()).GetProperty("refusals")[0].GetProperty("code").GetString());
        await CaseHost.Take(cases.Head, id, new { step = "end-deferral", reason = "第一期逾期未缴。" });
        await CaseHost.Take(cases.Head, id, new { step = "impose-surcharge", reason = "逾期。" });

        await cases.At(9, 28, 18);
        await CaseHost.Take(cases.Officer, id, new { step = "serve-paper", at = "2026-05-11T15:00:00+08:00", paper = "surcharge", service = CaseHost.Handed, officers = cases.Pair });
        await CaseHost.Take(cases.Officer, id, new { step = "serve-demand", at = "2026-09-28T10:00:00+08:00", term = "十日内到银行缴纳。", service = CaseHost.Handed, officers = cases.Pair });
        var noPackage = await cases.Head.GetAsync($"/office/cases/{id}/court-package.zip");
        Assert.Equal(HttpStatusCode.NotFound, noPackage.StatusCode);

        await cases.At(10, 20);
        await CaseHost.Take(cases.Head, id, new { step = "apply-to-court", request = "强制执行罚款及加处罚款。", property = "有渣土车2辆。" });
        var package = await cases.Head.GetAsync($"/office/cases/{id}/court-package.zip");
        using var archive = new ZipArchive(await package.Content.ReadAsStreamAsync());
        Assert.Contains(archive.Entries, entry => entry.FullName == "01 强制执行申请书.docx");
        Assert.Contains(archive.Entries, entry => entry.FullName.EndsWith("催告书.docx", StringComparison.Ordinal));
        var page = WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/cases/{id}"));
        Assert.Contains("申请强制执行", page, StringComparison.Ordinal);
        Assert.Contains("终止分期", page, StringComparison.Ordinal);
        await RowsAreWhatTheRecordSays(cases);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Receipts_ListOfTheBank_RegistersWhatFitsOnceAndTellsOfEachRow(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var id = await Served(cases);
        await cases.At(3, 27);
        await CaseHost.Take(cases.Officer, id, new { step = "take-payment-code", at = "2026-03-25T11:00:00+08:00", code = "3506 0026" });
        const string list = "缴款码,金额,到账日期,票据号\n35060026,100,2026-03-26,票1\n35060026,\"20,000.00\",2026-03-26,票2\n99999999,5,2026-03-26,票3\n";
        async Task<string[]> Match(HttpClient person, string query) =>
            [.. (await (await person.PostAsync($"/api/v1/cases/receipts{query}", new StringContent(list, System.Text.Encoding.UTF8, "text/csv"))).Json()).GetProperty("items").EnumerateArray().Select(row => row.GetProperty("outcome").GetString()!)];
        Task<long> Paid() => cases.Host.Within(async services => (await services.GetRequiredService<CaseStream>().Load(id, default))!.PaidFen);

        Assert.Equal(["amountDiffers", "matched", "unknown"], await Match(cases.Officer, "?dryRun=true"));
        Assert.Equal(0, await Paid());
        Assert.Equal(["amountDiffers", "matched", "unknown"], await Match(cases.Officer, ""));
        Assert.Equal(20_000_00, await Paid());
        Assert.Equal(["amountDiffers", "alreadyRegistered", "unknown"], await Match(cases.Officer, ""));
        Assert.Equal(20_000_00, await Paid());

        var faulty = await cases.Officer.PostAsync("/api/v1/cases/receipts", new StringContent("缴款码,金额,到账日期,票据号\n35060026,很多,2026-03-26,票9\n", System.Text.Encoding.UTF8, "text/csv"));
        Assert.Equal(HttpStatusCode.BadRequest, faulty.StatusCode);
        Assert.Contains("第2行“金额”", (await faulty.Json()).ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await cases.Head.PostAsync("/api/v1/cases/receipts", new StringContent(list, System.Text.Encoding.UTF8, "text/csv"))).StatusCode);
        Assert.Contains("到账清单", WebUtility.HtmlDecode(await cases.Officer.GetStringAsync("/office/cases/receipts")), StringComparison.Ordinal);
        await RowsAreWhatTheRecordSays(cases);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Annulled_Published_LeadsToTheWithdrawalAndCloses(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var id = await Served(cases);
        await CaseHost.Take(cases.Head, id, new { step = "decide-publication", publish = true, ground = "具有一定社会影响", days = 90 });
        await cases.At(4, 20);
        await CaseHost.Take(cases.Officer, id, new { step = "record-review-application", at = "2026-04-15T10:00:00+08:00", organ = "漳州市龙文区人民政府", request = "请求撤销" });
        await CaseHost.Take(cases.Officer, id, new { step = "record-review-progress", at = "2026-04-20T08:00:00+08:00", progress = "accepted", documentNumber = "龙政复受〔2026〕3号" });
        await cases.At(6, 10);
        await CaseHost.Take(cases.Officer, id, new { step = "answer-review", at = "2026-04-28T10:00:00+08:00", content = "答复意见及证据12份。" });
        await CaseHost.Take(cases.Officer, id, new { step = "record-review-decision", at = "2026-06-09T10:00:00+08:00", number = "龙政复决〔2026〕3号", result = "annulled", penalties = Array.Empty<object>(), note = "主要事实不清。" });
        var steps = (await (await cases.Head.GetAsync($"/api/v1/cases/{id}/next-steps")).Json()).GetProperty("items");
        Assert.Equal(("withdraw-publication", "2026-06-12"), (steps[0].GetProperty("step").GetString(), steps[0].GetProperty("latestOn").GetString()));
        var clocks = (await (await cases.Head.GetAsync($"/api/v1/cases/{id}/clocks")).Json()).GetProperty("items").EnumerateArray();
        Assert.Equal("2026-06-12", clocks.Single(clock => clock.GetProperty("id").GetString() == "withdrawal").GetProperty("due").GetString());
        var blocked = await cases.Head.PostJson($"/api/v1/cases/{id}/steps", new { step = "close-case", outcome = "决定被撤销。" });
        Assert.Equal("publication-not-withdrawn", (await blocked.Json()).GetProperty("refusals")[0].GetProperty("code").GetString());

        // What the review said goes back to the item: whoever takes up the next case of it sees why the last one fell.
        var item = WebUtility.HtmlDecode(await cases.Officer.GetStringAsync("/office/items/CG-030"));
        Assert.Contains("1 件被撤销、变更或者确认违法", item, StringComparison.Ordinal);
        Assert.Contains($"/office/cases/{id}", item, StringComparison.Ordinal);
        var elsewhere = WebUtility.HtmlDecode(await cases.Stranger.GetStringAsync("/office/items/CG-030"));
        Assert.Contains("另有 1 件不在您的查看范围", elsewhere, StringComparison.Ordinal);
        Assert.DoesNotContain($"/office/cases/{id}", elsewhere, StringComparison.Ordinal);

        var page = WebUtility.HtmlDecode(await cases.Head.GetStringAsync($"/office/cases/{id}"));
        var disclosure = page[(page.IndexOf("/office/disclosures/", StringComparison.Ordinal) + "/office/disclosures/".Length)..][..26];
        var withdrawn = await cases.Host.Within(services => services.GetRequiredService<Web.Features.Disclosure.WithdrawDecision>().Run(disclosure, null, "复议决定撤销处罚决定。", CancellationToken.None));
        Assert.True(withdrawn.IsOk, string.Join(' ', withdrawn.Refusals));
        await CaseHost.Take(cases.Head, id, new { step = "close-case", outcome = "决定被撤销，不再执行。" });
        await CaseHost.Take(cases.Officer, id, new { step = "archive-case", retention = "30年", pages = 66 });
        var view = await (await cases.Officer.GetAsync($"/api/v1/cases/{id}")).Json();
        Assert.Equal("archived", view.GetProperty("stage").GetString());
        Assert.Contains("漳龙蓝档〔2026〕1号", WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/cases/{id}")), StringComparison.Ordinal);
        Assert.Equal("wrong-stage", (await (await cases.Officer.PostJson($"/api/v1/cases/{id}/steps", new { step = "record-payment", at = "2026-06-10T08:00:00+08:00", fineFen = 1, surchargeFen = 0, receipt = "票" })).Json()).GetProperty("refusals")[0].GetProperty("code").GetString());
        await RowsAreWhatTheRecordSays(cases);
    }

    [Fact]
    public async Task WhatIf_DecisionServedTomorrow_TellsPaymentAndRemediesAndWritesNothing()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        await cases.At(3, 20);
        var version = await CaseHost.Take(cases.Head, id, CaseHost.Decision(2000000));
        var answer = await (await cases.Officer.GetAsync($"/api/v1/cases/{id}/what-if?on=2026-03-25")).Json();
        var clocks = answer.GetProperty("clocks").EnumerateArray().ToDictionary(clock => clock.GetProperty("id").GetString()!, clock => clock.GetProperty("due").GetString());
        Assert.Equal(("2026-04-09", "2026-05-25", "2026-09-28"), (clocks["payment"], clocks["reconsideration"], clocks["suit"]));
        Assert.Equal(version, (await (await cases.Officer.GetAsync($"/api/v1/cases/{id}")).Json()).GetProperty("version").GetInt64());
        Assert.Equal(HttpStatusCode.BadRequest, (await cases.Officer.GetAsync($"/api/v1/cases/{id}/what-if?on=soon")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Stranger.GetAsync($"/api/v1/cases/{id}/what-if?on=2026-03-25")).StatusCode);
        var page = WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/cases/{id}?tab=clocks&serve=2026-03-25"));
        Assert.Contains("缴纳罚款期限", page, StringComparison.Ordinal);
        Assert.Contains("4月9日", page, StringComparison.Ordinal);
        Assert.Contains("最紧的期限", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bulk_EachCaseByItself_TellsWhatBecameOfEach()
    {
        await using var cases = await CaseHost.Start();
        var (first, second) = (await cases.Propose(), await cases.Propose());
        await cases.At(3, 3);
        await CaseHost.Take(cases.Head, first, new { step = "approve-filing", opinion = "同意立案。" });
        await CaseHost.Take(cases.Head, second, new { step = "approve-filing", opinion = "同意立案。" });
        var third = await cases.Certified("王新人");
        object Body(params string[] ids) => new { cases = ids, officers = new[] { cases.FirstOfficer, third }, reason = "郑启明休假。" };
        await CaseHost.Take(cases.Head, second, new { step = "assign-officers", officers = new[] { cases.FirstOfficer, third }, reason = "先调整。" });
        var rows = (await (await cases.Head.PostJson("/api/v1/cases/bulk/assign", Body(first, second, "01AAAAAAAAAAAAAAAAAAAAAAAA"))).Json()).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([true, false, false], rows.Select(row => row.GetProperty("done").GetBoolean()));
        Assert.Equal(["already-assigned", "not-found"], rows.Skip(1).Select(row => row.GetProperty("refusals")[0].GetProperty("code").GetString()));
        var officers = (await (await cases.Head.GetAsync($"/api/v1/cases/{first}")).Json()).GetProperty("officers").EnumerateArray().Select(officer => officer.GetProperty("id").GetString());
        Assert.Contains(third, officers);

        var reminded = (await (await cases.Head.PostJson("/api/v1/cases/bulk/remind", new { cases = new[] { first, second }, note = "请抓紧调查。" })).Json()).GetProperty("items").EnumerateArray();
        Assert.All(reminded, row => Assert.True(row.GetProperty("done").GetBoolean(), row.ToString()));
        async Task<string> Keyed() =>
            await (await cases.Head.PostJson("/api/v1/cases/bulk/assign", Body(first), "bulk-1").WaitAsync(TimeSpan.FromSeconds(30))).Content.ReadAsStringAsync();
        Assert.Equal(await Keyed(), await Keyed());
        var again = (await (await cases.Head.PostJson("/api/v1/cases/bulk/remind", new { cases = new[] { first }, note = "请抓紧。" })).Json()).GetProperty("items")[0];
        Assert.Equal("already-reminded", again.GetProperty("refusals")[0].GetProperty("code").GetString());
        Assert.Contains("请抓紧调查。", WebUtility.HtmlDecode(await cases.Officer.GetStringAsync("/office")), StringComparison.Ordinal);
        Assert.Contains("批量办理", WebUtility.HtmlDecode(await cases.Head.GetStringAsync($"/office/cases/bulk?id={first}&id={second}")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await cases.Head.PostJson("/api/v1/cases/bulk/remind", new { cases = Array.Empty<string>(), note = "x" })).StatusCode);
        Assert.Contains("立案审批表", WebUtility.HtmlDecode(await cases.Head.GetStringAsync($"/office/cases/print?paper=filing-approval&id={first}&id={second}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Platform_NumberAndPapersRegistered_LeaveTheReconciliationList()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Propose();
        await cases.At(3, 3);
        await CaseHost.Take(cases.Head, id, new { step = "approve-filing", opinion = "同意立案。" });
        var gap = (await (await cases.Officer.GetAsync("/api/v1/cases/platform-gaps")).Json()).GetProperty("items")[0];
        Assert.Equal(("闽执法案号", "2026-03-10", 1), (gap.GetProperty("what").GetString(), gap.GetProperty("dueOn").GetString(), gap.GetProperty("papers").GetInt32()));
        Assert.Contains("过录单", WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/cases/{id}/transcript")), StringComparison.Ordinal);
        await CaseHost.Take(cases.Officer, id, new { step = "register-platform-number", number = "MZF-0001" });
        var unnumbered = await cases.Officer.PostJson($"/api/v1/cases/{id}/steps", new { step = "enter-papers", papers = new[] { new { kind = "filing-approval", index = 0, way = "issued", number = (string?)null } } });
        Assert.Equal(HttpStatusCode.BadRequest, unnumbered.StatusCode);
        await CaseHost.Take(cases.Officer, id, new { step = "enter-papers", papers = new[] { new { kind = "filing-approval", index = 0, way = "issued", number = "闽执立1号" } } });
        Assert.Equal(0, (await (await cases.Officer.GetAsync("/api/v1/cases/platform-gaps")).Json()).GetProperty("items").GetArrayLength());
        Assert.Contains("平台制发", WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/cases/{id}/transcript")), StringComparison.Ordinal);
        Assert.Contains("没有待补录的案件", WebUtility.HtmlDecode(await cases.Officer.GetStringAsync("/office/cases/platform")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_WrongTypesFutureAndOversized_AreRefusedAndKeepNothing()
    {
        await using var cases = await CaseHost.Start();
        var id = await Served(cases);
        var version = (await (await cases.Officer.GetAsync($"/api/v1/cases/{id}")).Json()).GetProperty("version").GetInt64();
        foreach (var line in CaseFlow.Lines.Where(line => line.Step is >= CaseStep.ConfirmAddress and <= CaseStep.EnterPapers))
        {
            var person = line.Hands == StepHands.Head ? cases.Head : cases.Officer;
            var parameters = CommandReader.RecordOf(line.Step).GetConstructors()[0].GetParameters();
            foreach (var wrong in new object?[] { 5, "2999-01-01T00:00:00+08:00", new string('长', 70_000), Array.Empty<object>(), new { }, null, true })
            {
                // A date is a text like any other to a step that asks for no day.
                if (wrong is "2999-01-01T00:00:00+08:00" && !parameters.Any(parameter => parameter.ParameterType == typeof(DateTimeOffset))) continue;
                var body = parameters.ToDictionary(parameter => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!), _ => wrong);
                body["step"] = line.Name;
                var answer = await person.PostJson($"/api/v1/cases/{id}/steps", body);
                Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{line.Name} with {wrong}: {(int)answer.StatusCode}");
            }
        }
        Assert.Equal(version, (await (await cases.Officer.GetAsync($"/api/v1/cases/{id}")).Json()).GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task StepPages_AfterService_RenderTheirForms()
    {
        await using var cases = await CaseHost.Start();
        var id = await Served(cases);
        foreach (var step in new[] { "confirm-address", "collect-cash", "apply-deferral", "record-review-application", "record-suit", "register-platform-number", "enter-papers" })
            Assert.Contains("<form method=\"post\"", await cases.Officer.GetStringAsync($"/office/cases/{id}/steps/{step}"), StringComparison.Ordinal);
        var (done, body) = await cases.Officer.Send($"/office/cases/{id}/steps/apply-deferral", "cases.take-step", new()
        {
            ["at"] = "2026-03-25T11:00",
            ["kind"] = "later",
            ["reason"] = "停工",
            ["request"] = "延期一个月",
            ["attachments"] = "0",
        });
        Assert.True(done.StatusCode == HttpStatusCode.Redirect, WebUtility.HtmlDecode(body));
        var (refused, page) = await cases.Head.Send($"/office/cases/{id}/steps/decide-deferral", "cases.take-step", new() { ["approved"] = "true", ["plan[0].dueOn"] = "2026-05-08", ["plan[0].amountFen"] = "1", ["reason"] = "同意。" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("value=\"2026-05-08\"", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("plan[1]", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instalments_TypedAsRows_ArePlannedWhenTheyAddUpInOrder()
    {
        await using var cases = await CaseHost.Start();
        var id = await Served(cases);
        await CaseHost.Take(cases.Officer, id, new { step = "apply-deferral", at = "2026-03-25T11:00:00+08:00", kind = "instalments", reason = "停工", request = "分两期", attachments = 1 });
        var address = $"/office/cases/{id}/steps/decide-deferral";
        Assert.Contains("plan[11].amountFen", await cases.Head.GetStringAsync(address), StringComparison.Ordinal);
        Task<(HttpResponseMessage Answer, string Body)> Decide(params (string Place, string Text)[] parts) =>
            cases.Head.Send(address, "cases.take-step", new(parts.Select(part => KeyValuePair.Create($"plan{part.Place}", part.Text))) { ["approved"] = "true", ["reason"] = "同意。" });
        foreach (var (wrong, status) in new ((string, string)[], HttpStatusCode)[]
        {
            ([("[0].dueOn", "2026-05-08"), ("[0].amountFen", "10000"), ("[1].dueOn", "2026-06-08"), ("[1].amountFen", "9999.99")], HttpStatusCode.UnprocessableEntity),
            ([("[0].dueOn", "2026-06-08"), ("[0].amountFen", "10000"), ("[1].dueOn", "2026-05-08"), ("[1].amountFen", "10000")], HttpStatusCode.BadRequest),
            ([("[0].dueOn", "2026-05-08"), ("[0].amountFen", "20000"), ("[1].dueOn", "2026-06-08")], HttpStatusCode.BadRequest),
            ([("[0].amountFen", "20000")], HttpStatusCode.BadRequest),
        })
            Assert.Equal(status, (await Decide(wrong)).Answer.StatusCode);
        // A row left out in the middle is no instalment.
        var (done, body) = await Decide(("[0].dueOn", "2026-05-08"), ("[0].amountFen", "10000"), ("[2].dueOn", "2026-06-08"), ("[2].amountFen", "10000"));
        Assert.True(done.StatusCode == HttpStatusCode.Redirect, WebUtility.HtmlDecode(body));
        var ledger = WebUtility.HtmlDecode(await cases.Head.GetStringAsync("/office/ledgers?kind=Debts"));
        Assert.Contains("分期缴纳（2期）", ledger, StringComparison.Ordinal);
        var paper = (await (await cases.Officer.GetAsync($"/api/v1/cases/{id}/clocks")).Json()).ToString();
        Assert.Contains("2026-05-08", paper, StringComparison.Ordinal);
    }

    /// <summary>A case served on 25 March with a fine of 20 000 to pay by 9 April.</summary>
    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Arrears_PastTheLastDay_AreListedUntilThePaymentAndNoReceiptCountsTwice(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var id = await Served(cases);
        async Task<JsonElement> Lines(string query) => (await (await cases.Officer.GetAsync($"/api/v1/ledgers/arrears{query}")).Json()).GetProperty("items");
        Assert.Equal(0, (await Lines("")).GetArrayLength());
        Assert.Equal(1, (await Lines("?all=true")).GetArrayLength());

        await cases.At(4, 12);
        var late = (await Lines(""))[0].GetProperty("arrears").GetProperty("what");
        Assert.Equal((2000000, 3), (late.GetProperty("unpaidFen").GetInt64(), late.GetProperty("days").GetInt32()));
        var page = WebUtility.HtmlDecode(await cases.Officer.GetStringAsync("/office/ledgers?kind=Arrears"));
        Assert.Contains("催缴名单", page, StringComparison.Ordinal);
        Assert.Contains("电话提醒，决定是否加处罚款，制发催告书", page, StringComparison.Ordinal);

        await cases.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.Add(new CaseReceiptRow { Receipt = "闽财票0001", CaseId = "01m4another000000000000000" });
            return await db.SaveChangesAsync();
        });
        object Pay(string receipt) => new { step = "record-payment", at = "2026-04-12T08:00:00+08:00", fineFen = 2000000, surchargeFen = 0, receipt };
        var twice = (await (await cases.Officer.PostJson($"/api/v1/cases/{id}/steps", Pay(" 闽财票0001"))).Json()).GetProperty("refusals")[0];
        Assert.Equal(("receipt-used", "receipt"), (twice.GetProperty("code").GetString(), twice.GetProperty("field").GetString()));
        await CaseHost.Take(cases.Officer, id, Pay("闽财票0002"));
        Assert.Equal(0, (await Lines("")).GetArrayLength());
        Assert.Equal(id, await cases.Host.Within(async services => (await services.GetRequiredService<AppDb>().Set<CaseReceiptRow>().FindAsync("闽财票0002"))!.CaseId));
    }

    [Fact]
    public async Task Publication_OfACaseFromAReport_NamesNotWhoReported()
    {
        await using var cases = await CaseHost.Start();
        var id = await Served(cases);
        var sent = await cases.Host.Client().PostJson("/api/v1/public/complaints", new { category = "construction-noise", description = "渣土没有覆盖，夜里还在施工。", township = CaseHost.Street, address = "湘桥路北段工地", occurred = "昨天晚上", named = true, confidential = true, name = "未遮盖", phone = "13800000021", photos = Array.Empty<string>(), truthful = true });
        Assert.True(sent.IsSuccessStatusCode, await sent.Content.ReadAsStringAsync());
        await cases.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            // A name that stands in the facts of the case, for want of a person in them.
            var clue = await db.Set<Lianzhi.Web.Features.Clues.ClueRow>().SingleAsync(row => row.ReporterName == "未遮盖");
            clue.CaseId = id;
            return await db.SaveChangesAsync();
        });
        await CaseHost.Take(cases.Head, id, new { step = "decide-publication", publish = true, ground = "具有一定社会影响", days = 90 });
        var published = (await (await cases.Host.Client().GetAsync("/api/v1/public/decisions")).Json()).GetProperty("items")[0].GetProperty("id").GetString();
        var text = await (await cases.Host.Client().GetAsync($"/api/v1/public/decisions/{published}")).Content.ReadAsStringAsync();
        Assert.Contains("未某某", text, StringComparison.Ordinal);
        Assert.DoesNotContain("堆放渣土未遮盖", text, StringComparison.Ordinal);
    }

    internal static async Task<string> Served(CaseHost cases)
    {
        var id = await cases.Noticed();
        await cases.At(3, 20);
        await CaseHost.Take(cases.Head, id, CaseHost.Decision(2000000));
        await cases.At(3, 25, 15);
        await CaseHost.Take(cases.Officer, id, new { step = "serve-decision", at = "2026-03-25T10:00:00+08:00", service = CaseHost.Handed, publicityTold = true, officers = cases.Pair });
        return id;
    }

    private static Task<bool> RowsAreWhatTheRecordSays(CaseHost cases) => cases.Host.Within(async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        foreach (var row in await db.Set<CaseRow>().AsNoTracking().ToListAsync())
        {
            var state = CaseStream.Fold(await services.GetRequiredService<RecordReader>().Read(CaseStream.NameOf(row.Id), CancellationToken.None))!;
            Assert.Equal(JsonSerializer.Serialize(CaseRow.Of(state)), JsonSerializer.Serialize(row));
        }
        return true;
    });
}
