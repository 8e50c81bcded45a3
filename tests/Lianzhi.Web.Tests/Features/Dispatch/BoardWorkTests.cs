using System.Net;
using System.Text.Json;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Clues;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Features.Dispatch;
using Lianzhi.Web.Tests.Features.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Dispatch;

/// <summary>Where jobs come from, crews made by hand or as last week, the week, and letters to units whose officers are wanted.</summary>
public sealed class BoardWorkTests
{
    private const string Page = "/office/dispatch?area=A1&day=2026-10-08";

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Collect_CluesRechecksAndServicesDue_AreJobsOnceEach(Database database)
    {
        await using var dispatch = await DispatchHost.Start(database);
        await dispatch.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.AddRange(Clue("urgent", 8, ClueState.Accepted), Clue("soon", 11, ClueState.Accepted), Clue("later", 12, ClueState.Accepted), Clue("undecided", 8, ClueState.Unseen), Clue("elsewhere", 8, ClueState.Accepted, "A2"));
            db.AddRange(Case("served", CaseStage.Decided, CaseProjection.Service, 9), Case("served-later", CaseStage.Decided, CaseProjection.Service, 20), Case("paying", CaseStage.Served, CaseProjection.Payment, 8), Case("correcting", CaseStage.Served, null, 30), Case("corrected", CaseStage.Served, null, 30));
            db.AddRange(Correction("correcting", null), Correction("corrected", new DateOnly(2026, 10, 7)));
            return await db.SaveChangesAsync();
        });
        await dispatch.Collect();
        var jobs = (await dispatch.Jobs()).Where(job => job.GetProperty("kind").GetString() != "plannedVisit").ToDictionary(job => job.GetProperty("reference").GetString()!, job => (Kind: job.GetProperty("kind").GetString(), Urgency: job.GetProperty("urgency").GetString()));
        Assert.Equal(["correcting", "served", "soon", "urgent"], jobs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("clue", "must"), jobs["urgent"]);
        Assert.Equal(("clue", "week"), jobs["soon"]);
        // In words, never as the code of its kind.
        Assert.Contains(await dispatch.Jobs(), job => job.GetProperty("reference").GetString() == "soon" && job.GetProperty("title").GetString() == "线索核查：占道和乱堆放");
        Assert.Equal(("service", "week"), jobs["served"]);
        Assert.Equal(("recheck", "must"), jobs["correcting"]);
        await dispatch.Collect();
        Assert.Equal(6, (await dispatch.Jobs()).Count);
    }

    [Fact]
    public async Task Sheet_OfADay_NamesEveryCrewOnPaperAndAsText()
    {
        await using var dispatch = await DispatchHost.Start();
        const string sheet = "/office/dispatch/sheet?area=A1&day=2026-10-08";
        Assert.Contains("当日还没有编组", WebUtility.HtmlDecode(await dispatch.Chief.GetStringAsync(sheet)), StringComparison.Ordinal);
        await dispatch.Issue();
        var page = WebUtility.HtmlDecode(await dispatch.Chief.GetStringAsync(sheet));
        var crews = await dispatch.Crews();
        Assert.NotEmpty(crews);
        foreach (var crew in crews) Assert.Contains(crew.GetProperty("name").GetString()!, page, StringComparison.Ordinal);
        Assert.Contains("【", page[page.IndexOf("<textarea", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("署名：", page, StringComparison.Ordinal);
        Assert.Contains(sheet.Replace("&", "&amp;", StringComparison.Ordinal), await dispatch.Chief.GetStringAsync(Page), StringComparison.Ordinal);
        using var stranger = await dispatch.Host.SignedIn(new Assignment(Role.AreaChief, null, "A2"));
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync(sheet)).StatusCode);
    }

    [Fact]
    public async Task NewCrew_ByTheFormOfTheBoard_IsMadeOrRefusedWithTheRule()
    {
        await using var dispatch = await DispatchHost.Start();
        await dispatch.Collect();
        var job = (await dispatch.Jobs()).Single(one => one.GetProperty("reference").GetString() == "v2").GetProperty("id").GetString()!;
        Assert.Contains("新编小组", WebUtility.HtmlDecode(await dispatch.Chief.GetStringAsync(Page)), StringComparison.Ordinal);
        var refused = await dispatch.Chief.Send(Page, "dispatch.arrange", new() { ["Way"] = "NewCrew|||||", ["first"] = dispatch.Officers["蓝一"], ["second"] = dispatch.Officers["蓝二"], ["begins"] = job });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Response.StatusCode);
        Assert.Contains("持证人员不足两名", WebUtility.HtmlDecode(refused.Body), StringComparison.Ordinal);
        Assert.Empty(await dispatch.Crews());
        var alone = await dispatch.Chief.Send(Page, "dispatch.arrange", new() { ["Way"] = "NewCrew|||||", ["first"] = dispatch.Officers["步一"] });
        Assert.Contains("另一名人员", WebUtility.HtmlDecode(alone.Body), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await dispatch.Chief.Send(Page, "dispatch.arrange", new() { ["Way"] = "NewCrew|||||", ["first"] = dispatch.Officers["步一"], ["second"] = dispatch.Officers["步二"], ["begins"] = job })).Response.StatusCode);
        var crew = Assert.Single(await dispatch.Crews());
        Assert.Equal(job, Assert.Single(crew.GetProperty("stops").EnumerateArray()).GetProperty("job").GetString());
        Assert.Equal(2, crew.GetProperty("gear").GetArrayLength());
        // What is dragged sends the same form.
        var carried = await dispatch.Chief.Send(Page, "dispatch.arrange", new() { ["Way"] = DispatchNames.Carried(officer: dispatch.Officers["步一"]).Replace("{}", "", StringComparison.Ordinal) });
        Assert.Contains("已放回原处", WebUtility.HtmlDecode(carried.Body), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await dispatch.Chief.Send(Page, "dispatch.arrange", new() { ["Way"] = DispatchNames.Carried(job: job).Replace("{}", "", StringComparison.Ordinal) })).Response.StatusCode);
        Assert.Empty(Assert.Single(await dispatch.Crews()).GetProperty("stops").EnumerateArray());
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task LastWeek_Copied_ComesAsADraftAndSaysWhatStaysOut(Database database)
    {
        await using var dispatch = await DispatchHost.Start(database);
        object Next(string day) => new { area = "A1", day };
        Assert.Contains("nothing-to-copy", await PlanHost.Refused(dispatch.Chief.PostJson("/api/v1/dispatch/boards/copy-last-week", Next("2026-10-15"))), StringComparison.Ordinal);
        await dispatch.Collect();
        var patrol = await dispatch.Patrol("夜市巡查", "350603001");
        var version = await dispatch.Version();
        await PlanHost.Done(dispatch.Act("arrange", new { version, act = "newCrew", officer = dispatch.Officers["步一"], leaving = dispatch.Officers["步二"], job = (await dispatch.Jobs()).Single(job => job.GetProperty("title").GetString() == "夜市巡查").GetProperty("id").GetString() }));
        await PlanHost.Done(dispatch.Act("arrange", new { version = await dispatch.Version(), act = "newCrew", officer = dispatch.Officers["蓝一"], leaving = dispatch.Officers["蓝二"] }));
        await PlanHost.Done(dispatch.Chief.PostJson("/api/v1/duty", new { officer = dispatch.Officers["蓝二"], kind = "leave", from = "2026-10-15" }));
        await PlanHost.Done(dispatch.Chief.PostJson("/api/v1/dispatch/boards/copy-last-week", Next("2026-10-15")));
        var board = await (await dispatch.Chief.GetAsync("/api/v1/dispatch/boards?area=A1&day=2026-10-15")).Json();
        var crew = Assert.Single(board.GetProperty("crews").EnumerateArray());
        Assert.Equal(("draft", 1), (crew.GetProperty("stage").GetString(), crew.GetProperty("stops").GetArrayLength()));
        Assert.Equal("夜市巡查", Assert.Single(board.GetProperty("jobs").EnumerateArray()).GetProperty("title").GetString());
        Assert.Contains("不足两名", board.GetProperty("changes").ToString(), StringComparison.Ordinal);
        Assert.Contains("crews-there", await PlanHost.Refused(dispatch.Chief.PostJson("/api/v1/dispatch/boards/copy-last-week", Next("2026-10-15"))), StringComparison.Ordinal);
        Assert.Contains("\"day\"", await PlanHost.Refused(dispatch.Chief.PostJson("/api/v1/dispatch/boards/copy-last-week", new { area = "A1" })), StringComparison.Ordinal);
        using var officer = await dispatch.As("蓝一");
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostJson("/api/v1/dispatch/boards/copy-last-week", Next("2026-10-15"))).StatusCode);
        var week = WebUtility.HtmlDecode(await officer.GetStringAsync("/office/dispatch/week?area=A1&day=2026-10-15"));
        foreach (var words in new[] { crew.GetProperty("name").GetString()!, "休假", "蓝三", "/office/dispatch?area=A1&day=2026-10-16" }) Assert.Contains(words, week, StringComparison.Ordinal);
        using var stranger = await dispatch.Host.SignedIn(new Assignment(Role.Officer, "350603103", "A2"));
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync("/office/dispatch/week?area=A1&day=2026-10-15")).StatusCode);
        Assert.NotEmpty(patrol);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Letter_ToTheUnitOfAnOfficerNotSentDown_IsAnsweredBeforeTheCrewLeaves(Database database)
    {
        await using var dispatch = await DispatchHost.Start(database);
        await dispatch.Issue();
        var letter = await dispatch.Host.Within(services => services.GetRequiredService<AppDb>().Set<BorrowLetterRow>().AsNoTracking().SingleAsync());
        Assert.Equal(("xf", false, (bool?)null), (letter.Home, letter.Withdrawn, letter.Agrees));
        Assert.Equal(new[] { dispatch.Officers["消一"], dispatch.Officers["消二"] }.Order(StringComparer.Ordinal), letter.OfficerIds);
        var crew = $"/api/v1/dispatch/crews/{letter.CrewId}";
        var members = Members(await dispatch.Crews(), letter.CrewId);
        using var member = await dispatch.As(new[] { "蓝一", "蓝二", "蓝三" }.First(name => members.Contains(dispatch.Officers[name])));
        await PlanHost.Done(member.PostJson($"{crew}/acknowledge", new { }));
        Assert.Contains("letter-open", await PlanHost.Refused(member.PostJson($"{crew}/start", new { })), StringComparison.Ordinal);
        using var liaison = await dispatch.Host.SignedIn(new Assignment(Role.Liaison, "xf", null));
        using var other = await dispatch.Host.SignedIn(new Assignment(Role.Liaison, "sc", null));
        Assert.Contains("回复借人函", WebUtility.HtmlDecode(await liaison.GetStringAsync("/office")), StringComparison.Ordinal);
        var answer = $"/api/v1/dispatch/letters/{letter.Id}/answer";
        Assert.Equal(HttpStatusCode.Forbidden, (await other.PostJson(answer, new { agrees = true })).StatusCode);
        Assert.Contains("\"agrees\"", await PlanHost.Refused(liaison.PostJson(answer, new { })), StringComparison.Ordinal);
        Assert.Contains("\"text\"", await PlanHost.Refused(liaison.PostJson(answer, new { agrees = false })), StringComparison.Ordinal);
        var page = $"/office/dispatch/letters/{letter.Id}";
        Assert.Equal(HttpStatusCode.Redirect, (await liaison.Send(page, "dispatch.answer-letter", new() { ["agrees"] = "yes", ["text"] = "按时到场" })).Response.StatusCode);
        Assert.Contains("按时到场", WebUtility.HtmlDecode(await dispatch.Chief.GetStringAsync(page)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await dispatch.Chief.GetAsync($"{page}.docx")).StatusCode);
        await dispatch.Notice();
        await PlanHost.Done(member.PostJson($"{crew}/start", new { }));
        Assert.Contains("crew-under-way", await PlanHost.Refused(liaison.PostJson(answer, new { agrees = false, text = "改派" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_Refused_MakesTheCrewUnlawfulUntilItIsPlannedAnew()
    {
        await using var dispatch = await DispatchHost.Start();
        await dispatch.Issue();
        var letter = await dispatch.Host.Within(services => services.GetRequiredService<AppDb>().Set<BorrowLetterRow>().AsNoTracking().SingleAsync());
        using var liaison = await dispatch.Host.SignedIn(new Assignment(Role.Liaison, "xf", null));
        await PlanHost.Done(liaison.PostJson($"/api/v1/dispatch/letters/{letter.Id}/answer", new { agrees = false, text = "当日有专项检查" }));
        var crew = (await dispatch.Crews()).Single(one => one.GetProperty("id").GetString() == letter.CrewId);
        Assert.Contains("不同意借用", crew.GetProperty("faults").ToString(), StringComparison.Ordinal);
        await PlanHost.Done(dispatch.Act("cancel", new { version = await dispatch.Version(), crew = letter.CrewId, reason = "消防不派员" }));
        Assert.True(await dispatch.Host.Within(services => services.GetRequiredService<AppDb>().Set<BorrowLetterRow>().AsNoTracking().Select(row => row.Withdrawn).SingleAsync()));
        Assert.Contains("letter-withdrawn", await PlanHost.Refused(liaison.PostJson($"/api/v1/dispatch/letters/{letter.Id}/answer", new { agrees = true })), StringComparison.Ordinal);
        // Who was refused is not proposed again that day.
        Assert.Contains("nothing-proposed", await PlanHost.Refused(dispatch.Act("propose", new { version = await dispatch.Version() })), StringComparison.Ordinal);
    }

    private static List<string?> Members(List<JsonElement> crews, string crew) => [.. crews.Single(one => one.GetProperty("id").GetString() == crew).GetProperty("officers").EnumerateArray().Select(officer => officer.GetString())];

    private static ClueRow Clue(string id, int due, ClueState state, string area = "A1") => new()
    {
        Id = id,
        Number = id,
        Source = ClueSource.Patrol,
        State = state,
        Township = "350603003",
        Unit = "350603003",
        Area = area,
        BodyName = "蓝田街道",
        Description = "占道",
        Address = "湖滨路",
        Category = "street",
        ReceivedAt = new DateTimeOffset(2026, 9, 30, 9, 0, 0, TimeSpan.Zero),
        ReceivedOn = new(2026, 9, 30),
        StepFrom = new(2026, 9, 30),
        DueOn = new(2026, 10, due),
    };

    private static CaseRow Case(string id, CaseStage stage, string? clock, int due) => new()
    {
        Id = id,
        Title = id,
        PartyName = "某店",
        MaskedPartyName = "某店",
        PartyKey = id,
        ItemCode = "CG-014",
        Cause = "倾倒垃圾",
        Unit = "350603003",
        UnitName = "蓝田街道",
        Township = "350603003",
        Area = "A1",
        Procedure = CaseProcedure.Ordinary,
        Stage = stage,
        OfficerNames = "甲、乙",
        ActOn = new(2026, 9, 1),
        OpenedOn = new(2026, 9, 2),
        FineFen = 0,
        Version = 1,
        DueClock = clock,
        DueOn = new(2026, 10, due),
    };

    private static CaseReminderRow Correction(string id, DateOnly? settled) => new()
    {
        CaseId = id,
        Clock = "correction",
        DueOn = new(2026, 10, 7),
        Level = Enum.GetValues<AlarmLevel>()[0],
        Text = "改正期限届满",
        Unit = "350603003",
        About = "某店",
        RaisedOn = new(2026, 10, 5),
        SettledOn = settled,
    };
}
