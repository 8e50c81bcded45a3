using System.Net;
using System.Text.Json;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Equipment;
using Lianzhi.Web.Tests.Features.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Equipment;

/// <summary>Vehicles and equipment: registered, handed over, broken, repaired, booked, retired.</summary>
public sealed class EquipmentTests
{
    private static readonly Assignment Coordinator = new(Role.AreaCoordinator, "cg", "A1");

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Equipment_FaultAndRepair_DecideWhetherItIsBooked(Database database)
    {
        await using var host = await TestHost.Start(database);
        using var client = await host.SignedIn(Coordinator);
        using var officer = await host.SignedIn(new Assignment(Role.Officer, "350603003", "A1"));
        var car = await Register(client, "vehicle", "闽E·00001", "CL-1");
        Assert.Contains("stock-number-taken", await PlanHost.Refused(client.PostJson("/api/v1/equipment", new { kind = "vehicle", name = "闽E·00002", stockNumber = "CL-1", area = "A1" })), StringComparison.Ordinal);
        await PlanHost.Done(Book(client, car, "09:00", "11:00"));
        await PlanHost.Done(officer.PostJson($"/api/v1/equipment/{car}/report-fault", new { text = "刹车异响" }));
        Assert.Contains("fault-known", await PlanHost.Refused(officer.PostJson($"/api/v1/equipment/{car}/report-fault", new { text = "刹车异响" })), StringComparison.Ordinal);
        var refused = await PlanHost.Refused(Book(client, car, "14:00", "15:00"));
        Assert.Contains("equipment-faulty", refused, StringComparison.Ordinal);
        Assert.Contains("刹车异响", refused, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostJson($"/api/v1/equipment/{car}/repair", new { text = "换片" })).StatusCode);
        await PlanHost.Done(client.PostJson($"/api/v1/equipment/{car}/repair", new { text = "换片" }));
        await PlanHost.Done(Book(client, car, "14:00", "15:00"));
        Assert.Contains("equipment-booked", await PlanHost.Refused(Book(client, car, "14:30", "16:00")), StringComparison.Ordinal);
        Assert.Contains("equipment-booked", await PlanHost.Refused(client.PostJson($"/api/v1/equipment/{car}/retire", new { version = 1, reason = "报废" })), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Equipment_Measuring_IsBookedOnlyWhileCalibrated(Database database)
    {
        await using var host = await TestHost.Start(database);
        using var client = await host.SignedIn(Coordinator);
        var meter = await Register(client, "noiseMeter", "噪声仪", "ZS-1");
        Assert.Contains("equipment-not-calibrated", await PlanHost.Refused(Book(client, meter, "09:00", "10:00")), StringComparison.Ordinal);
        Assert.Contains("\"until\"", await PlanHost.Refused(client.PostJson($"/api/v1/equipment/{meter}/calibrate", new { version = 1, until = "2026-10-07", certificate = "检1" })), StringComparison.Ordinal);
        await PlanHost.Done(client.PostJson($"/api/v1/equipment/{meter}/calibrate", new { version = 1, until = "2026-10-08", certificate = "检1" }));
        await PlanHost.Done(Book(client, meter, "09:00", "10:00"));
        Assert.Equal(HttpStatusCode.Conflict, (await client.PostJson($"/api/v1/equipment/{meter}/calibrate", new { version = 1, until = "2027-10-08", certificate = "检2" })).StatusCode);
    }

    /// <summary>What the rules would refuse, the database refuses by itself.</summary>
    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Database_OverlappingBookings_AreRefused(Database database)
    {
        await using var host = await TestHost.Start(database);
        var at = host.Time.GetUtcNow();
        await Add("b1", 0, 60);
        await Add("b2", 60, 120);
        await Assert.ThrowsAsync<DbUpdateException>(() => Add("b3", 59, 61));
        await Assert.ThrowsAsync<DbUpdateException>(() => Add("b4", 10, 10));
        await Assert.ThrowsAsync<DbUpdateException>(() => host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            (await db.Set<EquipmentBookingRow>().SingleAsync(row => row.Id == "b2")).BeginsAt = at.AddMinutes(30);
            return await db.SaveChangesAsync();
        }));

