using Lianzhi.Core.Access;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Json;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Draws;

/// <summary>The draw of targets and officers by a committed seed (双随机抽取).</summary>
public sealed class DrawCapability : Capability
{
    private const int LargestBody = 64 * 1024;

    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddScoped<CommitDraw>();
        services.AddScoped<RunDraw>();
        services.AddScoped<ReadDraws>();
        services.AddScoped<FilesInUse>(provider => async (hashes, cancel) =>
            await provider.GetRequiredService<AppDb>().Set<DrawRow>().Where(draw => hashes.Contains(draw.InputHash)).Select(draw => draw.InputHash).Distinct().ToListAsync(cancel));
    }

    /// <inheritdoc/>
    public override void Model(ModelBuilder model)
    {
        model.Entity<DrawRow>();
        model.Entity<DrawSecretRow>();
        model.Entity<DrawnRow>().HasIndex(row => new { row.DrawId, row.Place }).IsUnique();
    }

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api)
    {
        api.MapGet("/public/draws", async (ReadDraws read, string? after, string? limit, CancellationToken cancel) => (await read.List(atWork: false, after, limit, cancel)).Then<PageOf<DrawRecord>>(page =>
                new PageOf<DrawRecord>([.. page.Items.Select(draw => DrawRecord.Of(new DrawView(draw, [], new Dictionary<string, DrawFollowed>())))], page.Next)).Answer())
            .Uses(AccessTable.ReadDraws).Produces<PageOf<DrawRecord>>().WithSummary("公布的抽取").WithDescription("Draws newest first, without what was drawn.");
        api.MapGet("/public/draws/{id}", async (ReadDraws read, string id, CancellationToken cancel) => (await read.One(id, atWork: false, cancel)).Then<DrawRecord>(found => DrawRecord.Of(found)).Answer())
            .Uses(AccessTable.ReadDraws).Produces<DrawRecord>().WithSummary("公布的抽取结果").WithDescription("Commitment, seed once drawn, what was drawn in order or why nothing could be, recusals in words, and what became of each.");
        api.MapGet("/public/draws/{id}/input", async (ReadDraws read, string id, CancellationToken cancel) => (await read.Input(id, cancel)).Answer(bytes => Results.Bytes(bytes, "application/json", $"draw-{id}.json")))
            .Uses(AccessTable.ReadDraws).WithSummary("抽取依据文件").WithDescription("The input of the draw, once drawn; see docs/draw.md.");
        api.MapPost("/draws", (HttpContext http, CommitDraw commit) => http.Request.Answer(Order,
                async order => (await commit.Run(order, http.RequestAborted)).Answer(id => Results.Json(new { id }, ApiJson.Options, statusCode: 201)), LargestBody))
            .Uses(AccessTable.CommitDraw).Accepts<DrawOrder>("application/json").WithSummary("设定双随机抽取").WithDescription("Freezes who and what may be drawn and commits to a seed; refused where a target would have too few officers. Each recusal says its ground, all of them the post of the head who decided.");
        api.MapPost("/draws/{id}/run", (string id, HttpContext http, RunDraw run) => http.Request.Answer<long>(body => body.Version("version"),
                async version => (await run.Run(id, version, http.RequestAborted)).Answer(_ => Results.NoContent()), LargestBody))
            .Uses(AccessTable.RunDraw).Produces(204).WithSummary("双随机抽取并公布").WithDescription("Draws, and publishes the seed.");
    }

    private static DrawOrder Order(JsonMembers body) => new(body.NullableText("area", 20), body.NullableText("title", 200), body.NullableText("subject", 20), body.NullableText("sector", 20),
        body.Has("count") ? body.Whole("count", 0, 10_000) : null, body.Texts("recused", 0, 100, 26, required: false),
        body.List("conflicts", 0, 500, one => new DrawConflict(one.Text("officer", 26, 1), one.NullableText("target", 200)) { Ground = one.Has("ground") ? one.Enum<DrawConflictGround>("ground") : null }, required: false),
        body.Has("recusedGround") ? body.Enum<DrawConflictGround>("recusedGround") : null, body.NullableText("decidedBy", 40));
}

/// <summary>A draw as programs read it.</summary>
public sealed record DrawRecord(string Id, string Number, string Title, string InputHash, string Commitment, string? Seed, DateOnly CommittedOn, DateOnly? DrawnOn, int Count, int Population, long Version, IReadOnlyList<Drawn> Drawn, IReadOnlyList<DrawOutcomeRecord> Outcomes,
    string? Failure, IReadOnlyList<string> Recusals)
{
    /// <summary>The record of a view.</summary>
    public static DrawRecord Of(DrawView view) => new(view.Draw.Id, view.Draw.Number, view.Draw.Title, view.Draw.InputHash, view.Draw.Commitment, view.Draw.Seed, view.Draw.CommittedOn, view.Draw.DrawnOn, view.Draw.Count, view.Draw.Population,
        view.Draw.Version, [.. view.Drawn.Select(row => new Drawn(row.TargetId, row.Stratum, row.Officers.Split('|', StringSplitOptions.RemoveEmptyEntries)))],
        [.. view.Drawn.Select(row => DrawOutcomeRecord.Of(row, view.OutcomeOf(row)))], view.Failure, view.Recusals);
}

/// <summary>What became of a drawn target, as programs read it.</summary>
/// <param name="Id">Id of the drawn target, which an inspection of it names.</param>
/// <param name="Target">Id of the target.</param>
/// <param name="State">How far its inspection has come.</param>
/// <param name="On">Day of the inspection.</param>
/// <param name="Conclusion">The conclusion, once the enterprise was told.</param>
/// <param name="Corrected">What the recheck found.</param>
/// <param name="Replaced">What is said of replaced officers.</param>
public sealed record DrawOutcomeRecord(string Id, string Target, DrawOutcomeState State, DateOnly? On, InspectionConclusion? Conclusion, bool? Corrected, string? Replaced)
{
    /// <summary>The record of an outcome.</summary>
    public static DrawOutcomeRecord Of(DrawnRow row, DrawOutcome outcome) => new(row.Id, row.TargetId, outcome.State, outcome.On, outcome.Conclusion, outcome.Corrected, outcome.Replaced);
}
