using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Equipment;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Platform.Json;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Equipment;

/// <summary>Equipment as programs read it.</summary>
public sealed record EquipmentRecord(
    string Id, EquipmentKind Kind, string Name, string StockNumber, string Area, string? Unit, string? Custodian, DateOnly? CustodySince, DateOnly? CalibratedUntil, string? Fault, DateOnly? RetiredOn, bool Usable, long Version)
{
    /// <summary>The record of a line.</summary>
    public static EquipmentRecord Of(EquipmentLine line) => new(line.Row.Id, line.Row.Kind, line.Row.Name, line.Row.StockNumber, line.Row.Area, line.Row.Unit, line.Row.Custodian, line.Row.CustodySince,
        line.Row.CalibratedUntil, line.Fault, line.Row.RetiredOn, line.Refusal is null, line.Row.Version);
}

/// <summary>What an act on equipment needs; members it does not use are left out.</summary>
public sealed record EquipmentActRequest(long? Version, string? Officer, string? Reason, string? Text, DateOnly? Until, string? Certificate, DateTimeOffset? BeginsAt, DateTimeOffset? EndsAt, string? Purpose, string? Booking)
{
    /// <summary>Takes the members of the body.</summary>
    internal static EquipmentActRequest Read(JsonMembers body) => new(body.Has("version") ? body.Version("version") : null, body.NullableText("officer", 26), body.NullableText("reason", 1000), body.NullableText("text", 1000),
        body.NullableDate("until"), body.NullableText("certificate", 200), body.NullableInstant("beginsAt"), body.NullableInstant("endsAt"), body.NullableText("purpose", 400), body.NullableText("booking", 26));
}

/// <summary>Equipment for programs.</summary>
internal static class EquipmentApi
{
    private const int LargestBody = 8 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/equipment", async (HttpContext http, ListEquipment list) =>
                !ClueApi.TryEnum<EquipmentKind>(http.Request.Query["kind"], out var kind) ? ProblemAnswers.Problem([Refusal.Invalid("kind", "没有这个种类。")]) : await Page(http, list, kind))
            .Uses(AccessTable.ListEquipment).Produces<PageOf<EquipmentRecord>>().WithSummary("车辆装备").WithDescription("Equipment in use, newest first; filters area, kind.");
        api.MapGet("/vehicles", (HttpContext http, ListEquipment list) => Page(http, list, EquipmentKind.Vehicle))
            .Uses(AccessTable.ListEquipment).Produces<PageOf<EquipmentRecord>>().WithSummary("执法车辆").WithDescription("The vehicles among the equipment; filter area.");
        api.MapGet("/equipment/{id}", async (ViewEquipment view, string id, CancellationToken cancel) => (await view.Run(id, cancel)).Then<EquipmentRecord>(found => EquipmentRecord.Of(found.Line)).Answer())
            .Uses(AccessTable.ViewEquipment).Produces<EquipmentRecord>().WithSummary("装备详情").WithDescription("One piece of equipment and whether it may be used today.");
        api.MapPost("/equipment", (HttpContext http, RegisterEquipment register) => http.Request.Answer(ReadNew,
                async body => (await register.Run(body, http.RequestAborted)).Answer(id => Results.Json(new { id }, ApiJson.Options, statusCode: 201)), LargestBody))
            .Uses(AccessTable.RegisterEquipment).Accepts<NewEquipment>("application/json").WithSummary("登记装备").WithDescription("Registers a vehicle, body camera or other equipment.");
        Act<HandOverEquipment>("hand-over", AccessTable.HandOverEquipment, (act, id, body, cancel) => act.Run(id, body.Version, body.Officer, body.Reason, cancel));
        Act<ReportFault>("report-fault", AccessTable.ReportFault, (act, id, body, cancel) => act.Run(id, body.Text, cancel));
        Act<RepairEquipment>("repair", AccessTable.RepairEquipment, (act, id, body, cancel) => act.Run(id, body.Text, cancel));
        Act<CalibrateEquipment>("calibrate", AccessTable.CalibrateEquipment, (act, id, body, cancel) => act.Run(id, body.Version, body.Until, body.Certificate, cancel));
        Act<RetireEquipment>("retire", AccessTable.RetireEquipment, (act, id, body, cancel) => act.Run(id, body.Version, body.Reason, cancel));
        Act<BookEquipment>("book", AccessTable.BookEquipment, (act, id, body, cancel) => act.Run(id, body.BeginsAt, body.EndsAt, body.Purpose, cancel));
        Act<ReleaseEquipment>("release", AccessTable.ReleaseEquipment, (act, id, body, cancel) => act.Run(id, body.Booking, cancel));

        void Act<T>(string name, UseCase useCase, Func<T, string, EquipmentActRequest, CancellationToken, Task<Result<string>>> run) where T : notnull =>
            api.MapPost($"/equipment/{{id}}/{name}", (string id, HttpContext http, T act) => http.Request.Answer(EquipmentActRequest.Read,
                    async body => (await run(act, id, body, http.RequestAborted)).Answer(done => Results.Json(new { id = done }, ApiJson.Options)), LargestBody))
                .Uses(useCase).Accepts<EquipmentActRequest>("application/json").WithSummary(useCase.Title).WithDescription($"Does {useCase.Name}.");
    }

    private static async Task<IResult> Page(HttpContext http, ListEquipment list, EquipmentKind? kind) =>
        (await list.Run(new EquipmentFilter(http.Request.Query["area"], kind, After: http.Request.Query["after"], Limit: http.Request.Query["limit"]), http.RequestAborted))
        .Then<PageOf<EquipmentRecord>>(page => new PageOf<EquipmentRecord>([.. page.Items.Select(EquipmentRecord.Of)], page.Next)).Answer();

    private static NewEquipment ReadNew(JsonMembers body) => new(body.Has("kind") ? body.Enum<EquipmentKind>("kind") : null, body.NullableText("name", 200), body.NullableText("stockNumber", 200), body.NullableText("area", 20),
        body.NullableText("unit", 20), body.NullableDate("calibratedUntil"), body.NullableText("calibration", 200));
}
