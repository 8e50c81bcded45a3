using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Measures;

namespace Lianzhi.Core.Documents;

/// <content>
/// Papers whose place a later one took (此前的文书): an earlier notice, report, discussion or order, a decision that was revoked. They stay in
/// the file, so that a court can read the whole of it (行政处罚法 第47条).
/// </content>
public static partial class CaseDocuments
{
    /// <summary>A kind of which one paper counts and those before it are kept.</summary>
    /// <param name="Code">Kind.</param>
    /// <param name="Now">What the present paper tells; null when there is none, or it is a draft.</param>
    /// <param name="All">What every finished paper tells, oldest first; the present one may be among them.</param>
    /// <param name="Content">The paper that tells it.</param>
    /// <param name="On">Its day, where that is not the day of what it tells.</param>
    private sealed record Renewed(
        DocumentCode Code, Func<CaseState, CaseEvent?> Now, Func<CaseState, IEnumerable<CaseEvent>> All, Func<CaseState, CaseEvent, DocumentContent> Content,
        Func<CaseState, CaseEvent, DateOnly>? On = null);

    // The paper that counts has index 0, before and after another takes its place: addresses without an index, and everything that asks for "the" notice or
    // decision, mean it. Those before it have 1, 2, 3 … in the order in which they were made, so that each moves once, from 0 to its own index, and never again.
    private static readonly IReadOnlyList<Renewed> RenewedKinds =
    [
        new(DocumentCode.CorrectionOrder, state => state.Correction, state => state.Course.Orders, (state, order) => CorrectionOrder(state, (CorrectionOrdered)order)),
        new(DocumentCode.InvestigationReport, state => state.Conclusion, state => state.Course.Conclusions, (state, report) => InvestigationReport(state, (InvestigationConcluded)report)),
        new(DocumentCode.DiscretionSheet, state => state.Measures.Discretion, state => state.Measures.Worksheets, (state, sheet) => DiscretionSheet(state, (Cases.Discretion.DiscretionAssessed)sheet)),
        new(DocumentCode.PriorNotice, state => state.Notice, state => state.Course.Notices, (state, notice) => PriorNotice(state with { Notice = (PriorNoticeServed)notice })),
        new(DocumentCode.DefenceReview, state => state.Defences.Count > 0 ? state.Notice : null, state => state.Course.Rounds.Where(round => round is { Notice: not null, Defences.Count: > 0 }).Select(round => round.Notice!),
            (state, notice) => DefenceReviewPaper(RoundOf(state, notice).Within(state), replaced: true), (state, notice) => RoundOf(state, notice) is var round && round.DefenceReview is { } review ? review.On : round.Defences[^1].On),
        new(DocumentCode.HearingRecord, state => state.Hearing.Held, state => state.Hearing.Past.Select(past => past.Held!), (state, held) => HearingRecord(state with { Hearing = PastOf(state, held) }, (HearingHeld)held)),
        new(DocumentCode.HearingReport, state => state.Hearing.Held, state => state.Hearing.Past.Where(past => past.Report is not null).Select(past => past.Held!),
            (state, held) => HearingReport(state, PastOf(state, held)), (state, held) => PastOf(state, held).Report!.On),
        new(DocumentCode.DiscussionRecord, state => state.Course.Discussion, state => state.Course.Discussions, (state, record) => DiscussionRecord(state, (CollectivelyDiscussed)record)),
        new(DocumentCode.DecisionApproval, state => state.Decision, Revoked, (state, decision) => DecisionApproval(RoundOf(state, decision).Within(state))),
        new(DocumentCode.PenaltyDecision, state => state.Decision is { Kind: DecisionKind.Penalty } decision ? decision : null, state => Revoked(state).Where(decision => decision.Kind == DecisionKind.Penalty),
            (state, decision) => PenaltyDecision(RoundOf(state, decision).Within(state))),
        new(DocumentCode.NoPenaltyDecision, state => state.Decision is { Kind: not DecisionKind.Penalty } decision ? decision : null, state => Revoked(state).Where(decision => decision.Kind != DecisionKind.Penalty),
            (state, decision) => NoPenaltyDecision(RoundOf(state, decision).Within(state), (DecisionMade)decision)),
        new(DocumentCode.DecisionAmendment, state => state.Course.Amendment, state => state.Course.Amendments,
            (state, amendment) => DecisionAmendment(state, (DecisionAmended)amendment)),
        Executed(DocumentCode.AddressConfirmation, execution => execution.Address, (state, address) => AddressConfirmation(state, (AddressConfirmed)address)),
        Executed(DocumentCode.DeferralApproval, execution => execution.DeferralAsked is null ? execution.Deferral : null, (state, _) => DeferralApproval(state)),
        Executed(DocumentCode.DeferralNotice, execution => execution.Deferral, (state, decided) => DeferralNotice(state, (DeferralDecided)decided)),
        Executed(DocumentCode.SurchargeDecision, execution => execution.Surcharge, (state, imposed) => SurchargeDecision(state, (SurchargeImposed)imposed)),
        Executed(DocumentCode.Demand, execution => execution.Demand, (state, demand) => Demand(state, (DemandServed)demand)),
        Executed(DocumentCode.EnforcementDecision, execution => execution.Enforcement, (state, decided) => EnforcementDecision(state, (EnforcementDecided)decided)),
        new(DocumentCode.DemolitionAnnouncement, state => state.Measures.Announcement, state => state.Measures.Announcements, (state, announced) => DemolitionAnnouncement(state, (DemolitionAnnounced)announced)),
        new(DocumentCode.DemolitionDecision, state => state.Measures.Demolition, state => state.Measures.Demolitions, (state, decided) => DemolitionDecision(state, (DemolitionDecided)decided)),
        Executed(DocumentCode.CourtApplication, execution => execution.Court, (state, _) => CourtApplication(state)),
    ];

