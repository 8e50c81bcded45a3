using Lianzhi.Core.Cases.Measures;

namespace Lianzhi.Core.Cases;

/// <summary>A case as lists show it (案件列表行); everything comes from the events, so rows can be rebuilt.</summary>
/// <param name="Id">Id.</param>
/// <param name="Number">立案号; null before filing.</param>
/// <param name="Title">Party and conduct.</param>
/// <param name="PartyName">Name on papers.</param>
/// <param name="MaskedPartyName">Name for those who need no more.</param>
/// <param name="ItemCode">Item.</param>
/// <param name="Cause">Conduct in short.</param>
/// <param name="SubjectCode">Subject.</param>
/// <param name="SubjectName">Its name.</param>
/// <param name="Township">Township of the place.</param>
/// <param name="Area">Area of the place; null for none.</param>
/// <param name="ClueId">Clue; null for none.</param>
/// <param name="Procedure">Ordinary or simple.</param>
/// <param name="Stage">Stage.</param>
/// <param name="Officers">Ids of the officers on the case.</param>
/// <param name="OfficerNames">Their names, joined by 、.</param>
/// <param name="OpenedOn">Day of the first event.</param>
/// <param name="FiledOn">立案 day.</param>
/// <param name="DecidedOn">Day of decision.</param>
/// <param name="DecisionNumber">Number of the decision.</param>
/// <param name="ServedOn">Day it counts as served.</param>
/// <param name="ClosedOn">结案 day.</param>
/// <param name="FineFen">Fine as it stands today; 0 for none, and once it was annulled.</param>
/// <param name="DueOn">The organ's nearest day that is still open; null when nothing is owed.</param>
/// <param name="DueClock">Which clock that is.</param>
/// <param name="Version">Number of the last entry.</param>
public sealed record CaseSummary(
    string Id, string? Number, string Title, string PartyName, string MaskedPartyName, string ItemCode, string Cause, string SubjectCode,
    string SubjectName, string Township, string? Area, string? ClueId, CaseProcedure Procedure, CaseStage Stage, IReadOnlyList<string> Officers,
    string OfficerNames, DateOnly OpenedOn, DateOnly? FiledOn, DateOnly? DecidedOn, string? DecisionNumber, DateOnly? ServedOn,
    DateOnly? ClosedOn, long FineFen, DateOnly? DueOn, string? DueClock, long Version);

/// <summary>Makes the row of a case from its state.</summary>
public static class CaseProjection
{
    /// <summary>The row.</summary>
    public static CaseSummary Row(CaseState state)
    {
        var due = Due(state);
        return new(
            state.Id, state.Number, state.Title, state.Party!.DisplayName, state.Party.MaskedName, state.Item!.Code, state.Item.Conduct,
            state.Subject!.Code, state.Subject.Name, state.Place!.Township, state.Place.Area, state.ClueId, state.Procedure, state.Stage,
            [.. state.Officers.Select(officer => officer.Id)], string.Join('、', state.Officers.Select(officer => officer.Name)),
            state.Proposal?.On ?? state.OnSpot!.On, state.Filing?.On ?? state.OnSpot?.On, state.Decision?.On ?? state.OnSpot?.On,
            state.Decision?.Number ?? state.OnSpot?.Number, state.ServedOn, state.Closing?.On ?? state.Measures.HandedOver?.On,
            state.FineFen, due?.On, due?.Clock, state.Version);
    }

    /// <summary>
    /// A decision that stands finds that the party violated (认定违法), with a penalty of any kind or without one; 违法事实不能成立 finds none, and
    /// what was revoked or annulled finds nothing. Who violated before (初次违法, 再次违法) is read from this alone.
    /// </summary>
    public static bool FindsViolation(CaseState state) =>
        state is { Decision.Kind: not DecisionKind.NotEstablished } or { OnSpot: not null }
        && !state.Execution.IsAnnulled && state.Amended is not { Kind: AmendmentKind.Revoked or AmendmentKind.Void };

