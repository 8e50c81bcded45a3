using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Evidence;

/// <summary>
/// What the law asks of evidence (证据规则): two certified collectors, a kind, a source, what it proves; a chain of custody
/// without holes; frozen at the decision. Each answers the event or every refusal at once.
/// </summary>
public static class EvidenceRules
{
    /// <summary>Most files of one piece.</summary>
    public const int MostFiles = 50;

    /// <summary>Longest recording that counts as one.</summary>
    public static readonly TimeSpan LongestRecording = TimeSpan.FromHours(24);

    private const string OnSite = "行政处罚法 第46条；最高人民法院关于行政诉讼证据若干问题的规定 第15、34条";

    private const string Frozen = "行政诉讼法 第34、35条；行政复议法 第46条";

    /// <summary>Takes evidence into the case.</summary>
    public static Result<CaseEvent> Collect(CaseState state, CollectEvidence c, string id, IReadOnlyList<EvidenceFile> files, StepContext context)
    {
        var on = CaseDays.Of(c.At);
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.Officers, on);
        var (end, read) = EndOf(c, files);
        return Answer(
            [
                c.At > context.Now ? Refusal.Invalid("at", "收集时间不能晚于现在。") : null,
                .. RecordingFaults(c, files, context),
                Open(state, c),
                Gates.OfCase(state, c.Officers),
                Given(c.Title, "title", "证据名称", 200),
                Given(c.Place, "place", "收集地点", 200),
                Given(c.Proves, "proves", "证明内容", 1000),
                Limit(c.KeptAt, "keptAt", 200),
                Limit(c.LateReason, "lateReason", 500),
                Limit(c.Provider, "provider", 100),
                Limit(c.DeviceReview, "deviceReview", 500),
                NeedsProvider(c.Source) && string.IsNullOrWhiteSpace(c.Provider) ? Refusal.Invalid("provider", "请填写提供证据的人或者单位。") : null,
                c.Source == EvidenceSource.Monitoring && string.IsNullOrWhiteSpace(c.DeviceReview)
                    ? new("device-not-reviewed", "利用电子技术监控设备收集、固定违法事实的，应当经过法制和技术审核，设置合理、标志明显并公布。请写明审核情况。", "行政处罚法 第41条", "deviceReview") : null,
                c.Act is { } act && !RecordedActs.Of(state).Any(one => one.Kind == act.Kind && one.Index == act.Index) ? Refusal.Invalid("act", "本案没有这一执法行为。") : null,
                Substance(c, files),
                .. SketchFaults(state, c, files),
                .. CopyFaults(c, context),
                .. officers.Refusals,
            ],
            () => new EvidenceCollected(c.At, end, id, state.Evidence.Count + 1, c.Kind, c.Title.Trim(), c.Source, Text(c.Provider), c.Place.Trim(), c.Act, PhaseOf(state, c), c.Proves.Trim(),
                c.Sensitive, Text(c.KeptAt), c.Source == EvidenceSource.Monitoring ? Text(c.DeviceReview) : null, IsFrozen(state) ? Text(c.LateReason) : null, files, officers.Value!, read,
                c.Sketch is { } sketch ? new(sketch.Scale.Trim(), sketch.Drawer.Trim(), Text(sketch.Present)) : null, c.Compared is { } compared ? compared with { OriginalAt = compared.OriginalAt.Trim() } : null));
    }

    /// <summary>Moves evidence along its chain of custody.</summary>
    public static Result<CaseEvent> Move(CaseState state, string id, MoveEvidence c, StepContext context)
    {
        if (state.Evidence.FirstOrDefault(one => one.Id == id) is not { } item) return Refusal.NotFound();
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.Officers, CaseDays.Of(c.At));
        var ends = c.Action is CustodyAction.Returned or CustodyAction.Disposed;
        return Answer(
            [
                state.Stage is CaseStage.Archived ? new("case-archived", "案卷已经归档，证据流转由档案管理登记。", "行政处罚法 第47条；档案法 第13条") : null,
                item.IsGone ? new("custody-ended", "该证据已经返还或者处置，不能再流转。", "行政处罚法 第56、74条") : null,
                item.Place is null ? new("nothing-in-custody", "该证据只有电子文件，由平台按摘要保存，没有实物流转。", "行政处罚法 第46、47条") : null,
                c.At > context.Now ? Refusal.Invalid("at", "流转时间不能晚于现在。")
                    : c.At.AddMinutes(1) <= item.LastAt ? new("custody-out-of-order", $"流转时间不能早于前一环节（{ChineseText.Date(CaseDays.Of(item.LastAt))}）。", "行政处罚法 第46、47条", "at") : null,
                ends ? Held(state, item) : null,
                c.Action == CustodyAction.Disposed && string.IsNullOrWhiteSpace(c.Witness) ? new("disposal-without-witness", "处置证据应当有见证人在场。", "行政处罚法 第74条", "witness") : null,
                Gates.OfCase(state, c.Officers),
                Given(c.Place, "place", "去向或者保管地点", 200),
                Given(c.Receiver, "receiver", "保管人、接收人", 100),
                Given(c.Reason, "reason", "事由", 500),
                Limit(c.Witness, "witness", 100),
                .. officers.Refusals,
            ],
            () => new EvidenceMoved(c.At, id, c.Action, c.Place.Trim(), c.Receiver.Trim(), c.Reason.Trim(), Text(c.Witness), officers.Value!));
    }

    /// <summary>Excludes evidence.</summary>
    public static Result<CaseEvent> Exclude(CaseState state, string id, ExcludeEvidence c, StepContext context)
    {
        if (state.Evidence.FirstOrDefault(one => one.Id == id) is not { } item) return Refusal.NotFound();
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.Officers, context.Today);
        return Answer(
            [
                IsOver(state) ? Over(state) : null,
                IsFrozen(state) && item.Collected.Phase != EvidencePhase.Execution
                    ? new("evidence-frozen", "决定已经作出，决定所依据的证据已经封存，不能再排除；确有错误的，依法更正、变更或者撤销决定。", Frozen) : null,
                item.Excluded is null ? null : new("already-excluded", "该证据已经排除。", "行政处罚法 第46条"),
                Gates.OfCase(state, c.Officers),
                Given(c.Reason, "reason", "排除的理由", 500),
                .. officers.Refusals,
            ],
            () => new EvidenceExcluded(context.Now, id, c.Ground, c.Reason.Trim(), officers.Value!));
    }

    /// <summary>True from the decision on: what it rests on can no longer change.</summary>
    public static bool IsFrozen(CaseState state) => state.Stage is CaseStage.Decided or CaseStage.Served;

    /// <summary>May evidence come in at all? Null when yes, whatever the form will say.</summary>
    public static Refusal? MayCollect(CaseState state) => IsOver(state) ? Over(state) : null;

    /// <summary>May a drawing of a scene come in at all? From the decision on it may not: it would be drawn for a decision that was made without it.</summary>
    public static Refusal? MaySketch(CaseState state) => MayCollect(state)
        ?? (IsFrozen(state) ? new("evidence-frozen", "决定已经作出，证据已经封存，不能再补入勘验图。", Frozen) : null);

    private static bool IsOver(CaseState state) => state.Stage is CaseStage.Refused or CaseStage.Closed or CaseStage.Archived or CaseStage.Ended;

    private static Refusal Over(CaseState state) => new("case-over", $"案件处于“{state.Stage.Title()}”环节，证据已经入卷封存，不得再增加或者排除。", "行政处罚法 第47条");

    /// <summary>Open before the decision; afterwards only what execution makes, with a reason, never what was there before.</summary>
    private static Refusal? Open(CaseState state, CollectEvidence c)
    {
        if (IsOver(state)) return Over(state);
        if (!IsFrozen(state) || OfTheSpot(state, c.At)) return null;
        var decided = state.Decision?.At ?? state.OnSpot!.At;
        return c.At <= decided
            ? new("evidence-frozen", $"决定已于 {ChineseText.Date(CaseDays.Of(decided))} 作出，证据已经封存。决定前没有入卷的证据不得补入，不能作为决定的根据。", Frozen, "at")
            : string.IsNullOrWhiteSpace(c.LateReason)
                ? new("late-evidence-without-reason", "决定作出后只能登记送达、履行、复查、执行和物品处置产生的证据，请写明理由；不得为证明已经作出的决定收集证据。", Frozen, "lateReason")
                : null;
    }

    /// <summary>An on-the-spot penalty is decided where its evidence is taken: what is of that day may be filed until the case is closed.</summary>
    private static bool OfTheSpot(CaseState state, DateTimeOffset at) => state.OnSpot is { } spot && CaseDays.Of(at) == spot.On;

    private static EvidencePhase PhaseOf(CaseState state, CollectEvidence c) =>
        IsFrozen(state) && !OfTheSpot(state, c.At) ? EvidencePhase.Execution
        : state.OnSpot is null && (state.Filing is not { } filing || c.At < filing.At) ? EvidencePhase.Check
        : EvidencePhase.Investigation;

    /// <summary>Things still sealed, or preserved without a decision, stay where they are.</summary>
    private static Refusal? Held(CaseState state, EvidenceItem item) => item.Collected.Act switch
    {
        { Kind: RecordedActKind.Sealing, Index: var index } when state.Measures.Sealings[index].Lifted is null =>
            new("still-sealed", "该物证仍在查封、扣押中，应当先依法处理或者解除。", "行政强制法 第26至28条", "action"),
        { Kind: RecordedActKind.Preservation, Index: var index } when state.Measures.Preservations[index].Decided is null =>
            new("still-preserved", "先行登记保存的证据还没有作出处理决定，保存期间不得转移、处置。", "行政处罚法 第56条", "action"),
        _ => null,
    };

    private static bool NeedsProvider(EvidenceSource source) =>
        source is EvidenceSource.FromParty or EvidenceSource.FromWitness or EvidenceSource.FromOrgan or EvidenceSource.Commissioned;

    private static Refusal? Substance(CollectEvidence c, IReadOnlyList<EvidenceFile> files) =>
        files.Count > MostFiles ? Refusal.Invalid("files", $"一份证据不超过{MostFiles}个文件，请分开登记。")
        : c.Kind is EvidenceKind.AudioVisual or EvidenceKind.ElectronicData && files.Count == 0
            ? new("no-file", $"{c.Kind.Title()}应当附原始文件。", "行政处罚法 第46条；行政诉讼法 第33条", "files")
        : c.Kind == EvidenceKind.Physical && string.IsNullOrWhiteSpace(c.KeptAt) ? new("no-keeping-place", "物证应当写明保管地点；不便保存原物的，附照片并写明原物所在。", "行政处罚法 第46条", "keptAt")
        : files.Count == 0 && c.Sketch is null && string.IsNullOrWhiteSpace(c.KeptAt) ? Refusal.Invalid("files", "请上传文件，或者写明原件、原物的保管地点。")
        : files.GroupBy(file => file.Sm3, StringComparer.Ordinal).Any(same => same.Count() > 1) ? Refusal.Invalid("files", "同一文件选择了两次。")
        : null;

    /// <summary>A drawing belongs to one inspection and is drawn there, that day: what is drawn from memory is no record of the scene (第34条, by analogy with the court's own inspection).</summary>
    private static IEnumerable<Refusal?> SketchFaults(CaseState state, CollectEvidence c, IReadOnlyList<EvidenceFile> files)
    {
        if (c.Sketch is not { } sketch) yield break;
        if (c.Kind != EvidenceKind.InspectionRecord) yield return Refusal.Invalid("kind", "勘验图应当登记为勘验笔录、现场笔录。");
        yield return Given(sketch.Scale, "sketch.scale", "比例；没有按比例绘制的，填写示意图", 50);
        yield return Given(sketch.Drawer, "sketch.drawer", "绘图人的姓名和身份", 100);
        yield return Limit(sketch.Present, "sketch.present", 100);
        if (files.Count == 0 || !files.All(file => PaperPictures.Takes(file.MediaType)))
            yield return new("sketch-without-picture", "勘验图应当是 PNG 或者 JPEG 图片：在页面上绘制，或者拍摄纸上绘制的图。", OnSite, "files");
        if (c.Act is not { Kind: RecordedActKind.Inspection, Index: var index } || index < 0 || index >= state.Inspections.Count)
        {
            yield return new("sketch-without-inspection", "勘验图是现场检查（勘验）笔录的附图，请先登记现场检查，再说明是哪一次。", OnSite, "act");
            yield break;
        }
        var record = state.Inspections[index];
        if (c.At < record.At || CaseDays.Of(c.At) > CaseDays.Of(record.Until))
            yield return new("sketch-not-on-site", $"勘验图应当在勘验时当场绘制：这次勘验自 {ChineseText.Time(record.At)} 至 {ChineseText.Time(record.Until)}。", OnSite, "at");
    }

    private static IEnumerable<Refusal?> CopyFaults(CollectEvidence c, StepContext context)
    {
        if (c.Compared is not { } compared) yield break;
        if (c.Kind != EvidenceKind.Documentary) yield return Refusal.Invalid("compared", "只有书证的复制件登记与原件核对的情况。");
        yield return Given(compared.OriginalAt, "compared.originalAt", "原件存于何处", 200);
        if (compared.On > context.Today) yield return Refusal.Invalid("compared.on", "核对日期不能晚于今天。");
        else if (compared.On < CaseDays.Of(c.At)) yield return Refusal.Invalid("compared.on", "核对日期不能早于收集日期。");
    }

    /// <summary>
    /// When a recording ends: its begin and the length its file tells; what was typed only where a file does not tell. Several files may follow each other or run side
    /// by side, which nobody but the officers knows: without their word only the longest counts, so that no gap is covered up.
    /// </summary>
    private static (DateTimeOffset? End, bool Read) EndOf(CollectEvidence c, IReadOnlyList<EvidenceFile> files)
    {
        var lengths = Lengths(files);
        return lengths.Count == 0 || (lengths.Count > 1 && c.Until is not null) ? (c.Until, false) : (c.At + lengths.Max(), true);
    }

    /// <summary>How long each recording plays; empty where there is none, or one does not tell.</summary>
    private static List<TimeSpan> Lengths(IReadOnlyList<EvidenceFile> files)
    {
        var lengths = files.Where(IsRecording).Select(file => file.Plays).ToList();
        return lengths.Contains(null) ? [] : [.. lengths.OfType<TimeSpan>()];
    }

    private static bool IsRecording(EvidenceFile file) => file.IsSound || file.IsVideo;

    /// <summary>What was typed does not fit the files (录制时间与文件时长不符): times are typed to the minute, so that a minute either way is nothing.</summary>
    private static Refusal? LengthFault(CollectEvidence c, DateTimeOffset until, IReadOnlyList<EvidenceFile> files)
    {
        var lengths = Lengths(files);
        if (lengths.Count == 0) return null;
        var (least, most) = (lengths.Max(), TimeSpan.FromTicks(lengths.Sum(length => length.Ticks)));
        return until - c.At >= least - LengthTolerance && until - c.At <= most + LengthTolerance ? null
            : Refusal.Invalid("until", $"与文件时长不符：文件时长{Played(most)}，填写的起止时间相差{Played(until - c.At)}。{(lengths.Count == 1 ? "结束时间可以不填，按文件时长计算；开始时间不对的，请改正开始时间。" : "请核对起止时间。")}");
    }

    /// <summary>How far typed times may be from the length of the files.</summary>
    public static readonly TimeSpan LengthTolerance = TimeSpan.FromSeconds(90);

    /// <summary>A length in words.</summary>
    public static string Played(TimeSpan length) =>
        $"{(length.TotalHours >= 1 ? $"{(int)length.TotalHours}小时" : "")}{(length.TotalMinutes >= 1 ? $"{length.Minutes}分" : "")}{length.Seconds}秒";

    private static IEnumerable<Refusal?> RecordingFaults(CollectEvidence c, IReadOnlyList<EvidenceFile> files, StepContext context)
    {
        if (c.Until is null && c.At <= context.Now && EndOf(c, files).End is { } end && end > context.Now + LengthTolerance)
            yield return Refusal.Invalid("at", $"开始时间不对：按文件时长{Played(end - c.At)}计算，录制在现在以后才结束。");
        if (c.Until is not { } until) yield break;
        yield return LengthFault(c, until, files);
        if (files.Count > 0 && !files.Any(IsRecording)) yield return Refusal.Invalid("until", "只有录音、录像填写结束时间。");
        if (until < c.At) yield return Refusal.Invalid("until", "结束时间不能早于开始时间。");
        else if (until > context.Now) yield return Refusal.Invalid("until", "结束时间不能晚于现在。");
        else if (until - c.At > LongestRecording) yield return Refusal.Invalid("until", "一段录音、录像不超过24小时，请分段登记。");
    }

    private static Refusal? Given(string? text, string field, string what, int most) =>
        string.IsNullOrWhiteSpace(text) ? Refusal.Invalid(field, $"请填写{what}。") : Limit(text, field, most);

    private static Refusal? Limit(string? text, string field, int most) => text?.Length > most ? Refusal.Invalid(field, $"不超过{most}个字。") : null;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Result<CaseEvent> Answer(IEnumerable<Refusal?> refusals, Func<CaseEvent> happened)
    {
        var found = refusals.OfType<Refusal>().ToList();
        if (found.Count > 0) return found;
        return happened();
    }
}
