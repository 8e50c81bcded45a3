using Lianzhi.Core.Powers;

namespace Lianzhi.Core.Clues;

/// <summary>
/// What may be done with a clue, and when (线索分办). Every function answers the changed clue or the rule that
/// stands in the way; nothing is loaded or stored here.
/// </summary>
public static class Triage
{
    /// <summary>Shortest reason for a decision that burdens the person who reported, in characters.</summary>
    public const int ShortestReason = 10;

    private static readonly Basis Notice = "漳龙政〔2024〕40号 二（二）3（3）";

    /// <summary>Marks a clue as looked at (已阅); does nothing when somebody did before.</summary>
    public static Clue See(Clue clue) => clue.State == ClueState.Unseen ? clue with { State = ClueState.Seen } : clue;

    /// <summary>Accepts a clue (受理): the body it is with handles it by the last day given.</summary>
    /// <param name="clue">The clue.</param>
    /// <param name="competent">Who may lawfully act; null while the item is not known.</param>
    /// <param name="dueOn">Last day for handling, counted from the setting in working days.</param>
    public static Result<Clue> Accept(Clue clue, CompetenceAnswer? competent, DateOnly dueOn)
    {
        if (Undecided(clue) is { } decided) return decided;
        if (clue.Township is null)
            return new Refusal("place-unknown", "还不知道事情发生在哪个镇街，请先补充地点再受理。", "行政处罚法 第22条", "township");
        if (Elsewhere(clue, competent) is { } elsewhere)
            return new Refusal("not-competent", $"本事项由{elsewhere}办理，应当移送，本单位不能受理。", "行政处罚法 第22条、第23条、第24条");
        return clue with { State = ClueState.Accepted, DueOn = dueOn, Reason = null };
    }

    /// <summary>Does not accept a clue (不予受理), with ground and reason that the person who reported will read.</summary>
    /// <param name="clue">The clue.</param>
    /// <param name="ground">The ground.</param>
    /// <param name="reason">The facts behind the ground; at least <see cref="ShortestReason"/> characters.</param>
    /// <param name="competent">Who may lawfully act; null while the item is not known.</param>
    /// <param name="answerable">True when somebody reported it who can be answered; the answer then says how to seek review.</param>
    /// <param name="remedies">Where review and suit are sought.</param>
    public static Result<Clue> Reject(Clue clue, RejectGround ground, string? reason, CompetenceAnswer? competent, bool answerable, Remedies remedies)
    {
        if (Undecided(clue) is { } decided) return decided;
        if (ReasonMissing(reason, "不予受理应当写明理由，至少 10 个字，举报人会看到。") is { } missing) return missing;
        if (Elsewhere(clue, competent) is { } elsewhere)
            return new Refusal("transfer-instead", $"本事项由{elsewhere}办理。不属本单位管辖的应当移送，不能以此不予受理。", "行政处罚法 第22条、第23条");
        var rejected = clue with { State = ClueState.Rejected, Ground = ground, Reason = reason!.Trim(), DueOn = null };
        return answerable ? rejected with { Answer = ClueAnswers.Rejected(rejected, remedies) } : rejected;
    }

    /// <summary>Hands a clue to the competent body (移送). A body of this district decides anew; one outside ends it here.</summary>
    /// <param name="clue">The clue.</param>
    /// <param name="to">The body it goes to.</param>
    /// <param name="reason">Why; at least <see cref="ShortestReason"/> characters.</param>
    /// <param name="competent">Who may lawfully act; null while the item is not known.</param>
    /// <param name="isArea">True when the body named is an area, which is never a subject.</param>
    /// <param name="dueOn">Last day on which the receiving body decides.</param>
    public static Result<Clue> Transfer(Clue clue, ClueBody to, string? reason, CompetenceAnswer? competent, bool isArea, DateOnly dueOn)
    {
        if (Undecided(clue) is { } decided) return decided;
        if (isArea)
            return new Refusal("area-no-subject", "片区只负责统筹，不是执法主体。请移送给镇街或者部门；跨镇街、重大复杂的，请报告片长。", Notice, "to");
        if (to == clue.Body || (to.Code is not null && to.Code == clue.Body.Code))
            return new Refusal("transfer-to-self", "线索已在本单位，不需要移送。", Notice, "to");
        if (ReasonMissing(reason, "移送应当写明理由，至少 10 个字，接收单位和举报人会看到。") is { } missing) return missing;
        if (competent?.Subject is { } subject && !IsSame(subject, competent.Kind, to))
            return new Refusal("transfer-to-wrong-body", $"按赋权清单，本事项由{subject.Name}办理，不能移送给{to.Name}。", "行政处罚法 第22条、第23条、第24条", "to");
        return clue with { State = ClueState.Transferred, Body = to, Reason = reason!.Trim(), DueOn = to.Code is null ? null : dueOn };
    }

