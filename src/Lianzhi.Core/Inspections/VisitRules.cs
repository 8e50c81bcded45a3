using Lianzhi.Core.Calendar;
using Lianzhi.Core.Organisation;

namespace Lianzhi.Core.Inspections;

/// <summary>
/// When and by whom a requirement is inspected (检查时段、最少间隔和技能). The optimiser keeps to this by itself; whoever changes by hand is told by the same rules: a
/// visit that is moved in a plan, a planned inspection that is proposed for another day, its officers, and a crew on the board.
/// </summary>
public static class VisitRules
{
    /// <summary>What a skill rests on.</summary>
    internal static readonly Basis Skilled = "检查要求载明的技能和等级";

    private static readonly Basis PlanRule = "漳龙政〔2024〕40号：合理确定执法检查频次";

    /// <summary>A requirement with parts of the year is inspected within one of them (检查时段).</summary>
    public static Refusal? Season(InspectionRequirement requirement, DateOnly day) =>
        requirement.Windows.Count == 0 || requirement.Windows.Any(window => window.Holds(day)) ? null : Outside(requirement.Name, string.Join("、", requirement.Windows));

    /// <summary>Between two inspections of a target for the same lie some weeks at least (最少间隔).</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="day">The day asked for.</param>
    /// <param name="others">Days on which the target was or is to be inspected for it otherwise.</param>
    public static Refusal? Gap(InspectionRequirement requirement, DateOnly day, IEnumerable<DateOnly> others) =>
        others.Select(other => Gap(requirement.Name, requirement.GapWeeks, (Weeks.MondayOf(day).DayNumber - Weeks.MondayOf(other).DayNumber) / 7, other)).FirstOrDefault(fault => fault is not null);

    /// <summary>Somebody who inspects holds the skill a requirement asks for (检查技能).</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="officers">Ids of who inspects.</param>
    /// <param name="organisation">Officers of the day.</param>
    public static Refusal? Skill(InspectionRequirement requirement, IEnumerable<string> officers, OrganisationAsOf organisation) =>
        !requirement.AsksForSkill || officers.Any(officer => organisation.Officer(officer)?.Holds(requirement.Skill, requirement.SkillLevel) == true) ? null
        : new("skill-missing", $"“{requirement.Name}”须有检查人员具备{requirement.Skill}{requirement.SkillLevel}级，所选人员没有。请换人，或者在人员名册登记技能。", Skilled, "officers");

    /// <summary>The same from weeks, as a plan counts them.</summary>
    internal static Refusal? Gap(string name, int gapWeeks, int apart, DateOnly other) =>
        Math.Abs(apart) >= gapWeeks ? null : new("gap-too-short", $"{name}与{other.Month}月{other.Day}日的一次间隔不足{gapWeeks}周。", PlanRule, "day");

    /// <summary>The refusal of a day outside the parts of the year.</summary>
    /// <param name="name">Name of the requirement.</param>
    /// <param name="windows">The parts in words; null where a plan knows only weeks.</param>
    internal static Refusal Outside(string name, string? windows) =>
        new("outside-window", windows is null ? $"{name}不在规定的检查时段内，或者该周没有具备所需技能的人员。" : $"{name}不在规定的检查时段（{windows}）内。", PlanRule, "day");
}
