using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases.Clocks;
using Lianzhi.Core.Cases.Measures;
using Lianzhi.Core.Settings;

namespace Lianzhi.Core.Cases;

/// <summary>
/// Clocks that are read from the case itself (设置和案件约定的时限): periods that settings add, and days fixed in a paper. The
/// statutory ones stand in <see cref="CaseClocks"/>.
/// </summary>
internal sealed class OwnClocks(CaseState state, DateOnly asOf, WorkCalendar calendar, SettingsBook settings)
{
    /// <summary>立案期限 (setting).</summary>
    public static readonly ClockKind Filing = Kind("filing", "立案期限", ClockOwner.Organ, SettingCatalogue.FilingDays, "行政处罚法 第54条第2款");

    /// <summary>责令改正期限: fixed in the order.</summary>
    public static readonly ClockKind Correction = Kind("correction", "责令改正期限", ClockOwner.Party, null, "行政处罚法 第28条");

    /// <summary>陈述申辩期限 (setting).</summary>
    public static readonly ClockKind Defence = Kind("defence", "陈述、申辩期限", ClockOwner.Party, SettingCatalogue.DefenceDays, "行政处罚法 第44、45条");

    /// <summary>当场处罚报备 (setting).</summary>
    public static readonly ClockKind OnSpotReport = Kind("onSpotReport", "当场处罚决定报备期限", ClockOwner.Organ, SettingCatalogue.SimpleReportDays, "行政处罚法 第52条第3款");

    /// <summary>分期: the first part that is open.</summary>
    public static readonly ClockKind Instalment = Kind("instalment", "本期罚款缴纳期限", ClockOwner.Party, null, "行政处罚法 第66条第2款");

    /// <summary>行政复议答复.</summary>
    public static readonly ClockKind ReviewAnswer = Kind("reviewAnswer", "行政复议答复期限", ClockOwner.Organ, null, "行政复议法 第48条") with { Length = new(10, PeriodUnit.WorkingDay) };

    /// <summary>行政诉讼答辩和举证.</summary>
    public static readonly ClockKind SuitAnswer = Kind("suitAnswer", "行政诉讼答辩和举证期限", ClockOwner.Organ, null, "行政诉讼法 第67条") with { Length = new(15, PeriodUnit.Day) };

    /// <summary>闽执法补录 (setting): the oldest paper, or the case number, that is not there yet.</summary>
    public static readonly ClockKind LateEntry = Kind("lateEntry", "闽执法平台补录期限", ClockOwner.Organ, SettingCatalogue.LateEntryDays, "福建省人民政府令第242号 第17条");

    /// <summary>法制审核 (setting, fixed when it is submitted).</summary>
    public static readonly ClockKind LegalReview = Kind("legalReview", "法制审核期限", ClockOwner.Organ, null, "行政处罚法 第58条");

    /// <summary>函件回复期限: fixed in the letter.</summary>
    public static readonly ClockKind LetterReply = Kind("letterReply", "函件回复期限", ClockOwner.Party, null, "行政处罚法 第25、26条");

    /// <summary>重新作出决定: fixed by the review or the court that ordered it.</summary>
    public static readonly ClockKind Redecision = Kind("redecision", "重新作出决定的期限", ClockOwner.Organ, null, "行政复议法 第64条；行政诉讼法 第70条");

    /// <summary>当场查封、扣押的报告: twenty-four hours, here by their last day.</summary>
    public static readonly ClockKind SealingReport = Kind("sealingReport", "当场查封、扣押的报告和补办批准", ClockOwner.Organ, null, "行政强制法 第19条") with { Length = new(1, PeriodUnit.Day) };

    /// <summary>向公安机关移送: twenty-four hours, here by their last day.</summary>
    public static readonly ClockKind CrimeHandOver = Kind("crimeHandOver", "向公安机关移送", ClockOwner.Organ, null, "行政执法机关移送涉嫌犯罪案件的规定 第5条") with { Length = new(1, PeriodUnit.Day) };

