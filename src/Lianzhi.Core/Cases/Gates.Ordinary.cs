using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Cases;

public static partial class Gates
{
    /// <summary>The report does not rest on evidence that was excluded after it (第46条第3款).</summary>
    public static Refusal? EvidenceStands(CaseState state) =>
        state.Conclusion?.EvidenceIds is { } cited && state.Evidence.FirstOrDefault(item => item.Excluded is not null && cited.Contains(item.Id)) is { } gone
            ? new("cited-evidence-excluded", $"调查终结报告所列的“{gone.Collected.Title}”已经排除，应当补充调查后重新终结。", "行政处罚法 第46条第3款、第57条")
            : null;

    /// <summary>A child under fourteen is not penalised, the guardian is told to bring it up better (第30条); true while that was not ordered.</summary>
    public static bool CareOwed(CaseState state) =>
        state.Party?.BirthDate is { } born && state.ActOn is { } on && AgeRule.On(born, on) == AgeGroup.UnderFourteen && state.Measures.Guardian is null;

    /// <summary>Not while the investigation is suspended (中止调查).</summary>
    public static Refusal? NotSuspended(CaseState state, FlowLine line) =>
        state.Course.Suspension is { } suspension && StopsWhileSuspended.Contains(line.Step)
            ? new("investigation-suspended", $"本案自{ChineseText.Date(suspension.On)}起中止调查（{suspension.Rule.Title}），恢复调查后再办理。", "行政处罚法 第60条")
            : null;

    private static readonly HashSet<CaseStep> StopsWhileSuspended =
    [
        CaseStep.RecordInspection, CaseStep.RecordInterview, CaseStep.ConcludeInvestigation, CaseStep.ServePriorNotice, CaseStep.CheckInternally, CaseStep.ServeHearingNotice,
        CaseStep.HoldHearing, CaseStep.SubmitReview, CaseStep.DiscussCollectively, CaseStep.MakeDecision, CaseStep.SuspendInvestigation, CaseStep.ExcludeTime,
    ];

    /// <summary>Every recusal asked for was decided (第43条第3款); until then only the investigation goes on.</summary>
    public static Refusal? RecusalsDecided(CaseState state) => state.Course.OpenRecusals is [var open, ..]
        ? new("recusal-undecided", $"{open.PersonName}的回避申请还没有决定。决定作出之前不停止调查，但不得作出处理决定、不得举行听证。", "行政处罚法 第43条第3款")
        : null;

    /// <summary>A hearing asked for was held and reported, or given up (第63至65条).</summary>
    public static Refusal? HearingConcluded(CaseState state) =>
        state.HearingRequest is null || state.Hearing.Forgone is not null ? null
        : state.Hearing.Held is null ? new("hearing-not-held", "当事人已申请听证，还没有组织听证，不得作出决定。", "行政处罚法 第63、65条")
        : state.Hearing.Report is null ? new("hearing-not-reported", "听证已经举行，还没有听证报告，应当根据听证笔录作出决定。", "行政处罚法 第65条")
        : null;

    /// <summary>A decision after a hearing says how it rests on the record (第65条).</summary>
    public static Refusal? RestsOnHearing(CaseState state, string? answer) => WasHeard(state) && string.IsNullOrWhiteSpace(answer)
        ? new("hearing-not-answered", "本案经过听证，应当根据听证笔录作出决定，请写明对听证意见的采纳情况。", "行政处罚法 第65条", "hearingAnswer")
        : null;

    /// <summary>True when the case was heard on its present notice.</summary>
    public static bool HearingCounts(CaseState state) => state.HearingRequest is not null && state.Hearing.Held is not null;

    /// <summary>True when the case was heard on any notice since it was last decided: telling the party anew does not undo a hearing (第58条第1款第2项、第65条).</summary>
    public static bool WasHeard(CaseState state) => HearingCounts(state) || Undecided(state).Any(round => round is { HearingRequest: not null, Hearing.Held: not null });