        Task<int> Add(string id, int from, int until) => host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.Add(new EquipmentBookingRow { Id = id, EquipmentId = "e", BeginsAt = at.AddMinutes(from), EndsAt = at.AddMinutes(until), Purpose = "x", By = "x" });
            return await db.SaveChangesAsync();
        });
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Bookings_ManyAtOnce_OnlyOneIsKept(Database database)
    {
        await using var host = await TestHost.Start(database);
        using var client = await host.SignedIn(Coordinator);
        var car = await Register(client, "vehicle", "闽E·00001", "CL-1");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Book(client, car, "09:00", "11:00")));
        Assert.Single(answers, answer => answer.IsSuccessStatusCode);
        Assert.All(answers.Where(answer => !answer.IsSuccessStatusCode), answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity }));
        Assert.Equal(1, await host.Within(services => services.GetRequiredService<AppDb>().Set<EquipmentBookingRow>().CountAsync()));
    }

    [Fact]
    public async Task Vehicles_AmongTheEquipment_AreListedByThemselves()
    {
        await using var host = await TestHost.Start();
        using var client = await host.SignedIn(Coordinator);
        foreach (var (kind, number) in new[] { ("vehicle", "C1"), ("bodyCamera", "J1"), ("vehicle", "C2") })
            await PlanHost.Done(client.PostJson("/api/v1/equipment", new { kind, name = number, stockNumber = number, area = "A1" }));
        var first = await (await client.GetAsync("/api/v1/vehicles?limit=1")).Json();
        var rest = await (await client.GetAsync($"/api/v1/vehicles?limit=1&after={Uri.EscapeDataString(first.GetProperty("next").GetString()!)}")).Json();
        Assert.Equal(["C1", "C2"], first.GetProperty("items").EnumerateArray().Concat(rest.GetProperty("items").EnumerateArray()).Select(one => one.GetProperty("stockNumber").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(JsonValueKind.Null, rest.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task Equipment_OfAnotherArea_IsBeyondReach()
    {
        await using var host = await TestHost.Start();
        using var client = await host.SignedIn(Coordinator);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostJson("/api/v1/equipment", new { kind = "vehicle", name = "车", stockNumber = "1", area = "A2" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostJson("/api/v1/equipment", new { kind = "vehicle", name = "车", stockNumber = "1", unit = "350603103" })).StatusCode);
        var text = await PlanHost.Refused(client.PostJson("/api/v1/equipment", new { }));
        foreach (var field in new[] { "kind", "name", "stockNumber", "area" }) Assert.Contains($"\"{field}\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_BookHandOverRetire_WorkWithoutScripts()
    {
        await using var host = await TestHost.Start();
        using var client = await host.SignedIn(Coordinator);
        Assert.Contains("没有符合条件的装备", WebUtility.HtmlDecode(await client.GetStringAsync("/office/equipment")), StringComparison.Ordinal);
        var made = await client.Send("/office/equipment/new", "equipment.register", new() { ["kind"] = "Vehicle", ["name"] = "闽E·00001", ["stockNumber"] = "CL-1", ["area"] = "A1" });
        Assert.Equal(HttpStatusCode.Redirect, made.Response.StatusCode);
        var page = made.Response.Headers.Location!.OriginalString;
        var bad = await client.Send($"{page}/steps/book", "equipment.book", new() { ["from"] = "2026-10-08", ["until"] = "2026-10-08", ["hours"] = "早上", ["purpose"] = "巡查" });
        Assert.Equal(HttpStatusCode.BadRequest, bad.Response.StatusCode);
        Assert.Contains("早上", bad.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await client.Send($"{page}/steps/book", "equipment.book", new() { ["from"] = "2026-10-08", ["until"] = "2026-10-08", ["hours"] = "09:00-11:00", ["purpose"] = "巡查" })).Response.StatusCode);
        var shown = WebUtility.HtmlDecode(await client.GetStringAsync(page));
        Assert.Contains("10月8日 09:00 至 11:00", shown, StringComparison.Ordinal);
        var booking = await host.Within(services => services.GetRequiredService<AppDb>().Set<EquipmentBookingRow>().Select(row => row.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await client.Send(page, $"equipment.release:{booking}", new() { ["Booking"] = booking })).Response.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.Send($"{page}/steps/retire", "equipment.retire", new() { ["reason"] = "" })).Response.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await client.Send($"{page}/steps/retire", "equipment.retire", new() { ["reason"] = "报废" })).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{page}/steps/nonsense")).StatusCode);
    }

    private static Task<string> Register(HttpClient client, string kind, string name, string number) => PlanHost.Done(client.PostJson("/api/v1/equipment", new { kind, name, stockNumber = number, area = "A1" }));

    private static Task<HttpResponseMessage> Book(HttpClient client, string id, string from, string until) =>
        client.PostJson($"/api/v1/equipment/{id}/book", new { beginsAt = $"2026-10-08T{from}:00+08:00", endsAt = $"2026-10-08T{until}:00+08:00", purpose = "巡查" });
}
