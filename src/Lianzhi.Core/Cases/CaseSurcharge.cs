namespace Lianzhi.Core.Cases;

/// <summary>
/// The surcharge of a case (本案加处罚款): 3 % a day of what was unpaid on that day, never more than what was unpaid when it
/// began, days of review and suit, of an agreement that is kept and of a deferral left out. Counting on the unpaid rest and not on the whole fine is our reading in
/// favour of the party; 行政处罚法 第72条 says 罚款数额.
/// </summary>
public static class CaseSurcharge
{
    /// <summary>The fine unpaid at the end of a day, in fen; what was paid counts on the fine first.</summary>
    public static long UnpaidFineFen(CaseState state, DateOnly day) => Math.Max(0, state.FineFen - state.PaidBy(day));

    /// <summary>What has accrued up to and including a day; null when none was imposed, or it was taken down.</summary>
    public static SurchargeAnswer? Count(CaseState state, DateOnly asOf)
    {
        if (state.SurchargeInForce is not { } imposed) return null;
        return Count(state, imposed.DueOn, Math.Min(imposed.BaseFen, state.FineFen), asOf);
    }

    /// <summary>What accrues from a last day to pay, whether or not it was imposed; for the question what it would be.</summary>
    public static SurchargeAnswer Count(CaseState state, DateOnly due, long baseFen, DateOnly asOf)
    {
        var (pauses, agreements, deferrals) = (state.Execution.RemedyDays(asOf).ToList(), state.Execution.AgreementDays(asOf).ToList(), state.Execution.DeferredDays(asOf).ToList());
        // A payment ends a stretch: from the day after it only the rest grows.
        var ends = state.Payments.Where(payment => payment.FineFen > 0).Select(payment => payment.On).Append(asOf).Where(day => day > due && day <= asOf).Distinct().Order().ToList();
        long sum = 0;
        var days = 0;
        var from = due;
        DateOnly? capped = null;
        foreach (var end in ends)
        {
            var unpaid = Math.Min(baseFen, UnpaidFineFen(state, from));
            if (unpaid == 0) break;
            var part = Surcharge.Count(unpaid, from, end, pauses, agreements, deferrals);
            days += part.Days;
            sum = Math.Min(baseFen, sum + part.SurchargeFen);
            if (sum == baseFen) capped ??= part.CappedOn ?? end;
            from = end;
        }
        var whole = Surcharge.Count(Math.Max(baseFen, 1), due, asOf, pauses, agreements, deferrals);
        return new(sum, days, capped, [.. whole.Reasons.Where(reason => capped is not null || reason.Basis?.Text != "行政强制法 第45条第2款")]);
    }

    /// <summary>Surcharge due and unpaid on a day, in fen, less what an agreement that is kept lets off; 0 when none was imposed.</summary>
    public static long OpenFen(CaseState state, DateOnly asOf) => Math.Max(0, (Count(state, asOf)?.SurchargeFen ?? 0) - state.SurchargePaidFen - (state.Execution.Agreement is { } kept && kept.On <= asOf ? kept.WaivedFen : 0));
}
