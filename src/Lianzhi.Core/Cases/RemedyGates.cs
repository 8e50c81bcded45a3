namespace Lianzhi.Core.Cases;

/// <summary>The gates of review and suit as the organ records them (复议、诉讼登记条件).</summary>
public static class RemedyGates
{
    /// <summary>No review or suit runs, whatever it is against.</summary>
    public static Refusal? NoneOpen(CaseState state) => Pending(state, _ => true);

    /// <summary>None runs against decisions of these kinds.</summary>
    public static Refusal? NoneOpen(CaseState state, params IReadOnlyList<ContestedKind> kinds) => Pending(state, target => kinds.Contains(target?.Kind ?? ContestedKind.Penalty));

    /// <summary>None runs against this decision (行政复议法 第29条).</summary>
    public static Refusal? NoneOpen(CaseState state, ContestedDecision decision) =>
        Pending(state, target => target is null ? decision.Kind == ContestedKind.Penalty : target == decision);

    /// <summary>Something of the decision is left to contest.</summary>
    public static Refusal? NotAnnulled(CaseState state, Contestable one) =>
        (one.Decision.Kind == ContestedKind.Penalty ? state.Execution.Overturned : state.Execution.OverturningOf(one.Decision.Number)) is { Result: RemedyResult.Annulled or RemedyResult.Void } overturned
            ? new("already-annulled", $"{one.Title} {one.Decision.Number}已被{ExecutionGates.Title(overturned.Result)}（{overturned.Number}）。", "行政复议法 第11条；行政诉讼法 第12条", "target")
            : null;

    private static Refusal? Pending(CaseState state, Func<ContestedDecision?, bool> against) =>
        state.Execution.OpenReviews.Any(review => against(review.Applied.Target)) ? new("review-pending", "行政复议还没有结束。", "行政复议法 第29条")
        : state.Execution.OpenSuits.Any(suit => against(suit.Filed.Target)) ? new("suit-pending", "行政诉讼还没有结束。", "行政复议法 第29条")
        : null;

    /// <summary>Some decision can be contested.</summary>
    public static Refusal? Offered(CaseState state) => Contestable.Open(state).Any() ? null
        : NoneOpen(state) ?? new("nothing-to-contest", "本案没有可以申请行政复议、提起行政诉讼的决定。", "行政复议法 第11条；行政诉讼法 第12条");

    /// <summary>The decision a new review or suit is against: the one named, or the penalty; it was served before.</summary>
    public static Result<Contestable> Contested(CaseState state, string? number, DateTimeOffset at)
    {
        var chosen = Contestable.Of(state).FirstOrDefault(one => number is null ? one.Decision.Kind == ContestedKind.Penalty : one.Decision.Number == number);
        if (chosen is null)
            return new Refusal("no-such-decision", number is null ? "行政处罚决定书还没有送达，请选择不服的是哪一份决定。" : "本案没有这份已经送达的决定书。", "行政复议法 第11条；行政诉讼法 第12条", "target");
        if (NoneOpen(state, chosen.Decision) is { } pending) return pending;
        if (NotAnnulled(state, chosen) is { } annulled) return annulled;
        return CaseDays.Of(at) < chosen.ServedOn ? Refusal.Invalid("at", "不能早于决定书送达之日。") : chosen;
    }

    /// <summary>The review that runs against the decision named, or the only one that runs.</summary>
    public static Result<ReviewMatter> Review(CaseState state, string? number) =>
        ReviewOpen(state) is { } none ? none : Only(state, state.Execution.OpenReviews, review => review.Applied.Target, number);

    /// <summary>The suit that runs against the decision named, or the only one that runs.</summary>
    public static Result<SuitMatter> Suit(CaseState state, string? number) =>
        SuitOpen(state) is { } none ? none : Only(state, state.Execution.OpenSuits, suit => suit.Filed.Target, number);

    private static Result<T> Only<T>(CaseState state, IEnumerable<T> open, Func<T, ContestedDecision?> target, string? number)
    {
        var found = open.Where(one => number is null || number == (target(one)?.Number ?? state.Decision?.Number ?? state.OnSpot?.Number)).ToList();
        return found.Count == 1 ? found[0]
            : Refusal.Invalid("target", found.Count == 0 ? "对这份决定书没有正在进行的行政复议、行政诉讼。" : "有几件行政复议、行政诉讼正在进行，请选择是对哪一份决定的。");
    }

    /// <summary>A review runs.</summary>
    public static Refusal? ReviewOpen(CaseState state) => state.Execution.OpenReviews.Any() ? null
        : new("no-review", "没有正在进行的行政复议。", "行政复议法 第30条");

    /// <summary>A suit runs.</summary>
    public static Refusal? SuitOpen(CaseState state) => state.Execution.OpenSuits.Any() ? null
        : new("no-suit", "没有正在进行的行政诉讼。", "行政诉讼法 第67条");

    /// <summary>An on-the-spot decision goes to review first (行政复议法 第23条); other decisions of the case need not.</summary>
    public static Refusal? ReviewFirst(CaseState state, params IReadOnlyList<ContestedDecision> decisions) =>
        state.Procedure == CaseProcedure.Simple && decisions.All(decision => decision.Kind == ContestedKind.Penalty)
        && state.Execution.Reviews.Where(review => review.OfPenalty).All(review => review.IsPending)
        ? new("review-first", "对当场作出的行政处罚决定不服的，应当先申请行政复议，对复议决定不服的再提起诉讼。", "行政复议法 第23条第1款第1项")
        : null;

