namespace Lianzhi.Core.Cases;

public static partial class CaseSteps
{
    /// <summary>The steps after the decision; null for a step of another part.</summary>
    private static Result<CaseEvent>? Execute(CaseState state, CaseCommand command, StepContext context) => command switch
    {
        ConfirmAddress c => ConfirmAddress(state, c, context),
        StartService c => StartService(state, c, context),
        RecordFailedService c => FailService(state, c, context),
        ServePaper c => ServePaper(state, c, context),
        CollectCash c => CollectCash(state, c, context),
        HandInCash c => HandIn(state, c, context),
        BankCash c => Bank(state, c, context),
        TakePaymentCode c => TakeCode(state, c, context),
        ApplyDeferral c => AskDeferral(state, c, context),
        DecideDeferral c => DecideDeferral(state, c, context),
        EndDeferral c => EndDeferral(state, c, context),
        ImposeSurcharge c => DecideSurcharge(state, c, context),
        ServeDemand c => Demand(state, c, context),
        HearDemand c => HearDemand(state, c, context),
        ApplyToCourt c => ApplyToCourt(state, c, context),
        RecordCourtAnswer c => CourtAnswer(state, c, context),
        DecideEnforcement c => DecideEnforcement(state, c, context),
        CarryOutEnforcement c => CarryOut(state, c, context),
        SuspendExecution c => Suspend(state, c, context),
        ResumeExecution c => Resume(state, c, context),
        EndExecution c => EndExecution(state, c, context),
        MakeAgreement c => Agree(state, c, context),
        EndAgreement c => EndAgreement(state, c, context),
        RecordRefund c => Refund(state, c, context),
        DecideAnew c => DecideAnew(state, c, context),
        RecordReviewApplication c => ApplyReview(state, c, context),
        RecordReviewProgress c => ProgressReview(state, c, context),
        AnswerReview c => AnswerReview(state, c, context),
        RecordReviewDecision c => DecideReview(state, c, context),
        RecordSuit c => FileSuit(state, c, context),
        AnswerSuit c => AnswerSuit(state, c, context),
        RecordCourtHearing c => HearSuit(state, c, context),
        RecordJudgment c => EndSuit(state, c, context),
        ReportOnSpot c => ReportOnSpot(state, c, context),
        ArchiveCase c => Archive(state, c, context),
        AssignOfficers c => AssignOfficers(state, c, context),
        RegisterPlatformNumber c => NumberOnPlatform(state, c, context),
        EnterPapers c => EnterPapers(state, c, context),
        _ => default(Result<CaseEvent>?),
    };