    /// <summary>Reports a clue to the area chief (报告片长): it crosses townships, or is major or complex.</summary>
    public static Result<Clue> Report(Clue clue, bool crossesTownships, bool majorOrComplex, string? reason)
    {
        if (clue.State == ClueState.Reported)
            return new Refusal("already-reported", "已经报告片长，等待安排。", Notice);
        if (Undecided(clue) is { } decided && clue.State != ClueState.Accepted) return decided;
        if (!crossesTownships && !majorOrComplex)
            return new Refusal("report-no-ground", "只有跨镇街或者重大复杂的，才报告片长；本镇街能办的由本镇街办理。", Notice, "grounds");
        if (ReasonMissing(reason, "报告片长应当写明情况，至少 10 个字。") is { } missing) return missing;
        return clue with { State = ClueState.Reported, CrossesTownships = crossesTownships, MajorOrComplex = majorOrComplex, Reason = reason!.Trim() };
    }

    /// <summary>
    /// The area chief's arrangement (片长安排): which lawful subject handles a reported clue. The chief chooses
    /// nobody the powers list does not name; who signs stays as the law has it.
    /// </summary>
    /// <param name="clue">The reported clue.</param>
    /// <param name="to">The township or department that handles it.</param>
    /// <param name="reason">The arrangement in words; at least <see cref="ShortestReason"/> characters.</param>
    /// <param name="competent">Who may lawfully act; null while the item is not known.</param>
    /// <param name="dueOn">Last day on which that body decides.</param>
    public static Result<Clue> Arrange(Clue clue, ClueBody to, string? reason, CompetenceAnswer? competent, DateOnly dueOn)
    {
        if (clue.State != ClueState.Reported)
            return new Refusal("not-reported", "只有已报告片长的线索才需要安排。", Notice);
        if (to.Code is null)
            return new Refusal("arrange-outside", "片长只能安排本区的镇街或者部门办理；应由区外机关办理的，由承办单位移送。", Notice, "to");
        if (ReasonMissing(reason, "请写明安排的内容和理由，至少 10 个字。") is { } missing) return missing;
        if (competent is { Kind: CompetenceKind.Department, Subject: { } subject } && subject.Code != to.Code)
            return new Refusal("arrange-wrong-body", $"本事项未赋权给镇街，应由{subject.Name}以自己的名义办理。", "行政处罚法 第23条、第24条", "to");
        return clue with { State = ClueState.Seen, Body = to, Reason = reason!.Trim(), DueOn = dueOn };
    }

    /// <summary>Links an accepted clue to the case filed from it (转立案).</summary>
    public static Result<Clue> Link(Clue clue, string caseId) => clue.State switch
    {
        ClueState.Accepted => clue with { State = ClueState.Filed, CaseId = caseId, DueOn = ReplyDue(clue) },
        ClueState.Filed when clue.CaseId == caseId => clue,
        ClueState.Filed => new Refusal("already-filed", "本线索已经立案，一条线索只对应一个案件；需要并案的，请在案件中关联。", "行政处罚法 第54条"),
        _ => new Refusal("not-accepted", "线索受理以后才能立案。", "行政处罚法 第54条"),
    };

