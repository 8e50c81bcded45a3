namespace Lianzhi.Core.Cases;

/// <summary>A paper that was made and is delivered by itself (作出后另行送达的文书).</summary>
/// <param name="Paper">Which kind.</param>
/// <param name="Number">Its number; null when it has none.</param>
/// <param name="At">When it was made.</param>
/// <param name="Served">Its service; null while it waits.</param>
public sealed record MadePaper(ServedPaper Paper, string? Number, DateTimeOffset At, PaperServed? Served)
{
    /// <summary>Name of the paper.</summary>
    public string Title => ServedPapers.Title(Paper);

    /// <summary>Day from which it has effect towards the party; null before.</summary>
    public DateOnly? ServedOn => Served?.Service.ServedOn;
}

/// <summary>Papers that neither decision nor prior notice are and that reach the party by a service of their own (另行送达的文书).</summary>
public static class ServedPapers
{
    /// <summary>Every one that was made, served or not; kind by kind, oldest first.</summary>
    public static IReadOnlyList<MadePaper> Of(CaseState state)
    {
        var (x, course, measures) = (state.Execution, state.Course, state.Measures);
        var found = new List<MadePaper>();
        void Add(ServedPaper paper, string? number, DateTimeOffset at) => found.Add(new(paper, number, at,
            // Times of service are written to the minute, those of decisions to the second. Entries from before several of a kind could wait name no number.
            x.Served.FirstOrDefault(served => served.Paper == paper && (served.Number is null || served.Number == number) && served.At.AddMinutes(1) > at)));
        foreach (var deferral in x.Papers.OfType<DeferralDecided>()) Add(ServedPaper.Deferral, deferral.Number, deferral.At);
        if (x.Surcharge is { } surcharge) Add(ServedPaper.Surcharge, surcharge.Number, surcharge.At);
        if (x.Enforcement is { } enforcement) Add(ServedPaper.Enforcement, enforcement.Number, enforcement.At);
        foreach (var demolition in measures.Demolitions) Add(ServedPaper.Demolition, demolition.Number, demolition.At);
        foreach (var amendment in course.Amendments) Add(ServedPaper.Amendment, amendment.Number, amendment.At);
        foreach (var correction in course.Corrections) Add(ServedPaper.Correction, correction.Number, correction.At);
        if (course.Termination is { } termination) Add(ServedPaper.Ending, termination.Number, termination.At);
        if (course.Withdrawal is { } withdrawal) Add(ServedPaper.Ending, withdrawal.Number, withdrawal.At);
        foreach (var lifted in measures.Sealings.Select(sealing => sealing.Lifted).OfType<Measures.SealingLifted>()) Add(ServedPaper.Lifting, lifted.Number, lifted.At);
        foreach (var decided in measures.Preservations.Select(preserved => preserved.Decided).OfType<Measures.PreservationDecided>()) Add(ServedPaper.Preservation, decided.Number, decided.At);
        // Papers without a number are told apart by their order: the oldest that waits is served first.
        foreach (var (paper, turn) in Unnumbered(state))
        {
            var taken = found.Where(made => made.Paper == paper).Select(made => made.Served).ToList();
            found.Add(new(paper, null, turn.At, x.Served.FirstOrDefault(served => served.Paper == paper && served.At.AddMinutes(1) > turn.At && !taken.Any(other => ReferenceEquals(other, served)))));
        }
        return found;
    }

    /// <summary>Papers that tell the party how its execution or hearing goes on; a party that is no more is told nothing.</summary>
    private static IEnumerable<(ServedPaper Paper, CaseEvent Turn)> Unnumbered(CaseState state) =>
    [
        .. state.Course.Turns.OfType<ExecutionSuspended>().Select(turn => (ServedPaper.ExecutionSuspension, (CaseEvent)turn)),
        .. state.Course.Turns.Where(turn => turn is ExecutionResumed or AgreementEnded).Select(turn => (ServedPaper.ExecutionResumption, turn)),
        .. state.Course.Turns.OfType<ExecutionEnded>().Where(turn => turn.Ground is not (EndGround.PersonDied or EndGround.OrganisationEnded)).Select(turn => (ServedPaper.ExecutionEnding, (CaseEvent)turn)),
        .. state.Hearing.PostponementDecisions.Select(turn => (ServedPaper.HearingPostponement, turn)),
    ];

    /// <summary>Those that wait for their service; what was taken down meanwhile is served no more.</summary>
    public static IEnumerable<MadePaper> Waiting(CaseState state) => Of(state).Where(paper => paper.Served is null && state.Stands(paper.Number));

    /// <summary>The one a service is of: the one named, or the oldest that waits; null when there is none.</summary>
    public static MadePaper? Waiting(CaseState state, ServedPaper paper, string? number) =>
        Waiting(state).FirstOrDefault(made => made.Paper == paper && (string.IsNullOrWhiteSpace(number) || made.Number == number.Trim()));

    /// <summary>Name of the paper.</summary>
    public static string Title(ServedPaper paper) => paper switch
    {
        ServedPaper.Decision => "决定书",
        ServedPaper.PriorNotice => "事先告知书",
        ServedPaper.Surcharge => "加处罚款决定书",
        ServedPaper.Deferral => "延期（分期）缴纳罚款通知书",
        ServedPaper.Enforcement => "强制执行决定书",
        ServedPaper.Demolition => "强制拆除决定书",
        ServedPaper.Amendment => "撤销（变更）行政处罚决定书",
        ServedPaper.Correction => "行政处罚决定更正书",
        ServedPaper.Ending => "撤案（终止调查）决定书",
        ServedPaper.Lifting => "解除查封（扣押）决定书",
        ServedPaper.ExecutionSuspension => "停止（中止）执行通知书",
        ServedPaper.ExecutionResumption => "恢复执行通知书",
        ServedPaper.ExecutionEnding => "终结执行决定书",
        ServedPaper.HearingPostponement => "延期听证决定书",
        _ => "先行登记保存证据处理决定书",
    };
}
