using System.Net;
using System.Text;
using Lianzhi.Core.Access;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Features.Organisation;
using Lianzhi.Web.Platform.Reference;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Organisation;

/// <summary>Skills with terms, from a list.</summary>
public sealed class SkillImportTests
{
    private const string Header = "姓名,单位,执法证号,技能,等级,有效期起,有效期止\n";

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Skills_OfAList_AreHeldFromAndUntilTheirDays(Database database)
    {
        await using var host = await TestHost.Start(database);
        host.Time.Set(2026, 3, 2);
        var id = await host.Within(async services => (await services.GetRequiredService<AddOfficer>().Run(new NewOfficer("赵消防", "xf", null, new DateOnly(2025, 1, 1), "危化品1"), "示例", default)).Value!);
        var liaison = await host.SignedIn(new Assignment(Role.Liaison, "xf", null));
        const string list = Header + "赵消防,xf,,消防,3,2026-03-02,2026-12-31\n赵消防,xf,,危化品,2,,\n";
        var looked = await (await Send(liaison, "dryRun=true", list)).Json();
        Assert.Equal((2, 1, 1), (looked.GetProperty("count").GetInt32(), looked.GetProperty("added").GetInt32(), looked.GetProperty("changed").GetInt32()));
        Assert.Equal("危化品1", await Kept());
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(liaison, "", list)).StatusCode);
        var bad = await Send(liaison, "source=x", Header + "赵消防,xf,,消防,9,,\n钱消防,xf,,消防,1,,\n");
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        var said = (await bad.Json()).ToString();
        Assert.Contains("row2", said, StringComparison.Ordinal);
        Assert.Contains("row3", said, StringComparison.Ordinal);
        using var other = await host.SignedIn(new Assignment(Role.Liaison, "sc", null));
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(other, "source=x", list)).StatusCode);
        Assert.Equal("危化品1", await Kept());
        Assert.Equal(HttpStatusCode.OK, (await Send(liaison, "source=2026年培训名单", list)).StatusCode);
        Assert.Equal("危化品2、消防3（2026-03-02至2026-12-31）", await Kept());
        Assert.Equal((3, 0), await host.Within(services => Task.FromResult((Level(services, new(2026, 12, 31)), Level(services, new(2027, 1, 1))))));
        Assert.Contains("消防3（2026-03-02至2026-12-31）", WebUtility.HtmlDecode(await liaison.GetStringAsync($"/office/officers/{id}")), StringComparison.Ordinal);
        Assert.Contains("有效期止", WebUtility.HtmlDecode(await liaison.GetStringAsync("/office/officers/skills")), StringComparison.Ordinal);

        Task<string> Kept() => host.Within(async services => (await services.GetRequiredService<Lianzhi.Web.Data.AppDb>().Set<OfficerRow>().FindAsync(id))!.Skills);

        int Level(IServiceProvider services, DateOnly day) => services.GetRequiredService<Snapshot<OrganisationRegister>>().Current.AsOf(day).Officer(id)!.Skills.GetValueOrDefault("消防");
    }

    private static Task<HttpResponseMessage> Send(HttpClient client, string query, string list) => client.PostAsync($"/api/v1/officers/skills/import?{query}", new StringContent(list, Encoding.UTF8, "text/csv"));
}
