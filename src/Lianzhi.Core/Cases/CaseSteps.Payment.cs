namespace Lianzhi.Core.Cases;

public static partial class CaseSteps
{
    private static Result<CaseEvent> Pay(CaseState state, RecordPayment c, StepContext context) => Answer(
        [
            c.At > context.Now ? Refusal.Invalid("at", "缴款时间不能晚于现在。") : null,
            ExecutionGates.NotBefore(c.At, ExecutionGates.DecidedOn(state), "处罚决定"),
            Given(c.Receipt, "receipt", "财政统一票据号"),
            c.FineFen < 0 || c.SurchargeFen < 0 || c.FineFen + c.SurchargeFen == 0 ? Refusal.Invalid("fineFen", "请填写缴款数额。") : null,
            c.FineFen > state.OwedFen - state.PaidFen ? new("overpaid", "缴款数额超过应缴数额，请核对票据。", "行政处罚法 第67、74条", "fineFen") : null,
            c.SurchargeFen > 0 && state.SurchargeInForce is null ? new("surcharge-not-imposed", "没有作出加处罚款决定，不得收取加处罚款。", "行政处罚法 第72条", "surchargeFen") : null,
            c.SurchargeFen > 0 && c.SurchargeFen > CaseSurcharge.OpenFen(state, CaseDays.Of(c.At))
                ? new("surcharge-overpaid", $"截至缴款日，加处罚款未缴 {Documents.ChineseText.Amount(CaseSurcharge.OpenFen(state, CaseDays.Of(c.At)))}，缴款数额超过。", "行政强制法 第45条", "surchargeFen") : null,
            ReceiptUnused(state, c.Receipt),
        ],
        () => new PaymentRecorded(c.At, c.FineFen, c.SurchargeFen, c.Receipt));

    private static Result<CaseEvent> Refund(CaseState state, RecordRefund c, StepContext context) => Answer(
        [
            ExecutionGates.NotLater(c.At, context.Now),
            ExecutionGates.RefundOwed(state, context.Today),
            ExecutionGates.NotBefore(c.At, state.Payments.Select(payment => payment.On).Append(state.Execution.Cash?.On ?? DateOnly.MinValue).Max(), "缴款"),
            c.FineFen < 0 || c.SurchargeFen < 0 || c.FineFen + c.SurchargeFen == 0 ? Refusal.Invalid("fineFen", "请填写退还数额。") : null,
            c.FineFen > state.RefundFen ? new("refund-too-much", $"应退还的罚没款为{Documents.ChineseText.Amount(state.RefundFen)}。", "行政处罚法 第74条第3款", "fineFen") : null,
            c.SurchargeFen > state.RefundSurchargeFen(context.Today)
                ? new("refund-too-much", $"应退还的加处罚款为{Documents.ChineseText.Amount(state.RefundSurchargeFen(context.Today))}。", "行政处罚法 第74条第3款", "surchargeFen") : null,
            Given(c.Receiver, "receiver", "领款人"),
            Given(c.Voucher, "voucher", "退款凭证号"),
            state.Execution.Refunds.Any(refund => refund.Voucher == c.Voucher) ? new("receipt-used", "该凭证已登记过。", "行政处罚法 第70条", "voucher") : null,
        ],
        () => new PaymentRefunded(c.At, c.FineFen, c.SurchargeFen, c.Receiver, c.Voucher));

    private static Refusal? ReceiptUnused(CaseState state, string receipt) =>
        state.Payments.Any(payment => payment.Receipt == receipt) || state.Execution.Cash?.Receipt == receipt
            ? new("receipt-used", "该票据已登记过。", "行政处罚法 第70条", "receipt") : null;

