namespace Lianzhi.Core.Inspections;

/// <summary>A visit as roll-ups and task lists read it (汇总用的检查安排).</summary>
/// <param name="Id">Id of the visit.</param>
/// <param name="Target">Id of the target.</param>
/// <param name="Name">Name of the target.</param>
/// <param name="Township">Where.</param>
/// <param name="Enterprise">Whose cap counts.</param>
/// <param name="Day">When.</param>
/// <param name="Parts">Who inspects what there, by subject.</param>
/// <param name="DoneOn">Day it was carried out; null before.</param>
/// <param name="GivenUp">True when it was reported as not carried out.</param>
public sealed record RolledVisit(string Id, string Target, string Name, string Township, string Enterprise, DateOnly Day, IReadOnlyList<VisitPart> Parts, DateOnly? DoneOn, bool GivenUp)
{
    /// <summary>Names of what was not inspected when it was carried out.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];

    /// <summary>True when what is left was reported as not to be inspected.</summary>
    public bool LeftGivenUp { get; init; }

    /// <summary>True when several subjects come together.</summary>
    public bool IsMerged => Parts.Count > 1;
}

/// <summary>What one subject inspects at a visit.</summary>
/// <param name="Subject">Code of the subject.</param>
/// <param name="Requirements">Names of its requirements.</param>
public sealed record VisitPart(string Subject, IReadOnlyList<string> Requirements);

/// <summary>Figures of one plan in the district's roll-up (全区计划指标).</summary>
/// <param name="Visits">Visits.</param>
/// <param name="Separate">Visits when each subject came alone.</param>
/// <param name="Merged">Visits of several subjects together.</param>
/// <param name="Done">Carried out.</param>
/// <param name="Late">Whose day is over and that were not reported.</param>
/// <param name="GivenUp">Not carried out.</param>
/// <param name="Enterprises">Enterprises visited.</param>
/// <param name="Most">Most visits of one enterprise.</param>
public sealed record RolledFigures(int Visits, int Separate, int Merged, int Done, int Late, int GivenUp, int Enterprises, int Most)
{
    /// <summary>Share of merged visits in percent.</summary>
    public int MergedShare => Visits == 0 ? 0 : 100 * Merged / Visits;
}

/// <summary>How one enterprise or site is visited in the year (每户合并情况).</summary>
/// <param name="Target">Id of the target.</param>
/// <param name="Name">Its name.</param>
/// <param name="Township">Where.</param>
/// <param name="Separate">Visits when each subject came alone.</param>
/// <param name="Visits">The visits, in order of their days.</param>
public sealed record MergedTarget(string Target, string Name, string Township, int Separate, IReadOnlyList<RolledVisit> Visits)
{
    /// <summary>Visits that it is spared.</summary>
    public int Saved => Separate - Visits.Count;
}

/// <summary>How far a task of a month is (月度任务情况).</summary>
public enum TaskState
{
    /// <summary>待检查.</summary>
    Open,

    /// <summary>已检查.</summary>
    Done,

    /// <summary>逾期未检查: its day is over.</summary>
    Late,

    /// <summary>未检查，已登记原因.</summary>
    GivenUp,
}

/// <summary>A task of a unit in a month (月度任务).</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Subject">Code of the unit.</param>
/// <param name="Requirements">What it inspects.</param>
/// <param name="Together">Codes of the others who come along.</param>
/// <param name="State">How far.</param>
public sealed record MonthTask(RolledVisit Visit, string Subject, IReadOnlyList<string> Requirements, IReadOnlyList<string> Together, TaskState State);

/// <summary>Visits of a place and of the same requirements, counted (检查安排计数).</summary>
/// <param name="Township">Where.</param>
/// <param name="Requirements">Names of what is inspected.</param>
/// <param name="State">How far they are.</param>
/// <param name="Count">How many.</param>
public sealed record CountedVisits(string Township, IReadOnlyList<string> Requirements, TaskState State, int Count)
{
    /// <summary>Names of what was not inspected when they were carried out.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];

    /// <summary>How far what is left is.</summary>
    public TaskState LeftState { get; init; }
}

/// <summary>How many tasks a unit has, by how far they are (月度任务数).</summary>
/// <param name="Open">待检查.</param>
/// <param name="Done">已检查.</param>
/// <param name="Late">逾期未检查.</param>
/// <param name="GivenUp">未检查，已登记原因.</param>
public sealed record TaskFigures(int Open, int Done, int Late, int GivenUp)
{
    /// <summary>All of them.</summary>
    public int All => Open + Done + Late + GivenUp;
}

/// <summary>Puts published plans together: figures of the district, merges by enterprise, tasks by month and unit (计划汇总).</summary>
public static class PlanRollup
{
    /// <summary>Figures of the visits of one plan.</summary>
    public static RolledFigures Figures(IReadOnlyList<RolledVisit> visits, DateOnly today)
    {
        var burden = visits.Where(visit => !visit.GivenUp).CountBy(visit => visit.Enterprise).ToList();
        return new(visits.Count, visits.Sum(visit => visit.Parts.Count), visits.Count(visit => visit.IsMerged), visits.Count(visit => visit.DoneOn is not null), visits.Count(visit => StateOf(visit, today) == TaskState.Late),
            visits.Count(visit => visit.GivenUp), burden.Count, burden.Count == 0 ? 0 : burden.Max(pair => pair.Value));
    }

