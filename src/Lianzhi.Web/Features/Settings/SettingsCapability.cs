using System.ComponentModel.DataAnnotations;
using Lianzhi.Core.Settings;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Reference;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Settings;

/// <summary>A practice value that the law leaves open, for a time (设置).</summary>
public sealed class SettingRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>Name of the definition.</summary>
    [MaxLength(60)] public required string Key { get; init; }

    /// <summary>Short name of the department it holds for; null for all.</summary>
    [MaxLength(20)] public string? Scope { get; init; }

    /// <summary>The value.</summary>
    [MaxLength(200)] public required string Value { get; init; }

    /// <summary>First day it holds.</summary>
    public required DateOnly From { get; init; }

    /// <summary>First day it no longer holds.</summary>
    public DateOnly? To { get; set; }

    /// <summary>The document it rests on.</summary>
    [MaxLength(200)] public required string Source { get; init; }

    /// <summary>False while the source still has to be confirmed.</summary>
    public required bool Verified { get; init; }

    /// <inheritdoc/>
    public string Stream => $"setting/{Key}";

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <summary>The row as the rules read it.</summary>
    public Setting ToSetting() => new(Key, Scope, Value, From, To, Source, Verified);
}

/// <summary>Dated practice values with their source, editable by the justice bureau (设置).</summary>
public sealed class SettingsCapability : Capability
{
    /// <summary>Name of the snapshot.</summary>
    public const string Data = "settings";

    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddScoped<ViewSettings>();
        services.AddScoped<ChangeSetting>();
        services.AddScoped<ImportHearingThresholds>();
        SnapshotExtensions.AddSnapshot(services, Data, async (db, cancel) =>
            new SettingsBook((await db.Set<SettingRow>().AsNoTracking().ToListAsync(cancel)).Select(row => row.ToSetting())));
    }

    /// <inheritdoc/>
    public override void Model(ModelBuilder model) => model.Entity<SettingRow>().HasIndex(row => new { row.Key, row.Scope, row.From }).IsUnique();

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api) => SettingsApi.Map(api);

    /// <inheritdoc/>
    public override async Task LoadReferenceData(IServiceProvider services, CancellationToken cancel)
    {
        var file = SettingFile.Read(ShippedData.Lines("settings.csv"));
        if (file.Faults is [var fault, ..]) throw new InvalidOperationException($"settings.csv row {fault.Row} {fault.Column}: {fault.Message}");
        var change = services.GetRequiredService<ChangeSetting>();
        foreach (var setting in file.Rows)
        {
            var changed = await change.Run(setting.Key, setting.Scope, setting.Value, setting.From, setting.Source, setting.Verified, "随产品提供的缺省值", 0, cancel);
            if (!changed.IsOk) throw new InvalidOperationException(changed.Refusals[0].Message);
        }
    }
}
