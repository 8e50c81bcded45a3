using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Jobs;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Plans;

/// <summary>Plans of inspections, from the townships' draft to publication and completion (检查计划).</summary>
public sealed class PlanCapability : Capability
{
    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddScoped<PlanDesk>();
        services.AddScoped<FilesInUse>(provider => (hashes, cancel) => InUse(provider.GetRequiredService<AppDb>(), hashes, cancel));
        services.AddScoped<PlanFacts>();
        services.AddScoped<ListPlans>();
        services.AddScoped<ViewPlan>();
        services.AddScoped<ViewPlanLoad>();
        services.AddScoped<ReadPlans>();
        services.AddScoped<PlanRollups>();
        services.AddScoped<CampaignReports>();
        services.AddScoped<StartPlan>();
        services.AddScoped<SubmitPart>();
        services.AddScoped<StartRun>();
        services.AddScoped<StopRun>();
        services.AddScoped<KeepSolution>();
        services.AddScoped<RunPlans>();
        services.AddScoped<EditVisit>();
        services.AddScoped<SendForOpinion>();
        services.AddScoped<GiveOpinion>();
        services.AddScoped<SubmitToMeeting>();
        services.AddScoped<RecordMeeting>();
        services.AddScoped<PublishPlan>();
        services.AddScoped<AmendPlan>();
        services.AddScoped<ReportVisit>();
        services.AddScoped<CarryOutVisit>();
        services.AddJob(new ScheduledJob(RunPlans.JobName, TimeSpan.FromSeconds(3), async (provider, cancel) => await provider.GetRequiredService<RunPlans>().Next(cancel)));
    }

    /// <summary>Problems and solutions of runs, and those a plan was taken from.</summary>
    private static async Task<IReadOnlyList<string>> InUse(AppDb db, IReadOnlyList<string> hashes, CancellationToken cancel) =>
    [
        .. await db.Set<PlanRunRow>().Where(run => hashes.Contains(run.ProblemHash)).Select(run => run.ProblemHash).Distinct().ToListAsync(cancel),
        .. await db.Set<InspectionPlanRow>().Where(plan => hashes.Contains(plan.ProblemHash!)).Select(plan => plan.ProblemHash!).Distinct().ToListAsync(cancel),
        .. await db.Set<InspectionPlanRow>().Where(plan => hashes.Contains(plan.SolutionHash!)).Select(plan => plan.SolutionHash!).Distinct().ToListAsync(cancel),
    ];

    /// <inheritdoc/>
    public override void Model(ModelBuilder model)
    {
        model.Entity<InspectionPlanRow>().HasIndex(row => new { row.Area, row.Year });
        model.Entity<PlanPartRow>().HasIndex(row => new { row.PlanId, row.Township }).IsUnique();
        model.Entity<PlanOpinionRow>().HasIndex(row => new { row.PlanId, row.Department }).IsUnique();
        model.Entity<PlanVisitRow>().HasIndex(row => new { row.PlanId, row.Day, row.Id });
        model.Entity<PlanVisitRow>().HasIndex(row => row.Enterprise);
        model.Entity<PlanVisitRow>().HasIndex(row => row.TargetId);
        model.Entity<PlanChangeRow>().HasIndex(row => new { row.PlanId, row.Id });
        model.Entity<PlanUnservedRow>().HasIndex(row => row.PlanId);
        model.Entity<PlanRunRow>().HasIndex(row => new { row.State, row.Id });
        model.Entity<PlanRunRow>().HasIndex(row => row.PlanId);
    }

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api) => PlanApi.Map(api);

    /// <inheritdoc/>
    public override void Routes(IEndpointRouteBuilder routes) =>
        routes.MapGet("/office/plans/district.xlsx", async (PlanRollups rollups, int? year, CancellationToken cancel) =>
            (await rollups.Workbook(year, cancel)).Answer(bytes => Results.Bytes(bytes, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"district-plan-{year}.xlsx"))).Uses(AccessTable.ListPlans);
}
