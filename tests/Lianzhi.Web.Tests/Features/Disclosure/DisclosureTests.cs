using System.Net;
using Lianzhi.Core.Access;
using Lianzhi.Core.Disclosure;
using Lianzhi.Web.Features.Disclosure;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Disclosure;

/// <summary>From a served decision to the public page and off it again, on the real host.</summary>
public class DisclosureTests
{
    private const string Chaoyang = "350603004";

    public static TheoryData<Database> Databases => TestHost.Databases;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Decision_Published_IsReadMaskedUntilItsTermEnds(Database database)
    {
        await using var host = await Host(database);
        var id = await Publish(host, Decision());
        var list = await (await host.Client().GetAsync("/api/v1/public/decisions?q=消防")).Json();
        Assert.Equal(id, list.GetProperty("items")[0].GetProperty("id").GetString());
        var text = await (await host.Client().GetAsync($"/api/v1/public/decisions/{id}")).Content.ReadAsStringAsync();
        Assert.Contains("林某某", text, StringComparison.Ordinal);
        Assert.DoesNotContain("林海涛", text, StringComparison.Ordinal);
        host.Time.Set(2027, 10, 7);
        Assert.Equal(1, (await (await host.Client().GetAsync("/api/v1/public/decisions")).Json()).GetProperty("items").GetArrayLength());
        host.Time.Set(2027, 10, 8);
        Assert.Equal(0, (await (await host.Client().GetAsync("/api/v1/public/decisions")).Json()).GetProperty("items").GetArrayLength());
        var after = await (await host.Client().GetAsync($"/api/v1/public/decisions/{id}")).Json();
        Assert.True(after.GetProperty("isExpired").GetBoolean());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, after.GetProperty("text").ValueKind);
    }

    [Fact]
    public async Task Decision_NotServed_IsRefusedAndNothingKept()
    {
        await using var host = await Host();
        var refused = await host.Within(services => services.GetRequiredService<PublishDecision>().Run(Decision() with { ServedOn = null }, null, CancellationToken.None));
        Assert.Equal("not-served", Assert.Single(refused.Refusals).Code);
        Assert.Equal(0, (await (await host.Client().GetAsync("/api/v1/public/decisions")).Json()).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Decision_Twice_IsRefused()
    {
        await using var host = await Host();
        await Publish(host, Decision());
        var again = await host.Within(services => services.GetRequiredService<PublishDecision>().Run(Decision(), null, CancellationToken.None));
        Assert.Equal("already-disclosed", Assert.Single(again.Refusals).Code);
    }

    [Fact]
    public async Task Proposal_ApprovedByTheHead_BecomesPublic()
    {
        await using var host = await Host();
        var id = (await host.Within(services => services.GetRequiredService<ProposeDisclosure>().Run(Decision(), CancellationToken.None))).Value!;
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client().GetAsync($"/api/v1/public/decisions/{id}")).StatusCode);
        var officer = await host.SignedIn(new Assignment(Role.Officer, Chaoyang, "A2"));
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostJson($"/api/v1/disclosures/{id}/publish", new { version = 1 })).StatusCode);
        var farHead = await host.SignedIn(new Assignment(Role.Head, "350603003", "A1"));
        Assert.Equal(HttpStatusCode.Forbidden, (await farHead.PostJson($"/api/v1/disclosures/{id}/publish", new { version = 1 })).StatusCode);
        var head = await host.SignedIn(new Assignment(Role.Head, Chaoyang, "A2"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.PostJson($"/api/v1/disclosures/{id}/publish", new { version = 1, termDays = 30 })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await head.PostJson($"/api/v1/disclosures/{id}/publish", new { version = 1, termDays = 90 })).StatusCode);
        Assert.Equal("2027-01-06", (await (await host.Client().GetAsync($"/api/v1/public/decisions/{id}")).Json()).GetProperty("endsOn").GetString());
    }

    [Fact]
    public async Task Decision_Withdrawn_LeavesANoteOnly()
    {
        await using var host = await Host();
        var id = await Publish(host, Decision());
        var supervisor = await host.SignedIn(new Assignment(Role.JusticeSupervisor, null, null));
        Assert.Equal(HttpStatusCode.BadRequest, (await supervisor.PostJson($"/api/v1/disclosures/{id}/withdraw", new { version = 1, reason = "" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await supervisor.PostJson($"/api/v1/disclosures/{id}/withdraw", new { version = 1, reason = "行政处罚决定已被依法撤销" })).StatusCode);
        var text = await (await host.Client().GetAsync($"/api/v1/public/decisions/{id}")).Content.ReadAsStringAsync();
        Assert.Contains("行政处罚决定已被依法撤销", text, StringComparison.Ordinal);
        Assert.DoesNotContain("百川", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_Published_AreReadAndSayWhenGone()
    {
        await using var host = await Host();
        var id = await Publish(host, Decision());
        Assert.Contains("漳州百川仓储有限公司", await host.Client().GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Contains("占用消防车通道", await host.Client().GetStringAsync("/decisions?q=百川"), StringComparison.Ordinal);
        Assert.Contains("没有符合条件的决定", await host.Client().GetStringAsync("/decisions?q=没有这样的"), StringComparison.Ordinal);
        var page = await host.Client().GetAsync($"/decisions/{id}");
        Assert.DoesNotContain("Set-Cookie", page.Headers.Select(header => header.Key));
        Assert.Contains("林某某", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await host.Within(services => services.GetRequiredService<WithdrawDecision>().Run(id, null, "行政处罚决定已被依法撤销", CancellationToken.None));
        var gone = await host.Client().GetAsync($"/decisions/{id}");
        var text = await gone.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("行政处罚决定已被依法撤销", text, StringComparison.Ordinal);
        Assert.DoesNotContain("百川", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client().GetAsync("/decisions/none")).StatusCode);
    }

    [Fact]
    public async Task Change_TellsTheCase_AndTheCaseMayRefuse()
    {
        var told = new List<DisclosureChange>();
        await using var host = await TestHost.Start(services: services => services.AddScoped<DisclosureChanged>(_ => (change, _) =>
        {
            told.Add(change);
            return Task.FromResult<Core.Result<bool>>(change.CaseId == "closed" ? new Core.Refusal("case-closed", "案件已结案。", "测试") : true);
        }));
        await Publish(host, Decision());
        Assert.Equal(DisclosureState.Published, Assert.Single(told).State);
        var refused = await host.Within(services => services.GetRequiredService<PublishDecision>().Run(Decision() with { CaseId = "closed" }, null, CancellationToken.None));
        Assert.False(refused.IsOk);
        Assert.Equal(1, (await (await host.Client().GetAsync("/api/v1/public/decisions")).Json()).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Withheld_IsNeverShown()
    {
        await using var host = await Host();
        var id = (await host.Within(services => services.GetRequiredService<WithholdDecision>().Run(Decision(), NoPublicationGround.NoSocialImpact, "不具有一定社会影响", CancellationToken.None))).Value!;
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client().GetAsync($"/api/v1/public/decisions/{id}")).StatusCode);
    }

    // The decisions here come from no case: whoever keeps the cases agrees to everything.
    private static Task<TestHost> Host(Database database = Database.Sqlite) =>
        TestHost.Start(database, services => services.AddScoped<DisclosureChanged>(_ => (_, _) => Task.FromResult<Core.Result<bool>>(true)));

    private static async Task<string> Publish(TestHost host, DecisionToPublish decision)
    {
        var published = await host.Within(services => services.GetRequiredService<PublishDecision>().Run(decision, null, CancellationToken.None));
        Assert.True(published.IsOk);
        return published.Value;
    }

    private static DecisionToPublish Decision() => new()
    {
        CaseId = "case",
        DecisionNumber = "漳龙朝罚决字〔2026〕11号",
        PartyKind = PublishedPartyKind.Organisation,
        PartyName = "漳州百川仓储有限公司",
        CreditCode = "91350603MA00002684",
        Representative = "林海涛",
        Domicile = "漳州市龙文区朝阳街道迎宾大道 10 号",
        ActOn = new DateOnly(2026, 9, 10),
        Cause = "占用消防车通道",
        Item = "XF-005",
        ResultText = "罚款 6000 元",
        Basis = ["消防法 第28条", "消防法 第60条第1款第5项"],
        OrganCode = Chaoyang,
        OrganName = "漳州市龙文区人民政府朝阳街道办事处",
        Area = "A2",
        DecidedOn = new DateOnly(2026, 9, 30),
        ServedOn = new DateOnly(2026, 10, 2),
        ToldOfPublication = true,
        Paragraphs = [new("违法事实", "法定代表人林海涛签收。")],
    };
}
