using Lianzhi.Core.Duty;
using Lianzhi.Core.Equipment;
using Lianzhi.Core.Inspections;
using Lianzhi.Core.Organisation;

namespace Lianzhi.Core.Dispatch;

/// <summary>What is wrong with a crew (小组问题).</summary>
/// <param name="Refusal">The rule, in words.</param>
/// <param name="Blocks">False for a warning only.</param>
/// <param name="Job">The job it is about.</param>
/// <param name="Officer">The officer it is about.</param>
/// <param name="Gear">The equipment it is about.</param>
/// <param name="Extent">How bad it is: the officers that are missing; 0 where there is no more or less of it.</param>
public sealed record CrewFault(Refusal Refusal, bool Blocks, string? Job = null, string? Officer = null, string? Gear = null, int Extent = 0)
{
    /// <summary>What makes two faults the same, whatever their words.</summary>
    public (string Code, string? Job, string? Officer, string? Gear) Key => (Refusal.Code, Job, Officer, Gear);
}

/// <summary>
/// Whether a crew may lawfully do its jobs (小组合法性): for each signing subject two certified officers of its own who may act in its name, nobody who must
/// keep out, nobody in two places, equipment that may be used.
/// </summary>
public static class CrewCheck
{
    /// <summary>One dispatch of people and equipment of the area.</summary>
    public static readonly Basis Notice = "漳龙政〔2024〕40号：统一指挥、统一调度";

    /// <summary>Who inspects a drawn target is drawn as well.</summary>
    public static readonly Basis Draw = "优化营商环境条例 第五十四条";

    private static readonly Basis TwoOfficers = "行政处罚法 第四十二条";
    private static readonly Basis Recusal = "行政处罚法 第四十三条";
    private static readonly Basis Recording = "行政处罚法 第四十七条；国办发〔2018〕118号";

    /// <summary>Everything that is wrong with all crews, by crew.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<CrewFault>> All(DayBoard board) => board.Crews.ToDictionary(crew => crew.Id, crew => Of(board, crew));

    /// <summary>Everything that is wrong with a crew; a crew without jobs does nothing that could be.</summary>
    public static IReadOnlyList<CrewFault> Of(DayBoard board, DayCrew crew)
    {
        var faults = new List<CrewFault>();
        if (crew.Jobs.Count == 0) return faults;
        var timing = board.Timing(crew);
        if (timing.Late is { } late)
            faults.Add(new(new Refusal("not-in-time", $"{crew.Name}排到“{late.Title}”时已超过可办时段（{late.Window}）或者下班前回不来。", DutyRules.Calendar), true, late.Id));
        if (crew.Officers.Distinct(StringComparer.Ordinal).Count() > board.Terms.MostInCrew)
            faults.Add(new(new Refusal("crew-too-large", $"每组最多{board.Terms.MostInCrew}人。", $"设置“{DispatchSettings.MostInCrew.Title}”"), true));
        foreach (var officer in crew.Officers.Distinct(StringComparer.Ordinal)) faults.AddRange(OfOfficer(board, crew, officer, timing.Span));
        foreach (var stop in timing.Stops) faults.AddRange(OfJob(board, crew, stop));
        faults.AddRange(OfGear(board, crew, timing));
        return faults;
    }

    /// <summary>Whether an officer may act in a subject's name, keeps out of nothing and is there at the time.</summary>
    public static Refusal? May(DayBoard board, string officer, string subject, DayJob job, MinuteSpan when)
    {
        if (CrewRules.Member(subject, officer, board.Organisation, board.Policy) is { IsOk: false } no) return no.Refusals[0];
        if (job.Drawn.Count > 0 && !job.Drawn.Contains(officer)) return new Refusal("officer-not-drawn", $"{board.NameOf(officer)}不是“{job.Title}”抽取的检查人员，只协助，不署名。", Draw);
        if (job.Recused.Contains(officer)) return new Refusal("officer-recused", $"{board.NameOf(officer)}与“{job.Title}”有利害关系，应当回避。", Recusal);
        return AwayAt(board, officer, when) is { } away ? Away(board, officer, away) : null;
    }

    /// <summary>Who of a crew signs for whom at a stop; whoever is not needed for two of each subject assists and is left out.</summary>
    public static VisitSigners Signers(DayBoard board, DayCrew crew, CrewStop stop)
    {
        var (job, when) = (stop.Job, new MinuteSpan(stop.Start, stop.Leave));
        return VisitSigners.With(job.Subjects, crew.Officers, MaySign, job.Skills, (officer, skill) => Holds(board, officer, skill)) ?? VisitSigners.Of(job.Subjects, crew.Officers, MaySign);

        bool MaySign(string officer, string subject) => May(board, officer, subject, job, when) is null;
    }

