using Lianzhi.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Equipment;

/// <summary>Vehicles, body cameras and other equipment (车辆装备): who holds it, whether it may be used, when it is taken.</summary>
public sealed class EquipmentCapability : Capability
{
    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddScoped<EquipmentDesk>();
        services.AddScoped<ListEquipment>();
        services.AddScoped<ViewEquipment>();
        services.AddScoped<RegisterEquipment>();
        services.AddScoped<HandOverEquipment>();
        services.AddScoped<ReportFault>();
        services.AddScoped<RepairEquipment>();
        services.AddScoped<CalibrateEquipment>();
        services.AddScoped<RetireEquipment>();
        services.AddScoped<BookEquipment>();
        services.AddScoped<ReleaseEquipment>();
    }

    /// <inheritdoc/>
    public override void Model(ModelBuilder model)
    {
        var equipment = model.Entity<EquipmentRow>();
        equipment.HasIndex(row => row.StockNumber).IsUnique();
        equipment.HasIndex(row => new { row.Area, row.Kind, row.StockNumber });
        equipment.HasIndex(row => new { row.Kind, row.StockNumber });
        var fault = model.Entity<EquipmentFaultRow>();
        fault.HasIndex(row => new { row.EquipmentId, row.Id });
        fault.HasIndex(row => row.EquipmentId).HasFilter("repaired_on IS NULL").HasDatabaseName("ix_equipment_fault_open");
        var booking = model.Entity<EquipmentBookingRow>();
        booking.HasIndex(row => new { row.EquipmentId, row.BeginsAt });
        booking.HasIndex(row => row.Holder);
    }

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api) => EquipmentApi.Map(api);
}
