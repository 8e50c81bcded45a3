namespace Lianzhi.Core.Calendar;

/// <summary>One day of the State Council's yearly notice (节假日安排): a day off, or a make-up working day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">Name of the holiday, for example 国庆节.</param>
/// <param name="IsOffDay">True for a day off, false for a make-up working day (调休上班).</param>
public sealed record Holiday(DateOnly Date, string Name, bool IsOffDay);
