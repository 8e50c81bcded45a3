using Lianzhi.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Requirements;

/// <summary>What bodies want to inspect how often, and how often an enterprise may be visited (检查要求与频次上限).</summary>
public sealed class RequirementCapability : Capability
{
    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddScoped<ListRequirements>();
        services.AddScoped<SetRequirement>();
        services.AddScoped<EndRequirement>();
        services.AddScoped<SetCap>();
        services.AddScoped<GrantException>();
        services.AddScoped<SetBlackout>();
        services.AddScoped<WithdrawBlackout>();
        services.AddScoped<WithdrawException>();
    }

    /// <inheritdoc/>
    public override void Model(ModelBuilder model)
    {
        model.Entity<RequirementRow>().HasIndex(row => new { row.Requirement, row.From }).IsUnique();
        model.Entity<CapRow>().HasIndex(row => new { row.Risk, row.From }).IsUnique();
        model.Entity<CapExceptionRow>().HasIndex(row => new { row.Enterprise, row.Year });
        model.Entity<BlackoutRow>().HasIndex(row => new { row.Area, row.From });
    }

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api) => RequirementApi.Map(api);
}
