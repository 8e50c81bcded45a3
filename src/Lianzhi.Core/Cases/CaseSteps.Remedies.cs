namespace Lianzhi.Core.Cases;

public static partial class CaseSteps
{
    private static Result<CaseEvent> ApplyReview(CaseState state, RecordReviewApplication c, StepContext context)
    {
        var contested = RemedyGates.Contested(state, c.Target, c.At);
        return Answer(
            [
                ExecutionGates.NotLater(c.At, context.Now),
                .. contested.Refusals,
                Given(c.Organ, "organ", "复议机关"),
                Given(c.Request, "request", "复议请求"),
            ],
            () => new ReviewApplied(c.At, c.Organ, c.Request, contested.Value!.Decision));
    }

    private static Result<CaseEvent> ProgressReview(CaseState state, RecordReviewProgress c, StepContext context)
    {
        var review = RemedyGates.Review(state, c.Target);
        return Answer(
            [
                ExecutionGates.NotLater(c.At, context.Now),
                .. review.Refusals,
                review.IsOk ? RemedyGates.Progress(review.Value, c, context.Facts) : null,
                c.Progress is ReviewProgress.Accepted or ReviewProgress.Refused ? Given(c.DocumentNumber, "documentNumber", "复议机关文书文号") : null,
            ],
            () => new ReviewProgressed(c.At, c.Progress, c.DocumentNumber,
                c.Progress == ReviewProgress.Accepted ? context.Facts.WorkingDaysAfter(CaseDays.Of(c.At), 10) : null, review.Value!.Applied.Target));
    }

    private static Result<CaseEvent> AnswerReview(CaseState state, AnswerReview c, StepContext context)
    {
        var review = RemedyGates.Review(state, c.Target);
        return Answer(
            [
                ExecutionGates.NotLater(c.At, context.Now),
                ExecutionGates.NotBefore(c.At, review.Value?.Applied.On, "复议申请"),
                RemedyGates.AnswerDue(state, CaseStep.AnswerReview) ?? (review.Refusals.Count > 0 ? review.Refusals[0] : RemedyGates.Unanswered(review.Value!)),
                Given(c.Content, "content", "答复意见和提交的证据、依据"),
            ],
            () => new ReviewAnswered(c.At, c.Content, review.Value!.Applied.Target));
    }

    private static Result<CaseEvent> DecideReview(CaseState state, RecordReviewDecision c, StepContext context)
    {
        var review = RemedyGates.Review(state, c.Target);
        var ofPenalty = review.Value?.OfPenalty ?? true;
        return Answer(
            [
                ExecutionGates.NotLater(c.At, context.Now),
                .. review.Refusals,
                review.Value is { } open && CaseDays.Of(c.At) < open.Applied.On ? Refusal.Invalid("at", "不能早于申请之日。") : null,
                Given(c.Number, "number", "复议决定书文号"),
                .. RemedyGates.Result(state, ofPenalty, c.Result, c.Penalties, c.Note, "行政复议法 第63条第2款"),
                RemedyGates.Redecision(ofPenalty, c.Result, c.Redecide, c.RedecideBy, CaseDays.Of(c.At)),
            ],
            () => new ReviewDecided(c.At, c.Number, c.Result, c.Penalties, c.Note, WithdrawDue(state, ofPenalty, c.Result, CaseDays.Of(c.At), context.Facts), review.Value!.Applied.Target, c.Redecide, c.RedecideBy));
    }

    private static Result<CaseEvent> FileSuit(CaseState state, RecordSuit c, StepContext context)
    {
        var contested = RemedyGates.Contested(state, c.Target, c.At);
        return Answer(
            [
                ExecutionGates.NotLater(c.At, context.Now),
                .. contested.Refusals,
                contested.IsOk ? RemedyGates.ReviewFirst(state, contested.Value.Decision) : null,
                Given(c.Court, "court", "法院"),
                Given(c.Number, "number", "案号"),
                Given(c.Request, "request", "诉讼请求"),
                c.CopyOn < CaseDays.Of(c.At) || c.CopyOn > context.Today ? Refusal.Invalid("copyOn", "收到起诉状副本的日期应在起诉之后、今天以前。") : null,
            ],
            () => new SuitFiled(c.At, c.Court, c.Number, c.Request, c.CopyOn, context.Facts.DaysAfter(c.CopyOn, 15), contested.Value!.Decision));
    }

