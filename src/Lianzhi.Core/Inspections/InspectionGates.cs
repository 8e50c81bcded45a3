using Lianzhi.Core.Cases;
using Lianzhi.Core.Clues;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Organisation;

namespace Lianzhi.Core.Inspections;

/// <summary>How often an enterprise was visited in a year and may be (入企检查频次): all bodies together, a joint visit once.</summary>
/// <param name="Used">Visits of the year so far.</param>
/// <param name="Cap">Most visits; null where no cap is set.</param>
/// <param name="Granted">Visits granted beyond it.</param>
public sealed record InspectionFrequency(int Used, int? Cap, int Granted)
{
    /// <summary>The visits that are counted, in order of their days.</summary>
    public IReadOnlyList<CountedVisit> Counted { get; init; } = [];

    /// <summary>True when no visit is left.</summary>
    public bool IsFull => Cap is { } cap && Used >= cap + Granted;

    /// <summary>What was counted and may be, as refusals say it.</summary>
    internal string Said => $"该企业本年度已入企检查{Used}次{(Counted.Count > 0 ? $"（{string.Join("；", Counted.Select(visit => $"{ChineseText.Date(visit.Day)}{visit.By}"))}）" : "")}，达到频次上限{Cap}次{(Granted > 0 ? $"及获准增加的{Granted}次" : "")}";
}

/// <summary>What an inspection rests on that goes beyond the cap (突破频次上限的情形).</summary>
/// <param name="Ground">On what ground.</param>
/// <param name="Reference">What shows it: number of the clue, of the letter, or name of the campaign; a risk needs none.</param>
/// <param name="Reason">Why it does not wait.</param>
public sealed record BeyondCap(CapGround? Ground, string? Reference, string? Reason)
{
    /// <summary>The ground a clue is by itself; null where its source alone is none, as what officers saw on patrol.</summary>
    public static CapGround? Of(ClueSource source) => source switch
    {
        ClueSource.PublicComplaint or ClueSource.Hotline => CapGround.Complaint,
        ClueSource.Referral or ClueSource.Superior => CapGround.Transfer,
        _ => null,
    };
}

/// <summary>An inspection that ended with an order to correct (责令改正的检查), as a recheck follows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="Scope">Names of what it looked at.</param>
public sealed record OrderedInspection(string Id, string Number, IReadOnlyList<string> Scope);

/// <summary>A visit that counts against the cap (已计入频次的入企检查).</summary>
/// <param name="Day">When they came.</param>
/// <param name="By">Who came; several of a joint visit together.</param>
public sealed record CountedVisit(DateOnly Day, string By);

/// <summary>
/// The gates of an inspection (检查办理条件). Each is one rule with its code, its sentence and its source, and answers null when
/// it lets the step pass.
/// </summary>
public static class InspectionGates
{
    private const string Notice54 = "国办发〔2024〕54号";
    private const string Forms = "行政检查文书基本格式文本（试行）";
    private const string AskTheChief = "确需检查的，报片长批准突破频次上限并说明情形。";
    private const int LongestText = 1000;
    private const int LongestReference = 100;
    private const int LongestName = 100;
    private const int LongestScan = 500;

    /// <summary>One lawful subject signs: an area coordinates and never signs, an organ without powers does not inspect.</summary>
    public static Refusal? Subject(string unit, OrganisationAsOf organisation) =>
        organisation.Township(unit) is not null || organisation.Department(unit) is { Enforces: true, Level: OrganLevel.District } ? null
        : new("not-a-subject", "检查应当由镇（街道）或者区级执法部门以自己的名义实施；片区、议事协调机构和没有执法权的单位不是检查主体。", Notice54, "unit");

    /// <summary>What is inspected belongs to the subject, and nothing of another body stands on its notice.</summary>
    public static Refusal? Scope(string unit, string township, IReadOnlyList<InspectionRequirement> requirements, OrganisationAsOf organisation) =>
        requirements.Count == 0 ? Refusal.Invalid("requirements", "请选择检查内容。")
        : requirements.FirstOrDefault(requirement => requirement.SubjectOn(township) != unit) is { } other
            ? new("scope-of-another-subject", $"“{other.Name}”应当由{organisation.UnitName(other.SubjectOn(township))}检查；联合检查的，每个署名主体各有检查通知书。", Notice54, "requirements")
        : null;

