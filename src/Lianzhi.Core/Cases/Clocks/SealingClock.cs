using Lianzhi.Core.Calendar;

namespace Lianzhi.Core.Cases.Clocks;

/// <summary>
/// The clock of 查封、扣押 (行政强制法 第25条): 30 days, extended once in time to one run of 60; days of testing not counted.
/// </summary>
internal static class SealingClock
{
    private const int ExtendedDays = 60;
    private static readonly Basis Extension = "行政强制法 第25条第1款";
    private static readonly Basis Testing = "行政强制法 第25条第3款";

    public static void Add(ClockBuilder build) => Add(build, build.Timeline.Pauses(CaseEventType.TestStarted, CaseEventType.TestEnded));

    /// <summary>Adds the clock with the days of tests as they are known.</summary>
    public static void Add(ClockBuilder build, IReadOnlyList<DateSpan> tests)
    {
        var kind = ClockKind.Sealing;
        if (kind.StartedBy is not { } type || build.Timeline.First(type) is not { } start) return;
        var end = build.Reckon(kind, start, tests, type);
        if (end is null) return;
        var reasons = new List<Reason> { ClockBuilder.StartReason(type, start) };
        if (build.Timeline.FirstFrom(start, CaseEventType.SealExtended) is { } extended)
        {
            if (extended <= end.Due)
            {
                reasons.Add(new($"{extended.ToChinese()}批准延长，期限合计为60日。", Extension));
                end = build.Reckon(kind, start, tests, type, kind.Length with { Count = ExtendedDays });
            }
            else
            {
                reasons.Add(new($"{extended.ToChinese()}的延长晚于届满日{end.Due.ToChinese()}，不产生延长效力。", Extension));
            }
        }
        if (tests.Count > 0) reasons.Add(new("检测、检验、检疫或者技术鉴定的期间不计入，期间应当明确并书面告知当事人。", Testing));
        reasons.Add(new("查封、扣押期限是限制的最长时间，届满日为休息日的不顺延。", kind.Basis));
        build.Add(kind, start, end, [.. reasons]);
    }
}
