namespace Lianzhi.Core.Cases;

/// <summary>The gates of review and suit as the organ records them (复议、诉讼登记条件).</summary>
public static class RemedyGates
{
    /// <summary>No other review or suit runs (行政复议法 第29条).</summary>
    public static Refusal? NoneOpen(CaseState state) =>
        state.Execution.OpenReview is not null ? new("review-pending", "行政复议还没有结束。", "行政复议法 第29条")
        : state.Execution.OpenSuit is not null ? new("suit-pending", "行政诉讼还没有结束。", "行政复议法 第29条")
        : null;

    /// <summary>Only a decision that was served can be contested here.</summary>
    public static Refusal? AfterService(CaseState state, DateTimeOffset at) =>
        state.ServedOn is { } served && CaseDays.Of(at) < served ? Refusal.Invalid("at", "不能早于决定书送达之日。") : null;

    /// <summary>A review runs.</summary>
    public static Refusal? ReviewOpen(CaseState state) => state.Execution.OpenReview is not null ? null
        : new("no-review", "没有正在进行的行政复议。", "行政复议法 第30条");

    /// <summary>A suit runs.</summary>
    public static Refusal? SuitOpen(CaseState state) => state.Execution.OpenSuit is not null ? null
        : new("no-suit", "没有正在进行的行政诉讼。", "行政诉讼法 第67条");

    /// <summary>An on-the-spot decision goes to review first (行政复议法 第23条).</summary>
    public static Refusal? ReviewFirst(CaseState state) => state.Procedure == CaseProcedure.Simple && state.Execution.Reviews.All(review => review.IsPending)
        ? new("review-first", "对当场作出的行政处罚决定不服的，应当先申请行政复议，对复议决定不服的再提起诉讼。", "行政复议法 第23条第1款第1项")
        : null;

    /// <summary>The progress fits the review: accepted once, expired only when its sixty days are over (行政复议法 第62条).</summary>
    public static Refusal? Progress(CaseState state, RecordReviewProgress command, CaseFacts facts)
    {
        if (state.Execution.OpenReview is not { } review) return null;
        var on = CaseDays.Of(command.At);
        if (on < review.Applied.On) return Refusal.Invalid("at", "不能早于申请之日。");
        return command.Progress switch
        {
            ReviewProgress.Accepted when review.Accepted is not null => new("already-accepted", "已经登记受理。", "行政复议法 第30条", "progress"),
            ReviewProgress.TermExpired when review.Accepted is null => new("not-accepted", "没有受理，期限没有开始。不予受理的，登记“不予受理或者驳回”。", "行政复议法 第62条", "progress"),
            ReviewProgress.TermExpired when on <= facts.DaysAfter(review.Accepted!.On, 60) =>
                new("review-term-running", $"复议期限 {Documents.ChineseText.Date(facts.DaysAfter(review.Accepted.On, 60))} 才届满。", "行政复议法 第62条", "progress"),
            _ => null,
        };
    }

    /// <summary>An answer is owed and was not given (行政复议法 第48条, 行政诉讼法 第67条).</summary>
    public static Refusal? AnswerDue(CaseState state, CaseStep step) => step == CaseStep.AnswerReview
        ? state.Execution.OpenReview is not { Accepted: not null } review ? new("nothing-to-answer", "没有需要答复的行政复议。", "行政复议法 第48条")
            : review.Answer is not null ? new("already-answered", "已经提交答复。", "行政复议法 第48条") : null
        : state.Execution.OpenSuit is not { } suit ? new("nothing-to-answer", "没有需要答辩的行政诉讼。", "行政诉讼法 第67条")
            : suit.Answer is not null ? new("already-answered", "已经提交答辩和证据。", "行政诉讼法 第67条") : null;

    /// <summary>A changed decision says what it reads now, and is never heavier for the party.</summary>
    public static IEnumerable<Refusal?> Result(CaseState state, RemedyResult result, IReadOnlyList<CasePenalty> penalties, Basis notHeavier)
    {
        yield return result == RemedyResult.Changed
            ? penalties.Count == 0 ? Refusal.Invalid("penalties", "变更决定的，请填写变更后的处罚。") : null
            : penalties.Count > 0 ? Refusal.Invalid("penalties", "没有变更处罚的，不填处罚内容。") : null;
        if (penalties.Sum(penalty => penalty.AmountFen ?? 0) > state.Penalties.Sum(penalty => penalty.AmountFen ?? 0))
            yield return new("heavier-on-remedy", "变更后的处罚不能比原决定重，请核对文书。", notHeavier, "penalties");
    }
}