    /// <summary>公安机关是否立案的答复: the police's, as the handover says.</summary>
    public static readonly ClockKind PoliceAnswer = Kind("policeAnswer", "公安机关立案审查期限", ClockOwner.Party, null, "行政执法机关移送涉嫌犯罪案件的规定 第8条");

    /// <summary>对不予立案提请复议: the organ may, and after it still turn to the procuratorate.</summary>
    public static readonly ClockKind NonFilingChallenge = Kind("nonFilingChallenge", "对不予立案提请复议的期限", ClockOwner.Organ, null, "行政执法机关移送涉嫌犯罪案件的规定 第9条") with { Length = new(ChallengeDays, PeriodUnit.Day) };

    /// <summary>Days to challenge a decision not to file.</summary>
    public const int ChallengeDays = 3;

    /// <summary>All that have started.</summary>
    public IEnumerable<Clock> All()
    {
        var execution = state.Execution;
        var one = execution.Reviews.Select(review => review.Applied.Target).Concat(execution.Suits.Select(suit => suit.Filed.Target)).Distinct().Count() <= 1;
        return new[]
        {
            Counted(Filing, state.Proposal?.DiscoveredOn, state.Filing?.On ?? state.Refusal?.On, "发现违法行为"),
            Fixed(Correction, state.CorrectionInForce?.Service.ServedOn, state.CorrectionInForce?.DueOn, state.CorrectionCheck is { Corrected: true } check ? check.On : null, "责令改正"),
            Fixed(Defence, state.Notice?.Service.ServedOn, state.Notice?.DefenceDueOn, state.Defences.Count > 0 ? state.Defences[0].On : state.Waiver?.On, "送达事先告知书"),
            Counted(OnSpotReport, state.OnSpot?.On, execution.OnSpotReport?.On, "当场作出处罚决定"),
            Fixed(Instalment, execution.Plan?.On, execution.Plan is { Plan.Count: > 1 } ? state.OpenInstalment?.DueOn : null, null, "批准分期缴纳"),
        }
        // The last one against each decision.
        .Concat(execution.Reviews.GroupBy(review => review.Applied.Target).Select(reviews => reviews.Last()).Select(review =>
            Fixed(Named(ReviewAnswer, review.Applied.Target), review.Accepted?.On, review.Accepted?.AnswerDueOn, review.Answer?.On ?? review.EndedOn, "收到复议申请书副本")))
        .Concat(execution.Suits.GroupBy(suit => suit.Filed.Target).Select(suits => suits.Last()).Select(suit =>
            Fixed(Named(SuitAnswer, suit.Filed.Target), suit.Filed.CopyOn, suit.Filed.AnswerDueOn, suit.Answer?.On, "收到起诉状副本")))
        .Append(Fixed(LegalReview, state.Review?.Submission.On, state.Review?.Submission.DueOn, state.Review?.Conclusion?.On, "提交法制审核"))
        .Concat(state.Reviews.GroupBy(round => round.Submission.Measure).Where(rounds => rounds.Key is not null).Select(rounds => rounds.Last()).Select(round => Fixed(
            LegalReview with { Label = $"{LegalReview.Label}（{round.Submission.Measure.Title()}）", Basis = MeasureReviews.Document }, round.Submission.On, round.Submission.DueOn, round.Conclusion?.On, "提交法制审核")))
        .Concat(state.Measures.Letters.Select(letter => Fixed(LetterReply with { Label = $"{LetterReply.Label}（{letter.Sent.Number}）" }, letter.Sent.On, letter.Sent.ReplyDueOn, letter.Answered?.On, "发函")))
        .Append(state.Measures.Crime is { HandedOver: { } handed } crime ? Fixed(PoliceAnswer, handed.On, handed.AnswerDueOn, crime.Answered?.On, "移送公安机关") : null)
        .Append(Challenge(state.Measures.Crime))
        .Concat(MeasureTiming.Hours(state.Measures).Select(ByHours))
        .Concat(
        [
            execution.Overturned is { Redecide: true } ordered ? Fixed(Redecision, ordered.On, ordered.RedecideBy, null, "责令重新作出")
                : state.TakenUpAgain is { } again ? Fixed(Redecision, again.On, again.DueOn, state.Decision?.On, "重新调查处理") : null,
            Counted(LateEntry, ProvincialPlatform.OldestMissing(state, settings)?.On, null, "制作文书"),
        ]).OfType<Clock>();

        ClockKind Named(ClockKind kind, ContestedDecision? target) => one || target is null ? kind : kind with { Label = $"{kind.Label}（{Contestable.NameOf(state, target)}）" };
    }

