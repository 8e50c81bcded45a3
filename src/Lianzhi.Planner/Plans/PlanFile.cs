using System.Globalization;
using System.Text.Json;
using Lianzhi.Core;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Inspections;
using Lianzhi.Planner.Files;

namespace Lianzhi.Planner.Plans;

/// <summary>Reads problem files of the plan solver (年度计划问题文件), described in docs/plan.md.</summary>
public static partial class PlanFile
{
    /// <summary>Most targets of one file.</summary>
    public const int MostTargets = 50_000;

    /// <summary>Largest file that is read at all.</summary>
    public const long LargestBytes = 128L << 20;

    /// <summary>Most of what is not a target.</summary>
    private const int Most = 5_000;

    /// <summary>A set of requirements of one target is kept in one machine word.</summary>
    private const int MostRequirements = 32;

    /// <summary>Reads a problem; a fault is refused with its JSON path in <see cref="Refusal.Field"/>.</summary>
    public static Result<PlanProblem> Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            return Problem(new("$", document.RootElement));
        }
        catch (FileFault fault)
        {
            return Refusal.Invalid(fault.Path, fault.Message);
        }
        catch (JsonException fault)
        {
            return Refusal.Invalid("$", $"不是有效的 JSON：第{fault.LineNumber + 1}行第{fault.BytePositionInLine + 1}字节");
        }
    }

    private static PlanProblem Problem(FileNode file)
    {
        var members = file.Members(["weeks", "teams", "requirements", "targets"], "firstOpenWeek", "travelMinutes", "weights", "fleets", "enterprises", "former");
        var weeks = Listed(members["weeks"], PlanProblem.MostWeeks, Week);
        Ascending(members["weeks"], weeks);
        var teams = Listed(members["teams"], Most, node => Team(node, weeks));
        Unique(members["teams"], teams, team => team.Id);
        OneEach(members["teams"], teams.Select(team => team.Domains.SelectMany(domain => team.Townships.Select(township => (domain, township)))), "同一领域、同一镇街已有队伍承担");
        var fleets = members.TryGetValue("fleets", out var node) ? Listed(node, Most, fleet => Fleet(fleet, weeks), least: 0) : [];
        Unique(node, fleets, fleet => fleet.Id);
        OneEach(node, fleets.Select(fleet => fleet.Townships), "同一镇街已有车辆");
        var requirements = Listed(members["requirements"], Most, requirement => Requirement(requirement, weeks.Count));
        Unique(members["requirements"], requirements, requirement => requirement.Id);
        var enterprises = members.TryGetValue("enterprises", out node) ? Listed(node, MostTargets, Enterprise, least: 0) : [];
        Unique(node, enterprises, enterprise => enterprise.Id);
        var (known, owners) = (Ids(requirements, requirement => requirement.Id), Ids(enterprises, enterprise => enterprise.Id));
        var targets = Listed(members["targets"], MostTargets, target => Target(target, known, owners, weeks.Count));
        Unique(members["targets"], targets, target => target.Id);
        var former = members.TryGetValue("former", out node) ? Listed(node, MostTargets * 10, visit => Former(visit), least: 0) : [];
        var problem = new PlanProblem(
            weeks,
            members.TryGetValue("firstOpenWeek", out var first) ? Week(first, weeks.Count + 1) : 1,
            members.TryGetValue("travelMinutes", out var travel) ? Small(travel) : 30,
            members.TryGetValue("weights", out var weights) ? Weights(weights) : PlanWeights.Usual,
            teams, fleets, requirements, enterprises, targets, former);
        if (former.Count > 0) FormerVisits.Check(node, problem);
        return problem;
    }

    private static PlanWeek Week(FileNode node) => new([.. node.Members(["days"])["days"].Items().Select(Day)]);

    private static PlanTeam Team(FileNode node, List<PlanWeek> weeks)
    {
        var values = node.Members(["id", "subject", "domains", "townships", "officers", "minutesPerDay"], "crew", "weeks", "taken");
        var officers = Enumerable.Repeat(Small(values["officers"]), weeks.Count).ToArray();
        if (values.TryGetValue("weeks", out var other))
            foreach (var (week, count) in Exceptions(other, "officers", weeks.Count)) officers[week - 1] = count;
        var crew = values.TryGetValue("crew", out var sent) ? Small(sent) : PlanProblem.LeastCrew;
        if (crew < PlanProblem.LeastCrew) throw sent.Fault("行政检查不得少于两人（行政处罚法 第42条）");
        return new(values["id"].Text(), values["subject"].Text(), Texts(values["domains"]), Texts(values["townships"]), crew, Small(values["minutesPerDay"]), officers)
        {
            Taken = values.TryGetValue("taken", out var taken) ? Counted(taken, weeks.Count) : [],
        };
    }

    private static PlanFleet Fleet(FileNode node, List<PlanWeek> weeks)
    {
        var counted = node.Members().ContainsKey("trips");
        var values = counted ? node.Members(["id", "townships", "trips"], "seats") : node.Members(["id", "townships", "vehicles", "tripsPerDay"], "seats", "weeks");
        var week = counted ? Counted(values["trips"], weeks.Count) : Driven(values, weeks);
        var seats = values.TryGetValue("seats", out var given) ? Small(given) : 5;
        if (seats == 0) throw given.Fault("不能小于 1");
        return new(values["id"].Text(), Texts(values["townships"]), seats, week);
    }

    private static int[] Counted(FileNode node, int weeks)
    {
        var trips = node.Items().ConvertAll(count => count.WholeNumber(0) is var number and <= 1_000_000 ? number : throw count.Fault("不能大于 1000000"));
        return trips.Count == weeks ? [.. trips] : throw node.Fault($"应当每周一个数，共 {weeks} 个");
    }

    private static int[] Driven(Dictionary<string, FileNode> values, List<PlanWeek> weeks)
    {
        var (vehicles, trips) = (Small(values["vehicles"]), Small(values["tripsPerDay"]));
        var week = weeks.Select(days => vehicles * trips * days.Days.Count).ToArray();
        if (values.TryGetValue("weeks", out var other))
            foreach (var (number, count) in Exceptions(other, "vehicles", weeks.Count)) week[number - 1] = count * trips * weeks[number - 1].Days.Count;
        return week;
    }

    private static PlanRequirement Requirement(FileNode node, int weeks)
    {
        var values = node.Members(["id", "domain", "visits", "minutes"], "gapWeeks", "windows");
        var visits = values["visits"].Members(["high", "medium", "low"]);
        return new(values["id"].Text(), values["domain"].Text(),
            new Dictionary<RiskGrade, int> { [RiskGrade.High] = Times(visits["high"]), [RiskGrade.Medium] = Times(visits["medium"]), [RiskGrade.Low] = Times(visits["low"]) },
            Small(values["minutes"]), values.TryGetValue("gapWeeks", out var gap) ? Times(gap) : 1, values.TryGetValue("windows", out var windows) ? Spans(windows, weeks) : []);
    }

    private static PlanEnterprise Enterprise(FileNode node)
    {
        var values = node.Members(["id", "cap"], "used");
        return new(values["id"].Text(), Small(values["cap"]), values.TryGetValue("used", out var used) ? Small(used) : 0);
    }

    private static PlanTarget Target(FileNode node, HashSet<string> requirements, HashSet<string> enterprises, int weeks)
    {
        var values = node.Members(["id", "enterprise", "township", "block", "risk", "requirements"], "closed", "weekdays");
        var asked = Texts(values["requirements"]);
        if (asked.Count > MostRequirements) throw values["requirements"].Fault($"最多 {MostRequirements} 项");
        for (var index = 0; index < asked.Count; index++)
            if (!requirements.Contains(asked[index])) throw new FileFault($"{values["requirements"].Path}[{index}]", "没有这项检查要求");
        var enterprise = values["enterprise"].Text();
        if (!enterprises.Contains(enterprise)) throw values["enterprise"].Fault("没有这个企业");
        return new(values["id"].Text(), enterprise, values["township"].Text(), values["block"].Text(), Risk(values["risk"]), asked,
            values.TryGetValue("closed", out var closed) ? Spans(closed, weeks) : [],
            values.TryGetValue("weekdays", out var days) ? [.. days.Items().Select(Weekday)] : Enum.GetValues<DayOfWeek>());
    }

    private static FormerVisit Former(FileNode node)
    {
        var values = node.Members(["target", "day", "requirements"], "locked");
        return new(values["target"].Text(), Day(values["day"]), Texts(values["requirements"]), values.TryGetValue("locked", out var locked) && locked.Truth());
    }

    private static PlanWeights Weights(FileNode node)
    {
        var values = node.Members(["visit", "round", "peakHour", "change", "unserved"]);
        var unserved = values["unserved"].Members(["low", "medium", "high"]);
        return new(Small(values["visit"]), Small(values["round"]), Small(values["peakHour"]), Small(values["change"]), Small(unserved["low"]), Small(unserved["medium"]), Small(unserved["high"]));
    }

    private static IEnumerable<(int Week, int Count)> Exceptions(FileNode list, string what, int weeks) =>
        list.Items().Select(node => node.Members(["week", what])).Select(values => (Week(values["week"], weeks), Small(values[what])));

    private static List<WeekSpan> Spans(FileNode list, int weeks) => list.Items().ConvertAll(node =>
    {
        var values = node.Members(["from", "to"]);
        var span = new WeekSpan(Week(values["from"], weeks), Week(values["to"], weeks));
        return span.From <= span.To ? span : throw values["from"].Fault("晚于 to");
    });

    private static int Week(FileNode node, int most) => node.WholeNumber(1) is var week && week <= most ? week : throw node.Fault($"只有 {most} 周");

    private static int Times(FileNode node) => node.WholeNumber(0) is var times and <= 60 ? times : throw node.Fault("不能大于 60");

    private static int Small(FileNode node) => node.WholeNumber(0) is var number and <= 10_000 ? number : throw node.Fault("不能大于 10000");

    private static RiskGrade Risk(FileNode node) => node.Text() switch
    {
        "high" => RiskGrade.High,
        "medium" => RiskGrade.Medium,
        "low" => RiskGrade.Low,
        _ => throw node.Fault("应当是 high、medium 或者 low"),
    };

    private static DayOfWeek Weekday(FileNode node) => node.WholeNumber(1) is var day and <= 7 ? (DayOfWeek)(day % 7) : throw node.Fault("应当是 1（周一）至 7（周日）");

    private static DateOnly Day(FileNode node) =>
        DateOnly.TryParseExact(node.Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw node.Fault("应当是 yyyy-MM-dd");

    private static List<string> Texts(FileNode list)
    {
        var (texts, seen) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var node in list.Items())
        {
            texts.Add(node.Text());
            if (!seen.Add(texts[^1])) throw node.Fault("重复出现");
        }
        return texts;
    }

    private static List<T> Listed<T>(FileNode list, int most, Func<FileNode, T> read, int least = 1)
    {
        var items = list.Items();
        if (items.Count < least || items.Count > most) throw list.Fault($"应当有 {least} 至 {most} 项");
        return items.ConvertAll(item => read(item));
    }

    private static void Ascending(FileNode list, List<PlanWeek> weeks)
    {
        var last = DateOnly.MinValue;
        for (var week = 0; week < weeks.Count; week++)
            for (var day = 0; day < weeks[week].Days.Count; day++)
            {
                last = weeks[week].Days[day] > last ? weeks[week].Days[day] : throw new FileFault($"{list.Path}[{week}].days[{day}]", "日期应当递增");
                // A week is one calendar week, so that its time stays within seven days.
                if (Weeks.MondayOf(last) != Weeks.MondayOf(weeks[week].Days[0])) throw new FileFault($"{list.Path}[{week}].days[{day}]", "应当与本周其他日期在同一个自然周（周一至周日）");
            }
    }

    private static HashSet<string> Ids<T>(List<T> items, Func<T, string> id) => items.Select(id).ToHashSet(StringComparer.Ordinal);

    private static void Unique<T>(FileNode list, List<T> items, Func<T, string> id)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < items.Count; index++)
            if (!seen.Add(id(items[index]))) throw new FileFault($"{list.Path}[{index}].id", "编号重复");
    }

    private static void OneEach<T>(FileNode list, IEnumerable<IEnumerable<T>> keys, string message)
    {
        var seen = new HashSet<T>();
        foreach (var (own, index) in keys.Select((own, index) => (own, index)))
            foreach (var key in own)
                if (!seen.Add(key)) throw new FileFault($"{list.Path}[{index}].townships", message);
    }
}
