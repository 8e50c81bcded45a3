using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Documents.Audit;
using Lianzhi.Core.Evidence;
using Lianzhi.Core.Tests.Cases;
using Lianzhi.Core.Tests.Evidence;
using static Lianzhi.Core.Tests.Cases.CaseScenario;
using static Lianzhi.Core.Tests.Cases.ExecutionScenario;
using static Lianzhi.Core.Tests.Evidence.EvidenceScenario;

namespace Lianzhi.Core.Tests.Documents;

public sealed class DossierAuditTests
{
    private static readonly DateTimeOffset Early = At("2026-02-01 09:00");

    /// <summary>One thing wrong in a finished case, for each thing an audit can find; the sentence after the code is part of it.</summary>
    private static readonly (string Code, Func<Dossier> Broken)[] Faults =
    [
        ("no-subject-on-filing-day", () => Of(Closed().State, state => state with { Item = state.Item! with { Code = "ZZ-999" } })),
        ("other-subject-on-filing-day", () => Of(Closed().State, state => state with { Subject = state.Subject! with { Code = "cg" } })),
        ("item-not-in-force-on-act", () => Of(Closed().State, state => state with { Item = state.Item! with { Code = "ZZ-999" } })),
        ("basis-changed-since-act", () => Of(Closed().State, state => state with { Item = state.Item! with { Basis = "《旧法》第一条" } })),
        ("basis-not-of-item", () => Of(Closed().State, state => state with { Decision = state.Decision! with { PenaltyBasis = "《中华人民共和国行政许可法》第一条" } })),
        ("officers-not-certified", () => Of(Closed().State, state => state with { Inspections = [state.Inspections[0] with { Officers = [state.Officers[0]] }] })),
        ("signer-not-head", () => Of(Closed().State, state => state with { Decision = state.Decision! with { Signer = state.Decision.Signer with { OfficerId = "chief" } } })),
        ("duties-joined", () => Of(Closed().State, state => state with { Investigators = [.. state.Investigators, "head"] })),
        ("date-before-cause", () => Of(Closed().State, state => state with { Conclusion = state.Conclusion! with { At = Early } })),
        ("acts-overlap", () => Of(Closed().State, state => state with { Interviews = [state.Interviews[0] with { At = state.Inspections[0].At.AddMinutes(5) }] })),
        ("deadline-missed", () => Of(Closed().State, state => state with { Filing = state.Filing! with { At = At("2025-11-03 09:00") } })),
        ("certificates-not-shown", () => Of(Closed().State, state => state with { Interviews = [state.Interviews[0] with { CertificatesShown = false }] })),
        ("notice-not-served", () => Of(Closed().State, state => state with { Notice = null })),
        ("defence-period-running", () => Of(Closed().State, state => state with { Notice = state.Notice! with { DefenceDueOn = state.Decision!.On } })),
        ("oral-notice-missing", () => Of(CaseScenario.OnSpot().State, state => state with { OnSpot = state.OnSpot! with { OralNotice = false } })),
        ("defence-not-reviewed", () => Of(Closed().State, state => state with { Defences = [new(At("2026-03-17 09:00"), true, "请求从轻", 0)] })),
        ("hearing-right-not-told", () => Of(Heavy(), state => state with { Notice = state.Notice! with { HearingRightTold = false } })),
        ("hearing-not-held", () => Of(Heavy(), state => state with { Hearing = CaseHearing.None })),
        ("hearing-notice-late", () => Of(Heavy(), state => state with { Hearing = state.Hearing with { Notice = state.Hearing.Notice! with { Service = state.Hearing.Notice.Service with { On = Day("2026-03-27") } } } })),
        ("hearing-not-answered", () => Of(Heavy(), state => state with { Decision = state.Decision! with { HearingAnswer = null } })),
        ("heavier-than-notified", () => Of(Closed().State, state => state with { Notice = state.Notice! with { Penalties = [new(PenaltyKind.Fine, 1_00)] } })),
        ("legal-review-missing", () => Of(Heavy(), state => state with { Review = null })),
        ("collective-discussion-missing", () => Of(Heavy(), state => state with { Course = state.Course with { Discussion = null } })),
        ("sealing-unapproved", () => Of(Measure.Seized().State, state => state with { Measures = state.Measures with { Sealings = [state.Measures.Sealings[0] with { Approved = false }] } })),
        ("measure-review-missing", () => Of(OccasionalScenario.Demolished().State, state => state with { Reviews = [] })),
        ("no-evidence", () => Of(Closed().State, state => state with { Conclusion = state.Conclusion! with { Evidence = [] } })),
        ("evidence-kind", () => Of(Closed().State, state => state with { Conclusion = state.Conclusion! with { Evidence = [new("传闻", "群众反映", "占道")] } })),
        ("evidence-proves-nothing", () => Of(Closed().State, state => state with { Conclusion = state.Conclusion! with { Evidence = [new("书证", "台账", "")] } })),
        ("recording-missing", () => Of(Measure.Seized().State)),
        ("evidence-after-decision", () => Of(Closed().State) with { Evidence = [Photo(At("2026-03-30 09:00"))] }),
        ("identity-differs", () => OnPaper(Closed().State, DocumentCode.CorrectionOrder, text => text.Replace("91350603MA000001XL", "91350603MA000001XJ", StringComparison.Ordinal))),
        ("credit-code-invalid", () => Of(Closed().State, state => state with { Party = state.Party! with { Identifier = "91350603MA000001X1" } })),
        ("amount-words-differ", () => OnPaper(Closed().State, DocumentCode.PenaltyDecision, text => text.Replace("贰万元整", "贰拾万元整", StringComparison.Ordinal))),
        ("differs-from-discussion", () => Of(Heavy(), state => state with { Course = state.Course with { Discussion = state.Course.Discussion! with { Penalties = [new(PenaltyKind.Fine, 1_00)] } } })),
        ("penalty-not-on-paper", () => OnPaper(Closed().State, DocumentCode.PenaltyDecision, text => text.Replace("贰万", "叁万", StringComparison.Ordinal))),
        ("discretion-amount-differs", () => Of(Closed().State, state => state with { Decision = state.Decision! with { Discretion = "从轻，罚款3万元。" } })),
        ("field-open", () => OnPaper(Closed().State, DocumentCode.CorrectionOrder, text => text + "【待送达】")),
        ("party-field-unknown", () => Of(Closed().State, state => state with { Party = state.Party! with { Representative = null } })),
        ("number-missing", () => Of(Closed().State, state => state with { Correction = state.Correction! with { Number = "" } })),
        ("number-twice", () => Of(Closed().State, state => state with { Correction = state.Correction! with { Number = state.Decision!.Number } })),
        ("remedies-not-told", () => Of(Closed().State, state => state with { Decision = state.Decision! with { Remedies = state.Decision.Remedies with { Court = "" } } })),
        ("paper-not-served", () => Of(Decided().State)),
        ("receiver-missing", () => Serving(service => service with { Receiver = "" })),
        ("left-without-witness", () => Serving(service => service with { Method = ServiceMethod.Left })),
        ("no-electronic-consent", () => Serving(service => service with { Method = ServiceMethod.Electronic })),
        ("carrier-missing", () => Serving(service => service with { Method = ServiceMethod.Post })),
        ("announcement-before-other-methods", () => Serving(service => service with { Method = ServiceMethod.Announcement })),
        ("announcement-too-short", () => Serving(service => service with { Method = ServiceMethod.Announcement, EffectiveOn = service.On.AddDays(29) })),
        ("not-performed", () => Of(Closed().State, state => state with { Payments = [] })),
        ("receipt-missing", () => Of(Closed().State, state => state with { Payments = [state.Payments[0] with { Receipt = "" }] })),
        ("receipt-twice", () => Of(Closed().State, state => state with { Payments = [.. state.Payments, .. state.Payments] })),
        ("correction-not-checked", () => Of(Closed().State, state => state with { CorrectionCheck = null })),
        ("publication-undecided", () => Of(Closed().State, state => state with { Publication = null, Published = null })),
        ("published-before-service", () => Of(Closed().State, state => state with { Published = state.Published! with { At = Early } })),
        ("publicity-not-told", () => Of(Closed().State, state => state with { Service = state.Service! with { PublicityTold = false } })),
        ("publication-not-withdrawn", () => Of(Annulled().State)),
        ("paper-not-made", () => Of(Closed().State, state => state with { Defences = [new(At("2026-03-17 09:00"), true, "请求从轻", 0)] })),
        ("pages-too-few", () => Of(Archived().State, state => state with { Execution = state.Execution with { Archive = state.Execution.Archive! with { Pages = 3 } } })),
    ];

