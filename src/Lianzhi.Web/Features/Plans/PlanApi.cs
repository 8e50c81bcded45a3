using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Platform.Json;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Plans;

/// <summary>A plan as programs read it.</summary>
public sealed record PlanRecord(
    string Id, PlanKind Kind, string Area, int Year, string Title, int Edition, PlanStage Stage, DateOnly From, DateOnly To, int Planned, int Unmerged, int ByHand, int Unserved, long Objective, long Bound, long Seed,
    string? ProblemHash, string? SolutionHash, string? Meeting, DateOnly? MeetingOn, DateOnly? PublishedOn, long Version)
{
    /// <summary>The record of a row.</summary>
    public static PlanRecord Of(InspectionPlanRow row) => new(row.Id, row.Kind, row.Area, row.Year, row.Title, row.Edition, row.Stage, row.From, row.To, row.Planned, row.Unmerged, row.ByHand, row.Unserved, row.Objective, row.Bound,
        row.Seed, row.ProblemHash, row.SolutionHash, row.Meeting, row.MeetingOn, row.PublishedOn, row.Version);
}

/// <summary>A visit as programs read it.</summary>
public sealed record PlanVisitRecord(string Id, string Target, string Name, string Township, DateOnly Day, IReadOnlyList<string> Requirements, IReadOnlyList<string> Reasons, bool Locked, VisitState State, DateOnly? DoneOn, IReadOnlyList<string> Left, string? LeftBecause)
{
    /// <summary>The record of a row.</summary>
    public static PlanVisitRecord Of(PlanVisitRow row) => new(row.Id, row.TargetId, row.TargetName, row.Township, row.Day, row.Requirements.Split('|'), row.Reasons.Split('\n', StringSplitOptions.RemoveEmptyEntries), row.Locked, row.State, row.DoneOn, row.Remaining, row.LeftBecause);
}

/// <summary>A run of the optimiser as programs read it.</summary>
public sealed record PlanRunRecord(string Id, RunState State, int Seconds, int Spent, int Visits, long Objective, long Bound, string? Fault);

/// <summary>A plan to begin.</summary>
public sealed record PlanRequest(PlanKind? Kind, string? Area, int? Year, string? Title, DateOnly? From, DateOnly? To, IReadOnlyList<string> Only, string? Reason)
{
    /// <summary>Takes the members of the body.</summary>
    internal static PlanRequest Read(JsonMembers body) => new(body.Has("kind") ? body.Enum<PlanKind>("kind") : null, body.NullableText("area", 20), body.Has("year") ? body.Whole("year", 2000, 2199) : null, body.NullableText("title", 200),
        body.NullableDate("from"), body.NullableDate("to"), body.Texts("only", 0, 32, 60, required: false), body.NullableText("reason", 1000));
}

/// <summary>What a step of a plan needs; members that the step does not use are left out.</summary>
public sealed record PlanStepRequest(
    long? Version, string? Township, string? Department, string? Note, bool? Agrees, string? Text, bool? Passed, string? Meeting, DateOnly? On, string? Reason, int? Seconds, long? Seed, bool Keep, DateOnly? Day, bool? Done,
    string? Reference = null, string? Unit = null, IReadOnlyList<string>? Officers = null)
{
    /// <summary>Takes the members of the body.</summary>
    internal static PlanStepRequest Read(JsonMembers body) => new(body.Has("version") ? body.Version("version") : null, body.NullableText("township", 20), body.NullableText("department", 20), body.NullableText("note", 2000),
        Flag(body, "agrees"), body.NullableText("text", 2000), Flag(body, "passed"), body.NullableText("meeting", 200), body.NullableDate("on"), body.NullableText("reason", 1000),
        body.Has("seconds") ? body.Whole("seconds", 1, 600) : null, body.Has("seed") ? body.Whole("seed", 0, 999_999_999) : null, body.Bool("keep", true), body.NullableDate("day"), Flag(body, "done"), body.NullableText("reference", 200), body.NullableText("unit", 20), body.Texts("officers", 0, 10, 26, required: false));

    private static bool? Flag(JsonMembers body, string name) => body.Has(name) ? body.Bool(name) : null;
}

