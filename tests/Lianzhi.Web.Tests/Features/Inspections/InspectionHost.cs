using System.Text.Json;
using Lianzhi.Core;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Documents;
using Lianzhi.Web.Features.Inspections;
using Lianzhi.Web.Features.Plans;
using Lianzhi.Web.Features.Requirements;
using Lianzhi.Web.Features.Targets;
using Lianzhi.Web.Tests.Features.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Inspections;

/// <summary>A restaurant of 蓝田街道 with a checklist, a cap of two visits and a published visit on 5 March 2026.</summary>
internal sealed class InspectionHost : IAsyncDisposable
{
    public const string Visit = "01visit0000000000000000000";
    public const string Restaurant = "湖滨餐馆（示例）";
    public const string Code = "91350603MA000001XL";

    private InspectionHost(CaseHost people) => People = people;

    public CaseHost People { get; }

    public TestHost Host => People.Host;

    public string Target { get; private set; } = "";

    public static async Task<InspectionHost> Start(Database database = Database.Sqlite)
    {
        var made = new InspectionHost(await CaseHost.Start(database));
        var host = made.Host;
        made.Target = await host.Within(async services =>
        {
            Done(await services.GetRequiredService<SetRequirement>().Run(null, null, new InspectionRequirement("", "市容环境检查", "cg", true, ["餐饮"], 2, 2, 1, 30, 1, "", 0, [], "分级分类检查要求", new Validity(new DateOnly(2026, 1, 1)))
            {
                Checks = [new("不随意倾倒生活垃圾", "固体废物污染环境防治法 第49条", "CG-014"), new("店外不占道堆放物料", "城市市容和环境卫生管理条例 第14条")],
            }, default));
            Done(await services.GetRequiredService<SetRequirement>().Run(null, null, new InspectionRequirement("", "消防安全检查", "xf", false, ["餐饮"], 2, 2, 1, 30, 1, "", 0, [], "分级分类检查要求", new Validity(new DateOnly(2026, 1, 1))), default));
            foreach (var risk in Enum.GetValues<RiskGrade>()) Done(await services.GetRequiredService<SetCap>().Run(risk, 2, new DateOnly(2026, 3, 2), "频次上限公告", default));
            return Done(await services.GetRequiredService<RegisterTarget>().Run([Code, Restaurant, "湖滨路8号", "蓝田街道", "湖滨路", "", "", "餐饮", "中", "1234567", "09:00-18:00", "在营"], default));
        });
        await host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.Add(new InspectionPlanRow { Id = "01plan0000000000000000000p", Kind = PlanKind.Annual, Area = "A1", Year = 2026, Title = "2026年度联合检查计划", From = new(2026, 1, 1), To = new(2026, 12, 31), Only = "", Edition = 1, Stage = PlanStage.Published });
            db.Add(new PlanVisitRow
            {
                Id = Visit,
                PlanId = "01plan0000000000000000000p",
                TargetId = made.Target,
                TargetName = Restaurant,
                Enterprise = Code,
                Township = CaseHost.Street,
                Day = new(2026, 3, 5),
                Requirements = "市容环境检查|消防安全检查",
                Reasons = "",
                Locked = false,
                State = VisitState.Planned,
            });
            return await db.SaveChangesAsync();
        });
        return made;
    }

    /// <summary>The id of what was done.</summary>
    public static async Task<string> Done(Task<HttpResponseMessage> answer)
    {
        var response = await answer;
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement.TryGetProperty("id", out var id) ? id.GetString()! : text;
    }

    /// <summary>The text of a refusal.</summary>
    public static async Task<string> Refused(Task<HttpResponseMessage> answer)
    {
        var response = await answer;
        Assert.False(response.IsSuccessStatusCode, "was not refused");
        return (await response.Json()).ToString();
    }

    public Task<string> Propose(object? proposal = null) => Done(People.Officer.PostJson("/api/v1/inspections", proposal ?? new { visit = Visit, unit = CaseHost.Street, officers = People.Pair }));

    public static Task<HttpResponseMessage> Step(HttpClient person, string id, string step, object? body = null) => person.PostJson($"/api/v1/inspections/{id}/{step}", body ?? new { });

    public async Task<JsonElement> Read(string id) => await (await People.Officer.GetAsync($"/api/v1/inspections/{id}")).Json();

    /// <summary>An inspection whose notice went out.</summary>
    public async Task<string> Noticed(object? proposal = null)
    {
        var id = await Propose(proposal);
        await Done(Step(People.Head, id, "approve", new { agrees = true, opinion = "同意检查。" }));
        // Who comes today cannot have said so before.
        var later = DateOnly.Parse((await Read(id)).GetProperty("day").GetString()!, System.Globalization.CultureInfo.InvariantCulture) > DateOnly.FromDateTime(Host.Time.GetUtcNow().AddHours(8).DateTime);
        await Done(Step(People.Officer, id, "notify", later ? new { manner = "advance", receiver = "陈某某，店长" } : new { manner = "onArrival", why = "当日检查，到场出示" }));
        return id;
    }

    /// <summary>An inspection that is going on, on 5 March.</summary>
    public async Task<string> Started(object? proposal = null)
    {
        var id = await Noticed(proposal);
        await People.At(3, 5);
        await Done(Step(People.Officer, id, "start", new { code = Code, certificatesShown = true }));
        return id;
    }

    /// <summary>An inspection with a signed record; one line failed.</summary>
    public async Task<string> Recorded(object? proposal = null)
    {
        var id = await Started(proposal);
        await Done(Step(People.Officer, id, "check", new { items = new object[] { new { position = 1, finding = "fails", note = "通道堆放生活垃圾约2立方米" }, new { position = 2, finding = "conforms" } } }));
        await Done(Step(People.Officer, id, "record", Signed));
        return id;
    }

    /// <summary>A further one whose record was signed on the same day, without a failed line.</summary>
    public async Task RecordedWithoutFault(object proposal)
    {
        var id = await Noticed(proposal);
        await Done(Step(People.Officer, id, "start", new { code = Code, certificatesShown = true }));
        await Done(Step(People.Officer, id, "check", new { items = new[] { new { position = 1, finding = "conforms" }, new { position = 2, finding = "conforms" } } }));
        await Done(Step(People.Officer, id, "record", Signed));
    }

    public object Signed => new { present = "陈某某，店长", situation = "通道堆放生活垃圾。", refuses = true, refusedBecause = "认为不是自己堆放", witness = "网格员林某某；全程录像", officersSigned = People.Pair };

    public Task<(string Mark, string Code)> Notice(string id) => Host.Within(async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        var mark = await db.Set<InspectionRow>().Where(row => row.Id == id).Select(row => row.NoticeMark!).SingleAsync();
        return (mark, await db.Set<IssuedPaperRow>().Where(row => row.Mark == mark).Select(row => row.Code).SingleAsync());
    });

    /// <summary>Visits granted beyond the cap of this year.</summary>
    public Task Grant(int visits, string? target = null) => Host.Within(async services => Done(await services.GetRequiredService<GrantException>().Run(target ?? Target, 2026, visits, CapGround.Complaint, "群众反映强烈", default)));

    /// <summary>Another cap from 3 March on.</summary>
    public Task SetCap(RiskGrade risk, int visits) => Host.Within(async services => Done(await services.GetRequiredService<SetCap>().Run(risk, visits, new DateOnly(2026, 3, 3), "频次上限公告", default)));

    /// <summary>Another target, as an import file writes it.</summary>
    public Task<string> Register(IReadOnlyList<string> cells) => Host.Within(async services => Done(await services.GetRequiredService<RegisterTarget>().Run(cells, default)));

    /// <summary>Visits of this year and what was granted, as they count for a target.</summary>
    public Task<(int Used, int Granted)> Counted(string target) => Host.Within(async services =>
    {
        var row = await services.GetRequiredService<AppDb>().Set<TargetRow>().SingleAsync(one => one.Id == target);
        var frequency = await services.GetRequiredService<InspectionFrequencies>().Of(row, new(2026, 3, 5), "", default);
        return (frequency.Used, frequency.Granted);
    });

    /// <summary>Merges a double into the target that stays.</summary>
    public Task Merge(string stays, string twin) => Host.Within(async services =>
        Done(await services.GetRequiredService<MergeTargets>().Run(stays, twin, await services.GetRequiredService<AppDb>().Set<TargetRow>().Where(row => row.Id == twin).Select(row => row.Version).SingleAsync(), "同一家", default)));

    /// <summary>Changes a target.</summary>
    public Task Change(string target, IReadOnlyList<string> cells) => Host.Within(async services =>
        Done(await services.GetRequiredService<ChangeTarget>().Run(target, await services.GetRequiredService<AppDb>().Set<TargetRow>().Where(row => row.Id == target).Select(row => row.Version).SingleAsync(), cells, "更正登记", default)));

    /// <summary>A further visit of the published plan.</summary>
    public Task Plan(string id, string target, string enterprise) => Host.Within(async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        db.Add(new PlanVisitRow { Id = id, PlanId = "01plan0000000000000000000p", TargetId = target, TargetName = Restaurant, Enterprise = enterprise, Township = CaseHost.Street, Day = new(2026, 4, 9), Requirements = "市容环境检查", Reasons = "", Locked = false, State = VisitState.Planned });
        return await db.SaveChangesAsync();
    });

    /// <summary>The liaison of the fire service and two of its officers.</summary>
    public async Task<(HttpClient Liaison, IReadOnlyList<string> Crew)> FireService()
    {
        var crew = new List<string>();
        foreach (var name in new[] { "赵消防", "钱消防" })
            crew.Add(await Host.Within(async services =>
            {
                var id = Done(await services.GetRequiredService<Lianzhi.Web.Features.Organisation.AddOfficer>().Run(new(name, "xf", null, new DateOnly(2025, 1, 1)), "示例", default));
                Done(await services.GetRequiredService<Lianzhi.Web.Features.Organisation.AddCertificate>().Run(id, new($"示{id[^6..]}", "示例", new DateOnly(2025, 1, 1), new DateOnly(2029, 1, 1)), default));
                return id;
            }));
        return (await Host.SignedIn(new Lianzhi.Core.Access.Assignment(Lianzhi.Core.Access.Role.Liaison, "xf", null)), crew);
    }

    public ValueTask DisposeAsync() => People.DisposeAsync();

    private static T Done<T>(Result<T> result) => result.IsOk ? result.Value : throw new InvalidOperationException(string.Join(' ', result.Refusals));
}
