using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Platform.Json;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Requirements;

/// <summary>A requirement as programs send it.</summary>
public sealed record RequirementRequest(InspectionRequirement Asked, long? Version)
{
    /// <summary>Takes the members of the body.</summary>
    internal static RequirementRequest Read(JsonMembers body)
    {
        var windows = body.Texts("windows", 0, 6, 20, required: false);
        var seasons = windows.Select(SeasonWindow.Parse).ToList();
        if (seasons.Contains(null)) body.Fault("windows", "时段应当写成 04-01至10-15 的样式。");
        return new(new InspectionRequirement("", body.Text("name", 60, 1), body.Text("department", 20, 1), body.Bool("byTownship", false), body.Texts("sectors", 0, 20, 20, required: false),
            body.Whole("high", 0, 12), body.Whole("medium", 0, 12), body.Whole("low", 0, 12), body.Whole("minutes", 5, 480), body.Whole("gapWeeks", 1, 52),
            body.NullableText("skill", 20) ?? "", body.Has("skillLevel") ? body.Whole("skillLevel", 0, 5) : 0, [.. seasons.OfType<SeasonWindow>()], body.Text("source", 200, 1), new Validity(body.Date("from")))
        {
            Checks = body.List("checks", 0, 40, line => new CheckItem(line.Text("text", 200, 1), line.Text("basis", 200, 1), line.NullableText("item", 20)), required: false),
        },
            body.Has("version") ? body.Version("version") : null);
    }
}

/// <summary>An exception from a cap as programs send it.</summary>
public sealed record ExceptionRequest(string Target, int Year, int Visits, CapGround? Ground, string? Reason)
{
    /// <summary>Takes the members of the body.</summary>
    internal static ExceptionRequest Read(JsonMembers body) => new(body.Text("target", 26, 1), body.Whole("year", 2000, 2199), body.Whole("visits", 1, 12), body.Has("ground") ? body.Enum<CapGround>("ground") : null, body.NullableText("reason", 1000));
}

/// <summary>A requirement as programs read it.</summary>
public sealed record RequirementRecord(
    string Id, string Name, string Department, bool ByTownship, IReadOnlyList<string> Sectors, int High, int Medium, int Low, int Minutes, int GapWeeks, string Skill, int SkillLevel,
    IReadOnlyList<string> Windows, string Source, IReadOnlyList<CheckItem> Checks, DateOnly From, DateOnly? To, long Version)
{
    /// <summary>The record of a row.</summary>
    public static RequirementRecord Of(RequirementRow row) => new(row.Requirement, row.Name, row.Department, row.ByTownship, row.Sectors.Split('|', StringSplitOptions.RemoveEmptyEntries), row.High, row.Medium, row.Low,
        row.Minutes, row.GapWeeks, row.Skill, row.SkillLevel, row.Windows.Split('|', StringSplitOptions.RemoveEmptyEntries), row.Source, row.ToRequirement().Checks, row.From, row.To, row.Version);
}

/// <summary>Why something is withdrawn.</summary>
public sealed record WithdrawalReason(string? Reason);

/// <summary>All requirements.</summary>
public sealed record RequirementsAnswer(IReadOnlyList<RequirementRecord> Items);

/// <summary>Requirements for programs.</summary>
internal static class RequirementApi
{
    private const int LargestBody = 16 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/inspection-requirements", async (ListRequirements list, CancellationToken cancel) =>
                (await list.Run(cancel)).Then<RequirementsAnswer>(view => new RequirementsAnswer([.. view.Requirements.Select(RequirementRecord.Of)])).Answer())
            .Uses(AccessTable.ListRequirements).Produces<RequirementsAnswer>().WithSummary("检查要求").WithDescription("Requirements in force or to come.");
        api.MapPost("/inspection-requirements", (HttpContext http, SetRequirement set) => http.Request.Answer(RequirementRequest.Read,
                async body => (await set.Run(null, null, body.Asked, http.RequestAborted)).Answer(id => Results.Json(new { id }, ApiJson.Options, statusCode: 201)), LargestBody))
            .Uses(AccessTable.SetRequirement).Accepts<RequirementRequest>("application/json").WithSummary("填报检查要求").WithDescription("A new requirement from a day on.");
        api.MapPut("/inspection-requirements/{id}", (string id, HttpContext http, SetRequirement set) => http.Request.Answer(RequirementRequest.Read,
                async body => (await set.Run(id, body.Version, body.Asked, http.RequestAborted)).Answer(_ => Results.NoContent()), LargestBody))
            .Uses(AccessTable.SetRequirement).Accepts<RequirementRequest>("application/json").Produces(204).WithSummary("变更检查要求").WithDescription("Another version from a day on.");
        api.MapPost("/cap-exceptions", (HttpContext http, GrantException grant) => http.Request.Answer(ExceptionRequest.Read,
                async body => (await grant.Run(body.Target, body.Year, body.Visits, body.Ground, body.Reason, http.RequestAborted)).Answer(id => Results.Json(new { id }, ApiJson.Options, statusCode: 201)), LargestBody))
            .Uses(AccessTable.GrantException).Accepts<ExceptionRequest>("application/json").WithSummary("突破频次上限").WithDescription("Visits of an enterprise beyond its cap, with ground and reason.");
        api.MapPost("/inspection-blackouts/{id}/withdraw", (string id, HttpContext http, WithdrawBlackout withdraw) => http.Request.Answer(body => new WithdrawalReason(body.NullableText("reason", 1000)),
                async body => (await withdraw.Run(id, body.Reason, http.RequestAborted)).Answer(_ => Results.NoContent()), LargestBody))
            .Uses(AccessTable.WithdrawBlackout).Accepts<WithdrawalReason>("application/json").Produces(204).WithSummary("撤销停止检查日").WithDescription("Withdraws days without inspections, with the reason.");
        api.MapPost("/cap-exceptions/{id}/withdraw", (string id, HttpContext http, WithdrawException withdraw) => http.Request.Answer(body => new WithdrawalReason(body.NullableText("reason", 1000)),
                async body => (await withdraw.Run(id, body.Reason, http.RequestAborted)).Answer(_ => Results.NoContent()), LargestBody))
            .Uses(AccessTable.WithdrawException).Accepts<WithdrawalReason>("application/json").Produces(204).WithSummary("撤销突破频次上限的批准").WithDescription("Withdraws visits granted beyond a cap, with the reason.");
    }
}