/// <summary>Plans for programs.</summary>
internal static class PlanApi
{
    private const int LargestBody = 16 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/inspection-plans", async (HttpContext http, ListPlans list) => (await list.Run(http.Request.Query["limit"], http.Request.Query["after"], http.RequestAborted))
                .Then<PageOf<PlanRecord>>(page => new PageOf<PlanRecord>([.. page.Items.Select(PlanRecord.Of)], page.Next)).Answer())
            .Uses(AccessTable.ListPlans).Produces<PageOf<PlanRecord>>().WithSummary("检查计划").WithDescription("Plans, newest first.");
        api.MapGet("/inspection-plans/{id}", async (ViewPlan view, string id, CancellationToken cancel) => (await view.Run(id, cancel)).Then<PlanRecord>(found => PlanRecord.Of(found.Plan)).Answer())
            .Uses(AccessTable.ViewPlan).Produces<PlanRecord>().WithSummary("检查计划详情").WithDescription("One edition of a plan.");
        api.MapGet("/inspection-plans/{id}/visits", async (HttpContext http, ViewPlan view, string id, int? month) =>
                (await view.Visits(id, month, http.Request.Query["township"], http.Request.Query["q"], http.Request.Query["limit"], http.Request.Query["after"], http.RequestAborted))
                .Then<PageOf<PlanVisitRecord>>(page => new PageOf<PlanVisitRecord>([.. page.Items.Select(PlanVisitRecord.Of)], page.Next)).Answer())
            .Uses(AccessTable.ViewPlan).Produces<PageOf<PlanVisitRecord>>().WithSummary("计划的检查安排").WithDescription("Visits in order of their days, with reasons; filters month, township, q.");
        api.MapGet("/inspection-plans/{id}/run", async (ViewPlan view, string id, CancellationToken cancel) =>
                (await view.Run(id, cancel)).Then<PlanRunRecord>(found => found.Run is { } run ? new PlanRunRecord(run.Id, run.State, run.Seconds, run.Spent, run.Visits, run.Objective, run.Bound, run.Fault) : Refusal.NotFound()).Answer())
            .Uses(AccessTable.ViewPlan).Produces<PlanRunRecord>().WithSummary("编排进展").WithDescription("The newest run of the optimiser: seconds, visits, objective and bound so far.");
        api.MapPost("/inspection-plans", (HttpContext http, StartPlan start) => http.Request.Answer(PlanRequest.Read,
                async body => (await start.Run(body.Kind, body.Area, body.Year, body.Title, body.From, body.To, body.Only, body.Reason, http.RequestAborted)).Answer(id => Results.Json(new { id }, ApiJson.Options, statusCode: 201)), LargestBody))
            .Uses(AccessTable.StartPlan).Accepts<PlanRequest>("application/json").WithSummary("编制检查计划").WithDescription("Begins the yearly plan of an area, or a campaign.");
        Step<SubmitPart>("submit-part", AccessTable.SubmitPlanPart, (step, id, body, cancel) => step.Run(id, body.Township, body.Note, cancel));
        Step<StartRun>("optimise", AccessTable.OptimisePlan, (step, id, body, cancel) => step.Run(id, body.Version, body.Seconds ?? 60, body.Seed ?? 1, cancel));
        Step<StopRun>("stop-run", AccessTable.StopPlanRun, (step, id, body, cancel) => step.Run(id, body.Keep, cancel));
        Step<SendForOpinion>("send-for-opinion", AccessTable.SendPlanForOpinion, (step, id, body, cancel) => step.Run(id, body.Version, cancel));
        Step<GiveOpinion>("give-opinion", AccessTable.GivePlanOpinion, (step, id, body, cancel) => step.Run(id, body.Department, body.Agrees, body.Text, cancel));
        Step<SubmitToMeeting>("submit-to-meeting", AccessTable.SubmitPlanToMeeting, (step, id, body, cancel) => step.Run(id, body.Version, cancel));
        Step<RecordMeeting>("record-meeting", AccessTable.RecordPlanMeeting, (step, id, body, cancel) => step.Run(id, body.Version, body.Passed, body.Meeting, body.On, body.Reason, cancel));
        Step<PublishPlan>("publish", AccessTable.PublishPlan, (step, id, body, cancel) => step.Run(id, body.Version, cancel));
        Step<AmendPlan>("amend", AccessTable.AmendPlan, (step, id, body, cancel) => step.Run(id, body.Version, body.Reason, cancel));
        VisitStep<EditVisit>("edit", AccessTable.EditPlan, (step, id, visit, body, cancel) => step.Run(id, visit, body.Version, body.Day, body.Reason, cancel));
        VisitStep<ReportVisit>("report", AccessTable.ReportPlanVisit, (step, id, visit, body, cancel) => step.Run(id, visit, new(body.Done, body.On, body.Reason, body.Reference, body.Unit, body.Officers ?? []), cancel));

        void Step<T>(string name, UseCase useCase, Func<T, string, PlanStepRequest, CancellationToken, Task<Result<string>>> run) where T : notnull =>
            api.MapPost($"/inspection-plans/{{id}}/{name}", (string id, HttpContext http, T step) => http.Request.Answer(PlanStepRequest.Read,
                    async body => (await run(step, id, body, http.RequestAborted)).Answer(done => Results.Json(new { id = done }, ApiJson.Options)), LargestBody))
                .Uses(useCase).Accepts<PlanStepRequest>("application/json").WithSummary(useCase.Title).WithDescription($"Does {useCase.Name}.");

        void VisitStep<T>(string name, UseCase useCase, Func<T, string, string, PlanStepRequest, CancellationToken, Task<Result<string>>> run) where T : notnull =>
            api.MapPost($"/inspection-plans/{{id}}/visits/{{visit}}/{name}", (string id, string visit, HttpContext http, T step) => http.Request.Answer(PlanStepRequest.Read,
                    async body => (await run(step, id, visit, body, http.RequestAborted)).Answer(done => Results.Json(new { id = done }, ApiJson.Options)), LargestBody))
                .Uses(useCase).Accepts<PlanStepRequest>("application/json").WithSummary(useCase.Title).WithDescription($"Does {useCase.Name}.");
    }
}
