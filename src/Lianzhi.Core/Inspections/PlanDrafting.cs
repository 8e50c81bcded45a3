using Lianzhi.Core.Calendar;
using Lianzhi.Core.Equipment;
using Lianzhi.Core.Organisation;

namespace Lianzhi.Core.Inspections;

/// <summary>A target as a plan is drafted from it.</summary>
/// <param name="Id">Id of the target.</param>
/// <param name="Enterprise">Whose cap counts.</param>
/// <param name="Facts">What is known of it.</param>
public sealed record DraftTarget(string Id, string Enterprise, TargetFacts Facts);

/// <summary>Everything a plan is drafted from (计划编制依据).</summary>
/// <param name="Year">Year of the plan.</param>
/// <param name="From">New visits lie in weeks that begin on this day or later.</param>
/// <param name="To">Last day of the plan.</param>
/// <param name="Townships">Townships of the plan.</param>
/// <param name="Targets">Targets in them.</param>
/// <param name="Requirements">Requirements of the plan.</param>
/// <param name="Caps">Frequency caps.</param>
/// <param name="Exceptions">Visits granted beyond caps.</param>
/// <param name="Blackouts">Days without planned inspections.</param>
/// <param name="Used">Visits of the year that do not stand in this plan, by enterprise.</param>
/// <param name="Former">The plan so far; locked visits were carried out or set by hand.</param>
/// <param name="Vehicles">Vehicles of the area, under one dispatch for all its townships; none known: no limit.</param>
/// <param name="Force">How officers' and vehicles' time is reckoned.</param>
public sealed record DraftFacts(
    int Year, DateOnly From, DateOnly To, IReadOnlyList<string> Townships, IReadOnlyList<DraftTarget> Targets, IReadOnlyList<InspectionRequirement> Requirements, IReadOnlyList<FrequencyCap> Caps,
    IReadOnlyList<CapException> Exceptions, IReadOnlyList<Blackout> Blackouts, IReadOnlyDictionary<string, int> Used, IReadOnlyList<FormerVisit> Former, IReadOnlyList<EquipmentItem> Vehicles, DraftForce Force)
{
    /// <summary>Highest grade of an enterprise's sites in the whole district, where they are not all targets of the plan.</summary>
    public IReadOnlyDictionary<string, RiskGrade> Grades { get; init; } = new Dictionary<string, RiskGrade>();

    /// <summary>Names of requirements with the townships that may not inspect them (<see cref="TownshipPower"/>): there they are not planned.</summary>
    public IReadOnlySet<(string Requirement, string Township)> BeyondPower { get; init; } = new HashSet<(string, string)>();

    /// <summary>Officers' time that other plans in force of the year take (<see cref="SharedForce"/>).</summary>
    public IReadOnlyList<TakenTime> Taken { get; init; } = [];
}

/// <summary>How officers' and vehicles' time for planned inspections is reckoned (人员车辆折算).</summary>
/// <param name="MinutesPerDay">Minutes of one officer on a working day.</param>
/// <param name="TravelMinutes">Way there and back of each visit.</param>
/// <param name="TripsPerDay">Visits one vehicle drives to on a working day.</param>
/// <param name="Seats">Officers in one vehicle.</param>
public sealed record DraftForce(int MinutesPerDay, int TravelMinutes, int TripsPerDay, int Seats)
{
    /// <summary>Half a working day, and half an hour on the way; as much of a vehicle holds three visits.</summary>
    public static readonly DraftForce Usual = new(240, 30, 3, 5);
}

/// <summary>Makes the problem of a year's inspections from what the platform knows (编制计划). Names stand in it instead of ids, so that its reasons can be read.</summary>
public static class PlanDrafting
{
    private const string TownshipDomain = "镇街";
    private const int MostRequirements = 32;
    private const int UncappedVisits = 52;

