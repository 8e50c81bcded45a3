using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Inspections;

namespace Lianzhi.Web.Features.Inspections;

/// <summary>The rows of one inspection (行政检查卷) together.</summary>
/// <param name="Row">The inspection.</param>
/// <param name="Officers">Its officers.</param>
/// <param name="Items">Its checklist in order.</param>
/// <param name="Scenes">Samplings and interviews, oldest first.</param>
/// <param name="Together">Full names of the other subjects of the visit.</param>
/// <param name="ComplaintTo">Where the enterprise complains.</param>
public sealed record InspectionFolder(
    InspectionRow Row, IReadOnlyList<InspectionOfficerRow> Officers, IReadOnlyList<InspectionItemRow> Items, IList<InspectionSceneRow> Scenes, IReadOnlyList<string> Together, string ComplaintTo)
{
    /// <summary>Where the enterprise may turn against an order to correct, on the day of the conclusion.</summary>
    public required CaseRemedies Remedies { get; init; }

    /// <summary>Changes of its officers, oldest first.</summary>
    public IReadOnlyList<InspectionCrewChangeRow> Changes { get; init; } = [];

    /// <summary>Who was drawn for it; empty when it is not of a draw.</summary>
    public IReadOnlyList<DrawnOfficer> Drawn { get; init; } = [];

    /// <summary>Where it stands, for reach.</summary>
    public Placement Placement => new(Row.Unit, Row.Area, [.. Officers.Select(officer => officer.OfficerId)]);

    /// <summary>As rules and papers read it now.</summary>
    public InspectionFile File => new()
    {
        Id = Row.Id,
        Number = Row.Number,
        Unit = Row.Unit,
        UnitName = Row.UnitName,
        TargetName = Row.TargetName,
        TargetCode = Row.TargetCode,
        TargetAddress = Row.TargetAddress,
        Source = Row.Source,
        Reason = Row.Reason,
        Stage = Row.Stage,
        Urgent = Row.Urgent,
        Day = Row.Day,
        Scope = Row.Scope.Split('|'),
        Basis = Row.Basis,
        Helpers = Row.Helpers,
        Frequency = new(Row.YearCount, Row.YearCap, Row.YearGranted),
        BeyondGround = Row.BeyondGround,
        BeyondReference = Row.BeyondReference,
        BeyondReason = Row.BeyondReason,
        ProposedBy = Row.ProposedBy,
        ProposerName = Row.ProposerName,
        ProposedOn = Row.ProposedOn,
        Officers = [.. Officers.Select(officer => new CaseOfficer(officer.OfficerId, officer.Name, officer.Certificate, officer.Home))],
        ApprovedCrew = [.. (Row.ApprovedCrew ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|')).Select(parts => new DrawnOfficer(parts[0], parts[1]))],
        Drawn = Drawn,
        Changes = [.. Changes.Select(change => change.ToChange())],
        Items = [.. Items.Select(item => item.ToItem())],
        Scenes = [.. Scenes.Select(scene => scene.ToScene())],
        Together = Together,
        ComplaintTo = ComplaintTo,
        Remedies = Remedies,
        Approval = Row is { ApprovedOn: { } on, SignerAccount: { } account } ? new(on, new CaseSigner(account, Row.SignerName!, Row.SignerPost!, Row.SignerAuthorisation), Row.Opinion!) : null,
        Notice = Row is { NoticeNumber: { } number, NoticedOn: { } noticed } ? new(number, noticed, Row.Manner!.Value, Row.MannerReason, Row.NoticeReceiver!) : null,
        Start = Row.StartedAt is { } started ? new(started, Row.Place!, Row.StartedBy!) : null,
        Recorded = Row.RecordedAt is { } recorded ? new(recorded, Row.Present!, Row.Situation!, Row.PartyOpinion!, Row.SignedBy, Row.RefusedBecause, Row.Witness) : null,
        Outcome = Row.Conclusion is { } conclusion ? new(conclusion, Row.ConclusionText!, Row.ConcludedOn!.Value, Row.CorrectionNumber, Row.Demand, Row.CorrectionDueOn, Row.TransferTo, Row.TransferNumber) { All = InspectionOutcome.Of(conclusion, [.. Items.Select(item => item.ToItem())]) } : null,
        Receipt = Row is { TransferReceivedOn: { } taken, TransferReceivedBy: { } taker } ? new(taken, taker) : null,
        Told = Row.ResultNumber is { } result ? new(result, Row.ToldOn!.Value, Row.ResultReceiver!) : null,
        Recheck = Row.RecheckedAt is { } rechecked ? new(rechecked, Row.Corrected!.Value, Row.RecheckFindings!, [.. Row.RecheckOfficers!.Split('\n').Select(line => line.Split('|')).Select(parts => new CaseOfficer(parts[0], parts[1], parts[2], parts[3]))]) : null,
        Feedback = Row.Grade is { } grade ? new(grade, Row.FeedbackText, Row.FeedbackAt!.Value) : null,
    };
}
