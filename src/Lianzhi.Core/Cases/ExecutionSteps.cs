namespace Lianzhi.Core.Cases;

/// <summary>Which steps after the decision are worth showing, what stands in their way, and which leads on (决定之后的下一步).</summary>
internal static class ExecutionSteps
{
    /// <summary>True when the step has to do with how the case stands; the many others would only hide what matters.</summary>
    public static bool IsRelevant(CaseState state, CaseStep step, DateOnly today)
    {
        var x = state.Execution;
        var unpaid = state.OwedFen > state.PaidFen;
        return step switch
        {
            CaseStep.ConfirmAddress => x.Address is null,
            CaseStep.StartService or CaseStep.RecordFailedService => state.Stage is CaseStage.Concluded or CaseStage.Decided || Unserved(state).Any(),
            CaseStep.ServePaper => Unserved(state).Any(),
            CaseStep.CollectCash => unpaid && x.Cash is null && state.PaidFen == 0,
            CaseStep.HandInCash => x.Cash is not null && x.HandedIn is null,
            CaseStep.BankCash => x.HandedIn is not null && x.Banked is null,
            CaseStep.TakePaymentCode => unpaid || ExecutionGates.MoneyProposed(state),
            CaseStep.ApplyDeferral => unpaid && x.DeferralAsked is null && x.Court is null,
            CaseStep.DecideDeferral => x.DeferralAsked is not null,
            CaseStep.EndDeferral => x.Plan is { Plan.Count: > 1 } && unpaid,
            CaseStep.ImposeSurcharge => unpaid && state.SurchargeInForce is null && x.Court is null && x.Overturned is null,
            CaseStep.ServeDemand => (unpaid || state.SurchargeInForce is not null || ExecutionGates.HasOtherDuty(state)) && x.Court is null && x.Overturned is null,
            CaseStep.HearDemand => x.Demand is not null && x.DemandHeard is null && x.Court is null,
            CaseStep.ApplyToCourt => (unpaid || CaseSurcharge.OpenFen(state, today) > 0 || ExecutionGates.HasOtherDuty(state)) && (x.Court is null || x.CourtAnswers is [.., { Result: CourtResult.NotAccepted or CourtResult.Refused }]),
            CaseStep.RecordCourtAnswer => x.Court is not null && !x.CourtAnswers.Any(answer => answer.Result is CourtResult.Enforced or CourtResult.Ended),
            CaseStep.DecideEnforcement => x.Demand is not null && state.SurchargeInForce is not null && state.EnforcementInForce is null && x.Court is null,
            CaseStep.CarryOutEnforcement => state.EnforcementInForce is not null && x.CarriedOut is null,
            CaseStep.SuspendExecution => x.Suspension is null && (RemedyGates.NoneOpen(state) is not null || x.Demand is not null),
            CaseStep.ResumeExecution => x.Suspension is not null,
            CaseStep.EndExecution => x.End is null && (x.Suspension is not null || x.Demand is not null || x.IsAnnulled),
            CaseStep.MakeAgreement => x.Agreement is null && x.Court is null && x.End is null && AgreementGates.Enforcing(state),
            CaseStep.EndAgreement => x.Agreement is not null,
            CaseStep.RecordReviewApplication or CaseStep.RecordSuit => Contestable.Open(state).Any(),
            CaseStep.RecordReviewProgress or CaseStep.RecordReviewDecision => x.OpenReviews.Any(),
            CaseStep.AnswerReview => x.OpenReviews.Any(Unanswered),
            CaseStep.AnswerSuit => x.OpenSuits.Any(Unanswered),
            CaseStep.RecordCourtHearing => x.OpenSuits.Any(suit => suit.Hearing is null),
            CaseStep.RecordJudgment => x.OpenSuits.Any(),
            CaseStep.ReportOnSpot => state.OnSpot is not null && x.OnSpotReport is null,
            CaseStep.RegisterPlatformNumber => x.PlatformNumber is null,
            CaseStep.EnterPapers => ProvincialPlatform.Missing(state).Any(),
            CaseStep.WithdrawPublication => Withdraws(state),
            CaseStep.RecordRefund => Refunds(state, today),
            CaseStep.DecideAnew => x.Overturned is { Redecide: true },
            _ => true,
        };
    }

