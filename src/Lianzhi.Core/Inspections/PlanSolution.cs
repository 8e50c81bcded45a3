namespace Lianzhi.Core.Inspections;

/// <summary>A plan of the year's inspections (年度联合检查计划方案).</summary>
/// <param name="Cost">What the plan costs, part by part.</param>
/// <param name="Bound">No plan costs less than this.</param>
/// <param name="Savings">Visits saved.</param>
/// <param name="Visits">Joint visits by day.</param>
/// <param name="Unserved">What is not planned, and why.</param>
/// <param name="Seconds">How long the solver worked.</param>
public sealed record PlanSolution(
    PlanCost Cost, long Bound, PlanSavings Savings, IReadOnlyList<PlannedVisit> Visits, IReadOnlyList<UnservedInspection> Unserved, double Seconds)
{
    /// <summary>Share of the cost that is not proven to be necessary.</summary>
    public double Gap => Cost.Total == 0 ? 0 : (Cost.Total - Bound) / (double)Cost.Total;
}

/// <summary>Visits saved (减少入企检查户次).</summary>
/// <param name="Planned">Visits of the plan.</param>
/// <param name="Unmerged">Visits when each body goes alone for what this plan inspects.</param>
/// <param name="ByHand">Visits when each enterprise is merged by hand, one after another (按户合并).</param>
/// <param name="UnservedByHand">Inspections that merging by hand leaves out.</param>
public sealed record PlanSavings(int Planned, int Unmerged, int ByHand, int UnservedByHand);

/// <summary>A joint visit (综合查一次).</summary>
/// <param name="Target">Id of the target.</param>
/// <param name="Week">Number of the week, from 1.</param>
/// <param name="Day">Its day.</param>
/// <param name="Requirements">Ids of what is inspected, in the order of the target.</param>
/// <param name="Locked">True when it was given.</param>
/// <param name="Reasons">Why here, why merged, why not earlier.</param>
public sealed record PlannedVisit(string Target, int Week, DateOnly Day, IReadOnlyList<string> Requirements, bool Locked, IReadOnlyList<PlanReason> Reasons);

/// <summary>A reason of a visit (安排理由).</summary>
/// <param name="Kind">What it explains: <c>here</c>, <c>merged</c>, <c>notEarlier</c>, <c>locked</c>.</param>
/// <param name="Text">The reason in officers' words.</param>
public sealed record PlanReason(string Kind, string Text);

/// <summary>Inspections that are not planned (未能安排的要求).</summary>
/// <param name="Target">Id of the target.</param>
/// <param name="Requirement">Id of the requirement.</param>
/// <param name="Missing">How many of the year are missing.</param>
/// <param name="Cause">What is short: <c>cap</c>, <c>weeks</c>, <c>gap</c>, <c>team</c>, <c>fleet</c>, <c>crew</c>.</param>
/// <param name="Resource">Id of the enterprise, team or fleet that is short; null when time is.</param>
/// <param name="By">By how much, in visits, weeks, officers, officer minutes or trips.</param>
/// <param name="Message">The reason in officers' words.</param>
public sealed record UnservedInspection(string Target, string Requirement, int Missing, string Cause, string? Resource, int By, string Message);