    /// <summary>The progress fits the review: accepted once, expired only when its sixty days are over (行政复议法 第62条).</summary>
    public static Refusal? Progress(ReviewMatter review, RecordReviewProgress command, CaseFacts facts)
    {
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

    /// <summary>A new decision is ordered only together with an annulment of the penalty, and not for a day that is over.</summary>
    public static Refusal? Redecision(bool ofPenalty, RemedyResult result, bool redecide, DateOnly? by, DateOnly on) =>
        (redecide || by is not null) && (!ofPenalty || result != RemedyResult.Annulled) ? Refusal.Invalid("redecide", "只有撤销处罚决定时，才责令重新作出决定。")
        : by is not null && !redecide ? Refusal.Invalid("redecideBy", "没有责令重新作出的，不填期限。")
        : by < on ? Refusal.Invalid("redecideBy", "重新作出的期限不能早于结果之日。")
        : null;

    /// <summary>Review or court annulled the decision and ordered a new one; a decision on the spot has no investigation to go back to.</summary>
    public static Refusal? RedecisionOrdered(CaseState state) => state.Execution.Overturned is not { Redecide: true }
        ? new("redecision-not-ordered", "没有责令重新作出决定的复议决定或者判决。", "行政复议法 第64条；行政诉讼法 第70条")
        : state.Decision is null ? new("on-spot-anew", "当场处罚决定撤销后需要重新处理的，按普通程序另行立案。", "行政处罚法 第51、54条")
        : null;

    /// <summary>Not the same decision on the same facts and reasons again, unless only the procedure was at fault (行政复议法 第64条第2款, 行政诉讼法 第71条).</summary>
    public static Refusal? NotTheSameAgain(CaseState state, IReadOnlyList<CasePenalty> penalties) =>
        state is { Execution.Reopening.ProcedureOnly: false, Conclusion: { } conclusion, Course.Revoked: [.., var fallen] }
        && fallen.Penalties.SequenceEqual(penalties) && fallen.Facts.Trim() == conclusion.Facts.Trim() && fallen.Discretion.Trim() == conclusion.Discretion.Trim()
            ? new("same-decision-again", "原决定已被撤销，不得以同一的事实和理由作出与原决定基本相同的决定。", "行政复议法 第64条第2款；行政诉讼法 第71条", "penalties") : null;

    /// <summary>An answer is owed and was not given (行政复议法 第48条, 行政诉讼法 第67条).</summary>
    public static Refusal? AnswerDue(CaseState state, CaseStep step) => step == CaseStep.AnswerReview
        ? !state.Execution.OpenReviews.Any(review => review.Accepted is not null) ? new("nothing-to-answer", "没有需要答复的行政复议。", "行政复议法 第48条")
            : state.Execution.OpenReviews.Where(review => review.Accepted is not null).All(review => review.Answer is not null) ? new("already-answered", "已经提交答复。", "行政复议法 第48条") : null
        : !state.Execution.OpenSuits.Any() ? new("nothing-to-answer", "没有需要答辩的行政诉讼。", "行政诉讼法 第67条")
            : state.Execution.OpenSuits.All(suit => suit.Answer is not null) ? new("already-answered", "已经提交答辩和证据。", "行政诉讼法 第67条") : null;

    /// <summary>This review was accepted and has no answer yet.</summary>
    public static Refusal? Unanswered(ReviewMatter review) =>
        review.Accepted is null ? new("nothing-to-answer", "没有需要答复的行政复议。", "行政复议法 第48条")
        : review.Answer is not null ? new("already-answered", "已经提交答复。", "行政复议法 第48条") : null;

    /// <summary>This suit has no answer yet.</summary>
    public static Refusal? Unanswered(SuitMatter suit) => suit.Answer is null ? null : new("already-answered", "已经提交答辩和证据。", "行政诉讼法 第67条");

    /// <summary>A changed penalty says what it reads now, and is never heavier for the party; of another decision the note says it.</summary>
    public static IEnumerable<Refusal?> Result(
        CaseState state, bool ofPenalty, RemedyResult result, IReadOnlyList<CasePenalty> penalties, string note, Basis notHeavier)
    {
        if (!ofPenalty)
        {
            yield return penalties.Count > 0 ? Refusal.Invalid("penalties", "不是对处罚决定的，不填处罚内容。") : null;
            yield return result == RemedyResult.Changed && string.IsNullOrWhiteSpace(note) ? Refusal.Invalid("note", "变更决定的，请写明变更后的内容。") : null;
            yield break;
        }
        yield return result == RemedyResult.Changed
            ? penalties.Count == 0 ? Refusal.Invalid("penalties", "变更决定的，请填写变更后的处罚。") : null
            : penalties.Count > 0 ? Refusal.Invalid("penalties", "没有变更处罚的，不填处罚内容。") : null;
        if (penalties.Sum(penalty => penalty.AmountFen ?? 0) > state.Penalties.Sum(penalty => penalty.AmountFen ?? 0))
            yield return new("heavier-on-remedy", "变更后的处罚不能比原决定重，请核对文书。", notHeavier, "penalties");
    }
}
