using System.Text.RegularExpressions;

namespace Lianzhi.Core.Cases;

/// <summary>A period to sue that a law of the field gives in place of six months (法律另有规定的起诉期限), as a decision tells it.</summary>
/// <param name="Days">Days from receipt of the decision.</param>
/// <param name="Basis">The article.</param>
/// <param name="Part">The part of the decision it is for; null for the whole.</param>
public sealed record SuitPeriod(int Days, string Basis, string? Part = null);

/// <summary>
/// The laws that give their own period to sue (特别起诉期限): 行政诉讼法 第46条 lets only a law do so, so the fifteen days of
/// regulations (市容 第40条, 绿化 第31条, 河道 第46条) are none. Review keeps its sixty days: 行政复议法 第20条 lets a law only lengthen them.
/// </summary>
public static partial class SuitPeriods
{
    private static readonly DateOnly LandLawFrom = new(2020, 1, 1);
    private const string Demolition = "责令限期拆除";

    /// <summary>The period of a decision; null for the six months.</summary>
    /// <param name="penaltyBasis">Articles the decision rests on.</param>
    /// <param name="penalties">What is imposed.</param>
    /// <param name="correction">责令改正 in words.</param>
    /// <param name="on">Day of the decision.</param>
    public static SuitPeriod? Of(string penaltyBasis, IReadOnlyList<CasePenalty> penalties, string correction, DateOnly on)
    {
        if (on < LandLawFrom || !LandLaw().IsMatch(penaltyBasis)) return null;
        var others = penalties.Where(penalty => !Demolishes(penalty.Text)).ToList();
        return others.Count == penalties.Count && !Demolishes(correction) ? null
            : new SuitPeriod(15, "土地管理法 第83条", others.Count == 0 ? null : Demolition);
    }

    private static bool Demolishes(string? text) => text?.Contains("拆除", StringComparison.Ordinal) == true;

    /// <summary>The law itself: its regulation (实施条例) gives no period of its own.</summary>
    [GeneratedRegex("土地管理法(?!实施条例)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LandLaw();
}