    /// <summary>Closes a handled clue with its result (办结): the case came to its end, or checking showed that none is filed.</summary>
    /// <param name="clue">An accepted or filed clue.</param>
    /// <param name="outcome">The result in words people understand; at least <see cref="ShortestReason"/> characters.</param>
    public static Result<Clue> Close(Clue clue, string? outcome)
    {
        if (clue.State is not (ClueState.Accepted or ClueState.Filed))
            return new Refusal("not-accepted", "已受理或者已立案的线索才能办结。", "行政处罚法 第54条");
        if (ReasonMissing(outcome, "请写明办理结果，至少 10 个字；没有立案的，写明不予立案的理由。", "outcome") is { } missing) return missing;
        return clue with { State = ClueState.Closed, Outcome = outcome!.Trim(), DueOn = ReplyDue(clue) };
    }

    /// <summary>Answers the person who reported (答复).</summary>
    /// <param name="clue">A clue that is closed, not accepted, or handed to a body outside.</param>
    /// <param name="text">The answer.</param>
    /// <param name="answerable">True when somebody reported it who can read the answer.</param>
    public static Result<Clue> Answer(Clue clue, string? text, bool answerable)
    {
        if (!answerable)
            return new Refusal("nobody-to-answer", "本线索不是公众投诉举报，没有需要答复的人。", Notice);
        var ended = clue.State is ClueState.Closed or ClueState.Rejected || (clue.State == ClueState.Transferred && clue.Body.Code is null);
        if (!ended)
            return new Refusal("no-result-yet", "还没有办理结果，不能作最终答复。", Notice);
        if (ReasonMissing(text, "请写明答复内容，至少 10 个字。", "answer") is { } missing) return missing;
        return clue with { State = ClueState.Answered, Answer = text!.Trim(), DueOn = null };
    }

    /// <summary>Tells who waits how the matter stands while it goes on (阶段性答复): the hotline's reply term is met without a decision.</summary>
    /// <param name="clue">A clue that was accepted or led to a case.</param>
    /// <param name="text">What is told.</param>
    /// <param name="answerable">True when somebody waits for an answer.</param>
    /// <param name="dueOn">Last day for handling a clue from which no case was filed.</param>
    public static Result<Clue> AnswerMeanwhile(Clue clue, string? text, bool answerable, DateOnly dueOn)
    {
        if (!answerable) return new Refusal("nobody-to-answer", "本线索不是公众投诉举报，没有需要答复的人。", Notice);
        if (clue.State is not (ClueState.Accepted or ClueState.Filed)) return new Refusal("not-under-way", "只有正在办理的线索才作阶段性答复。", Notice);
        if (ReasonMissing(text, "请写明答复内容，至少 10 个字。", "answer") is { } missing) return missing;
        return clue with { Answer = text!.Trim(), DueOn = clue.State == ClueState.Filed ? null : dueOn };
    }

    /// <summary>True while the body it is with still has to decide (受理、不予受理、移送).</summary>
    public static bool IsUndecided(Clue clue) =>
        clue.State is ClueState.Unseen or ClueState.Seen or ClueState.Reported || (clue.State == ClueState.Transferred && clue.Body.Code is not null);

    /// <summary>The hotline waits for its own reply, whatever case or handling take: its day stands until something was answered.</summary>
    private static DateOnly? ReplyDue(Clue clue) => clue.Source == ClueSource.Hotline && clue.Answer is null ? clue.DueOn : null;

    private static Refusal? Undecided(Clue clue) => IsUndecided(clue)
        ? null
        : new Refusal("already-decided", $"本线索{ClueWords.Of(clue.State)}，不能再作受理、不予受理或者移送的决定。", Notice);

    private static string? Elsewhere(Clue clue, CompetenceAnswer? competent) =>
        competent?.Subject is { } subject && !IsSame(subject, competent.Kind, clue.Body) ? subject.Name : null;

    private static bool IsSame(Subject subject, CompetenceKind kind, ClueBody body) =>
        kind is CompetenceKind.Township or CompetenceKind.Department ? subject.Code == body.Code : body.Code is null && subject.Name == body.Name;

    private static Refusal? ReasonMissing(string? reason, string message, string field = "reason") =>
        (reason?.Trim().Length ?? 0) >= ShortestReason ? null : Refusal.Invalid(field, message);
}
