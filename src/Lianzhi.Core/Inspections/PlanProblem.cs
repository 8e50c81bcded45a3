namespace Lianzhi.Core.Inspections;

/// <summary>
/// The inspections of a year as the solver sees them (年度检查计划问题): what each target needs, how often it may be disturbed, and who can go when.
/// Weeks are numbered from 1; a visit lies in a week and on one of its days.
/// </summary>
/// <param name="Weeks">Working days of each week, without days on which no inspection is to be; at most <see cref="MostWeeks"/>.</param>
/// <param name="FirstOpenWeek">New visits lie in this week or later; earlier weeks hold only locked visits.</param>
/// <param name="TravelMinutes">Way there and back, for each officer of each team at each visit.</param>
/// <param name="Weights">What counts how much.</param>
/// <param name="Teams">Who inspects; each pair of domain and township has at most one team.</param>
/// <param name="Fleets">Vehicles; a township without a fleet is not limited.</param>
/// <param name="Requirements">What has to be inspected how often; ids are unique.</param>
/// <param name="Enterprises">Caps of visits; ids are unique.</param>
/// <param name="Targets">What is inspected; ids are unique.</param>
/// <param name="Former">The plan so far: locked visits are kept, others moved as little as possible.</param>
public sealed record PlanProblem(
    IReadOnlyList<PlanWeek> Weeks, int FirstOpenWeek, int TravelMinutes, PlanWeights Weights, IReadOnlyList<PlanTeam> Teams, IReadOnlyList<PlanFleet> Fleets,
    IReadOnlyList<PlanRequirement> Requirements, IReadOnlyList<PlanEnterprise> Enterprises, IReadOnlyList<PlanTarget> Targets, IReadOnlyList<FormerVisit> Former)
{
    /// <summary>Sets of weeks are kept in one machine word.</summary>
    public const int MostWeeks = 60;

    /// <summary>Nobody inspects alone (行政处罚法 第42条): least officers of one team at a visit.</summary>
    public const int LeastCrew = 2;
}

/// <summary>A week of the plan (计划周).</summary>
/// <param name="Days">Days on which inspections may be, ascending; may be empty.</param>
public sealed record PlanWeek(IReadOnlyList<DateOnly> Days);

/// <summary>What counts how much in the objective (目标权重), in points.</summary>
/// <param name="Visit">Each visit: a disturbance.</param>
/// <param name="Round">Each week in which a neighbourhood is travelled to.</param>
/// <param name="PeakHour">Each hour of a team in a week above an even load and a tenth.</param>
/// <param name="Change">Each requirement of a former visit that is not met in its former week.</param>
/// <param name="UnservedLow">Each inspection of a low-risk target that is not planned.</param>
/// <param name="UnservedMedium">The same at medium risk.</param>
/// <param name="UnservedHigh">The same at high risk.</param>
public sealed record PlanWeights(int Visit, int Round, int PeakHour, int Change, int UnservedLow, int UnservedMedium, int UnservedHigh)
{
    /// <summary>Serving comes first, by risk; then fewer visits; then shorter ways, even weeks and few changes.</summary>
    public static PlanWeights Usual { get; } = new(10, 1, 1, 3, 100, 300, 1000);

    /// <summary>Points of one inspection that is not planned.</summary>
    public int Unserved(RiskGrade risk) => risk switch { RiskGrade.High => UnservedHigh, RiskGrade.Medium => UnservedMedium, _ => UnservedLow };
}

