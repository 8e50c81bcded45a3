using System.ComponentModel.DataAnnotations;
using Lianzhi.Core;
using Lianzhi.Core.Cases.Discretion;
using Lianzhi.Web.Platform.Records;

namespace Lianzhi.Web.Features.Discretion;

/// <summary>One dated tier of a benchmark (裁量基准档次). Versions are never deleted.</summary>
public sealed class BenchmarkRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>Item.</summary>
    [MaxLength(40)] public required string Item { get; init; }

    /// <summary>Grade.</summary>
    [MaxLength(20)] public required DiscretionGrade Grade { get; init; }

    /// <summary>When it applies.</summary>
    [MaxLength(400)] public required string Circumstances { get; init; }

    /// <summary>Where in the range it begins, in per cent.</summary>
    public required int LowPercent { get; init; }

    /// <summary>Where it ends.</summary>
    public required int HighPercent { get; init; }

    /// <summary>The published document.</summary>
    [MaxLength(200)] public required string Source { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Day after the last; null while open.</summary>
    public DateOnly? To { get; set; }

    /// <inheritdoc/>
    public string Stream => $"benchmark/{Item}";

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <summary>The row as the rules read it.</summary>
    public BenchmarkTier ToTier() => new(Item, Grade, Circumstances, LowPercent, HighPercent, Source, new Validity(From, To));

    /// <summary>A new row.</summary>
    public static BenchmarkRow Of(BenchmarkTier tier, string id) => new()
    {
        Id = id,
        Item = tier.Item,
        Grade = tier.Grade,
        Circumstances = tier.Circumstances,
        LowPercent = tier.LowPercent,
        HighPercent = tier.HighPercent,
        Source = tier.Source,
        From = tier.Validity.From,
    };
}
