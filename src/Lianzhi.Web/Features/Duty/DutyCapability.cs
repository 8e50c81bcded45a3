using Lianzhi.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Duty;

/// <summary>Who is away when (班次与值守): leave, training, hearings, nights on duty.</summary>
public sealed class DutyCapability : Capability
{
    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddScoped<ViewDuty>();
        services.AddScoped<EnterDuty>();
        services.AddScoped<CopyDuty>();
        services.AddScoped<WithdrawDuty>();
        services.AddScoped<OutsideWork>();
    }

    /// <inheritdoc/>
    public override void Model(ModelBuilder model)
    {
        var duty = model.Entity<DutyRow>();
        duty.HasIndex(row => new { row.OfficerId, row.BeginsAt });
        duty.HasIndex(row => row.EndsAt);
    }

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api) => DutyApi.Map(api);
}
