using System.ComponentModel.DataAnnotations;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Records;
using Lianzhi.Web.Platform.Crypto;

namespace Lianzhi.Web.Features.Cases;

/// <summary>
/// A case as lists show it (案件). Written in the transaction of its event and made from its events alone, so it
/// can be rebuilt from the record at any time and is no record by itself.
/// </summary>
public sealed class CaseRow
{
    /// <summary>Stands for "nothing due" in <see cref="DueOn"/>, so that lists sort by it.</summary>
    public static readonly DateOnly NoDue = Core.Calendar.DateText.Last;

    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>立案号; null before filing.</summary>
    [MaxLength(60)] public string? Number { get; set; }

    /// <summary>Party and conduct.</summary>
    [MaxLength(400)] public required string Title { get; set; }

    /// <summary>Party as papers name it.</summary>
    [MaxLength(200)] public required string PartyName { get; set; }

    /// <summary>Party masked where it is a person.</summary>
    [MaxLength(200)] public required string MaskedPartyName { get; set; }

    /// <summary>SM3 of what identifies the party, to find fines for the same conduct.</summary>
    [MaxLength(64)] public required string PartyKey { get; set; }

    /// <summary>Enforcement item.</summary>
    [MaxLength(20)] public required string ItemCode { get; set; }

    /// <summary>案由.</summary>
    [MaxLength(200)] public required string Cause { get; set; }

    /// <summary>Subject.</summary>
    [MaxLength(40)] public required string Unit { get; set; }

    /// <summary>Full name of the subject.</summary>
    [MaxLength(100)] public required string UnitName { get; set; }

    /// <summary>Township of the place.</summary>
    [MaxLength(9)] public required string Township { get; set; }

    /// <summary>Area of the place.</summary>
    [MaxLength(10)] public string? Area { get; set; }

    /// <summary>The clue.</summary>
    [MaxLength(26)] public string? ClueId { get; set; }

    /// <summary>Ordinary or simple.</summary>
    [MaxLength(20)] public required CaseProcedure Procedure { get; set; }

    /// <summary>Stage.</summary>
    [MaxLength(20)] public required CaseStage Stage { get; set; }

    /// <summary>Officers on the case, names.</summary>
    [MaxLength(200)] public required string OfficerNames { get; set; }

    /// <summary>Day of the conduct.</summary>
    public required DateOnly ActOn { get; set; }

    /// <summary>Day of the first event.</summary>
    public required DateOnly OpenedOn { get; set; }

    /// <summary>立案 day.</summary>
    public DateOnly? FiledOn { get; set; }

    /// <summary>Day of decision.</summary>
    public DateOnly? DecidedOn { get; set; }

    /// <summary>Number of the decision.</summary>
    [MaxLength(60)] public string? DecisionNumber { get; set; }

    /// <summary>非税缴款码; null before one was taken down.</summary>
    [MaxLength(PaymentCodes.Longest)] public string? PaymentCode { get; set; }

    /// <summary>Day it counts as served.</summary>
    public DateOnly? ServedOn { get; set; }

    /// <summary>结案 day.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>Fine in fen as it stands; none once it was annulled.</summary>
    public required long FineFen { get; set; }

    /// <summary>Nearest day that binds; <see cref="NoDue"/> when nothing is owed.</summary>
    public required DateOnly DueOn { get; set; }

    /// <summary>Which clock that is.</summary>
    [MaxLength(40)] public string? DueClock { get; set; }

    /// <summary>Number of the last entry of the record.</summary>
    public required long Version { get; set; }

    /// <summary>The row of a state.</summary>
    public static CaseRow Of(CaseState state)
    {
        var summary = CaseProjection.Row(state);
        return new CaseRow
        {
            Id = summary.Id,
            Number = summary.Number,
            Title = summary.Title,
            PartyName = summary.PartyName,
            MaskedPartyName = summary.MaskedPartyName,
            PartyKey = KeyOf(state.Party!, state.Id),
            ItemCode = summary.ItemCode,
            Cause = summary.Cause,
            Unit = summary.SubjectCode,
            UnitName = summary.SubjectName,
            Township = summary.Township,
            Area = summary.Area,
            ClueId = summary.ClueId,
            Procedure = summary.Procedure,
            Stage = summary.Stage,
            OfficerNames = summary.OfficerNames,
            ActOn = state.ActOn!.Value,
            OpenedOn = summary.OpenedOn,
            FiledOn = summary.FiledOn,
            DecidedOn = summary.DecidedOn,
            DecisionNumber = summary.DecisionNumber,
            PaymentCode = state.Execution.PaymentCode?.Code,
            ServedOn = summary.ServedOn,
            ClosedOn = summary.ClosedOn,
            FineFen = summary.FineFen,
            DueOn = summary.DueOn ?? NoDue,
            DueClock = summary.DueClock,
            Version = summary.Version,
        };
    }

    /// <summary>
    /// What tells one party from another: identifier where known, otherwise the name. Once that was erased by law nobody can tell: the
    /// party of each such case is one of its own.
    /// </summary>
    public static string KeyOf(CaseParty party, string caseId)
    {
        var known = party.CreditCode ?? party.Identifier ?? party.Name;
        return Sm3.Hex(known.Contains(Payload.Redacted, StringComparison.Ordinal) ? $"{party.Kind}|{known}|{caseId}" : $"{party.Kind}|{known}");
    }

    /// <summary>Where a case stands for permission.</summary>
    public static Placement PlacementOf(CaseState state) =>
        new(state.Subject!.Code, state.Place!.Area,
        [.. state.Officers.Select(officer => officer.Id), .. state.Review is { } round ? [round.Reviewer.Id] : Array.Empty<string>(), .. state.Reviews.Where(one => one.Submission.Measure is not null).Select(one => one.Reviewer.Id)]);
}

/// <summary>An officer on a case (办案人员), for lists by person; made from the events like its case.</summary>
public sealed class CaseOfficerRow
{
    /// <summary>The officer.</summary>
    [MaxLength(64)] public required string OfficerId { get; init; }

    /// <summary>The case.</summary>
    [MaxLength(26)] public required string CaseId { get; init; }

    /// <summary>When the case is next due, as its row says.</summary>
    public required DateOnly DueOn { get; set; }
}

/// <summary>The last serial of a kind of paper of a unit in a year (文号).</summary>
public sealed class DocumentNumberRow
{
    /// <summary>Unit.</summary>
    [MaxLength(40)] public required string Unit { get; init; }

    /// <summary>文种.</summary>
    [MaxLength(10)] public required string Genre { get; init; }

    /// <summary>Year.</summary>
    public required int Year { get; init; }

    /// <summary>Last serial given.</summary>
    public required long Last { get; set; }
}
