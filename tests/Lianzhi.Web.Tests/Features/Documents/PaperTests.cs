using System.IO.Compression;
using System.Net;
using Lianzhi.Core.Access;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Documents;
using Lianzhi.Web.Platform.Crypto;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Tests.Features.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Documents;

/// <summary>Papers that have gone out: kept as issued, marked, and verified by whoever has one before him.</summary>
public sealed class PaperTests
{
    private const string Representative = "吴思源";

    public static TheoryData<Database> Databases => TestHost.Databases;

    [Fact]
    public async Task BlankForm_OfACase_IsPrintedWithWhatIsKnownForThoseWhoReadItsPapers()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        foreach (var form in BlankForms.All)
        {
            var page = WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/cases/{id}/forms/{form.Name}"));
            Assert.Contains(form.Title, page, StringComparison.Ordinal);
            Assert.Contains("漳州禾丰土石方工程有限公司", page, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await cases.Stranger.GetAsync($"/office/cases/{id}/forms/{form.Name}")).StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Officer.GetAsync($"/office/cases/{id}/forms/decision")).StatusCode);
        Assert.Contains("空白表单", WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/cases/{id}?tab=documents")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Paper_ThatWentOut_IsVerifiedMaskedByItsMarkAndWholeByItsCode(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var id = await cases.Noticed();
        var papers = await Papers(cases, id);
        Assert.Equal(["correction-order", "service-receipt", "prior-notice", "service-receipt"], papers.OrderBy(paper => paper.IssuedOn).ThenBy(paper => paper.Kind).Select(paper => DocumentKinds.Of(paper.Kind).Name));
        Assert.All(papers, paper => Assert.Equal((paper.Digest, PaperStanding.InForce, 1, false), (Sm3.Hex(paper.Content), paper.Standing, paper.Edition, paper.Erased)));
        var notice = papers.Single(paper => paper.Kind == DocumentCode.PriorNotice);
        var anybody = cases.Host.Client();

        var masked = await (await Verify(anybody, notice.Mark, null)).Json();
        Assert.Equal((notice.Number, false), (masked.GetProperty("number").GetString(), masked.GetProperty("whole").GetBoolean()));
        Assert.DoesNotContain(Representative, masked.GetProperty("text").GetString()!, StringComparison.Ordinal);
        foreach (var named in new[] { notice.Mark.ToLowerInvariant(), notice.Number!.Replace('〔', '[').Replace('〕', ']') })
        {
            var whole = await (await Verify(anybody, named, PaperMarks.Grouped(notice.Code).ToLowerInvariant())).Json();
            Assert.Equal((true, notice.Mark, "有效"), (whole.GetProperty("whole").GetBoolean(), whole.GetProperty("mark").GetString(), whole.GetProperty("standingText").GetString()));
            Assert.Equal(PaperForm.Read(notice.Content).Text(), whole.GetProperty("text").GetString());
            Assert.Contains(Representative, whole.GetProperty("text").GetString()!, StringComparison.Ordinal);
        }
        foreach (var (number, code, status) in new (string?, string?, HttpStatusCode)[]
        {
            (notice.Mark, "34679ACDEFGH", HttpStatusCode.NotFound), (notice.Number, "34679ACDEFGH", HttpStatusCode.NotFound), ("E1-20260101-AAAAAA", null, HttpStatusCode.BadRequest),
            (notice.Number, null, HttpStatusCode.BadRequest), ("", notice.Code, HttpStatusCode.BadRequest), (null, null, HttpStatusCode.BadRequest), (new string('漳', 101), null, HttpStatusCode.BadRequest),
        })
        {
            Assert.Equal(status, (await Verify(anybody, number, code)).StatusCode);
        }
    }

    [Fact]
    public async Task Page_Scanned_ShowsTheMaskedTextAndTheWholeForTheCode()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        var notice = (await Papers(cases, id)).Single(paper => paper.Kind == DocumentCode.PriorNotice);
        var anybody = cases.Host.Client();
        var scanned = WebUtility.HtmlDecode(await anybody.GetStringAsync($"/verify?mark={notice.Mark}"));
        Assert.Contains("文书属实，现在有效", scanned, StringComparison.Ordinal);
        Assert.DoesNotContain(Representative, scanned, StringComparison.Ordinal);
        Assert.DoesNotContain(notice.Code, scanned, StringComparison.Ordinal);
        var (whole, body) = await anybody.Send("/verify", "documents.verify", new() { ["number"] = notice.Mark, ["code"] = notice.Code });
        Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
        Assert.Contains(Representative, WebUtility.HtmlDecode(body), StringComparison.Ordinal);
        var (wrong, again) = await anybody.Send("/verify", "documents.verify", new() { ["number"] = notice.Mark, ["code"] = "34679ACDEFGH" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains(notice.Mark, again, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await anybody.GetAsync("/verify?mark=E1-20260101-AAAAAA")).StatusCode);

        var paper = await cases.Officer.GetStringAsync($"/office/cases/{id}/documents/prior-notice/0");
        foreach (var shown in new[] { notice.Mark, PaperMarks.Grouped(notice.Code), "核验二维码" }) Assert.Contains(shown, WebUtility.HtmlDecode(paper), StringComparison.Ordinal);
        Assert.Contains(notice.Mark, await cases.Officer.GetStringAsync($"/office/cases/{id}?tab=documents"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Stranger.GetAsync($"/api/v1/cases/{id}/issued-papers")).StatusCode);
        using var word = new ZipArchive(await cases.Officer.GetStreamAsync($"/office/cases/{id}/documents/prior-notice/0.docx"));
        Assert.Contains(word.Entries, entry => entry.FullName.EndsWith(".png", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Overprint_OfAReceipt_PrintsTheTextWithoutTheFormsOwnWords()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        var page = WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/cases/{id}/documents/service-receipt/0/overprint"));
        var sheet = page[page.IndexOf("<svg class=\"op-sheet\"", StringComparison.Ordinal)..page.IndexOf("</svg>", page.IndexOf("op-sheet", StringComparison.Ordinal), StringComparison.Ordinal)];
        Assert.Contains(Representative, sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("受送达人", sheet, StringComparison.Ordinal);
        Assert.Contains($"/office/cases/{id}/documents/service-receipt/0/overprint", await cases.Officer.GetStringAsync($"/office/cases/{id}/documents/service-receipt/0"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Officer.GetAsync($"/office/cases/{id}/documents/prior-notice/0/overprint")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Stranger.GetAsync($"/office/cases/{id}/documents/service-receipt/0/overprint")).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Paper_AsIssued_CannotBeChangedInTheDatabaseAndItsDigestIsInTheRecord(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var id = await cases.Noticed();
        var notice = (await Papers(cases, id)).Single(paper => paper.Kind == DocumentCode.PriorNotice);
        foreach (var statement in new[] { "UPDATE issued_paper SET content = 'x'", "UPDATE issued_paper SET digest = 'x'", "UPDATE issued_paper SET number = 'x'", "DELETE FROM issued_paper" })
        {
            await cases.Host.Within(async services =>
            {
                await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => services.GetRequiredService<AppDb>().Database.ExecuteSqlRawAsync(statement));
                return 0;
            });
        }
        var entries = await cases.Host.Within(services => services.GetRequiredService<RecordReader>().Read(PaperBook.StreamOf(notice.Mark), CancellationToken.None));
        Assert.Equal((PaperBook.IssuedType, notice.Digest), (entries.Single().Type, entries.Single().PayloadAs<PaperIssued>().Digest));
    }

    [Fact]
    public async Task Paper_OfATextThatChangesLater_StaysAsItWasIssued()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        var notice = (await Papers(cases, id)).Single(paper => paper.Kind == DocumentCode.PriorNotice);
        // As if the platform had been given other words for the same paper since.
        var other = PaperForm.Replace(notice.Content, [new("堆放渣土未遮盖", "当时的另一种写法")]);
        await cases.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            await db.Database.ExecuteSqlRawAsync("DROP TRIGGER issued_paper_kept");
            return await db.Database.ExecuteSqlInterpolatedAsync($"UPDATE issued_paper SET content = {other} WHERE mark = {notice.Mark}");
        });
        var read = await (await cases.Officer.GetAsync($"/api/v1/cases/{id}/documents/prior-notice")).Json();
        Assert.Contains("当时的另一种写法", read.GetProperty("text").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decision_Amended_IsNoLongerInForce()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        await cases.At(3, 24);
        await CaseHost.Take(cases.Head, id, CaseHost.Decision(2000000));
        await cases.At(3, 25);
        await CaseHost.Take(cases.Head, id, new { step = "amend-decision", kind = "revoked", reason = "复核后认为事实不清", penalties = Array.Empty<object>(), decideAnew = false });
        var papers = await Papers(cases, id);
        var decision = papers.Single(paper => paper.Kind == DocumentCode.PenaltyDecision);
        Assert.Equal((PaperStanding.Revoked, papers.Single(paper => paper.Kind == DocumentCode.DecisionAmendment).Number), (decision.Standing, decision.StandingBy));
        Assert.Contains("已撤销", WebUtility.HtmlDecode(await cases.Host.Client().GetStringAsync($"/verify?mark={decision.Mark}")), StringComparison.Ordinal);
        var entries = await cases.Host.Within(services => services.GetRequiredService<RecordReader>().Read(PaperBook.StreamOf(decision.Mark), CancellationToken.None));
        Assert.Equal([PaperBook.IssuedType, PaperBook.StandingType], entries.Select(entry => entry.Type));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Erasure_InTheRecord_ReachesThePapers(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var id = await cases.Noticed();
        var supervisor = await cases.Host.SignedIn(new Assignment(Role.JusticeSupervisor, "justice", null));
        var fields = await cases.Host.Within(async services => (await services.GetRequiredService<ListPersonalFields>().Run(id, CancellationToken.None)).Value!.Fields);
        var places = fields.Where(field => field.Value == Representative).Select(field => new { number = field.Number, path = field.Path }).ToArray();
        Assert.NotEmpty(places);
        var answer = await supervisor.PostJson($"/api/v1/cases/{id}/erasures", new { ground = "个人信息保护法第四十七条，本人申请", fields = places });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var papers = await Papers(cases, id);
        Assert.All(papers, paper => Assert.DoesNotContain(Representative, paper.Content + paper.Masks, StringComparison.Ordinal));
        var notice = papers.Single(paper => paper.Kind == DocumentCode.PriorNotice);
        Assert.True(notice.Erased);
        Assert.NotEqual(notice.Digest, Sm3.Hex(notice.Content));
        Assert.Contains("〔已依法删除〕", (await (await Verify(cases.Host.Client(), notice.Mark, notice.Code)).Json()).GetProperty("text").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verification_AskedTooOften_IsRefused()
    {
        await using var host = await TestHost.Start(settings: new() { ["RateLimits:VerifyPerMinute"] = "3" });
        var client = host.Client();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++) answers.Add((await Verify(client, "E1-20260101-AAAAAA", "34679ACDEFGH")).StatusCode);
        Assert.Contains(HttpStatusCode.NotFound, answers);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    private static Task<HttpResponseMessage> Verify(HttpClient client, string? number, string? code) => client.PostJson("/api/v1/public/papers/verify", new { number, code });

    private static Task<List<IssuedPaperRow>> Papers(CaseHost cases, string id) =>
        cases.Host.Within(services => services.GetRequiredService<AppDb>().Set<IssuedPaperRow>().AsNoTracking().Where(paper => paper.CaseId == id).ToListAsync());
}
