namespace Lianzhi.Core.Clues;

/// <summary>A decision on a clue (线索办理记录), as the record tells it.</summary>
/// <param name="State">How the clue stood afterwards.</param>
/// <param name="At">When.</param>
/// <param name="By">Who; null for the platform or the public.</param>
/// <param name="Reason">Why; null where none was asked for.</param>
public sealed record ClueDecision(ClueState State, DateTimeOffset At, string? By, string? Reason);

/// <summary>A clue went from one body to another (线索移送、交办).</summary>
/// <param name="At">When.</param>
/// <param name="From">Full name of the body it left.</param>
/// <param name="To">Full name of the body it went to.</param>
/// <param name="Reason">Why.</param>
/// <param name="DueOn">Last day to decide whether to accept it; null outside the district.</param>
/// <param name="ByChief">The area chief arranged it (片长安排); otherwise the body itself handed it over.</param>
/// <param name="By">Who; null when it was not kept.</param>
public sealed record ClueMove(DateTimeOffset At, string From, string To, string Reason, DateOnly? DueOn, bool ByChief, string? By);

/// <summary>A clue with everything its papers say (线索卷); who reported is masked already.</summary>
/// <param name="Number">受理编号.</param>
/// <param name="Clue">As the rules read it.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="RegisteredBy">Who registered it; null when it was sent on the portal.</param>
/// <param name="FirstBody">The body it came to first.</param>
/// <param name="Reporter">Who reported, masked; null when anonymous or found by the organ itself.</param>
/// <param name="Confidential">The party must not learn who reported.</param>
/// <param name="Description">What happened, in the words of who reported.</param>
/// <param name="Address">Address or landmark.</param>
/// <param name="Occurred">When it happened, in words; null when not said.</param>
/// <param name="Category">Kind of matter as people call it; null for none.</param>
/// <param name="Photos">How many photos came with it.</param>
/// <param name="Decisions">What was decided, oldest first.</param>
/// <param name="Moves">Where it went, oldest first.</param>
public sealed record ClueFile(
    string Number, Clue Clue, DateTimeOffset ReceivedAt, string? RegisteredBy, string FirstBody, string? Reporter, bool Confidential, string Description, string Address, string? Occurred,
    string? Category, int Photos, IReadOnlyList<ClueDecision> Decisions, IReadOnlyList<ClueMove> Moves);
