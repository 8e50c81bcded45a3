namespace Lianzhi.Core.Inspections;

/// <summary>How far the inspection of a drawn target has come, as everybody may know it (抽查进展).</summary>
public enum DrawOutcomeState
{
    /// <summary>待检查: also while approval and notice are under way, so that nobody learns the day beforehand.</summary>
    Waiting,

    /// <summary>检查中.</summary>
    Running,

    /// <summary>已检查，结果待告知.</summary>
    Inspected,

    /// <summary>已公布结果.</summary>
    Told,
}

/// <summary>The inspection that stands for a drawn target (抽查的检查), as far as it has come.</summary>
/// <param name="StartedOn">Day of the inspection; null before.</param>
/// <param name="Recorded">True once the record is signed.</param>
/// <param name="Told">True once the enterprise was told the result.</param>
/// <param name="Conclusion">The conclusion.</param>
/// <param name="Corrected">What the recheck found.</param>
/// <param name="Changes">Changes of its officers.</param>
public sealed record DrawnInspection(DateOnly? StartedOn, bool Recorded, bool Told, InspectionConclusion? Conclusion, bool? Corrected, IReadOnlyList<InspectionCrewChange> Changes);

/// <summary>What became of a drawn target (抽查结果).</summary>
/// <param name="State">How far.</param>
/// <param name="Conclusion">The conclusion, once the enterprise was told.</param>
/// <param name="On">Day of the inspection, once it was.</param>
/// <param name="Corrected">After an order to correct: whether the recheck found it met; null before.</param>
/// <param name="Replaced">What is said of replaced officers; null when those who were drawn went.</param>
public sealed record DrawOutcome(DrawOutcomeState State, InspectionConclusion? Conclusion, DateOnly? On, bool? Corrected, string? Replaced)
{
    /// <summary>
    /// Of the inspection that stands for a drawn target. Results are published (优化营商环境条例 第五十四条: 抽查事项及查处结果及时向社会公开), but not
    /// before the enterprise itself was told.
    /// </summary>
    /// <param name="found">The inspection; null while there is none.</param>
    public static DrawOutcome Of(DrawnInspection? found)
    {
        if (found is not { StartedOn: { } on }) return new(DrawOutcomeState.Waiting, null, null, null, null);
        var replaced = found.Changes.Count == 0 ? null : string.Join("；", found.Changes.Select(change => $"{string.Join("、", change.Out)}{InspectionCrew.PublicNameOf(change.Ground)}{(change.In.Count > 0 ? $"，由{string.Join("、", change.In)}替换" : "")}"));
        return found.Told ? new(DrawOutcomeState.Told, found.Conclusion, on, found.Corrected, replaced) : new(found.Recorded ? DrawOutcomeState.Inspected : DrawOutcomeState.Running, null, on, null, replaced);
    }

    /// <summary>In words.</summary>
    public string Said => State switch
    {
        DrawOutcomeState.Waiting => "待检查",
        DrawOutcomeState.Running => "检查中",
        DrawOutcomeState.Inspected => "已检查，结果待告知",
        _ => $"{(Conclusion is { } found ? InspectionNames.Of(found) : "已告知结果")}{Corrected switch { true => "，复查已改正", false => "，复查未改正", _ => "" }}",
    };

    /// <summary>The public number of a draw (抽取公开编号): its day and the end of its id, so that it can be quoted on paper.</summary>
    /// <param name="on">Day of the commitment.</param>
    /// <param name="id">Id of the draw.</param>
    public static string NumberOf(DateOnly on, string id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"SSJ-{on:yyyyMMdd}-{(id.Length > 6 ? id[^6..] : id).ToUpperInvariant()}");
}
