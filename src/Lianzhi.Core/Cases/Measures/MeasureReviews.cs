namespace Lianzhi.Core.Cases.Measures;

/// <summary>
/// Legal review of major coercion (重大行政强制的法制审核, 国办发〔2018〕118号): what may be sent, what waits, and what is not decided before
/// it agrees. 行政处罚法 第58条 speaks of penalties alone, so each duty is a dated setting of the district.
/// </summary>
public static class MeasureReviews
{
    /// <summary>Ground of the review of a demolition.</summary>
    public const string DemolitionGround = "measure-demolition";

    /// <summary>Ground of the review of a sealing.</summary>
    public const string SealingGround = "measure-sealing";

    /// <summary>What the whole of it rests on.</summary>
    internal const string Document = "国办发〔2018〕118号";

    /// <summary>Coercion that is still to be decided: the announced demolition, and every request for a sealing that waits for the head.</summary>
    public static IReadOnlyList<ReviewedMeasure> Undecided(CaseState state) =>
    [
        .. state is { Stage: CaseStage.Served, AnnouncementInForce: not null } && MeasureGates.Demolishes(state) && state.DemolitionInForce is null
            ? new[] { new ReviewedMeasure(ReviewedAct.Demolition) } : [],
        .. state.Measures.Requests.Index().Where(one => IsSealing(one.Item) && one.Item.Pending).Select(one => new ReviewedMeasure(ReviewedAct.Sealing, one.Index)),
    ];

    /// <summary>The last round about it; null while it was not sent.</summary>
    public static ReviewRound? Of(CaseState state, ReviewedMeasure measure) => IndexOf(state, measure) is { } round ? state.Reviews[round] : null;

    /// <summary>The announcement that a round about a demolition was sent for; null for none.</summary>
    public static DemolitionAnnounced? AnnouncementOf(CaseState state, ReviewRound round) =>
        round.Submission.Measure?.Act == ReviewedAct.Demolition ? state.Measures.Announcements.LastOrDefault(announced => announced.At <= round.Submission.At) : null;

    private static int? IndexOf(CaseState state, ReviewedMeasure measure) =>
        measure.Request is { } request ? state.Measures.Requests[request].Review : state.Measures.DemolitionReview;

    /// <summary>Indexes of the rounds that wait for an opinion.</summary>
    public static IReadOnlyList<int> Waiting(CaseState state) =>
        state.Stage is CaseStage.Refused or CaseStage.Closed or CaseStage.Archived or CaseStage.Ended ? []
        : [.. Undecided(state).Select(measure => IndexOf(state, measure)).OfType<int>().Where(round => state.Reviews[round].Conclusion is null).Order()];

    /// <summary>What may be sent now: it neither waits for an opinion nor has one that agrees.</summary>
    public static IReadOnlyList<ReviewedMeasure> Sendable(CaseState state) => [.. Undecided(state).Where(measure => Sent(state, measure) is null)];

    /// <summary>The setting of the day asks for a review of it.</summary>
    public static bool IsDue(ReviewedMeasure measure, MeasureSettings settings) => measure.Act == ReviewedAct.Demolition ? settings.ReviewDemolition : settings.ReviewSealing;

    /// <summary>Why it cannot be sent; null when it may.</summary>
    internal static Refusal? Sent(CaseState state, ReviewedMeasure measure) => Of(state, measure) switch
    {
        null or { Conclusion.Opinion: not ReviewOpinion.Agree } => null,
        { Conclusion: null } => new("measure-review-open", $"{measure.Title()}已经送审，等待审核意见。", Document),
        _ => new("measure-review-passed", $"{measure.Title()}的法制审核已经通过。", Document),
    };

    /// <summary>It is not decided before legal review agreed, where the setting asks for it or it was sent anyway.</summary>
    internal static Refusal? Agreed(CaseState state, ReviewedMeasure measure, StepContext context)
    {
        var setting = measure.Act == ReviewedAct.Demolition ? MeasureSetting.ReviewDemolition : MeasureSetting.ReviewSealing;
        var basis = $"{Document}；设置“{setting.Title}”";
        return Of(state, measure) switch
        {
            { Conclusion: null } => new("measure-review-open", $"{measure.Title()}的法制审核还没有完成，不得决定。", basis),
            { Conclusion: { Opinion: not ReviewOpinion.Agree } conclusion } =>
                new("measure-review-not-passed", $"{measure.Title()}的法制审核意见为“{conclusion.Opinion.Title()}”，审核未通过的，不得决定。", basis),
            null when IsDue(measure, context.Facts.Measures.Settings(context.Today)) =>
                new("measure-review-missing", $"{measure.Title()}属于重大行政强制，未经法制审核或者审核未通过的，不得决定。", basis),
            _ => null,
        };
    }

    /// <summary>
    /// Coercion that was decided or approved without the review that the setting of that day asked for (未经法制审核的行政强制); an approval without one is
    /// found in the file even where the gate was not there yet.
    /// </summary>
    /// <param name="state">The case.</param>
    /// <param name="settings">Settings of a day.</param>
    /// <returns>What it is, its place among the decisions or requests, and the day.</returns>
    public static IEnumerable<(ReviewedMeasure Measure, int Place, DateOnly On)> Unreviewed(CaseState state, Func<DateOnly, MeasureSettings> settings)
    {
        var demolition = new ReviewedMeasure(ReviewedAct.Demolition);
        foreach (var (place, decided) in state.Measures.Demolitions.Index())
        {
            var announced = state.Measures.Announcements.LastOrDefault(one => one.At <= decided.At);
            var agreed = state.Reviews.Any(round => round is { Submission.Measure.Act: ReviewedAct.Demolition, Conclusion: { Opinion: ReviewOpinion.Agree } conclusion }
                && conclusion.At <= decided.At && round.Submission.At >= announced?.At);
            if (!agreed && IsDue(demolition, settings(decided.On))) yield return (demolition, place, decided.On);
        }
        foreach (var (place, request) in state.Measures.Requests.Index())
        {
            var sealing = new ReviewedMeasure(ReviewedAct.Sealing, place);
            if (IsSealing(request) && request.Approved is { } approved && Of(state, sealing)?.Conclusion?.Opinion != ReviewOpinion.Agree && IsDue(sealing, settings(approved.On)))
                yield return (sealing, place, approved.On);
        }
    }

    /// <summary>Last day for the opinion: as for a penalty, but within the 24 hours of a sealing done on the spot, whose approval it comes before (行政强制法 第19条).</summary>
    internal static DateOnly DueOn(CaseState state, ReviewedMeasure measure, StepContext context)
    {
        var due = context.Facts.WorkingDaysAfter(context.Today, context.Facts.Procedure.Settings(state.Item!.LeadDepartment, context.Today).ReviewDays);
        return measure.Request is { } request && state.Measures.Requests[request].Asked.Sealing is { } sealing && state.Measures.Sealings[sealing].Made.ReportDueAt is { } report && CaseDays.Of(report) < due
            ? CaseDays.Of(report) : due;
    }

    /// <summary>A request for a sealing or a seizure, be it carried out already or not.</summary>
    internal static bool IsSealing(MeasureRequest request) => request.Asked.Kind is MeasureKind.Sealing or MeasureKind.Seizure;

    /// <summary>Approval of a request waits for legal review.</summary>
    internal static Refusal? Approvable(CaseState state, int request, StepContext context) =>
        request >= 0 && request < state.Measures.Requests.Count && IsSealing(state.Measures.Requests[request]) ? Agreed(state, new(ReviewedAct.Sealing, request), context) : null;
}
