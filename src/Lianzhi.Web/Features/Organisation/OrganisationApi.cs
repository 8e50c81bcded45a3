using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Organisation;

/// <summary>An area as programs read it.</summary>
/// <param name="Id">Id, for example <c>A1</c>.</param>
/// <param name="Name">Name.</param>
/// <param name="CentreTownship">Township where it is stationed.</param>
/// <param name="Townships">Codes of its townships.</param>
/// <param name="From">First day.</param>
/// <param name="To">Day after the last.</param>
public sealed record AreaView(string Id, string Name, string CentreTownship, IReadOnlyList<string> Townships, DateOnly From, DateOnly? To);

/// <summary>A township as programs read it.</summary>
/// <param name="Code">Nine-digit code.</param>
/// <param name="Name">Short name.</param>
/// <param name="Kind"><c>street</c> or <c>town</c>.</param>
/// <param name="OrganName">Full name of the organ.</param>
/// <param name="Area">Id of its area; null when it belongs to none.</param>
public sealed record TownshipView(string Code, string Name, TownshipKind Kind, string OrganName, string? Area);

/// <summary>A department as programs read it.</summary>
/// <param name="Code">Short code.</param>
/// <param name="Name">Full name.</param>
/// <param name="ShortName">Short name.</param>
/// <param name="Level"><c>district</c>, <c>city</c> or <c>outside</c>.</param>
/// <param name="PowerHolder">Kind of power holder.</param>
/// <param name="Enforces">Enforces in its own name.</param>
/// <param name="LeadNames">Names under which items name it.</param>
public sealed record DepartmentView(
    string Code, string Name, string ShortName, OrganLevel Level, PowerHolder PowerHolder, bool Enforces, IReadOnlyList<string> LeadNames);

/// <summary>A post to be filled, as programs send it.</summary>
/// <param name="Post">The appointment.</param>
/// <param name="Reason">Why.</param>
public sealed record FillPostRequest(NewPost? Post, string? Reason);

/// <summary>What an import of skills found or did.</summary>
public sealed record SkillImportAnswer(int Count, int Added, int Changed);

/// <summary>A person to be registered, as programs send it.</summary>
/// <param name="Officer">The person.</param>
/// <param name="Reason">Why.</param>
public sealed record AddOfficerRequest(NewOfficer? Officer, string? Reason);

/// <summary>The id of what was made.</summary>
/// <param name="Id">The id.</param>
public sealed record Made(string Id);