    /// <summary>The enterprise stands where the subject acts (不得异地检查), and is in business.</summary>
    public static Refusal? Place(string unit, TargetFacts target, OrganisationAsOf organisation) =>
        organisation.Township(unit) is not null && target.Township != unit
            ? new("another-township", $"检查对象在{organisation.UnitName(target.Township)}，不得异地检查。", Notice54, "unit")
        : target.Status == TargetStatus.Closed ? new("target-closed", "检查对象已经注销或者迁出。", "基础库规则：只检查在营对象")
        : null;

    /// <summary>Planned inspections spare the days without inspections; clues and danger do not wait.</summary>
    public static Refusal? Day(InspectionSource source, DateOnly day, DateOnly today, IEnumerable<Blackout> blackouts) =>
        day < today ? Refusal.Invalid("day", "检查日期不能早于今日。")
        : IsPlanned(source) && blackouts.FirstOrDefault(blackout => blackout.Days.From <= day && day <= blackout.Days.To) is { } blackout
            ? new("blackout", $"{ChineseText.Date(day)}停止检查：{blackout.Reason}。", "漳龙政〔2024〕40号：合理确定执法检查频次", "day")
        : null;

    /// <summary>Subjects that visit together come on one day: else it is not one visit (入企检查一次).</summary>
    /// <param name="day">The day asked for.</param>
    /// <param name="others">Days on which the other subjects of the visit came or are to come.</param>
    public static Refusal? Together(DateOnly day, IReadOnlyList<DateOnly> others) =>
        others.FirstOrDefault(other => other != day) is { Year: > 1 } other
            ? new("joint-another-day", $"联合检查各主体同日到场，其他署名主体的检查日期是{ChineseText.Date(other)}。改在另一日的不是同一次检查：请改为同日，或者单独提请并计入频次。", "优化营商环境条例 第五十四条", "day")
        : null;

    /// <summary>Nobody comes before the day the enterprise was told of, nor by a notice whose day is over.</summary>
    /// <param name="file">The inspection.</param>
    /// <param name="today">Today.</param>
    /// <param name="lateDays">Days after the day that a notice still serves (设置).</param>
    public static Refusal? OnTheDay(InspectionFile file, DateOnly today, int lateDays) =>
        today < file.Day ? new("before-the-day", $"通知的检查日期是{ChineseText.Date(file.Day)}，不得提前检查。", Notice54, "code")
        : file.Notice is not null && today > file.Day.AddDays(lateDays) ? new("after-the-day", $"通知的检查日期是{ChineseText.Date(file.Day)}，已经过去，不得凭原通知书检查。请写明改期理由取消本次检查，重新提请、另行制发检查通知书。", Notice54, "code")
        : null;

    /// <summary>Planned inspections stop at the cap; causes may go beyond it on a ground (<see cref="Beyond"/>).</summary>
    public static Refusal? Frequency(InspectionSource source, InspectionFrequency frequency) =>
        frequency.IsFull && IsPlanned(source) ? new("frequency-cap", $"{frequency.Said}。{AskTheChief}", Notice54) : null;

    /// <summary>
    /// A cause that goes beyond the cap is a complaint, a risk, a transfer or a campaign, with what shows it, and says why it does not wait. A recheck is not
    /// counted, because it looks at what was ordered.
    /// </summary>
    public static IReadOnlyList<Refusal> Beyond(InspectionSource source, InspectionFrequency frequency, BeyondCap beyond)
    {
        var faults = new List<Refusal>();
        if (!frequency.IsFull || IsPlanned(source) || source == InspectionSource.Recheck) return faults;
        if (beyond.Ground is null) faults.Add(new("cap-ground-missing", $"{frequency.Said}。须有投诉举报、风险监测、移送或者专项检查的情形，方可突破频次上限。", $"{Notice54}：投诉举报、转办交办、数据监测等线索确需检查的除外", "beyondGround"));
        else if (beyond.Ground != CapGround.Risk && string.IsNullOrWhiteSpace(beyond.Reference)) faults.Add(Refusal.Invalid("beyondReference", $"请填写{InspectionNames.ReferenceOf(beyond.Ground.Value)}。"));
        if (beyond.Reference?.Length > LongestReference) faults.Add(Refusal.Invalid("beyondReference", $"不能超过{LongestReference}字。"));
        if (string.IsNullOrWhiteSpace(beyond.Reason) || beyond.Reason.Length > 500) faults.Add(Refusal.Invalid("beyondReason", $"{frequency.Said}，请写明仍须检查的理由，不超过500字。"));
        return faults;
    }