    private static Result<CaseEvent> CollectCash(CaseState state, CollectCash c, StepContext context)
    {
        var on = CaseDays.Of(c.At);
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.Officers, on);
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                Given(c.Receipt, "receipt", "财政统一票据号；不出具的，当事人有权拒绝缴纳"),
                Given(c.Note, "note", "当场收缴的情形"),
                c.FineFen <= 0 ? Refusal.Invalid("fineFen", "请填写收缴数额。") : null,
                c.FineFen > state.OwedFen - state.PaidFen ? new("overpaid", "收缴数额超过应缴数额。", "行政处罚法 第67、74条", "fineFen") : null,
                state.Execution.Cash is not null ? new("cash-already-collected", "本案已经当场收缴过罚款。", "行政处罚法 第68条") : null,
                c.LandedOn < on ? Refusal.Invalid("landedOn", "抵岸日期不能早于收缴之日。") : null,
                ReceiptUnused(state, c.Receipt),
                ExecutionGates.CashAllowed(state, c.Ground, on),
                .. officers.Refusals,
            ],
            () => new CashCollected(c.At, c.FineFen, c.Ground, c.Note, c.Receipt, c.LandedOn, officers.Value!, context.Facts.WorkingDaysAfter(c.LandedOn ?? on, 2)));
    }

    private static Result<CaseEvent> HandIn(CaseState state, HandInCash c, StepContext context) => Answer(
        [
            ExecutionGates.NotLater(c.At, context.Now),
            ExecutionGates.CashOpen(state, CaseStep.HandInCash),
            state.Execution.Cash is { } cash && CaseDays.Of(c.At) < cash.On ? Refusal.Invalid("at", "交回不能早于收缴。") : null,
            Given(c.ReceivedBy, "receivedBy", "接收人"),
        ],
        () => new CashHandedIn(c.At, c.ReceivedBy, context.Facts.WorkingDaysAfter(CaseDays.Of(c.At), 2)));

    private static Result<CaseEvent> Bank(CaseState state, BankCash c, StepContext context) => Answer(
        [
            ExecutionGates.NotLater(c.At, context.Now),
            ExecutionGates.CashOpen(state, CaseStep.BankCash),
            state.Execution.HandedIn is { } cash && CaseDays.Of(c.At) < cash.On ? Refusal.Invalid("at", "缴付银行不能早于交回。") : null,
            Given(c.Voucher, "voucher", "银行回单号"),
        ],
        () => new CashBanked(c.At, c.Voucher));

    private static Result<CaseEvent> TakeCode(CaseState state, TakePaymentCode c, StepContext context)
    {
        var code = PaymentCodes.Normal(c.Code);
        return Answer(
            [
                c.At > context.Now ? Refusal.Invalid("at", "开具时间不能晚于现在。") : null,
                .. ExecutionGates.MoneyProposed(state)
                    ? new[] { ExecutionGates.NotBefore(c.At, state.Notice!.On, "事先告知") }
                    : [ExecutionGates.NotBefore(c.At, ExecutionGates.DecidedOn(state), "处罚决定"), ExecutionGates.MoneyOpen(state)],
                Given(c.Code, "code", "缴款码"),
                code.Length > 0 && !PaymentCodes.IsFit(code) ? Refusal.Invalid("code", $"缴款码由字母、数字组成，不超过{PaymentCodes.Longest}位。") : null,
                code.Length > 0 && code == state.Execution.PaymentCode?.Code ? new("payment-code-same", "该缴款码已登记。", "行政处罚法 第67条第3款", "code") : null,
            ],
            () => new PaymentCodeTaken(c.At, code));
    }

    private static Result<CaseEvent> AskDeferral(CaseState state, ApplyDeferral c, StepContext context) => Answer(
        [
            ExecutionGates.NotLater(c.At, context.Now),
            ExecutionGates.NotBefore(c.At, ExecutionGates.DecidedOn(state), "处罚决定"),
            ExecutionGates.MoneyOpen(state),
            ExecutionGates.NoOpenDeferral(state),
            Given(c.Reason, "reason", "经济困难的情况"),
            Given(c.Request, "request", "申请的期限或者分期安排"),
            c.Attachments is < 0 or > MostAttachments ? Refusal.Invalid("attachments", $"附件数应为0至{MostAttachments}。") : null,
        ],
        () => new DeferralApplied(c.At, c.Kind, c.Reason, c.Request, c.Attachments));

    private static Result<CaseEvent> DecideDeferral(CaseState state, DecideDeferral c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        return Answer(
            [
                ExecutionGates.DeferralAsked(state),
                Given(c.Reason, "reason", "审批理由"),
                .. c.Approved ? ExecutionGates.Plan(state, c.Plan, context.Today) : [c.Plan.Count > 0 ? Refusal.Invalid("plan", "不同意的，不填缴款安排。") : null],
                .. signer.Refusals,
            ],
            () => new DeferralDecided(context.Now, context.Number, c.Approved, state.Execution.DeferralAsked!.Kind, c.Plan, c.Reason, signer.Value!));
    }

    private static Result<CaseEvent> EndDeferral(CaseState state, EndDeferral c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        return Answer(
            [ExecutionGates.InstalmentMissed(state, context.Today), Given(c.Reason, "reason", "终止的理由"), .. signer.Refusals],
            () => new DeferralEnded(context.Now, state.MissedInstalment(context.Today)!.DueOn, c.Reason, signer.Value!));
    }

    private static Result<CaseEvent> DecideSurcharge(CaseState state, ImposeSurcharge c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        return Answer(
            [.. ExecutionGates.SurchargeAllowed(state, context.Today), Given(c.Reason, "reason", "加处罚款的理由"), .. signer.Refusals],
            () => new SurchargeImposed(context.Now, context.Number, CaseSurcharge.UnpaidFineFen(state, state.PaymentDueOn!.Value), state.PaymentDueOn.Value, c.Reason, signer.Value!));
    }
}