/// <summary>Areas, townships, departments, officers and rosters for programs.</summary>
internal static class OrganisationApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/areas", async (ViewAreas view, DateOnly? asOf, string? limit, string? after) =>
                (await view.Run(asOf)).Then(day => KeyedPage.Of(day.Areas.Select(area => Of(area, day)), area => area.Id, $"areas {asOf}", limit, after)).Answer())
            .Uses(AccessTable.ViewAreas).Produces<PageOf<AreaView>>().WithSummary("片区").WithDescription("Areas on a day, in order of id.");
        api.MapGet("/areas/{id}", async (ViewAreas view, string id, DateOnly? asOf) =>
                (await view.Run(asOf)).Then(day => OrNotFound(day.Areas.FirstOrDefault(area => area.Id == id), area => Of(area, day))).Answer())
            .Uses(AccessTable.ViewAreas).Produces<AreaView>().WithSummary("片区").WithDescription("One area.");
        api.MapGet("/townships", async (ViewAreas view, DateOnly? asOf, string? limit, string? after) =>
                (await view.Run(asOf)).Then(day => KeyedPage.Of(day.Townships.Select(township => Of(township, day)), township => township.Code, $"townships {asOf}", limit, after)).Answer())
            .Uses(AccessTable.ViewAreas).Produces<PageOf<TownshipView>>().WithSummary("镇街").WithDescription("Townships on a day, in order of code.");
        api.MapGet("/townships/{code}", async (ViewAreas view, string code, DateOnly? asOf) =>
                (await view.Run(asOf)).Then(day => OrNotFound(day.Township(code), township => Of(township, day))).Answer())
            .Uses(AccessTable.ViewAreas).Produces<TownshipView>().WithSummary("镇街").WithDescription("One township.");
        api.MapGet("/departments", async (ViewAreas view, DateOnly? asOf, string? limit, string? after) =>
                (await view.Run(asOf)).Then(day => KeyedPage.Of(day.Departments.Select(Of), department => department.Code, $"departments {asOf}", limit, after)).Answer())
            .Uses(AccessTable.ViewAreas).Produces<PageOf<DepartmentView>>().WithSummary("部门").WithDescription("Departments and other organs on a day, in order of code.");
        api.MapGet("/departments/{code}", async (ViewAreas view, string code, DateOnly? asOf) =>
                (await view.Run(asOf)).Then(day => OrNotFound(day.Department(code), Of)).Answer())
            .Uses(AccessTable.ViewAreas).Produces<DepartmentView>().WithSummary("部门").WithDescription("One department.");
        api.MapGet("/rosters", async (ViewRoster view, string? unit, string? limit, string? after) => (await view.Run(unit, null, limit, after)).Answer())
            .Uses(AccessTable.ViewRoster).Produces<PageOf<RosterLine>>().WithSummary("联合执法人员名单").WithDescription("The published roster, in order of unit and certificate.");
        api.MapGet("/officers", async (ListOfficers list, string? unit, string? state, DateOnly? asOf, string? limit, string? after) =>
                (await list.Run(new OfficerFilter(unit, state, null, asOf), limit, after)).Answer())
            .Uses(AccessTable.ListOfficers).Produces<PageOf<OfficerLine>>().WithSummary("人员名册").WithDescription("People on a day, in order of unit and id.");
        api.MapGet("/officers/{id}", async (ViewOfficer view, string id, CancellationToken cancel) =>
                (await view.Run(id, cancel)).Then<OfficerLine>(officer => OfficerLines.Of(officer.Officer.ToOfficer(), officer.Day)).Answer())
            .Uses(AccessTable.ViewOfficer).Produces<OfficerLine>().WithSummary("人员").WithDescription("One officer today.");
        api.MapPost("/officers", async (AddOfficer add, AddOfficerRequest body, CancellationToken cancel) =>
                (await add.Run(body.Officer ?? new NewOfficer(null, null, null, null), body.Reason, cancel)).Answer(id => Results.Json(new Made(id), ApiJson.Options, statusCode: 201)))
            .Uses(AccessTable.AddOfficer).Produces<Made>(201).WithSummary("登记人员").WithDescription("Registers a person.");
        api.MapPost("/officers/skills/import", Import).Uses(AccessTable.ImportSkills).Accepts<string>("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            .Produces<SkillImportAnswer>().WithSummary("导入专业技能").WithDescription("The body is the file. With dryRun=true nothing is changed. A file with errors changes nothing and answers 400 with errors by row.");
        api.MapPost("/officers/{id}/certificates", async (AddCertificate add, string id, NewCertificate body, CancellationToken cancel) =>
                (await add.Run(id, body, cancel)).Answer(made => Results.Json(new Made(made), ApiJson.Options, statusCode: 201)))
            .Uses(AccessTable.AddCertificate).Produces<Made>(201).WithSummary("登记行政执法证").WithDescription("Registers a certificate.");
        api.MapPost("/officers/{id}/secondments", async (SendDown send, string id, NewSecondment body, CancellationToken cancel) =>
                (await send.Run(id, body, cancel)).Answer(made => Results.Json(new Made(made), ApiJson.Options, statusCode: 201)))
            .Uses(AccessTable.SendDown).Produces<Made>(201).WithSummary("下沉派驻").WithDescription("Sends an officer down to an area or township.");
        api.MapPost("/posts", async (FillPost fill, FillPostRequest body, CancellationToken cancel) =>
                (await fill.Run(body.Post ?? new NewPost(PostKind.Head, null, null, null, null, null), body.Reason, cancel)).Answer(place => Results.Json(new Made(place), ApiJson.Options, statusCode: 201)))
            .Uses(AccessTable.FillPost).Produces<Made>(201).WithSummary("任职").WithDescription("Gives a post to somebody from a day on.");
    }

    private static async Task<IResult> Import(HttpContext http, ImportSkills import, string? source, bool? dryRun)
    {
        using var content = new MemoryStream();
        await http.Request.Body.CopyToAsync(content, http.RequestAborted);
        var result = await import.Run(content, source, dryRun == true, http.RequestAborted);
        if (!result.IsOk) return ProblemAnswers.Problem(result.Refusals);
        return result.Value.Faults.Count > 0 ? ProblemAnswers.Problem([.. result.Value.Faults.Select(fault => Refusal.Invalid($"row{fault.Row}", $"第{fault.Row}行“{fault.Column}”：{fault.Message}"))])
            : Results.Json(new SkillImportAnswer(result.Value.Count, result.Value.Added, result.Value.Changed), ApiJson.Options);
    }

    private static AreaView Of(Area area, OrganisationAsOf day) =>
        new(area.Id, area.Name, area.CentreTownship, [.. day.TownshipsOf(area.Id).Select(township => township.Code)], area.Validity.From, area.Validity.To);

    private static TownshipView Of(Township township, OrganisationAsOf day) =>
        new(township.Code, township.Name, township.Kind, township.OrganName, day.AreaOf(township.Code));

    private static DepartmentView Of(Department department) =>
        new(department.Code, department.Name, department.ShortName, department.Level, department.PowerHolder, department.Enforces, department.LeadNames);

    private static Result<TView> OrNotFound<TFact, TView>(TFact? fact, Func<TFact, TView> view) where TFact : class =>
        fact is null ? Refusal.NotFound() : view(fact);
}