    /// <summary>A recheck follows an order to correct of the same subject to the same target, and looks at what that inspection looked at.</summary>
    /// <param name="source">Where the inspection comes from.</param>
    /// <param name="earlier">The last inspection of the subject at the target that ended with an order to correct, itself or in its case; null when there is none.</param>
    /// <param name="requirements">What is to be looked at.</param>
    public static Refusal? Follows(InspectionSource source, OrderedInspection? earlier, IReadOnlyList<InspectionRequirement> requirements) =>
        source != InspectionSource.Recheck ? null
        : earlier is null ? new("recheck-without-order", "复查须接续本机关对该对象作出责令改正的检查（或者由检查立案后责令改正的案件），没有查到这样的检查。初次检查请选择其他任务来源，并计入频次。", "行政处罚法 第28条", "source")
        : requirements.FirstOrDefault(requirement => !earlier.Scope.Contains(requirement.Name)) is { } other
            ? new("recheck-beyond-order", $"复查只看原检查（{earlier.Number}）查过的内容，其中没有“{other.Name}”。", "行政处罚法 第28条", "requirements")
        : null;

    /// <summary>
    /// The same again before an inspection is approved, told of and begun: what others began since it was proposed counts. Who was to go
    /// beyond the cap said so when it was proposed, and the head approved it with that; a recheck is not counted.
    /// </summary>
    public static Refusal? FrequencyStill(InspectionFile file, InspectionFrequency frequency) =>
        !frequency.IsFull || file.BeyondGround is not null || file.BeyondReason is not null || file.Source == InspectionSource.Recheck ? null
        : new("frequency-cap", $"{frequency.Said}。{(IsPlanned(file.Source) ? AskTheChief : "提请时没有载明突破频次上限的情形，请取消后重新提请并写明，由负责人一并审批。")}", Notice54);

    /// <summary>
    /// Whoever rests on a ground says why it does not wait when the cap is full by the time the head approves, where it was not when the inspection was proposed: else the form would say that
    /// nothing is exceeded.
    /// </summary>
    public static Refusal? ReasonStill(InspectionFile file, InspectionFrequency frequency, string? reason) =>
        frequency.IsFull && file is { BeyondGround: not null, BeyondReason: null } && file.Source != InspectionSource.Recheck && (string.IsNullOrWhiteSpace(reason) || reason.Length > 500)
            ? Refusal.Invalid("beyondReason", $"{frequency.Said}，提请以后频次已满，请写明仍须检查的理由，不超过500字。") : null;

    /// <summary>Who comes beyond a plan says why; who comes at once says what did not bear waiting.</summary>
    public static Refusal? Reason(InspectionSource source, string? reason) =>
        source is InspectionSource.Plan or InspectionSource.Campaign ? null
        : string.IsNullOrWhiteSpace(reason) || reason.Length > 500 ? Refusal.Invalid("reason", "请写明检查的事由，不超过500字。")
        : null;

    /// <summary>The head signs, and not for an inspection he carries out or proposed (查审分离); a 片长 does not sign.</summary>
    public static Result<CaseSigner> Signer(InspectionFile file, string account, string? officer, SignerFact? fact) =>
        fact is null ? new Refusal("signer-not-head", $"须由{file.UnitName}的行政机关负责人，或者持有书面签批授权的负责人审批；片长、副片长不因该职务取得签批权。", $"{Notice54}；{Forms}")
        : file.ProposedBy == account || file.Officers.Any(member => member.Id == officer) ? new Refusal("inspector-approves", "提出或者实施检查的人员不得审批本次检查。", Forms)
        : new CaseSigner(account, fact.Name, fact.Post, fact.Authorisation, officer);

