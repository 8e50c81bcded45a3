using System.Text.RegularExpressions;
using Lianzhi.Core.Cases;

namespace Lianzhi.Core.Documents.Audit;

/// <summary>Checks of subject, item and people (主体和依据自查).</summary>
internal static partial class AuditCompetence
{
    public static IEnumerable<AuditFinding>? Subject(Dossier dossier)
    {
        var state = dossier.State;
        if ((state.Filing?.On ?? state.OnSpot?.On) is not { } on) return null;
        var competent = dossier.Facts.Competence(state.Item!.Code, state.Place!.Township, state.Place.Address, on);
        return competent.Subject is null
            ? [new("no-subject-on-filing-day", $"按{ChineseText.Date(on)}的清单，{state.Item.Code}在{state.Place.TownshipName}没有可以立案的执法主体。", AuditSeverity.Serious, "行政处罚法 第24、38条", AuditCure.At(DocumentCode.FilingApproval))]
            : competent.Subject.Code != state.Subject!.Code
                ? [new("other-subject-on-filing-day", $"按{ChineseText.Date(on)}的清单，执法主体是{competent.Subject.Name}，本案由{state.Subject.Name}办理。", AuditSeverity.Serious, "行政处罚法 第24、38条", AuditCure.At(DocumentCode.FilingApproval))]
                : [];
    }

    public static IEnumerable<AuditFinding>? ItemInForce(Dossier dossier)
    {
        var state = dossier.State;
        if (state.ActOn is not { } on) return null;
        var then = dossier.Facts.Competence(state.Item!.Code, state.Place!.Township, state.Place.Address, on).Item;
        return then is null
            ? [new("item-not-in-force-on-act", $"事项{state.Item.Code}在行为日（{ChineseText.Date(on)}）不在有效清单内，应当核对行为时的规定（从旧兼从轻）。", AuditSeverity.Serious, "行政处罚法 第37条", AuditCure.At(DocumentCode.InvestigationReport))]
            : then.Basis != state.Item.Basis
                ? [new("basis-changed-since-act", $"行为日的依据是{then.Basis}，立案日的依据是{state.Item.Basis}，应当适用行为时的规定；新规定处罚较轻的，适用新规定。", AuditSeverity.Defect, "行政处罚法 第37条", AuditCure.At(DocumentCode.InvestigationReport))]
                : [];
    }

    public static IEnumerable<AuditFinding>? BasisCited(Dossier dossier)
    {
        var state = dossier.State;
        if ((state.Decision?.PenaltyBasis ?? state.OnSpot?.PenaltyBasis ?? state.Conclusion?.PenaltyBasis) is not { } cited) return null;
        if (state.Penalties.Count == 0 && state.Decision is not null) return null;
        var laws = Laws().Matches(state.Item!.Basis).Select(law => law.Value).ToHashSet();
        return laws.Count == 0 || Laws().Matches(cited + state.Decision?.RangeBasis).Any(law => laws.Contains(law.Value)) ? []
            : [new("basis-not-of-item", $"引用的处罚依据“{cited.TrimEnd('。')}”不在事项{state.Item.Code}的依据（{state.Item.Basis}）之内。", AuditSeverity.Defect, "行政处罚法 第4、38条",
                AuditCure.At(state.OnSpot is null ? DocumentCode.InvestigationReport : DocumentCode.OnSpotDecision))];
    }

    public static IEnumerable<AuditFinding>? Officers(Dossier dossier)
    {
        var acts = Acts(dossier.State).ToList();
        return acts.Count == 0 ? null : acts.SelectMany(act => dossier.Facts.Crew(dossier.State.Subject!.Code, [.. act.Officers.Select(officer => officer.Id)], act.On).Refusals
            .Select(refusal => new AuditFinding("officers-not-certified", $"{ChineseText.Date(act.On)}{act.Title}：{refusal.Message}", AuditSeverity.Serious, refusal.Basis?.Text ?? "行政处罚法 第42条", act.Cure)));
    }

