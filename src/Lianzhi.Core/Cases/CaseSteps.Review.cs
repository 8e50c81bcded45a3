using Lianzhi.Core.Cases.Measures;

namespace Lianzhi.Core.Cases;

public static partial class CaseSteps
{
    private static Result<CaseEvent> CheckCase(CaseState state, CheckInternally c, StepContext context)
    {
        var checker = context.OfficerId is { } person ? context.Facts.Procedure.Person(person, context.Today) : null;
        return Answer(
            [
                Given(c.Opinion, "opinion", "审核意见"),
                checker is null ? new("checker-unknown", "账号没有对应的在职人员，不能审核。", "行政处罚法 第42条") : Separation.Check(state, checker.Id, CaseDuty.Check),
            ],
            () => new InternallyChecked(context.Now, c.Passed, c.Opinion, checker!));
    }

    private static Result<CaseEvent> Submit(CaseState state, SubmitReview c, StepContext context)
    {
        var proposal = c.Proposal is { Count: > 0 } given ? given : state.Notice!.Penalties;
        var assessment = Assess(state, proposal, context);
        var reviewer = Reviewer(state, c.ReviewerId, OfPenalty, context);
        return Answer(
            [
                .. SubmissionGates(state, context.Today),
                Given(c.Materials, "materials", "送审材料"),
                state.Review?.Conclusion is not null && string.IsNullOrWhiteSpace(c.Response)
                    ? new("review-response-missing", "再次送审应当说明对上次审核意见的采纳和修改情况。", "行政处罚法 第58条", "response") : null,
                Gates.NotHeavier(state, proposal),
                .. reviewer.Refusals,
            ],
            () => new LegalReviewSubmitted(context.Now, assessment.LegalReviewGrounds, c.Materials, c.Response, proposal, reviewer.Value!,
                context.Facts.WorkingDaysAfter(context.Today, context.Facts.Procedure.Settings(state.Item!.LeadDepartment, context.Today).ReviewDays), context.Account));
    }

    /// <summary>Review comes after statement, defence and hearing, and before the heads discuss (第58条).</summary>
    internal static IEnumerable<Refusal?> SubmissionGates(CaseState state, DateOnly today) =>
        [
            Gates.DefenceEnded(state, today),
            Gates.DefenceReviewed(state),
            Gates.HearingPeriodEnded(state, today),
            Gates.HearingConcluded(state),
            Gates.RecusalsDecided(state),
            state.Review switch
            {
                { Conclusion: null } => new("legal-review-open", "已经送审，等待审核意见。", "行政处罚法 第58条"),
                { Conclusion.Opinion: ReviewOpinion.Agree } when !state.Course.ReviewStale => new("legal-review-passed", "法制审核已经通过。", "行政处罚法 第58条"),
                { Conclusion.Opinion: ReviewOpinion.Supplement } => new("supplement-first", "审核意见要求补充调查，应当先补充调查、重新告知后再送审。", "行政处罚法 第54、58条"),
                { Conclusion.Opinion: ReviewOpinion.Transfer } => new("transfer-first", "审核意见认为应当移送，请办理移送。", "行政处罚法 第27、58条"),
                _ => null,
            },
        ];

    /// <summary>The reviewer asked for, or the nearest who is free of conflict.</summary>
    private static Result<CaseReviewer> Reviewer(CaseState state, string? asked, string basis, StepContext context)
    {
        var reviewers = context.Facts.Procedure.Reviewers(state.Subject!.Code, context.Today);
        if (asked is null)
            return reviewers.FirstOrDefault(reviewer => IsFree(state, reviewer)) is { } free ? free
                : new Refusal("no-reviewer", "本机关、本片区和区司法局都没有可以审核本案的法制审核人员：没有登记法律职业资格，或者与本案职责冲突。", basis, "reviewerId");
        if (reviewers.FirstOrDefault(reviewer => reviewer.Id == asked) is not { } chosen)
            return new Refusal("reviewer-not-qualified", "该人员不是可以审核本案的法制审核人员，或者没有登记法律职业资格。", basis, "reviewerId");
        if (Separation.Check(state, chosen.Id, CaseDuty.Review, "reviewerId") is { } conflict) return conflict;
        return IsFree(state, chosen) ? chosen : new Refusal("officer-recused", "该人员已退出本案的审核。", "行政处罚法 第43条", "reviewerId");
    }

    private static bool IsFree(CaseState state, CaseReviewer reviewer) =>
        Separation.Check(state, reviewer.Id, CaseDuty.Review) is null && state.PastReviewers.All(left => left.Id != reviewer.Id);