    /// <summary>An advance notice comes before the day; any other says why. None goes out for a day that is over.</summary>
    /// <param name="file">The inspection.</param>
    /// <param name="manner">When the notice reaches the enterprise.</param>
    /// <param name="why">Why not in advance.</param>
    /// <param name="today">Day of the notice.</param>
    /// <param name="lateDays">Days after the day that a notice still serves (设置).</param>
    public static Refusal? Manner(InspectionFile file, NoticeManner manner, string? why, DateOnly today, int lateDays) =>
        file.Urgent && file.Start is not null && manner != NoticeManner.MadeUp ? Refusal.Invalid("manner", "已经开始的即时检查，告知方式只能是事后补制。")
        : manner == NoticeManner.MadeUp && (!file.Urgent || file.Start is null) ? new("notice-first", "只有已经开始的即时检查可以事后补制通知书。", Notice54, "manner")
        : file.Start is null && today > file.Day.AddDays(lateDays) ? new("notice-after-the-day", $"检查日期{ChineseText.Date(file.Day)}已经过去，不能再制发通知书。请写明改期理由取消本次检查，重新提请。", Notice54, "manner")
        : manner == NoticeManner.Advance && today >= file.Day ? new("notice-not-in-advance", $"检查日期是{ChineseText.Date(file.Day)}，事先送达应当早于检查当日。当日告知的，选择“{InspectionNames.Of(NoticeManner.OnArrival)}”，并写明依据和理由。", Notice54, "manner")
        : manner != NoticeManner.Advance && (string.IsNullOrWhiteSpace(why) || why.Length > 500) ? Refusal.Invalid("why", "不事先送达的，请写明依据和理由，不超过500字。")
        : null;

    /// <summary>
    /// A notice that is made anew for other officers is a notice of its day: what was to reach the enterprise beforehand is not made anew on the day itself. The change
    /// then stands beside the old one.
    /// </summary>
    /// <param name="file">The inspection, with the notice that went out.</param>
    /// <param name="today">Day of the new notice.</param>
    /// <param name="lateDays">Days after the day that a notice still serves (设置).</param>
    public static Refusal? Reissue(InspectionFile file, DateOnly today, int lateDays) =>
        file.Notice is { } notice && Manner(file, notice.Manner, notice.Why, today, lateDays) is { } wrong
            ? wrong with { Message = $"{wrong.Message}原通知书继续有效的，不重新制发，把变更登记在原通知书下并告知企业。", Field = "reissue" } : null;

    /// <summary>The code scanned or typed is that of this notice, or of this enterprise (扫码入企).</summary>
    public static Refusal? Code(InspectionFile file, string? typed, string? mark) =>
        file.Urgent && file.Notice is null ? null
        : string.IsNullOrWhiteSpace(typed) ? Refusal.Invalid("code", "请扫检查通知书上的二维码或者企业营业执照二维码；不能扫码的，填写通知书文号。")
        : Recognised(file, typed, mark) is not null ? null
        : new("code-of-another", "这个编号不是本次检查通知书或者被检查企业的，请核对是否走错了检查对象。", $"{Notice54}：扫码入企", "code");

    /// <summary>
    /// What of a scan names this notice or this enterprise: its number, its mark or the credit code, bare or in an address, as the code of a notice (<c>…?mark=…</c>)
    /// and that of a business licence give it. Null when nothing does.
    /// </summary>
    public static string? Recognised(InspectionFile file, string? typed, string? mark)
    {
        string?[] own = [PaperMarks.CleanNumber(file.Notice?.Number), mark, file.TargetCode];
        return Scanned(typed ?? "").Select(PaperMarks.CleanNumber).FirstOrDefault(one => one.Length > 0 && own.Contains(one));
    }

