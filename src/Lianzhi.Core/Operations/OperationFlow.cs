using Lianzhi.Core.Documents;
using Lianzhi.Core.Duty;
using Lianzhi.Core.Organisation;

namespace Lianzhi.Core.Operations;

/// <summary>Which step a joint operation may take, and what stands in its way (联合行动办理规则).</summary>
public static partial class OperationFlow
{
    private const string Notice = "漳龙政〔2024〕40号";
    private const int LongestText = 2000;

    /// <summary>Null when the step may be taken from where the operation stands.</summary>
    public static Refusal? Check(OperationStage stage, OperationStep step) => From(step).Contains(stage) ? null
        : new("operation-step-not-now", $"联合行动现处于“{Name(stage)}”环节，不能办理“{Name(step)}”。", $"{Notice}：片长安排、组织、小结");

    /// <summary>The next step of the line; null when there is none.</summary>
    public static OperationStep? Next(OperationFile file) => file.Stage switch
    {
        OperationStage.Arranged => OperationStep.Reply,
        OperationStage.Drafting => OperationStep.Plan,
        OperationStage.Planned => OperationStep.Order,
        OperationStage.Ordered => OperationStep.SignIn,
        OperationStage.Running => file.Units.Any(unit => unit.Result is null) ? OperationStep.Report : OperationStep.SumUp,
        _ => null,
    };

    /// <summary>What an arrangement or a simple operation needs to be opened.</summary>
    /// <param name="kind">Kind.</param>
    /// <param name="title">Title.</param>
    /// <param name="reason">Why.</param>
    /// <param name="townships">Townships it takes place in.</param>
    /// <param name="units">Units asked to take part.</param>
    /// <param name="replyDueOn">Last day for replies.</param>
    /// <param name="today">Today.</param>
    public static IReadOnlyList<Refusal> Open(OperationKind kind, string? title, string? reason, IReadOnlyList<string> townships, IReadOnlyList<string> units, DateOnly? replyDueOn, DateOnly today)
    {
        var faults = new List<Refusal>();
        if (Missing(title, "title", "名称", 100) is { } noTitle) faults.Add(noTitle);
        if (Missing(reason, "reason", kind == OperationKind.Simple ? "行动事由" : "安排的理由", 500) is { } noReason) faults.Add(noReason);
        if (kind == OperationKind.Simple && townships.Count != 1) faults.Add(new("one-township", "简易联动限于一个镇（街道）辖区；跨镇（街道）或者重大复杂的，应当及时向片长报告，由片长安排联片联合执法。", $"{Notice} 二（二）3", "townships"));
        if (kind == OperationKind.Simple && townships is [var only] && !units.Contains(only)) faults.Add(Refusal.Invalid("units", "简易联动由本镇（街道）参与。"));
        if (kind == OperationKind.AcrossTownships && townships.Count == 0) faults.Add(Refusal.Invalid("townships", "请选择行动涉及的镇（街道）。"));
        if (units.Count < 2) faults.Add(Refusal.Invalid("units", "联合行动至少有两个参与单位。"));
        if (kind == OperationKind.AcrossTownships && (replyDueOn is null || replyDueOn < today)) faults.Add(Refusal.Invalid("replyDueOn", "请填写参与单位的回复期限，不早于今日。"));
        return faults;
    }

    /// <summary>Nobody is sent before the units answered, or their term is over.</summary>
    public static Refusal? Replies(OperationFile file, DateOnly today) =>
        file.Kind == OperationKind.Simple || today > file.ReplyDueOn || file.Units.All(unit => unit.Agrees is not null) ? null
        : new("replies-open", $"{string.Join("、", file.Units.Where(unit => unit.Agrees is null).Select(unit => unit.Name))}尚未回复，期限至{ChineseText.Date(file.ReplyDueOn!.Value)}。", $"{Notice}：片长统筹协调");

    /// <summary>
    /// Whether an officer may be sent without his unit agreeing: the 片长 dispatches officers of his townships and those sent down to them, a 副片长 also the
    /// staff of branches in his township; anybody else comes only when the unit has agreed.
    /// </summary>
    /// <param name="file">The operation.</param>
    /// <param name="area">Its area.</param>
    /// <param name="officer">Who is to be sent.</param>
    /// <param name="stationed">He works at a branch in a township of the operation.</param>
    /// <param name="organisation">The organisation that day.</param>
    public static Refusal? Sending(OperationFile file, string area, Officer officer, bool stationed, OrganisationAsOf organisation)
    {
        if (AreaCommand.Reaches(area, officer, organisation) || (stationed && file.Kind == OperationKind.Simple)) return null;
        return file.Units.Any(unit => unit.Unit == officer.Unit && unit.Agrees == true) ? null
            : new("consent-missing", $"{officer.Name}是{organisation.UnitName(officer.Unit)}人员，没有下沉到本片区：其单位回复参加后才能派出。", AreaCommand.Notice, "people");
    }

