namespace Lianzhi.EndToEnd;

/// <summary>
/// After the decision, on cases of the demonstration that stand in the right place: later payment, surcharge, demand;
/// and a review that annuls. The day of the platform stands still, so each case is met where its days have come.
/// </summary>
public sealed class ExecutionJourneys(RunningPlatform platform)
{
    [Fact]
    public async Task Unpaid_DeferralSurchargeDemand_EachByItsHands()
    {
        // The party asks to pay in parts; the head grants it.
        var (town, path) = await CaseWalk.Find(platform, "served", "apply-deferral", "officer1");
        await using (var officer = await platform.Open($"{town}.officer1"))
        {
            await officer.Step(path, "apply-deferral", async () =>
            {
                await officer.Page.Locator("input[value=instalments]").CheckAsync();
                await officer.Fill("经济困难的情况", "停工三个月，账户余额不足。");
                await officer.Fill("申请的期限或者分期安排", "分两期，11月9日和12月9日。");
            });
        }
        await using (var head = await platform.Open($"{town}.head"))
        {
            await head.Go($"{path}/steps/decide-deferral");
            var open = await head.Page.Locator("main").InnerTextAsync();
            var yuan = open[(open.IndexOf("未缴 ", StringComparison.Ordinal) + 3)..].Split('元')[0].Replace(",", "", StringComparison.Ordinal);
            await head.Step(path, "decide-deferral", async () =>
            {
                await head.Page.Locator("input[name='Input.approved']").CheckAsync();
                var rest = (int.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture) - 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
                await Plan(head, ("2026-11-09", "1"), ("2026-12-09", rest));
                await head.Fill("审批理由", "经核实确有困难，同意分期缴纳。");
            });
            await head.Sees("2026年12月9日");
            await head.Go($"{path}?tab=clocks");
            await head.Sees("本期罚款缴纳期限");
            await head.IsAccessible();
            await head.FitsTheWindow();
        }

        // Another did not pay: the head imposes the surcharge, the officers serve it and demand.
        (town, path) = await CaseWalk.Find(platform, "served", "impose-surcharge", "head", NoRemedyPending);
        await using (var head = await platform.Open($"{town}.head"))
            await head.Step(path, "impose-surcharge", () => head.Fill("加处罚款的理由", "当事人到期不缴纳罚款。"));
        await using (var officer = await platform.Open($"{town}.officer1"))
        {
            await officer.Step(path, "serve-paper", () => officer.Deliver());
            await officer.Step(path, "serve-demand", () => officer.Deliver());
            await officer.Sees("等待期至");
            await officer.Go($"{path}/documents/demand/0");
            await officer.Sees("十个工作日");
        }
        await ToCourt(town, path);
    }

    /// <summary>A surcharge may be imposed while a review runs, the court may not be asked: a journey that goes there needs a case without one.</summary>
    private static async Task Plan(Window window, params (string Day, string Amount)[] parts)
    {
        foreach (var (row, (day, amount)) in parts.Index())
        {
            await window.Page.Locator($"[name='Input.plan[{row}].dueOn']").FillAsync(day);
            await window.Page.Locator($"[name='Input.plan[{row}].amountFen']").FillAsync(amount);
        }
    }

    private static async Task<bool> NoRemedyPending(Window window, System.Text.Json.JsonElement @case) =>
        !(await (await window.Page.APIRequest.GetAsync($"/office/cases/{@case.GetProperty("id").GetString()}/steps/apply-to-court")).TextAsync()).Contains("还没有结束", StringComparison.Ordinal);

    /// <summary>Half a year on the remedies are over and the wait of the demand long since: the head applies to the court, and the package is there.</summary>
    private async Task ToCourt(string town, string path)
    {
        string last;
        await using (var early = await platform.Open($"{town}.head"))
        {
            await early.Go(path);
            await early.Sees("届满前不能申请强制执行");
            // The last remedy against the penalty decides: after it the court may be asked for three months.
            last = (await early.Json($"/api/v1{path["/office".Length..]}/clocks")).GetProperty("items").EnumerateArray()
                .Where(clock => clock.GetProperty("label").GetString() is "提起行政诉讼期限" or "申请行政复议期限").Max(clock => clock.GetProperty("due").GetString()!)!;
        }
        using var later = await platform.Later(DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture).AddDays(5).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await using var head = await later.Open($"{town}.head");
        await head.Step(path, "apply-to-court", () => head.Fill("申请执行标的情况", "当事人在龙文区有经营场所，账户情况不明。"));
        await head.Sees("申请人民法院强制执行");
        await head.Go($"{path}/documents/court-application/0");
        await head.Sees("申请执行标的情况");
        await head.IsAccessible();
        // What goes to the court: the application first, then decision, demand and their proofs of service, each a paper that opens.
        await head.Go(path);
        var package = await head.Page.APIRequest.GetAsync((await head.Page.Locator("main a[href$='court-package.zip']").GetAttributeAsync("href"))!);
        Assert.True(package.Ok, $"{package.Status} {package.Url}");
        using (var archive = new System.IO.Compression.ZipArchive(new MemoryStream(await package.BodyAsync())))
        {
            Assert.Equal("01 强制执行申请书.docx", archive.Entries[0].FullName);
            foreach (var paper in new[] { "处罚决定书", "催告书", "送达回证" })
                Assert.Contains(archive.Entries, entry => entry.FullName.Contains(paper, StringComparison.Ordinal));
            foreach (var entry in archive.Entries.Where(entry => entry.FullName.EndsWith(".docx", StringComparison.Ordinal)))
            {
                await using var content = await entry.OpenAsync();
                using var unpacked = new MemoryStream();
                await content.CopyToAsync(unpacked);
                using var paper = new System.IO.Compression.ZipArchive(unpacked);
                Assert.NotNull(paper.GetEntry("word/document.xml"));
            }
        }
        await using var officer = await later.Open($"{town}.officer1");
        await officer.Step(path, "record-court-answer", async () =>
        {
            await officer.Pick("result", "accepted");
            await officer.Fill("法律文书文号", "（2027）闽0603行审1号");
        });
        await officer.Sees("（2027）闽0603行审1号");
    }

