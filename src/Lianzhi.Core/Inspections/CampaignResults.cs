namespace Lianzhi.Core.Inspections;

/// <summary>An inspection of a campaign, as its report counts it (专项检查的一次检查).</summary>
/// <param name="Unit">Code of the subject.</param>
/// <param name="Failed">Lines of the checklist that failed.</param>
/// <param name="Conclusion">The conclusion; null before.</param>
/// <param name="Corrected">What the recheck found; null before.</param>
/// <param name="CaseFiled">True when a case was proposed, at once or after the recheck.</param>
public sealed record CampaignInspection(string Unit, int Failed, InspectionConclusion? Conclusion, bool? Corrected, bool CaseFiled);

/// <summary>What a campaign found and what of it is left (专项检查成效), of one subject or all.</summary>
/// <param name="Inspected">Inspections whose record is signed.</param>
/// <param name="WithProblems">Of these, with problems: what the campaign met at its start (整治前).</param>
/// <param name="Failed">Failed lines of the checklists.</param>
/// <param name="AtOnce">Corrected on the spot.</param>
/// <param name="Ordered">Ordered to correct.</param>
/// <param name="Corrected">Of these, found corrected by the recheck.</param>
/// <param name="Cases">Led to a case.</param>
/// <param name="Transfers">Transferred to another organ.</param>
public sealed record CampaignFigures(int Inspected, int WithProblems, int Failed, int AtOnce, int Ordered, int Corrected, int Cases, int Transfers)
{
    /// <summary>Problems that are settled: corrected on the spot or by the recheck.</summary>
    public int Settled => AtOnce + Corrected;

    /// <summary>Problems that are left at the end (整治后): neither settled nor handed on to a case or another organ.</summary>
    public int Left => Math.Max(0, WithProblems - Settled - Cases - Transfers);

    /// <summary>Share with problems at the start in percent.</summary>
    public int ShareBefore => Inspected == 0 ? 0 : 100 * WithProblems / Inspected;

    /// <summary>Share with problems not settled at the end in percent: cases and transfers are still open for the enterprise.</summary>
    public int ShareAfter => Inspected == 0 ? 0 : 100 * (WithProblems - Settled) / Inspected;

    /// <summary>Counts inspections.</summary>
    public static CampaignFigures Of(IReadOnlyList<CampaignInspection> inspections) => new(
        inspections.Count, inspections.Count(HasProblem), inspections.Sum(one => one.Failed), inspections.Count(one => one.Conclusion == InspectionConclusion.CorrectedAtOnce),
        inspections.Count(one => one.Conclusion == InspectionConclusion.Correction), inspections.Count(one => one.Conclusion == InspectionConclusion.Correction && one.Corrected == true),
        inspections.Count(one => one.CaseFiled), inspections.Count(one => one.Conclusion == InspectionConclusion.Transfer));

    private static bool HasProblem(CampaignInspection one) => one.Failed > 0 || one.Conclusion is not (null or InspectionConclusion.NothingFound);
}

/// <summary>Equal stretches of days before and after a campaign (对比期), as long as the campaign itself and no longer than until today.</summary>
/// <param name="BeforeFrom">First day before.</param>
/// <param name="BeforeTo">Last day before.</param>
/// <param name="AfterFrom">First day after.</param>
/// <param name="AfterTo">Last day after that is over.</param>
public sealed record CampaignSpans(DateOnly BeforeFrom, DateOnly BeforeTo, DateOnly AfterFrom, DateOnly AfterTo)
{
    /// <summary>Days after that are over; none while the campaign runs.</summary>
    public int DaysAfter => Math.Max(0, AfterTo.DayNumber - AfterFrom.DayNumber + 1);

    /// <summary>Of a campaign as it stands on a day. While the time after is not over, the time before is cut to the same length, so that like is compared with like.</summary>
    public static CampaignSpans Of(DateOnly from, DateOnly to, DateOnly today)
    {
        var length = to.DayNumber - from.DayNumber + 1;
        var after = Math.Clamp(today.DayNumber - to.DayNumber - 1, 0, length);
        return new(from.AddDays(-(after > 0 ? after : length)), from.AddDays(-1), to.AddDays(1), to.AddDays(after));
    }
}
