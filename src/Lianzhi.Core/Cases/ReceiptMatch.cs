using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Cases;

/// <summary>What a payment on the list is to the cases (对账结果).</summary>
public enum ReceiptOutcome
{
    /// <summary>相符: what is open, or the part that is due.</summary>
    Matched,

    /// <summary>金额不符: an officer looks at it.</summary>
    AmountDiffers,

    /// <summary>查无此码: no case in reach, or more than one.</summary>
    Unknown,

    /// <summary>已登记: the same 票据号 is in the case already.</summary>
    AlreadyRegistered,

    /// <summary>不能登记: the payment step refuses it.</summary>
    Refused,
}

/// <summary>Holds a payment of the list against its case (到账对账).</summary>
public static class ReceiptMatch
{
    /// <summary>
    /// What it is, and the payment to register when it fits: all that is open, the part of a plan that is due, or fine and
    /// surcharge together. Any other amount is for an officer to look at; nothing is split by guess.
    /// </summary>
    public static (ReceiptOutcome Outcome, RecordPayment? Payment, string Message) Of(CaseState state, ReceiptLine line)
    {
        if (state.Payments.Any(payment => payment.Receipt == line.Receipt) || state.Execution.Cash?.Receipt == line.Receipt) return (ReceiptOutcome.AlreadyRegistered, null, "该票据号已登记，不重复计入。");
        var (fine, surcharge) = (Math.Max(0, state.OwedFen - state.PaidFen), state.SurchargeInForce is null ? 0 : CaseSurcharge.OpenFen(state, line.On));
        var at = CaseDays.Begin(line.On);
        if (fine > 0 && (line.AmountFen == fine || line.AmountFen == state.OpenInstalment?.AmountFen)) return (ReceiptOutcome.Matched, new(at, line.AmountFen, 0, line.Receipt), "");
        if (surcharge > 0 && line.AmountFen == fine + surcharge) return (ReceiptOutcome.Matched, new(at, fine, surcharge, line.Receipt), "");
        return (ReceiptOutcome.AmountDiffers, null, $"到账{ChineseText.Amount(line.AmountFen)}，未缴罚没款{ChineseText.Amount(fine)}{(surcharge > 0 ? $"、加处罚款{ChineseText.Amount(surcharge)}" : "")}，请核对后在案件中登记。");
    }
}