    private static IEnumerable<CrewFault> OfOfficer(DayBoard board, DayCrew crew, string officer, MinuteSpan span)
    {
        if (board.Organisation.Officer(officer) is null)
        {
            yield return new(new Refusal("officer-not-in-service", "人员不存在，或者当日不在岗。", TwoOfficers), true, null, officer);
            yield break;
        }
        if (board.Organisation.ValidCertificate(officer) is null)
            yield return new(new Refusal("certificate-not-valid", $"{board.NameOf(officer)}当日没有有效的行政执法证，不得执法。", TwoOfficers), true, null, officer);
        if (board.Officers.All(one => one.Id != officer))
            yield return new(new Refusal("officer-not-of-area", $"{board.NameOf(officer)}不在本片区可以调度的人员之内。", Notice), true, null, officer);
        if (AwayAt(board, officer, span) is { } away) yield return new(Away(board, officer, away), true, null, officer);
        foreach (var other in board.Crews.Where(other => other.Id != crew.Id && other.Jobs.Count > 0 && other.Officers.Contains(officer)))
            if (board.Timing(other).Span is var busy && busy.Overlaps(span))
                yield return new(new Refusal("officer-in-two-crews", $"{board.NameOf(officer)}{busy}已排在{other.Name}，不能同时出现在两处。", DutyRules.Calendar), true, null, officer);
    }

    private static IEnumerable<CrewFault> OfJob(DayBoard board, DayCrew crew, CrewStop stop)
    {
        var (job, when) = (stop.Job, new MinuteSpan(stop.Start, stop.Leave));
        foreach (var officer in crew.Officers.Where(job.Recused.Contains))
            yield return new(new Refusal("officer-recused", $"{board.NameOf(officer)}与“{job.Title}”有利害关系，应当回避。", Recusal), true, job.Id, officer);
        var undrawn = job.Drawn.Where(officer => !crew.Officers.Contains(officer)).ToList();
        foreach (var officer in undrawn)
            yield return new(new Refusal("drawn-officer-missing", $"“{job.Title}”由抽取的{string.Join("、", job.Drawn.Select(board.NameOf))}检查，{crew.Name}没有{board.NameOf(officer)}，不得另行指派。须回避、患病或者休假请假的，先在该检查变更检查人员并载明事由，调度台随之变更。", Draw), true, $"{job.Id}/{officer}");
        // Who could sign is not looked for as long as those who were drawn do not go.
        if (undrawn.Count > 0) yield break;
        var signers = VisitSigners.Of(job.Subjects, crew.Officers, MaySign);
        foreach (var subject in job.Subjects.Where(signers.Lacking.ContainsKey))
        {
            var able = crew.Officers.Where(officer => MaySign(officer, subject)).ToList();
            yield return new(new Refusal("crew-too-small", able.Count < VisitSigners.Each
                ? $"以{board.Organisation.UnitName(subject)}名义办理“{job.Title}”的持证人员不足两名（现有{able.Count}名）：每一个署名主体不少于两名该主体（或者依规定派驻、可以其名义执法）的持证人员。"
                : $"以{board.Organisation.UnitName(subject)}名义办理“{job.Title}”的持证人员还差{signers.Lacking[subject]}名：{string.Join("、", able.Where(signers.SubjectOf.ContainsKey).Select(officer => $"{board.NameOf(officer)}已以{board.Organisation.UnitName(signers.SubjectOf[officer])}名义执法"))}；一人在一次检查中只能以一个主体的名义执法，每一个署名主体各须两名。",
                TwoOfficers), true, $"{job.Id}/{subject}", Extent: signers.Lacking[subject]);
        }
        var lacking = job.Skills.Where(skill => !crew.Officers.Any(officer => Holds(board, officer, skill) && MaySign(officer, skill.Subject))).ToList();
        if (lacking.Count == 0 && signers.Lacking.Count == 0 && job.Subjects.Count > 1 && job.Skills.Count > 0 && VisitSigners.With(job.Subjects, crew.Officers, MaySign, job.Skills, (officer, skill) => Holds(board, officer, skill)) is null)
            yield return new(new Refusal("skill-missing", $"“{job.Title}”：{crew.Name}具备所需技能的人员已以其他主体名义执法，一人在一次检查中只能以一个主体的名义执法。请加派人员。", VisitRules.Skilled), true, $"{job.Id}/{job.Skills[0].Subject}/{job.Skills[0].Name}");
        foreach (var skill in lacking)
            yield return new(new Refusal("skill-missing",
                $"“{job.Title}”须有以{board.Organisation.UnitName(skill.Subject)}名义执法的人员具备{skill.Name}{skill.Level}级，{crew.Name}没有。请换人，或者在人员名册登记技能。", VisitRules.Skilled), true, $"{job.Id}/{skill.Subject}/{skill.Name}");
        foreach (var need in job.Needs.Where(need => !crew.Gear.Any(id => board.GearOf(id)?.Item.Kind == need)))
            yield return new(new Refusal("equipment-missing", $"“{job.Title}”需要{EquipmentRules.Name(need)}，{crew.Name}没有配。", EquipmentRules.Notice), true, job.Id, null, need.ToString());
        foreach (var officer in crew.Officers.Where(officer => IsRedeployed(board, officer, job)))
            yield return new(new Refusal("officer-redeployed", $"{board.NameOf(officer)}跨镇街到{board.Organisation.UnitName(job.Place.Township)}，只协助，不以其名义署名。", Notice), false, job.Id, officer);

        bool MaySign(string officer, string subject) => May(board, officer, subject, job, when) is null;
    }

