using System.Text.Json.Serialization;
using Lianzhi.Core.Calendar;

namespace Lianzhi.Core.Inspections;

/// <summary>A part of each year in which inspections lie (检查时段), for example the flood season; from month and day to month and day, both included.</summary>
/// <param name="FromMonth">First month.</param>
/// <param name="FromDay">First day.</param>
/// <param name="ToMonth">Last month.</param>
/// <param name="ToDay">Last day.</param>
public sealed record SeasonWindow(int FromMonth, int FromDay, int ToMonth, int ToDay)
{
    /// <summary>Whether a day lies within.</summary>
    public bool Holds(DateOnly day)
    {
        var (from, to, at) = ((FromMonth * 100) + FromDay, (ToMonth * 100) + ToDay, (day.Month * 100) + day.Day);
        return from <= to ? from <= at && at <= to : at >= from || at <= to;
    }

    /// <summary>As people write it: 04-01至10-15.</summary>
    public override string ToString() => FormattableString.Invariant($"{FromMonth:00}-{FromDay:00}至{ToMonth:00}-{ToDay:00}");

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is none.</summary>
    public static SeasonWindow? Parse(string text)
    {
        var parts = text.Split('至', '-', '~');
        return parts.Length == 4 && Number(parts[0]) is { } one && Number(parts[1]) is { } two && Number(parts[2]) is { } three && Number(parts[3]) is { } four
            && IsDay(one, two) && IsDay(three, four) ? new(one, two, three, four) : null;

        static int? Number(string part) => int.TryParse(part.Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
        static bool IsDay(int month, int day) => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2024, month);
    }
}

/// <summary>One dated version of what a body wants to inspect how often (检查要求).</summary>
/// <param name="Id">Stays the same through all versions.</param>
/// <param name="Name">Name, unique among those in force.</param>
/// <param name="Department">Department that asks for it.</param>
/// <param name="ByTownship">True when the townships inspect in their own name (赋权事项); otherwise the department does.</param>
/// <param name="Sectors">Lines of business it applies to; empty: all.</param>
/// <param name="High">Inspections a year at high risk.</param>
/// <param name="Medium">At medium risk.</param>
/// <param name="Low">At low risk.</param>
/// <param name="Minutes">Time on the spot.</param>
/// <param name="GapWeeks">Least weeks between two.</param>
/// <param name="Skill">Domain skill an officer of the crew needs; empty for none.</param>
/// <param name="SkillLevel">Its level, 0 to 5.</param>
/// <param name="Windows">Parts of the year; empty: the whole year.</param>
/// <param name="Source">The document it rests on.</param>
/// <param name="Validity">When this version holds.</param>
public sealed record InspectionRequirement(
    string Id, string Name, string Department, bool ByTownship, IReadOnlyList<string> Sectors, int High, int Medium, int Low, int Minutes, int GapWeeks,
    string Skill, int SkillLevel, IReadOnlyList<SeasonWindow> Windows, string Source, Validity Validity)
{
    private const int MostVisits = 12;
    private const int MostChecks = 40;

    /// <summary>The checklist (检查表); empty: one line, the requirement itself.</summary>
    public IReadOnlyList<CheckItem> Checks { get; init; } = [];

    /// <summary>The lines that are checked on the spot.</summary>
    public IReadOnlyList<CheckItem> Checklist => Checks.Count > 0 ? Checks : [new CheckItem(Name, Source)];

    /// <summary>Who inspects it in a township: the one that signs.</summary>
    public string SubjectOn(string township) => ByTownship ? township : Department;

    /// <summary>Whether it asks for a skill: level 0 asks for none, whatever name stands beside it.</summary>
    [JsonIgnore]
    public bool AsksForSkill => Skill.Length > 0 && SkillLevel > 0;

    /// <summary>Inspections a year at a grade.</summary>
    public int Visits(RiskGrade risk) => risk switch { RiskGrade.High => High, RiskGrade.Medium => Medium, _ => Low };

    /// <summary>Whether it applies to a target.</summary>
    public bool AppliesTo(TargetFacts target) => target.Status == TargetStatus.Operating && Visits(target.Risk) > 0 && (Sectors.Count == 0 || Sectors.Any(target.Sectors.Contains));

    /// <summary>Everything that is wrong with it.</summary>
    public IReadOnlyList<Refusal> Faults()
    {
        var faults = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > 60) faults.Add(Refusal.Invalid("name", "请填写名称，不超过60字。"));
        foreach (var (field, visits) in new[] { ("high", High), ("medium", Medium), ("low", Low) })
            if (visits is < 0 or > MostVisits) faults.Add(Refusal.Invalid(field, $"每年次数应当是 0 至 {MostVisits}。"));
        if (High < Medium || Medium < Low) faults.Add(Refusal.Invalid("high", "风险高的检查次数不能少于风险低的（分级分类检查）。"));
        if (High == 0) faults.Add(Refusal.Invalid("high", "至少对高风险对象检查一次。"));
        if (Minutes is < 5 or > 480) faults.Add(Refusal.Invalid("minutes", "现场时间应当是 5 至 480 分钟。"));
        if (GapWeeks is < 1 or > 52) faults.Add(Refusal.Invalid("gapWeeks", "最少间隔应当是 1 至 52 周。"));
        if (SkillLevel is < 0 or > 5) faults.Add(Refusal.Invalid("skillLevel", "技能等级应当是 0 至 5。"));
        if (Skill.Length > 20) faults.Add(Refusal.Invalid("skill", "不能超过20字。"));
        if (Sectors.Count > 20 || Sectors.Any(sector => sector.Length > 20)) faults.Add(Refusal.Invalid("sectors", "最多20个行业，每个不超过20字。"));
        if (Checks.Count > MostChecks) faults.Add(Refusal.Invalid("checks", $"检查表最多{MostChecks}项。"));
        if (Checks.Any(check => CheckItem.Parse(check.ToString()) != check)) faults.Add(Refusal.Invalid("checks", "检查表每项须有检查内容和依据，各不超过200字，不含分号和换行。"));
        if (string.IsNullOrWhiteSpace(Source) || Source.Length > 200) faults.Add(Refusal.Invalid("source", "请填写依据文件，不超过200字。"));
        return faults;
    }
}

