using System.Net;
using System.Text.Json;
using Lianzhi.Core.Access;
using Lianzhi.Core.Clues;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Features.Dispatch;
using Lianzhi.Web.Features.Equipment;
using Lianzhi.Web.Features.Inspections;
using Lianzhi.Web.Features.Requirements;
using Lianzhi.Web.Features.Targets;
using Lianzhi.Web.Tests.Features.Cases;
using Lianzhi.Web.Tests.Features.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Dispatch;

/// <summary>The board of a day, from gathering to orders that are carried out.</summary>
public sealed class DispatchTests
{
    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Board_CollectProposeIssue_BindsPeopleAndEquipment(Database database)
    {
        await using var dispatch = await DispatchHost.Start(database);
        Assert.Equal(DispatchHost.Board, await dispatch.Collect());
        var jobs = await dispatch.Jobs();
        Assert.Equal(["v1", "v2"], jobs.Select(job => job.GetProperty("reference").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(["350603003", "xf"], jobs.Single(job => job.GetProperty("reference").GetString() == "v1").GetProperty("subjects").EnumerateArray().Select(subject => subject.GetString()));
        // Again the same day: nothing twice.
        await dispatch.Collect();
        Assert.Equal(2, (await dispatch.Jobs()).Count);
        await PlanHost.Done(dispatch.Act("propose", new { version = await dispatch.Version() }));
        var crews = await dispatch.Crews();
        Assert.All(crews, crew => Assert.Empty(crew.GetProperty("faults").EnumerateArray()));
        Assert.Equal(2, crews.Sum(crew => crew.GetProperty("stops").GetArrayLength()));
        var joint = crews.Single(crew => crew.GetProperty("stops").EnumerateArray().Any(stop => jobs.Any(job => job.GetProperty("id").GetString() == stop.GetProperty("job").GetString() && job.GetProperty("reference").GetString() == "v1")));
        var members = joint.GetProperty("officers").EnumerateArray().Select(officer => officer.GetString()!).ToList();
        foreach (var unit in new[] { "蓝", "消" }) Assert.True(members.Count(id => dispatch.Officers.Any(pair => pair.Value == id && pair.Key.StartsWith(unit, StringComparison.Ordinal))) >= 2);
        await PlanHost.Done(dispatch.Act("issue", new { version = await dispatch.Version() }));
        var issued = await dispatch.Crews();
        Assert.All(issued, crew => Assert.StartsWith("漳龙片调〔2026〕", crew.GetProperty("number").GetString(), StringComparison.Ordinal));
        var bound = await dispatch.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            return (await db.Set<OfficerBookingRow>().CountAsync(), await db.Set<EquipmentBookingRow>().CountAsync());
        });
        Assert.Equal((issued.Sum(crew => crew.GetProperty("officers").GetArrayLength()), issued.Sum(crew => crew.GetProperty("gear").GetArrayLength())), bound);
        Assert.Contains("nothing-to-issue", await PlanHost.Refused(dispatch.Act("issue", new { version = await dispatch.Version() })), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Propose_VisitAsksForASkill_SendsWhoHoldsItOrSaysThatNobodyDoes(Database database)
    {
        await using var dispatch = await DispatchHost.Start(database);
        await dispatch.Host.Within(services => services.GetRequiredService<AppDb>().Set<RequirementRow>().Where(row => row.Name == "市容检查").ExecuteUpdateAsync(row => row.SetProperty(one => one.Skill, "广告设施").SetProperty(one => one.SkillLevel, 2)));
        await dispatch.Collect();
        Assert.Contains("广告设施2级", await PlanHost.Refused(dispatch.Act("propose", new { version = await dispatch.Version() })), StringComparison.Ordinal);
        using var staff = await dispatch.Host.SignedIn(new Assignment(Role.JusticeSupervisor, "justice", null));
        var address = $"/office/officers/{dispatch.Officers["蓝三"]}";
        var form = new Dictionary<string, string> { ["name"] = "蓝三", ["skills"] = "广告设施6", ["reason"] = "培训结业" };
        var (wrong, told) = await staff.Send($"{address}/change", "organisation.change-officer", form);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("技能等级应当是 1 至 5", WebUtility.HtmlDecode(told), StringComparison.Ordinal);
        form["skills"] = "广告设施2";
        Assert.Equal(HttpStatusCode.Redirect, (await staff.Send($"{address}/change", "organisation.change-officer", form)).Response.StatusCode);
        Assert.Contains("专业技能：广告设施2", WebUtility.HtmlDecode(await staff.GetStringAsync(address)), StringComparison.Ordinal);
        await PlanHost.Done(dispatch.Act("propose", new { version = await dispatch.Version() }));
        var crew = Assert.Single(await dispatch.Crews());
        Assert.Contains(dispatch.Officers["蓝三"], crew.GetProperty("officers").EnumerateArray().Select(id => id.GetString()));
        // The chief cannot take out the only one who holds it, though two others of the street would do for the law.
        var text = await PlanHost.Refused(dispatch.Act("arrange", new { version = await dispatch.Version(), act = "moveOfficer", officer = dispatch.Officers["蓝三"] }));
        Assert.Contains("skill-missing", text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Officer_MovedOut_IsRefusedWithTheRuleAndNothingChanges(Database database)
    {
        await using var dispatch = await DispatchHost.Start(database);
        await dispatch.Issue();
        var before = (await dispatch.View()).ToString();
        var crew = (await dispatch.Crews()).First(one => one.GetProperty("officers").EnumerateArray().Any(id => id.GetString() == dispatch.Officers["步一"]));
        var text = await PlanHost.Refused(dispatch.Act("arrange", new { version = await dispatch.Version(), act = "moveOfficer", officer = dispatch.Officers["步一"] }));
        Assert.Contains("crew-too-small", text, StringComparison.Ordinal);
        Assert.Contains("行政处罚法 第四十二条", text, StringComparison.Ordinal);
        // A lawful change of an issued order needs its reason.
        Assert.Contains("\"reason\"", await PlanHost.Refused(dispatch.Act("arrange", new { version = await dispatch.Version(), act = "moveJob", job = crew.GetProperty("stops")[0].GetProperty("job").GetString() })), StringComparison.Ordinal);
        Assert.Equal(before, (await dispatch.View()).ToString());
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Sick_AfterIssue_ReplanReplacesAndAsksForAnotherAcknowledgement(Database database)
    {
        await using var dispatch = await DispatchHost.Start(database);
        await dispatch.Issue();
        var joint = (await dispatch.Crews()).Single(crew => Has(crew, "消一"));
        var sick = new[] { "蓝一", "蓝二", "蓝三" }.First(name => Has(joint, name));
        using var other = await dispatch.As(new[] { "蓝一", "蓝二", "蓝三" }.First(name => name != sick && Has(joint, name)));
        await PlanHost.Done(other.PostJson($"/api/v1/dispatch/crews/{joint.GetProperty("id").GetString()}/acknowledge", new { }));
        await PlanHost.Done(dispatch.Chief.PostJson("/api/v1/duty", new { officer = dispatch.Officers[sick], kind = "sickLeave", from = "2026-10-08" }));
        Assert.NotEmpty((await dispatch.Crews()).Single(crew => Has(crew, "消一")).GetProperty("faults").EnumerateArray());
        Assert.Contains("\"reason\"", await PlanHost.Refused(dispatch.Act("replan", new { version = await dispatch.Version() })), StringComparison.Ordinal);
        var untouched = (await dispatch.Crews()).Single(crew => Has(crew, "步一")).ToString();
        await PlanHost.Done(dispatch.Act("replan", new { version = await dispatch.Version(), reason = $"{sick}病假" }));
        var mended = (await dispatch.Crews()).Single(crew => Has(crew, "消一"));
        Assert.Empty(mended.GetProperty("faults").EnumerateArray());
        Assert.False(Has(mended, sick));
        Assert.Equal(("issued", 2), (mended.GetProperty("stage").GetString(), mended.GetProperty("edition").GetInt32()));
        Assert.Equal(untouched, (await dispatch.Crews()).Single(crew => Has(crew, "步一")).ToString());
        Assert.Contains(sick, (await dispatch.View()).GetProperty("changes").ToString(), StringComparison.Ordinal);
        Assert.False(await dispatch.Host.Within(services => services.GetRequiredService<AppDb>().Set<OfficerBookingRow>().AnyAsync(row => row.OfficerId == dispatch.Officers[sick])));

        bool Has(JsonElement crew, string name) => crew.GetProperty("officers").EnumerateArray().Any(id => id.GetString() == dispatch.Officers[name]);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Order_AcknowledgeStartReportCancel_GoInOrder(Database database)
    {
        await using var dispatch = await DispatchHost.Start(database);
        await dispatch.Issue();
        var crew = (await dispatch.Crews()).Single(one => one.GetProperty("officers").EnumerateArray().Any(id => id.GetString() == dispatch.Officers["步一"]));
        var path = $"/api/v1/dispatch/crews/{crew.GetProperty("id").GetString()}";
        using var officer = await dispatch.As("步一", "350603001");
        using var stranger = await dispatch.As("蓝三");
        Assert.Contains("签收调度令", WebUtility.HtmlDecode(await officer.GetStringAsync("/office")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.PostJson($"{path}/acknowledge", new { })).StatusCode);
        Assert.Contains("order-not-at-step", await PlanHost.Refused(officer.PostJson($"{path}/start", new { })), StringComparison.Ordinal);
        await PlanHost.Done(officer.PostJson($"{path}/acknowledge", new { }));
        Assert.Contains("order-not-at-step", await PlanHost.Refused(officer.PostJson($"{path}/acknowledge", new { })), StringComparison.Ordinal);
        Assert.Contains("not-noticed", await PlanHost.Refused(officer.PostJson($"{path}/start", new { })), StringComparison.Ordinal);
        Assert.Contains("/office/inspections/new?visit=v2", await officer.GetStringAsync($"/office/dispatch/crews/{path.Split('/')[^1]}"), StringComparison.Ordinal);
        await dispatch.Notice();
        Assert.Contains("漳检通v2350603001", WebUtility.HtmlDecode(await officer.GetStringAsync($"/office/dispatch/crews/{path.Split('/')[^1]}/brief")), StringComparison.Ordinal);
        // The notice names somebody who is not in the crew.
        await dispatch.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.Add(new Lianzhi.Web.Features.Inspections.InspectionOfficerRow { InspectionId = "iv2350603001", OfficerId = dispatch.Officers["蓝三"], Name = "蓝三", Certificate = "x", Home = "350603001" });
            return await db.SaveChangesAsync();
        });
        var unnamed = await PlanHost.Refused(officer.PostJson($"{path}/start", new { }));
        Assert.Contains("crew-not-as-noticed", unnamed, StringComparison.Ordinal);
        Assert.Contains("没有蓝三", unnamed, StringComparison.Ordinal);
        await dispatch.Host.Within(services => services.GetRequiredService<AppDb>().Set<Lianzhi.Web.Features.Inspections.InspectionOfficerRow>().ExecuteDeleteAsync());
        await PlanHost.Done(officer.PostJson($"{path}/start", new { }));
        var job = crew.GetProperty("stops")[0].GetProperty("job").GetString();
        Assert.Contains("crew-under-way", await PlanHost.Refused(dispatch.Act("arrange", new { version = await dispatch.Version(), act = "moveJob", job, reason = "改派" })), StringComparison.Ordinal);
        Assert.Contains("\"outcome\"", await PlanHost.Refused(officer.PostJson($"{path}/report-job", new { job, done = false })), StringComparison.Ordinal);
        await PlanHost.Done(officer.PostJson($"{path}/report-job", new { job, done = true }));
        Assert.Equal("done", (await dispatch.Crews()).Single(one => one.GetProperty("id").GetString() == crew.GetProperty("id").GetString()).GetProperty("stage").GetString());
        var other = (await dispatch.Crews()).First(one => one.GetProperty("stage").GetString() == "issued").GetProperty("id").GetString();
        Assert.Contains("\"reason\"", await PlanHost.Refused(dispatch.Act("cancel", new { version = await dispatch.Version(), crew = other })), StringComparison.Ordinal);
        await PlanHost.Done(dispatch.Act("cancel", new { version = await dispatch.Version(), crew = other, reason = "企业停业" }));
        Assert.Single((await dispatch.Jobs()), one => one.GetProperty("crew").ValueKind == JsonValueKind.Null);
        Assert.False(await dispatch.Host.Within(services => services.GetRequiredService<AppDb>().Set<EquipmentBookingRow>().AnyAsync(row => row.Holder == other)));
        Assert.Contains("企业停业", WebUtility.HtmlDecode(await dispatch.Chief.GetStringAsync($"/office/dispatch/crews/{other}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Order_EquipmentBookedMeanwhile_IsRefusedAndNothingIsHalfWritten()
    {
        await using var dispatch = await DispatchHost.Start();
        await dispatch.Collect();
        await PlanHost.Done(dispatch.Act("propose", new { version = await dispatch.Version() }));
        var gear = (await dispatch.Crews())[^1].GetProperty("gear").EnumerateArray().Select(one => one.GetString()).ToList();
        await PlanHost.Done(dispatch.Chief.PostJson($"/api/v1/equipment/{gear[0]}/book", new { beginsAt = "2026-10-08T08:00:00+08:00", endsAt = "2026-10-08T18:00:00+08:00", purpose = "接待" }));
        Assert.Contains("equipment-booked", await PlanHost.Refused(dispatch.Act("issue", new { version = await dispatch.Version() })), StringComparison.Ordinal);
        Assert.All(await dispatch.Crews(), crew => Assert.Equal("draft", crew.GetProperty("stage").GetString()));
        Assert.Equal((0, 1), await dispatch.Host.Within(async services => (await services.GetRequiredService<AppDb>().Set<OfficerBookingRow>().CountAsync(), await services.GetRequiredService<AppDb>().Set<EquipmentBookingRow>().CountAsync())));
    }

    [Fact]
    public async Task Job_NobodyMayDo_WaitsWithTheReason()
    {
        await using var dispatch = await DispatchHost.Start();
        await dispatch.Collect();
        await PlanHost.Done(dispatch.Act("jobs", new { kind = "patrol", title = "食品抽查", township = "350603003", subjects = new[] { "sc" }, minutes = 30 }));
        await dispatch.Patrol("噪声监测", "350603003", "noiseMeter");
        await PlanHost.Done(dispatch.Act("propose", new { version = await dispatch.Version() }));
        var waiting = (await dispatch.Jobs()).Where(job => job.GetProperty("why").ValueKind == JsonValueKind.String).ToDictionary(job => job.GetProperty("title").GetString()!, job => job.GetProperty("why").GetString()!);
        Assert.Contains("当班持证人员只有0名", waiting["食品抽查"], StringComparison.Ordinal);
        Assert.Contains("噪声仪", waiting["噪声监测"], StringComparison.Ordinal);
        Assert.Contains("nothing-proposed", await PlanHost.Refused(dispatch.Act("propose", new { version = await dispatch.Version() })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_AsPromised_ReadBoardAndOrderAndKeepTheFormerNames()
    {
        await using var dispatch = await DispatchHost.Start();
        await dispatch.Issue();
        var (board, crew) = (await dispatch.View(), (await dispatch.Crews())[0]);
        Assert.Equal(board.ToString(), (await (await dispatch.Chief.GetAsync($"/api/v1/dispatch/boards/{DispatchHost.Board}")).Json()).ToString());
        Assert.Equal(board.ToString(), (await (await dispatch.Chief.GetAsync("/api/v1/dispatch-boards?area=A1&day=2026-10-08")).Json()).ToString());
        var order = await (await dispatch.Chief.GetAsync($"/api/v1/dispatch/crews/{crew.GetProperty("id").GetString()}")).Json();
        Assert.Equal(crew.GetProperty("number").GetString(), order.GetProperty("number").GetString());
        Assert.Equal(crew.GetProperty("stops").EnumerateArray().Select(stop => stop.GetProperty("job").GetString()), order.GetProperty("jobs").EnumerateArray().Select(job => job.GetProperty("id").GetString()));
        foreach (var unknown in new[] { "boards/A1-2020-01-01", "crews/nobody" }) Assert.Equal(HttpStatusCode.NotFound, (await dispatch.Chief.GetAsync($"/api/v1/dispatch/{unknown}")).StatusCode);
        foreach (var read in new[] { $"boards/{DispatchHost.Board}", $"crews/{crew.GetProperty("id").GetString()}" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await dispatch.Host.Client().GetAsync($"/api/v1/dispatch/{read}")).StatusCode);
            using var elsewhere = await dispatch.Host.SignedIn(new Assignment(Role.AreaChief, "cg", "A2"));
            Assert.False((await elsewhere.GetAsync($"/api/v1/dispatch/{read}")).IsSuccessStatusCode);
        }
        // The same key on the same address is the same act.
        HttpRequestMessage Add() => new(HttpMethod.Post, $"/api/v1/dispatch/boards/{DispatchHost.Board}/jobs")
        {
            Headers = { { "Idempotency-Key", "patrol-once" } },
            Content = new StringContent("""{"kind":"patrol","title":"夜市巡查","township":"350603003","subjects":["350603003"],"minutes":40}""", System.Text.Encoding.UTF8, "application/json"),
        };
        var (first, second) = (await (await dispatch.Chief.SendAsync(Add())).Content.ReadAsStringAsync(), await (await dispatch.Chief.SendAsync(Add())).Content.ReadAsStringAsync());
        Assert.Equal(first, second);
        Assert.Single(await dispatch.Jobs(), job => job.GetProperty("title").GetString() == "夜市巡查");
    }

    [Fact]
    public async Task Recusal_DeclaredAfterTheOrder_KeepsTheCrewFromLeaving()
    {
        await using var dispatch = await DispatchHost.Start();
        await dispatch.Issue();
        var crew = (await dispatch.Crews())[0];
        var name = dispatch.Officers.First(pair => pair.Value == crew.GetProperty("officers")[0].GetString()).Key;
        using var officer = await dispatch.As(name, name[0] switch { '蓝' => "350603003", '步' => "350603001", _ => "xf" });
        var id = crew.GetProperty("id").GetString();
        await PlanHost.Done(officer.PostJson($"/api/v1/dispatch/crews/{id}/acknowledge", new { }));
        await PlanHost.Done(officer.PostJson($"/api/v1/dispatch/jobs/{crew.GetProperty("stops")[0].GetProperty("job").GetString()}/declare-recusal", new { ground = "与店主是亲属" }));
        Assert.Contains("officer-recused", await PlanHost.Refused(officer.PostJson($"/api/v1/dispatch/crews/{id}/start", new { })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sick_AfterTheAcknowledgement_KeepsTheCrewFromLeavingAndTheOtherInIt()
    {
        await using var dispatch = await DispatchHost.Start();
        await dispatch.Issue();
        await dispatch.Notice();
        var crew = (await dispatch.Crews()).Single(one => one.GetProperty("officers").EnumerateArray().Any(id => id.GetString() == dispatch.Officers["步一"]));
        var path = $"/api/v1/dispatch/crews/{crew.GetProperty("id").GetString()}";
        using var officer = await dispatch.As("步一", "350603001");
        await PlanHost.Done(officer.PostJson($"{path}/acknowledge", new { }));
        await PlanHost.Done(dispatch.Chief.PostJson("/api/v1/duty", new { officer = dispatch.Officers["步二"], kind = "sickLeave", from = "2026-10-08" }));
        Assert.Contains("crew-too-small", await PlanHost.Refused(officer.PostJson($"{path}/start", new { })), StringComparison.Ordinal);
        Assert.Contains("crew-too-small", await PlanHost.Refused(dispatch.Act("arrange", new { version = await dispatch.Version(), act = "moveOfficer", officer = dispatch.Officers["步一"], reason = "另有任务" })), StringComparison.Ordinal);
        await PlanHost.Done(dispatch.Act("replan", new { version = await dispatch.Version(), reason = "步二病假" }));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.PostJson($"{path}/start", new { })).StatusCode);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Collect_WhatWaitedOnYesterdaysBoard_ComesBack(Database database)
    {
        await using var dispatch = await DispatchHost.Start(database);
        await dispatch.Collect();
        var tomorrow = new { area = "A1", day = "2026-10-09" };
        // While the day is not over its board holds them.
        var chief = dispatch.Chief;
        await PlanHost.Done(chief.PostJson("/api/v1/dispatch/boards", tomorrow));
        Assert.Empty(await On("2026-10-09"));
        dispatch.Host.Time.Set(2026, 10, 9);
        chief = await Again();
        await PlanHost.Done(chief.PostJson("/api/v1/dispatch/boards", tomorrow));
        Assert.Equal(["v1", "v2"], await On("2026-10-09"));
        await PlanHost.Done(chief.PostJson("/api/v1/dispatch/boards", tomorrow));
        Assert.Equal(["v1", "v2"], await On("2026-10-09"));
        // A week later what is still planned comes after the visits of that week.
        dispatch.Host.Time.Set(2026, 10, 20);
        chief = await Again();
        await PlanHost.Done(chief.PostJson("/api/v1/dispatch/boards", new { area = "A1", day = "2026-10-20" }));
        Assert.Equal(["v1", "v2", "v3"], await On("2026-10-20"));

        // A session does not outlive the day.
        Task<HttpClient> Again() => dispatch.Host.SignedIn(new Assignment(Role.AreaChief, "cg", "A1"));

        async Task<IEnumerable<string?>> On(string day) =>
            (await (await chief.GetAsync($"/api/v1/dispatch/boards?area=A1&day={day}")).Json()).GetProperty("jobs").EnumerateArray().Select(job => job.GetProperty("reference").GetString()).Order(StringComparer.Ordinal).ToList();
    }

    [Fact]
    public async Task Collect_MoreVisitsThanARound_GathersTheRestTheNextTime()
    {
        await using var dispatch = await DispatchHost.Start();
        await dispatch.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            for (var number = 100; number < 170; number++)
                db.Add(new Lianzhi.Web.Features.Plans.PlanVisitRow { Id = $"w{number}", PlanId = "plan", TargetId = "tv2", TargetName = "店v2", Enterprise = "tv2", Township = "350603001", Day = new(2026, 10, 10), Requirements = "市容检查", Reasons = "", Locked = false, State = Lianzhi.Web.Features.Plans.VisitState.Planned });
            return await db.SaveChangesAsync();
        });
        await dispatch.Collect();
        Assert.Equal(60, (await dispatch.Jobs()).Count);
        Assert.Contains("请再收集", (await dispatch.View()).ToString(), StringComparison.Ordinal);
        await dispatch.Collect();
        Assert.Equal(72, (await dispatch.Jobs()).Count);
    }

    [Theory]
    [InlineData("plannedVisit", "350603003", "kind")]
    [InlineData("recheck", "350603003", "kind")]
    [InlineData("patrol", "350603001", "subjects")]
    [InlineData("patrol", "no-such-unit", "subjects")]
    public async Task AddJob_ThatWalksRoundTheRules_IsRefused(string kind, string subject, string field)
    {
        await using var dispatch = await DispatchHost.Start();
        await dispatch.Collect();
        Assert.Contains($"\"{field}\"", await PlanHost.Refused(dispatch.Act("jobs", new { kind, title = "突击检查", township = "350603003", subjects = new[] { subject }, minutes = 40, needs = Array.Empty<string>() })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recusal_DeclaredInACase_IsKnownToEverybodyWhoAsksForTheCase()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Propose();
        var third = await DispatchHost.Officer(cases.Host, "赵替补", CaseHost.Street);
        await cases.At(3, 3);
        await CaseHost.Take(cases.Head, id, new { step = "approve-filing", opinion = "同意立案。" });
        await CaseHost.Take(cases.Head, id, new { step = "declare-recusal", officerId = cases.SecondOfficer, reason = "与当事人是亲属", replacementId = third });
        var (known, refused) = await cases.Host.Within(async services =>
        {
            var book = services.GetRequiredService<RecusalBook>();
            return ((await book.Of([id, "other"], CancellationToken.None))[id].ToList(), await book.Refuse([null, id], [cases.FirstOfficer, cases.SecondOfficer], _ => "郑启明", "officers", CancellationToken.None));
        });
        Assert.Equal([cases.SecondOfficer], known);
        Assert.Equal(("officer-recused", "officers"), (Assert.Single(refused).Code, refused[0].Field));
    }

    [Fact]
    public async Task Recusal_OfATargetThatWasMerged_HoldsForTheOneThatStays()
    {
        await using var dispatch = await DispatchHost.Start();
        var known = await dispatch.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            (await db.Set<TargetRow>().SingleAsync(target => target.Id == "tv1")).MergedInto = "tv2";
            db.Add(new RecusalRow { Id = "r", OfficerId = dispatch.Officers["步一"], Matter = "tv1", BoardId = DispatchHost.Board, Ground = "亲属", DeclaredOn = new(2026, 10, 8) });
            await db.SaveChangesAsync();
            return (await services.GetRequiredService<RecusalBook>().Of(["tv2"], CancellationToken.None))["tv2"].ToList();
        });
        Assert.Equal([dispatch.Officers["步一"]], known);
    }

    [Fact]
    public async Task Recusal_Declared_HoldsOnTheBoardAndMakesTheCrewUnlawful()
    {
        await using var dispatch = await DispatchHost.Start();
        await dispatch.Collect();
        await PlanHost.Done(dispatch.Act("propose", new { version = await dispatch.Version() }));
        using var officer = await dispatch.As("步一", "350603001");
        var job = (await dispatch.Jobs()).Single(one => one.GetProperty("reference").GetString() == "v2").GetProperty("id").GetString();
        Assert.Contains("\"ground\"", await PlanHost.Refused(officer.PostJson($"/api/v1/dispatch/jobs/{job}/declare-recusal", new { })), StringComparison.Ordinal);
        await PlanHost.Done(officer.PostJson($"/api/v1/dispatch/jobs/{job}/declare-recusal", new { officer = dispatch.Officers["步二"], ground = "与负责人有近亲属关系" }));
        Assert.Equal(dispatch.Officers["步一"], await dispatch.Host.Within(services => services.GetRequiredService<AppDb>().Set<RecusalRow>().Select(row => row.OfficerId).SingleAsync()));
        Assert.Contains("officer-recused", await PlanHost.Refused(dispatch.Act("issue", new { version = await dispatch.Version() })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weather_MovesTheDaysOutdoorWorkOutAndBackToItsCrews()
    {
        await using var dispatch = await DispatchHost.Start();
        await dispatch.Issue();
        var before = (await dispatch.Crews()).ToDictionary(crew => crew.GetProperty("id").GetString()!, crew => crew.GetProperty("stops").ToString());
        Assert.Contains("\"kinds\"", await PlanHost.Refused(dispatch.Act("defer", new { kinds = new[] { "picnic" }, reason = "台风" })), StringComparison.Ordinal);
        Assert.Contains("\"reason\"", await PlanHost.Refused(dispatch.Act("defer", new { version = await dispatch.Version() })), StringComparison.Ordinal);
        await PlanHost.Done(dispatch.Act("defer", new { version = await dispatch.Version(), reason = "台风红色预警" }));
        Assert.All(await dispatch.Jobs(), job => Assert.Equal("deferred", job.GetProperty("state").GetString()));
        Assert.All(await dispatch.Crews(), crew => Assert.Equal(0, crew.GetProperty("stops").GetArrayLength()));
        Assert.Contains("nothing-to-defer", await PlanHost.Refused(dispatch.Act("defer", new { version = await dispatch.Version(), reason = "台风红色预警" })), StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await dispatch.Chief.GetStringAsync("/office/dispatch?area=A1&day=2026-10-08"));
        Assert.Contains("台风红色预警", page, StringComparison.Ordinal);
        Assert.Contains("移出户外任务", page, StringComparison.Ordinal);
        Assert.Contains("dispatch.resume-jobs", await dispatch.Chief.GetStringAsync($"/office/dispatch/boards/{DispatchHost.Board}/defer"), StringComparison.Ordinal);
        await PlanHost.Done(dispatch.Act("resume", new { version = await dispatch.Version(), reason = "预警解除" }));
        Assert.Equal(before, (await dispatch.Crews()).ToDictionary(crew => crew.GetProperty("id").GetString()!, crew => crew.GetProperty("stops").ToString()));
        Assert.All(await dispatch.Jobs(), job => Assert.Equal("open", job.GetProperty("state").GetString()));
        Assert.Contains("nothing-deferred", await PlanHost.Refused(dispatch.Act("resume", new { version = await dispatch.Version(), reason = "预警解除" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blackout_OnTheDay_KeepsPlannedVisitsOffTheBoardUntilItIsWithdrawn()
    {
        await using var dispatch = await DispatchHost.Start();
        var (set, _) = await dispatch.Chief.Send("/office/requirements/blackouts", "requirements.set-blackout", new() { ["area"] = "A1", ["reason"] = "高考", ["from"] = "2026-10-08", ["to"] = "2026-10-09" });
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        await dispatch.Collect();
        Assert.Empty(await dispatch.Jobs());
        var view = await dispatch.View();
        Assert.Contains("停止检查日（高考）", view.GetProperty("changes")[0].GetString(), StringComparison.Ordinal);
        Assert.Contains("停止检查日", WebUtility.HtmlDecode(await dispatch.Chief.GetStringAsync("/office/plans/plan/visits")), StringComparison.Ordinal);
        Assert.Contains("有 2 次检查排在停止检查日", WebUtility.HtmlDecode(await dispatch.Chief.GetStringAsync("/office/plans/plan")), StringComparison.Ordinal);
        Assert.Contains("停止检查日（高考）", WebUtility.HtmlDecode(await dispatch.Chief.GetStringAsync("/office/plans/plan/visits/v1")), StringComparison.Ordinal);
        var id = await dispatch.Host.Within(services => services.GetRequiredService<AppDb>().Set<BlackoutRow>().Select(row => row.Id).SingleAsync());
        Assert.Contains("\"reason\"", await PlanHost.Refused(dispatch.Chief.PostJson($"/api/v1/inspection-blackouts/{id}/withdraw", new { })), StringComparison.Ordinal);
        var (withdrawn, _) = await dispatch.Chief.Send($"/office/requirements/blackouts/{id}", "requirements.withdraw-blackout", new() { ["reason"] = "台风改道" });
        Assert.Equal(HttpStatusCode.Redirect, withdrawn.StatusCode);
        await dispatch.Collect();
        Assert.NotEmpty(await dispatch.Jobs());
    }

    [Fact]
    public async Task Collect_RecheckOfAnInspectionAndMajorClue_StandOnTheBoard()
    {
        await using var dispatch = await DispatchHost.Start();
        await dispatch.Notice();
        var (urgent, ordinary) = await dispatch.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var inspection = await db.Set<InspectionRow>().SingleAsync(row => row.Id == "iv2350603001");
            (inspection.Stage, inspection.RecheckDueOn) = (InspectionStage.Correcting, new DateOnly(2026, 10, 8));
            var clues = new[] { true, false }.Select(major => new ClueRow
            {
                Id = Core.Ids.Make(dispatch.Host.Time.GetUtcNow().AddSeconds(major ? 1 : 2), new byte[10]),
                Number = $"线{major}",
                Source = ClueSource.Patrol,
                State = ClueState.Accepted,
                Township = "350603003",
                Area = "A1",
                Unit = "350603003",
                BodyName = "蓝田街道",
                Description = "占道",
                Address = "湖滨路",
                ReceivedAt = dispatch.Host.Time.GetUtcNow(),
                ReceivedOn = new(2026, 10, 8),
                StepFrom = new(2026, 10, 8),
                DueOn = new(2026, 11, 30),
                MajorOrComplex = major,
            }).ToList();
            db.AddRange(clues);
            await db.SaveChangesAsync();
            return (clues[0].Id, clues[1].Id);
        });
        await dispatch.Collect();
        var jobs = await dispatch.Jobs();
        Assert.Equal(("recheck", "must"), jobs.Where(job => job.GetProperty("reference").GetString() == "iv2350603001").Select(job => (job.GetProperty("kind").GetString(), job.GetProperty("urgency").GetString())).Single());
        Assert.Contains(jobs, job => job.GetProperty("reference").GetString() == urgent);
        Assert.DoesNotContain(jobs, job => job.GetProperty("reference").GetString() == ordinary);
        var (sent, _) = await dispatch.Chief.Send($"/office/dispatch/clues/{ordinary}", "dispatch.send-clue", new() { ["day"] = "2026-10-08" });
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains(await dispatch.Jobs(), job => job.GetProperty("reference").GetString() == ordinary && job.GetProperty("urgency").GetString() == "must");
        Assert.Contains("clue-on-board", await PlanHost.Refused(dispatch.Chief.PostJson($"/api/v1/clues/{ordinary}/dispatch", new { day = "2026-10-08" })), StringComparison.Ordinal);
        Assert.Contains("\"day\"", await PlanHost.Refused(dispatch.Chief.PostJson($"/api/v1/clues/{urgent}/dispatch", new { })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exception_Withdrawn_IsGoneAndTheReasonIsAsked()
    {
        await using var dispatch = await DispatchHost.Start();
        var id = await PlanHost.Done(dispatch.Chief.PostJson("/api/v1/cap-exceptions", new { target = "tv1", year = 2026, visits = 1, ground = "risk", reason = "风险监测" }));
        Assert.Contains("\"reason\"", await PlanHost.Refused(dispatch.Chief.PostJson($"/api/v1/cap-exceptions/{id}/withdraw", new { })), StringComparison.Ordinal);
        using var other = await dispatch.Host.SignedIn(new Assignment(Role.AreaChief, "cg", "A2"));
        Assert.Equal(HttpStatusCode.Forbidden, (await other.PostJson($"/api/v1/cap-exceptions/{id}/withdraw", new { reason = "误批" })).StatusCode);
        Assert.Contains($"/office/requirements/exceptions/{id}", await dispatch.Chief.GetStringAsync("/office/requirements"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await dispatch.Chief.PostJson($"/api/v1/cap-exceptions/{id}/withdraw", new { reason = "误批" })).StatusCode);
        Assert.Equal(0, await dispatch.Host.Within(services => services.GetRequiredService<AppDb>().Set<CapExceptionRow>().CountAsync()));
    }

    [Fact]
    public async Task Board_BadInputOldVersionOtherArea_IsAnsweredLawfully()
    {
        await using var dispatch = await DispatchHost.Start();
        Assert.Equal(HttpStatusCode.NotFound, (await dispatch.Chief.GetAsync("/api/v1/dispatch/boards?area=A1&day=2026-10-08")).StatusCode);
        Assert.Contains("\"day\"", await PlanHost.Refused(dispatch.Chief.PostJson("/api/v1/dispatch/boards", new { area = "A1" })), StringComparison.Ordinal);
        Assert.Contains("day-is-over", await PlanHost.Refused(dispatch.Chief.PostJson("/api/v1/dispatch/boards", new { area = "A1", day = "2026-10-07" })), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await dispatch.Chief.PostJson("/api/v1/dispatch/boards", new { area = "A2", day = "2026-10-08" })).StatusCode);
        await dispatch.Collect();
        var text = await PlanHost.Refused(dispatch.Act("jobs", new { }));
        foreach (var field in new[] { "kind", "title", "township", "subjects", "minutes" }) Assert.Contains($"\"{field}\"", text, StringComparison.Ordinal);
        Assert.Contains("\"needs\"", await PlanHost.Refused(dispatch.Act("jobs", new { needs = new[] { "tank" } })), StringComparison.Ordinal);
        Assert.Contains("\"act\"", await PlanHost.Refused(dispatch.Act("arrange", new { version = await dispatch.Version() })), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await dispatch.Act("propose", new { version = 999 })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await dispatch.Chief.PostJson("/api/v1/dispatch/boards/A1-20990101/propose", new { version = 1 })).StatusCode);
        using var coordinator = await dispatch.Host.SignedIn(new Assignment(Role.AreaCoordinator, "cg", "A1"));
        Assert.Equal(HttpStatusCode.Forbidden, (await coordinator.PostJson($"/api/v1/dispatch/boards/{DispatchHost.Board}/issue", new { version = 1 })).StatusCode);
    }

    [Fact]
    public async Task Pages_BoardCrewBrief_WorkWithoutScriptsAndRefuseWithAWayOut()
    {
        await using var dispatch = await DispatchHost.Start();
        const string Page = "/office/dispatch?area=A1&day=2026-10-08";
        Assert.Contains("当日还没有收集任务", WebUtility.HtmlDecode(await dispatch.Chief.GetStringAsync(Page)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await dispatch.Chief.Send(Page, "dispatch.collect", [])).Response.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await dispatch.Chief.Send(Page, "dispatch.propose", [])).Response.StatusCode);
        var crew = (await dispatch.Crews()).Single(one => one.GetProperty("officers").EnumerateArray().Any(id => id.GetString() == dispatch.Officers["消一"]));
        var id = crew.GetProperty("id").GetString();
        var member = new[] { "蓝一", "蓝二", "蓝三" }.First(name => crew.GetProperty("officers").EnumerateArray().Any(one => one.GetString() == dispatch.Officers[name]));
        var refused = await dispatch.Chief.Send($"/office/dispatch/crews/{id}", "dispatch.arrange", new() { ["Way"] = $"MoveOfficer|{id}||||", ["leaving"] = dispatch.Officers[member] });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Response.StatusCode);
        var body = WebUtility.HtmlDecode(refused.Body);
        foreach (var words in new[] { "不能这样调整", "人员不足", "第四十二条", "替换" }) Assert.Contains(words, body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await dispatch.Chief.Send(Page, "dispatch.issue", [])).Response.StatusCode);
        using var officer = await dispatch.As(member);
        Assert.Equal(HttpStatusCode.Redirect, (await officer.Send($"/office/dispatch/crews/{id}", "dispatch.acknowledge", [])).Response.StatusCode);
        var brief = WebUtility.HtmlDecode(await officer.GetStringAsync($"/office/dispatch/crews/{id}/brief"));
        foreach (var words in new[] { "漳龙片调〔2026〕", "店v1", "□市容检查", "申请回避", "检查通知书" }) Assert.Contains(words, brief, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await dispatch.Chief.Send($"/office/dispatch/boards/{DispatchHost.Board}/jobs/new", "dispatch.add-job",
            new() { ["title"] = "占道巡查", ["kind"] = "Patrol", ["township"] = "350603003", ["minutes"] = "40", ["subjects"] = "350603003", ["urgency"] = "Must" })).Response.StatusCode);
        Assert.Contains("占道巡查", WebUtility.HtmlDecode(await dispatch.Chief.GetStringAsync(Page)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync("/office/dispatch")).StatusCode);
    }

    [Fact]
    public async Task Live_BoardChanged_IsToldToWhoMaySeeIt()
    {
        await using var dispatch = await DispatchHost.Start();
        await dispatch.Collect();
        using var stranger = await dispatch.Host.SignedIn(new Assignment(Role.Officer, "350603103", "A2"));
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync($"/office/dispatch/live?board={DispatchHost.Board}")).StatusCode);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var answer = await dispatch.Chief.GetAsync($"/office/dispatch/live?board={DispatchHost.Board}", HttpCompletionOption.ResponseHeadersRead, limit.Token);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(limit.Token));
        Assert.Equal("1", await Next());
        dispatch.Host.Time.Advance(TimeSpan.FromSeconds(2));
        await PlanHost.Done(dispatch.Act("propose", new { version = await dispatch.Version() }));
        dispatch.Host.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("2", await Next());

        async Task<string?> Next()
        {
            while (await lines.ReadLineAsync(limit.Token) is { } line)
                if (line.StartsWith("data:", StringComparison.Ordinal)) return line[5..].Trim();
            return null;
        }
    }
}