/// <summary>Officers who inspect in the name of one subject (检查力量): all certified, sent as crews.</summary>
/// <param name="Id">Unique among the teams.</param>
/// <param name="Subject">In whose name; never an area.</param>
/// <param name="Domains">Domains it inspects.</param>
/// <param name="Townships">Townships it works in.</param>
/// <param name="Crew">Officers sent to a visit, two or more.</param>
/// <param name="MinutesPerDay">Time of one officer for inspections on a working day.</param>
/// <param name="Officers">Officers present in each week.</param>
public sealed record PlanTeam(
    string Id, string Subject, IReadOnlyList<string> Domains, IReadOnlyList<string> Townships, int Crew, int MinutesPerDay, IReadOnlyList<int> Officers)
{
    /// <summary>Officer minutes that other plans take in each week (其他计划已占用); empty: none in any week.</summary>
    public IReadOnlyList<int> Taken { get; init; } = [];

    /// <summary>Officer minutes that other plans take in a week.</summary>
    /// <param name="week">Index of the week, from 0.</param>
    public int TakenIn(int week) => week < Taken.Count ? Taken[week] : 0;

    /// <summary>Officer minutes of a week that other plans leave; none when there are too few officers for one crew.</summary>
    /// <param name="week">Index of the week, from 0.</param>
    /// <param name="days">Working days of the week.</param>
    public int Minutes(int week, int days) => Officers[week] < Crew ? 0 : Math.Max(0, (Officers[week] * MinutesPerDay * days) - TakenIn(week));
}

/// <summary>Vehicles of some townships (执法车辆).</summary>
/// <param name="Id">Unique among the fleets.</param>
/// <param name="Townships">Townships it serves; each township has at most one fleet.</param>
/// <param name="Seats">Officers in one vehicle.</param>
/// <param name="Trips">Trips in each week.</param>
public sealed record PlanFleet(string Id, IReadOnlyList<string> Townships, int Seats, IReadOnlyList<int> Trips);

/// <summary>What has to be inspected how often (检查要求).</summary>
/// <param name="Id">Unique among the requirements.</param>
/// <param name="Domain">Domain whose team inspects.</param>
/// <param name="Visits">Inspections in the year by risk.</param>
/// <param name="Minutes">Time on the spot.</param>
/// <param name="GapWeeks">Least number of weeks between two of them.</param>
/// <param name="Windows">Weeks in which they lie; empty: the whole year.</param>
public sealed record PlanRequirement(
    string Id, string Domain, IReadOnlyDictionary<RiskGrade, int> Visits, int Minutes, int GapWeeks, IReadOnlyList<WeekSpan> Windows);

/// <summary>Weeks from one to another, both included, numbered from 1 (周段).</summary>
public sealed record WeekSpan(int From, int To)
{
    /// <summary>Whether a week lies within.</summary>
    public bool Holds(int week) => From <= week && week <= To;
}

/// <summary>An enterprise and how often it may be disturbed (企业入企检查频次上限).</summary>
/// <param name="Id">Unique among the enterprises.</param>
/// <param name="Cap">Most visits in the year, of all bodies together.</param>
/// <param name="Used">Visits that have already been and do not stand in the plan.</param>
public sealed record PlanEnterprise(string Id, int Cap, int Used);

/// <summary>A place that is inspected (检查对象).</summary>
/// <param name="Id">Unique among the targets.</param>
/// <param name="Enterprise">Whose cap counts; several places may belong to one enterprise.</param>
/// <param name="Township">Where it lies.</param>
/// <param name="Block">Neighbourhood (网格): places of one are travelled to together.</param>
/// <param name="Risk">Risk grade.</param>
/// <param name="Requirements">Requirements that apply, each once.</param>
/// <param name="Closed">Weeks in which it cannot be visited.</param>
/// <param name="Weekdays">Days of the week on which it is open.</param>
public sealed record PlanTarget(
    string Id, string Enterprise, string Township, string Block, RiskGrade Risk, IReadOnlyList<string> Requirements,
    IReadOnlyList<WeekSpan> Closed, IReadOnlyList<DayOfWeek> Weekdays)
{
    /// <summary>Whether it can be visited on a day of a week.</summary>
    public bool IsOpen(int week, DateOnly day) => Weekdays.Contains(day.DayOfWeek) && !Closed.Any(span => span.Holds(week));
}

/// <summary>A visit of the plan so far (原计划检查).</summary>
/// <param name="Target">Id of the target.</param>
/// <param name="Day">Its day.</param>
/// <param name="Requirements">Ids of what is inspected.</param>
/// <param name="Locked">True for what was carried out or fixed by hand: it is kept as it is.</param>
public sealed record FormerVisit(string Target, DateOnly Day, IReadOnlyList<string> Requirements, bool Locked);