    /// <summary>
    /// The time an operation takes of its people (行动占用时间): from the hour it says to gather to the end of the day, for nothing says when it ends; the whole day when it
    /// names no hour.
    /// </summary>
    /// <param name="gathering">Where and when all gather, as it was written.</param>
    public static MinuteSpan Hours(string? gathering)
    {
        if (GatheringHour().Match(gathering ?? "") is not { Success: true } found) return new(0, MinuteSpan.Day);
        var hour = int.Parse(found.Groups["hour"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        var minute = found.Groups["minute"].Success ? int.Parse(found.Groups["minute"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : found.Groups["half"].Success ? 30 : 0;
        if (found.Groups["later"].Success && hour < 12) hour += 12;
        return hour > 23 || minute > 59 ? new(0, MinuteSpan.Day) : new((hour * 60) + minute, MinuteSpan.Day);
    }

    [System.Text.RegularExpressions.GeneratedRegex("(?<later>下午|晚上?|夜间|傍晚)?(?<hour>[0-9]{1,2})(?:[:：](?<minute>[0-9]{2})|[时点](?:(?<minute>[0-9]{1,2})分?|(?<half>半))?)")]
    private static partial System.Text.RegularExpressions.Regex GatheringHour();

    /// <summary>Refuses people who are elsewhere at the time of an operation, with where each is.</summary>
    /// <param name="hours">When the operation takes place.</param>
    /// <param name="people">Names with when they are away.</param>
    public static IReadOnlyList<Refusal> Elsewhere(MinuteSpan hours, IEnumerable<(string Name, IReadOnlyList<Absence> Away)> people) =>
        [.. people.SelectMany(person => person.Away.Where(away => away.Minutes.Overlaps(hours)).Take(1).Select(away => new Refusal("officer-away", $"{person.Name}当日{away.Minutes}{away.Text}，不能参加行动，请换人。", DutyRules.Calendar, "people")))];

    /// <summary>What a plan needs besides lawful crews.</summary>
    public static IReadOnlyList<Refusal> Plan(DateOnly? day, string? gathering, string? tasks, string? equipment, string? safety, string? helpers, DateOnly today)
    {
        var faults = new List<Refusal>();
        if (day is null || day < today) faults.Add(Refusal.Invalid("day", "请填写行动日期，不早于今日。"));
        if (Missing(gathering, "gathering", "集合时间和地点", 200) is { } noGathering) faults.Add(noGathering);
        if (Missing(tasks, "tasks", "任务分工", LongestText) is { } noTasks) faults.Add(noTasks);
        foreach (var (field, text) in new[] { ("equipment", equipment), ("safety", safety), ("helpers", helpers) })
            if (text?.Length > 500) faults.Add(Refusal.Invalid(field, "不能超过500字。"));
        return faults;
    }

    /// <summary>Who came; a subject with fewer than two of its officers there acts not that day. Noted later, it says why.</summary>
    public static IReadOnlyList<Refusal> SignIn(OperationFile file, IReadOnlyCollection<string> present, string? absent, string? late, DateOnly today)
    {
        var faults = new List<Refusal>();
        if (today < file.Day) faults.Add(new("not-the-day", $"行动日期是{ChineseText.Date(file.Day!.Value)}，集合签到在当日办理。", $"{Notice}：组织联合执法活动", "present"));
        if (today > file.Day && string.IsNullOrWhiteSpace(late)) faults.Add(Refusal.Invalid("late", "行动日期已过，补办签到请写明原因。"));
        if (present.Count == 0) faults.Add(Refusal.Invalid("present", "请选择到场人员。"));
        if (present.Any(id => file.People.All(person => person.Officer.Id != id))) faults.Add(Refusal.Invalid("present", "到场人员应当是方案列明的人员；临时换人的，先调整方案。"));
        if (file.People.Any(person => !present.Contains(person.Officer.Id)) && string.IsNullOrWhiteSpace(absent)) faults.Add(Refusal.Invalid("absent", "有人未到场，请写明原因。"));
        if (absent?.Length > 200) faults.Add(Refusal.Invalid("absent", "不能超过200字。"));
        if (late?.Length > 200) faults.Add(Refusal.Invalid("late", "不能超过200字。"));
        return faults;
    }

    /// <summary>Subjects that may act: those with two of their officers present (行政处罚法 第42条).</summary>
    public static IReadOnlyList<string> Able(OperationFile file) =>
        [.. file.People.Where(person => person.Present == true).CountBy(person => person.ActsFor).Where(pair => pair.Value >= 2).Select(pair => pair.Key).Order(StringComparer.Ordinal)];

    /// <summary>A unit reports what it did; whom nobody came for did not act. What was inspected here counts as its records say.</summary>
    /// <param name="file">The operation.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="result">In words.</param>
    /// <param name="inspected">Places inspected.</param>
    /// <param name="found">Problems found.</param>
    /// <param name="kept">What its inspections of the operation say; null when it has none here, as of inspections on paper.</param>
    public static IReadOnlyList<Refusal> Report(OperationFile file, string? unit, string? result, int inspected, int found, OperationFigures? kept = null)
    {
        var faults = new List<Refusal>();
        if (file.Units.All(one => one.Unit != unit)) faults.Add(Refusal.Invalid("unit", "该单位不参与本次行动。"));
        if (Missing(result, "result", "行动结果", 1000) is { } noResult) faults.Add(noResult);
        if (inspected is < 0 or > 9999) faults.Add(Refusal.Invalid("inspected", "检查户数应当是 0 至 9999。"));
        if (found is < 0 or > 9999) faults.Add(Refusal.Invalid("found", "发现问题数应当是 0 至 9999。"));
        if (inspected > 0 && !Able(file).Contains(unit ?? ""))
            faults.Add(new("crew-too-small", "该主体到场的持证人员不足两名，不能以其名义检查。", "行政处罚法 第42条", "inspected"));
        if (kept is { Open: > 0 }) faults.Add(new("inspections-open", $"本次行动还有{kept.Open}户检查没有签署笔录，请先办完或者取消。", $"{Notice}：总结工作经验", "inspected"));
        else if (kept is not null && (inspected != kept.Inspected || found != kept.Found))
            faults.Add(new("result-against-inspections", $"按本次行动的检查笔录，检查{kept.Inspected}户、发现问题{kept.Found}项，登记结果应当与笔录一致。", $"{Notice}：总结工作经验", inspected != kept.Inspected ? "inspected" : "found"));
        return faults;
    }

    /// <summary>Everything was reported before it is summed up.</summary>
    public static IReadOnlyList<Refusal> SumUp(OperationFile file, string? summary)
    {
        var faults = new List<Refusal>();
        if (file.Units.Where(unit => unit.Result is null).Select(unit => unit.Name).ToList() is { Count: > 0 } open) faults.Add(new("results-open", $"{string.Join("、", open)}尚未登记结果。", $"{Notice}：总结工作经验"));
        if (Missing(summary, "summary", "小结", LongestText) is { } noSummary) faults.Add(noSummary);
        return faults;
    }

    /// <summary>A text that must be there.</summary>
    public static Refusal? Missing(string? text, string field, string what, int most) => string.IsNullOrWhiteSpace(text) || text.Length > most ? Refusal.Invalid(field, $"请填写{what}，不超过{most}字。") : null;

    /// <summary>What officers call a stage.</summary>
    public static string Name(OperationStage stage) => stage switch
    {
        OperationStage.Arranged => "待单位回复",
        OperationStage.Drafting => "待制定方案",
        OperationStage.Planned => "待下达",
        OperationStage.Ordered => "待集合",
        OperationStage.Running => "行动中",
        OperationStage.Finished => "已小结",
        _ => "已取消",
    };

    /// <summary>What officers call a step.</summary>
    public static string Name(OperationStep step) => step switch
    {
        OperationStep.Reply => "回复安排",
        OperationStep.Plan => "制定行动方案",
        OperationStep.Order => "下达调度令",
        OperationStep.SignIn => "集合签到",
        OperationStep.Report => "登记结果",
        OperationStep.SumUp => "行动小结",
        _ => "取消行动",
    };

    /// <summary>What officers call a kind.</summary>
    public static string Name(OperationKind kind) => kind == OperationKind.Simple ? "简易联动" : "联片联合执法";

    private static OperationStage[] From(OperationStep step) => step switch
    {
        // A unit may answer, or answer otherwise, until the order; an ordered plan may be changed, and is ordered anew.
        OperationStep.Reply => [OperationStage.Arranged, OperationStage.Drafting, OperationStage.Planned],
        OperationStep.Plan => [OperationStage.Arranged, OperationStage.Drafting, OperationStage.Planned, OperationStage.Ordered],
        OperationStep.Order => [OperationStage.Planned],
        OperationStep.SignIn => [OperationStage.Ordered],
        OperationStep.Report or OperationStep.SumUp => [OperationStage.Running],
        _ => [OperationStage.Arranged, OperationStage.Drafting, OperationStage.Planned, OperationStage.Ordered],
    };
}

/// <summary>The papers of a joint operation (联合行动文书): inside papers, for an area and its leaders sign nothing towards the public.</summary>
public static class OperationPapers
{
    /// <summary>The papers it has.</summary>
    public static IReadOnlyList<DocumentCode> Of(OperationFile file) =>
    [
        .. file.Kind == OperationKind.AcrossTownships ? new[] { DocumentCode.ChiefArrangement } : [],
        .. file.Day is not null ? new[] { DocumentCode.OperationOrder } : [],
        .. file.Stage is OperationStage.Running or OperationStage.Finished ? new[] { DocumentCode.OperationSummary } : [],
    ];

    /// <summary>The content of one; null when there is none.</summary>
    public static DocumentContent? Content(OperationFile file, DocumentCode code) => !Of(file).Contains(code) ? null : code switch
    {
        DocumentCode.ChiefArrangement => Make(file, code,
            new FieldTable(
            [
                new("行动名称", file.Title), new("涉及镇（街道）", string.Join("、", file.Townships)), new("安排", $"开展联片联合执法；违法行为由{file.HandlerName}依法作出处理决定"), new("理由", file.Reason),
                new("参与单位", string.Join("、", file.Units.Select(unit => unit.Name))), new("回复期限", file.ReplyDueOn is { } due ? ChineseText.Date(due) : "无"),
            ]),
            new GridTable(["单位", "回复", "意见"], [.. file.Units.Select(unit => new[] { unit.Name, unit.Agrees switch { true => "参加", false => "不能参加", _ => "未回复" }, unit.Reply ?? "" })]),
            new Paragraph("片区只统筹协调，不作为执法主体；检查通知书、处罚决定由各主体以自己的名义制发。", ParagraphStyle.Note),
            new SignatureBlock([new("片长", file.Leader, ChineseText.Date(file.OpenedOn))])),
        DocumentCode.OperationOrder => Make(file, code,
            new FieldTable(
            [
                new("行动名称", $"{file.Title}（{OperationFlow.Name(file.Kind)}）"), new("事由", file.Reason), new("行动日期", ChineseText.Date(file.Day!.Value)), new("集合", file.Gathering!), new("任务分工", file.Tasks!),
                new("车辆装备", Taken(file)), new("安全和舆情", CasePhrases.Or(file.Safety, "无")), new("辅助人员", CasePhrases.Or(file.Helpers, "无")),
            ]),
            new GridTable(["姓名", "执法证号", "派出单位", "以谁的名义执法", "签到"], [.. file.People.Select(person => new[] { person.Officer.Name, person.Officer.CertificateNumber, person.HomeName, file.Units.FirstOrDefault(unit => unit.Unit == person.ActsFor)?.Name ?? person.ActsFor, person.Present switch { true => "到场", false => $"未到：{person.Absent}", _ => "" } })]),
            new SignatureBlock([new(file.Kind == OperationKind.Simple ? "副片长" : "片长", file.Leader, file.OrderedOn is { } on ? ChineseText.Date(on) : CasePhrases.Pending("下达"))])),
        _ => Make(file, code,
            new FieldTable([new("行动名称", file.Title), new("行动日期", ChineseText.Date(file.Day!.Value)), new("到场人员", $"{file.People.Count(person => person.Present == true)}名，应到{file.People.Count}名{(file.LateReason is { } late ? $"（{ChineseText.Date(file.SignedInOn!.Value)}补办签到：{late}）" : "")}"), new("小结", file.Summary ?? CasePhrases.Pending("小结"))]),
            new GridTable(["单位", "检查户数", "发现问题", "结果"], [.. file.Units.Select(unit => new[] { unit.Name, Text(unit.Inspected), Text(unit.Found), unit.Result ?? CasePhrases.Pending("登记") })]),
            new SignatureBlock([new("负责人", file.Leader, file.SummedOn is { } summed ? ChineseText.Date(summed) : CasePhrases.Pending("小结"))])),
    };

    /// <summary>What is taken along in one sentence: what is booked, and what was written besides.</summary>
    public static string Taken(OperationFile file) => string.Join("；", new[] { string.Join("、", file.Gear), file.Equipment ?? "" }.Where(text => text.Length > 0).DefaultIfEmpty("各单位自备"));

    private static DocumentContent Make(OperationFile file, DocumentCode code, params IReadOnlyList<DocumentBlock> blocks)
    {
        var kind = DocumentKinds.Of(code);
        return new(kind, $"{file.AreaName}联合执法", kind.Title, null, blocks);
    }

    private static string Text(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
