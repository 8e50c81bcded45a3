namespace Lianzhi.Core.Evidence;

/// <summary>Evidence as officers bring it (登记证据).</summary>
/// <param name="At">When it was collected or its recording begins.</param>
/// <param name="Until">End of a recording.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Title">What it is.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Provider">Who gave it.</param>
/// <param name="Place">Where.</param>
/// <param name="Act">The act it belongs to.</param>
/// <param name="Proves">What it proves.</param>
/// <param name="Sensitive">Opened only with a reason.</param>
/// <param name="KeptAt">Where the thing itself is kept.</param>
/// <param name="DeviceReview">Legal and technical review of a monitoring device.</param>
/// <param name="LateReason">Why it comes after the decision.</param>
/// <param name="Officers">The two.</param>
/// <param name="Sketch">What must stand beside a drawing of the scene.</param>
/// <param name="Compared">How a copy was compared with its original.</param>
public sealed record CollectEvidence(
    DateTimeOffset At, DateTimeOffset? Until, EvidenceKind Kind, string Title, EvidenceSource Source, string? Provider, string Place, EvidenceAct? Act,
    string Proves, bool Sensitive, string? KeptAt, string? DeviceReview, string? LateReason, IReadOnlyList<string> Officers,
    SceneSketch? Sketch = null, CopyComparison? Compared = null);

/// <summary>What is done with evidence (登记流转).</summary>
public sealed record MoveEvidence(
    DateTimeOffset At, CustodyAction Action, string Place, string Receiver, string Reason, string? Witness, IReadOnlyList<string> Officers);

/// <summary>Why evidence no longer counts (排除证据).</summary>
public sealed record ExcludeEvidence(ExclusionGround Ground, string Reason, IReadOnlyList<string> Officers);
