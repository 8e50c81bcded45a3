using System.Net;
using System.Text.Json;
using Lianzhi.Core.Access;
using Lianzhi.Web.Features.Organisation;
using Lianzhi.Web.Features.Plans;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Plans;

/// <summary>The first area with two bodies that can inspect, targets, requirements and caps; at 5 January 2026.</summary>
internal sealed class PlanHost : IAsyncDisposable
{
    private static readonly (string Code, string Name)[] Towns = [("350603001", "步文街道"), ("350603002", "碧湖街道"), ("350603003", "蓝田街道"), ("350603005", "景山街道")];

    private PlanHost(TestHost host) => Host = host;

    public TestHost Host { get; }

    public HttpClient Chief { get; private set; } = null!;

    public HttpClient Coordinator { get; private set; } = null!;

    public HttpClient Lead { get; private set; } = null!;

    public HttpClient Fire { get; private set; } = null!;

    public HttpClient Justice { get; private set; } = null!;

    public static async Task<PlanHost> Start(Database database = Database.Sqlite)
    {
        var made = new PlanHost(await TestHost.Start(database));
        var host = made.Host;
        host.Time.Set(2026, 1, 5);
        await made.SignIn();
        foreach (var unit in new[] { "350603003", "350603003", "xf", "xf", "xf" }) await Officer(host, unit);
        var csv = "名称,统一社会信用代码,地址,镇街,网格,行业,风险等级\n" + string.Concat(Enumerable.Range(0, 24).Select(number =>
            $"演示店{number},,湖滨路{number}号,蓝田街道,湖滨路,{(number % 2 == 0 ? "餐饮" : "零售")},{(number % 6 == 0 ? "高" : number % 3 == 0 ? "中" : "低")}\n"));
        Assert.Equal(HttpStatusCode.OK, (await made.Coordinator.PostAsync("/api/v1/targets/import?source=x", new StringContent(csv, System.Text.Encoding.UTF8, "text/csv"))).StatusCode);
        await Done(made.Lead.PostJson("/api/v1/inspection-requirements", Requirement("市容检查", "cg", byTownship: true)));
        await Done(made.Fire.PostJson("/api/v1/inspection-requirements", Requirement("消防检查", "xf", byTownship: false)));
        foreach (var number in Enumerable.Range(1, 3))
            await Done(made.Coordinator.PostJson("/api/v1/equipment", new { kind = "vehicle", name = $"执法车{number}", stockNumber = $"计划车{number}", area = "A1" }));
        return made;
    }

    /// <summary>Signs everybody in, also again when the clock was moved on.</summary>
    public async Task SignIn()
    {
        Chief = await Host.SignedIn(new Assignment(Role.AreaChief, "cg", "A1"));
        Coordinator = await Host.SignedIn(new Assignment(Role.AreaCoordinator, "cg", "A1"));
        Lead = await Host.SignedIn(new Assignment(Role.Liaison, "cg", null));
        Fire = await Host.SignedIn(new Assignment(Role.Liaison, "xf", null));
        Justice = await Host.SignedIn(new Assignment(Role.JusticeSupervisor, "sf", null));
    }

    /// <summary>Two certified officers of a unit.</summary>
    public static Task<List<string>> Pair(TestHost host, string unit) => host.Within(services => Task.FromResult(services.GetRequiredService<Lianzhi.Web.Platform.Reference.Snapshot<Lianzhi.Core.Organisation.OrganisationRegister>>().Current.AsOf(new(2026, 1, 5)).Officers
        .Where(officer => officer.Unit == unit).Select(officer => officer.Id).Order(StringComparer.Ordinal).Take(2).ToList()));

    public static object Requirement(string name, string department, bool byTownship) => new
    {
        name,
        department,
        byTownship,
        sectors = Array.Empty<string>(),
        high = 2,
        medium = 1,
        low = 1,
        minutes = 40,
        gapWeeks = 8,
        source = "示例",
        from = "2026-01-01",
    };

