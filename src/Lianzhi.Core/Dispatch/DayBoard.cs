using Lianzhi.Core.Duty;
using Lianzhi.Core.Equipment;
using Lianzhi.Core.Organisation;

namespace Lianzhi.Core.Dispatch;

/// <summary>What a crew is sent out for (任务种类).</summary>
public enum JobKind
{
    /// <summary>计划检查: a visit of the published plan.</summary>
    PlannedVisit,

    /// <summary>线索核查.</summary>
    Clue,

    /// <summary>复查 of a correction or of a case.</summary>
    Recheck,

    /// <summary>送达 of papers of a case.</summary>
    Service,

    /// <summary>巡查及其他, added by hand.</summary>
    Patrol,

    /// <summary>双随机抽查: the inspection of a drawn target by the officers drawn.</summary>
    DrawnInspection,
}

/// <summary>How soon a job has to be done (紧急程度).</summary>
public enum JobUrgency
{
    /// <summary>当日必办.</summary>
    Must,

    /// <summary>本周.</summary>
    Week,

    /// <summary>可以顺延.</summary>
    Later,
}

/// <summary>Where a job lies, for travel (地点).</summary>
/// <param name="Township">Code of the township.</param>
/// <param name="Block">Neighbourhood; empty when unknown.</param>
/// <param name="Longitude">Degrees east in millionths.</param>
/// <param name="Latitude">Degrees north in millionths.</param>
public sealed record DayPlace(string Township, string Block = "", int? Longitude = null, int? Latitude = null);

/// <summary>A skill somebody of the crew has to bring (所需技能).</summary>
/// <param name="Subject">In whose name that officer acts.</param>
/// <param name="Name">The skill.</param>
/// <param name="Level">Least level.</param>
public sealed record JobSkill(string Subject, string Name, int Level);

/// <summary>A job of the day (当日任务).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What for.</param>
/// <param name="Title">What and where, in a few words.</param>
/// <param name="Place">Where.</param>
/// <param name="Subjects">Codes of the lawful subjects that sign; the area is never one.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Window">Within which it is begun and ended.</param>
/// <param name="Urgency">How soon.</param>
/// <param name="Needs">Equipment it needs besides vehicle and camera.</param>
/// <param name="Recused">Officers who must keep out of it (行政处罚法 第四十三条).</param>
public sealed record DayJob(
    string Id, JobKind Kind, string Title, DayPlace Place, IReadOnlyList<string> Subjects, int Minutes, MinuteSpan Window, JobUrgency Urgency,
    IReadOnlyList<EquipmentKind> Needs, IReadOnlyList<string> Recused)
{
    /// <summary>Skills its requirements ask for.</summary>
    public IReadOnlyList<JobSkill> Skills { get; init; } = [];

    /// <summary>
    /// Whom a draw chose, or who took the place of one of them by a recorded exchange (抽查人员): all of them go, and only they sign (优化营商环境条例 第五十四条).
    /// Empty for jobs that were not drawn.
    /// </summary>
    public IReadOnlyList<string> Drawn { get; init; } = [];
}

/// <summary>An officer the area may send out that day (当日可调度人员).</summary>
/// <param name="Id">The officer.</param>
/// <param name="Away">When the officer is away, or booked elsewhere.</param>
/// <param name="Leads">True for brigade leaders and liaisons, who go out where nobody else can.</param>
public sealed record DayOfficer(string Id, IReadOnlyList<Absence> Away, bool Leads = false);

/// <summary>Equipment the area may use that day (当日可用装备).</summary>
/// <param name="Item">The equipment.</param>
/// <param name="Unit">Township it stands in; null for the area's own.</param>
/// <param name="Taken">When it is booked for something else, and for what.</param>
public sealed record DayGear(EquipmentItem Item, string? Unit, IReadOnlyList<(MinuteSpan Minutes, string Purpose)> Taken);