    /// <summary>The problem, or why none can be made.</summary>
    public static Result<PlanProblem> Problem(DraftFacts facts, OrganisationRegister organisation, WorkCalendar calendar)
    {
        if (facts.Requirements.Count == 0) return new Refusal("no-requirements", "没有可以编入计划的检查要求，请先由各部门填报。", "漳龙政〔2024〕40号：合理确定执法检查频次");
        if (facts.Requirements.Count > MostRequirements) return new Refusal("too-many-requirements", $"一个计划最多编入 {MostRequirements} 项检查要求，请合并同一部门的要求或者分开编制。", "漳龙政〔2024〕40号：合理确定执法检查频次");
        var weeks = Weeks(facts, calendar);
        var firstOpen = 1 + weeks.TakeWhile(week => week.Monday < facts.From && !(week.Number == 0 && facts.From <= new DateOnly(facts.Year, 1, 1))).Count();
        var names = facts.Townships.ToDictionary(code => code, code => organisation.TownshipOn(code, facts.From)?.Name ?? code, StringComparer.Ordinal);
        var days = Days(weeks, organisation);
        if (facts.Requirements.FirstOrDefault(requirement => requirement.AsksForSkill && !days.Exists(day => Held(requirement, facts, day))) is { } lacking)
            return new Refusal("skill-not-held", $"检查要求“{lacking.Name}”须有人员具备{lacking.Skill}{lacking.SkillLevel}级，可以检查的单位没有这样的持证人员。请在人员名册登记技能，或者由部门修改检查要求。", "检查要求载明的技能和等级");
        var requirements = facts.Requirements.Select(requirement => new PlanRequirement(requirement.Name, Domain(requirement),
            Enum.GetValues<RiskGrade>().ToDictionary(risk => risk, requirement.Visits), requirement.Minutes, requirement.GapWeeks,
            Spans(requirement.Windows, weeks, requirement.AsksForSkill ? week => Held(requirement, facts, days[week]) : null))).ToList();
        var asked = facts.Targets.Select(target => (target, Names: facts.Requirements.Where(requirement => requirement.AppliesTo(target.Facts) && !facts.BeyondPower.Contains((requirement.Name, target.Facts.Township))).Select(requirement => requirement.Name).ToList())).Where(pair => pair.Names.Count > 0).ToList();
        if (asked.Count == 0) return new Refusal("no-targets", "没有适用检查要求的检查对象，请先登记或者导入。", "漳龙政〔2024〕40号：合理确定执法检查频次");
        var targets = asked.Select(pair => new PlanTarget(pair.target.Id, pair.target.Enterprise, names[pair.target.Facts.Township],
            pair.target.Facts.Block.Length > 0 ? $"{names[pair.target.Facts.Township]}{pair.target.Facts.Block}" : names[pair.target.Facts.Township],
            pair.target.Facts.Risk, pair.Names, [], [.. pair.target.Facts.OpenDays.Select(day => (DayOfWeek)((day - '0') % 7))])).ToList();
        var (former, outside) = Former(facts, weeks, targets, requirements);
        return new PlanProblem([.. weeks.Select(week => new PlanWeek(week.Days))], firstOpen, facts.Force.TravelMinutes, PlanWeights.Usual,
            Teams(facts, weeks, names, organisation), Fleets(facts, weeks, names), requirements, Enterprises(facts, targets, former, outside), targets, former);
    }

    /// <summary>The cap of an enterprise in a year: by the highest risk of its targets, with what was granted beyond.</summary>
    public static int Cap(DraftFacts facts, string enterprise, RiskGrade risk) =>
        (FrequencyCaps.Of(facts.Caps, facts.Grades.TryGetValue(enterprise, out var grade) ? FrequencyCaps.Highest(risk, [grade]) : risk, facts.From) ?? UncappedVisits)
        + facts.Exceptions.Where(exception => exception.Enterprise == enterprise && exception.Year == facts.Year).Sum(exception => exception.Visits);

    private static string Domain(InspectionRequirement requirement) => requirement.ByTownship ? TownshipDomain : requirement.Department;

