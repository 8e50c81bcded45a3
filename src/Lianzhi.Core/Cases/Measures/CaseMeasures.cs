using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases.Discretion;

namespace Lianzhi.Core.Cases.Measures;

/// <summary>A test with its end (检测、鉴定).</summary>
/// <param name="Begun">How it began.</param>
/// <param name="Ended">How it ended; null while it runs.</param>
public sealed record MeasureTest(TestCommissioned Begun, TestConcluded? Ended = null)
{
    /// <summary>The days a sealing does not count: only those told in writing, and not beyond the test's end (行政强制法 第25条第3款).</summary>
    public DateSpan? Excluded => Begun.Told is null ? null
        : new DateSpan(Begun.From, Ended is { } ended && ended.On < Begun.Until ? (ended.On < Begun.From ? Begun.From : ended.On) : Begun.Until);
}

/// <summary>A measure the head was asked for, with the answer (措施审批).</summary>
/// <param name="Asked">What was asked.</param>
/// <param name="Approved">The approval; null otherwise.</param>
/// <param name="Refused">The refusal; null otherwise.</param>
/// <param name="Used">The measure was carried out.</param>
/// <param name="Review">Index of its last round of legal review; null while there is none.</param>
public sealed record MeasureRequest(MeasureRequested Asked, MeasureApproved? Approved = null, MeasureRefused? Refused = null, bool Used = false, int? Review = null)
{
    /// <summary>Waits for the head.</summary>
    public bool Pending => Approved is null && Refused is null;
}

/// <summary>Preserved evidence with what became of it (先行登记保存).</summary>
public sealed record Preservation(EvidencePreserved Made, PreservationDecided? Decided = null);

/// <summary>A sealing from its beginning to its end (查封、扣押).</summary>
/// <param name="Made">The sealing.</param>
/// <param name="Extended">The one extension; null for none.</param>
/// <param name="Lifted">The end; null while it holds.</param>
/// <param name="Approved">Approved before, or afterwards.</param>
/// <param name="Refused">The head refused it afterwards: it is to be lifted at once.</param>
public sealed record SealedGoods(GoodsSealed Made, SealingExtended? Extended = null, SealingLifted? Lifted = null, bool Approved = false, bool Refused = false);

/// <summary>A letter with its answer (函件).</summary>
public sealed record CaseLetter(LetterSent Sent, LetterAnswered? Answered = null);

/// <summary>The way of a suspected crime (涉嫌犯罪移送).</summary>
/// <param name="Reported">The report.</param>
/// <param name="Decided">The principal's decision.</param>
/// <param name="HandedOver">The handover.</param>
/// <param name="Answered">The police's last answer.</param>
/// <param name="Challenged">Reconsideration or procuratorate.</param>
public sealed record CrimeTransfer(
    CrimeReported Reported, CrimeTransferDecided? Decided = null, CrimeHandedOver? HandedOver = null, PoliceAnswered? Answered = null,
    NonFilingChallenged? Challenged = null)
{
    /// <summary>Nothing may be penalised meanwhile: the report is undecided, or the transfer has no answer, or the police filed (行政处罚法 第27、57条).</summary>
    public bool Blocks => Decided is null || (Decided.Transfer && Answered is not { Filed: false });
}

/// <summary>
/// What happened in a case beside its main line (调查措施、强制措施和移送): the fold of its events, kept apart from
/// <see cref="CaseState"/> because most cases have none of it.
/// </summary>
public sealed record CaseMeasures
{
    /// <summary>Nothing of it.</summary>
    public static readonly CaseMeasures None = new();

    /// <summary>抽样取证.</summary>
    public IReadOnlyList<SampleTaken> Samples { get; init; } = [];

    /// <summary>检测、鉴定.</summary>
    public IReadOnlyList<MeasureTest> Tests { get; init; } = [];

    /// <summary>措施审批.</summary>
    public IReadOnlyList<MeasureRequest> Requests { get; init; } = [];

    /// <summary>先行登记保存.</summary>
    public IReadOnlyList<Preservation> Preservations { get; init; } = [];

    /// <summary>查封、扣押.</summary>
    public IReadOnlyList<SealedGoods> Sealings { get; init; } = [];