    /// <summary>作出决定: counted in calendar days from filing.</summary>
    public const string Decision = "作出决定";

    /// <summary>重新作出决定: the day a review or a court set.</summary>
    public const string Redecision = "重新作出决定";

    /// <summary>送达决定书: counted in working days from the decision.</summary>
    public const string Service = "送达决定书";

    /// <summary>缴纳罚款: the party's, counted in calendar days from service.</summary>
    public const string Payment = "缴纳罚款";

    /// <summary>True for a period of the party: when it has passed it reads 届满，未缴清, never 逾期.</summary>
    public static bool IsOfParty(string? clock) => clock == Payment;

    /// <summary>Days that the organ owes after the decision: cash, answers to review and suit, withdrawal of a publication.</summary>
    private static IEnumerable<(DateOnly On, string Clock)> Execution(CaseState state)
    {
        var execution = state.Execution;
        if (execution.Cash is { } cash && execution.HandedIn is null) yield return (cash.HandInDueOn, "当场收缴的罚款交回");
        if (execution.HandedIn is { } handed && execution.Banked is null) yield return (handed.BankDueOn, "罚款缴付银行");
        foreach (var review in execution.OpenReviews)
            if (review is { Accepted.AnswerDueOn: { } due, Answer: null }) yield return (due, "行政复议答复");
        foreach (var suit in execution.OpenSuits.Where(suit => suit.Answer is null)) yield return (suit.Filed.AnswerDueOn, "行政诉讼答辩举证");
        if (execution.Overturned is { Redecide: true, RedecideBy: { } redecide } && state.Decision is not null) yield return (redecide, Redecision);
    }

    /// <summary>The nearest day that binds the organ or the payment (最紧的期限), from days kept in the events.</summary>
    public static (DateOnly On, string Clock)? Due(CaseState state)
    {
        var open = new List<(DateOnly On, string Clock)>();
        if (state.Stage is CaseStage.Investigating or CaseStage.Concluded or CaseStage.Noticed)
        {
            if (state is { Course.Suspension: null, TakenUpAgain: null }) open.Add((state.Measures.Mark?.DueOn ?? state.DecisionDueOn!.Value, Decision));
            if (state is { Course.Suspension: null, TakenUpAgain.DueOn: { } again }) open.Add((again, Redecision));
            if (state.Review is { Conclusion: null } review) open.Add((review.Submission.DueOn, "法制审核"));
            if (CaseSteps.HearingOwed(state) is null && state.Hearing.Notice is { } hearing) open.Add((CaseDays.Of(hearing.HearingAt), "举行听证"));
            if (state.CorrectionInForce is { } correction && state.CorrectionCheck is null) open.Add((correction.DueOn, "责令改正期限"));
        }
        if (state is { Stage: CaseStage.Proposed, Proposal.FilingDueOn: { } filing }) open.Add((filing, "立案审批"));
        if (state.WithdrawPublicationBy is { } withdrawal) open.Add((withdrawal, "撤下公示"));
        if (state.Stage == CaseStage.Decided) open.Add((state.Decision!.ServiceDueOn, Service));
        if (state.Stage == CaseStage.Served)
        {
            // What the party owes gives way to what the organ owes once it has asked the court or the case hangs elsewhere.
            if (state.PaidFen < state.OwedFen && state.Execution.Court is null && (state.OpenInstalment?.DueOn ?? state.PaymentDueOn) is { } payment) open.Add((payment, Payment));
            if (state.Publication is { Publish: true, DueOn: { } publication } && state.Published is null && state.Execution.Overturned is null) open.Add((publication, "公示"));
        }
        open.AddRange(Execution(state));
        open.AddRange(MeasureReviews.Waiting(state).Select(round => (state.Reviews[round].Submission.DueOn, "法制审核")));
        if (state.Stage is not (CaseStage.Closed or CaseStage.Archived or CaseStage.Refused)) open.AddRange(MeasureTiming.Due(state.Measures));
        return open.Count == 0 ? null : open.MinBy(due => due.On);
    }
}
