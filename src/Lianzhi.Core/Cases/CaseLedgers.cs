using Lianzhi.Core.Cases.Measures;
using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Cases;

/// <summary>Which ledger (台账种类).</summary>
public enum LedgerKind
{
    /// <summary>涉案物品: preserved, sealed, seized.</summary>
    Goods,

    /// <summary>应诉: reviews and suits against decisions.</summary>
    Remedies,

    /// <summary>延期、分期缴款: what was asked for and what was granted (行政处罚法 第66条第2款).</summary>
    Debts,

    /// <summary>催缴: fines and confiscations from their service until they are paid (行政处罚法 第67、72条).</summary>
    Arrears,
}

/// <summary>A line of a ledger (台账事项).</summary>
/// <param name="Kind">Which ledger.</param>
/// <param name="Place">Its place among the lines of the case in that ledger, from 0; it keeps it.</param>
/// <param name="What">What it is.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Since">Since when.</param>
/// <param name="DueOn">By when something has to be done; null for nothing.</param>
/// <param name="Open">Something is still to be done.</param>
/// <param name="Fell">A decision of ours that review or court took down or changed.</param>
public sealed record LedgerEntry(LedgerKind Kind, int Place, string What, string Standing, DateOnly Since, DateOnly? DueOn, bool Open, bool Fell = false);

/// <summary>What of a case belongs into the ledgers of its unit (台账): goods in custody, reviews and suits, payment later or in parts, money not paid. Read from the record, never typed.</summary>
public static class CaseLedgers
{
    /// <summary>The lines of a case, in all ledgers.</summary>
    public static IReadOnlyList<LedgerEntry> Of(CaseState state) => [.. Goods(state.Measures), .. Remedies(state), .. Debts(state), .. Arrears(state)];

    private static IEnumerable<LedgerEntry> Goods(CaseMeasures measures)
    {
        var place = 0;
        foreach (var one in measures.Preservations)
            yield return new(LedgerKind.Goods, place++, $"先行登记保存：{List(one.Made.Goods)}（{one.Made.Place}）",
                one.Decided is { } decided ? $"{ChineseText.Date(decided.On)}已处理（{decided.Number}）" : "登记保存中", one.Made.On, one.Decided is null ? one.Made.DueOn : null, one.Decided is null);
        var waiting = MeasureGates.ToReturn(measures).Select(one => one.Index).ToHashSet();
        foreach (var (index, one) in measures.Sealings.Index())
            yield return new(LedgerKind.Goods, place++, $"{(one.Made.Kind == MeasureKind.Seizure ? "扣押" : "查封")}：{List(one.Made.Goods)}（{one.Made.Place}）",
                Standing(measures, one, index), one.Made.On, one.Lifted is null ? SealingTerm.DueOn(one, measures.Tests, index) : waiting.Contains(index) ? one.Lifted.On : null, one.Lifted is null || waiting.Contains(index));
    }

    /// <summary>Where the goods are by the last word on them.</summary>
    private static string Standing(CaseMeasures measures, SealedGoods one, int index)
    {
        var last = measures.Custody.LastOrDefault(record => record.Sealing == index);
        var went = last is null ? "" : $"；{ChineseText.Date(last.On)}{MeasurePhrases.Title(last.Action)}（{last.Place}，{last.Receiver}）";
        return (one.Lifted is { } lifted ? $"{ChineseText.Date(lifted.On)}已解除（{lifted.Number}）{(MeasureGates.ToReturn(measures).Any(open => open.Index == index) ? "，财物待退还" : "")}"
            : one.Extended is not null ? "已延长" : "在封（扣）") + went;
    }

