using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Features.Documents;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Json;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Inspections;

/// <summary>A line of the checklist as programs read it.</summary>
public sealed record InspectionItemRecord(int Position, string Requirement, string Text, string Basis, string? Item, Finding? Finding, string? Note, InspectionConclusion? Follows);

/// <summary>An officer as programs read him.</summary>
public sealed record InspectionOfficerRecord(string Id, string Name, string Certificate, string Unit);

/// <summary>A change of officers as programs read it.</summary>
public sealed record CrewChangeRecord(DateOnly On, IReadOnlyList<string> Gone, IReadOnlyList<string> Came, CrewChangeGround Ground, string Reason, string? NoticeNumber);

/// <summary>A period as programs read it.</summary>
public sealed record InspectionClockRecord(string Title, DateOnly Start, DateOnly Due, DateOnly? MetOn, bool OfOrgan, string Why, string Basis);

/// <summary>A paper as programs read it.</summary>
public sealed record InspectionPaperRecord(string Kind, int Index, string Title, bool Made, DateOnly? On);

/// <summary>An inspection as programs read it.</summary>
public sealed record InspectionRecord(
    string Id, string Number, string Unit, string UnitName, string TargetId, string TargetName, InspectionSource Source, string Reason, InspectionStage Stage, InspectionStep? Next, bool Urgent, DateOnly Day,
    IReadOnlyList<string> Scope, string Basis, int YearCount, int? YearCap, CapGround? BeyondGround, string? BeyondReference, string? FollowsId, string? VisitId, string? PlanId, string? DrawId, string? DrawnId, string? ClueId, string? CaseId, string? NoticeNumber, string? NoticeMark, DateTimeOffset? StartedAt,
    DateTimeOffset? RecordedAt, InspectionConclusion? Conclusion, string? ConclusionText, string? CorrectionNumber, DateOnly? CorrectionDueOn, string? TransferTo, string? TransferNumber, DateOnly? TransferReceivedOn, string? TransferReceivedBy, string? ResultNumber, bool? Corrected, FeedbackGrade? Grade,
    IReadOnlyList<InspectionOfficerRecord> Officers, IReadOnlyList<CrewChangeRecord> CrewChanges, IReadOnlyList<InspectionItemRecord> Items, IReadOnlyList<InspectionClockRecord> Clocks, IReadOnlyList<InspectionPaperRecord> Papers, IReadOnlyList<string> Joint, long Version)
{
    /// <summary>The record of what a page shows.</summary>
    internal static InspectionRecord Of(InspectionView view)
    {
        var (row, file) = (view.Row, view.File);
        return new(row.Id, row.Number, row.Unit, row.UnitName, row.TargetId, row.TargetName, row.Source, row.Reason, row.Stage, InspectionFlow.Next(file), row.Urgent, row.Day, file.Scope, row.Basis, row.YearCount, row.YearCap,
            row.BeyondGround, row.BeyondReference, row.FollowsId, row.VisitId, row.PlanId, row.DrawId, row.DrawnId, row.ClueId, row.CaseId, row.NoticeNumber, row.NoticeMark, row.StartedAt, row.RecordedAt, row.Conclusion, row.ConclusionText, row.CorrectionNumber, row.CorrectionDueOn, row.TransferTo, row.TransferNumber, row.TransferReceivedOn, row.TransferReceivedBy, row.ResultNumber,
            row.Corrected, row.Grade, [.. file.Officers.Select(officer => new InspectionOfficerRecord(officer.Id, officer.Name, officer.CertificateNumber, officer.Unit))],
            [.. file.Changes.Select(change => new CrewChangeRecord(change.On, change.Out, change.In, change.Ground, change.Reason, change.NoticeNumber))],
            [.. file.Items.Select(item => new InspectionItemRecord(item.Position, item.Requirement, item.Check.Text, item.Check.Basis, item.Check.Item, item.Finding, item.Note, item.Follows))],
            [.. view.Clocks.Select(clock => new InspectionClockRecord(clock.Title, clock.Start, clock.Due, clock.MetOn, clock.OfOrgan, clock.Why, clock.Basis.Text))],
            [.. view.Papers.Select(paper => new InspectionPaperRecord(paper.Kind.Name, paper.Index, paper.Kind.Title, paper.Made, paper.On))], [.. view.Joint.Select(other => other.Row.Id)], row.Version);
    }
}