    /// <summary>What stands in the way whatever the form says; null for a step of another part.</summary>
    public static IEnumerable<Refusal?>? Gates(CaseState state, CaseStep step, StepContext context) => step switch
    {
        CaseStep.CollectCash or CaseStep.ApplyDeferral => [ExecutionGates.MoneyOpen(state), step == CaseStep.ApplyDeferral ? ExecutionGates.NoOpenDeferral(state) : null],
        CaseStep.TakePaymentCode => [ExecutionGates.MoneyProposed(state) ? null : ExecutionGates.MoneyOpen(state)],
        CaseStep.ServePaper => [Unserved(state).Any() ? null : new("no-paper-to-serve", "没有待送达的其他文书。", "民事诉讼法 第87条")],
        CaseStep.HandInCash or CaseStep.BankCash => [ExecutionGates.CashOpen(state, step)],
        CaseStep.DecideDeferral => [ExecutionGates.DeferralAsked(state)],
        CaseStep.EndDeferral => [ExecutionGates.InstalmentMissed(state, context.Today)],
        CaseStep.ImposeSurcharge => ExecutionGates.SurchargeAllowed(state, context.Today),
        CaseStep.ServeDemand => ExecutionGates.DemandAllowed(state, context.Today, false),
        CaseStep.HearDemand => [ExecutionGates.Demanded(state)],
        CaseStep.ApplyToCourt => ExecutionGates.CourtAllowed(state, context),
        CaseStep.RecordCourtAnswer => [ExecutionGates.CourtAsked(state)],
        CaseStep.DecideEnforcement => ExecutionGates.OwnForceAllowed(state, context),
        CaseStep.CarryOutEnforcement => [ExecutionGates.EnforcementServed(state), ExecutionGates.NotSuspended(state), AgreementGates.NoneKept(state)],
        CaseStep.MakeAgreement => AgreementGates.Allowed(state),
        CaseStep.EndAgreement => [AgreementGates.Broken(state, context.Today)],
        CaseStep.RecordRefund => [ExecutionGates.RefundOwed(state, context.Today)],
        CaseStep.DecideAnew => [RemedyGates.RedecisionOrdered(state)],
        CaseStep.SuspendExecution => [ExecutionGates.NotSuspended(state)],
        CaseStep.ResumeExecution => [ExecutionGates.Suspended(state)],
        CaseStep.RecordReviewApplication => [RemedyGates.Offered(state)],
        CaseStep.RecordSuit => [RemedyGates.Offered(state) ?? RemedyGates.ReviewFirst(state, [.. Contestable.Open(state).Select(one => one.Decision)])],
        CaseStep.RecordReviewProgress or CaseStep.RecordReviewDecision => [RemedyGates.ReviewOpen(state)],
        CaseStep.AnswerReview or CaseStep.AnswerSuit => [RemedyGates.AnswerDue(state, step)],
        CaseStep.RecordCourtHearing or CaseStep.RecordJudgment => [RemedyGates.SuitOpen(state)],
        CaseStep.ReportOnSpot => [ExecutionGates.OnSpotUnreported(state)],
        CaseStep.ArchiveCase => [RemedyGates.NoneOpen(state), ExecutionGates.Withdrawn(state), ExecutionGates.Refunded(state, context.Today)],
        CaseStep.EnterPapers => [ProvincialPlatform.Missing(state).Any() ? null : new("nothing-to-enter", "已制作的文书都已在闽执法平台登记。", "福建省人民政府令第242号 第17条")],
        CaseStep.CloseCase => [.. ExecutionGates.CloseAllowed(state, ExecutionGates.GroundOf(state), context.Today), .. Measures.MeasureGates.BeforeClosing(state)],
        _ => null,
    };

