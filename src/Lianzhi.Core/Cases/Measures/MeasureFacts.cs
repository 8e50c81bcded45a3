namespace Lianzhi.Core.Cases.Measures;

/// <summary>Practice values for measures on a day (措施设置).</summary>
/// <param name="PreservationLapses">An undecided preservation ends by itself, so that evidence can only be given back (department rule).</param>
/// <param name="Police">Police of the same level.</param>
/// <param name="FastDays">Days from filing in which a case marked for fast handling is decided.</param>
/// <param name="ReviewDemolition">A forced demolition goes to legal review before it is decided.</param>
/// <param name="ReviewSealing">Sealing and seizure go to legal review before they are approved.</param>
public sealed record MeasureSettings(bool PreservationLapses, string Police, int FastDays, bool ReviewDemolition, bool ReviewSealing);

/// <summary>Where the party's remedies stand (救济期限).</summary>
/// <param name="Ended">Every period has passed unused, or what was asked for is over.</param>
/// <param name="Pending">A review or suit is under way.</param>
/// <param name="LastOn">Last day of the last period; null while a review or suit is under way or nothing was served.</param>
public sealed record RemedyStanding(bool Ended, bool Pending, DateOnly? LastOn);

/// <summary>What measures ask of the world (措施所依据的事实).</summary>
public sealed record MeasureFacts
{
    /// <summary>Why a subject may seal or seize for an item on a day; null when it may not (行政强制法 第17、22条).</summary>
    public required Func<CaseItem, CaseSubject, DateOnly, string?> Coercion { get; init; }

    /// <summary>Name of the statutory holiday on a day; null on any other day.</summary>
    public required Func<DateOnly, string?> Holiday { get; init; }

    /// <summary>Remedies of a case on a day.</summary>
    public required Func<CaseState, DateOnly, RemedyStanding> Remedies { get; init; }

    /// <summary>Settings on a day.</summary>
    public required Func<DateOnly, MeasureSettings> Settings { get; init; }
}