    public static TheoryData<string> Codes => [.. Faults.Select(fault => fault.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Run_WithOneThingWrong_FindsItAndSaysWhere(string code)
    {
        var finding = DossierAudit.Run(Faults.Single(fault => fault.Code == code).Broken()).Findings.First(finding => finding.Code == code);
        Assert.EndsWith("。", finding.Text, StringComparison.Ordinal);
        Assert.True(finding.Basis is not null || finding.Severity != AuditSeverity.Serious, "A grave finding names its article.");
    }

    [Fact]
    public void Run_OnLawfulCases_FindsNothingGrave()
    {
        foreach (var state in new[] { Archived().State, Heavy(), CaseScenario.OnSpot().State, Proposed().State, Noticed().State, CourtApplied().State })
        {
            var report = DossierAudit.Run(Of(state));
            Assert.True(report.Count(AuditSeverity.Serious) == 0, string.Join("\n", report.Findings));
        }
    }

    [Fact]
    public void Run_OnAnArchivedCase_PassesEveryCheckItConcerns() => Snapshot.Match("audit-archived.txt", Text(DossierAudit.Run(Of(Archived().State, state => state with { Evidence = Investigated().With((Pictured(), [EvidenceScenario.Photo])).Evidence }))));

    [Fact]
    public void Run_WhileTheCaseRuns_DoesNotAskForWhatIsNotDue() => Snapshot.Match("audit-noticed.txt", Text(DossierAudit.Run(Of(Noticed().State, state => state with { Evidence = Investigated().With((Pictured(), [EvidenceScenario.Photo])).Evidence }))));

    [Fact]
    public void Run_WhenTheReviewSentItBack_CallsItWorkToDo()
    {
        var sentBack = InReview().As("reviewer").On("2026-04-02 10:00").Do(new ConcludeReview(ReviewOpinion.Amend, [new(ReviewAspect.Law, "条款有误")], "")).State;
        Assert.Equal(AuditSeverity.Hint, DossierAudit.Run(Of(sentBack)).Findings.Single(finding => finding.Code == "legal-review-not-passed").Severity);
        var decided = Of(Heavy(), state => state with { Review = sentBack.Review });
        Assert.Equal(AuditSeverity.Serious, DossierAudit.Run(decided).Findings.Single(finding => finding.Code == "legal-review-not-passed").Severity);
    }

    [Fact]
    public void Coercion_ReviewedBeforeItWasDecided_Passes()
    {
        var state = OccasionalScenario.Demolished().State;
        Assert.DoesNotContain(DossierAudit.Run(Of(state)).Findings, finding => finding.Code == "measure-review-missing");
        // An opinion after the decision came too late.
        var late = state with { Reviews = [.. state.Reviews.Select(round => round with { Conclusion = round.Conclusion! with { At = state.Measures.Demolition!.At.AddDays(1) } })] };
        Assert.Contains(DossierAudit.Run(Of(late)).Findings, finding => finding.Code == "measure-review-missing" && finding.Severity == AuditSeverity.Serious);
        // The district's setting asks for none before a seizure.
        Assert.Equal(AuditVerdict.Passed, DossierAudit.Run(Of(Measure.Seized().State)).Checks.Single(check => check.Code == "coercion-reviewed").Verdict);
    }

    [Fact]
    public void Recordings_WithAWholeFilm_Pass()
    {
        var dossier = Of(Measure.Seized().State);
        var (from, until) = (dossier.State.Measures.Sealings[0].Made.At, dossier.State.Measures.Sealings[0].Made.Until);
        var filmed = Measure.Seized().With((Pictured() with { At = from, Until = until, Act = new(RecordedActKind.Sealing, 0) }, [Film]));
        Assert.DoesNotContain(DossierAudit.Run(dossier with { State = filmed }).Findings, finding => finding.Code == "recording-missing");
    }

    private static CaseState Heavy() => DecidedAfterHearing().State;

    private static DossierEvidence Photo(DateTimeOffset at) => new("e1", "现场照片", "视听资料", "photo.jpg", "image/jpeg", new string('a', 64), at);

    private static Dossier Of(CaseState state, Func<CaseState, CaseState>? change = null)
    {
        var changed = change?.Invoke(state) ?? state;
        var scenario = Begin();
        return new(changed, Dossier.PapersOf(changed), [], scenario.Context().Facts, CaseDays.Of(state.LastAt!.Value));
    }

    private static Dossier Serving(Func<CaseService, CaseService> change) =>
        Of(Closed().State, state => state with { Service = state.Service! with { Service = change(state.Service.Service) } });

    /// <summary>The file with one paper as it was issued, its text changed.</summary>
    private static Dossier OnPaper(CaseState state, DocumentCode code, Func<string, string> change)
    {
        var dossier = Of(state);
        return dossier with
        {
            Papers = [.. dossier.Papers.Select(paper => paper.Paper.Kind.Code != code ? paper : paper with
            {
                Content = paper.Content with { Blocks = [.. paper.Content.Blocks.Select(block => block is Paragraph line ? line with { Text = change(line.Text) } : block)] },
            })],
        };
    }

    private static string Text(AuditReport report) => string.Concat(report.Checks.Select(check =>
        $"{check.Verdict,-12} {check.Code} {check.Title}\n{string.Concat(check.Findings.Select(finding => $"    {finding.Severity} {finding.Code} {finding.Text}\n"))}"));
}