    /// <summary>The id of what an answer made.</summary>
    public static async Task<string> Done(Task<HttpResponseMessage> answer)
    {
        var response = await answer;
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {text}");
        return text.Length == 0 ? "" : JsonDocument.Parse(text).RootElement.GetProperty("id").GetString()!;
    }

    /// <summary>The codes of the refusals.</summary>
    public static async Task<string> Refused(Task<HttpResponseMessage> answer)
    {
        var response = await answer;
        Assert.False(response.IsSuccessStatusCode);
        return (await response.Json()).ToString();
    }

    public async Task<JsonElement> Plan(string id) => await (await Chief.GetAsync($"/api/v1/inspection-plans/{id}")).Json();

    public async Task<long> Version(string id) => (await Plan(id)).GetProperty("version").GetInt64();

    public async Task<List<JsonElement>> Visits(string id) =>
        [.. (await (await Chief.GetAsync($"/api/v1/inspection-plans/{id}/visits?limit=200")).Json()).GetProperty("items").EnumerateArray()];

    /// <summary>A yearly plan whose townships have all handed in.</summary>
    public async Task<string> Drafting()
    {
        var id = await Done(Chief.PostJson("/api/v1/inspection-plans", new { kind = "annual", area = "A1", year = 2026, title = "2026年度联合检查计划" }));
        foreach (var (code, _) in Towns)
        {
            using var deputy = await Host.SignedIn(new Assignment(Role.TownshipDeputy, code, "A1"));
            await Done(deputy.PostJson($"/api/v1/inspection-plans/{id}/submit-part", new { township = code, note = "已核对" }));
        }
        return id;
    }

    /// <summary>Asks the optimiser and does its work.</summary>
    public async Task Optimise(string id, int seconds = 2)
    {
        await Done(Chief.PostJson($"/api/v1/inspection-plans/{id}/optimise", new { version = await Version(id), seconds, seed = 7 }));
        Assert.True(await Host.Within(services => services.GetRequiredService<RunPlans>().Next(CancellationToken.None)));
    }

    /// <summary>From a draft to the public.</summary>
    public async Task Publish(string id)
    {
        await Done(Chief.PostJson($"/api/v1/inspection-plans/{id}/send-for-opinion", new { version = await Version(id) }));
        await Done(Lead.PostJson($"/api/v1/inspection-plans/{id}/give-opinion", new { department = "cg", agrees = true }));
        await Done(Fire.PostJson($"/api/v1/inspection-plans/{id}/give-opinion", new { department = "xf", agrees = false, text = "希望避开十一月" }));
        await Done(Chief.PostJson($"/api/v1/inspection-plans/{id}/submit-to-meeting", new { version = await Version(id) }));
        await Done(Lead.PostJson($"/api/v1/inspection-plans/{id}/record-meeting", new { version = await Version(id), passed = true, meeting = "第1次联席会议", on = "2026-01-05" }));
        await Done(Chief.PostJson($"/api/v1/inspection-plans/{id}/publish", new { version = await Version(id) }));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in new[] { Chief, Coordinator, Lead, Fire, Justice }) client.Dispose();
        await Host.DisposeAsync();
    }

    private static async Task Officer(TestHost host, string unit)
    {
        var id = await host.Within(async services => (await services.GetRequiredService<AddOfficer>().Run(new NewOfficer($"甲{Guid.CreateVersion7():N}"[..12], unit, null, new DateOnly(2025, 1, 1)), "示例", CancellationToken.None)).Value!);
        var added = await host.Within(services => services.GetRequiredService<AddCertificate>().Run(id, new NewCertificate($"示{id}", "示例", new DateOnly(2025, 1, 1), new DateOnly(2029, 1, 1)), CancellationToken.None));
        Assert.True(added.IsOk, added.IsOk ? "" : added.Refusals[0].Message);
    }
}