    /// <summary>Load of each subject in all plans together; what a subject can do is its whole time, before other plans take of it.</summary>
    public static IReadOnlyList<SubjectLoad> Together(IEnumerable<IReadOnlyList<SubjectLoad>> plans) =>
        [.. plans.SelectMany(loads => loads).GroupBy(load => load.Subject, StringComparer.Ordinal).Select(own => new SubjectLoad(own.Key,
            Weekly(own, (load, week) => load.Minutes.ElementAtOrDefault(week), Enumerable.Sum),
            Weekly(own, (load, week) => load.Capacity.ElementAtOrDefault(week) + load.Taken.ElementAtOrDefault(week), values => values.Max())))];

    /// <summary>How each target is visited, those first that are spared most.</summary>
    public static IReadOnlyList<MergedTarget> Merges(IReadOnlyList<RolledVisit> visits) =>
        [.. visits.Where(visit => !visit.GivenUp).GroupBy(visit => visit.Target, StringComparer.Ordinal)
            .Select(own => new MergedTarget(own.Key, own.First().Name, own.First().Township, own.Sum(visit => visit.Parts.Count), [.. own.OrderBy(visit => visit.Day)]))
            .OrderByDescending(target => target.Saved).ThenByDescending(target => target.Separate).ThenBy(target => target.Name, StringComparer.Ordinal).ThenBy(target => target.Target, StringComparer.Ordinal)];

    /// <summary>Tasks of a month, by unit and day; all units when none is named.</summary>
    public static IReadOnlyList<MonthTask> Tasks(IReadOnlyList<RolledVisit> visits, int year, int month, string? unit, DateOnly today) =>
        [.. visits.Where(visit => visit.Day.Year == year && visit.Day.Month == month)
            .SelectMany(visit => visit.Parts.Where(part => unit is null || part.Subject == unit).Select(part => new MonthTask(visit, part.Subject, part.Requirements,
                [.. visit.Parts.Where(other => other.Subject != part.Subject).Select(other => other.Subject)], StateOf(visit, part, today))))
            .OrderBy(task => task.Subject, StringComparer.Ordinal).ThenBy(task => task.Visit.Day).ThenBy(task => task.Visit.Id, StringComparer.Ordinal)];

    /// <summary>Tasks of one unit, or of all, from visits that were only counted: one for each subject of a visit.</summary>
    public static TaskFigures Counted(IEnumerable<CountedVisits> visits, string? unit, IReadOnlyDictionary<string, InspectionRequirement> requirements)
    {
        var counts = (from visit in visits
                      from part in Parts(visit.Township, visit.Requirements, requirements)
                      where unit is null || part.Subject == unit
                      select (State: part.Requirements.Any(visit.Left.Contains) ? visit.LeftState : visit.State, visit.Count)).ToLookup(task => task.State, task => task.Count);
        return new(counts[TaskState.Open].Sum(), counts[TaskState.Done].Sum(), counts[TaskState.Late].Sum(), counts[TaskState.GivenUp].Sum());
    }

    /// <summary>Parts of a visit, from the names of its requirements.</summary>
    /// <param name="township">Where.</param>
    /// <param name="names">Names.</param>
    /// <param name="requirements">Requirements by name; a name that is not known any more is left out.</param>
    public static IReadOnlyList<VisitPart> Parts(string township, IEnumerable<string> names, IReadOnlyDictionary<string, InspectionRequirement> requirements) =>
        [.. names.Where(requirements.ContainsKey).GroupBy(name => requirements[name].SubjectOn(township), StringComparer.Ordinal).OrderBy(own => own.Key, StringComparer.Ordinal).Select(own => new VisitPart(own.Key, [.. own]))];

    /// <summary>How far a visit is.</summary>
    public static TaskState StateOf(RolledVisit visit, DateOnly today) => visit.GivenUp ? TaskState.GivenUp : visit.DoneOn is not null ? TaskState.Done : visit.Day < today ? TaskState.Late : TaskState.Open;

    /// <summary>How far one subject's part of a visit is: what it has left of a visit that others carried out is still to come, and late from the day after.</summary>
    public static TaskState StateOf(RolledVisit visit, VisitPart part, DateOnly today) =>
        visit.DoneOn is not { } on || !part.Requirements.Any(visit.Left.Contains) ? StateOf(visit, today) : visit.LeftGivenUp ? TaskState.GivenUp : on < today ? TaskState.Late : TaskState.Open;

    /// <summary>What a state is called.</summary>
    public static string Name(TaskState state) => state switch { TaskState.Done => "已检查", TaskState.Late => "逾期未检查", TaskState.GivenUp => "未检查", _ => "待检查" };

    private static int[] Weekly(IEnumerable<SubjectLoad> own, Func<SubjectLoad, int, int> value, Func<IEnumerable<int>, int> together)
    {
        var loads = own.ToList();
        return [.. Enumerable.Range(0, loads.Max(load => load.Minutes.Count)).Select(week => together(loads.Select(load => value(load, week))))];
    }
}