    private static Result<CaseEvent> Reassign(CaseState state, ReassignReview c, StepContext context)
    {
        var waiting = WaitingRounds(state);
        int? index = c.Round is { } asked ? (waiting.Contains(asked) ? asked : null) : waiting is [var first, ..] ? first : null;
        var round = index is { } found ? state.Reviews[found] : null;
        var reviewer = Reviewer(state, c.ReviewerId, round?.Submission.Measure is null ? OfPenalty : MeasureReviews.Document, context);
        var signer = Gates.Signer(state, context);
        return Answer(
            [
                round is not null ? null : c.Round is null ? NoReviewWaiting : NoReviewWaiting with { Field = "round" },
                Given(c.Reason, "reason", "变更的理由"),
                round?.Reviewer.Id == c.ReviewerId ? Refusal.Invalid("reviewerId", "该人员就是现在的审核人员。") : null,
                round is not null ? Gates.NotOwnRecusal(round.Reviewer.Id, context) : null,
                .. reviewer.Refusals,
                .. signer.Refusals,
            ],
            () => new LegalReviewReassigned(context.Now, round!.Reviewer, reviewer.Value!, c.Reason, signer.Value!, round.Submission.Measure is null ? null : index));
    }

    private static Result<CaseEvent> GiveOpinion(CaseState state, ConcludeReview c, StepContext context) => Answer(
        [
            ReviewWaits(state),
            Gates.DefenceReviewed(state),
            .. state.Review is { } round ? [NotTheReviewer(round, "行政处罚法 第58条", context), .. OpinionGates(state, round, c.Opinion, c.Findings, "行政处罚法 第58条")] : Array.Empty<Refusal?>(),
        ],
        () => new LegalReviewConcluded(context.Now, c.Opinion, c.Findings, c.Note ?? "", state.Review!.Reviewer));

    /// <summary>What holds of every opinion: it is given free of conflict, and tells everything at once.</summary>
    private static IEnumerable<Refusal?> OpinionGates(CaseState state, ReviewRound round, ReviewOpinion opinion, IReadOnlyList<ReviewFinding> findings, string basis) =>
        [
            Separation.Check(state, round.Reviewer.Id, CaseDuty.Review),
            state.Course.OpenRecusals.Any(open => open.PersonId == round.Reviewer.Id) ? Gates.RecusalsDecided(state) : null,
            opinion == ReviewOpinion.Agree && findings.Count > 0
                ? new("agree-with-findings", "指出问题的，意见应为修改、补充调查、不同意或者移送；无碍结论的提示写在备注里。", basis, "opinion") : null,
            opinion != ReviewOpinion.Agree && findings.Count == 0
                ? new("findings-missing", "不是“同意”的，应当一次写明全部问题和依据。", basis, "findings") : null,
            findings.Any(finding => string.IsNullOrWhiteSpace(finding.Text)) ? Refusal.Invalid("findings", "请写明问题。") : null,
        ];

    private static Refusal? NotTheReviewer(ReviewRound round, string basis, StepContext context) =>
        round.Reviewer.Id == context.OfficerId ? null : new("not-the-reviewer", $"本案由{round.Reviewer.Name}审核。", basis);

    private static Result<CaseEvent> SubmitMeasure(CaseState state, SubmitMeasureReview c, StepContext context)
    {
        var measure = new ReviewedMeasure(c.Act, c.Act == ReviewedAct.Sealing ? c.Request : null);
        var undecided = MeasureReviews.Undecided(state).Contains(measure);
        var last = undecided ? MeasureReviews.Of(state, measure) : null;
        var reviewer = Reviewer(state, c.ReviewerId, MeasureReviews.Document, context);
        return Answer(
            [
                undecided ? MeasureReviews.Sent(state, measure)
                    : c.Act == ReviewedAct.Demolition ? new("no-measure-to-review", "没有公告过、待决定的强制拆除。", MeasureReviews.Document, "act")
                    : Refusal.Invalid("request", "请选择待审批的查封、扣押。"),
                Given(c.Materials, "materials", "送审材料"),
                last?.Conclusion is { Opinion: not ReviewOpinion.Agree } && string.IsNullOrWhiteSpace(c.Response)
                    ? new("review-response-missing", "再次送审应当说明对上次审核意见的采纳和修改情况。", MeasureReviews.Document, "response") : null,
                .. reviewer.Refusals,
            ],
            () => new LegalReviewSubmitted(
                context.Now, MeasureReviews.IsDue(measure, context.Facts.Measures.Settings(context.Today)) ? [c.Act == ReviewedAct.Demolition ? MeasureReviews.DemolitionGround : MeasureReviews.SealingGround] : [],
                c.Materials, c.Response, [], reviewer.Value!, MeasureReviews.DueOn(state, measure, context), context.Account, measure));
    }

    private static Result<CaseEvent> GiveMeasureOpinion(CaseState state, ReviewMeasure c, StepContext context)
    {
        var index = MeasureRound(state, c.Round, context);
        return Answer(
            [
                .. MeasureReviewWaits(state, c.Round, context),
                .. index is { } found ? OpinionGates(state, state.Reviews[found], c.Opinion, c.Findings, MeasureReviews.Document) : [],
            ],
            () => new LegalReviewConcluded(context.Now, c.Opinion, c.Findings, c.Note ?? "", state.Reviews[index!.Value].Reviewer, index));
    }

    /// <summary>A review of coercion waits, and for this person.</summary>
    internal static IEnumerable<Refusal?> MeasureReviewWaits(CaseState state, int? asked, StepContext context) =>
        MeasureRound(state, asked, context) is { } round
            ? [NotTheReviewer(state.Reviews[round], MeasureReviews.Document, context)]
            : [new("no-review-waiting", "没有等待审核的送审。", MeasureReviews.Document, asked is null ? null : "round")];