    private static Result<CaseEvent> Demand(CaseState state, ServeDemand c, StepContext context)
    {
        var service = Delivery(state, c.Service, c.Officers, CaseDays.Of(c.At), context.Facts);
        var duty = string.IsNullOrWhiteSpace(c.Duty) ? null : c.Duty;
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                .. ExecutionGates.DemandAllowed(state, context.Today, duty is not null),
                Given(c.Term, "term", "履行的期限和方式"),
                .. service.Refusals,
            ],
            () => new DemandServed(c.At, context.Number, state.OwedFen - state.PaidFen, CaseSurcharge.OpenFen(state, CaseDays.Of(c.At)), duty, c.Term,
                context.Facts.WorkingDaysAfter(service.Value!.ServedOn, 10), service.Value));
    }

    private static Result<CaseEvent> HearDemand(CaseState state, HearDemand c, StepContext context)
    {
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.Officers, CaseDays.Of(c.At));
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                ExecutionGates.Demanded(state),
                Given(c.Statement, "statement", "当事人的意见"),
                Given(c.Review, "review", "复核情况"),
                Given(c.Reason, "reason", "采纳或者不采纳的理由"),
                .. officers.Refusals,
            ],
            () => new DemandHeard(c.At, c.Statement, c.Review, c.Adopted, c.Reason, officers.Value!));
    }

    private static Result<CaseEvent> ApplyToCourt(CaseState state, ApplyToCourt c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        return Answer(
            [
                .. ExecutionGates.CourtAllowed(state, context),
                Given(c.Request, "request", "请求事项"),
                Given(c.Property, "property", "申请执行标的情况"),
                .. signer.Refusals,
            ],
            () => new CourtApplied(context.Now, context.Number, context.Facts.Settings(state.Subject!.Code, context.Today).Remedies.Court, c.Request,
                state.OwedFen - state.PaidFen, CaseSurcharge.OpenFen(state, context.Today), c.Property, signer.Value!));
    }

    private static Result<CaseEvent> CourtAnswer(CaseState state, RecordCourtAnswer c, StepContext context) => Answer(
        [
            ExecutionGates.NotLater(c.At, context.Now),
            ExecutionGates.CourtAsked(state),
            state.Execution.Court is { } asked && CaseDays.Of(c.At) < asked.On ? Refusal.Invalid("at", "不能早于申请之日。") : null,
            c.Result is CourtResult.Enforced or CourtResult.Ended && state.Execution.CourtAnswers.All(answer => answer.Result != CourtResult.Granted)
                ? new("not-granted", "法院还没有裁定准予强制执行，没有执行结果可以登记。", "行政强制法 第57条", "result") : null,
            Given(c.DocumentNumber, "documentNumber", "法律文书文号"),
        ],
        () => new CourtAnswered(c.At, c.Result, c.DocumentNumber, c.Note));

    private static Result<CaseEvent> DecideEnforcement(CaseState state, DecideEnforcement c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        return Answer(
            [.. ExecutionGates.OwnForceAllowed(state, context), Given(c.Manner, "manner", "拍卖的财物和方式"), .. signer.Refusals],
            () => new EnforcementDecided(context.Now, context.Number, c.Manner, signer.Value!));
    }

    private static Result<CaseEvent> CarryOut(CaseState state, CarryOutEnforcement c, StepContext context)
    {
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.Officers, CaseDays.Of(c.At));
        return Answer(
            [
                .. Begun(state, c.At, c.Until, c.Officers, context),
                ExecutionGates.EnforcementServed(state),
                AgreementGates.NoneKept(state),
                ExecutionGates.Standing(state),
                ExecutionGates.NotSuspended(state),
                c.Emergency ? null : ExecutionGates.DayTime(c.At, c.Until, context.Facts),
                Given(c.Witness, "witness", "到场的当事人或者见证人；无人到场的写明情况"),
                Given(c.Result, "result", "执行结果"),
                .. officers.Refusals,
            ],
            () => new EnforcementCarriedOut(c.At, c.Until, c.Witness, c.Result, c.Emergency, officers.Value!));
    }

    private static Result<CaseEvent> Suspend(CaseState state, SuspendExecution c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        return Answer(
            [
                ExecutionGates.NotLater(c.At, context.Now),
                ExecutionGates.NotBefore(c.At, ExecutionGates.DecidedOn(state), "处罚决定"),
                ExecutionGates.NotSuspended(state),
                .. ExecutionGates.SuspensionGround(state, c.Ground, c.DocumentNumber),
                Given(c.Reason, "reason", "停止执行的理由"),
                .. signer.Refusals,
            ],
            () => new ExecutionSuspended(c.At, c.Ground, c.DocumentNumber, c.Reason, signer.Value!));
    }

    private static Result<CaseEvent> Resume(CaseState state, ResumeExecution c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        return Answer(
            [
                ExecutionGates.NotLater(c.At, context.Now),
                ExecutionGates.NotBefore(c.At, state.Execution.Suspension?.On, "停止执行"),
                ExecutionGates.Suspended(state),
                Given(c.Reason, "reason", "恢复执行的理由"),
                .. signer.Refusals,
            ],
            () => new ExecutionResumed(c.At, c.Reason, signer.Value!));
    }

    private static Result<CaseEvent> EndExecution(CaseState state, EndExecution c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        return Answer(
            [ExecutionGates.EndAllowed(state, c.Ground, context.Today), Given(c.Reason, "reason", "终结执行的事实"), .. signer.Refusals],
            () => new ExecutionEnded(context.Now, c.Ground, c.Reason, signer.Value!));
    }
}
