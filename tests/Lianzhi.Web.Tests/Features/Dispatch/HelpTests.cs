using System.Net;
using System.Text.Json;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Dispatch;
using Lianzhi.Web.Features.Inspections;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Tests.Features.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Dispatch;

/// <summary>Calls for help: from an order under way or an inspection, seen by those concerned and nobody else, closed by leader or chief, the place erased.</summary>
public sealed class HelpTests
{
    private const string Town = "350603001";

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Help_OnAnOrderUnderWay_IsOnTheBoardAndClosedByTheChief(Database database)
    {
        await using var dispatch = await DispatchHost.Start(database);
        using var officer = await dispatch.As("步一", Town);
        var crew = await Started(dispatch, officer, begin: false);
        Assert.Contains("not-under-way", await PlanHost.Refused(officer.PostJson("/api/v1/help-calls", new { crew })), StringComparison.Ordinal);
        await PlanHost.Done(officer.PostJson($"/api/v1/dispatch/crews/{crew}/start", new { }));
        var before = await dispatch.Version();
        Assert.Contains($"/office/help?crew={crew}", await officer.GetStringAsync($"/office/dispatch/crews/{crew}"), StringComparison.Ordinal);
        Assert.Contains("打开执法记录仪", WebUtility.HtmlDecode(await officer.GetStringAsync($"/office/help?crew={crew}")), StringComparison.Ordinal);
        var (sent, _) = await officer.Send($"/office/help?crew={crew}", "dispatch.help", new() { ["place"] = "九龙江边砂场", ["longitude"] = "117650000", ["latitude"] = "24510000" });
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var page = sent.Headers.Location!.ToString();
        var id = page.Split('/')[^1];

        // At once on the board: its version moved, and its page names who, during what and where.
        Assert.True(await dispatch.Version() > before);
        var board = WebUtility.HtmlDecode(await dispatch.Chief.GetStringAsync("/office/dispatch?area=A1&day=2026-10-08"));
        foreach (var said in new[] { "步一 求助", "九龙江边砂场", "东经117.6500°", $"/office/help/{id}" }) Assert.Contains(said, board, StringComparison.Ordinal);
        using var mate = await dispatch.As("步二", Town);
        Assert.Contains("步一 求助", WebUtility.HtmlDecode(await mate.GetStringAsync($"/office/dispatch/crews/{crew}")), StringComparison.Ordinal);
        using var coordinator = await dispatch.Host.SignedIn(new Assignment(Role.AreaCoordinator, "cg", "A1"));
        Assert.Equal("步一", Assert.Single((await (await coordinator.GetAsync("/api/v1/help-calls?area=A1")).Json()).EnumerateArray()).GetProperty("officer").GetString());

        // Nobody else: another crew's officer, another area's chief.
        using var stranger = await dispatch.As("蓝三");
        using var otherChief = await dispatch.Host.SignedIn(new Assignment(Role.AreaChief, "cg", "A2"));
        foreach (var person in new[] { stranger, otherChief })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync($"/api/v1/help-calls/{id}")).StatusCode);
            Assert.Empty((await (await person.GetAsync("/api/v1/help-calls?area=A1")).Json()).EnumerateArray());
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.PostJson("/api/v1/help-calls", new { crew })).StatusCode);
        Assert.DoesNotContain("求助", WebUtility.HtmlDecode(await stranger.GetStringAsync("/office/dispatch?area=A1&day=2026-10-08")), StringComparison.Ordinal);

        // Closed with what was done, by the chief or the leader of who called, once.
        foreach (var person in new[] { mate, coordinator }) Assert.Equal(HttpStatusCode.Forbidden, (await person.PostJson($"/api/v1/help-calls/{id}/close", new { outcome = "已到场" })).StatusCode);
        Assert.Contains("\"outcome\"", await PlanHost.Refused(dispatch.Chief.PostJson($"/api/v1/help-calls/{id}/close", new { outcome = "" })), StringComparison.Ordinal);
        var (closed, _) = await dispatch.Chief.Send(page, "dispatch.close-help", new() { ["outcome"] = "增派人员到场，人员安全" });
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        using var leader = await dispatch.Host.SignedIn(new Assignment(Role.BrigadeLeader, Town, "A1"));
        Assert.Contains("help-closed", await PlanHost.Refused(leader.PostJson($"/api/v1/help-calls/{id}/close", new { outcome = "再登记" })), StringComparison.Ordinal);
        Assert.DoesNotContain("步一 求助", WebUtility.HtmlDecode(await dispatch.Chief.GetStringAsync("/office/dispatch?area=A1&day=2026-10-08")), StringComparison.Ordinal);
        Assert.Contains("增派人员到场", WebUtility.HtmlDecode(await officer.GetStringAsync(page)), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Place_OfACall_IsKeptApartFromTheRecordAndErasedOnItsDay(Database database)
    {
        await using var dispatch = await DispatchHost.Start(database);
        using var officer = await dispatch.As("步一", Town);
        var crew = await Started(dispatch, officer);
        var id = await PlanHost.Done(officer.PostJson("/api/v1/help-calls", new { crew, place = "秘密地点三号", longitude = 117_650_000, latitude = 24_510_000 }));
        var without = await PlanHost.Done(officer.PostJson("/api/v1/help-calls", new { crew }));
        var read = await (await officer.GetAsync($"/api/v1/help-calls/{id}")).Json();
        Assert.Equal(("秘密地点三号", "2026-11-07"), (read.GetProperty("place").GetString(), read.GetProperty("placeErasedOn").GetString()));
        Assert.Equal(JsonValueKind.Null, (await (await officer.GetAsync($"/api/v1/help-calls/{without}")).Json()).GetProperty("placeErasedOn").ValueKind);

        // The record says that help was called for, by whom and during what; not where.
        var fields = await dispatch.Host.Within(services => services.GetRequiredService<AppDb>().Set<RecordFieldRow>().Where(row => row.Stream == $"help/{id}").Select(row => row.Value ?? "").ToListAsync());
        Assert.Contains(fields, value => value.Contains("步一", StringComparison.Ordinal));
        var all = await dispatch.Host.Within(services => services.GetRequiredService<AppDb>().Set<RecordFieldRow>().Select(row => row.Value ?? "").ToListAsync());
        Assert.DoesNotContain(all, value => value.Contains("秘密地点", StringComparison.Ordinal) || value.Contains("117650000", StringComparison.Ordinal));

        Assert.Equal(0, await Erase());
        dispatch.Host.Time.Advance(TimeSpan.FromDays(30));
        Assert.Equal(1, await Erase());
        Assert.Equal(0, await Erase());
        using var chief = await dispatch.Host.SignedIn(new Assignment(Role.AreaChief, "cg", "A1"));
        var later = await (await chief.GetAsync($"/api/v1/help-calls/{id}")).Json();
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (later.GetProperty("place").ValueKind, later.GetProperty("longitude").ValueKind));
        Assert.Contains("位置已删除", WebUtility.HtmlDecode(await chief.GetStringAsync($"/office/help/{id}")), StringComparison.Ordinal);

        Task<int> Erase() => dispatch.Host.Within(async services => (await services.GetRequiredService<EraseHelpPlaces>().Run(default)).Value, Actor.System);
    }

    [Fact]
    public async Task Help_DuringAnInspection_IsSharedWithEverybodyWhoCameAlong()
    {
        await using var dispatch = await DispatchHost.Start();
        await dispatch.Notice();
        await dispatch.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            foreach (var (inspection, name) in new[] { ("iv1350603003", "蓝一"), ("iv1350603003", "蓝二"), ("iv1xf", "消一"), ("iv1xf", "消二") })
                db.Add(new InspectionOfficerRow { InspectionId = inspection, OfficerId = dispatch.Officers[name], Name = name, Certificate = "x", Home = "x" });
            return await db.SaveChangesAsync();
        });
        using var officer = await dispatch.As("蓝一");
        Assert.Contains("not-under-way", await PlanHost.Refused(officer.PostJson("/api/v1/help-calls", new { inspection = "iv1350603003" })), StringComparison.Ordinal);
        await dispatch.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var row = await db.Set<InspectionRow>().SingleAsync(one => one.Id == "iv1350603003");
            (row.Stage, row.StartedAt) = (Core.Inspections.InspectionStage.Started, dispatch.Host.Time.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        Assert.Contains("/office/help?inspection=iv1350603003", await officer.GetStringAsync("/office/inspections/iv1350603003/field"), StringComparison.Ordinal);
        Assert.Contains("\"longitude\"", await PlanHost.Refused(officer.PostJson("/api/v1/help-calls", new { inspection = "iv1350603003", longitude = 117_000_000 })), StringComparison.Ordinal);
        var (sent, _) = await officer.Send("/office/help?inspection=iv1350603003", "dispatch.help", new() { ["longitude"] = "", ["latitude"] = "" });
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var id = sent.Headers.Location!.ToString().Split('/')[^1];
        using var fire = await dispatch.As("消一", "xf");
        var seen = await (await fire.GetAsync($"/api/v1/help-calls/{id}")).Json();
        Assert.Equal(("现场检查：店v1", JsonValueKind.Null), (seen.GetProperty("title").GetString(), seen.GetProperty("place").ValueKind));
        // The board of the day was opened for it, though nothing was gathered.
        Assert.Contains("蓝一 求助", WebUtility.HtmlDecode(await dispatch.Chief.GetStringAsync("/office/dispatch?area=A1&day=2026-10-08")), StringComparison.Ordinal);
        using var leader = await dispatch.Host.SignedIn(new Assignment(Role.BrigadeLeader, "350603003", "A1"));
        await PlanHost.Done(leader.PostJson($"/api/v1/help-calls/{id}/close", new { outcome = "大队长到场" }));
        Assert.Equal(HttpStatusCode.NotFound, (await officer.PostJson("/api/v1/help-calls", new { inspection = "none" })).StatusCode);
    }

    /// <summary>The crew of 步一, acknowledged and, unless left out, begun.</summary>
    private static async Task<string> Started(DispatchHost dispatch, HttpClient officer, bool begin = true)
    {
        await dispatch.Issue();
        await dispatch.Notice();
        var crew = (await dispatch.Crews()).Single(one => one.GetProperty("officers").EnumerateArray().Any(id => id.GetString() == dispatch.Officers["步一"])).GetProperty("id").GetString()!;
        await PlanHost.Done(officer.PostJson($"/api/v1/dispatch/crews/{crew}/acknowledge", new { }));
        if (begin) await PlanHost.Done(officer.PostJson($"/api/v1/dispatch/crews/{crew}/start", new { }));
        return crew;
    }
}