    /// <summary>涉案物品处置.</summary>
    public IReadOnlyList<CustodyRecorded> Custody { get; init; } = [];

    /// <summary>代履行决定; the last one.</summary>
    public SubstituteOrdered? Substitute { get; init; }

    /// <summary>代履行催告 after the last decision.</summary>
    public SubstituteDemanded? SubstituteDemand { get; init; }

    /// <summary>实施代履行 after the last decision.</summary>
    public SubstitutePerformed? SubstituteDone { get; init; }

    /// <summary>立即清除.</summary>
    public IReadOnlyList<ClearedAtOnce> Clearings { get; init; } = [];

    /// <summary>强制拆除公告; the last one.</summary>
    public DemolitionAnnounced? Announcement { get; init; }

    /// <summary>All of them: those against an earlier decision stay in the file.</summary>
    public IReadOnlyList<DemolitionAnnounced> Announcements { get; init; } = [];

    /// <summary>Index of the last round of legal review of the demolition to be decided; null while there is none.</summary>
    public int? DemolitionReview { get; init; }

    /// <summary>强制拆除决定; the last one.</summary>
    public DemolitionDecided? Demolition { get; init; }

    /// <summary>All of them.</summary>
    public IReadOnlyList<DemolitionDecided> Demolitions { get; init; } = [];

    /// <summary>实施强制拆除.</summary>
    public DemolitionCarriedOut? Demolished { get; init; }

    /// <summary>涉嫌犯罪移送; the last report.</summary>
    public CrimeTransfer? Crime { get; init; }

    /// <summary>函件.</summary>
    public IReadOnlyList<CaseLetter> Letters { get; init; } = [];

    /// <summary>移送结案.</summary>
    public CaseHandedOver? HandedOver { get; init; }

    /// <summary>责令监护人管教.</summary>
    public GuardianOrdered? Guardian { get; init; }

    /// <summary>办理标记.</summary>
    public HandlingMarked? Mark { get; init; }

    /// <summary>Every worksheet of discretion, the last one included.</summary>
    public IReadOnlyList<DiscretionAssessed> Worksheets { get; init; } = [];

    /// <summary>裁量工作单; the last one.</summary>
    public DiscretionAssessed? Discretion { get; init; }

    /// <summary>The oldest approved and unused request of a kind; null when there is none.</summary>
    public int? Approval(MeasureKind kind, int? sealing = null)
    {
        for (var i = 0; i < Requests.Count; i++)
            if (Requests[i] is { Approved: not null, Used: false } request && request.Asked.Kind == kind && (sealing is null || request.Asked.Sealing == sealing)) return i;
        return null;
    }

    /// <summary>The oldest approved and unused request of a kind that covers the goods, or else the oldest; null when there is none.</summary>
    internal int? Approval(MeasureKind kind, IReadOnlyList<CaseGoods> goods) =>
        Requests.Index().Where(one => one.Item is { Approved: not null, Used: false } request && request.Asked.Kind == kind && CaseGoods.Beyond(request.Asked.Goods, goods) is null)
            .Select(one => (int?)one.Index).FirstOrDefault() ?? Approval(kind);

    /// <summary>The open dispute about jurisdiction: the last letter about it has no answer, or was declined and not taken to the superior (行政处罚法 第25条).</summary>
    public bool DisputeOpen => Letters.LastOrDefault(letter => letter.Sent.Kind is LetterKind.JurisdictionConsultation or LetterKind.DesignationRequest)
        is { Answered: null or { Outcome: LetterOutcome.Declined } };

    /// <summary>Another organ was found competent, or took the case over.</summary>
    public bool Elsewhere => Letters.Any(letter => letter.Sent.Kind is LetterKind.JurisdictionConsultation or LetterKind.DesignationRequest or LetterKind.Handover
        && letter.Answered is { Outcome: LetterOutcome.Accepted });