/// <summary>A crew with its jobs in order (派出小组).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, for example 蓝田一组.</param>
/// <param name="Officers">Its officers.</param>
/// <param name="Gear">Vehicle, cameras and other equipment.</param>
/// <param name="Jobs">Its jobs, in order.</param>
/// <param name="Issued">True once its order was issued: planning anew leaves it alone.</param>
/// <param name="Closed">True once it has left: nothing of it is moved.</param>
public sealed record DayCrew(string Id, string Name, IReadOnlyList<string> Officers, IReadOnlyList<string> Gear, IReadOnlyList<string> Jobs, bool Issued = false, bool Closed = false)
{
    /// <summary>True when both send the same people with the same things to the same jobs.</summary>
    public bool Same(DayCrew other) => Officers.SequenceEqual(other.Officers) && Gear.SequenceEqual(other.Gear) && Jobs.SequenceEqual(other.Jobs);
}

/// <summary>The board of one area on one day (调度台), with everything its rules look at.</summary>
/// <param name="Base">Township the crews start from: the area's centre.</param>
/// <param name="Organisation">The organisation on the day.</param>
/// <param name="Policy">Whether redeployed officers may act in another township's name.</param>
/// <param name="Terms">Hours and travel times.</param>
/// <param name="Jobs">All jobs.</param>
/// <param name="Officers">Who may be sent.</param>
/// <param name="Gear">What may be used.</param>
/// <param name="Crews">The crews.</param>
public sealed record DayBoard(
    string Base, OrganisationAsOf Organisation, CrewPolicy Policy, DayTerms Terms, IReadOnlyList<DayJob> Jobs, IReadOnlyList<DayOfficer> Officers, IReadOnlyList<DayGear> Gear, IReadOnlyList<DayCrew> Crews)
{
    /// <summary>The job of an id.</summary>
    public DayJob Job(string id) => Jobs.First(job => job.Id == id);

    /// <summary>The crew of an id; null when there is none.</summary>
    public DayCrew? Crew(string id) => Crews.FirstOrDefault(crew => crew.Id == id);

    /// <summary>The crew that has a job; null while it waits.</summary>
    public DayCrew? CrewOf(string job) => Crews.FirstOrDefault(crew => crew.Jobs.Contains(job));

    /// <summary>The equipment of an id; null when the area may not use it.</summary>
    public DayGear? GearOf(string id) => Gear.FirstOrDefault(gear => gear.Item.Id == id);

    /// <summary>Jobs no crew has, the most urgent first.</summary>
    public IReadOnlyList<DayJob> Waiting
    {
        get
        {
            var taken = Crews.SelectMany(crew => crew.Jobs).ToHashSet(StringComparer.Ordinal);
            return [.. Jobs.Where(job => !taken.Contains(job.Id)).OrderBy(job => job.Urgency).ThenBy(job => job.Window.Until)];
        }
    }

    /// <summary>Officers in no crew.</summary>
    public IEnumerable<DayOfficer> Free => Officers.Where(officer => !Crews.Any(crew => crew.Officers.Contains(officer.Id)));

    /// <summary>Equipment of a kind that no crew has and that may be used that day.</summary>
    public IEnumerable<DayGear> FreeGear(EquipmentKind kind) => Gear.Where(gear => gear.Item.Kind == kind && gear.Taken.Count == 0
        && EquipmentRules.Use(gear.Item, Organisation.Day) is null && !Crews.Any(crew => crew.Gear.Contains(gear.Item.Id)));

    /// <summary>The times of a crew.</summary>
    public CrewTiming Timing(DayCrew crew) => CrewTiming.Of(this, [.. crew.Jobs.Select(Job)]);

    /// <summary>The board with one crew changed; a crew that is new comes last.</summary>
    public DayBoard With(DayCrew crew) => this with { Crews = Crews.Any(one => one.Id == crew.Id) ? [.. Crews.Select(one => one.Id == crew.Id ? crew : one)] : [.. Crews, crew] };

    /// <summary>Name of an officer.</summary>
    public string NameOf(string officer) => Organisation.Officer(officer)?.Name ?? "（已离岗人员）";
}