    /// <summary>What leads on after service; null when the ordinary order holds.</summary>
    public static CaseStep? Leading(CaseState state, DateOnly today)
    {
        var x = state.Execution;
        if (Withdraws(state)) return CaseStep.WithdrawPublication;
        if (x.OpenReviews.Any(Unanswered)) return CaseStep.AnswerReview;
        if (x.OpenSuits.Any(Unanswered)) return CaseStep.AnswerSuit;
        if (x.Overturned is { Redecide: true } && state.Decision is not null) return CaseStep.DecideAnew;
        if (state.Stage is CaseStage.Closed or CaseStage.Ended && Unserved(state).Any()) return CaseStep.ServePaper;
        if (Refunds(state, today)) return CaseStep.RecordRefund;
        if (state.Stage is CaseStage.Closed or CaseStage.Ended or CaseStage.Refused) return CaseStep.ArchiveCase;
        if (state.Stage != CaseStage.Served) return null;
        if (x.Cash is not null && x.HandedIn is null) return CaseStep.HandInCash;
        if (x.HandedIn is not null && x.Banked is null) return CaseStep.BankCash;
        if (x.DeferralAsked is not null) return CaseStep.DecideDeferral;
        if (Unserved(state).Any()) return CaseStep.ServePaper;
        // What hangs against another decision does not hold up the penalty.
        if (x.OpenReviews.FirstOrDefault(review => review.OfPenalty) is { } review) return review.Accepted is null ? CaseStep.RecordReviewProgress : CaseStep.RecordReviewDecision;
        if (x.OpenSuits.FirstOrDefault(suit => suit.OfPenalty) is { } suit) return suit.Hearing is null ? CaseStep.RecordCourtHearing : CaseStep.RecordJudgment;
        if (x.Overturned is { Result: not RemedyResult.Unlawful } || x.End is not null) return CaseStep.CloseCase;
        if (state.Penalties.Count > 0 && state.Publication is null) return CaseStep.DecidePublication;
        if (x.Court is not null) return x.CourtAnswers.Any(answer => answer.Result is CourtResult.Enforced or CourtResult.Ended) ? CaseStep.CloseCase : CaseStep.RecordCourtAnswer;
        if (x.Agreement is not null) return AgreementGates.Missed(state, today) is not null ? CaseStep.EndAgreement : state.OwedFen > state.PaidFen ? CaseStep.RecordPayment : null;
        if (state.OwedFen <= state.PaidFen || state.PaymentDueOn is not { } due || today <= due) return null;
        return x.Demand is null ? CaseStep.ServeDemand : CaseStep.ApplyToCourt;
    }

    /// <summary>Last lawful day of a step that a paper or a clock of the case fixes.</summary>
    public static DateOnly? LatestOn(CaseState state, CaseStep step) => step switch
    {
        CaseStep.HandInCash => state.Execution.Cash?.HandInDueOn,
        CaseStep.BankCash => state.Execution.HandedIn?.BankDueOn,
        CaseStep.AnswerReview => state.Execution.OpenReviews.Where(Unanswered).Min(review => review.Accepted!.AnswerDueOn),
        CaseStep.AnswerSuit => state.Execution.OpenSuits.Where(Unanswered).Min(suit => (DateOnly?)suit.Filed.AnswerDueOn),
        CaseStep.WithdrawPublication => state.WithdrawPublicationBy,
        CaseStep.DecideAnew => state.Execution.Overturned?.RedecideBy,
        CaseStep.RecordPayment => state.OpenInstalment?.DueOn ?? state.PaymentDueOn,
        _ => null,
    };

    /// <summary>First day a step can be lawful when days alone stand in its way.</summary>
    public static DateOnly? EarliestOn(CaseState state, CaseStep step) => step switch
    {
        CaseStep.ImposeSurcharge or CaseStep.ServeDemand => state.PaymentDueOn?.AddDays(1),
        CaseStep.ApplyToCourt => state.Execution.Demand?.WaitUntil.AddDays(1),
        _ => null,
    };

    /// <summary>Papers beside decision and prior notice that were made and wait for their service.</summary>
    private static IEnumerable<MadePaper> Unserved(CaseState state) => ServedPapers.Waiting(state);

    private static bool Unanswered(ReviewMatter review) => review is { Accepted: not null, Answer: null };

    private static bool Unanswered(SuitMatter suit) => suit.Answer is null;

    private static bool Withdraws(CaseState state) => state.WithdrawPublicationBy is not null;

    private static bool Refunds(CaseState state, DateOnly today) => ExecutionGates.RefundOwed(state, today) is null;
}