    private static List<(int Number, DateOnly Monday, List<DateOnly> Days)> Weeks(DraftFacts facts, WorkCalendar calendar)
    {
        var monday = Calendar.Weeks.MondayOf(new DateOnly(facts.Year, 1, 1));
        var weeks = new List<(int, DateOnly, List<DateOnly>)>();
        for (; monday.Year <= facts.Year; monday = monday.AddDays(7))
            weeks.Add((weeks.Count, monday, [.. Enumerable.Range(0, 7).Select(monday.AddDays)
                .Where(day => day.Year == facts.Year && day <= facts.To && calendar.IsWorkingDay(day) && !facts.Blackouts.Any(blackout => blackout.Days.From <= day && day <= blackout.Days.To))]));
        return weeks;
    }

    /// <summary>The organisation in each week: as it is on the first day on which there may be inspections.</summary>
    private static List<OrganisationAsOf> Days(List<(int Number, DateOnly Monday, List<DateOnly> Days)> weeks, OrganisationRegister organisation) =>
        weeks.ConvertAll(week => organisation.AsOf(week.Days.Count > 0 ? week.Days[0] : week.Monday));

    /// <summary>Whether somebody who may inspect it holds the skill it asks for.</summary>
    private static bool Held(InspectionRequirement requirement, DraftFacts facts, OrganisationAsOf day) =>
        day.Officers.Any(officer => officer.Holds(requirement.Skill, requirement.SkillLevel)
            && (requirement.ByTownship ? facts.Townships : [requirement.Department]).Any(unit => CrewRules.Member(unit, officer.Id, day, new CrewPolicy()).IsOk));

    /// <summary>Weeks all of whose days lie within one of the windows, and in which somebody holds the skill where one is asked for.</summary>
    private static List<WeekSpan> Spans(IReadOnlyList<SeasonWindow> windows, List<(int Number, DateOnly Monday, List<DateOnly> Days)> weeks, Func<int, bool>? held)
    {
        var spans = new List<WeekSpan>();
        if (windows.Count == 0 && held is null) return spans;
        foreach (var (number, _, days) in weeks)
        {
            if (days.Count == 0 || (windows.Count > 0 && !days.TrueForAll(day => windows.Any(window => window.Holds(day)))) || held?.Invoke(number) == false) continue;
            if (spans.Count > 0 && spans[^1].To == number) spans[^1] = spans[^1] with { To = number + 1 };
            else spans.Add(new(number + 1, number + 1));
        }
        // A window that holds no whole week is not the same as no window: one week that is over stands for it.
        return spans.Count > 0 ? spans : [new(1, 1)];
    }

    private static List<PlanTeam> Teams(DraftFacts facts, List<(int Number, DateOnly Monday, List<DateOnly> Days)> weeks, Dictionary<string, string> names, OrganisationRegister organisation)
    {
        var days = Days(weeks, organisation);
        var teams = new List<PlanTeam>();
        if (facts.Requirements.Any(requirement => requirement.ByTownship))
            teams.AddRange(facts.Townships.Select(code => new PlanTeam($"{names[code]}综合执法大队", organisation.TownshipOn(code, facts.From)?.OrganName ?? names[code], [TownshipDomain], [names[code]],
                PlanProblem.LeastCrew, facts.Force.MinutesPerDay, Officers(code))));
        // Departments' people serve every area of the district.
        foreach (var department in facts.Requirements.Where(requirement => !requirement.ByTownship).Select(requirement => requirement.Department).Distinct())
            teams.Add(new PlanTeam($"{days[0].Department(department)?.ShortName ?? department}检查组", days[0].UnitName(department), [department], [.. facts.Townships.Select(code => names[code])],
                PlanProblem.LeastCrew, facts.Force.MinutesPerDay, Officers(department)));
        return facts.Taken.Count == 0 ? teams : teams.ConvertAll(team => team with { Taken = SharedForce.Weekly(facts.Taken, team.Subject, facts.Year, weeks.Count) });

        // Who may act in the unit's name in that week, with a certificate that is valid then.
        int[] Officers(string unit) => [.. days.Select(day => day.Officers.Count(officer => CrewRules.Member(unit, officer.Id, day, new CrewPolicy()).IsOk))];
    }