    /// <summary>The text itself; of an address also its values, parts and whatever stands between signs.</summary>
    private static IEnumerable<string> Scanned(string typed)
    {
        yield return typed;
        if (typed.Length > LongestScan || !Uri.TryCreate(typed.Trim(), UriKind.Absolute, out var address)) yield break;
        foreach (var part in $"{address.AbsolutePath}&{address.Query}&{address.Fragment}".Split(['/', '?', '&', '#', '=', ';', ','], StringSplitOptions.RemoveEmptyEntries)) yield return Uri.UnescapeDataString(part);
    }

    /// <summary>Certificates were shown and rights told (第55条).</summary>
    public static Refusal? Certificates(bool shown) => shown ? null
        : new("certificates-not-shown", "执法人员应当主动出示执法证件、告知权利；未出示的，当事人有权拒绝接受检查。", "行政处罚法 第55条", "certificatesShown");

    /// <summary>Every line is answered; a failed one says what was seen.</summary>
    public static IReadOnlyList<Refusal> Checklist(IReadOnlyList<CheckedItem> items) =>
    [
        .. items.Where(item => item.Finding is null).Take(1).Select(_ => new Refusal("items-open", $"检查表还有{items.Count(item => item.Finding is null)}项没有填写。", Forms, "items")),
        .. items.Where(item => item is { Finding: Finding.Fails, Note: null or "" }).Select(item => Refusal.Invalid($"note{item.Position}", $"第{item.Position}项不合格，请写明现场情况。")),
    ];

    /// <summary>The record is written on the day, signed by both sides, or the refusal and its witness stand in it.</summary>
    public static IReadOnlyList<Refusal> Record(InspectionFile file, InspectionRecorded record, DateTimeOffset now, bool officersSigned)
    {
        var faults = new List<Refusal>(Checklist(file.Items));
        if (file.Start is { } start && CaseDays.Of(record.Until) != CaseDays.Of(start.At)) faults.Add(new("record-same-day", "检查笔录应当在检查当日当场制作。", Forms, "until"));
        else if (file.Start is { } begun && record.Until < begun.At) faults.Add(Refusal.Invalid("until", "结束时间不能早于开始时间。"));
        if (record.Until > now) faults.Add(Refusal.Invalid("until", "结束时间不能晚于现在。"));
        if (string.IsNullOrWhiteSpace(record.Present) || record.Present.Length > 100) faults.Add(Refusal.Invalid("present", "请写明现场人员的姓名、职务，不超过100字。"));
        if (string.IsNullOrWhiteSpace(record.Situation) || record.Situation.Length > 2000) faults.Add(Refusal.Invalid("situation", "请写明现场检查情况，不超过2000字。"));
        if (record.PartyOpinion.Length > LongestText) faults.Add(Refusal.Invalid("partyOpinion", $"不能超过{LongestText}字。"));
        if (!officersSigned) faults.Add(new("officers-not-signed", "两名执法人员都应当在笔录上签名。", "行政处罚法 第42、55条", "officersSigned"));
        if (record.SignedBy is null && record.RefusedBecause is null) faults.Add(Refusal.Invalid("signedBy", "请写明在笔录上签名的人；拒绝签名的，选择拒签并写明原因。"));
        if (record.RefusedBecause is not null && string.IsNullOrWhiteSpace(record.RefusedBecause)) faults.Add(Refusal.Invalid("refusedBecause", "请写明拒绝签名的原因。"));
        if (record.SignedBy is null && record.RefusedBecause is not null && string.IsNullOrWhiteSpace(record.Witness))
            faults.Add(new("refusal-not-witnessed", "当事人拒绝签名的，应当在笔录中注明原因，由见证人签名或者以录像记录。", Forms, "witness"));
        foreach (var (field, text) in new[] { ("signedBy", record.SignedBy), ("refusedBecause", record.RefusedBecause), ("witness", record.Witness) })
            if (text?.Length > 200) faults.Add(Refusal.Invalid(field, "不能超过200字。"));
        return faults;
    }

