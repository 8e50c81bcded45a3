using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Duty;
using Lianzhi.Core;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Json;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Duty;

/// <summary>An entry as programs read it.</summary>
public sealed record DutyRecord(string Id, string Officer, string Name, DutyKind Kind, DateTimeOffset BeginsAt, DateTimeOffset EndsAt);

/// <summary>The entries of a week.</summary>
public sealed record DutyAnswer(DateOnly Monday, IReadOnlyList<DutyRecord> Items);

/// <summary>Why an entry is withdrawn.</summary>
public sealed record WithdrawRequest(string? Reason);

/// <summary>Area and a day of the week that is filled from the one before.</summary>
public sealed record CopyDutyRequest(string? Area, DateOnly? Day);

/// <summary>The duty calendar for programs.</summary>
internal static class DutyApi
{
    private const int LargestBody = 8 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/duty", async (HttpContext http, ViewDuty view, TimeProvider time, string? area, string? unit, string? day) =>
        {
            var on = time.Today();
            if (day is not null && !DateText.TryParse(day, out on)) return ProblemAnswers.Problem([Refusal.Invalid("day", "应为 yyyy-MM-dd 的日期。")]);
            return (await view.Run(area ?? "", unit, on, http.RequestAborted)).Then<DutyAnswer>(week => new DutyAnswer(week.Monday,
                [.. week.Lines.SelectMany(line => line.Entries.Select(row => new DutyRecord(row.Id, row.OfficerId, line.Officer.Name, row.Kind, row.BeginsAt, row.EndsAt)))])).Answer();
        }).Uses(AccessTable.ViewDuty).Produces<DutyAnswer>().WithSummary("班次与值守").WithDescription("Entries of the week of a day; area is needed, unit and day may be given.");
        api.MapPost("/duty", (HttpContext http, EnterDuty enter) => http.Request.Answer(Read,
                async body => (await enter.Run(body, http.RequestAborted)).Answer(id => Results.Json(new { id }, ApiJson.Options, statusCode: 201)), LargestBody))
            .Uses(AccessTable.EnterDuty).Accepts<NewDuty>("application/json").WithSummary("登记勤务").WithDescription("Enters leave, training, a hearing, a night on duty or another absence.");
        api.MapPost("/duty/copy-last-week", (HttpContext http, CopyDuty copy) => http.Request.Answer(body => new CopyDutyRequest(body.NullableText("area", 20), body.NullableDate("day")),
                async body => (await copy.Run(body.Area, body.Day, http.RequestAborted)).Answer(), LargestBody))
            .Uses(AccessTable.EnterDuty).Accepts<CopyDutyRequest>("application/json").Produces<DutyCopied>().WithSummary("照上周排班").WithDescription("Takes nights on duty and work outside enforcement of the week before over; what clashes is left and named.");
        api.MapPost("/duty/{id}/withdraw", (string id, HttpContext http, WithdrawDuty withdraw) => http.Request.Answer(body => new WithdrawRequest(body.NullableText("reason", 1000)),
                async body => (await withdraw.Run(id, body.Reason, http.RequestAborted)).Answer(done => Results.Json(new { id = done }, ApiJson.Options)), LargestBody))
            .Uses(AccessTable.WithdrawDuty).Accepts<WithdrawRequest>("application/json").WithSummary("撤销勤务登记").WithDescription("Withdraws an entry, with a reason.");
    }

    private static NewDuty Read(JsonMembers body) => new(body.NullableText("officer", 26), body.Has("kind") ? body.Enum<DutyKind>("kind") : null, body.NullableDate("from"), body.NullableDate("to"),
        body.Has("part") ? body.Enum<DutyPart>("part") : null, body.NullableText("hours", 20), body.NullableText("note", 400));
}