    /// <summary>One fleet for all townships: vehicles in use on the first day of each week. A fault is repaired before the year is over and takes nothing away.</summary>
    private static List<PlanFleet> Fleets(DraftFacts facts, List<(int Number, DateOnly Monday, List<DateOnly> Days)> weeks, Dictionary<string, string> names)
    {
        var vehicles = facts.Vehicles.Where(item => item.Kind == EquipmentKind.Vehicle).ToList();
        if (vehicles.Count == 0) return [];
        return [new("片区执法车", [.. facts.Townships.Select(code => names[code])], facts.Force.Seats,
            [.. weeks.Select(week => week.Days.Count * facts.Force.TripsPerDay * vehicles.Count(item => item.RetiredOn is not { } retired || week.Days.Count == 0 || retired > week.Days[0]))])];
    }

    /// <summary>The plan so far as the problem may hold it; how many locked visits it cannot hold, by enterprise, still counts against caps.</summary>
    private static (List<FormerVisit> Visits, Dictionary<string, int> Outside) Former(
        DraftFacts facts, List<(int Number, DateOnly Monday, List<DateOnly> Days)> weeks, List<PlanTarget> targets, List<PlanRequirement> requirements)
    {
        var (byId, visits, outside) = (targets.ToDictionary(target => target.Id, StringComparer.Ordinal), new List<FormerVisit>(), new Dictionary<string, int>(StringComparer.Ordinal));
        var (left, weeksOf) = (new Dictionary<(string, string), int>(), new HashSet<(string, int)>());
        var times = requirements.ToDictionary(requirement => requirement.Id, requirement => requirement.Visits, StringComparer.Ordinal);
        var owners = facts.Targets.ToDictionary(target => target.Id, target => target.Enterprise, StringComparer.Ordinal);
        foreach (var visit in facts.Former.OrderBy(visit => !visit.Locked).ThenBy(visit => visit.Day).ThenBy(visit => visit.Target, StringComparer.Ordinal))
        {
            var week = weeks.FindIndex(week => week.Days.Contains(visit.Day));
            var kept = new List<string>();
            if (week >= 0 && byId.TryGetValue(visit.Target, out var target))
                kept.AddRange(visit.Requirements.Where(name => target.Requirements.Contains(name) && left.GetValueOrDefault((target.Id, name), times[name][target.Risk]) > 0));
            if (kept.Count == 0 || !weeksOf.Add((visit.Target, week)))
            {
                if (visit.Locked && owners.TryGetValue(visit.Target, out var owner)) outside[owner] = outside.GetValueOrDefault(owner) + 1;
                continue;
            }
            foreach (var name in kept) left[(visit.Target, name)] = left.GetValueOrDefault((visit.Target, name), times[name][byId[visit.Target].Risk]) - 1;
            visits.Add(visit with { Requirements = kept });
        }
        return (visits, outside);
    }

    private static List<PlanEnterprise> Enterprises(DraftFacts facts, List<PlanTarget> targets, List<FormerVisit> former, Dictionary<string, int> outside)
    {
        var locked = former.Where(visit => visit.Locked).CountBy(visit => visit.Target).ToDictionary(StringComparer.Ordinal);
        return [.. targets.GroupBy(target => target.Enterprise, StringComparer.Ordinal).Select(own =>
        {
            var used = facts.Used.GetValueOrDefault(own.Key) + outside.GetValueOrDefault(own.Key);
            var kept = own.Sum(target => locked.GetValueOrDefault(target.Id));
            // What already was cannot be undone: a cap that is broken is full.
            return new PlanEnterprise(own.Key, Math.Max(Cap(facts, own.Key, FrequencyCaps.Highest(own.First().Risk, own.Select(target => target.Risk))), used + kept), used);
        })];
    }
}