    private static IEnumerable<CrewFault> OfGear(DayBoard board, DayCrew crew, CrewTiming timing)
    {
        foreach (var id in crew.Gear)
        {
            if (board.GearOf(id) is not { } gear)
            {
                yield return new(new Refusal("equipment-not-of-area", "所选装备不在本片区可用的装备之内。", EquipmentRules.Notice), true, null, null, id);
                continue;
            }
            if (EquipmentRules.Use(gear.Item, board.Organisation.Day) is { } unusable) yield return new(unusable, true, null, null, id);
            foreach (var (minutes, purpose) in gear.Taken.Where(taken => taken.Minutes.Overlaps(timing.Span)).Take(1))
                yield return new(new Refusal("equipment-booked", $"{gear.Item.Name}在{minutes}已被预约（{purpose}），请换一件。", EquipmentRules.Notice), true, null, null, id);
            if (board.Crews.FirstOrDefault(one => one.Id != crew.Id && one.Jobs.Count > 0 && one.Gear.Contains(id) && board.Timing(one).Span.Overlaps(timing.Span)) is { } other)
                yield return new(new Refusal("equipment-in-two-crews", $"{gear.Item.Name}已配给{other.Name}，请错开时间或者换一件。", EquipmentRules.Notice), true, null, null, id);
        }
        if (!Has(EquipmentKind.Vehicle))
            yield return timing.Stops.Select(stop => stop.Job.Place.Township).Append(board.Base).Distinct().Count() > 1
                ? new(new Refusal("no-vehicle", $"{crew.Name}要跨镇街，没有配执法车。", EquipmentRules.Notice), true)
                : new(new Refusal("on-foot", $"{crew.Name}没有配车，步行前往。", EquipmentRules.Notice), false);
        if (board.Terms.CameraNeeded && !Has(EquipmentKind.BodyCamera))
            yield return new(new Refusal("no-camera", $"{crew.Name}没有配执法记录仪，执法全过程应当记录。", Recording), true);

        bool Has(EquipmentKind kind) => crew.Gear.Any(id => board.GearOf(id)?.Item.Kind == kind);
    }

    /// <summary>Whether an officer of one township goes to another.</summary>
    internal static bool IsRedeployed(DayBoard board, string officer, DayJob job) =>
        board.Organisation.Officer(officer) is { } person && person.Unit != job.Place.Township && board.Organisation.Township(person.Unit) is not null
        && !board.Organisation.Secondments.Any(secondment => secondment.OfficerId == officer && secondment.Township == job.Place.Township);

    /// <summary>Whether an officer holds what a job asks for.</summary>
    internal static bool Holds(DayBoard board, string officer, JobSkill skill) => board.Organisation.Officer(officer)?.Holds(skill.Name, skill.Level) == true;

    private static Absence? AwayAt(DayBoard board, string officer, MinuteSpan when) =>
        board.Officers.FirstOrDefault(one => one.Id == officer)?.Away.FirstOrDefault(away => away.Minutes.Overlaps(when));

    private static Refusal Away(DayBoard board, string officer, Absence away) =>
        new("officer-away", $"{board.NameOf(officer)}{away.Minutes}{away.Text}，不能派出。", DutyRules.Calendar);
}
