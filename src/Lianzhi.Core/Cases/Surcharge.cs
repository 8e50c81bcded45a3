using Lianzhi.Core.Calendar;

namespace Lianzhi.Core.Cases;

/// <summary>What a late fine has grown by (加处罚款).</summary>
/// <param name="SurchargeFen">The surcharge in fen; never more than the fine.</param>
/// <param name="Days">Counted days, also beyond the cap.</param>
/// <param name="CappedOn">First day on which the daily 3 % reached the fine; null while it has not.</param>
/// <param name="Reasons">How it was counted.</param>
public sealed record SurchargeAnswer(long SurchargeFen, int Days, DateOnly? CappedOn, IReadOnlyList<Reason> Reasons);

/// <summary>
/// The daily surcharge on a fine that is not paid in time (加处罚款): 3 % of the fine for each day, at most the fine.
/// The organ may impose it and need not; this only says how much it would be.
/// </summary>
public static class Surcharge
{
    private const int DaysToCap = 34;
    private static readonly Basis Daily = "行政处罚法 第72条第1款第1项";
    private static readonly Basis Cap = "行政强制法 第45条第2款";
    private static readonly Basis Agreed = "行政强制法 第12条第1项、第42条第2款";
    private static readonly Basis Deferred = "行政处罚法 第66条第2款";
    private static readonly Basis Suspended = "行政处罚法 第73条第3款";

    /// <summary>Counts the surcharge up to and including a day.</summary>
    /// <param name="fineFen">The fine in fen, 0 or more.</param>
    /// <param name="due">Last day to pay; counting begins the day after.</param>
    /// <param name="asOf">Last day counted.</param>
    /// <param name="pauses">Days of review or litigation, not counted.</param>
    /// <param name="agreements">Days of an agreement on the execution that was kept, not counted; null for none.</param>
    /// <param name="deferrals">Days on which the party was allowed to pay later, not counted; null for none.</param>
    public static SurchargeAnswer Count(
        long fineFen, DateOnly due, DateOnly asOf, IEnumerable<DateSpan> pauses, IReadOnlyList<DateSpan>? agreements = null, IReadOnlyList<DateSpan>? deferrals = null)
    {
        List<DateSpan> Counted(IEnumerable<DateSpan> spans) => [.. DateSpan.Union(spans).Select(span => span.Within(due.AddDays(1), asOf)).OfType<DateSpan>()];
        var remedyDays = pauses.ToList();
        var paused = Counted([.. remedyDays, .. agreements ?? [], .. deferrals ?? []]);
        var remedies = Counted(remedyDays).Sum(pause => pause.Days);
        var agreed = Counted([.. remedyDays, .. agreements ?? []]).Sum(pause => pause.Days) - remedies;
        var deferred = paused.Sum(pause => pause.Days) - remedies - agreed;
        var days = Math.Max(0, asOf.DayNumber - due.DayNumber - paused.Sum(pause => pause.Days));
        var capDay = fineFen == 0 ? 1 : DaysToCap;
        var fen = days >= DaysToCap ? fineFen : ((fineFen * 3 * days) + 50) / 100;
        var cappedOn = days >= capDay ? CountedDay(due, capDay, paused) : (DateOnly?)null;
        var reasons = new List<Reason>
        {
            new($"自缴款期限届满次日{due.AddDays(1).ToChinese()}起，每日按罚款数额的百分之三加处罚款，截至{asOf.ToChinese()}计{days}日。", Daily),
        };
        if (days == 0 && asOf <= due) reasons[0] = new($"截至{asOf.ToChinese()}缴款期限尚未届满，不加处罚款。", Daily);
        if (remedies > 0) reasons.Add(new($"行政复议或者行政诉讼期间{remedies}日不计算。", Suspended));
        if (agreed > 0) reasons.Add(new($"履行执行协议期间{agreed}日不计算。", Agreed));
        if (deferred > 0) reasons.Add(new($"批准延期（分期）缴纳期间{deferred}日不计算。", Deferred));
        if (cappedOn is { } capped) reasons.Add(new($"加处罚款不得超出罚款数额，{capped.ToChinese()}达到上限。", Cap));
        reasons.Add(new("是否加处由行政机关决定，标准应当告知当事人。", "行政处罚法 第72条；行政强制法 第45条第1款"));
        return new(fen, days, cappedOn, reasons);
    }

    private static DateOnly CountedDay(DateOnly due, int count, List<DateSpan> paused)
    {
        var day = due.AddDays(count);
        foreach (var pause in paused)
        {
            if (pause.From > day) break;
            day = day.AddDays(pause.Days);
        }
        return day;
    }
}
