using Lianzhi.Core.Cases;
using Lianzhi.Core.Records;

namespace Lianzhi.Core.Evidence;

/// <summary>A piece of evidence came into the case (收集证据, 行政处罚法 第46、54条).</summary>
/// <param name="At">When it was collected or its recording begins.</param>
/// <param name="Until">End of a recording; null for what has no length.</param>
/// <param name="EvidenceId">Its id.</param>
/// <param name="Number">Its number in the case, from 1.</param>
/// <param name="Kind">One of the eight kinds.</param>
/// <param name="Title">What it is.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Provider">Who gave it; null when the officers found or made it.</param>
/// <param name="Place">Where.</param>
/// <param name="Act">The act of the case it belongs to; null for none.</param>
/// <param name="Phase">Before filing, investigation, or execution.</param>
/// <param name="Proves">What it proves.</param>
/// <param name="Sensitive">Opened only with a reason.</param>
/// <param name="KeptAt">Where the thing itself is kept; null when there are only files.</param>
/// <param name="DeviceReview">Legal and technical review of a monitoring device (第41条); null for other sources.</param>
/// <param name="LateReason">Why it came after the decision; null before.</param>
/// <param name="Files">Its files.</param>
/// <param name="Officers">The two who collected it.</param>
/// <param name="EndRead">The end was reckoned from the length of the files; false when somebody typed it.</param>
/// <param name="Sketch">What must stand beside a drawing of the scene; null for everything else.</param>
/// <param name="Compared">How a copy was compared with its original; null when it was not, and for what is no copy.</param>
public sealed record EvidenceCollected(
    DateTimeOffset At, DateTimeOffset? Until, string EvidenceId, int Number, EvidenceKind Kind, string Title, EvidenceSource Source,
    [property: Personal] string? Provider, string Place, EvidenceAct? Act, EvidencePhase Phase, string Proves, bool Sensitive, string? KeptAt,
    string? DeviceReview, string? LateReason, IReadOnlyList<EvidenceFile> Files, IReadOnlyList<CaseOfficer> Officers, bool EndRead = false,
    SceneSketch? Sketch = null, CopyComparison? Compared = null) : CaseEvent(At), IByOfficers
{
    /// <inheritdoc/>
    public override bool IsAct => false;
}

/// <summary>Evidence changed hands or place (证据流转).</summary>
/// <param name="At">When.</param>
/// <param name="EvidenceId">The evidence.</param>
/// <param name="Action">What was done.</param>
/// <param name="Place">Where it is from then on.</param>
/// <param name="Receiver">Who took it over.</param>
/// <param name="Reason">Why, with the paper it rests on.</param>
/// <param name="Witness">Who watched a disposal; null otherwise.</param>
/// <param name="Officers">The two who handed it out.</param>
public sealed record EvidenceMoved(
    DateTimeOffset At, string EvidenceId, CustodyAction Action, string Place, [property: Personal] string Receiver, string Reason,
    [property: Personal] string? Witness, IReadOnlyList<CaseOfficer> Officers) : CaseEvent(At), IByOfficers
{
    /// <inheritdoc/>
    public override bool IsAct => false;
}

/// <summary>Evidence was excluded: it stays in the record and proves nothing any more (证据排除, 行政处罚法 第46条).</summary>
public sealed record EvidenceExcluded(
    DateTimeOffset At, string EvidenceId, ExclusionGround Ground, string Reason, IReadOnlyList<CaseOfficer> Officers) : CaseEvent(At), IByOfficers
{
    /// <inheritdoc/>
    public override bool IsAct => false;
}

/// <summary>A piece of evidence as it stands (证据现状).</summary>
/// <param name="Collected">How it came in.</param>
/// <param name="Moves">What was done with it since.</param>
/// <param name="Excluded">How it was excluded; null while it counts.</param>
public sealed record EvidenceItem(EvidenceCollected Collected, IReadOnlyList<EvidenceMoved> Moves, EvidenceExcluded? Excluded = null)
{
    /// <summary>Its id.</summary>
    public string Id => Collected.EvidenceId;

    /// <summary>Nothing more can be done with it.</summary>
    public bool IsGone => Moves is [.., { Action: CustodyAction.Returned or CustodyAction.Disposed }];

    /// <summary>Where the thing is; null when there are only files.</summary>
    public string? Place => Moves is [.., var last] ? last.Place : Collected.KeptAt;

    /// <summary>When it was last handled.</summary>
    public DateTimeOffset LastAt => Moves is [.., var last] ? last.At : Collected.At;

    /// <summary>What stands in a list of evidence (证据目录).</summary>
    public CaseEvidence InReport => new(Collected.Kind.Title(), Collected.Title, Collected.Proves);

    /// <summary>The evidence of a case after one more event; null when the event is about something else.</summary>
    internal static IReadOnlyList<EvidenceItem>? After(IReadOnlyList<EvidenceItem> items, CaseEvent happened) => happened switch
    {
        EvidenceCollected e => [.. items, new(e, [])],
        EvidenceMoved e => Changed(items, e.EvidenceId, item => item with { Moves = [.. item.Moves, e] }),
        EvidenceExcluded e => Changed(items, e.EvidenceId, item => item with { Excluded = e }),
        _ => null,
    };

    private static IReadOnlyList<EvidenceItem> Changed(IReadOnlyList<EvidenceItem> items, string id, Func<EvidenceItem, EvidenceItem> change) =>
        [.. items.Select(item => item.Id == id ? change(item) : item)];
}

/// <summary>Written names of the events of evidence; see <see cref="CaseEventTypes"/>.</summary>
internal static class EvidenceEventTypes
{
    public static readonly IReadOnlyList<CaseEventSchema> All =
    [
        new("evidence-collected", 1, typeof(EvidenceCollected), "收集证据"),
        new("evidence-moved", 1, typeof(EvidenceMoved), "证据流转"),
        new("evidence-excluded", 1, typeof(EvidenceExcluded), "排除证据"),
    ];
}