    /// <summary>Rounds of telling that another took the place of before anything was decided, latest first.</summary>
    internal static IEnumerable<EarlierRound> Undecided(CaseState state) => state.Course.Rounds.Reverse().TakeWhile(round => round.Decision is null);

    /// <summary>Nothing is told anew while what the party said waits for its answer, nor without a reason (第45条).</summary>
    public static IEnumerable<Refusal?> ToldAnew(CaseState state, IReadOnlyList<CasePenalty> penalties, string? reason) =>
    [
        state.Notice is null ? null : DefenceReviewed(state),
        HeavierOnNewFacts(state, penalties, reason)
            ?? (state.Notice is not null && string.IsNullOrWhiteSpace(reason) ? new("told-anew-without-reason", "已经事先告知，重新告知应当写明理由和新的情况。", "行政处罚法 第44、45条", "newFacts") : null),
    ];

    /// <summary>Nothing is told anew while a hearing is owed (第64条).</summary>
    public static Refusal? NoHearingOwed(CaseState state) => state.HearingRequest is not null && state.Hearing is { Forgone: null, Report: null }
        ? new("hearing-pending", "当事人已申请听证，听证结束前不得重新告知、不得补充调查终止听证；确需改变的，听证后办理。", "行政处罚法 第64、65条")
        : null;

    /// <summary>A heavier notice rests on new facts (第45条第2款).</summary>
    public static Refusal? HeavierOnNewFacts(CaseState state, IReadOnlyList<CasePenalty> penalties, string? newFacts) =>
        state.Course.Notices is [.., var last] && Heavier(penalties, last.Penalties) && string.IsNullOrWhiteSpace(newFacts)
            ? new("heavier-without-new-facts", "重新告知的处罚比上一次重，须写明新发现的事实；不得因当事人陈述、申辩而给予更重的处罚。", "行政处罚法 第45条第2款", "newFacts")
            : null;

    /// <summary>
    /// Who was fourteen or more but under eighteen is punished lighter or below the range, and the reasons say so (第30条). The article names no figure; that a fine above
    /// the middle of the range is not a lighter one is our reading in favour of the party.
    /// </summary>
    public static Refusal? MustLighten(CaseItem? item, PenaltyAssessment assessment, IReadOnlyList<CasePenalty> penalties, string? reasons, string where = "reasons")
    {
        const string Article = "行政处罚法 第30条";
        if (!assessment.MustLighten || penalties.Count == 0) return null;
        if (reasons?.Contains("从轻", StringComparison.Ordinal) != true && reasons?.Contains("减轻", StringComparison.Ordinal) != true)
            return new("minor-not-lightened", "当事人行为时已满十四周岁不满十八周岁，应当从轻或者减轻行政处罚，请在理由中写明从轻或者减轻。", Article, where);
        var fine = FineOf(penalties);
        return item is { CitizenMaximumFen: { } most } && fine > ((item.CitizenMinimumFen ?? 0) + most) / 2
            ? new("minor-not-lightened", $"当事人行为时已满十四周岁不满十八周岁，应当从轻或者减轻行政处罚，罚款不应高于幅度的中间数额 {Documents.ChineseText.Amount(((item.CitizenMinimumFen ?? 0) + most) / 2)}。", Article, "penalties") : null;
    }

    /// <summary>What the party is told keeps to the worksheet, or says why not (第34条).</summary>
    public static Refusal? WorksheetKept(CaseState state, IReadOnlyList<CasePenalty> penalties, string? departure) =>
        state.Measures.Discretion is { } sheet && string.IsNullOrWhiteSpace(departure) && FineOf(penalties) != sheet.FineFen
            ? new("differs-from-worksheet", $"拟处的罚款与裁量工作单（{ChineseText.Amount(sheet.FineFen)}）不一致，应当写明理由。", "行政处罚法 第34条", "departureReason")
            : null;