    /// <summary>A paper of the execution whose place a later one took, or of a decision in whose place the case was decided anew.</summary>
    private static Renewed Executed<T>(DocumentCode code, Func<Execution, T?> paper, Func<CaseState, CaseEvent, DocumentContent> content) where T : CaseEvent => new(
        code, state => paper(state.Execution), state => ExecutionsOf(state).SelectMany(one => one.Execution.Papers.OfType<T>()).Distinct<CaseEvent>(ReferenceEqualityComparer.Instance),
        (state, happened) => content(ExecutionsOf(state).Last(one => one.Execution.Papers.Contains(happened, ReferenceEqualityComparer.Instance)).AsOf(happened), happened));

    /// <summary>The case in each round with an execution, the present one last.</summary>
    private static IEnumerable<CaseState> ExecutionsOf(CaseState state) => [.. state.Course.Rounds.Select(round => round.Within(state)), state];

    /// <summary>The case with the execution as a paper of it found it: what was asked and demanded before, not what came after.</summary>
    private static CaseState AsOf(this CaseState state, CaseEvent happened)
    {
        var until = state.Execution.Papers.TakeWhile(paper => !ReferenceEquals(paper, happened)).Append(happened).ToList();
        return state with
        {
            Execution = state.Execution with
            {
                DeferralApplication = until.OfType<DeferralApplied>().LastOrDefault(),
                DeferralAsked = null,
                Deferral = until.OfType<DeferralDecided>().LastOrDefault(),
                Demand = until.OfType<DemandServed>().LastOrDefault(),
                DemandHeard = until[^1] is DemandServed ? null : until.OfType<DemandHeard>().LastOrDefault(),
                Court = until.OfType<CourtApplied>().LastOrDefault(),
            },
        };
    }