/// <summary>Most visits of one enterprise in a year by all bodies together (企业入企检查频次上限), by risk grade.</summary>
/// <param name="Risk">Risk grade.</param>
/// <param name="Visits">Most visits of a year.</param>
/// <param name="Source">The document.</param>
/// <param name="Validity">When it holds.</param>
public sealed record FrequencyCap(RiskGrade Risk, int Visits, string Source, Validity Validity);

/// <summary>Which cap holds for an enterprise (适用的频次上限): one answer for the plan that is drafted and for the inspection that is proposed.</summary>
public static class FrequencyCaps
{
    /// <summary>The grade of an enterprise: the highest of its sites, because the cap is the enterprise's and not the site's.</summary>
    /// <param name="own">Grade of the site asked for.</param>
    /// <param name="sites">Grades of all its sites in business.</param>
    public static RiskGrade Highest(RiskGrade own, IEnumerable<RiskGrade> sites) => sites.Append(own).Max();

    /// <summary>Most visits of a year at a grade on a day, without what was granted; null where no cap is set.</summary>
    public static int? Of(IEnumerable<FrequencyCap> caps, RiskGrade grade, DateOnly day) =>
        caps.FirstOrDefault(cap => cap.Risk == grade && cap.Validity.Contains(day))?.Visits;
}

/// <summary>On what ground an enterprise may be visited beyond its cap (突破频次上限的情形).</summary>
public enum CapGround
{
    /// <summary>投诉举报.</summary>
    Complaint,

    /// <summary>风险监测.</summary>
    Risk,

    /// <summary>转办交办移送.</summary>
    Transfer,

    /// <summary>专项检查.</summary>
    Campaign,
}

/// <summary>Visits granted beyond the cap (频次上限例外).</summary>
/// <param name="Enterprise">The enterprise.</param>
/// <param name="Year">The year.</param>
/// <param name="Visits">How many more.</param>
/// <param name="Ground">On what ground.</param>
/// <param name="Reason">In words.</param>
public sealed record CapException(string Enterprise, int Year, int Visits, CapGround Ground, string Reason);

/// <summary>Days without planned inspections (停止检查日), besides rest days: exams, typhoon, local festivals.</summary>
/// <param name="Days">First and last day, both included.</param>
/// <param name="Reason">Why.</param>
public sealed record Blackout(DateSpan Days, string Reason);
