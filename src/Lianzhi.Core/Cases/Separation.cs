namespace Lianzhi.Core.Cases;

/// <summary>A part somebody takes in a case (案件职责).</summary>
public enum CaseDuty
{
    /// <summary>调查.</summary>
    Investigate,

    /// <summary>内部审核.</summary>
    Check,

    /// <summary>主持听证.</summary>
    Host,

    /// <summary>听证记录.</summary>
    Record,

    /// <summary>法制审核.</summary>
    Review,

    /// <summary>审批.</summary>
    Approve,
}

/// <summary>
/// Separation of duties (职责分离): who investigates neither checks, hosts, reviews nor approves; who reviews or
/// hosts does not approve, nor do both. One table for every step.
/// </summary>
public static class Separation
{
    private static readonly (CaseDuty One, CaseDuty Other, string Basis)[] Incompatible =
    [
        (CaseDuty.Investigate, CaseDuty.Check, "行政处罚法 第54、57条"),
        (CaseDuty.Investigate, CaseDuty.Host, "行政处罚法 第64条第4项"),
        (CaseDuty.Investigate, CaseDuty.Record, "行政处罚法 第64条第4项"),
        (CaseDuty.Investigate, CaseDuty.Review, "行政处罚法 第58条"),
        (CaseDuty.Investigate, CaseDuty.Approve, "行政处罚法 第43、57条"),
        (CaseDuty.Host, CaseDuty.Record, "行政处罚法 第64条"),
        (CaseDuty.Host, CaseDuty.Review, "行政处罚法 第58、64条"),
        (CaseDuty.Host, CaseDuty.Approve, "行政处罚法 第57、64条"),
        (CaseDuty.Review, CaseDuty.Approve, "行政处罚法 第57、58条"),
    ];

    /// <summary>The parts a person has taken in the case so far.</summary>
    public static IReadOnlyList<CaseDuty> DutiesOf(CaseState state, string person)
    {
        var duties = new List<CaseDuty>();
        void Add(CaseDuty duty, bool held) { if (held) duties.Add(duty); }
        Add(CaseDuty.Investigate, state.Investigators.Contains(person));
        Add(CaseDuty.Check, state.Course.Checkers.Any(checker => checker.Id == person));
        Add(CaseDuty.Host, state.Hearing.Host?.Id == person || state.Hearing.Notices.Any(notice => notice.Host.Id == person) || state.Hearing.Replaced.Any(left => left.Leaving.Id == person));
        Add(CaseDuty.Record, state.Hearing.Notices.Any(notice => notice.Recorder.Id == person));
        Add(CaseDuty.Review, state.Reviews.Any(round => round.Reviewer.Id == person) || state.PastReviewers.Any(reviewer => reviewer.Id == person));
        Add(CaseDuty.Approve, state.Course.Approvers.Contains(person));
        return duties;
    }

    /// <summary>May the person take this part? Null when yes.</summary>
    public static Refusal? Check(CaseState state, string person, CaseDuty duty, string? field = null)
    {
        foreach (var held in DutiesOf(state, person))
            if (Find(held, duty) is { } basis)
                return held == CaseDuty.Investigate && duty == CaseDuty.Approve
                    ? new("investigator-approves", "本案的调查人员不得审批本案。", basis, field)
                    : new("duty-conflict", $"该人员在本案中承担过“{Title(held)}”，不得再承担“{Title(duty)}”。", basis, field);
        return null;
    }

    /// <summary>The article that keeps two parts apart; null when one person may take both.</summary>
    public static string? Find(CaseDuty one, CaseDuty other) =>
        Incompatible.FirstOrDefault(pair => (pair.One == one && pair.Other == other) || (pair.One == other && pair.Other == one)).Basis;

    /// <summary>The part in words.</summary>
    public static string Title(CaseDuty duty) => duty switch
    {
        CaseDuty.Investigate => "调查",
        CaseDuty.Check => "内部审核",
        CaseDuty.Host => "听证主持",
        CaseDuty.Record => "听证记录",
        CaseDuty.Review => "法制审核",
        _ => "审批",
    };
}