    /// <summary>The case in the round whose decision it carries out, with the announcement that went before.</summary>
    private static CaseState DecidedBefore(CaseState state, CaseEvent happened) => ExecutionsOf(state).Last(round => round.Decision?.At <= happened.At) with
    {
        Measures = state.Measures with { Announcement = state.Measures.Announcements.LastOrDefault(announced => announced.At <= happened.At) },
    };

    private static IEnumerable<DecisionMade> Revoked(CaseState state) => state.Course.Rounds.Select(round => round.Decision).OfType<DecisionMade>();

    private static EarlierRound RoundOf(CaseState state, CaseEvent happened) => state.Course.Rounds.First(round => ReferenceEquals(round.Notice, happened) || ReferenceEquals(round.Decision, happened));

    private static CaseHearing PastOf(CaseState state, CaseEvent held) => state.Hearing.Past.First(past => ReferenceEquals(past.Held, held));

    private static List<CaseEvent> Before(CaseState state, Renewed kind)
    {
        var now = kind.Now(state);
        return [.. kind.All(state).Where(one => !ReferenceEquals(one, now))];
    }

    private static IEnumerable<CaseDocument> EarlierPapers(CaseState state) => RenewedKinds.SelectMany(kind =>
        Before(state, kind).Select((one, index) => new CaseDocument(DocumentKinds.Of(kind.Code), index + 1, true, kind.On?.Invoke(state, one) ?? one.On, Earlier: true)));

    private static DocumentContent? EarlierPaper(CaseState state, DocumentCode code, int index) =>
        index > 0 && RenewedKinds.FirstOrDefault(kind => kind.Code == code) is { } kind ? kind.Content(state, Before(state, kind)[index - 1]) : null;

    /// <summary>Receipts of papers whose place others took; they stand last, so that those before them keep their indexes.</summary>
    private static IEnumerable<(string, string, CaseService?)> EarlierServices(CaseState state) =>
    [
        .. state.Course.Orders.Where(order => !ReferenceEquals(order, state.Correction)).Select(order => ("责令改正通知书", order.Number, (CaseService?)order.Service)),
        .. state.Course.Notices.Where(notice => !ReferenceEquals(notice, state.Notice)).Select(notice => ("行政处罚事先告知书", notice.Number, (CaseService?)notice.Service)),
        .. state.Course.Rounds.Where(round => round is { Decision: not null, Service: not null })
            .Select(round => (round.Decision!.Kind == DecisionKind.Penalty ? "行政处罚决定书" : "不予行政处罚决定书", round.Decision.Number, (CaseService?)round.Service!.Service)),
        .. state.Execution.Papers.OfType<DemandServed>().Where(demand => !ReferenceEquals(demand, state.Execution.Demand)).Select(demand => ("催告书", demand.Number, (CaseService?)demand.Service)),
        .. ServedPapers.Of(state).Where(paper => paper.Paper == ServedPaper.Deferral && paper.Number != state.Execution.Deferral?.Number).Select(Delivered),
    ];

    /// <summary>
    /// What was registered of a paper on the provincial platform goes with the paper when another takes its place; otherwise the new one would seem to be there
    /// already, under the number of the old one.
    /// </summary>
    /// <param name="before">The case before something happened.</param>
    /// <param name="after">The case after it.</param>
    internal static CaseState Moved(CaseState before, CaseState after)
    {
        if (after.Execution.PlatformPapers.Count == 0) return after;
        var papers = after.Execution.PlatformPapers;
        foreach (var kind in RenewedKinds)
            if (kind.Now(before) is { } was && Before(after, kind).FindIndex(one => ReferenceEquals(one, was)) is >= 0 and var place)
            {
                var name = DocumentKinds.Of(kind.Code).Name;
                papers = [.. papers.Select(paper => paper.Kind == name && paper.Index == 0 ? paper with { Index = place + 1 } : paper)];
            }
        return ReferenceEquals(papers, after.Execution.PlatformPapers) ? after : after with { Execution = after.Execution with { PlatformPapers = papers } };
    }
}
