using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Powers;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Powers;

/// <summary>An item as programs read it; amounts in yuan.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Domain">Domain.</param>
/// <param name="LeadDepartment">Competent department.</param>
/// <param name="Basis">Articles.</param>
/// <param name="Conduct">Conduct.</param>
/// <param name="PenaltyKinds">Kinds of penalty.</param>
/// <param name="FineMinYuan">Lowest fine of an individual.</param>
/// <param name="FineMaxYuan">Highest fine of an individual.</param>
/// <param name="FineMinOrgYuan">Lowest fine of an organisation.</param>
/// <param name="FineMaxOrgYuan">Highest fine of an organisation.</param>
/// <param name="FineRule">Amounts in words.</param>
/// <param name="LimitationYears">2 or 5.</param>
/// <param name="HearingPossible">A hearing is possible.</param>
/// <param name="SimpleProcedurePossible">The simple procedure is possible.</param>
/// <param name="Level"><c>empoweredToTown</c>, <c>ownTown</c>, <c>districtOnly</c> or <c>movedToCity</c>.</param>
/// <param name="PowerHolder">Who holds the power.</param>
/// <param name="ToBeConfirmed">Needs a decision of the city or province.</param>
/// <param name="From">First day of this version.</param>
/// <param name="To">Day after its last.</param>
public sealed record ItemRecord(
    string Code, string Name, string Domain, string LeadDepartment, string Basis, string Conduct, IReadOnlyList<string> PenaltyKinds,
    decimal? FineMinYuan, decimal? FineMaxYuan, decimal? FineMinOrgYuan, decimal? FineMaxOrgYuan, string FineRule, int LimitationYears,
    bool HearingPossible, bool SimpleProcedurePossible, ItemLevel Level, Core.Organisation.PowerHolder PowerHolder, bool ToBeConfirmed, DateOnly From, DateOnly? To)
{
    /// <summary>The record of an item.</summary>
    public static ItemRecord Of(Item item) => new(item.Code, item.Name, item.Domain, item.LeadDepartment, item.Basis, item.Conduct, item.PenaltyKinds,
        item.CitizenFine.MinFen / 100m, item.CitizenFine.MaxFen / 100m, item.OrganisationFine.MinFen / 100m, item.OrganisationFine.MaxFen / 100m,
        item.FineRule, item.LimitationYears, item.HearingPossible, item.SimplePossible, item.Level, item.PowerHolder, item.NeedsHigherDecision,
        item.Validity.From, item.Validity.To);
}

/// <summary>What an import found or did, as programs read it.</summary>
/// <param name="Count">Items in the file.</param>
/// <param name="Added">Codes that are new.</param>
/// <param name="Changed">Codes that differ, with the columns.</param>
/// <param name="Removed">Codes that end.</param>
public sealed record ItemImportAnswer(
    int Count, IReadOnlyList<string> Added, IReadOnlyList<ChangedItem> Changed, IReadOnlyList<string> Removed)
{
    /// <summary>The answer of an import.</summary>
    public static ItemImportAnswer Of(ItemImport import) => new(import.Count,
        [.. import.Differences?.Added.Select(item => item.Code) ?? []],
        [.. import.Differences?.Changed.Select(change => new ChangedItem(change.After.Code, change.Columns)) ?? []],
        [.. import.Differences?.Removed.Select(item => item.Code) ?? []]);
}

/// <summary>An item that differs.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Columns">The columns.</param>
public sealed record ChangedItem(string Code, IReadOnlyList<string> Columns);

/// <summary>Items for programs.</summary>
internal static class PowersApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/items", async (ListItems list, string? q, string? domain, string? department, string? level, string? township, DateOnly? asOf, string? limit, string? after) =>
                (await Filter(q, domain, department, level, township, asOf).ThenAsync(filter => list.Run(filter, limit, after, atWork: false)))
                .Then<PageOf<ItemRecord>>(found => new PageOf<ItemRecord>([.. found.Page.Items.Select(ItemRecord.Of)], found.Page.Next)).Answer())
            .Uses(AccessTable.ViewPowers).Produces<PageOf<ItemRecord>>().WithSummary("事项清单").WithDescription("Items in force on a day, in order of code.");
        api.MapGet("/items/{code}", async (ViewItem view, string code, DateOnly? asOf, CancellationToken cancel) =>
                (await view.Run(code, asOf, atWork: false, cancel)).Then(item => item.InForce ? ItemRecord.Of(item.Item) : (Result<ItemRecord>)Refusal.NotFound()).Answer())
            .Uses(AccessTable.ViewPowers).Produces<ItemRecord>().WithSummary("事项").WithDescription("One item on a day.");
        api.MapPost("/items/import", Import).Uses(AccessTable.ImportItems).Accepts<string>("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            .Produces<ItemImportAnswer>().WithSummary("导入事项清单")
            .WithDescription("The body is the file. With dryRun=true nothing is changed. A file with errors changes nothing and answers 400 with errors by row and column.");
        api.MapPut("/items/{code}/empowerments/{township}", async (ChangeEmpowerment change, string code, string township, EmpowermentRequest body, CancellationToken cancel) =>
                (await change.Run(code, township, body.Version, body.Empowerment ?? new EmpowermentChange(null, null, null, null, false, null, null, DepartmentPart.Guide, null), body.Reason, cancel))
                .Answer(_ => Results.NoContent()))
            .Uses(AccessTable.ChangeEmpowerment).Produces(204).WithSummary("调整赋权").WithDescription("Hands an item on to a township, or changes or ends that.");
    }

    private static async Task<IResult> Import(HttpContext http, ImportItems import, DateOnly? effective, string? source, bool? dryRun)
    {
        var rows = await ItemTables.Read(http.Request.Body, "file", http.RequestAborted);
        if (!rows.IsOk) return ProblemAnswers.Problem(rows.Refusals);
        var result = await import.Run(rows.Value, effective, source, dryRun ?? false, http.RequestAborted);
        return result.Answer(done => done.Errors.Count > 0
            ? ProblemAnswers.Problem([.. done.Errors.Select(error => Refusal.Invalid($"rows[{error.Row}].{error.Column}", error.Message))])
            : Results.Json(ItemImportAnswer.Of(done), ApiJson.Options));
    }

    private static Result<ItemFilter> Filter(string? q, string? domain, string? department, string? level, string? township, DateOnly? asOf)
    {
        if (string.IsNullOrEmpty(level)) return new ItemFilter(q, domain, department, null, township, asOf);
        foreach (var known in Enum.GetValues<ItemLevel>())
            if (System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(known.ToString()) == level) return new ItemFilter(q, domain, department, known, township, asOf);
        return Refusal.Invalid("level", "层级应为 empoweredToTown、ownTown、districtOnly 或者 movedToCity。");
    }

    private static async Task<Result<TNext>> ThenAsync<T, TNext>(this Result<T> result, Func<T, Task<Result<TNext>>> next) =>
        result.IsOk ? await next(result.Value) : Result<TNext>.Refused(result.Refusals);
}

/// <summary>A change of an empowerment, as programs send it.</summary>
/// <param name="Version">Version of the row seen; null when the item is not handed on yet.</param>
/// <param name="Empowerment">How it is to stand.</param>
/// <param name="Reason">Why.</param>
public sealed record EmpowermentRequest(long? Version, EmpowermentChange? Empowerment, string? Reason);
