using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Cases;

/// <summary>The gates of an agreement on the execution (执行协议条件, 行政强制法 第42条).</summary>
public static class AgreementGates
{
    private static readonly Basis Article = "行政强制法 第42条";

    /// <summary>Nothing is enforced while an agreement is kept (第42条第2款).</summary>
    public static Refusal? NoneKept(CaseState state) => state.Execution.Agreement is { } kept
        ? new("agreement-in-force", $"{ChineseText.Date(kept.On)}与当事人达成执行协议，当事人履行协议期间不得强制执行；不履行的，应当先恢复强制执行。", "行政强制法 第42条第2款")
        : null;

    /// <summary>The organ enforces: it imposed a surcharge, demanded, or decided to enforce, demolish or perform in the party's place.</summary>
    public static bool Enforcing(CaseState state) =>
        state.Execution.Demand is not null || state.SurchargeInForce is not null || state.EnforcementInForce is not null || state.DemolitionInForce is not null || state.SubstituteInForce is not null;

    /// <summary>One is made while the organ enforces; before that the party applies to pay later, afterwards the court has the matter.</summary>
    public static IEnumerable<Refusal?> Allowed(CaseState state)
    {
        var x = state.Execution;
        yield return NoneKept(state);
        yield return !Enforcing(state)
            ? new("enforcement-not-begun", "还没有加处罚款、催告或者作出强制执行决定，不在实施强制执行；当事人缴纳有困难的，按延期（分期）缴纳申请办理。", Article) : null;
        yield return x.Court is not null ? new("court-already-asked", "已经申请人民法院强制执行，由人民法院办理。", "行政强制法 第53条") : null;
        yield return ExecutionGates.Standing(state);
        yield return ExecutionGates.NotSuspended(state);
        yield return x.End is not null ? new("execution-already-ended", "已经终结执行。", "行政强制法 第40条") : null;
    }

    /// <summary>The terms: stages that cover what is open, nobody harmed, surcharge let off only to a party that made good.</summary>
    public static IEnumerable<Refusal?> Terms(CaseState state, MakeAgreement c, DateOnly today)
    {
        var open = state.OwedFen - state.PaidFen;
        yield return c.HarmsNobody ? null : new("agreement-harms", "执行协议不得损害公共利益和他人合法权益，请核实后确认。", "行政强制法 第42条第1款", "harmsNobody");
        yield return c.Plan.Count == 0 && string.IsNullOrWhiteSpace(c.Stages) ? Refusal.Invalid("plan", "请填写分阶段履行的安排。") : null;
        yield return c.Plan.Any(part => part.AmountFen <= 0) ? Refusal.Invalid("plan", "每期数额应大于零。") : null;
        yield return c.Plan.Zip(c.Plan.Skip(1)).Any(pair => pair.First.DueOn >= pair.Second.DueOn) || c.Plan.Any(part => part.DueOn <= today) ? Refusal.Invalid("plan", "各期日期应依次在今天之后。") : null;
        // The decision itself is not up for agreement: only the surcharge may be let off.
        yield return c.Plan.Sum(part => part.AmountFen) != open ? new("plan-not-equal", $"各期合计应等于未缴数额 {ChineseText.Amount(open)}；执行协议不能减免罚款本身。", "行政强制法 第42条第1款", "plan") : null;
        var surcharge = CaseSurcharge.OpenFen(state, today);
        yield return c.WaivedFen < 0 || c.WaivedFen > surcharge ? Refusal.Invalid("waivedFen", $"减免的加处罚款应在零至 {ChineseText.Amount(surcharge)} 之间。") : null;
        yield return c.WaivedFen > 0 && string.IsNullOrWhiteSpace(c.Remedy) ? new("waiver-without-remedy", "当事人采取补救措施的，才可以减免加处的罚款，请写明补救措施。", "行政强制法 第42条第1款", "remedy") : null;
    }

    /// <summary>It is ended because the party did not keep it: a payment was missed, or another stage was, which the reason says.</summary>
    public static Refusal? Broken(CaseState state, DateOnly today) => state.Execution.Agreement is not { } kept
        ? new("no-agreement", "没有正在履行的执行协议。", "行政强制法 第42条第2款")
        : kept.Stages is null && Missed(state, today) is null ? new("agreement-kept", "当事人没有逾期未缴的一期，执行协议应当履行，不能恢复强制执行。", "行政强制法 第42条第2款") : null;

    /// <summary>The first payment of the agreement that did not come in by its day; null when all did.</summary>
    public static Instalment? Missed(CaseState state, DateOnly today)
    {
        if (state.Execution.Agreement is not { } kept) return null;
        var paid = state.PaidFen - (state.OwedFen - kept.Plan.Sum(part => part.AmountFen));
        foreach (var part in kept.Plan)
        {
            if (paid < part.AmountFen) return part.DueOn < today ? part : null;
            paid -= part.AmountFen;
        }
        return null;
    }
}