    /// <summary>What was adopted changes the decision, or the decision says what of it was taken over (第45条第1款: 成立的，应当采纳).</summary>
    public static Refusal? DefenceHeeded(CaseState state, IReadOnlyList<CasePenalty> penalties, string? answer) =>
        state is { DefenceReview.Adopted: true, Notice: { } notice } && penalties.SequenceEqual(notice.Penalties) && string.IsNullOrWhiteSpace(answer)
            ? new("defence-adopted-unheeded", "当事人的陈述申辩经复核成立并采纳，拟作决定与告知的处罚相同，应当写明采纳后作了哪些改变；没有改变的，说明为什么不影响处罚。", "行政处罚法 第45条第1款", "defenceAnswer")
            : null;

    /// <summary>The unit checked the case before telling it, where the setting asks for it.</summary>
    public static Refusal? InternallyChecked(CaseState state, ProcedureSettings settings) =>
        settings.InternalCheck && state.Course.Check is not { Passed: true }
            ? new("internal-check-missing", state.Course.Check is null ? "本机关规定事先告知前应当内部审核，还没有审核。" : "内部案件审核没有通过，请修改后再提请审核。", "设置“事先告知前的内部案件审核”")
            : null;

    /// <summary>Legal review agreed where it is required (第58条).</summary>
    public static Refusal? Reviewed(CaseState state, PenaltyAssessment assessment)
    {
        const string Article = "行政处罚法 第58条";
        if (state.Course.ReviewStale)
            return new("legal-review-stale", "法制审核以后当事人又提出陈述申辩，应当连同复核意见再次送审。", "行政处罚法 第45、58条");
        if (state.Review is { Conclusion: null }) return new("legal-review-open", "法制审核还没有完成，不得作出决定。", Article);
        if (state.Review?.Conclusion is { Opinion: not ReviewOpinion.Agree } conclusion)
            return new("legal-review-not-passed", $"法制审核意见为“{conclusion.Opinion.Title()}”，审核未通过的，不得作出决定。", Article);
        if (state.Review is null && Undecided(state).Select(round => round.Review).FirstOrDefault(round => round is not null) is { Conclusion: not { Opinion: ReviewOpinion.Agree } } earlier)
            return new("legal-review-missing", $"重新告知以前，法制审核{(earlier.Conclusion is { } said ? $"意见为“{said.Opinion.Title()}”" : "没有完成")}，应当再次送审，未经审核或者审核未通过的，不得作出决定。", Article);
        return assessment.LegalReviewGrounds.Count > 0 && state.Review is null
            ? new("legal-review-missing", $"本案属于应当法制审核的情形（{string.Join("；", assessment.LegalReviewGrounds.Select(ReviewNames.Ground))}），未经法制审核或者审核未通过的，不得作出决定。", Article)
            : null;
    }

    /// <summary>Not heavier than legal review agreed to (第58条).</summary>
    public static Refusal? AsReviewed(CaseState state, IReadOnlyList<CasePenalty> penalties) =>
        state.Review is { } round && Heavier(penalties, round.Submission.Proposal)
            ? new("heavier-than-reviewed", "处罚比法制审核通过的重，应当重新审核。", "行政处罚法 第58条", "penalties")
            : null;

    /// <summary>The heads discussed it where they must (第57条第2款).</summary>
    public static Refusal? Discussed(CaseState state, PenaltyAssessment assessment) => state.Course.DiscussionStale
        ? new("discussion-stale", "集体讨论以后当事人又提出陈述申辩，应当连同复核意见再次讨论。", "行政处罚法 第45条、第57条第2款")
        : assessment.CollectiveDiscussion && state.Course.Discussion is null
        ? new("collective-discussion-missing", "本案属于情节复杂或者重大违法行为，行政机关负责人应当集体讨论决定。", "行政处罚法 第57条第2款")
        : null;

    /// <summary>The decision is what the heads agreed on (第57条第2款).</summary>
    public static Refusal? AsDiscussed(CaseState state, DecisionKind kind, IReadOnlyList<CasePenalty> penalties) =>
        state.Course.Discussion is { } discussion && (discussion.Kind != kind || !discussion.Penalties.SequenceEqual(penalties))
            ? new("differs-from-discussion", "决定与集体讨论的结果不一致。", "行政处罚法 第57条第2款", "penalties")
            : null;

