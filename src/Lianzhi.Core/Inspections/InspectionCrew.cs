namespace Lianzhi.Core.Inspections;

/// <summary>Why an officer does not go although named (更换检查人员的事由).</summary>
public enum CrewChangeGround
{
    /// <summary>回避.</summary>
    Recusal,

    /// <summary>患病.</summary>
    Illness,

    /// <summary>休假、请假.</summary>
    Leave,

    /// <summary>另有调度: no ground for those who were drawn.</summary>
    OtherDuty,
}

/// <summary>A change of the officers of an inspection (检查人员变更), as it was recorded.</summary>
/// <param name="On">Day.</param>
/// <param name="Out">Names of who does not go.</param>
/// <param name="In">Names of who goes instead.</param>
/// <param name="Ground">Ground.</param>
/// <param name="Reason">In words; not for publication, it may tell of a person's health.</param>
/// <param name="Told">Who of the enterprise was told; null before a notice went out.</param>
/// <param name="NoticeNumber">Number of the notice that was made anew; null when the change stands beside the notice.</param>
public sealed record InspectionCrewChange(DateOnly On, IReadOnlyList<string> Out, IReadOnlyList<string> In, CrewChangeGround Ground, string Reason, string? Told, string? NoticeNumber);

/// <summary>Who may inspect (检查人员规则): whom the notice names and, after a draw, whom the draw chose; anybody else only by a recorded change.</summary>
public static class InspectionCrew
{
    private const int LongestReason = 500;
    private static readonly Basis Drawn54 = "优化营商环境条例 第五十四条（随机选派执法检查人员）";
    private static readonly Basis Seen = "国办发〔2024〕54号：未经批准不得检查；行政检查文书基本格式文本（试行）：检查审批表载明检查人员";
    private static readonly Basis Named = "国办发〔2024〕54号：未出示检查通知不得检查；行政检查文书基本格式文本（试行）：检查通知书载明检查人员";

    /// <summary>
    /// The crew of a drawn target is the officers drawn for it. Who cannot go (recusal, illness, leave) is replaced one for one, with the reason on record;
    /// nobody is added to those who were drawn.
    /// </summary>
    /// <param name="drawn">Who was drawn.</param>
    /// <param name="crew">Ids of who goes.</param>
    /// <param name="ground">Why somebody who was drawn does not go.</param>
    /// <param name="reason">In words.</param>
    public static IReadOnlyList<Refusal> AsDrawn(IReadOnlyList<DrawnOfficer> drawn, IReadOnlyList<string> crew, CrewChangeGround? ground, string? reason)
    {
        if (drawn.Count == 0) return [];
        var missing = drawn.Where(officer => !crew.Contains(officer.Id)).ToList();
        var others = crew.Distinct(StringComparer.Ordinal).Count(officer => drawn.All(one => one.Id != officer));
        var faults = new List<Refusal>();
        if (others > missing.Count)
            faults.Add(new("crew-not-drawn", $"抽中的检查人员是{string.Join("、", drawn.Select(officer => officer.Name))}，不得另行指派；抽中人员不能参加的，一人换一人并载明事由。", Drawn54, "officers"));
        if (missing.Count == 0) return faults;
        if (ground is not (CrewChangeGround.Recusal or CrewChangeGround.Illness or CrewChangeGround.Leave))
            faults.Add(new("replacement-ground-missing", $"抽中的{string.Join("、", missing.Select(officer => officer.Name))}没有参加，须载明回避、患病或者休假请假的事由。", Drawn54, "ground"));
        if (Missing(reason)) faults.Add(Refusal.Invalid("reason", $"请写明更换检查人员的理由，不超过{LongestReason}字。"));
        return faults;
    }

