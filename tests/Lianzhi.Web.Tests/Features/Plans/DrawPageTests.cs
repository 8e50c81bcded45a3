using System.Net;
using System.Text.Json;
using Lianzhi.Core.Organisation;
using Lianzhi.Planner.Plans;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Dispatch;
using Lianzhi.Web.Features.Draws;
using Lianzhi.Web.Features.Targets;
using Lianzhi.Web.Platform.Crypto;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Tests.Cli;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Plans;

/// <summary>A draw from the commitment to the published seed, and repeated by a stranger.</summary>
public sealed class DrawPageTests
{
    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Draw_FromThePublishedSeed_IsRepeatedAtTheCommandLine(Database database)
    {
        await using var plans = await PlanHost.Start(database);
        var id = await PlanHost.Done(plans.Coordinator.PostJson("/api/v1/draws", new { area = "A1", title = "餐饮双随机", subject = "xf", sector = "餐饮", count = 5 }));
        var visitor = plans.Host.Client();
        var before = await (await visitor.GetAsync($"/api/v1/public/draws/{id}")).Json();
        Assert.Equal(JsonValueKind.Null, before.GetProperty("seed").ValueKind);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/api/v1/public/draws/{id}/input")).StatusCode);
        var secret = await plans.Host.Within(services => services.GetRequiredService<AppDb>().Set<DrawSecretRow>().Select(row => row.Seed).SingleAsync());
        Assert.False(await plans.Host.Within(services => services.GetRequiredService<AppDb>().Set<RecordFieldRow>().AnyAsync(field => field.Value!.Contains(secret))));
        Assert.Equal(HttpStatusCode.NoContent, (await plans.Coordinator.PostJson($"/api/v1/draws/{id}/run", new { version = before.GetProperty("version").GetInt64() })).StatusCode);
        var after = await (await visitor.GetAsync($"/api/v1/public/draws/{id}")).Json();
        var seed = after.GetProperty("seed").GetString()!;
        Assert.Equal(before.GetProperty("commitment").GetString(), Convert.ToHexStringLower(Sm3.Hash(Convert.FromHexString(seed))));
        Assert.Contains("already-drawn", await PlanHost.Refused(plans.Coordinator.PostJson($"/api/v1/draws/{id}/run", new { version = after.GetProperty("version").GetInt64() })), StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await visitor.GetStringAsync($"/draws/{id}"));
        Assert.Contains(seed, page, StringComparison.Ordinal);
        Assert.Contains("演示店", page, StringComparison.Ordinal);
        Assert.Contains($"lianzhi plan draw --in draw-{id}.json --seed {seed} --commitment {before.GetProperty("commitment").GetString()}", page, StringComparison.Ordinal);
        Assert.Contains("抽取方法", page, StringComparison.Ordinal);

        using var verbs = new Verbs();
        var file = Path.Combine(verbs.Folder, "draw.json");
        await File.WriteAllBytesAsync(file, await visitor.GetByteArrayAsync($"/api/v1/public/draws/{id}/input"));
        Assert.Equal(before.GetProperty("inputHash").GetString(), Convert.ToHexStringLower(Sm3.Hash(await File.ReadAllBytesAsync(file))));
        var (status, said) = await verbs.Run("plan", "draw", "--in", file, "--seed", seed, "--commitment", before.GetProperty("commitment").GetString()!);
        Assert.Equal(0, status);
        var again = JsonDocument.Parse(said[said.IndexOf('{', StringComparison.Ordinal)..]).RootElement.GetProperty("drawn");
        Assert.Equal(Told(after.GetProperty("drawn")), Told(again));
        Assert.Equal(5, again.GetArrayLength());

        var wrong = new string('0', 64);
        Assert.Equal(2, (await verbs.Run("plan", "draw", "--in", file, "--seed", wrong, "--commitment", before.GetProperty("commitment").GetString()!)).Status);
        Assert.NotEqual(Told(again), Told(JsonDocument.Parse((await verbs.Run("plan", "draw", "--in", file, "--seed", wrong)).Output).RootElement.GetProperty("drawn")));
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("\"crew\": 2", "\"crew\": 1", StringComparison.Ordinal));
        var (refused, why) = await verbs.Run("plan", "draw", "--in", file, "--seed", seed);
        Assert.Equal(2, refused);
        Assert.Contains("$.strata[0].crew", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draw_TooFewOfficersAfterRecusal_IsRefusedBeforeTheCommitment()
    {
        await using var plans = await PlanHost.Start();
        Assert.Contains("draw-crew-short", await PlanHost.Refused(plans.Coordinator.PostJson("/api/v1/draws", new { area = "A1", title = "双随机", subject = "sc", count = 3 })), StringComparison.Ordinal);
        Assert.Contains("stratum-too-small", await PlanHost.Refused(plans.Coordinator.PostJson("/api/v1/draws", new { area = "A1", title = "双随机", subject = "xf", sector = "制造", count = 3 })), StringComparison.Ordinal);
        Assert.Contains("\"conflicts\"", await PlanHost.Refused(plans.Coordinator.PostJson("/api/v1/draws", new { area = "A1", title = "双随机", subject = "xf", count = 3, recused = new[] { "nobody" }, recusedGround = "otherRelation", decidedBy = "局长" })), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await plans.Coordinator.PostJson("/api/v1/draws", new { area = "A2", title = "双随机", subject = "xf", count = 3 })).StatusCode);
        Assert.Equal(0, await plans.Host.Within(services => services.GetRequiredService<AppDb>().Set<DrawRow>().CountAsync()));
        // An area not chosen is a fault of the field; the officers stay in the list for as long as no subject narrows it.
        var (blank, told) = await plans.Coordinator.Send("/office/draws/new", "draws.commit", new() { ["title"] = "双随机", ["subject"] = "" });
        Assert.Equal(HttpStatusCode.BadRequest, blank.StatusCode);
        Assert.Contains("请选择片区", WebUtility.HtmlDecode(told), StringComparison.Ordinal);
        Assert.Contains("type=\"checkbox\" name=\"Input.recused\"", told, StringComparison.OrdinalIgnoreCase);
        var (made, _) = await plans.Coordinator.Send("/office/draws/new", "draws.commit", new() { ["area"] = "A1", ["title"] = "双随机", ["subject"] = "xf", ["count"] = "3" });
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var (drawn, _) = await plans.Coordinator.Send(made.Headers.Location!.ToString(), "draws.run", []);
        Assert.Equal(HttpStatusCode.Redirect, drawn.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await plans.Coordinator.GetAsync("/office/draws")).StatusCode);
    }

    [Fact]
    public async Task Draw_RecusalsDeclaredAndKnown_KeepTheOfficerFromTheTarget()
    {
        await using var plans = await PlanHost.Start();
        var officers = await plans.Host.Within(services => Task.FromResult(services.GetRequiredService<Snapshot<OrganisationRegister>>().Current.AsOf(new(2026, 1, 5)).Officers.Where(officer => officer.Unit == "xf").Select(officer => officer.Id).Order(StringComparer.Ordinal).ToList()));
        var targets = await plans.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var found = await db.Set<TargetRow>().Where(row => row.Name == "演示店0" || row.Name == "演示店2").OrderBy(row => row.Name).ToListAsync();
            db.Add(new RecusalRow { Id = "r", OfficerId = officers[1], Matter = found[1].Id, BoardId = "b", Ground = "亲属", DeclaredOn = new(2026, 1, 5) });
            await db.SaveChangesAsync();
            return found;
        });
        Dictionary<string, string> form = new() { ["area"] = "A1", ["title"] = "双随机", ["subject"] = "xf", ["count"] = "24", ["conflictOfficer1"] = officers[0], ["conflictTarget1"] = "没有这家店", ["conflictGround1"] = "DirectInterest", ["decidedBy"] = "消防救援大队大队长" };
        var (refused, page) = await plans.Coordinator.Send("/office/draws/new", "draws.commit", form);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("回避的对象不在抽取范围内", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        form["conflictTarget1"] = "演示店0";
        var (groundless, _) = await plans.Coordinator.Send("/office/draws/new", "draws.commit", new(form) { ["conflictGround1"] = "" });
        Assert.Equal(HttpStatusCode.BadRequest, groundless.StatusCode);
        var (made, _) = await plans.Coordinator.Send("/office/draws/new", "draws.commit", form);
        var draw = made.Headers.Location!.ToString();
        Assert.Equal(HttpStatusCode.Redirect, (await plans.Coordinator.Send(draw, "draws.run", [])).Item1.StatusCode);
        var published = await (await plans.Host.Client().GetAsync($"/api/v1/public/draws/{draw.Split('/')[^1]}")).Json();
        var said = published.GetProperty("recusals").EnumerateArray().Select(one => one.GetString()!).ToList();
        Assert.Contains(said, one => one.Contains("有直接利害关系", StringComparison.Ordinal) && one.Contains("消防救援大队大队长决定", StringComparison.Ordinal));
        Assert.Contains(said, one => one.Contains("此前在调度中申报", StringComparison.Ordinal));
        Assert.DoesNotContain("亲属", WebUtility.HtmlDecode(await plans.Host.Client().GetStringAsync($"/draws/{draw.Split('/')[^1]}")), StringComparison.Ordinal);
        var drawn = published.GetProperty("drawn").EnumerateArray()
            .ToDictionary(one => one.GetProperty("target").GetString()!, one => one.GetProperty("officers").EnumerateArray().Select(officer => officer.GetString()).ToList());
        Assert.DoesNotContain(officers[0], drawn[targets[0].Id]);
        Assert.DoesNotContain(officers[1], drawn[targets[1].Id]);
    }

    /// <summary>Whoever bars all officers from one target could commit again and again until the target is left out.</summary>
    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Draw_ConflictsLeaveOneTargetWithoutOfficers_IsRefusedBeforeTheCommitment(Database database)
    {
        await using var plans = await PlanHost.Start(database);
        var officers = await plans.Host.Within(services => Task.FromResult(services.GetRequiredService<Snapshot<OrganisationRegister>>().Current.AsOf(new(2026, 1, 5)).Officers.Where(officer => officer.Unit == "xf").Select(officer => officer.Id).Order(StringComparer.Ordinal).ToList()));
        object Order(int barred, string? ground) => new
        {
            area = "A1",
            title = "双随机",
            subject = "xf",
            count = 1,
            decidedBy = "大队长",
            conflicts = officers.Take(barred).Select(officer => ground is null ? (object)new { officer, target = "演示店0" } : new { officer, target = "演示店0", ground }).ToArray(),
        };
        Assert.Contains("事由", await PlanHost.Refused(plans.Coordinator.PostJson("/api/v1/draws", Order(1, null))), StringComparison.Ordinal);
        var refused = await PlanHost.Refused(plans.Coordinator.PostJson("/api/v1/draws", Order(officers.Count - 1, "otherRelation")));
        Assert.Contains("draw-crew-short", refused, StringComparison.Ordinal);
        Assert.Contains("演示店0", refused, StringComparison.Ordinal);
        Assert.Equal(0, await plans.Host.Within(services => services.GetRequiredService<AppDb>().Set<DrawRow>().CountAsync()));
    }

    /// <summary>What was committed to before every target was asked for is explained all the same.</summary>
    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Draw_CommittedButNotDrawable_PublishesSeedAndReason(Database database)
    {
        await using var plans = await PlanHost.Start(database);
        var id = await PlanHost.Done(plans.Coordinator.PostJson("/api/v1/draws", new { area = "A1", title = "双随机", subject = "xf", count = 1 }));
        await plans.Host.Within(async services =>
        {
            var (db, files) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<FileStore>());
            var draw = await db.Set<DrawRow>().SingleAsync(row => row.Id == id);
            var input = DrawFile.Read((await files.Read(draw.InputHash, default))!).Value!;
            var stored = await files.Store(DrawFile.Write(input with { Officers = [] }), "application/json", default);
            return await db.Set<DrawRow>().Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.InputHash, stored.Hash));
        });
        var visitor = plans.Host.Client();
        var version = (await (await visitor.GetAsync($"/api/v1/public/draws/{id}")).Json()).GetProperty("version").GetInt64();
        Assert.Equal(HttpStatusCode.NoContent, (await plans.Coordinator.PostJson($"/api/v1/draws/{id}/run", new { version })).StatusCode);
        var published = await (await visitor.GetAsync($"/api/v1/public/draws/{id}")).Json();
        Assert.Equal(64, published.GetProperty("seed").GetString()!.Length);
        Assert.Contains("没有足够的人员", published.GetProperty("failure").GetString(), StringComparison.Ordinal);
        Assert.Empty(published.GetProperty("drawn").EnumerateArray());
        Assert.Contains("没有抽成", WebUtility.HtmlDecode(await visitor.GetStringAsync($"/draws/{id}")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/api/v1/public/draws/{id}/input")).StatusCode);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Draws_ManyYears_ArePagedAtWorkAndInPublic(Database database)
    {
        await using var plans = await PlanHost.Start(database);
        var ids = Enumerable.Range(0, 130).Select(number => Core.Ids.Make(plans.Host.Time.GetUtcNow().AddMinutes(number), new byte[10])).ToList();
        await plans.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.AddRange(ids.Select((id, number) => new DrawRow { Id = id, Area = "A1", Title = $"第{number}次", Subject = "xf", Count = 1, Population = 2, InputHash = "", Commitment = "", CommittedOn = new(2026, 1, 1) }));
            return await db.SaveChangesAsync();
        });
        var (seen, after) = (new List<string>(), "");
        do
        {
            var page = await (await plans.Host.Client().GetAsync($"/api/v1/public/draws?limit=50&after={after}")).Json();
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);
        Assert.Equal(ids.AsEnumerable().Reverse(), seen);
        Assert.Equal(HttpStatusCode.BadRequest, (await plans.Host.Client().GetAsync("/api/v1/public/draws?after=x")).StatusCode);
        foreach (var path in new[] { "/office/draws", "/plans" })
        {
            var first = WebUtility.HtmlDecode(await plans.Coordinator.GetStringAsync(path));
            Assert.Contains("第129次", first, StringComparison.Ordinal);
            Assert.Contains("after=", first, StringComparison.Ordinal);
        }
    }

    private static List<string> Told(JsonElement drawn) =>
        drawn.EnumerateArray().Select(one => $"{one.GetProperty("target").GetString()} {one.GetProperty("stratum").GetString()} {string.Join(',', one.GetProperty("officers").EnumerateArray().Select(officer => officer.GetString()))}").ToList();
}