/// <summary>An inspection to propose, as programs send it.</summary>
public sealed record InspectionRequest(
    string? Visit, string? Clue, string? Target, string? Unit, InspectionSource? Source, IReadOnlyList<string> Requirements, DateOnly? Day, string? Reason, bool Urgent, string? Helpers, string? BeyondReason, IReadOnlyList<string> Officers,
    CapGround? BeyondGround, string? BeyondReference, string? Drawn, CrewChangeGround? CrewGround, string? CrewReason)
{
    /// <summary>Takes the members of the body.</summary>
    internal static InspectionRequest Read(JsonMembers body) => new(body.NullableText("visit", 26), body.NullableText("clue", 26), body.NullableText("target", 26), body.NullableText("unit", 20),
        body.Has("source") ? body.Enum<InspectionSource>("source") : null, body.Texts("requirements", 0, 20, 60, required: false), body.NullableDate("day"), body.NullableText("reason", 1000), body.Bool("urgent", false),
        body.NullableText("helpers", 400), body.NullableText("beyondReason", 1000), body.Texts("officers", 0, 10, 26, required: false),
        body.Has("beyondGround") ? body.Enum<CapGround>("beyondGround") : null, body.NullableText("beyondReference", 200),
        body.NullableText("drawn", 26), body.Has("crewGround") ? body.Enum<CrewChangeGround>("crewGround") : null, body.NullableText("crewReason", 1000));

    /// <summary>As the use case takes it.</summary>
    internal InspectionProposal ToProposal() => new(Visit, Clue, Target, Unit, Source, Requirements, Day, Reason, Urgent, Helpers, BeyondReason, Officers, BeyondGround, BeyondReference, Drawn, CrewGround, CrewReason);
}

/// <summary>A step of an inspection as programs send it; members that the step does not use are left out.</summary>
public sealed record InspectionStepRequest(InspectionStepInput Input)
{
    /// <summary>Takes the members of the body.</summary>
    internal static InspectionStepRequest Read(JsonMembers body) => new(new InspectionStepInput
    {
        Version = body.Has("version") ? body.Version("version") : null,
        Agrees = Flag(body, "agrees"),
        Opinion = body.NullableText("opinion", 1000),
        BeyondReason = body.NullableText("beyondReason", 1000),
        Manner = body.Has("manner") ? body.Enum<NoticeManner>("manner") : null,
        Why = body.NullableText("why", 1000),
        Receiver = body.NullableText("receiver", 200),
        Code = body.NullableText("code", 500),
        Place = body.NullableText("place", 800),
        CertificatesShown = body.Bool("certificatesShown", false),
        Items = body.List("items", 0, 200, item => new ItemAnswer(item.Whole("position", 1, 1000), item.Has("finding") ? item.Enum<Finding>("finding") : null, item.NullableText("note", 1000)), required: false),
        Kind = body.Has("kind") ? body.Enum<SceneKind>("kind") : null,
        Person = body.NullableText("person", 200),
        Relation = body.NullableText("relation", 200),
        Text = body.NullableText("text", 8000),
        Method = body.NullableText("method", 1000),
        Present = body.NullableText("present", 200),
        Situation = body.NullableText("situation", 4000),
        PartyOpinion = body.NullableText("partyOpinion", 2000),
        Refuses = body.Bool("refuses", false),
        SignedBy = body.NullableText("signedBy", 400),
        RefusedBecause = body.NullableText("refusedBecause", 400),
        Witness = body.NullableText("witness", 400),
        OfficersSigned = body.Texts("officersSigned", 0, 10, 26, required: false),
        Conclusion = body.Has("conclusion") ? body.Enum<InspectionConclusion>("conclusion") : null,
        Lines = body.List("lines", 0, 200, line => new LineConclusion(line.Whole("position", 1, 200), line.Enum<InspectionConclusion>("conclusion")), required: false),
        Demand = body.NullableText("demand", 2000),
        DueOn = body.NullableDate("dueOn"),
        To = body.NullableText("to", 200),
        Item = body.NullableText("item", 20),
        PartyKind = body.Has("partyKind") ? body.Enum<PartyKind>("partyKind") : null,
        Operator = body.NullableText("operator", 200),
        ReceivedOn = body.NullableDate("receivedOn"),
        Corrected = Flag(body, "corrected"),
        Findings = body.NullableText("findings", 2000),
        Asked = body.Bool("asked", false),
        Officers = body.Texts("officers", 0, 10, 26, required: false),
        Reason = body.NullableText("reason", 1000),
        Ground = body.Has("ground") ? body.Enum<CrewChangeGround>("ground") : null,
        Reissue = body.Bool("reissue", false),
    });

    private static bool? Flag(JsonMembers body, string name) => body.Has(name) ? body.Bool(name) : null;
}

