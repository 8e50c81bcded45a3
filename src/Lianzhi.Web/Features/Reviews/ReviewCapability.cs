using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Reviews;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Reviews;

/// <summary>Legal review of decisions (法制审核): what waits, the case beside the form, what was found.</summary>
public sealed class ReviewCapability : Capability
{
    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddScoped<ListReviews>();
        services.AddScoped<ReviewMemory>();
        services.AddScoped<CompareReview>();
        services.AddScoped<ReviewRows>();
        services.AddScoped<CaseProjected>(provider => provider.GetRequiredService<ReviewRows>().Write);
    }

    /// <inheritdoc/>
    public override void Model(ModelBuilder model)
    {
        model.Entity<ReviewRow>(row =>
        {
            row.HasKey(review => new { review.CaseId, review.Round });
            row.HasIndex(review => new { review.ReviewerId, review.Waits, review.DueOn });
            row.HasIndex(review => new { review.Unit, review.DueOn });
            row.HasIndex(review => review.SubmittedOn);
        });
        model.Entity<ReviewFindingRow>().HasKey(finding => new { finding.CaseId, finding.Round, finding.Aspect });
    }

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api)
    {
        api.MapGet("/reviews", List).Uses(AccessTable.ListReviews).Produces<PageOf<ReviewLine>>()
            .WithSummary("法制审核列表").WithDescription("Filters: state (waiting, late, done, all), opinion, aspect, mine; limit, after.");
        api.MapGet("/reviews/statistics", async (ListReviews list, CancellationToken cancel) => (await list.Statistics(cancel)).Answer())
            .Uses(AccessTable.ListReviews).Produces<ReviewStatistics>().WithSummary("法制审核统计").WithDescription("Rounds of the last twelve months by opinion and by aspect.");
    }

    private static async Task<IResult> List(HttpContext http, ListReviews list)
    {
        var query = http.Request.Query;
        if (!ClueApi.TryEnum<ReviewOpinion>(query["opinion"], out var opinion)) return ProblemAnswers.Problem([Refusal.Invalid("opinion", "没有这种审核意见。")]);
        if (!ClueApi.TryEnum<ReviewAspect>(query["aspect"], out var aspect)) return ProblemAnswers.Problem([Refusal.Invalid("aspect", "没有这项审核内容。")]);
        return (await list.Run(new ReviewFilter(query["state"], opinion, aspect, query["mine"] == "true", query["after"], query["limit"]), http.RequestAborted)).Answer();
    }
}
