using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases;

namespace Lianzhi.Core.Inspections;

/// <summary>A period of an inspection (检查时限).</summary>
/// <param name="Title">What it is for.</param>
/// <param name="Start">From which day.</param>
/// <param name="Due">Last day.</param>
/// <param name="MetOn">When it was met; null while it runs.</param>
/// <param name="OfOrgan">True for a duty of the organ; false for the enterprise's.</param>
/// <param name="Why">How it was counted.</param>
/// <param name="Basis">The setting or article.</param>
public sealed record InspectionClock(string Title, DateOnly Start, DateOnly Due, DateOnly? MetOn, bool OfOrgan, string Why, Basis Basis);

/// <summary>Counts the periods of an inspection (检查时限计算).</summary>
public static class InspectionClocks
{
    /// <summary>Last day for telling the result of a record signed on a day.</summary>
    public static DateOnly ResultDue(DateOnly recordedOn, InspectionTerms terms, WorkCalendar calendar) => After(recordedOn, terms.ResultDays, calendar);

    /// <summary>Last day for the recheck of a correction due on a day.</summary>
    public static DateOnly RecheckDue(DateOnly correctionDueOn, InspectionTerms terms, WorkCalendar calendar) => After(correctionDueOn, terms.RecheckDays, calendar);

    /// <summary>The periods that have begun.</summary>
    public static IReadOnlyList<InspectionClock> Of(InspectionFile file, InspectionTerms terms, WorkCalendar calendar)
    {
        var clocks = new List<InspectionClock>();
        if (file is { Urgent: true, Start: { } start })
            clocks.Add(Working("补办审批和通知", CaseDays.Of(start.At), terms.MakeUpDays, file.Approval is { } approved && file.Notice is { } made ? (made.On > approved.On ? made.On : approved.On) : null, InspectionSettings.MakeUpDays.Title));
        if (file.Recorded is { } recorded) clocks.Add(Working("告知检查结果", CaseDays.Of(recorded.Until), terms.ResultDays, file.Told?.On, InspectionSettings.ResultDays.Title));
        if (file.Outcome is { DueOn: { } due } outcome && outcome.Has(InspectionConclusion.Correction))
        {
            clocks.Add(new("企业改正", outcome.On, due, file.Recheck is { Corrected: true } done ? CaseDays.Of(done.At) : null, false, "责令改正通知书载明的期限。", "行政处罚法 第28条"));
            clocks.Add(Working("复查", due, terms.RecheckDays, file.Recheck is { } recheck ? CaseDays.Of(recheck.At) : null, InspectionSettings.RecheckDays.Title));
        }
        return clocks;

        InspectionClock Working(string title, DateOnly from, int days, DateOnly? metOn, string setting) =>
            new(title, from, After(from, days, calendar), metOn, true, $"自{Documents.ChineseText.Date(from)}次日起{days}个工作日。", $"设置“{setting}”");
    }

    private static DateOnly After(DateOnly from, int days, WorkCalendar calendar) => Period.Reckon(from, new(days, PeriodUnit.WorkingDay), [], calendar).Value!.Due;
}