/// <summary>Inspections for programs.</summary>
internal static class InspectionApi
{
    private const int LargestBody = 64 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/inspections", List).Uses(AccessTable.ListInspections).Produces<PageOf<InspectionLine>>()
            .WithSummary("行政检查").WithDescription("Inspections within reach, newest first; filters stage, unit, target, officer, day.");
        api.MapGet("/inspections/{id}", async (ViewInspection view, string id, CancellationToken cancel) => (await view.Run(id, cancel)).Then<InspectionRecord>(found => InspectionRecord.Of(found)).Answer())
            .Uses(AccessTable.ViewInspection).Produces<InspectionRecord>().WithSummary("行政检查详情").WithDescription("One inspection with checklist, periods and papers.");
        api.MapGet("/inspections/{id}/documents/{kind}", async (string id, string kind, int? index, ReadInspectionPaper read, CancellationToken cancel) =>
                (await read.Run(id, kind, index ?? 0, cancel)).Answer(paper => Results.Json(PaperView.Of(paper), ApiJson.Options)))
            .Uses(AccessTable.ReadInspectionPaper).Produces<PaperView>().WithSummary("查看行政检查文书").WithDescription("One paper of an inspection as text.");
        api.MapPost("/inspections", (HttpContext http, ProposeInspection propose) => http.Request.Answer(InspectionRequest.Read,
                async body => (await propose.Run(body.ToProposal(), http.RequestAborted)).Answer(id => Results.Json(new { id }, ApiJson.Options, statusCode: 201)), LargestBody))
            .Uses(AccessTable.ProposeInspection).Accepts<InspectionRequest>("application/json").WithSummary("提请行政检查").WithDescription("Proposes an inspection of one subject; the other subjects of a joint visit propose theirs.");
        foreach (var step in Enum.GetValues<InspectionStep>().Where(step => step != InspectionStep.Answer))
            api.MapPost($"/inspections/{{id}}/{InspectionSheets.NameOf(step)}", (string id, HttpContext http, TakeInspectionStep take) => http.Request.Answer(InspectionStepRequest.Read,
                    async body => (await take.Run(id, step, body.Input, http.RequestAborted)).Answer(done => Results.Json(new { id = done }, ApiJson.Options)), LargestBody))
                .Uses(InspectionSheets.UseCaseOf(step)).Accepts<InspectionStepInput>("application/json").WithSummary(InspectionSheets.UseCaseOf(step).Title).WithDescription($"Does {InspectionSheets.UseCaseOf(step).Name}.");
        api.MapGet("/inspections/{id}/items/{position:int}/photos/{number:int}", async (string id, int position, int number, ViewInspectionPhotos view, CancellationToken cancel) =>
            (await view.Open(id, position, number, cancel)).Answer(photo => Results.Stream(photo.Content, photo.MediaType)))
            .Uses(AccessTable.ViewInspection).WithSummary("查看检查照片").WithDescription("The photo itself.");
        api.MapPost("/inspections/{id}/items/{position:int}/photos", async (string id, int position, HttpContext http, FileStore files, AddInspectionPhotos add) =>
        {
            if (http.Request.ContentLength is not { } length) return ProblemAnswers.Problem([Refusal.Invalid("files", "请说明照片的大小（Content-Length）。")]);
            if (length > FileStore.LargestPhoto) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
            var kept = await files.StorePhoto("files", http.Request.Body, length, http.RequestAborted);
            return kept.IsOk ? (await add.Run(id, position, [kept.Value], http.RequestAborted)).Answer(done => Results.Json(new { id = done }, ApiJson.Options, statusCode: 201)) : ProblemAnswers.Problem(kept.Refusals);
        }).Uses(AccessTable.CheckInspection).WithSummary("附检查照片").WithDescription("Attaches the body, one JPEG, PNG or WebP of at most 10 MB, to a line of the checklist before the record is signed.");
        api.MapPost("/public/inspection-notices", (HttpContext http, ReadInspectionNotice read) => http.Request.Answer(NoticeRequest.Read, async body => (await read.Run(body.Mark, http.RequestAborted)).Answer()))
            .Uses(AccessTable.ReadInspectionNotice).RequireRateLimiting("verify").Accepts<NoticeRequest>("application/json").Produces<NoticeForEnterprise>().WithSummary("查看检查通知").WithDescription("An inspection by the mark of its notice.");
        api.MapPost("/public/inspection-notices/answer", (HttpContext http, AnswerInspection answer) => http.Request.Answer(NoticeRequest.Read,
                async body => (await answer.Run(body, http.RequestAborted)).Answer(mark => Results.Json(new { mark }, ApiJson.Options))))
            .Uses(AccessTable.AnswerInspection).RequireRateLimiting("verify").Accepts<NoticeRequest>("application/json").WithSummary("评价行政检查").WithDescription("What the enterprise thinks of an inspection, once, with the check code of its notice.");
    }

    private static async Task<IResult> List(HttpContext http, ListInspections list)
    {
        var query = http.Request.Query;
        if (!ClueApi.TryEnum<InspectionStage>(query["stage"], out var stage)) return ProblemAnswers.Problem([Refusal.Invalid("stage", "没有这个环节。")]);
        DateOnly? day = null;
        if (query["day"] is [{ Length: > 0 } text])
        {
            if (!DateText.TryParse(text, out var found)) return ProblemAnswers.Problem([Refusal.Invalid("day", "日期格式应为 2026-03-05。")]);
            day = found;
        }
        return (await list.Run(new InspectionFilter(stage, query["unit"], query["target"], query["officer"], day, query["after"], query["limit"]), http.RequestAborted)).Answer();
    }
}
