namespace Lianzhi.Core.Cases;

public static partial class CaseSteps
{
    private static Result<CaseEvent> ApplyReview(CaseState state, RecordReviewApplication c, StepContext context) => Answer(
        [
            ExecutionGates.NotLater(c.At, context.Now),
            RemedyGates.NoneOpen(state),
            RemedyGates.AfterService(state, c.At),
            Given(c.Organ, "organ", "复议机关"),
            Given(c.Request, "request", "复议请求"),
        ],
        () => new ReviewApplied(c.At, c.Organ, c.Request));

    private static Result<CaseEvent> ProgressReview(CaseState state, RecordReviewProgress c, StepContext context) => Answer(
        [
            ExecutionGates.NotLater(c.At, context.Now),
            RemedyGates.ReviewOpen(state),
            RemedyGates.Progress(state, c, context.Facts),
            c.Progress is ReviewProgress.Accepted or ReviewProgress.Refused ? Given(c.DocumentNumber, "documentNumber", "复议机关文书文号") : null,
        ],
        () => new ReviewProgressed(c.At, c.Progress, c.DocumentNumber,
            c.Progress == ReviewProgress.Accepted ? context.Facts.WorkingDaysAfter(CaseDays.Of(c.At), 10) : null));

    private static Result<CaseEvent> AnswerReview(CaseState state, AnswerReview c, StepContext context) => Answer(
        [
            ExecutionGates.NotLater(c.At, context.Now),
            ExecutionGates.NotBefore(c.At, state.Execution.OpenReview?.Applied.On, "复议申请"),
            RemedyGates.AnswerDue(state, CaseStep.AnswerReview),
            Given(c.Content, "content", "答复意见和提交的证据、依据"),
        ],
        () => new ReviewAnswered(c.At, c.Content));

    private static Result<CaseEvent> DecideReview(CaseState state, RecordReviewDecision c, StepContext context) => Answer(
        [
            ExecutionGates.NotLater(c.At, context.Now),
            RemedyGates.ReviewOpen(state),
            state.Execution.OpenReview is { } open && CaseDays.Of(c.At) < open.Applied.On ? Refusal.Invalid("at", "不能早于申请之日。") : null,
            Given(c.Number, "number", "复议决定书文号"),
            .. RemedyGates.Result(state, c.Result, c.Penalties, "行政复议法 第63条第2款"),
        ],
        () => new ReviewDecided(c.At, c.Number, c.Result, c.Penalties, c.Note, WithdrawDue(state, c.Result, CaseDays.Of(c.At), context.Facts)));

    private static Result<CaseEvent> FileSuit(CaseState state, RecordSuit c, StepContext context) => Answer(
        [
            ExecutionGates.NotLater(c.At, context.Now),
            RemedyGates.NoneOpen(state),
            RemedyGates.AfterService(state, c.At),
            RemedyGates.ReviewFirst(state),
            Given(c.Court, "court", "法院"),
            Given(c.Number, "number", "案号"),
            Given(c.Request, "request", "诉讼请求"),
            c.CopyOn < CaseDays.Of(c.At) || c.CopyOn > context.Today ? Refusal.Invalid("copyOn", "收到起诉状副本的日期应在起诉之后、今天以前。") : null,
        ],
        () => new SuitFiled(c.At, c.Court, c.Number, c.Request, c.CopyOn, context.Facts.DaysAfter(c.CopyOn, 15)));

    private static Result<CaseEvent> AnswerSuit(CaseState state, AnswerSuit c, StepContext context) => Answer(
        [
            ExecutionGates.NotLater(c.At, context.Now),
            ExecutionGates.NotBefore(c.At, state.Execution.OpenSuit?.Filed.On, "起诉"),
            RemedyGates.AnswerDue(state, CaseStep.AnswerSuit),
            Given(c.Content, "content", "答辩意见和提交的证据、依据"),
        ],
        () => new SuitAnswered(c.At, c.Content));

    private static Result<CaseEvent> HearSuit(CaseState state, RecordCourtHearing c, StepContext context) => Answer(
        [
            ExecutionGates.NotLater(c.At, context.Now),
            ExecutionGates.NotBefore(c.At, state.Execution.OpenSuit?.Filed.On, "起诉"),
            RemedyGates.SuitOpen(state),
            Given(c.Appeared, "appeared", "出庭人员"),
            c.HeadAppeared ? null : Given(c.Reason, "reason", "负责人不能出庭的正当理由（应当委托相应的工作人员出庭）"),
        ],
        () => new CourtHearingHeld(c.At, c.HeadAppeared, c.Appeared, c.HeadAppeared ? null : c.Reason));

    private static Result<CaseEvent> EndSuit(CaseState state, RecordJudgment c, StepContext context) => Answer(
        [
            ExecutionGates.NotLater(c.At, context.Now),
            RemedyGates.SuitOpen(state),
            state.Execution.OpenSuit is { } open && CaseDays.Of(c.At) < open.Filed.On ? Refusal.Invalid("at", "不能早于起诉之日。") : null,
            Given(c.Number, "number", "裁判文书案号"),
            .. RemedyGates.Result(state, c.Result, c.Penalties, "行政诉讼法 第77条第2款"),
        ],
        () => new SuitEnded(c.At, c.Number, c.Result, c.Penalties, c.Note, WithdrawDue(state, c.Result, CaseDays.Of(c.At), context.Facts)));

    private static DateOnly? WithdrawDue(CaseState state, RemedyResult result, DateOnly on, CaseFacts facts) =>
        Execution.Overturns(result) && state.Published is not null && state.Withdrawal is null ? facts.WorkingDaysAfter(on, 3) : null;
}
