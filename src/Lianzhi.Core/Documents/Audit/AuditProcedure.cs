using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Clocks;
using Lianzhi.Core.Cases.Measures;
using static Lianzhi.Core.Documents.Audit.DossierAudit;

namespace Lianzhi.Core.Documents.Audit;

/// <summary>Checks of order, periods and the party's rights (程序自查).</summary>
internal static class AuditProcedure
{
    public static IEnumerable<AuditFinding>? DateOrder(Dossier dossier)
    {
        var state = dossier.State;
        var main = Line(
            ("提请立案", state.Proposal?.On), ("立案", state.Filing?.On), ("调查终结", state.Conclusion?.On), ("事先告知", state.Notice?.On),
            ("听证", Gates.HearingCounts(state) ? state.Hearing.Held!.On : null), ("法制审核送审", state.Review?.Submission.On), ("法制审核意见", state.Review?.Conclusion?.On), ("集体讨论", state.Course.Discussion?.On),
            ("决定", state.Decision?.On), ("送达决定", state.Service?.EffectiveOn), ("结案", state.Closing?.On), ("归档", state.Execution.Archive?.On));
        var looked = state.Inspections.Select(record => ("现场检查", record.On)).Concat(state.Interviews.Select(record => ("询问", record.On)));
        return main
            .Concat(looked.SelectMany(act => Line(("立案", state.Filing?.On), act, ("调查终结", state.Conclusion?.On))))
            .Concat(Line(("责令改正", state.Correction?.On), ("复查", state.CorrectionCheck?.On)))
            .Concat(Line(("事先告知", state.Notice?.Service.ServedOn), ("陈述申辩复核", state.DefenceReview?.On)));
    }

    public static IEnumerable<AuditFinding>? ActsApart(Dossier dossier)
    {
        var state = dossier.State;
        var acts = state.Inspections.Select((record, index) => (Title: "现场检查", record.At, record.Until, record.Officers, Cure: AuditCure.At(DocumentCode.InspectionRecord, index)))
            .Concat(state.Interviews.Select((record, index) => (Title: "询问", record.At, record.Until, record.Officers, Cure: AuditCure.At(DocumentCode.InterviewRecord, index)))).OrderBy(act => act.At).ToList();
        return acts.Count == 0 ? null : acts.SelectMany((act, index) => acts.Skip(index + 1).Where(later => later.At < act.Until)
            .SelectMany(later => act.Officers.Where(officer => later.Officers.Any(other => other.Id == officer.Id)).Take(1)
                .Select(officer => new AuditFinding("acts-overlap", $"{officer.Name}在{ChineseText.Time(act.At)}起的{act.Title}结束前，又参加{ChineseText.Time(later.At)}起的{later.Title}。", AuditSeverity.Defect, "行政处罚法 第46条", later.Cure))));
    }

    public static IEnumerable<AuditFinding>? Deadlines(Dossier dossier)
    {
        var clocks = dossier.Facts.Clocks(dossier.State, dossier.Today).Where(clock => clock.Kind.Owner == ClockOwner.Organ).ToList();
        return clocks.Count == 0 ? null : clocks.Where(clock => clock.State is ClockState.MetLate or ClockState.Overdue)
            .Select(clock => new AuditFinding("deadline-missed", $"{clock.Kind.Label}{ChineseText.Date(clock.Due)}届满，{(clock.MetOn is { } met ? $"{ChineseText.Date(met)}才办理" : "尚未办理")}。",
                clock.Kind == ClockKind.Decision ? AuditSeverity.Serious : AuditSeverity.Defect, clock.Kind.Basis.Text, AuditCure.ClocksTab));
    }

    public static IEnumerable<AuditFinding>? RightsTold(Dossier dossier)
    {
        var state = dossier.State;
        if (state.Inspections.Count + state.Interviews.Count == 0) return null;
        return state.Inspections.Select((record, index) => (record.CertificatesShown, Cure: AuditCure.At(DocumentCode.InspectionRecord, index), record.On))
            .Concat(state.Interviews.Select((record, index) => (record.CertificatesShown, Cure: AuditCure.At(DocumentCode.InterviewRecord, index), record.On)))
            .Where(act => !act.CertificatesShown)
            .Select(act => new AuditFinding("certificates-not-shown", $"{ChineseText.Date(act.On)}的笔录没有记明出示执法证件和告知权利。", AuditSeverity.Defect, "行政处罚法 第55条", act.Cure));
    }

    public static IEnumerable<AuditFinding>? PartyTold(Dossier dossier)
    {
        var state = dossier.State;
        if (state.OnSpot is { } onSpot) return Found(AuditSeverity.Serious, AuditCure.At(DocumentCode.OnSpotDecision), Gates.OralNotice(onSpot.OralNotice, onSpot.PartyOpinion));
        if (state.Decision is not { Kind: DecisionKind.Penalty } decision) return null;
        return Found(AuditSeverity.Serious, AuditCure.At(CaseStep.ServePriorNotice),
            Gates.NoticeServed(state), Gates.DefenceEnded(state, decision.On));
    }

    public static IEnumerable<AuditFinding>? DefenceHeard(Dossier dossier) => dossier.State.Defences.Count == 0 ? null
        : Found(dossier.State.Decision is null ? AuditSeverity.Hint : AuditSeverity.Serious, AuditCure.At(CaseStep.ReviewDefence), Gates.DefenceReviewed(dossier.State));

