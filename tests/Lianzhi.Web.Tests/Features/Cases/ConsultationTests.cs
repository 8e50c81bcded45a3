using System.Net;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Platform.Reference;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Cases;

/// <summary>A hard case is talked over under the chief of its area, by form and by API, with minutes in the file.</summary>
public sealed class ConsultationTests
{
    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task HoldConsultation_ByFormAndApi_IsKeptWithItsMinutes(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var id = await cases.Propose();
        await cases.At(3, 3);
        await CaseHost.Take(cases.Head, id, new { step = "approve-filing", opinion = "同意立案。" });
        await cases.At(3, 6, 18);
        var posts = await cases.Host.Within(services => Task.FromResult(services.GetRequiredService<Snapshot<OrganisationRegister>>().Current.AsOf(new DateOnly(2026, 3, 6)).Posts));
        var (chief, head) = (posts.Single(post => post.Kind == PostKind.AreaChief).OfficerId, posts.Single(post => post is { Kind: PostKind.Head, Unit: CaseHost.Street }).OfficerId);
        object Held(string presider, long? version = null) => new
        {
            step = "hold-consultation",
            version,
            at = "2026-03-06T09:00:00+08:00",
            until = "2026-03-06T10:00:00+08:00",
            place = "片区中心会议室",
            presiderId = presider,
            recorderId = cases.SecondOfficer,
            members = new[] { new { officerId = cases.FirstOfficer, opinion = "来源有两处。" } },
            guests = new[] { new { name = "林工", unit = "区环境监测站", opinion = "可以比对土样。" } },
            questions = new[] { "责任主体如何认定" },
            summary = "先调取运输记录。",
        };
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Stranger.PostJson($"/api/v1/cases/{id}/steps", Held(chief))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await cases.Chief.PostJson($"/api/v1/cases/{id}/steps", Held(chief))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await cases.Officer.PostJson($"/api/v1/cases/{id}/steps", Held(chief, 1))).StatusCode);
        var refused = await cases.Officer.PostJson($"/api/v1/cases/{id}/steps", Held(head));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (refused.StatusCode, (await refused.Json()).ToString().Contains("not-an-area-leader", StringComparison.Ordinal)));
        await CaseHost.Take(cases.Officer, id, Held(chief));

        var form = $"/office/cases/{id}/steps/hold-consultation";
        var typed = new Dictionary<string, string>
        {
            ["at"] = "2026-03-06T14:00",
            ["until"] = "2026-03-06T15:00",
            ["place"] = "街道会议室",
            ["presiderId"] = chief,
            ["recorderId"] = cases.SecondOfficer,
            ["questions"] = "是否委托检测\n由谁承担费用",
            ["members[0].officerId"] = cases.FirstOfficer,
            ["members[0].opinion"] = "应当委托。",
            ["members[1].officerId"] = head,
            ["members[1].opinion"] = "",
            ["guests"] = "林工｜区环境监测站｜三日可以出结果",
            ["summary"] = "委托检测。",
        };
        var (silent, page) = await cases.Officer.Send(form, "cases.take-step", typed);
        Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);
        Assert.Contains("请记明每一名参加人员的意见", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        var (done, _) = await cases.Officer.Send(form, "cases.take-step", new(typed) { ["members[1].opinion"] = "同意委托。" });
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var second = WebUtility.HtmlDecode(await cases.Head.GetStringAsync($"/office/cases/{id}/documents/consultation-minutes/1"));
        foreach (var said in new[] { "由谁承担费用", "同意委托。", "林工（列席）", "沈志远", "不代替执法主体" }) Assert.Contains(said, second, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await cases.Officer.GetAsync($"/office/cases/{id}/documents/consultation-minutes/0.docx")).StatusCode);
        Assert.Contains("疑难案件会商", WebUtility.HtmlDecode(await cases.Chief.GetStringAsync($"/office/cases/{id}")), StringComparison.Ordinal);
    }
}