    /// <summary>Runs while it can be asked for: what the organ may leave is never late.</summary>
    private Clock? Challenge(CrimeTransfer? crime) => crime is { Answered: { Filed: false } answered } && Period.Reckon(answered.On, NonFilingChallenge.Length, [], calendar) is { IsOk: true } end
        && (crime.Challenged is not null || asOf <= end.Value.Due) ? Fixed(NonFilingChallenge, answered.On, end.Value.Due, crime.Challenged?.On, "收到不予立案通知书") : null;

    private static ClockKind Kind(string id, string label, ClockOwner owner, SettingDefinition? setting, Basis basis) =>
        new(id, label, owner, null, new(1, PeriodUnit.WorkingDay), [], basis) { LengthSetting = setting };

    /// <summary>A clock whose length a setting gives, as of the day it starts.</summary>
    private Clock? Counted(ClockKind kind, DateOnly? start, DateOnly? met, string because)
    {
        if (start is not { } from || from > asOf) return null;
        var length = kind.Length with { Count = Math.Max(1, settings.AsOf(from).Number(kind.LengthSetting!)) };
        var end = Period.Reckon(from, length, [], calendar);
        return end.IsOk ? Make(kind with { Length = length }, from, end.Value.Due, met, end.Value.Counted, () => [new($"{from.ToChinese()}{because}。"), .. end.Value.Reasons]) : null;
    }

    /// <summary>A clock whose last day stands in a paper.</summary>
    private Clock? Fixed(ClockKind kind, DateOnly? start, DateOnly? due, DateOnly? met, string because)
    {
        if (start is not { } from || due is not { } last || from > asOf) return null;
        return Make(kind, from, last, met, [], () => [new($"{from.ToChinese()}{because}，期限至{last.ToChinese()}。", kind.Basis)]);
    }

    /// <summary>Hours know no days: whether one was met says its instant.</summary>
    private Clock? ByHours(HourClock hours)
    {
        var kind = hours.Label == SealingReport.Label ? SealingReport : CrimeHandOver;
        var due = CaseDays.Of(hours.DueAt);
        if (CaseDays.Of(hours.Start) > asOf) return null;
        var clock = Make(kind, CaseDays.Of(hours.Start), due, hours.MetAt is { } met ? CaseDays.Of(met) : null, [],
            () => [new($"自{Documents.ChineseText.Time(hours.Start)}起二十四小时，至{Documents.ChineseText.Time(hours.DueAt)}届满，节假日不顺延。", kind.Basis)]);
        return hours.MetAt > hours.DueAt && clock.State == ClockState.Met ? clock with { State = ClockState.MetLate } : clock;
    }

    private Clock Make(ClockKind kind, DateOnly start, DateOnly due, DateOnly? met, IReadOnlyList<DateOnly> counted, Func<IEnumerable<Reason>> reasons)
    {
        if (met > asOf) met = null;
        var clockState = met is { } on ? on <= due ? ClockState.Met : ClockState.MetLate : asOf <= due ? ClockState.Running : ClockState.Overdue;
        return new(kind, start, due, clockState, met, met is null ? due.DayNumber - asOf.DayNumber : null, new ReasonsOnDemand(reasons)) { Counted = counted };
    }
}
