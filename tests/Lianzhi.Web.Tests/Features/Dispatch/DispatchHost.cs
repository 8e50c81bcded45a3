using System.Text.Json;
using Lianzhi.Core.Access;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Inspections;
using Lianzhi.Web.Features.Organisation;
using Lianzhi.Web.Features.Plans;
using Lianzhi.Web.Features.Requirements;
using Lianzhi.Web.Features.Targets;
using Lianzhi.Web.Tests.Features.Plans;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Dispatch;

/// <summary>The first area on 8 October 2026: three officers of 蓝田, two of 步文, two of the fire service, equipment, and a published plan with two visits of the week.</summary>
internal sealed class DispatchHost : IAsyncDisposable
{
    public const string Board = "A1-20261008";

    private DispatchHost(TestHost host) => Host = host;

    public TestHost Host { get; }

    public HttpClient Chief { get; private set; } = null!;

    public Dictionary<string, string> Officers { get; } = [];

    public static async Task<DispatchHost> Start(Database database = Database.Sqlite, int cars = 3)
    {
        var made = new DispatchHost(await TestHost.Start(database));
        foreach (var (name, unit) in new[] { ("蓝一", "350603003"), ("蓝二", "350603003"), ("蓝三", "350603003"), ("步一", "350603001"), ("步二", "350603001"), ("消一", "xf"), ("消二", "xf") })
            made.Officers[name] = await Officer(made.Host, name, unit);
        made.Chief = await made.Host.SignedIn(new Assignment(Role.AreaChief, "cg", "A1"));
        for (var number = 1; number <= cars; number++)
        {
            await PlanHost.Done(made.Chief.PostJson("/api/v1/equipment", new { kind = "vehicle", name = $"车{number}", stockNumber = $"C{number}", area = "A1" }));
            await PlanHost.Done(made.Chief.PostJson("/api/v1/equipment", new { kind = "bodyCamera", name = $"仪{number}", stockNumber = $"J{number}", area = "A1" }));
        }
        await made.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.Add(new InspectionPlanRow { Id = "plan", Kind = PlanKind.Annual, Area = "A1", Year = 2026, Title = "年度计划", From = new(2026, 1, 1), To = new(2026, 12, 31), Only = "", Edition = 1, Stage = PlanStage.Published });
            foreach (var (name, department, byTownship) in new[] { ("市容检查", "cg", true), ("消防检查", "xf", false) })
                db.Add(new RequirementRow { Id = name, Requirement = name, Name = name, Department = department, ByTownship = byTownship, Sectors = "", High = 1, Medium = 1, Low = 1, Minutes = 40, GapWeeks = 8, Skill = "", SkillLevel = 0, Windows = "", Source = "示例", From = new(2026, 1, 1) });
            foreach (var (id, town, day, items) in new[] { ("v1", "350603003", 8, "市容检查|消防检查"), ("v2", "350603001", 9, "市容检查"), ("v3", "350603001", 20, "市容检查") })
            {
                db.Add(new TargetRow { Id = "t" + id, Key = id, Name = "店" + id, Address = "湖滨路", Township = town, Area = "A1", Block = "", Sectors = "餐饮", Risk = RiskGrade.Low, OpenDays = "1234567", Hours = "09:00-18:00", Status = TargetStatus.Operating });
                db.Add(new PlanVisitRow { Id = id, PlanId = "plan", TargetId = "t" + id, TargetName = "店" + id, Enterprise = "t" + id, Township = town, Day = new(2026, 10, day), Requirements = items, Reasons = "", Locked = false, State = VisitState.Planned });
            }
            return await db.SaveChangesAsync();
        });
        return made;
    }

    public static async Task<string> Officer(TestHost host, string name, string unit)
    {
        var id = await host.Within(async services => (await services.GetRequiredService<AddOfficer>().Run(new NewOfficer(name, unit, null, new DateOnly(2025, 1, 1)), "示例", CancellationToken.None)).Value!);
        var added = await host.Within(services => services.GetRequiredService<AddCertificate>().Run(id, new NewCertificate($"示{id}", "示例", new DateOnly(2025, 1, 1), new DateOnly(2029, 1, 1)), CancellationToken.None));
        Assert.True(added.IsOk, added.IsOk ? "" : added.Refusals[0].Message);
        return id;
    }

    public Task<string> Collect() => PlanHost.Done(Chief.PostJson("/api/v1/dispatch/boards", new { area = "A1", day = "2026-10-08" }));

    public Task<HttpResponseMessage> Act(string name, object body) => Chief.PostJson($"/api/v1/dispatch/boards/{Board}/{name}", body);

    public Task<string> Patrol(string title, string township, params string[] needs) =>
        PlanHost.Done(Act("jobs", new { kind = "patrol", title, township, subjects = new[] { township }, minutes = 40, needs }));

    public async Task<JsonElement> View() => await (await Chief.GetAsync("/api/v1/dispatch/boards?area=A1&day=2026-10-08")).Json();

    public async Task<long> Version() => (await View()).GetProperty("version").GetInt64();

    public async Task<List<JsonElement>> Crews() => [.. (await View()).GetProperty("crews").EnumerateArray()];

    public async Task<List<JsonElement>> Jobs() => [.. (await View()).GetProperty("jobs").EnumerateArray()];

    /// <summary>Gathered, proposed and issued.</summary>
    public async Task Issue()
    {
        await Collect();
        await PlanHost.Done(Act("propose", new { version = await Version() }));
        await PlanHost.Done(Act("issue", new { version = await Version() }));
    }

    /// <summary>Every subject of every visit of the week has its notice.</summary>
    public Task<int> Notice() => Host.Within(async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        foreach (var (visit, unit, town) in new[] { ("v1", "350603003", "350603003"), ("v1", "xf", "350603003"), ("v2", "350603001", "350603001") })
            db.Add(new InspectionRow
            {
                Id = $"i{visit}{unit}",
                Number = $"批{visit}{unit}",
                JointId = visit,
                Unit = unit,
                UnitName = unit,
                Township = town,
                Area = "A1",
                TargetId = "t" + visit,
                TargetName = "店" + visit,
                TargetAddress = "湖滨路",
                Enterprise = "t" + visit,
                Source = InspectionSource.Plan,
                Reason = "年度计划",
                VisitId = visit,
                Stage = InspectionStage.Noticed,
                Day = new(2026, 10, 8),
                Scope = "",
                Basis = "",
                YearCount = 0,
                ProposedBy = "x",
                ProposerName = "x",
                ProposedOn = new(2026, 10, 8),
                OfficerNames = "",
                NoticeNumber = $"漳检通{visit}{unit}",
            });
        return await db.SaveChangesAsync();
    });

    public async Task<HttpClient> As(string name, string unit = "350603003") => (await Host.SignedInAs(name, Officers[name], new Assignment(Role.Officer, unit, unit.Length == 9 ? "A1" : null))).Client;

    public async ValueTask DisposeAsync()
    {
        Chief.Dispose();
        await Host.DisposeAsync();
    }
}
