using Lianzhi.Core.Cases.Measures;

namespace Lianzhi.Core.Cases;

/// <summary>What the organisation says of a person as head of a unit on a day; only given for a head post or a written authorisation.</summary>
/// <param name="Name">Name.</param>
/// <param name="Post">The post, in words.</param>
/// <param name="Authorisation">The written 签批授权; null for the head himself.</param>
public sealed record SignerFact(string Name, string Post, string? Authorisation);

/// <summary>What the powers list says of an item in a place on a day.</summary>
/// <param name="Item">The item that day; null when there is none.</param>
/// <param name="Subject">The lawful subject; null when the case has to go elsewhere.</param>
/// <param name="Place">The place with its area that day.</param>
/// <param name="Reasons">Why.</param>
public sealed record CompetenceFact(CaseItem? Item, CaseSubject? Subject, CasePlace Place, IReadOnlyList<CaseReason> Reasons);

/// <summary>What 行政处罚法 第36条 says of an act.</summary>
/// <param name="Expired">Found too late.</param>
/// <param name="LimitOn">Last day it could be found.</param>
public sealed record LimitationFact(bool Expired, DateOnly LimitOn);

/// <summary>Practice values and names in force on the day (设置), each dated with its source.</summary>
/// <param name="DefenceDays">Working days for statement and defence.</param>
/// <param name="PublicationDays">Working days to publish.</param>
/// <param name="PublicityMinimumDays">Shortest term of publicity in days.</param>
/// <param name="PublicityMaximumDays">Longest term of publicity in days.</param>
/// <param name="Remedies">Review organ, court and bank for this subject.</param>
public sealed record CaseSettings(
    int DefenceDays, int PublicationDays, int PublicityMinimumDays, int PublicityMaximumDays, CaseRemedies Remedies);

/// <summary>What the rules of procedure are asked about a penalty.</summary>
/// <param name="Party">The party.</param>
/// <param name="ActOn">Day of the conduct.</param>
/// <param name="Penalties">Penalties.</param>
/// <param name="LeadDepartment">Department of the matter.</param>
/// <param name="MajorPublicInterest">涉及重大公共利益.</param>
/// <param name="ComplexFacts">疑难复杂.</param>
/// <param name="MultipleLegalRelations">多个法律关系.</param>
/// <param name="Heard">A hearing was held.</param>
/// <param name="On">Day whose settings apply.</param>
public sealed record AssessmentQuestion(
    CaseParty Party, DateOnly ActOn, IReadOnlyList<CasePenalty> Penalties, string LeadDepartment, bool MajorPublicInterest, bool ComplexFacts,
    bool MultipleLegalRelations, bool Heard, DateOnly On);

/// <summary>
/// Everything a step may ask of the world (事实), handed in so that steps stay pure: the calendar, the roster,
/// the powers list, the rules of procedure, the settings.
/// </summary>
public sealed record CaseFacts
{
    /// <summary>Last day of a period of so many working days after a day.</summary>
    public required Func<DateOnly, int, DateOnly> WorkingDaysAfter { get; init; }

    /// <summary>Last day of a period of so many calendar days after a day, moved to a working day.</summary>
    public required Func<DateOnly, int, DateOnly> DaysAfter { get; init; }

    /// <summary>True on a working day.</summary>
    public required Func<DateOnly, bool> IsWorkingDay { get; init; }

    /// <summary>The clocks of a case on a day.</summary>
    public required Func<CaseState, DateOnly, IReadOnlyList<Clocks.Clock>> Clocks { get; init; }

    /// <summary>Officers who act for a subject on a day, by id; refused when they are not two certified officers of it.</summary>
    public required Func<string, IReadOnlyList<string>, DateOnly, Result<CaseOfficer[]>> Crew { get; init; }

    /// <summary>A person (officer id) as signer of a unit on a day; null when the person may not sign for it.</summary>
    public required Func<string, string, DateOnly, SignerFact?> Signer { get; init; }

    /// <summary>Code of the unit of this district with a full or short name on a day (区内单位); null for an organ outside.</summary>
    public Func<string, DateOnly, string?> UnitNamed { get; init; } = (_, _) => null;

    /// <summary>Competence for an item code, a township code, an address and a day.</summary>
    public required Func<string, string, string, DateOnly, CompetenceFact> Competence { get; init; }

    /// <summary>Limitation for the act's last day, the day of discovery, and harm to life, health or finance.</summary>
    public required Func<DateOnly, DateOnly, bool, LimitationFact> Limitation { get; init; }

    /// <summary>The rules of procedure.</summary>
    public required Func<AssessmentQuestion, PenaltyAssessment> Assess { get; init; }

    /// <summary>Settings for a subject on a day.</summary>
    public required Func<string, DateOnly, CaseSettings> Settings { get; init; }

    /// <summary>Decisions that already fined this party for conduct of this day, under this item or in this township.</summary>
    public required Func<CaseParty, string, DateOnly, IReadOnlyList<EarlierFine>> EarlierFines { get; init; }

    /// <summary>What a worksheet of discretion looks up; nothing unless it was looked up for this step.</summary>
    public Discretion.PartyHistory History { get; init; } = Discretion.PartyHistory.None;

    /// <summary>What hearing, review, discussion and interruptions ask.</summary>
    public required ProcedureFacts Procedure { get; init; }

    /// <summary>Which act is recorded how, by the settings of a day.</summary>
    public required Func<DateOnly, Evidence.RecordingPolicy> Recording { get; init; }

    /// <summary>What measures and transfers ask.</summary>
    public required MeasureFacts Measures { get; init; }
}

/// <summary>Who acts, when, and on what knowledge.</summary>
/// <param name="Account">Account id of who acts.</param>
/// <param name="OfficerId">The officer of the account; null otherwise.</param>
/// <param name="Now">Now, truncated to microseconds.</param>
/// <param name="Number">Number allotted to the paper of this step; empty when it makes none.</param>
/// <param name="Facts">The world.</param>
public sealed record StepContext(string Account, string? OfficerId, DateTimeOffset Now, string Number, CaseFacts Facts)
{
    /// <summary>Today in Shanghai.</summary>
    public DateOnly Today => CaseDays.Of(Now);
}
