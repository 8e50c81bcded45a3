namespace Lianzhi.Core;

/// <summary>A term of validity (有效期): half-open, in dates of Asia/Shanghai.</summary>
/// <param name="From">First day on which the thing holds.</param>
/// <param name="To">First day on which it no longer holds; null while no end is known. Later than <paramref name="From"/>.</param>
public readonly record struct Validity(DateOnly From, DateOnly? To = null)
{
    /// <summary>Since before anyone asks, without an end.</summary>
    public static readonly Validity Always = new(new DateOnly(1900, 1, 1));

    /// <summary>True when the thing holds on the day.</summary>
    public bool Contains(DateOnly day) => From <= day && (To is null || day < To);

    /// <summary>True when both hold on at least one common day.</summary>
    public bool Overlaps(Validity other) => (other.To is null || From < other.To) && (To is null || other.From < To);

    /// <summary>Whole days from a day to the last day of validity: 0 on the last day, negative afterwards; null without an end.</summary>
    public int? DaysLeft(DateOnly day) => To is { } to ? to.DayNumber - 1 - day.DayNumber : null;

    /// <summary>Refuses a term whose end is not after its beginning.</summary>
    /// <param name="field">The input member to name.</param>
    public Refusal? Check(string field = "to") =>
        To is { } to && to <= From ? Refusal.Invalid(field, "失效日期必须晚于生效日期。") : null;
}
