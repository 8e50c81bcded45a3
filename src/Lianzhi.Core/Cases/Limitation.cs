using Lianzhi.Core.Calendar;

namespace Lianzhi.Core.Cases;

/// <summary>Whether an act can still be penalised (行政处罚追究时效).</summary>
/// <param name="Expired">True when it was found too late.</param>
/// <param name="Limit">Last day on which finding it is in time.</param>
/// <param name="Years">2, or 5 where life, health or financial safety was harmed.</param>
/// <param name="Reasons">Why.</param>
public sealed record LimitationAnswer(bool Expired, DateOnly Limit, int Years, IReadOnlyList<Reason> Reasons);

/// <summary>The limitation of penalties (追究时效), 行政处罚法 第36条.</summary>
public static class Limitation
{
    private static readonly Basis Article = "行政处罚法 第36条";

    /// <summary>Checks an act.</summary>
    /// <param name="actEndedOn">Day of the act, or its last day where it continued.</param>
    /// <param name="discoveredOn">Day it was found; may lie before its end.</param>
    /// <param name="harmToLifeHealthOrFinance">涉及公民生命健康安全、金融安全且有危害后果.</param>
    /// <returns>The answer, or a refusal for <c>actEndedOn</c> when the limit lies after 2199-12-31.</returns>
    public static Result<LimitationAnswer> Check(DateOnly actEndedOn, DateOnly discoveredOn, bool harmToLifeHealthOrFinance)
    {
        var years = harmToLifeHealthOrFinance ? 5 : 2;
        var limit = actEndedOn.AddYears(years);
        if (!DateText.IsKnown(limit)) return Refusal.Invalid("actEndedOn", "时效届满日超出 2199-12-31。");
        var expired = discoveredOn > limit;
        return new LimitationAnswer(expired, limit, years,
        [
            new(harmToLifeHealthOrFinance
                ? "涉及公民生命健康安全、金融安全且有危害后果的，追究时效为五年。"
                : "违法行为的追究时效为二年。", Article),
            new($"自违法行为发生或者终了之日{actEndedOn.ToChinese()}起计算，至{limit.ToChinese()}届满，届满日发现的仍在时效内，不顺延。", Article),
            new(expired
                ? $"{discoveredOn.ToChinese()}发现，已过追究时效，不再给予行政处罚，法律另有规定的除外。"
                : $"{discoveredOn.ToChinese()}发现，未过追究时效。", Article),
        ]);
    }
}