    /// <summary>The round asked for, otherwise the first that waits for this person, otherwise the first that waits.</summary>
    private static int? MeasureRound(CaseState state, int? asked, StepContext context)
    {
        var waiting = MeasureReviews.Waiting(state);
        if (asked is { } round) return waiting.Contains(round) ? round : null;
        return waiting.OrderBy(one => state.Reviews[one].Reviewer.Id != context.OfficerId).Select(one => (int?)one).FirstOrDefault();
    }

    /// <summary>Indexes of all rounds that wait for an opinion, that about the penalty first.</summary>
    public static IReadOnlyList<int> WaitingRounds(CaseState state) =>
    [
        .. state is { Stage: CaseStage.Noticed, Review.Conclusion: null } ? [state.Reviews.Index().Last(one => one.Item.Submission.Measure is null).Index] : Array.Empty<int>(),
        .. MeasureReviews.Waiting(state),
    ];

    private const string OfPenalty = "行政处罚法 第58条第2款";

    internal static readonly Refusal NoReviewWaiting = new("no-review-waiting", "没有等待审核的送审。", "行政处罚法 第58条");

    /// <summary>A review was asked for and not given.</summary>
    internal static Refusal? ReviewWaits(CaseState state) => state.Review is { Conclusion: null } ? null : NoReviewWaiting;

    private static Result<CaseEvent> Discuss(CaseState state, DiscussCollectively c, StepContext context)
    {
        var on = CaseDays.Of(c.At);
        var heads = context.Facts.Procedure.Heads(state.Subject!.Code, on);
        var presenter = state.Officers.FirstOrDefault(officer => officer.Id == c.PresenterId);
        var recorder = context.Facts.Procedure.Person(c.RecorderId, on);
        var penalty = c.Kind == DecisionKind.Penalty;
        var assessment = Assess(state, c.Penalties, context);
        var signer = Gates.Signer(state, context);
        DiscussionMember? Member(DiscussionVoice voice) =>
            heads.FirstOrDefault(head => head.Id == voice.OfficerId) is { } head ? new(head.Id, head.Name, head.Post, voice.Opinion, voice.Agrees) : null;
        var members = c.Members.Select(Member).ToList();
        return Answer(
            [
                Gates.Time(state, c.At, context.Now),
                c.Until < c.At || c.Until > context.Now ? Refusal.Invalid("until", "结束时间应在开始之后、现在之前。") : null,
                // The heads discuss what is ripe on the day they sit, not on the day it is written down.
                .. BeforeDecision(state, penalty, assessment, CaseDays.Of(c.At)),
                Given(c.Place, "place", "地点"),
                Given(c.Result, "result", "讨论结果"),
                presenter is null ? Refusal.Invalid("presenterId", "汇报人应为本案的办案人员。") : null,
                recorder is null ? Refusal.Invalid("recorderId", "没有这名在职人员。") : null,
                members.Contains(null) ? new("not-a-head", $"集体讨论的成员应为{state.Subject.Name}的行政机关负责人；片长、副片长不因该职务参加。", "行政处罚法 第57条第2款", "members") : null,
                members.OfType<DiscussionMember>().Select(member => member.Id).Distinct().Count() < 2
                    ? new("discussion-too-small", "集体讨论应当有两名以上行政机关负责人参加，各自发表意见。", "行政处罚法 第57条第2款", "members") : null,
                members.Count != members.Select(member => member?.Id).Distinct().Count() ? Refusal.Invalid("members", "同一成员只登记一次。") : null,
                heads.Where(head => head.Principal).All(head => c.Members.All(voice => voice.OfficerId != head.Id))
                    ? new("principal-absent", "集体讨论应当由正职负责人或者主持工作的负责人主持。", "行政处罚法 第57条第2款", "members") : null,
                c.Members.Any(voice => string.IsNullOrWhiteSpace(voice.Opinion)) ? Refusal.Invalid("members", "请记明每一名成员的意见。") : null,
                .. c.Members.Select(voice => Separation.Check(state, voice.OfficerId, CaseDuty.Approve, "members")).OfType<Refusal>().Take(1),
                c.Members.Count(voice => voice.Agrees) * 2 <= c.Members.Count ? new("no-majority", "讨论结果没有得到过半数成员同意。", "行政处罚法 第57条第2款", "members") : null,
                .. penalty ? PenaltyRange.Check(state.Item!, state.Party!, c.Penalties, state.Notice?.RangeBasis) : [],
                !penalty && c.Penalties.Count > 0 ? Refusal.Invalid("penalties", "不予处罚的不能带有处罚。") : null,
                penalty ? Gates.NotHeavier(state, c.Penalties) : null,
                penalty ? Gates.AsReviewed(state, c.Penalties) : null,
                .. signer.Refusals,
            ],
            () => new CollectivelyDiscussed(c.At, c.Until, c.Place, presenter!, recorder!, [.. members.OfType<DiscussionMember>()], c.Kind, c.Penalties, c.Result));
    }
}