    [Fact]
    public async Task Agreement_MadeThenBroken_TheForceRestsAndGoesOn()
    {
        var (town, path) = await CaseWalk.Find(platform, "served", "impose-surcharge", "head", NoRemedyPending);
        await using (var head = await platform.Open($"{town}.head"))
            await head.Step(path, "impose-surcharge", () => head.Fill("加处罚款的理由", "当事人到期不缴纳罚款。"));
        await using (var officer = await platform.Open($"{town}.officer1"))
        {
            await officer.Step(path, "serve-paper", () => officer.Deliver());
            await officer.Step(path, "serve-demand", () => officer.Deliver());
        }
        await using (var head = await platform.Open($"{town}.head"))
        {
            await head.Go($"{path}/steps/make-agreement");
            var open = await head.Page.Locator("main").InnerTextAsync();
            var yuan = int.Parse(open[(open.IndexOf("未缴 ", StringComparison.Ordinal) + 3)..].Split('元')[0].Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
            // The fine itself is not up for agreement.
            await Plan(head, ("2026-11-09", "1"));
            await head.Tick("harmsNobody");
            await head.Fill("当事人签名人", "方志明");
            await head.Refused("执行协议不能减免罚款本身");
            await head.Step(path, "make-agreement", async () =>
            {
                await Plan(head, ("2026-11-09", "1"), ("2026-12-09", $"{yuan - 1}"));
                await head.Fill("当事人采取的补救措施", "已清运渣土，恢复路面。");
                await head.Tick("harmsNobody");
                await head.Fill("当事人签名人", "方志明");
            });
            await head.Sees("执行协议");
            await head.Go($"{path}/steps/apply-to-court");
            await head.Sees("履行协议期间不得强制执行");
            await head.Go($"{path}/steps/end-agreement");
            await head.Sees("当事人没有逾期未缴的一期");
        }
        // The first part did not come in: the head ends it, and the execution goes on.
        using var later = await platform.Later("2026-11-10");
        await using var after = await later.Open($"{town}.head");
        await after.Step(path, "end-agreement", () => after.Fill("当事人不履行协议的情况", "第一期到期未缴，经催告仍不缴纳。"));
        await after.Sees("终止执行协议");
        await after.IsAccessible();
        await after.FitsTheWindow();
        Assert.DoesNotContain(await after.NextSteps(path), step => step.GetProperty("step").GetString() == "end-agreement");
    }

    [Fact]
    public async Task Review_Annuls_ThePublicationComesDown()
    {
        var (town, path) = await CaseWalk.Find(platform, "served", "record-review-decision", "officer1",
            async (window, @case) => (await (await window.Page.APIRequest.GetAsync($"/office/cases/{@case.GetProperty("id").GetString()}")).TextAsync()).Contains("起公示", StringComparison.Ordinal));
        await using (var officer = await platform.Open($"{town}.officer1"))
        {
            await officer.Step(path, "answer-review", () => officer.Fill("意见和提交的证据", "答复意见和证据12份。"));
            await officer.Step(path, "record-review-decision", async () =>
            {
                await officer.Fill("文书文号", "龙政复决〔2026〕99号");
                await officer.Choose("结果", "撤销");
            });
            await officer.Sees("龙政复决〔2026〕99号");
            await officer.IsAccessible();
        }
        await using var head = await platform.Open($"{town}.head");
        await head.Go(path);
        // Three working days from Thursday 8 October: Friday, Saturday the 10th (调休), Monday.
        await head.Sees("应当在 10月12日");
        await head.Page.Locator("main .cs-next a.lz-btn-primary").ClickAsync();
        await head.Page.Locator("main textarea[name$='reason']").First.FillAsync("复议决定撤销本处罚决定，依法撤回公示。");
        await head.Press("撤下");
        await head.Go($"{path}/steps/close-case");
        await head.Step(path, "close-case", () => head.Fill("执行情况", "决定被复议机关撤销，不再执行。"));
        await head.Sees("结案");
    }
}
