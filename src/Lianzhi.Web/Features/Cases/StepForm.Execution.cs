using System.Globalization;
using Lianzhi.Core;
using Lianzhi.Core.Cases;

namespace Lianzhi.Web.Features.Cases;

/// <summary>The part of the form for steps after the decision.</summary>
public sealed partial class StepForm
{
    public string? Carrier { get; set; }
    public string? Paper { get; set; }
    public string? Number { get; set; }
    public string? ElectronicAddress { get; set; }
    public string? Plan { get; set; }
    public string? Note { get; set; }
    public string? Duty { get; set; }
    public string? LandedOn { get; set; }
    public string? CopyOn { get; set; }
    public string? Pages { get; set; }
    public string[]? Papers { get; set; }

    private CaseCommand? Executing(CaseStep step, Func<DateTimeOffset> at, List<Refusal> faults) => step switch
    {
        CaseStep.ConfirmAddress => new ConfirmAddress(at(), Address ?? "", Blank(Phone), Blank(ElectronicAddress), Confirmed, Present ?? ""),
        CaseStep.StartService => new StartService(at(), One(Paper, ServedPaper.Decision), One(Method, ServiceMethod.Post), Carrier ?? "", Reason ?? "", Officers),
        CaseStep.RecordFailedService => new RecordFailedService(at(), One(Paper, ServedPaper.Decision), One(Method, ServiceMethod.Direct), Place ?? "", Reason ?? "", Officers),
        CaseStep.ServePaper => new ServePaper(at(), One(Paper, ServedPaper.Surcharge), Service(), Officers),
        CaseStep.CollectCash => new CollectCash(at(), Fen(Fine, "fineFen", faults) ?? 0, One(Kind, CashGround.UpToHundred), Note ?? "", Receipt ?? "", MaybeDate(LandedOn, "landedOn", faults), Officers),
        CaseStep.HandInCash => new HandInCash(at(), Receiver ?? ""),
        CaseStep.BankCash => new BankCash(at(), Receipt ?? ""),
        CaseStep.ApplyDeferral => new ApplyDeferral(at(), One(Kind, DeferralKind.Later), Reason ?? "", Content ?? "", Whole(Attachments, "attachments", faults)),
        CaseStep.DecideDeferral => new DecideDeferral(Adopted, Adopted ? Instalments(faults) : [], Reason ?? ""),
        CaseStep.EndDeferral => new EndDeferral(Reason ?? ""),
        CaseStep.ImposeSurcharge => new ImposeSurcharge(Reason ?? ""),
        CaseStep.ServeDemand => new ServeDemand(at(), Content ?? "", Blank(Duty), Service(), Officers),
        CaseStep.HearDemand => new HearDemand(at(), Content ?? "", Findings ?? "", Adopted, Reason ?? "", Officers),
        CaseStep.ApplyToCourt => new ApplyToCourt(Content ?? "", Note ?? ""),
        CaseStep.RecordCourtAnswer => new RecordCourtAnswer(at(), One(Kind, CourtResult.Accepted), Number ?? "", Note ?? ""),
        CaseStep.DecideEnforcement => new DecideEnforcement(Content ?? ""),
        CaseStep.CarryOutEnforcement => new CarryOutEnforcement(at(), Instant(Until, "until", faults), Witness ?? "", Content ?? "", Confirmed, Officers),
        CaseStep.SuspendExecution => new SuspendExecution(at(), One(Kind, SuspensionGround.ReviewOrgan), Number ?? "", Reason ?? ""),
        CaseStep.ResumeExecution => new ResumeExecution(at(), Reason ?? ""),
        CaseStep.EndExecution => new EndExecution(One(Kind, EndGround.ObjectLost), Reason ?? ""),
        CaseStep.RecordReviewApplication => new RecordReviewApplication(at(), Present ?? "", Content ?? ""),
        CaseStep.RecordReviewProgress => new RecordReviewProgress(at(), One(Kind, ReviewProgress.Accepted), Number ?? ""),
        CaseStep.AnswerReview => new AnswerReview(at(), Content ?? ""),
        CaseStep.RecordReviewDecision => new RecordReviewDecision(at(), Number ?? "", One(Kind, RemedyResult.Upheld), Penalties(faults), Note ?? ""),
        CaseStep.RecordSuit => new RecordSuit(at(), Present ?? "", Number ?? "", Content ?? "", Date(CopyOn, "copyOn", faults)),
        CaseStep.AnswerSuit => new AnswerSuit(at(), Content ?? ""),
        CaseStep.RecordCourtHearing => new RecordCourtHearing(at(), Confirmed, Present ?? "", Blank(Reason)),
        CaseStep.RecordJudgment => new RecordJudgment(at(), Number ?? "", One(Kind, RemedyResult.Upheld), Penalties(faults), Note ?? ""),
        CaseStep.ReportOnSpot => new ReportOnSpot(at(), Receiver ?? ""),
        CaseStep.ArchiveCase => new ArchiveCase(Blank(ArchiveNumber), Content ?? "", Whole(Pages, "pages", faults), Blank(Note)),
        CaseStep.AssignOfficers => new AssignOfficers(Officers, Reason ?? ""),
        CaseStep.RegisterPlatformNumber => new RegisterPlatformNumber(Number ?? ""),
        CaseStep.EnterPapers => new EnterPapers(Entered(faults)),
        _ => null,
    };

    private static T One<T>(string? text, T otherwise) where T : struct, Enum => Enum.TryParse<T>(text, out var value) ? value : otherwise;

    private static DateOnly? MaybeDate(string? text, string field, List<Refusal> faults) => string.IsNullOrWhiteSpace(text) ? null : Date(text, field, faults);

    /// <summary>日期｜金额, a line each.</summary>
    private List<Instalment> Instalments(List<Refusal> faults)
    {
        var plan = new List<Instalment>();
        foreach (var parts in Lines(Plan).Select(line => line.Split('｜', '|', '，', ' ')))
        {
            var before = faults.Count;
            if (parts.Length == 2 && Date(parts[0].Trim(), "plan", faults) is var day && Fen(parts[1], "plan", faults) is { } fen && faults.Count == before) plan.Add(new(day, fen));
            else if (faults.Count == before) faults.Add(Refusal.Invalid("plan", "每行一期，写成：2026-05-08｜10000。"));
        }
        return plan;
    }

    /// <summary>Papers chosen as kind/index.</summary>
    private List<PlatformPaper> Entered(List<Refusal> faults)
    {
        var papers = new List<PlatformPaper>();
        foreach (var one in Papers ?? [])
        {
            var parts = one.Split('/');
            if (parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var index)) papers.Add(new(parts[0], index, One(Kind, PlatformWay.Entered), Blank(Number)));
            else faults.Add(Refusal.Invalid("papers", "没有这份文书。"));
        }
        return papers;
    }
}
