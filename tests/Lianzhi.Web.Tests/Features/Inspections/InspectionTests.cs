using System.Net;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Dispatch;
using Lianzhi.Web.Features.Plans;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Tests.Features.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Lianzhi.Web.Tests.Features.Inspections.InspectionHost;

namespace Lianzhi.Web.Tests.Features.Inspections;

/// <summary>Inspections on the real host: gates, papers, the plan, the enterprise, the case.</summary>
public sealed class InspectionTests
{
    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Conclusion_OfSingleLines_LeadsToACaseAndAnOrder(Database database)
    {
        await using var made = await InspectionHost.Start(database);
        var officer = made.People.Officer;
        var id = await made.Started();
        await Done(Step(officer, id, "check", new { items = new object[] { new { position = 1, finding = "fails", note = "通道堆放生活垃圾约2立方米" }, new { position = 2, finding = "fails", note = "店外堆放货架" } } }));
        await Done(Step(officer, id, "record", made.Signed));
        var page = WebUtility.HtmlDecode(await officer.GetStringAsync($"/office/inspections/{id}/steps/conclude"));
        foreach (var said in new[] { "第 1 项：不随意倾倒生活垃圾", "第 2 项：店外不占道堆放物料", "与检查结论相同" }) Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains("\"line2\"", await Refused(Step(officer, id, "conclude", new { text = "分别处理。", lines = new[] { new { position = 1, conclusion = "case" } } })), StringComparison.Ordinal);
        var missing = await Refused(Step(officer, id, "conclude", new { conclusion = "case", text = "分别处理。", lines = new[] { new { position = 2, conclusion = "correction" } } }));
        foreach (var field in new[] { "\"demand\"", "\"dueOn\"" }) Assert.Contains(field, missing, StringComparison.Ordinal);
        var (sent, _) = await officer.Send($"/office/inspections/{id}/steps/conclude", "inspections.conclude", new() { ["conclusion"] = "Case", ["line2"] = "Correction", ["text"] = "分别处理。", ["demand"] = "三日内清理货架", ["dueOn"] = "2026-03-12" });
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        var read = await made.Read(id);
        Assert.Equal(("case", "correction"), (read.GetProperty("items")[0].GetProperty("follows").GetString(), read.GetProperty("items")[1].GetProperty("follows").GetString()));
        Assert.Equal("case", read.GetProperty("conclusion").GetString());
        Assert.NotNull(read.GetProperty("correctionNumber").GetString());
        var filed = WebUtility.HtmlDecode(await officer.GetStringAsync($"/office/cases/{read.GetProperty("caseId").GetString()}"));
        Assert.Contains("通道堆放生活垃圾", filed, StringComparison.Ordinal);
        Assert.DoesNotContain("店外堆放货架", filed, StringComparison.Ordinal);
        await Done(Step(officer, id, "tell-result", new { receiver = "陈某某" }));
        var shown = WebUtility.HtmlDecode(await officer.GetStringAsync($"/office/inspections/{id}"));
        foreach (var said in new[] { "涉嫌违法，提请立案；责令限期改正", "三日内清理货架" }) Assert.Contains(said, shown, StringComparison.Ordinal);
        await made.People.At(3, 13);
        // What is not corrected joins the case that stands already.
        await Done(Step(officer, id, "recheck", new { corrected = false, findings = "货架仍在" }));
        Assert.Equal(read.GetProperty("caseId").GetString(), (await made.Read(id)).GetProperty("caseId").GetString());
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Inspection_FromVisitToRecheck_IsGatedRecordedAndCounted(Database database)
    {
        await using var made = await InspectionHost.Start(database);
        var (officer, head) = (made.People.Officer, made.People.Head);
        var id = await made.Propose();
        Assert.Contains("not-approved", await Refused(Step(officer, id, "start", new { code = Code, certificatesShown = true })), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await Step(officer, id, "approve", new { agrees = true, opinion = "同意" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Step(made.People.Chief, id, "approve", new { agrees = true, opinion = "同意" })).StatusCode);
        await Done(Step(head, id, "approve", new { agrees = true, opinion = "同意检查。" }));
        Assert.Contains("not-noticed", await Refused(Step(officer, id, "start", new { code = Code, certificatesShown = true })), StringComparison.Ordinal);
        await Done(Step(officer, id, "notify", new { manner = "advance", receiver = "陈某某，店长" }));
        Assert.Contains("before-the-day", await Refused(Step(officer, id, "start", new { code = Code, certificatesShown = true })), StringComparison.Ordinal);
        await made.People.At(3, 5);
        Assert.Contains("code-of-another", await Refused(Step(officer, id, "start", new { code = "漳龙蓝检通〔2026〕99号", certificatesShown = true })), StringComparison.Ordinal);
        Assert.Contains("certificates-not-shown", await Refused(Step(officer, id, "start", new { code = Code })), StringComparison.Ordinal);
        await Done(Step(officer, id, "start", new { code = (await made.Read(id)).GetProperty("noticeNumber").GetString(), certificatesShown = true }));
        Assert.Contains("items-open", await Refused(Step(officer, id, "record", made.Signed)), StringComparison.Ordinal);
        Assert.Contains("note1", await Refused(Step(officer, id, "check", new { items = new[] { new { position = 1, finding = "fails" } } })), StringComparison.Ordinal);
        await Done(Step(officer, id, "check", new { items = new object[] { new { position = 1, finding = "fails", note = "通道堆放生活垃圾约2立方米" }, new { position = 2, finding = "conforms" } } }));
        await Done(Step(officer, id, "record", made.Signed));
        Assert.Equal(VisitState.Done, await made.Host.Within(services => services.GetRequiredService<AppDb>().Set<PlanVisitRow>().Where(visit => visit.Id == Visit).Select(visit => visit.State).SingleAsync()));
        Assert.Contains("conclusion-against-findings", await Refused(Step(officer, id, "conclude", new { conclusion = "nothingFound", text = "未发现" })), StringComparison.Ordinal);
        await Done(Step(officer, id, "conclude", new { conclusion = "correction", text = "责令改正。", demand = "三日内清理", dueOn = "2026-03-12" }));
        await Done(Step(officer, id, "tell-result", new { receiver = "陈某某" }));
        Assert.Contains("correction-term-running", await Refused(Step(officer, id, "recheck", new { corrected = true, findings = "已清理" })), StringComparison.Ordinal);
        await made.People.At(3, 13);
        await Done(Step(officer, id, "recheck", new { corrected = true, findings = "已清理，无残留。" }));
        var read = await made.Read(id);
        Assert.Equal(("closed", "correction", true), (read.GetProperty("stage").GetString(), read.GetProperty("conclusion").GetString(), read.GetProperty("corrected").GetBoolean()));
        Assert.All(read.GetProperty("papers").EnumerateArray().Where(paper => paper.GetProperty("kind").GetString() != "inspection-feedback"), paper => Assert.True(paper.GetProperty("made").GetBoolean(), paper.ToString()));
        var record = await (await officer.GetAsync($"/api/v1/inspections/{id}/documents/inspection-record")).Json();
        Assert.Contains("认为不是自己堆放", record.GetProperty("text").GetString(), StringComparison.Ordinal);
        var entries = await made.Host.Within(services => services.GetRequiredService<AppDb>().Set<RecordEntryRow>().Where(entry => entry.Stream == $"inspection/{id}").OrderBy(entry => entry.Number).Select(entry => entry.Type).ToListAsync());
        Assert.Equal(["inspections-propose", "inspections-approve", "inspections-notify", "inspections-start", "inspections-check", "inspections-record", "inspections-conclude", "inspections-tell-result", "inspections-recheck"], entries);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Notice_ScannedByTheEnterprise_TellsWhoWhatAndTakesOneAnswer(Database database)
    {
        await using var made = await InspectionHost.Start(database);
        var id = await made.Noticed();
        var (mark, code) = await made.Notice(id);
        var anybody = made.Host.Client();
        var page = WebUtility.HtmlDecode(await anybody.GetStringAsync($"/inspections/notice?mark={mark}"));
        foreach (var said in new[] { "林晓岚", "示", "不随意倾倒生活垃圾", "拒绝检查", "上限 2 次", "区司法局" }) Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.DoesNotContain("评价本次检查", page, StringComparison.Ordinal);
        Assert.DoesNotContain(code, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.PostJson("/api/v1/public/inspection-notices", new { mark = "J2-20260302-AAAAAA" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await anybody.PostJson("/api/v1/public/papers/verify", new { number = mark, code })).StatusCode);
        Assert.Contains("answer-too-early", await Refused(anybody.PostJson("/api/v1/public/inspection-notices/answer", new { mark, code, grade = "satisfied" })), StringComparison.Ordinal);
        await made.People.At(3, 5);
        await Done(Step(made.People.Officer, id, "start", new { code = mark, certificatesShown = true }));
        Assert.Contains("\"code\"", await Refused(anybody.PostJson("/api/v1/public/inspection-notices/answer", new { mark, code = "AAAAAAAAAAAA", grade = "satisfied" })), StringComparison.Ordinal);
        Assert.Contains("\"code\"", await Refused(anybody.PostJson("/api/v1/public/inspection-notices/answer", new { mark, grade = "satisfied" })), StringComparison.Ordinal);
        var (answered, _) = await anybody.Send($"/inspections/notice?mark={mark}", "inspections.answer", new() { ["grade"] = "Dissatisfied", ["text"] = "来得太频繁", ["code"] = code });
        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        Assert.Contains("answered-already", await Refused(anybody.PostJson("/api/v1/public/inspection-notices/answer", new { mark, code, grade = "satisfied" })), StringComparison.Ordinal);
        Assert.Equal("dissatisfied", (await made.Read(id)).GetProperty("grade").GetString());
        Assert.Contains("来得太频繁", WebUtility.HtmlDecode(await made.People.Officer.GetStringAsync($"/office/inspections/{id}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proposal_BadInput_NamesEveryFieldAndLeavesNothing()
    {
        await using var made = await InspectionHost.Start();
        var officer = made.People.Officer;
        Assert.Contains("\"target\"", await Refused(officer.PostJson("/api/v1/inspections", new { })), StringComparison.Ordinal);
        Assert.Contains("\"unit\"", await Refused(officer.PostJson("/api/v1/inspections", new { target = made.Target })), StringComparison.Ordinal);
        var empty = await Refused(officer.PostJson("/api/v1/inspections", new { target = made.Target, unit = CaseHost.Street, source = "atOnce" }));
        foreach (var field in new[] { "requirements", "reason", "officers" }) Assert.Contains($"\"{field}\"", empty, StringComparison.Ordinal);
        Assert.Contains("crew-too-small", await Refused(officer.PostJson("/api/v1/inspections", new { visit = Visit, unit = CaseHost.Street, officers = new[] { made.People.FirstOfficer } })), StringComparison.Ordinal);
        Assert.Contains("scope-of-another-subject", await Refused(officer.PostJson("/api/v1/inspections", new { target = made.Target, unit = CaseHost.Street, source = "atOnce", reason = "巡查发现", requirements = new[] { "消防安全检查" }, officers = made.People.Pair })), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostJson("/api/v1/inspections", new { visit = Visit, unit = "xf", officers = made.People.Pair })).StatusCode);
        Assert.Contains("\"visit\"", await Refused(officer.PostJson("/api/v1/inspections", new { target = made.Target, unit = CaseHost.Street, source = "plan", officers = made.People.Pair })), StringComparison.Ordinal);
        Assert.Empty((await (await officer.GetAsync("/api/v1/inspections")).Json()).GetProperty("items").EnumerateArray());
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.GetAsync("/api/v1/inspections?stage=nothing")).StatusCode);
        await made.Propose();
        Assert.Contains("inspection-known", await Refused(officer.PostJson("/api/v1/inspections", new { visit = Visit, unit = CaseHost.Street, officers = made.People.Pair })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recusal_DeclaredAfterTheNotice_StopsTheOfficerAtTheDoorAndTheNextProposal()
    {
        await using var made = await InspectionHost.Start();
        var id = await made.Noticed();
        await made.People.At(3, 5);
        await made.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.Add(new RecusalRow { Id = "r", OfficerId = made.People.FirstOfficer, Matter = made.Target, BoardId = "b", Ground = "亲属", DeclaredOn = new(2026, 3, 4) });
            await db.SaveChangesAsync();
            return 0;
        });
        Assert.Contains("officer-recused", await Refused(Step(made.People.Officer, id, "start", new { code = Code, certificatesShown = true })), StringComparison.Ordinal);
        Assert.Contains("officer-recused", await Refused(made.People.Officer.PostJson("/api/v1/inspections", new { target = made.Target, unit = CaseHost.Street, source = "atOnce", reason = "巡查发现", requirements = new[] { "市容环境检查" }, officers = made.People.Pair })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blackout_SetAfterTheNotice_StopsAPlannedInspectionAtTheDoor()
    {
        await using var made = await InspectionHost.Start();
        var id = await made.Noticed();
        await made.People.At(3, 5);
        await made.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var area = await db.Set<Web.Features.Targets.TargetRow>().Where(target => target.Id == made.Target).Select(target => target.Area).SingleAsync();
            db.Add(new Web.Features.Requirements.BlackoutRow { Id = "b", Area = area!, From = new(2026, 3, 5), To = new(2026, 3, 6), Reason = "台风" });
            await db.SaveChangesAsync();
            return 0;
        });
        Assert.Contains("台风", await Refused(Step(made.People.Officer, id, "start", new { code = Code, certificatesShown = true })), StringComparison.Ordinal);
        // The notice served for its day only; another day has another notice.
        await made.People.At(3, 7);
        Assert.Contains("after-the-day", await Refused(Step(made.People.Officer, id, "start", new { code = Code, certificatesShown = true })), StringComparison.Ordinal);
        await Done(Step(made.People.Officer, id, "cancel", new { reason = "台风停止检查，改期。" }));
        await Done(Step(made.People.Officer, await made.Noticed(), "start", new { code = Code, certificatesShown = true }));
    }

    [Fact]
    public async Task JointVisit_TwoSubjects_SignTwoNoticesAndCountOnce()
    {
        await using var made = await InspectionHost.Start();
        var first = await made.Noticed();
        using var fire = await made.Host.SignedIn(new Assignment(Role.Liaison, "xf", null));
        Assert.Contains("crew-too-small", await Refused(fire.PostJson("/api/v1/inspections", new { visit = Visit, unit = "xf", officers = made.People.Pair })), StringComparison.Ordinal);
        var (_, crew) = await made.FireService();
        var second = await Done(fire.PostJson("/api/v1/inspections", new { visit = Visit, unit = "xf", officers = crew }));
        var joint = await made.Read(first);
        Assert.Equal(new[] { first, second }.Order(StringComparer.Ordinal), joint.GetProperty("joint").EnumerateArray().Select(one => one.GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(0, joint.GetProperty("yearCount").GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, (await Step(made.People.Officer, second, "cancel", new { reason = "x" })).StatusCode);
        var page = WebUtility.HtmlDecode(await made.People.Officer.GetStringAsync($"/office/inspections/{first}/field"));
        Assert.Contains("消防", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cap_Reached_StopsPlansAndAsksCausesWhy()
    {
        await using var made = await InspectionHost.Start();
        object AtOnce(string? beyond = null, string source = "atOnce", string? ground = null, string? reference = null)
        {
            var sent = new Dictionary<string, object> { ["target"] = made.Target, ["unit"] = CaseHost.Street, ["source"] = source, ["reason"] = "巡查发现", ["requirements"] = new[] { "市容环境检查" }, ["officers"] = made.People.Pair };
            foreach (var (member, value) in new[] { ("beyondReason", beyond), ("beyondGround", ground), ("beyondReference", reference) })
                if (value is not null) sent.Add(member, value);
            return sent;
        }

        await made.Started();
        await made.RecordedWithoutFault(AtOnce());
        Task<string> Refuse(object proposal) => Refused(made.People.Officer.PostJson("/api/v1/inspections", proposal));
        Assert.Contains("frequency-cap", await Refuse(AtOnce(source: "operation")), StringComparison.Ordinal);
        Assert.Contains("\"beyondReason\"", await Refuse(AtOnce()), StringComparison.Ordinal);
        // Any text was enough once; now a ground is asked for.
        Assert.Contains("cap-ground-missing", await Refuse(AtOnce("反正要查")), StringComparison.Ordinal);
        Assert.Contains("\"beyondReference\"", await Refuse(AtOnce("群众反映强烈", ground: "complaint")), StringComparison.Ordinal);
        Assert.Contains("没有这条投诉举报线索", await Refuse(AtOnce("群众反映强烈", ground: "complaint", reference: "LX-没有这一条")), StringComparison.Ordinal);
        // A recheck is not counted, so nobody may call a first visit one.
        Assert.Contains("recheck-without-order", await Refuse(AtOnce(source: "recheck")), StringComparison.Ordinal);
        var id = await made.Propose(AtOnce("现场冒烟，监测到油烟超标", ground: "risk"));
        Assert.Contains("风险监测：现场冒烟", (await (await made.People.Officer.GetAsync($"/api/v1/inspections/{id}/documents/inspection-approval")).Json()).GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, (await made.Read(id)).GetProperty("yearCount").GetInt32());
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Target_MergedOrGivenItsCode_KeepsItsVisitsGrantsAndPlan(Database database)
    {
        await using var made = await InspectionHost.Start(database);
        // A twin of the restaurant without a code: visited once, planned once more, and with a grant of its own.
        var twin = await made.Register(["", Restaurant, "湖滨路8号", "蓝田街道", "", "", "", "餐饮", "中", "1234567", "", "在营"]);
        await made.Plan("01visittwin000000000000000", twin, twin);
        var id = await made.Noticed(new { target = twin, unit = CaseHost.Street, source = "operation", reason = "联合执法行动", requirements = new[] { "市容环境检查" }, officers = made.People.Pair });
        var number = (await made.Read(id)).GetProperty("noticeNumber").GetString();
        await Done(Step(made.People.Officer, id, "start", new { code = number, certificatesShown = true }));
        await made.Grant(1, twin);
        await made.Merge(made.Target, twin);
        Assert.Equal((1, 1), await made.Counted(made.Target));
        Assert.Equal(made.Target, await made.Host.Within(services => services.GetRequiredService<AppDb>().Set<PlanVisitRow>().Where(visit => visit.Id == "01visittwin000000000000000").Select(visit => visit.TargetId).SingleAsync()));
        // Another code: the site takes its visits along, and the grant as well, for no other site stands under the old one.
        await made.Change(made.Target, ["91350603MA000002XM", Restaurant, "湖滨路8号", "蓝田街道", "湖滨路", "", "", "餐饮", "中", "1234567", "09:00-18:00", "在营"]);
        Assert.Equal((1, 1), await made.Counted(made.Target));
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Recheck_AfterAnOrderToCorrect_IsBegunUncountedAndLeadsBack(Database database)
    {
        await using var made = await InspectionHost.Start(database);
        var first = await made.Recorded();
        object recheck = new { target = made.Target, unit = CaseHost.Street, source = "recheck", reason = "核实整改", requirements = new[] { "市容环境检查" }, officers = made.People.Pair };
        Assert.Contains("recheck-without-order", await Refused(made.People.Officer.PostJson("/api/v1/inspections", recheck)), StringComparison.Ordinal);
        await Done(Step(made.People.Officer, first, "conclude", new { conclusion = "correction", text = "责令改正。", demand = "三日内清理", dueOn = "2026-03-12" }));
        await made.SetCap(Core.Inspections.RiskGrade.Medium, 1);
        var id = await made.Noticed(recheck);
        Assert.Equal(first, (await made.Read(id)).GetProperty("followsId").GetString());
        await Done(Step(made.People.Officer, id, "start", new { code = Code, certificatesShown = true }));
        Assert.Contains($"/office/inspections/{first}", await made.People.Officer.GetStringAsync($"/office/inspections/{id}"), StringComparison.Ordinal);
        object atOnce = new { target = made.Target, unit = CaseHost.Street, source = "atOnce", reason = "巡查发现", requirements = new[] { "市容环境检查" }, officers = made.People.Pair, beyondGround = "risk", beyondReason = "监测到油烟超标" };
        Assert.Equal(1, (await made.Read(await made.Propose(atOnce))).GetProperty("yearCount").GetInt32());
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Cap_FilledWhileAnotherWaits_StopsItsApprovalNoticeAndBeginning(Database database)
    {
        await using var made = await InspectionHost.Start(database);
        object draw = new { target = made.Target, unit = CaseHost.Street, source = "operation", reason = "联合执法行动", requirements = new[] { "市容环境检查" }, day = "2026-03-05", officers = made.People.Pair };
        // All four are proposed while nobody has been there; the cap is two.
        var (proposed, approved) = (await made.Propose(draw), await made.Propose(draw));
        await Done(Step(made.People.Head, approved, "approve", new { agrees = true, opinion = "同意检查。" }));
        var (first, second, third) = (await made.Noticed(), await made.Noticed(draw), await made.Noticed(draw));
        await made.People.At(3, 5);
        foreach (var id in new[] { first, second }) await Done(Step(made.People.Officer, id, "start", new { code = Code, certificatesShown = true }));
        var refused = await Refused(Step(made.People.Officer, third, "start", new { code = Code, certificatesShown = true }));
        Assert.Contains("frequency-cap", refused, StringComparison.Ordinal);
        Assert.Contains("已入企检查2次（2026年3月5日", refused, StringComparison.Ordinal);
        Assert.Contains("frequency-cap", await Refused(Step(made.People.Officer, approved, "notify", new { manner = "advance", receiver = "陈某某" })), StringComparison.Ordinal);
        Assert.Contains("frequency-cap", await Refused(Step(made.People.Head, proposed, "approve", new { agrees = true, opinion = "同意检查。" })), StringComparison.Ordinal);
        await Done(Step(made.People.Head, proposed, "approve", new { agrees = false, opinion = "频次已满。" }));
        // What the chief grants opens it again.
        await made.Grant(1);
        await Done(Step(made.People.Officer, third, "start", new { code = Code, certificatesShown = true }));
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Cap_TwoBeginAtTheSameMoment_OnlyOneGetsTheLastVisit(Database database)
    {
        await using var made = await InspectionHost.Start(database);
        object draw = new { target = made.Target, unit = CaseHost.Street, source = "operation", reason = "联合执法行动", requirements = new[] { "市容环境检查" }, day = "2026-03-05", officers = made.People.Pair };
        var (first, second, third) = (await made.Noticed(), await made.Noticed(draw), await made.Noticed(draw));
        await made.People.At(3, 5);
        await Done(Step(made.People.Officer, first, "start", new { code = Code, certificatesShown = true }));
        var answers = await Task.WhenAll(new[] { second, third }.Select(id => Step(made.People.Officer, id, "start", new { code = Code, certificatesShown = true })));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity], answers.Select(answer => answer.StatusCode).Order());
    }

    [Fact]
    public async Task Cap_OfAnEnterpriseWithSeveralSites_IsThatOfItsHighestGrade()
    {
        await using var made = await InspectionHost.Start();
        await made.SetCap(Core.Inspections.RiskGrade.High, 4);
        await made.Register(["91350603MA000001XL", "湖滨餐馆二店（示例）", "龙文路9号", "蓝田街道", "", "", "", "餐饮", "高", "1234567", "", "在营"]);
        Assert.Equal(4, (await made.Read(await made.Propose())).GetProperty("yearCap").GetInt32());
    }

    [Fact]
    public async Task JointVisit_WhoseFirstRecordIsSigned_DoesNotCountAgainstItsSecondSubject()
    {
        await using var made = await InspectionHost.Start();
        await made.SetCap(Core.Inspections.RiskGrade.Medium, 1);
        var first = await made.Noticed();
        var (fire, crew) = await made.FireService();
        var second = await Done(fire.PostJson("/api/v1/inspections", new { visit = Visit, unit = "xf", officers = crew }));
        await made.People.At(3, 5);
        await Done(Step(made.People.Officer, first, "start", new { code = Code, certificatesShown = true }));
        await Done(Step(made.People.Officer, first, "check", new { items = new[] { new { position = 1, finding = "conforms" }, new { position = 2, finding = "conforms" } } }));
        await Done(Step(made.People.Officer, first, "record", made.Signed));
        var counted = await made.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var row = await db.Set<Lianzhi.Web.Features.Inspections.InspectionRow>().SingleAsync(one => one.Id == second);
            return await services.GetRequiredService<Lianzhi.Web.Features.Inspections.InspectionFrequencies>().Now(row, new(2026, 3, 5), default);
        });
        Assert.Equal((0, 1), (counted.Used, counted.Cap));
    }

    [Fact]
    public async Task Conclusion_Case_ProposesItWithNothingTypedTwice()
    {
        await using var made = await InspectionHost.Start();
        var id = await made.Recorded();
        await Done(Step(made.People.Officer, id, "conclude", new { conclusion = "case", text = "涉嫌违法，提请立案。" }));
        var opened = (await made.Read(id)).GetProperty("caseId").GetString();
        var found = await (await made.People.Officer.GetAsync($"/api/v1/cases/{opened}")).Json();
        Assert.Contains("CG-014", found.ToString(), StringComparison.Ordinal);
        Assert.Contains(Restaurant, found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conclusion_CaseOfAnIndividualBusiness_NamesItsOperator()
    {
        await using var made = await InspectionHost.Start();
        var shop = await made.Register(["92350603MA000003XK", "好味小吃店（示例）", "湖滨路10号", "蓝田街道", "", "", "", "餐饮", "中", "1234567", "", "在营"]);
        var id = await made.Noticed(new { target = shop, unit = CaseHost.Street, source = "operation", reason = "联合执法行动", requirements = new[] { "市容环境检查" }, officers = made.People.Pair });
        await Done(Step(made.People.Officer, id, "start", new { code = "https://licence.example/q?uniscid=92350603MA000003XK", certificatesShown = true }));
        await Done(Step(made.People.Officer, id, "check", new { items = new object[] { new { position = 1, finding = "fails", note = "堆放垃圾" }, new { position = 2, finding = "conforms" } } }));
        await Done(Step(made.People.Officer, id, "record", made.Signed));
        Assert.Contains("经营者姓名", WebUtility.HtmlDecode(await made.People.Officer.GetStringAsync($"/office/inspections/{id}/steps/conclude")), StringComparison.Ordinal);
        Assert.Contains("\"operator\"", await Refused(Step(made.People.Officer, id, "conclude", new { conclusion = "case", text = "提请立案。" })), StringComparison.Ordinal);
        await Done(Step(made.People.Officer, id, "conclude", new { conclusion = "case", text = "提请立案。", @operator = "陈某某" }));
        var found = (await (await made.People.Officer.GetAsync($"/api/v1/cases/{(await made.Read(id)).GetProperty("caseId").GetString()}")).Json()).ToString();
        foreach (var said in new[] { "individualBusiness", "陈某某", "好味小吃店" }) Assert.Contains(said, found, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Conclusion_Transfer_GoesOutAsALetterAndWaitsForItsReceipt(Database database)
    {
        await using var made = await InspectionHost.Start(database);
        var (id, officer) = (await made.Recorded(), made.People.Officer);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/office/inspections/{id}/steps/note-receipt")).StatusCode);
        await Done(Step(officer, id, "conclude", new { conclusion = "transfer", text = "所涉事项不属本机关职权。", to = "龙文区市场监督管理局" }));
        var letter = await (await officer.GetAsync($"/api/v1/inspections/{id}/documents/official-letter")).Json();
        foreach (var said in new[] { "检查发现问题移送函", "龙文区市场监督管理局", "通道堆放生活垃圾", "回执" }) Assert.Contains(said, letter.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync($"/office/inspections/{id}/documents/official-letter/0.docx")).StatusCode);
        await Done(Step(officer, id, "tell-result", new { receiver = "陈某某" }));
        Assert.Equal("receipt", (await made.Read(id)).GetProperty("next").GetString());
        Assert.Contains("还没有收到回执", WebUtility.HtmlDecode(await officer.GetStringAsync($"/office/inspections/{id}")), StringComparison.Ordinal);
        Assert.Contains("receivedOn", await Refused(Step(officer, id, "note-receipt", new { receiver = "张某某", receivedOn = "2026-03-04" })), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await officer.Send($"/office/inspections/{id}/steps/note-receipt", "inspections.note-receipt", new() { ["receiver"] = "张某某，办公室", ["receivedOn"] = "2026-03-05" })).Response.StatusCode);
        Assert.Contains("张某某，办公室签收", WebUtility.HtmlDecode(await officer.GetStringAsync($"/office/inspections/{id}")), StringComparison.Ordinal);
        Assert.Contains("inspection-step-not-now", await Refused(Step(officer, id, "note-receipt", new { receiver = "张某某", receivedOn = "2026-03-05" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recheck_Form_LetsOtherOfficersLook()
    {
        await using var made = await InspectionHost.Start();
        var (id, officer) = (await made.Recorded(), made.People.Officer);
        await Done(Step(officer, id, "conclude", new { conclusion = "correction", text = "责令改正。", demand = "三日内清理", dueOn = "2026-03-12" }));
        await Done(Step(officer, id, "tell-result", new { receiver = "陈某某" }));
        await made.People.At(3, 13);
        var page = $"/office/inspections/{id}/steps/recheck";
        Assert.Contains("复查人员", WebUtility.HtmlDecode(await officer.GetStringAsync(page)), StringComparison.Ordinal);
        var (one, body) = await officer.Send(page, "inspections.recheck", new() { ["corrected"] = "yes", ["findings"] = "已清理。", ["officers"] = made.People.FirstOfficer });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, one.StatusCode);
        Assert.Equal("correcting", (await made.Read(id)).GetProperty("stage").GetString());
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task TargetPage_OfAnInspectedEnterprise_ShowsItsYearAndCases(Database database)
    {
        await using var made = await InspectionHost.Start(database);
        var page = $"/office/targets/{made.Target}";
        var before = WebUtility.HtmlDecode(await made.People.Officer.GetStringAsync(page));
        foreach (var said in new[] { "本年度还没有入企检查", "0 次，上限 2 次", "2026年3月5日", "没有您可以查看的案件和线索" }) Assert.Contains(said, before, StringComparison.Ordinal);
        var id = await made.Recorded();
        await Done(Step(made.People.Officer, id, "conclude", new { conclusion = "case", text = "涉嫌违法，提请立案。" }));
        var after = WebUtility.HtmlDecode(await made.People.Officer.GetStringAsync(page));
        foreach (var said in new[] { "1 次，上限 2 次", "已公布的计划中没有待实施的检查", $"/office/cases/{(await made.Read(id)).GetProperty("caseId").GetString()}" }) Assert.Contains(said, after, StringComparison.Ordinal);
        Assert.DoesNotContain("/office/cases/", WebUtility.HtmlDecode(await made.People.Stranger.GetStringAsync(page)).Split("案件和线索")[^1].Split("</section>")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requirement_ByTownshipBeyondItsPowers_IsRefusedNotShownAndMarked()
    {
        await using var made = await InspectionHost.Start();
        using var lead = await made.Host.SignedIn(new Assignment(Role.Liaison, "cg", null));
        object Ask(string name, params string?[] items) => new { name, department = "cg", byTownship = true, high = 1, medium = 1, low = 1, minutes = 30, gapWeeks = 4, source = "示例", from = "2026-03-02", checks = items.Select(item => new { text = "示例检查项", basis = "示例依据", item }) };
        // YL-008 was never handed over to a township.
        var refused = await Refused(lead.PostJson("/api/v1/inspection-requirements", Ask("古树名木检查", "CG-014", "YL-008")));
        Assert.Contains("township-without-power", refused, StringComparison.Ordinal);
        Assert.Contains("YL-008", refused, StringComparison.Ordinal);
        await Done(lead.PostJson("/api/v1/inspection-requirements", Ask("垃圾检查", "CG-014", null)));
        Assert.Contains("待核", WebUtility.HtmlDecode(await lead.GetStringAsync("/office/requirements")), StringComparison.Ordinal);
        // One that stood before the rule is not signed by the street either.
        await made.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.Add(Lianzhi.Web.Features.Requirements.RequirementRow.Of(new Core.Inspections.InspectionRequirement("01oldrequirement0000000000", "古树检查", "cg", true, [], 1, 1, 1, 30, 4, "", 0, [], "示例", new Core.Validity(new DateOnly(2026, 1, 1))) { Checks = [new("古树完好", "示例依据", "YL-008")] }, "01oldrequirement0000000000"));
            return await db.SaveChangesAsync();
        });
        Assert.Contains("township-without-power", await Refused(made.People.Officer.PostJson("/api/v1/inspections", new { target = made.Target, unit = CaseHost.Street, source = "operation", reason = "联合执法行动", requirements = new[] { "古树检查" }, officers = made.People.Pair })), StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await made.People.Officer.GetStringAsync($"/office/inspections/new?target={made.Target}"));
        Assert.Contains("“古树检查”不能由蓝田街道检查", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"古树检查\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Urgent_AtOnce_IsMadeUpBeforeItsConclusion()
    {
        await using var made = await InspectionHost.Start();
        var officer = made.People.Officer;
        var id = await made.Propose(new { target = made.Target, unit = CaseHost.Street, source = "atOnce", urgent = true, reason = "后厨冒烟", requirements = new[] { "市容环境检查" }, officers = made.People.Pair });
        await Done(Step(officer, id, "start", new { certificatesShown = true }));
        await Done(Step(officer, id, "check", new { items = new[] { new { position = 1, finding = "conforms" }, new { position = 2, finding = "notApplicable" } } }));
        await Done(Step(officer, id, "record", new { present = "陈某某，店长", situation = "未发现明火。", signedBy = "陈某某", officersSigned = made.People.Pair }));
        Assert.Contains("not-made-up", await Refused(Step(officer, id, "conclude", new { conclusion = "nothingFound", text = "未发现" })), StringComparison.Ordinal);
        await Done(Step(made.People.Head, id, "approve", new { agrees = true, opinion = "补办同意。" }));
        await Done(Step(officer, id, "notify", new { manner = "madeUp", why = "后厨冒烟，不容等待", receiver = "陈某某" }));
        await Done(Step(officer, id, "conclude", new { conclusion = "nothingFound", text = "未发现问题。" }));
        await Done(Step(officer, id, "tell-result", new { receiver = "陈某某" }));
        Assert.Equal("closed", (await made.Read(id)).GetProperty("stage").GetString());
    }

    [Fact]
    public async Task Cancelled_AfterTheNotice_TakesThePaperBack()
    {
        await using var made = await InspectionHost.Start();
        var id = await made.Noticed();
        var (mark, _) = await made.Notice(id);
        Assert.Contains("\"reason\"", await Refused(Step(made.People.Officer, id, "cancel")), StringComparison.Ordinal);
        await Done(Step(made.People.Officer, id, "cancel", new { reason = "企业停业" }));
        Assert.Contains("已经取消", WebUtility.HtmlDecode(await made.Host.Client().GetStringAsync($"/inspections/notice?mark={mark}")), StringComparison.Ordinal);
        Assert.Equal("revoked", (await (await made.Host.Client().PostJson("/api/v1/public/papers/verify", new { number = mark })).Json()).GetProperty("standing").GetString());
    }

    [Fact]
    public async Task Stranger_AndStaleVersion_AreTurnedAway()
    {
        await using var made = await InspectionHost.Start();
        var id = await made.Propose();
        Assert.Equal(HttpStatusCode.NotFound, (await made.People.Stranger.GetAsync($"/api/v1/inspections/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await made.People.Stranger.GetAsync($"/api/v1/inspections/{id}/documents/inspection-approval")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Step(made.People.Stranger, id, "notify", new { manner = "advance", receiver = "x" })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Step(made.People.Head, id, "approve", new { version = 99, agrees = true, opinion = "同意" })).StatusCode);
        await Done(Step(made.People.Head, id, "approve", new { agrees = true, opinion = "同意检查。" }));
        await Done(Step(made.People.Officer, id, "notify", new { manner = "advance", receiver = "陈某某" }));
        await made.People.At(3, 5);
        Assert.Contains("not-the-inspector", await Refused(Step((await made.People.Join("陈同街", CaseHost.Street, Role.Officer)).Client, id, "start", new { code = Code, certificatesShown = true })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_OfEveryStage_AreShownAndTheirFormsWork()
    {
        await using var made = await InspectionHost.Start();
        var (officer, head) = (made.People.Officer, made.People.Head);
        var (proposed, body) = await officer.Send($"/office/inspections/new?visit={Visit}", "inspections.propose", new() { ["unit"] = CaseHost.Street, ["day"] = "2026-03-05" });
        Assert.Equal(HttpStatusCode.BadRequest, proposed.StatusCode);
        Assert.Contains("不少于两名", WebUtility.HtmlDecode(body), StringComparison.Ordinal);
        var id = await made.Propose();
        var page = $"/office/inspections/{id}";
        Assert.Equal(HttpStatusCode.Redirect, (await head.Send($"{page}/steps/approve", "inspections.approve", new() { ["agrees"] = "yes", ["opinion"] = "同意检查。" })).Response.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await officer.Send($"{page}/steps/notify", "inspections.notify", new() { ["manner"] = "Advance", ["receiver"] = "陈某某" })).Response.StatusCode);
        await made.People.At(3, 5);
        Assert.Equal(HttpStatusCode.Redirect, (await officer.Send($"{page}/field", "inspections.start", new() { ["code"] = Code, ["certificatesShown"] = "yes" })).Response.StatusCode);
        var field = await officer.GetAsync($"{page}/field");
        Assert.Contains("不随意倾倒生活垃圾", WebUtility.HtmlDecode(await field.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        await Done(Step(officer, id, "check", new { items = new object[] { new { position = 1, finding = "fails", note = "堆放垃圾" }, new { position = 2, finding = "conforms" } } }));
        await Done(Step(officer, id, "add-scene", new { kind = "sampling", person = "陈某某", relation = "店长", text = "清洗剂2瓶", method = "现场封签" }));
        await Done(Step(officer, id, "record", made.Signed));
        foreach (var step in new[] { "conclude", "add-scene", "cancel", "record" }) Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync($"{page}/steps/{step}")).StatusCode);
        foreach (var step in new[] { "tell-result", "recheck", "check", "unknown" }) Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"{page}/steps/{step}")).StatusCode);
        foreach (var kind in new[] { "inspection-approval", "inspection-notice", "inspection-record", "sampling-notice", "inspection-feedback" })
        {
            Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync($"{page}/documents/{kind}/0")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync($"{page}/documents/{kind}/0.docx")).StatusCode);
        }
        foreach (var address in new[] { page, "/office/inspections", $"/office/inspections?target={made.Target}&stage=Recorded&day=2026-03-05", "/office/inspections/new", $"/office/inspections/new?target={made.Target}", $"/office/plans/01plan0000000000000000000p/visits/{Visit}" })
            Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync(address)).StatusCode);
        Assert.Contains(Restaurant, WebUtility.HtmlDecode(await officer.GetStringAsync($"/office/inspections?stage=Recorded&officer={made.People.FirstOfficer}")), StringComparison.Ordinal);
        Assert.DoesNotContain(Restaurant, WebUtility.HtmlDecode(await officer.GetStringAsync("/office/inspections?day=2026-03-06")), StringComparison.Ordinal);
    }
}
