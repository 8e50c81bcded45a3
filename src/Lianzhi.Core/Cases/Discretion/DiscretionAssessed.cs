using Lianzhi.Core.Cases.Measures;

namespace Lianzhi.Core.Cases.Discretion;

/// <summary>Another provision the same conduct breaks (同一行为违反的其他规定), 行政处罚法 第29条.</summary>
/// <param name="Item">Item code.</param>
/// <param name="Alternative">Which of its ways of measuring, from 0.</param>
/// <param name="BaseAmount">Yuan or units, as text; null for fixed amounts.</param>
public sealed record OtherProvision(string Item, int Alternative, string? BaseAmount);

/// <summary>填写裁量工作单.</summary>
/// <param name="At">When.</param>
/// <param name="Circumstances">What was found.</param>
/// <param name="Alternative">Which way of measuring of the item, from 0; null when no fine is measured.</param>
/// <param name="BaseAmount">Yuan or units, as text; null for fixed amounts.</param>
/// <param name="Others">Other provisions that the same conduct breaks.</param>
/// <param name="Grade">The grade chosen.</param>
/// <param name="FineFen">The fine chosen; 0 for none.</param>
/// <param name="DepartureReason">Why it departs from tier or like cases; null when it does not.</param>
/// <param name="OtherActReason">Why an earlier fine of the same day was for another act; null for none.</param>
/// <param name="Officers">The two.</param>
public sealed record AssessDiscretion(
    DateTimeOffset At, IReadOnlyList<Circumstance> Circumstances, int? Alternative, string? BaseAmount, IReadOnlyList<OtherProvision> Others,
    DiscretionGrade Grade, long FineFen, string? DepartureReason, string? OtherActReason, IReadOnlyList<string> Officers) : MeasureCommand(CaseStep.AssessDiscretion);

/// <summary>The worksheet of discretion was filled in (裁量工作单): everything it was reckoned from stands in it.</summary>
/// <param name="At">When.</param>
/// <param name="Circumstances">What was found.</param>
/// <param name="Item">Item whose range holds; of several the one with the higher fine (第29条).</param>
/// <param name="LowFen">Lowest fine of the law.</param>
/// <param name="HighFen">Highest fine of the law.</param>
/// <param name="Steps">The arithmetic.</param>
/// <param name="First">First violation of its kind.</param>
/// <param name="Earlier">Earlier matters of the party.</param>
/// <param name="Similar">Like decisions of this organ.</param>
/// <param name="Grade">Grade.</param>
/// <param name="BandLowFen">Lowest of the tier.</param>
/// <param name="BandHighFen">Highest of the tier.</param>
/// <param name="Benchmark">The published tier used; null for the general thirds.</param>
/// <param name="FineFen">Fine.</param>
/// <param name="DepartureReason">Why it departs.</param>
/// <param name="OtherActReason">Why an earlier fine was for another act.</param>
/// <param name="Reasons">Why this grade.</param>
/// <param name="Officers">The two.</param>
public sealed record DiscretionAssessed(
    DateTimeOffset At, IReadOnlyList<Circumstance> Circumstances, string Item, long LowFen, long HighFen, IReadOnlyList<string> Steps, bool First,
    IReadOnlyList<EarlierCase> Earlier, IReadOnlyList<SimilarCase> Similar, DiscretionGrade Grade, long BandLowFen, long BandHighFen, string? Benchmark,
    long FineFen, string? DepartureReason, string? OtherActReason, IReadOnlyList<CaseReason> Reasons, IReadOnlyList<CaseOfficer> Officers)
    : CaseEvent(At), IMeasureEvent, IByOfficers
{
    /// <summary>The worksheet in the sentences of report and notice.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Summary => string.Concat(
        Reasons.Count > 0 ? $"本案{string.Join("；", Reasons.Select(reason => $"{reason.Text.TrimEnd('。')}（{reason.Basis}）"))}。" : "本案没有法定从轻、减轻、从重情节。",
        First ? "" : "查有同类违法记录。",
        string.Concat(Steps),
        Grade is DiscretionGrade.None ? "" : $"裁量等次：{Grades.Title(Grade)}，{Benchmark ?? "按幅度一般划分"}，对应{Documents.ChineseText.Amount(BandLowFen)}至{Documents.ChineseText.Amount(BandHighFen)}。",
        Grade is DiscretionGrade.None ? "建议不予行政处罚。" : $"建议罚款{Documents.ChineseText.Amount(FineFen)}。",
        DepartureReason is { Length: > 0 } why ? $"理由：{Documents.CasePhrases.Sentence(why)}" : "");
}