    public static IEnumerable<AuditFinding>? HearingOffered(Dossier dossier)
    {
        var state = dossier.State;
        var assessment = state.Decision?.Assessment ?? state.Notice?.Assessment;
        if (assessment is not { HearingRight: true } && state.HearingRequest is null) return null;
        return
        [
            .. Found(AuditSeverity.Serious, AuditCure.At(CaseStep.ServePriorNotice), assessment is null ? null : Gates.HearingRightTold(state, assessment),
                state.Decision is { } decided ? Gates.HearingPeriodEnded(state, decided.On) : null),
            .. state.Decision is null ? [] : Found(AuditSeverity.Serious, AuditCure.At(CaseStep.HoldHearing), Gates.HearingConcluded(state), Gates.RestsOnHearing(state, state.Decision.HearingAnswer)),
            .. Gates.HearingCounts(state) && state.Hearing is { Held: { } held, Notice: { } notice } && dossier.Facts.Procedure.WorkingDaysBefore(held.On, 7) < notice.Service.ServedOn
                ? [new AuditFinding("hearing-notice-late", $"听证通知{ChineseText.Date(notice.Service.ServedOn)}送达，{ChineseText.Date(held.On)}举行听证，不足七个工作日。", AuditSeverity.Serious, "行政处罚法 第64条第2项", AuditCure.At(DocumentCode.HearingNotice))]
                : Array.Empty<AuditFinding>(),
        ];
    }

    public static IEnumerable<AuditFinding>? NotHeavier(Dossier dossier) => dossier.State is not { Decision.Kind: DecisionKind.Penalty, Notice: not null } state ? null
        : Found(AuditSeverity.Serious, AuditCure.At(DocumentCode.PenaltyDecision), Gates.NotHeavier(state, state.Decision!.Penalties));

    public static IEnumerable<AuditFinding>? Reviewed(Dossier dossier)
    {
        var state = dossier.State;
        var assessment = state.Decision?.Assessment ?? state.Notice?.Assessment;
        if (assessment is null || (assessment.LegalReviewGrounds.Count == 0 && state.Review is null)) return null;
        return state.Decision is null && state.Review?.Conclusion is null ? null
            // Before the decision a review that did not agree is work to do: the file is amended and submitted again.
            : Found(state.Decision is null ? AuditSeverity.Hint : AuditSeverity.Serious, AuditCure.At(CaseStep.SubmitReview), Gates.Reviewed(state, assessment), state.Decision is { } decision ? Gates.AsReviewed(state, decision.Penalties) : null);
    }

    public static IEnumerable<AuditFinding>? Discussed(Dossier dossier) =>
        dossier.State.Decision is not { } decision || (!decision.Assessment.CollectiveDiscussion && dossier.State.Course.Discussion is null) ? null
        : Found(AuditSeverity.Serious, AuditCure.At(CaseStep.DiscussCollectively), Gates.Discussed(dossier.State, decision.Assessment), Gates.AsDiscussed(dossier.State, decision.Kind, decision.Penalties));

    public static IEnumerable<AuditFinding>? Measures(Dossier dossier)
    {
        var measures = dossier.State.Measures;
        if (measures.Sealings.Count + measures.Preservations.Count == 0) return null;
        return
        [
            .. measures.Sealings.Index().Where(one => !one.Item.Approved && !one.Item.Refused)
                .Select(one => new AuditFinding("sealing-unapproved", $"{ChineseText.Date(one.Item.Made.On)}的{MeasurePhrases.Title(one.Item.Made.Kind)}没有负责人批准，紧急实施的应当在二十四小时内补办批准手续。", AuditSeverity.Serious, "行政强制法 第18、19条", AuditCure.At(DocumentCode.SealingDecision, one.Index))),
            .. dossier.State.Stage >= CaseStage.Served ? Found(AuditSeverity.Serious, new AuditCure(AuditPlace.Tab, "handle", "办理"), MeasureGates.BeforeClosing(dossier.State)) : [],
        ];
    }

    public static IEnumerable<AuditFinding>? CoercionReviewed(Dossier dossier)
    {
        var state = dossier.State;
        if (state.Measures.Demolitions.Count == 0 && !state.Measures.Requests.Any(request => MeasureReviews.IsSealing(request) && request.Approved is not null)) return null;
        // The last decision stands at the head of its kind, those before it among the earlier papers.
        int Index(int place) => place == state.Measures.Demolitions.Count - 1 ? 0 : place + 1;
        return MeasureReviews.Unreviewed(state, dossier.Facts.Measures.Settings).Select(one => new AuditFinding("measure-review-missing",
            $"{ChineseText.Date(one.On)}{(one.Measure.Act == ReviewedAct.Demolition ? "决定强制拆除" : $"批准{MeasurePhrases.Title(state.Measures.Requests[one.Place].Asked.Kind)}")}前没有法制审核同意的意见。",
            AuditSeverity.Serious, MeasureReviews.Document, one.Measure.Act == ReviewedAct.Demolition ? AuditCure.At(DocumentCode.DemolitionDecision, Index(one.Place)) : new AuditCure(AuditPlace.Tab, "handle", "办理")));
    }

    /// <summary>Each day that lies before the one it follows.</summary>
    private static IEnumerable<AuditFinding> Line(params (string Title, DateOnly? On)[] days)
    {
        var known = days.Where(day => day.On is not null).ToList();
        return known.Zip(known.Skip(1)).Where(pair => pair.Second.On < pair.First.On)
            .Select(pair => new AuditFinding("date-before-cause", $"{pair.Second.Title}（{ChineseText.Date(pair.Second.On!.Value)}）早于{pair.First.Title}（{ChineseText.Date(pair.First.On!.Value)}）。", AuditSeverity.Serious, "行政处罚法 第54至62条", new AuditCure(AuditPlace.Tab, "record", "全过程记录")));
    }
}