    /// <summary>
    /// What follows from each failed line (逐项处理): what was chosen for it, else what was chosen for all. Nothing is chosen for a line that passed, and something follows from each that failed.
    /// </summary>
    /// <param name="items">The checklist.</param>
    /// <param name="whole">What was chosen for all; null for nothing.</param>
    /// <param name="lines">What was chosen for single lines, by position.</param>
    public static Result<IReadOnlyList<CheckedItem>> Lines(IReadOnlyList<CheckedItem> items, InspectionConclusion? whole, IReadOnlyDictionary<int, InspectionConclusion> lines)
    {
        var faults = new List<Refusal>();
        foreach (var position in lines.Keys.Where(position => items.All(item => item.Position != position || item.Finding != Finding.Fails)).Order())
            faults.Add(Refusal.Invalid($"line{position}", $"第{position}项不是不合格项，不需要处理。"));
        foreach (var item in items.Where(item => item.Finding == Finding.Fails))
            if (lines.TryGetValue(item.Position, out var chosen) && chosen == InspectionConclusion.NothingFound) faults.Add(new("conclusion-against-findings", $"第{item.Position}项不合格，处理不能是“未发现问题”。", Forms, $"line{item.Position}"));
            else if (whole is null && !lines.ContainsKey(item.Position)) faults.Add(Refusal.Invalid(lines.Count > 0 ? $"line{item.Position}" : "conclusion", lines.Count > 0 ? $"请选择第{item.Position}项的处理。" : "请选择检查结论。"));
        if (whole is null && items.All(item => item.Finding != Finding.Fails)) faults.Add(Refusal.Invalid("conclusion", "请选择检查结论。"));
        return faults.Count > 0 ? faults : items.Select(item => item with { Follows = lines.Count > 0 && item.Finding == Finding.Fails ? lines.TryGetValue(item.Position, out var own) ? own : whole : null }).ToList();
    }

    /// <summary>The conclusion follows from the findings; what an urgent inspection left out is made up before.</summary>
    public static IReadOnlyList<Refusal> Conclude(InspectionFile file, InspectionOutcome outcome, InspectionTerms terms)
    {
        var faults = new List<Refusal>();
        var failed = file.Items.Count(item => item.Finding == Finding.Fails);
        if (file.Approval is null || file.Notice is null)
            faults.Add(new("not-made-up", $"即时检查的审批和通知书还没有补办，不能作出结论（期限{terms.MakeUpDays}个工作日）。", Notice54));
        if (failed > 0 && outcome.Conclusion == InspectionConclusion.NothingFound)
            faults.Add(new("conclusion-against-findings", $"检查表有{failed}项不合格，结论不能是“未发现问题”。", Forms, "conclusion"));
        if (failed == 0 && outcome.Conclusion != InspectionConclusion.NothingFound)
            faults.Add(new("conclusion-against-findings", $"检查表没有不合格项，结论不能是“{InspectionNames.Of(outcome.Conclusion)}”。", Forms, "conclusion"));
        if (string.IsNullOrWhiteSpace(outcome.Text) || outcome.Text.Length > LongestText) faults.Add(Refusal.Invalid("text", $"请写明检查结论，不超过{LongestText}字。"));
        if (outcome.Has(InspectionConclusion.Correction))
        {
            if (string.IsNullOrWhiteSpace(outcome.Demand) || outcome.Demand.Length > LongestText) faults.Add(Refusal.Invalid("demand", $"请写明改正要求，不超过{LongestText}字。"));
            if (outcome.DueOn is not { } due || due <= outcome.On) faults.Add(Refusal.Invalid("dueOn", "请填写改正期限，应当晚于今日。"));
            else if (due > outcome.On.AddDays(terms.CorrectionDays)) faults.Add(new("correction-too-long", $"改正期限最长{terms.CorrectionDays}日（设置）。", "行政处罚法 第28条；本区设置", "dueOn"));
        }
        if (outcome.Has(InspectionConclusion.Transfer) && (string.IsNullOrWhiteSpace(outcome.To) || outcome.To.Length > 100)) faults.Add(Refusal.Invalid("to", "请写明移送的机关，不超过100字。"));
        return faults;
    }

