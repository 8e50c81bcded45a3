namespace Lianzhi.Core.Cases;

/// <summary>A head of the subject on a day (行政机关负责人).</summary>
/// <param name="Id">Officer id.</param>
/// <param name="Name">Name.</param>
/// <param name="Post">Post in words.</param>
/// <param name="Principal">Head or acting head (正职或者主持工作的负责人).</param>
public sealed record HeadFact(string Id, string Name, string Post, bool Principal);

/// <summary>Another case about the same party and the same kind of conduct, or conduct of the same day and township (同一当事人同类、同日同地案件).</summary>
/// <param name="CaseId">Its id.</param>
/// <param name="Number">立案号; null before filing.</param>
/// <param name="SubjectCode">Its subject.</param>
/// <param name="SubjectName">Name of the subject.</param>
/// <param name="Place">Place of the conduct.</param>
/// <param name="ActOn">Day of the conduct.</param>
/// <param name="FiledOn">立案 day; null before.</param>
/// <param name="DecisionNumber">Number of the decision; null before.</param>
/// <param name="Punished">A decision that stands finds a violation, as <see cref="CaseProjection.FindsViolation"/> says.</param>
/// <param name="ItemCode">Its item.</param>
public sealed record SameMatter(
    string CaseId, string? Number, string SubjectCode, string SubjectName, string Place, DateOnly ActOn, DateOnly? FiledOn, string? DecisionNumber, bool Punished, string? ItemCode = null);

/// <summary>A decision that fined the party for conduct of the same day (同日已罚款的决定), 行政处罚法 第29条.</summary>
/// <param name="Number">Its number.</param>
/// <param name="ItemCode">Its item.</param>
/// <param name="Township">Where, by code.</param>
public sealed record EarlierFine(string Number, string ItemCode, string Township);

/// <summary>What other cases say (案件历史); looked up before a step.</summary>
/// <param name="SameMatters">Cases about the same party and item, or the same day and township, of every subject of the district.</param>
public sealed record CaseHistory(IReadOnlyList<SameMatter> SameMatters)
{
    /// <summary>Nothing known.</summary>
    public static readonly CaseHistory None = new([]);
}

/// <summary>Practice values of the ordinary procedure in force on a day (普通程序设置).</summary>
/// <param name="Department">Short name of the department of the matter.</param>
/// <param name="FilingDays">Working days for filing.</param>
/// <param name="ReviewDays">Working days for legal review.</param>
/// <param name="InternalCheck">The unit checks the case itself before the notice.</param>
/// <param name="SimpleReportDays">Working days to file an on-the-spot decision with the organ.</param>
/// <param name="InitialViolationYears">Years in which an earlier violation of the same kind rules out 首违不罚.</param>
public sealed record ProcedureSettings(string Department, int FilingDays, int ReviewDays, bool InternalCheck, int SimpleReportDays, int InitialViolationYears);

/// <summary>What hearing, review, discussion and interruptions ask of the world (普通程序事实).</summary>
public sealed record ProcedureFacts
{
    /// <summary>A person in service on a day; null otherwise.</summary>
    public required Func<string, DateOnly, CasePerson?> Person { get; init; }

    /// <summary>The heads of a subject on a day; a 片长 is none.</summary>
    public required Func<string, DateOnly, IReadOnlyList<HeadFact>> Heads { get; init; }

    /// <summary>Chief and deputies of an area on a day; by these posts they sign nothing of a case.</summary>
    public required Func<string, DateOnly, IReadOnlyList<AreaLeader>> AreaLeaders { get; init; }

    /// <summary>Reviewers for a subject on a day, nearest first: its own, those of its area, those of the justice bureau; only with 法律职业资格.</summary>
    public required Func<string, DateOnly, IReadOnlyList<CaseReviewer>> Reviewers { get; init; }

    /// <summary>The day so many working days before another.</summary>
    public required Func<DateOnly, int, DateOnly> WorkingDaysBefore { get; init; }

    /// <summary>Last day of a calendar period of so many days after a day, with days left out.</summary>
    public required Func<DateOnly, int, IReadOnlyList<UncountedDays>, DateOnly> DaysWithout { get; init; }

    /// <summary>Practice values for a department's full name on a day.</summary>
    public required Func<string, DateOnly, ProcedureSettings> Settings { get; init; }

    /// <summary>Cases about the same party and item, or the same day and township.</summary>
    public required IReadOnlyList<SameMatter> SameMatters { get; init; }
}