    /// <summary>
    /// A change of the crew says why, changes something, does not let the head inspect what he approved (查审分离), and keeps one at least of those he approved:
    /// others altogether are another inspection, which he has not seen.
    /// </summary>
    /// <param name="file">The inspection.</param>
    /// <param name="crew">Ids of who goes now.</param>
    /// <param name="ground">Why.</param>
    /// <param name="reason">In words.</param>
    /// <param name="approver">Officer id of who approved; null for none.</param>
    /// <param name="told">Who of the enterprise was told, or took the new notice; needed once a notice reached it.</param>
    public static IReadOnlyList<Refusal> Change(InspectionFile file, IReadOnlyList<string> crew, CrewChangeGround? ground, string? reason, string? approver, string? told)
    {
        var faults = new List<Refusal>();
        if (crew.ToHashSet(StringComparer.Ordinal).SetEquals(file.Officers.Select(officer => officer.Id))) faults.Add(Refusal.Invalid("officers", "检查人员没有变化。"));
        if (ground is null) faults.Add(Refusal.Invalid("ground", "请选择更换检查人员的事由。"));
        if (Missing(reason)) faults.Add(Refusal.Invalid("reason", $"请写明更换检查人员的理由，不超过{LongestReason}字。"));
        if (approver is not null && crew.Contains(approver)) faults.Add(new("inspector-approves", "批准本次检查的负责人不得实施检查。", "行政检查文书基本格式文本（试行）", "officers"));
        if (file.ApprovedCrew.Count > 0 && !file.ApprovedCrew.Any(officer => crew.Contains(officer.Id)))
            faults.Add(new("crew-all-exchanged", $"负责人批准的检查人员是{string.Join("、", file.ApprovedCrew.Select(officer => officer.Name))}，不得全部更换，应当至少保留一名。都不能参加的，请取消本次检查，重新提请，由负责人审批。", Seen, "officers"));
        // An enterprise that is not to know beforehand sees the change on arrival, with the notice.
        if (file.Notice is { Manner: NoticeManner.Advance } && string.IsNullOrWhiteSpace(told)) faults.Add(Refusal.Invalid("receiver", "通知书已经送达，请填写企业方的签收人或者被告知人。"));
        if (told?.Length > 100) faults.Add(Refusal.Invalid("receiver", "不能超过100字。"));
        return faults;
    }

    /// <summary>
    /// Who leaves for a visit is whom its notice names: refused when somebody named is not in the crew, until the notice is made anew or the change is on record
    /// and shown to the enterprise. Others of the crew may come along for another subject or job, but do not inspect here.
    /// </summary>
    /// <param name="title">The visit.</param>
    /// <param name="notice">Number of the notice.</param>
    /// <param name="named">Whom the notice names, changes on record included.</param>
    /// <param name="crew">Ids of who leaves.</param>
    public static Refusal? AsNoticed(string title, string notice, IReadOnlyList<DrawnOfficer> named, IReadOnlyCollection<string> crew) =>
        named.Where(officer => !crew.Contains(officer.Id)).Select(officer => officer.Name).ToList() is not { Count: > 0 } absent ? null
        : new("crew-not-as-noticed", $"“{title}”：{notice}载明由{string.Join("、", named.Select(officer => officer.Name))}检查，派出的人员中没有{string.Join("、", absent)}。请先变更检查人员：重新制发通知书，或者登记变更并告知企业；也可以按通知书调整派出人员。", Named);

    /// <summary>Name of a ground.</summary>
    public static string Of(CrewChangeGround ground) => ground switch { CrewChangeGround.Recusal => "回避", CrewChangeGround.Illness => "患病", CrewChangeGround.Leave => "休假请假", _ => "另有调度" };

    /// <summary>Name of a ground for the enterprise and the public: nothing of a person's health or leave.</summary>
    public static string PublicNameOf(CrewChangeGround ground) => ground == CrewChangeGround.Recusal ? "回避" : "因故不能到场";

    private static bool Missing(string? reason) => string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason;
}

/// <summary>An officer by id and name (抽中或者载明的检查人员).</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name.</param>
public sealed record DrawnOfficer(string Id, string Name);
