using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases.Clocks;
using Lianzhi.Core.Powers;
using Lianzhi.Core.Settings;

namespace Lianzhi.Core.Cases.Measures;

/// <summary>Answers what measures ask from the reference data of the district (措施所依据的基础数据).</summary>
internal static class MeasureWorld
{
    private static readonly ClockKind[] Remedies = [ClockKind.SuitAfterReview, ClockKind.Suit, ClockKind.Reconsideration];

    public static MeasureFacts Facts(WorkCalendar calendar, SettingsBook settings, Catalogue catalogue) => new()
    {
        Coercion = (item, subject, day) => Coercion(item, subject, day, catalogue),
        Holiday = calendar.HolidayName,
        Remedies = (state, day) => Standing(state, day, calendar, settings),
        Settings = day => new(
            settings.AsOf(day).IsYes(MeasureSetting.PreservationLapses), settings.AsOf(day).Text(SettingCatalogue.TransferPolice),
            settings.AsOf(day).Number(MeasureSetting.FastDays), settings.AsOf(day).IsYes(MeasureSetting.ReviewDemolition), settings.AsOf(day).IsYes(MeasureSetting.ReviewSealing)),
    };

    /// <summary>A department has what the law gives it; a township only what the text of its empowerment hands on (行政强制法 第17条第2款).</summary>
    private static string? Coercion(CaseItem item, CaseSubject subject, DateOnly day, Catalogue catalogue) =>
        !subject.IsTownship ? "法律、法规规定由本机关实施"
        : catalogue.ItemOn(item.Code, day)?.Level == ItemLevel.OwnTown ? null
        : catalogue.EmpowermentOn(item.Code, subject.Code, day) is { Accepted: true } empowerment && empowerment.CheckCoercion(lawAllows: true) is null ? empowerment.CoercionSource
        : null;

    /// <summary>
    /// The last remedy clock of the penalty decides: it ends unused on its due date. A review or suit in time keeps it open until
    /// its outcome is recorded; a judgment leaves nothing to wait for.
    /// </summary>
    private static RemedyStanding Standing(CaseState state, DateOnly day, WorkCalendar calendar, SettingsBook settings)
    {
        if (state.ServedOn is null) return new(false, false, null);
        if (state.Execution.Suits.LastOrDefault(suit => suit.OfPenalty) is { Judgment: { } judgment } && judgment.On <= day) return new(true, false, judgment.On);
        var clocks = CaseTiming.Clocks(state, day, calendar, settings);
        if (!clocks.IsOk) return new(false, false, null);
        var last = Remedies.Select(kind => clocks.Value.FirstOrDefault(clock => clock.Kind == kind)).FirstOrDefault(clock => clock is not null);
        // Where a law shortens the period to sue, the sixty days of review end last.
        if (last is { State: not ClockState.Met } && clocks.Value.FirstOrDefault(clock => clock.Kind == ClockKind.Reconsideration) is { } review && review.Due > last.Due) last = review;
        return last switch
        {
            null => new(false, false, null),
            { State: ClockState.Met } => new(false, true, null),
            { State: ClockState.Running } => new(false, false, last.Due),
            _ => new(true, false, last.Due),
        };
    }
}
