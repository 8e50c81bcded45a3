using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases.Clocks;
using Lianzhi.Core.Cases.Measures;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Settings;
using ClockEvent = Lianzhi.Core.Cases.Clocks.CaseEvent;

namespace Lianzhi.Core.Cases;

/// <summary>A decision of the case that was served, so that the party may turn against it (可以申请复议、提起诉讼的决定).</summary>
/// <param name="Decision">Kind and number.</param>
/// <param name="Title">Name of the paper.</param>
/// <param name="ServedOn">Day it counts as served.</param>
public sealed record Contestable(ContestedDecision Decision, string Title, DateOnly ServedOn)
{
    /// <summary>Every one of the case, the penalty first.</summary>
    public static IReadOnlyList<Contestable> Of(CaseState state)
    {
        var (measures, execution) = (state.Measures, state.Execution);
        var found = new List<Contestable>();
        void Add(ContestedKind kind, string? number, DateOnly? served, string? title = null)
        {
            if (number is not null && served is { } on) found.Add(new(new(kind, number), title ?? Name(kind), on));
        }
        Add(ContestedKind.Penalty, state.Decision?.Number ?? state.OnSpot?.Number, state.ServedOn, state.Penalties.Count == 0 ? "不予行政处罚决定书" : null);
        foreach (var sealing in measures.Sealings)
            Add(ContestedKind.Sealing, sealing.Made.Number, sealing.Made.Service.ServedOn, $"{MeasurePhrases.Title(sealing.Made.Kind)}决定书");
        Add(ContestedKind.Surcharge, execution.Surcharge?.Number, execution.ServedOn(ServedPaper.Surcharge, execution.Surcharge?.At));
        Add(ContestedKind.Enforcement, execution.Enforcement?.Number, execution.ServedOn(ServedPaper.Enforcement, execution.Enforcement?.At));
        Add(ContestedKind.Substitute, measures.Substitute?.Number, measures.Substitute?.Service.ServedOn);
        // Those carried out before their service was recorded keep the day on which they were made.
        Add(ContestedKind.Demolition, measures.Demolition?.Number,
            ServedPapers.Of(state).FirstOrDefault(paper => paper.Paper == ServedPaper.Demolition)?.ServedOn ?? (measures.Demolished is null ? null : measures.Demolition?.On));
        foreach (var paper in ServedPapers.Of(state).Where(paper => paper.Paper == ServedPaper.Amendment)) Add(ContestedKind.Amendment, paper.Number, paper.ServedOn);
        foreach (var order in state.Course.Orders) Add(ContestedKind.Correction, order.Number, order.Service.ServedOn);
        return found;
    }

    /// <summary>Those a new review or suit may be against: none runs against them, and something of them is left.</summary>
    public static IEnumerable<Contestable> Open(CaseState state) => Of(state).Where(one => RemedyGates.NoneOpen(state, one.Decision) is null && RemedyGates.NotAnnulled(state, one) is null);

    /// <summary>What people call a decision: its paper and its number.</summary>
    public static string NameOf(CaseState state, ContestedDecision? target) =>
        target is null ? Name(ContestedKind.Penalty) : $"{Of(state).FirstOrDefault(one => one.Decision == target)?.Title ?? Name(target.Kind)} {target.Number}";

    /// <summary>
    /// The periods in which the party may turn against decisions beside the penalty (其他决定的复议、诉讼期限), each from its own
    /// service. Those of the penalty stand in <see cref="CaseTiming"/>, because the application to the court waits for them.
    /// </summary>
    public static Result<IReadOnlyList<Clock>> Clocks(CaseState state, DateOnly asOf, WorkCalendar calendar, SettingsBook settings)
    {
        var clocks = new List<Clock>();
        // Of an order that named no remedies nobody knows when the party learns of them (行政复议法 第20条第3款).
        var untold = state.Course.Orders.Where(order => order.Remedies is null).Select(order => order.Number).ToHashSet(StringComparer.Ordinal);
        foreach (var one in Of(state).Where(one => one.Decision.Kind != ContestedKind.Penalty && !(one.Decision.Kind == ContestedKind.Correction && untold.Contains(one.Decision.Number))))
        {
            var events = new List<ClockEvent> { new(CaseEventType.DecisionServed, one.ServedOn) };
            CaseTiming.AddRemedies(
                events, state.Execution.Reviews.Where(review => review.Applied.Target == one.Decision), state.Execution.Suits.Where(suit => suit.Filed.Target == one.Decision));
            var found = CaseClocks.Compute(CaseProcedure.Ordinary, Performance.None, events, asOf, calendar, settings);
            if (!found.IsOk) return found;
            clocks.AddRange(found.Value.Select(clock => clock with { Kind = clock.Kind with { Label = $"{clock.Kind.Label}（{one.Title}）" } }));
        }
        return clocks;
    }

    private static string Name(ContestedKind kind) => kind switch
    {
        ContestedKind.Penalty => "行政处罚决定书",
        ContestedKind.Sealing => "查封、扣押决定书",
        ContestedKind.Surcharge => "加处罚款决定书",
        ContestedKind.Enforcement => "强制执行决定书",
        ContestedKind.Substitute => "代履行决定书",
        ContestedKind.Demolition => "强制拆除决定书",
        ContestedKind.Correction => "责令改正通知书",
        _ => "撤销（变更）行政处罚决定书",
    };
}

public sealed partial record CaseState
{
    /// <summary>
    /// True while no review or suit took down a decision beside the penalty. One that was changed is decided anew as the result says, and one found
    /// unlawful is not carried out either, our reading in favour of the party.
    /// </summary>
    public bool Stands(string? number) => Execution.OverturningOf(number) is null;

    /// <summary>责令改正 in force; null for none, or once it was taken down.</summary>
    public CorrectionOrdered? CorrectionInForce => Correction is { } correction && Stands(correction.Number) ? correction : null;

    /// <summary>加处罚款 in force; null for none, or once it was taken down.</summary>
    public SurchargeImposed? SurchargeInForce => Execution.Surcharge is { } surcharge && Stands(surcharge.Number) ? surcharge : null;

    /// <summary>强制执行决定 in force.</summary>
    public EnforcementDecided? EnforcementInForce => Execution.Enforcement is { } enforcement && Stands(enforcement.Number) ? enforcement : null;

    /// <summary>代履行决定 in force.</summary>
    public SubstituteOrdered? SubstituteInForce => Measures.Substitute is { } substitute && Stands(substitute.Number) ? substitute : null;

    /// <summary>强制拆除公告 of the decision in force: one of a decision that fell says nothing about the next (行政强制法 第44条).</summary>
    public DemolitionAnnounced? AnnouncementInForce => Measures.Announcement is { } announced && announced.At >= Decision?.At ? announced : null;

    /// <summary>强制拆除决定 in force, made to carry out the decision in force.</summary>
    public DemolitionDecided? DemolitionInForce => Measures.Demolition is { } demolition && demolition.At >= AnnouncementInForce?.At && Stands(demolition.Number) ? demolition : null;
}