    /// <summary>
    /// The party of the case an inspection leads to: an organisation by its code, an individual business by its operator with its 字号 (民事诉讼法司法解释 第59条 by
    /// analogy), because limits of fines and hearings differ. What the code says is not asked again.
    /// </summary>
    public static Result<CaseParty> Party(InspectionFile file, PartyKind? asked, string? operatorName)
    {
        var known = PartyKinds.OfCreditCode(file.TargetCode);
        if (known is { } other && asked is not null && asked != known) return Refusal.Invalid("partyKind", $"统一社会信用代码{file.TargetCode}登记的是{PartyKinds.NameOf(other)}，请按登记选择。");
        if ((known ?? asked) is not { } kind) return Refusal.Invalid("partyKind", "检查对象没有登记统一社会信用代码，请选择当事人类别。");
        if (kind == PartyKind.Organisation) return new CaseParty(kind, file.TargetName, Identifier: file.TargetCode, Address: file.TargetAddress);
        if (string.IsNullOrWhiteSpace(operatorName) || operatorName.Trim().Length > LongestName)
            return Refusal.Invalid("operator", kind == PartyKind.IndividualBusiness ? $"个体工商户以经营者为当事人，请填写经营者姓名，不超过{LongestName}字。" : $"请填写当事人姓名，不超过{LongestName}字。");
        return kind == PartyKind.IndividualBusiness
            ? new CaseParty(kind, operatorName.Trim(), TradeName: file.TargetName, CreditCode: file.TargetCode, Address: file.TargetAddress)
            : new CaseParty(kind, operatorName.Trim(), Address: file.TargetAddress);
    }

    /// <summary>The receipt of a transfer: who took it, on a day between the letter and today.</summary>
    public static IReadOnlyList<Refusal> Receipt(InspectionFile file, string? receiver, DateOnly? on, DateOnly today)
    {
        var faults = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(receiver) || receiver.Length > LongestReference) faults.Add(Refusal.Invalid("receiver", $"请填写接收机关的签收人，不超过{LongestReference}字。"));
        if (on is not { } day || day > today || day < file.Outcome?.On) faults.Add(Refusal.Invalid("receivedOn", "请填写签收日期，不早于移送之日，不晚于今日。"));
        return faults;
    }

    /// <summary>The recheck looks at what was ordered, after the term or when the enterprise asked for it.</summary>
    public static IReadOnlyList<Refusal> Recheck(InspectionFile file, DateTimeOffset at, string? findings, bool asked, DateTimeOffset now)
    {
        var faults = new List<Refusal>();
        if (at > now) faults.Add(Refusal.Invalid("at", "复查时间不能晚于现在。"));
        if (file.Outcome is { DueOn: { } due } && CaseDays.Of(at) <= due && !asked)
            faults.Add(new("correction-term-running", $"改正期限{ChineseText.Date(due)}届满；期满前复查，须企业申请。", Notice54, "asked"));
        if (string.IsNullOrWhiteSpace(findings) || findings.Length > LongestText) faults.Add(Refusal.Invalid("findings", $"请写明复查情况，不超过{LongestText}字。"));
        return faults;
    }

    /// <summary>A recheck is recorded by one of those who looked.</summary>
    /// <param name="crew">Who looked.</param>
    /// <param name="recorder">Officer id of who records it; null for none.</param>
    public static Refusal? Looked(IReadOnlyList<CaseOfficer> crew, string? recorder) => crew.Any(officer => officer.Id == recorder) ? null
        : new("not-the-inspector", $"复查由到场的复查人员（{string.Join("、", crew.Select(officer => officer.Name))}）登记。", "行政处罚法 第42、55条", "officers");

    /// <summary>What the enterprise answers.</summary>
    public static Refusal? Answer(FeedbackGrade? grade, string? text) =>
        grade is null ? Refusal.Invalid("grade", "请选择评价。") : text?.Length > 500 ? Refusal.Invalid("text", "不能超过500字。") : null;

    /// <summary>True for inspections that come from a plan and not from a cause.</summary>
    public static bool IsPlanned(InspectionSource source) => source is InspectionSource.Plan or InspectionSource.Campaign or InspectionSource.Draw or InspectionSource.Operation;
}