    /// <summary>True when some penalty is of another kind, a higher amount or a longer time than those it is compared with (第45条第2款).</summary>
    public static bool Heavier(IReadOnlyList<CasePenalty> penalties, IReadOnlyList<CasePenalty> than) => penalties.GroupBy(penalty => penalty.Kind).Any(group =>
        than.All(told => told.Kind != group.Key)
        || Amount(group) > Amount(than.Where(told => told.Kind == group.Key))
        // Fewer goods are told by other words.
        || (group.Key != PenaltyKind.ConfiscateGoods || Amount(group) == Amount(than.Where(told => told.Kind == group.Key))) && group.Any(penalty => Longer(penalty.Text, than.First(told => told.Kind == group.Key).Text)));

    private static long FineOf(IEnumerable<CasePenalty> penalties) => penalties.Where(penalty => penalty.Kind == PenaltyKind.Fine).Sum(penalty => penalty.AmountFen ?? 0);

    private static long Amount(IEnumerable<CasePenalty> penalties) => penalties.Sum(penalty => penalty.AmountFen ?? penalty.ValueFen ?? 0);

    /// <summary>A longer time, or other words where no time can be read, is more than what was told.</summary>
    private static bool Longer(string? text, string? told)
    {
        if (string.IsNullOrWhiteSpace(told) || text?.Trim() == told.Trim()) return false;
        return Days(text) is { } days && Days(told) is { } before ? days > before : true;
    }

    private static int? Days(string? text) => Length().Match(text ?? "") is { Success: true } found && int.TryParse(found.Groups["count"].ValueSpan, out var count) && count < 10_000
        ? count * (found.Groups["unit"].Value switch { "年" => 365, "日" or "天" => 1, _ => 30 }) : null;

    [System.Text.RegularExpressions.GeneratedRegex("(?<count>[0-9]+)(?<unit>日|天|个月|月|年)")]
    private static partial System.Text.RegularExpressions.Regex Length();

    /// <summary>Nobody decides a recusal of himself (第43条第3款).</summary>
    public static Refusal? NotOwnRecusal(string person, StepContext context) => context.OfficerId == person
        ? new("own-recusal", "本人的回避不能由本人决定。", "行政处罚法 第43条第3款")
        : null;

    /// <summary>Another organ filed the same act first, under this item or another (第25条第1款).</summary>
    public static Refusal? FiledFirst(CaseState state, IReadOnlyList<SameMatter> matters, string? distinct) =>
        string.IsNullOrWhiteSpace(distinct) && matters.FirstOrDefault(other => other.FiledOn is not null && other.ActOn == state.ActOn && other.SubjectCode != state.Subject!.Code) is { } first
            ? new("filed-elsewhere", $"{first.SubjectName}已于{ChineseText.Date(first.FiledOn!.Value)}就同一当事人同日{(OfItem(first, state) ? "同类" : "同地的")}行为立案（{first.Number}，{first.Place}{(OfItem(first, state) ? "" : $"，{first.ItemCode}")}）。同一违法行为由最先立案的机关管辖；不是同一行为的，写明理由。", "行政处罚法 第25条第1款", "distinctConduct")
            : null;

    private static bool OfItem(SameMatter other, CaseState state) => other.ItemCode is null || other.ItemCode == state.Item!.Code;

    /// <summary>A first violation has no earlier one of the same kind within the years of the setting (第33条第1款).</summary>
    public static Refusal? FirstViolation(CaseState state, IReadOnlyList<SameMatter> matters, int years) =>
        matters.FirstOrDefault(other => other.Punished && OfItem(other, state) && other.ActOn < state.ActOn && other.ActOn >= state.ActOn!.Value.AddYears(-years)) is { } earlier
            ? new("not-first-violation", $"当事人{ChineseText.Date(earlier.ActOn)}有同类违法行为（{earlier.SubjectName}，{earlier.DecisionNumber}），不属于初次违法。", "行政处罚法 第33条第1款", "kind")
            : null;
}