    private static Result<CaseEvent> AnswerSuit(CaseState state, AnswerSuit c, StepContext context)
    {
        var suit = RemedyGates.Suit(state, c.Target);
        return Answer(
            [
                ExecutionGates.NotLater(c.At, context.Now),
                ExecutionGates.NotBefore(c.At, suit.Value?.Filed.On, "起诉"),
                RemedyGates.AnswerDue(state, CaseStep.AnswerSuit) ?? (suit.Refusals.Count > 0 ? suit.Refusals[0] : RemedyGates.Unanswered(suit.Value!)),
                Given(c.Content, "content", "答辩意见和提交的证据、依据"),
            ],
            () => new SuitAnswered(c.At, c.Content, suit.Value!.Filed.Target));
    }

    private static Result<CaseEvent> HearSuit(CaseState state, RecordCourtHearing c, StepContext context)
    {
        var suit = RemedyGates.Suit(state, c.Target);
        return Answer(
            [
                ExecutionGates.NotLater(c.At, context.Now),
                ExecutionGates.NotBefore(c.At, suit.Value?.Filed.On, "起诉"),
                .. suit.Refusals,
                Given(c.Appeared, "appeared", "出庭人员"),
                c.HeadAppeared ? null : Given(c.Reason, "reason", "负责人不能出庭的正当理由（应当委托相应的工作人员出庭）"),
            ],
            () => new CourtHearingHeld(c.At, c.HeadAppeared, c.Appeared, c.HeadAppeared ? null : c.Reason, suit.Value!.Filed.Target));
    }

    private static Result<CaseEvent> EndSuit(CaseState state, RecordJudgment c, StepContext context)
    {
        var suit = RemedyGates.Suit(state, c.Target);
        var ofPenalty = suit.Value?.OfPenalty ?? true;
        return Answer(
            [
                ExecutionGates.NotLater(c.At, context.Now),
                .. suit.Refusals,
                suit.Value is { } open && CaseDays.Of(c.At) < open.Filed.On ? Refusal.Invalid("at", "不能早于起诉之日。") : null,
                Given(c.Number, "number", "裁判文书案号"),
                .. RemedyGates.Result(state, ofPenalty, c.Result, c.Penalties, c.Note, "行政诉讼法 第77条第2款"),
                RemedyGates.Redecision(ofPenalty, c.Result, c.Redecide, c.RedecideBy, CaseDays.Of(c.At)),
            ],
            () => new SuitEnded(c.At, c.Number, c.Result, c.Penalties, c.Note, WithdrawDue(state, ofPenalty, c.Result, CaseDays.Of(c.At), context.Facts), suit.Value!.Filed.Target, c.Redecide, c.RedecideBy));
    }

    private static Result<CaseEvent> DecideAnew(CaseState state, DecideAnew c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        return Answer(
            [RemedyGates.RedecisionOrdered(state), Given(c.Reason, "reason", "重新调查处理的事项"), .. signer.Refusals],
            () => new CaseReopened(context.Now, c.Reason, c.ProcedureOnly, state.Execution.Overturned!.RedecideBy, state.WithdrawPublicationBy, signer.Value!));
    }

    /// <summary>Only the penalty is published, so only what takes the penalty down withdraws a publication (行政处罚法 第48条第2款).</summary>
    private static DateOnly? WithdrawDue(CaseState state, bool ofPenalty, RemedyResult result, DateOnly on, CaseFacts facts) =>
        ofPenalty && Execution.Overturns(result) && state.Published is not null && state.Withdrawal is null ? facts.WorkingDaysAfter(on, 3) : null;
}
