using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Disclosure;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Json;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Search;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhi.Web.Features.Disclosure;

/// <summary>A step on a disclosure.</summary>
public sealed record DisclosureStepRequest(long Version, int? TermDays, NoPublicationGround? Ground, string? Reason)
{
    /// <summary>Takes the members of the body.</summary>
    internal static DisclosureStepRequest Read(JsonMembers body) => new(
        body.Version("version"), body.Has("termDays") ? body.Whole("termDays", 1, 3660) : null, body.Has("ground") ? body.Enum<NoPublicationGround>("ground") : null, body.NullableText("reason", 500));
}

/// <summary>Publication of decisions (公示).</summary>
public sealed class DisclosureCapability : Capability
{
    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddScoped<DisclosureDesk>();
        services.AddScoped<ProposeDisclosure>();
        services.AddScoped<PublishDecision>();
        services.AddScoped<WithholdDecision>();
        services.AddScoped<WithdrawDecision>();
        services.AddScoped<ListDisclosures>();
        services.AddScoped<ReadDecisions>();
    }

    /// <inheritdoc/>
    public override void Model(ModelBuilder model)
    {
        SearchRow.Map<DisclosureSearchRow>(model);
        model.Entity<DisclosureRow>(Rows);
    }

    /// <inheritdoc/>
    public override Task Migrated(AppDb db, CancellationToken cancel) => DisclosureSearchRow.Fill(db, cancel);

    private static void Rows(EntityTypeBuilder<DisclosureRow> row)
    {
        row.HasIndex(disclosure => disclosure.CaseId);
        row.HasIndex(disclosure => new { disclosure.State, disclosure.PublishedOn, disclosure.Id });
        row.HasIndex(disclosure => new { disclosure.State, disclosure.Id });
        row.HasIndex(disclosure => new { disclosure.OrganCode, disclosure.State, disclosure.PublishedOn, disclosure.Id });
        row.HasIndex(disclosure => new { disclosure.OrganCode, disclosure.State, disclosure.Id });
        row.HasIndex(disclosure => new { disclosure.OrganCode, disclosure.Id });
        row.HasIndex(disclosure => new { disclosure.Area, disclosure.Id });
    }

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api)
    {
        api.MapGet("/public/decisions", async (string? q, string? organ, string? after, string? limit, ReadDecisions read, CancellationToken cancel) =>
            (await read.List(q, organ, after, limit, cancel)).Answer())
            .Uses(AccessTable.ReadDecisions).Produces<PageOf<PublishedLine>>().WithSummary("公示的处罚决定").WithDescription("Decisions in public today, newest first.");
        api.MapGet("/public/decisions/{id}", async (string id, ReadDecisions read, CancellationToken cancel) => (await read.Find(id, cancel)).Answer())
            .Uses(AccessTable.ReadDecisions).Produces<PublishedDecision>().WithSummary("一份公示的处罚决定").WithDescription("The masked text, or the note that it was withdrawn.");
        api.MapGet("/disclosures", async (string? state, string? q, string? after, string? limit, ListDisclosures list, CancellationToken cancel) =>
            ClueApi.TryEnum<DisclosureState>(state, out var one) ? (await list.Run(one, q, after, limit, cancel)).Answer() : ProblemAnswers.Problem([Refusal.Invalid("state", "没有这个状态。")]))
            .Uses(AccessTable.ListDisclosures).Produces<PageOf<DisclosureLine>>().WithSummary("公示管理").WithDescription("Disclosures of the units in reach.");
        api.MapGet("/disclosures/{id}", async (string id, ListDisclosures list, CancellationToken cancel) => (await list.Find(id, cancel)).Answer())
            .Uses(AccessTable.ListDisclosures).Produces<DisclosureView>().WithSummary("查看公示").WithDescription("One disclosure.");
        api.MapPost("/disclosures/{id}/publish", (string id, HttpContext http, PublishDecision step) => Step(http, body => step.Approve(id, body.Version, body.TermDays, http.RequestAborted)))
            .Uses(AccessTable.PublishDisclosure).Accepts<DisclosureStepRequest>("application/json").WithSummary("批准公示").WithDescription("Approves a proposal.");
        api.MapPost("/disclosures/{id}/withhold", (string id, HttpContext http, WithholdDecision step) => Step(http, body => step.Refuse(id, body.Version, body.Ground, body.Reason, http.RequestAborted)))
            .Uses(AccessTable.WithholdDisclosure).Accepts<DisclosureStepRequest>("application/json").WithSummary("不予公示").WithDescription("Withholds a proposal.");
        api.MapPost("/disclosures/{id}/withdraw", (string id, HttpContext http, WithdrawDecision step) => Step(http, body => step.Run(id, body.Version, body.Reason, http.RequestAborted)))
            .Uses(AccessTable.WithdrawDisclosure).Accepts<DisclosureStepRequest>("application/json").WithSummary("撤下公示").WithDescription("Withdraws a published decision.");
    }

    private static Task<IResult> Step(HttpContext http, Func<DisclosureStepRequest, Task<Result<string>>> run) =>
        http.Request.Answer(DisclosureStepRequest.Read, async body => (await run(body)).Answer(done => Results.Json(new { id = done }, ApiJson.Options)));
}
