using Lianzhi.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>The dispatch board of an area and the orders of its crews (调度).</summary>
public sealed class DispatchCapability : Capability
{
    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddSingleton<BoardWatch>();
        services.AddScoped<BoardFacts>();
        services.AddScoped<BoardDesk>();
        services.AddScoped<JobSources>();
        services.AddScoped<OrderBook>();
        services.AddScoped<ViewBoard>();
        services.AddScoped<CollectJobs>();
        services.AddScoped<AddJob>();
        services.AddScoped<DropJob>();
        services.AddScoped<DeclareRecusal>();
        services.AddScoped<ProposeCrews>();
        services.AddScoped<ReplanBoard>();
        services.AddScoped<ArrangeCrews>();
        services.AddScoped<IssueOrder>();
        services.AddScoped<CancelOrder>();
        services.AddScoped<ViewOrder>();
        services.AddScoped<AcknowledgeOrder>();
        services.AddScoped<StartOrder>();
        services.AddScoped<ReportJob>();
    }

    /// <inheritdoc/>
    public override void Model(ModelBuilder model)
    {
        model.Entity<DispatchBoardRow>().HasIndex(row => new { row.Area, row.Day }).IsUnique();
        var job = model.Entity<DispatchJobRow>();
        job.HasIndex(row => new { row.BoardId, row.Id });
        job.HasIndex(row => row.Reference);
        model.Entity<DispatchCrewRow>().HasIndex(row => new { row.BoardId, row.Id });
        model.Entity<OrderEventRow>().HasIndex(row => new { row.CrewId, row.Id });
        var booking = model.Entity<OfficerBookingRow>();
        booking.HasIndex(row => new { row.OfficerId, row.BeginsAt });
        booking.HasIndex(row => row.CrewId);
        model.Entity<RecusalRow>().HasIndex(row => new { row.Matter, row.OfficerId }).IsUnique();
        model.Entity<OrderNumberRow>();
    }

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api) => DispatchApi.Map(api);

    /// <inheritdoc/>
    public override void Routes(IEndpointRouteBuilder routes) => BoardLive.Map(routes);
}