    private static IEnumerable<LedgerEntry> Remedies(CaseState state)
    {
        var place = 0;
        foreach (var one in state.Execution.Reviews)
            yield return new(LedgerKind.Remedies, place++, $"行政复议（{one.Applied.Organ}）：{Contestable.NameOf(state, one.Applied.Target)}",
                one.Decision is { } decided ? $"{ChineseText.Date(decided.On)}{ExecutionGates.Title(decided.Result)}（{decided.Number}）" : one.Ended is { } ended ? ExecutionGates.Title(ended.Progress) : one.Answer is not null ? "已答复，审理中" : one.Accepted is not null ? "待答复" : "未受理",
                one.Applied.On, one is { IsPending: true, Answer: null } ? one.Accepted?.AnswerDueOn : null, one.IsPending, Fell(one.Decision?.Result));
        foreach (var one in state.Execution.Suits)
            yield return new(LedgerKind.Remedies, place++, $"行政诉讼（{one.Filed.Court} {one.Filed.Number}）：{Contestable.NameOf(state, one.Filed.Target)}",
                one.Judgment is { } judgment ? $"{ChineseText.Date(judgment.On)}{ExecutionGates.Title(judgment.Result)}（{judgment.Number}）{Appeared(one)}" : one.Answer is null ? "待答辩举证" : $"已答辩，审理中{Appeared(one)}",
                one.Filed.On, one is { IsPending: true, Answer: null } ? one.Filed.AnswerDueOn : null, one.IsPending, Fell(one.Judgment?.Result));
    }

    private static IEnumerable<LedgerEntry> Debts(CaseState state)
    {
        // A line stays when the plan is over, and says so.
        if (state.Execution.Deferral is not { } decided) yield break;
        var (plan, owed) = (state.Execution.Plan, state.OwedFen - state.PaidFen);
        var next = plan is null || owed <= 0 ? null : plan.Plan.Count > 1 ? state.OpenInstalment : plan.Plan[^1];
        yield return new(LedgerKind.Debts, 0,
            $"{(decided.Kind == DeferralKind.Instalments ? $"分期缴纳{(decided.Approved ? $"（{decided.Plan.Count}期）" : "")}" : "延期缴纳")}（{decided.Number}）{(owed > 0 ? $"，未缴{ChineseText.Amount(owed)}" : "")}",
            !decided.Approved ? "不予批准" : state.Execution.DeferralEnd is { } end ? $"{ChineseText.Date(end.On)}终止，按原决定执行" : owed <= 0 ? "已缴清或者不再应缴" : next is null ? "待核对" : $"本期{ChineseText.Amount(next.AmountFen)}",
            decided.On, next?.DueOn, plan is not null && owed > 0);
    }

    private static IEnumerable<LedgerEntry> Arrears(CaseState state)
    {
        if (state.PaymentDueOn is not { } due)
        {
            // The decision fell and the case is decided anew: nothing is asked for on the old one.
            if (state.Course.Rounds.LastOrDefault(round => round.Service?.PaymentDueOn is not null) is { Service: { } earlier })
                yield return new(LedgerKind.Arrears, 0, "原决定已被撤销", "不再催缴", earlier.On, null, false);
            yield break;
        }
        var unpaid = Math.Max(0, state.OwedFen - state.PaidFen);
        yield return new(LedgerKind.Arrears, 0, $"应缴罚没款{ChineseText.Amount(state.OwedFen)}，已缴{ChineseText.Amount(state.PaidFen)}",
            unpaid > 0 ? $"未缴{ChineseText.Amount(unpaid)}" : "已缴清或者不再应缴", state.ServedOn!.Value, (unpaid > 0 ? state.OpenInstalment?.DueOn : null) ?? due,
            state.Stage == CaseStage.Served && unpaid > 0);
    }

    private static bool Fell(RemedyResult? result) => result is RemedyResult.Changed or RemedyResult.Annulled or RemedyResult.Unlawful or RemedyResult.Void;

    // 负责人出庭 (行政诉讼法 第3条第3款).
    private static string Appeared(SuitMatter suit) => suit.Hearing is { } hearing ? hearing.HeadAppeared ? "，负责人已出庭" : "，负责人未出庭" : "";

    private static string List(IReadOnlyList<CaseGoods> goods) => goods.Count <= 3 ? string.Join("、", goods) : $"{string.Join("、", goods.Take(3))}等{goods.Count}项";
}
