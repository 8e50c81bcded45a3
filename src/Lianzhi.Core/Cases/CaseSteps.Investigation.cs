namespace Lianzhi.Core.Cases;

public static partial class CaseSteps
{
    private static Result<CaseEvent> Inspect(CaseState state, RecordInspection c, StepContext context)
    {
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.Officers, CaseDays.Of(c.At));
        return Answer(
            [
                .. Begun(state, c.At, c.Until, c.Officers, context),
                Gates.Certificates(c.CertificatesShown),
                Given(c.Place, "place", "检查地点"),
                Given(c.Findings, "findings", "检查情况"),
                Given(c.Present, "present", "现场人员；无人在场的写明情况"),
                .. officers.Refusals,
            ],
            () => new SiteInspected(c.At, c.Until, c.Place, c.Present, c.CertificatesShown, c.Findings, c.PartyOpinion, c.SignatureRefused, officers.Value!));
    }

    private static Result<CaseEvent> Interview(CaseState state, RecordInterview c, StepContext context)
    {
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.Officers, CaseDays.Of(c.At));
        return Answer(
            [
                .. Begun(state, c.At, c.Until, c.Officers, context),
                Gates.Certificates(c.CertificatesShown),
                Given(c.Place, "place", "询问地点"),
                Given(c.Person, "person", "被询问人"),
                Given(c.Relation, "relation", "与本案的关系"),
                c.Answers.Count == 0 ? Refusal.Invalid("answers", "请填写询问内容。") : null,
                c.Answers.FirstOrDefault(answer => string.IsNullOrWhiteSpace(answer.Answer)) is { } open
                    ? Refusal.Invalid("answers", $"“{open.Question}”没有回答：没有问的，删去这一问；对方不回答的，写“不回答”。") : null,
                .. c.Reading is { } reading ? Read(reading) : [],
                .. officers.Refusals,
            ],
            () => new PartyInterviewed(c.At, c.Until, c.Place, c.Person, c.PersonIdentifier, c.Relation, c.CertificatesShown, c.Answers, c.SignatureRefused, officers.Value!, c.Reading));
    }

    private static IEnumerable<Refusal?> Read(InterviewReading reading) =>
        [
            reading.Pages is < 1 or > InterviewReading.MostPages ? Refusal.Invalid("reading.pages", $"页数应为 1–{InterviewReading.MostPages}。") : null,
            reading.Corrections < 0 ? Refusal.Invalid("reading.corrections", "改动处数不能小于零。") : null,
            !string.IsNullOrWhiteSpace(reading.Interpreter) && string.IsNullOrWhiteSpace(reading.Language) ? Refusal.Invalid("reading.language", "有翻译人员的，写明使用的语言。") : null,
        ];

    private static Result<CaseEvent> Order(CaseState state, OrderCorrection c, StepContext context)
    {
        var on = CaseDays.Of(c.At);
        var service = Delivery(state, c.Service, c.Officers, on, context.Facts);
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                Given(c.Breach, "breach", "违反的条款"),
                Given(c.Requirement, "requirement", "改正要求"),
                c.DueOn < on ? Refusal.Invalid("dueOn", "改正期限不能早于责令之日。") : null,
                .. service.Refusals,
            ],
            () => new CorrectionOrdered(c.At, context.Number, c.Breach, c.Requirement, c.DueOn, service.Value!, context.Facts.Settings(state.Subject!.Code, on).Remedies));
    }

    private static Result<CaseEvent> Check(CaseState state, CheckCorrection c, StepContext context)
    {
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.Officers, CaseDays.Of(c.At));
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                state.Correction is null && state.Decision is null && state.OnSpot is null
                    ? new("correction-not-ordered", "还没有责令改正，无从复查。", "行政处罚法 第28条") : null,
                Given(c.Findings, "findings", "复查情况"),
                .. officers.Refusals,
            ],
            () => new CorrectionChecked(c.At, c.Corrected, c.Findings, officers.Value!));
    }

    private static Result<CaseEvent> Conclude(CaseState state, ConcludeInvestigation c, StepContext context)
    {
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.Officers, CaseDays.Of(c.At));
        var cited = c.EvidenceIds?.Distinct(StringComparer.Ordinal).ToList();
        IReadOnlyList<CaseEvidence> evidence = [.. state.Evidence.Where(item => cited?.Contains(item.Id) == true).Select(item => item.InReport), .. c.Evidence];
        var assessment = context.Facts.Assess(new(state.Party!, state.ActOn!.Value, c.Proposal, state.Item!.LeadDepartment,
            c.MajorPublicInterest, c.ComplexFacts, c.MultipleLegalRelations, false, context.Today));
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                Gates.Investigated(state),
                Given(c.Facts, "facts", "查明的事实"),
                Given(c.Breach, "breach", "违反的条款"),
                Given(c.PenaltyBasis, "penaltyBasis", "处理依据"),
                Given(c.Discretion, "discretion", "裁量说明"),
                .. (cited ?? []).Select(id => Cited(state, id)),
                evidence.Count == 0 ? new("no-evidence", "没有证据。证据必须经查证属实，方可作为认定案件事实的根据。", "行政处罚法 第46条", "evidence") : null,
                c.IllegalGainFen < 0 ? Refusal.Invalid("illegalGainFen", "违法所得不能小于零。") : null,
                c.Proposal.Count > 0 ? Gates.NotBarred(assessment) : null,
                WorksheetFollowed(state, c, context),
                .. officers.Refusals,
            ],
            () => new InvestigationConcluded(c.At, c.Facts, evidence, c.Breach, c.PenaltyBasis, c.Discretion, c.IllegalGainFen, c.Proposal,
                c.MajorPublicInterest, c.ComplexFacts, c.MultipleLegalRelations, assessment, officers.Value!, cited is { Count: > 0 } ? cited : null));
    }

    /// <summary>What was excluded proves nothing (行政处罚法 第46条).</summary>
    private static Refusal? Cited(CaseState state, string id) => state.Evidence.FirstOrDefault(item => item.Id == id) switch
    {
        null => Refusal.Invalid("evidenceIds", "本案没有这件证据。"),
        { Excluded: not null } item => new("evidence-excluded", $"“{item.Collected.Title}”已经排除，不得作为认定案件事实的根据。", "行政处罚法 第46条第3款", "evidenceIds"),
        _ => null,
    };

    private static IEnumerable<Refusal?> Begun(CaseState state, DateTimeOffset at, DateTimeOffset until, IReadOnlyList<string> officers, StepContext context) =>
        [
            Gates.Time(state, at, context.Now),
            until < at ? Refusal.Invalid("until", "结束时间不能早于开始时间。") : until > context.Now ? Refusal.Invalid("until", "结束时间不能晚于现在。") : null,
            Gates.OfCase(state, officers),
        ];
}
