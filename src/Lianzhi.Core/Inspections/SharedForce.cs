using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Inspections;

/// <summary>Officers' time that a plan in force takes on a day (已占用人时).</summary>
/// <param name="Subject">Name of the subject in whose name they inspect, as teams of a plan carry it.</param>
/// <param name="Day">The day.</param>
/// <param name="Minutes">Officer minutes.</param>
public sealed record TakenTime(string Subject, DateOnly Day, int Minutes);

/// <summary>A visit of another plan in force (其他计划的检查).</summary>
/// <param name="Township">Where.</param>
/// <param name="Day">When.</param>
/// <param name="Requirements">What is inspected.</param>
public sealed record OtherVisit(string Township, DateOnly Day, IReadOnlyList<InspectionRequirement> Requirements);

/// <summary>
/// People of a department are there once, however many plans ask for them (人员只算一次): what other plans in force of the year take is subtracted when a
/// plan is drafted, and looked at again before it is published.
/// </summary>
public static class SharedForce
{
    private static readonly Basis Notice = "漳龙政〔2024〕40号：片长牵头制定年度工作计划，统筹执法力量";

    /// <summary>The time visits of other plans take.</summary>
    /// <param name="visits">The visits.</param>
    /// <param name="force">How time is reckoned.</param>
    /// <param name="subjectOf">Name of the subject of a code.</param>
    public static IReadOnlyList<TakenTime> Of(IEnumerable<OtherVisit> visits, DraftForce force, Func<string, string> subjectOf) =>
        [.. visits.SelectMany(visit => visit.Requirements.GroupBy(requirement => requirement.SubjectOn(visit.Township), StringComparer.Ordinal)
            .Select(sent => new TakenTime(subjectOf(sent.Key), visit.Day, PlanProblem.LeastCrew * (force.TravelMinutes + sent.Sum(requirement => requirement.Minutes)))))];

    /// <summary>The same by week of a year, weeks numbered as in its plan: from the Monday before or on 1 January.</summary>
    public static int[] Weekly(IEnumerable<TakenTime> taken, string subject, int year, int weeks)
    {
        var (minutes, monday) = (new int[weeks], Calendar.Weeks.MondayOf(new DateOnly(year, 1, 1)));
        foreach (var one in taken)
            if (one.Subject == subject && (one.Day.DayNumber - monday.DayNumber) / 7 is >= 0 and var week && week < weeks) minutes[week] += one.Minutes;
        return minutes;
    }

    /// <summary>Refuses a plan whose people were taken by another plan that was published since it was drafted; empty when everything still fits.</summary>
    /// <param name="problem">What it was drafted from.</param>
    /// <param name="visits">Its visits.</param>
    /// <param name="taken">What other plans in force take now.</param>
    /// <param name="year">The year.</param>
    public static IReadOnlyList<Refusal> Check(PlanProblem problem, IReadOnlyList<PlannedVisit> visits, IReadOnlyList<TakenTime> taken, int year)
    {
        var (load, refusals) = (PlanLoad.Of(problem, visits), new List<Refusal>());
        foreach (var (team, index) in problem.Teams.Select((team, index) => (team, index)))
        {
            var now = Weekly(taken, team.Subject, year, problem.Weeks.Count);
            var over = Enumerable.Range(problem.FirstOpenWeek - 1, Math.Max(0, problem.Weeks.Count - problem.FirstOpenWeek + 1)).Where(week => problem.Weeks[week].Days.Count > 0
                && load.Minutes[index][week] > 0 && now[week] > team.TakenIn(week) && load.Minutes[index][week] > (team with { Taken = now }).Minutes(week, problem.Weeks[week].Days.Count)).ToList();
            if (over.Count == 0) continue;
            var most = over.MaxBy(week => load.Minutes[index][week] - (team with { Taken = now }).Minutes(week, problem.Weeks[week].Days.Count));
            refusals.Add(new("force-taken", $"{team.Id}有{over.Count}周的人时已被编排以后公布的其他计划占用，超出最多的一周自{ChineseText.Date(problem.Weeks[most].Days[0])}起：本计划需{load.Minutes[index][most] / 60}人时，其他计划已用{now[most] / 60}人时。请重新编排，或者调整这几周的检查日期。", Notice));
        }
        return refusals;
    }
}