    /// <summary>The measures after one more event.</summary>
    internal CaseMeasures After(IMeasureEvent happened) => happened switch
    {
        SampleTaken e => this with { Samples = [.. Samples, e] },
        TestCommissioned e => this with { Tests = [.. Tests, new(e)] },
        TestConcluded e => this with { Tests = Changed(Tests, e.Test, test => test with { Ended = e }) },
        MeasureRequested e => this with { Requests = [.. Requests, new(e)] },
        MeasureApproved e => Approve(e),
        MeasureRefused e => Refuse(e),
        EvidencePreserved e => this with { Preservations = [.. Preservations, new(e)], Requests = Use(e.Request) },
        PreservationDecided e => this with { Preservations = Changed(Preservations, e.Preservation, one => one with { Decided = e }) },
        GoodsSealed e => this with { Sealings = [.. Sealings, new(e, Approved: e.Request is not null)], Requests = e.Request is { } request ? Use(request) : Requests },
        SealingExtended e => this with { Sealings = Changed(Sealings, e.Sealing, one => one with { Extended = e }), Requests = Use(e.Request) },
        SealingLifted e => this with { Sealings = Changed(Sealings, e.Sealing, one => one with { Lifted = e }) },
        CustodyRecorded e => this with { Custody = [.. Custody, e] },
        SubstituteOrdered e => this with { Substitute = e, SubstituteDemand = null, SubstituteDone = null, Requests = Use(e.Request) },
        SubstituteDemanded e => this with { SubstituteDemand = e },
        SubstitutePerformed e => this with { SubstituteDone = e },
        ClearedAtOnce e => this with { Clearings = [.. Clearings, e] },
        DemolitionAnnounced e => this with { Announcement = e, Announcements = [.. Announcements, e], DemolitionReview = null },
        // A review holds for one decision: another to the same end is reviewed anew.
        DemolitionDecided e => this with { Demolition = e, Demolitions = [.. Demolitions, e], DemolitionReview = null },
        DemolitionCarriedOut e => this with { Demolished = e },
        CrimeReported e => this with { Crime = new(e) },
        CrimeTransferDecided e => this with { Crime = Crime! with { Decided = e } },
        CrimeHandedOver e => this with { Crime = Crime! with { HandedOver = e } },
        PoliceAnswered e => this with { Crime = Crime! with { Answered = e } },
        NonFilingChallenged e => this with { Crime = Crime! with { Challenged = e } },
        LetterSent e => this with { Letters = [.. Letters, new(e)] },
        LetterAnswered e => this with { Letters = Changed(Letters, e.Letter, letter => letter with { Answered = e }) },
        CaseHandedOver e => this with { HandedOver = e },
        GuardianOrdered e => this with { Guardian = e },
        HandlingMarked e => this with { Mark = e },
        DiscretionAssessed e => this with { Discretion = e, Worksheets = [.. Worksheets, e] },
        _ => throw new NotSupportedException($"Event {happened.GetType().Name} is not known to the fold."),
    };

    /// <summary>The measures after something of them went to legal review.</summary>
    internal CaseMeasures Reviewed(ReviewedMeasure measure, int round) => measure.Request is { } request
        ? this with { Requests = Changed(Requests, request, one => one with { Review = round }) }
        : this with { DemolitionReview = round };

    private CaseMeasures Approve(MeasureApproved approved)
    {
        var after = this with { Requests = Changed(Requests, approved.Request, request => request with { Approved = approved }) };
        return OnTheSpot(approved.Request) is not { } sealing ? after
            : after with { Requests = Changed(after.Requests, approved.Request, request => request with { Used = true }), Sealings = Changed(Sealings, sealing, one => one with { Approved = true }) };
    }

    private CaseMeasures Refuse(MeasureRefused refused)
    {
        var after = this with { Requests = Changed(Requests, refused.Request, request => request with { Refused = refused }) };
        return OnTheSpot(refused.Request) is { } sealing ? after with { Sealings = Changed(Sealings, sealing, one => one with { Refused = true }) } : after;
    }

    /// <summary>The sealing done on the spot that a request reports; null for any other request.</summary>
    private int? OnTheSpot(int request) => Requests[request].Asked is { Kind: MeasureKind.Sealing or MeasureKind.Seizure, Sealing: { } sealing } ? sealing : null;

    private IReadOnlyList<MeasureRequest> Use(int request) => Changed(Requests, request, one => one with { Used = true });

    private static IReadOnlyList<T> Changed<T>(IReadOnlyList<T> list, int index, Func<T, T> change) => [.. list.Select((one, i) => i == index ? change(one) : one)];
}