    public static IEnumerable<AuditFinding>? Signers(Dossier dossier)
    {
        var state = dossier.State;
        var signed = new (string Title, CaseSigner? Signer, DateOnly? On, AuditCure Cure)[]
        {
            ("立案", state.Filing?.Signer, state.Filing?.On, AuditCure.At(DocumentCode.FilingApproval)),
            ("决定", state.Decision?.Signer, state.Decision?.On, AuditCure.At(DocumentCode.DecisionApproval)),
            ("结案", state.Closing?.Signer, state.Closing?.On, AuditCure.At(DocumentCode.ClosingApproval)),
        }.Where(one => one.Signer?.OfficerId is not null).ToList();
        return signed.Count == 0 ? null : signed.Where(one => dossier.Facts.Signer(one.Signer!.OfficerId!, state.Subject!.Code, one.On!.Value) is null)
            .Select(one => new AuditFinding("signer-not-head", $"{ChineseText.Date(one.On!.Value)}{one.Title}由{one.Signer!.Name}（{one.Signer.Post}）签批，当日不是{state.Subject!.Name}的负责人，也没有书面签批授权。",
                AuditSeverity.Serious, "行政处罚法 第57条", one.Cure));
    }

    public static IEnumerable<AuditFinding>? Duties(Dossier dossier)
    {
        var state = dossier.State;
        if (state.Procedure == CaseProcedure.Simple) return null;
        var people = state.Investigators.Concat(state.Course.Approvers).Concat(state.Reviews.Select(round => round.Reviewer.Id)).Concat(state.Hearing.Notices.SelectMany(notice => new[] { notice.Host.Id, notice.Recorder.Id })).Distinct();
        return people.SelectMany(person => Pairs(Separation.DutiesOf(state, person))
            .Where(pair => Separation.Find(pair.One, pair.Other) is not null)
            .Select(pair => new AuditFinding("duties-joined", $"同一人员在本案中既承担“{Separation.Title(pair.One)}”又承担“{Separation.Title(pair.Other)}”。", AuditSeverity.Serious, Separation.Find(pair.One, pair.Other), null)));
    }

    /// <summary>Everything officers did in the case, with the day it was done.</summary>
    private static IEnumerable<(string Title, DateOnly On, IReadOnlyList<CaseOfficer> Officers, AuditCure Cure)> Acts(CaseState state)
    {
        foreach (var (index, record) in state.Inspections.Index()) yield return ("现场检查", record.On, record.Officers, AuditCure.At(DocumentCode.InspectionRecord, index));
        foreach (var (index, record) in state.Interviews.Index()) yield return ("询问", record.On, record.Officers, AuditCure.At(DocumentCode.InterviewRecord, index));
        if (state.CorrectionCheck is { } check) yield return ("复查", check.On, check.Officers, AuditCure.At(CaseStep.CheckCorrection));
        if (state.Conclusion is { } conclusion) yield return ("调查终结", conclusion.On, conclusion.Officers, AuditCure.At(DocumentCode.InvestigationReport));
        if (state.DefenceReview is { } review) yield return ("复核陈述申辩", review.On, review.Officers, AuditCure.At(DocumentCode.DefenceReview));
        if (state.OnSpot is { } onSpot) yield return ("当场处罚", onSpot.On, onSpot.Officers, AuditCure.At(DocumentCode.OnSpotDecision));
        foreach (var (index, service) in CaseDocuments.Services(state).Index())
            if (service.Service is { } served) yield return ($"送达{service.Title}", served.On, served.Officers, AuditCure.At(DocumentCode.ServiceReceipt, index));
        foreach (var (index, one) in state.Measures.Samples.Index()) yield return ("抽样取证", one.On, one.Officers, AuditCure.At(DocumentCode.SamplingNotice, index));
        foreach (var (index, one) in state.Measures.Preservations.Index()) yield return ("先行登记保存", one.Made.On, one.Made.Officers, AuditCure.At(DocumentCode.PreservationNotice, index));
        foreach (var (index, one) in state.Measures.Sealings.Index()) yield return (MeasurePhrases.Title(one.Made.Kind), one.Made.On, one.Made.Officers, AuditCure.At(DocumentCode.SealingRecord, index));
        if (state.Measures.Demolished is { } demolished) yield return ("强制拆除", demolished.On, demolished.Officers, AuditCure.At(DocumentCode.DemolitionDecision));
    }

    private static IEnumerable<(CaseDuty One, CaseDuty Other)> Pairs(IReadOnlyList<CaseDuty> duties) =>
        duties.SelectMany((one, index) => duties.Skip(index + 1).Select(other => (one, other)));

    [GeneratedRegex("《[^》]+》")]
    private static partial Regex Laws();
}
