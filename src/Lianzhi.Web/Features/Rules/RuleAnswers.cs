using Lianzhi.Core;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Clocks;
using Lianzhi.Core.Powers;

namespace Lianzhi.Web.Features.Rules;

/// <summary>One step of the explanation.</summary>
/// <param name="Text">Chinese sentence for people.</param>
/// <param name="Basis">The article; null where the sentence states a fact.</param>
public sealed record ReasonView(string Text, string? Basis)
{
    internal static IReadOnlyList<ReasonView> Of(IEnumerable<Reason> reasons) => [.. reasons.Select(reason => new ReasonView(reason.Text, reason.Basis?.Text))];
}

/// <summary>An organ.</summary>
/// <param name="Code">Township or department code.</param>
/// <param name="Name">Full name.</param>
public sealed record SubjectView(string Code, string Name);

/// <summary>To whom a case is reported.</summary>
/// <param name="Area">Area.</param>
/// <param name="Role">Always <c>chief</c>.</param>
public sealed record ReportView(string Area, string Role);

/// <summary>The lawful subject.</summary>
/// <param name="Kind">Kind of organ.</param>
/// <param name="Subject">The organ; null for none.</param>
/// <param name="GuidedBy">Department that guides a township; null otherwise.</param>
/// <param name="ReportTo">Area chief to report to; null when there is nothing to report.</param>
/// <param name="ReportToAlso">Chief of the other area when both are crossed.</param>
/// <param name="Reasons">Why.</param>
public sealed record CompetenceView(
    CompetenceKind Kind, SubjectView? Subject, string? GuidedBy, ReportView? ReportTo, ReportView? ReportToAlso, IReadOnlyList<ReasonView> Reasons)
{
    internal static CompetenceView Of(CompetenceAnswer answer) => new(
        answer.Kind, answer.Subject is { } subject ? new(subject.Code, subject.Name) : null, answer.GuidedBy, Report(answer.ReportTo), Report(answer.ReportToAlso), ReasonView.Of(answer.Reasons));

    private static ReportView? Report(ReportTo? report) => report is null ? null : new(report.Area, report.Role);
}

/// <summary>Where a period ends.</summary>
/// <param name="Due">Last day.</param>
/// <param name="Counted">Counted days; empty for months and years.</param>
/// <param name="RolledFrom">Last day before rolling; null when it did not roll.</param>
/// <param name="Reasons">How it was counted.</param>
public sealed record PeriodView(DateOnly Due, IReadOnlyList<DateOnly> Counted, DateOnly? RolledFrom, IReadOnlyList<ReasonView> Reasons);

/// <summary>One clock.</summary>
/// <param name="Id">Kind of clock.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Start">The day it starts from, not counted.</param>
/// <param name="Due">Its last day.</param>
/// <param name="State">Where it stands.</param>
/// <param name="MetOn">Day it was met; null while it was not.</param>
/// <param name="DaysLeft">Calendar days to the due date, negative after it; null when met.</param>
/// <param name="Basis">The articles.</param>
/// <param name="Whose">Whose period it is.</param>
/// <param name="Reasons">How it was counted.</param>
public sealed record ClockView(
    string Id, string Label, DateOnly Start, DateOnly Due, ClockState State, DateOnly? MetOn, int? DaysLeft, string Basis, ClockOwner Whose, IReadOnlyList<ReasonView> Reasons);

/// <summary>All clocks that have started.</summary>
/// <param name="Clocks">The clocks.</param>
/// <param name="Reasons">What was looked at.</param>
public sealed record ClocksView(IReadOnlyList<ClockView> Clocks, IReadOnlyList<ReasonView> Reasons)
{
    internal static ClocksView Of(IReadOnlyList<Clock> clocks, ClocksRequest request)
    {
        var later = request.Events.Count(item => item.On > request.AsOf);
        var text = $"截至{Core.Calendar.DateText.ToChinese(request.AsOf)}，共{clocks.Count}项时限。{(later > 0 ? $"其后的{later}项事件未计入。" : "")}";
        return new(
            [.. clocks.Select(clock => new ClockView(
                clock.Kind.Id, clock.Kind.Label, clock.Start, clock.Due, clock.State, clock.MetOn, clock.DaysLeft, clock.Kind.Basis.Text, clock.Kind.Owner, ReasonView.Of(clock.Reasons)))],
            [new(text, null)]);
    }
}

/// <summary>Whether legal review is needed.</summary>
/// <param name="Required">True when a ground applies.</param>
/// <param name="Grounds">The grounds: 58-1, 58-2, 58-3.</param>
public sealed record LegalReviewView(bool Required, IReadOnlyList<string> Grounds);

/// <summary>The safeguards of a penalty.</summary>
/// <param name="SimpleAllowed">可以适用简易程序.</param>
/// <param name="HearingRight">当事人有权要求听证.</param>
/// <param name="LegalReview">法制审核.</param>
/// <param name="CollectiveDiscussion">应当集体讨论决定.</param>
/// <param name="PenaltyBarred">不予行政处罚.</param>
/// <param name="Lighten">从轻、减轻.</param>
/// <param name="Publishable">May be published.</param>
/// <param name="ThresholdVerified">False when the hearing threshold was not confirmed for this department.</param>
/// <param name="Reasons">Why.</param>
public sealed record ProcedureView(
    bool SimpleAllowed, bool HearingRight, LegalReviewView LegalReview, bool CollectiveDiscussion, bool PenaltyBarred,
    Lightening Lighten, bool Publishable, bool ThresholdVerified, IReadOnlyList<ReasonView> Reasons)
{
    internal static ProcedureView Of(ProcedureAnswer answer) => new(
        answer.SimpleAllowed, answer.HearingRight, new(answer.LegalReviewGrounds.Count > 0, answer.LegalReviewGrounds), answer.CollectiveDiscussion, answer.PenaltyBarred,
        answer.Lighten, answer.Publishable, answer.ThresholdVerified, ReasonView.Of(answer.Reasons));
}

/// <summary>The surcharge.</summary>
/// <param name="SurchargeYuan">In yuan, never more than the fine.</param>
/// <param name="Days">Counted days.</param>
/// <param name="CappedOn">First day on which it reached the fine; null while it has not.</param>
/// <param name="Reasons">How it was counted.</param>
public sealed record SurchargeView(decimal SurchargeYuan, int Days, DateOnly? CappedOn, IReadOnlyList<ReasonView> Reasons);

/// <summary>The limitation.</summary>
/// <param name="Expired">True when found too late.</param>
/// <param name="Limit">Last day in time.</param>
/// <param name="Years">2 or 5.</param>
/// <param name="Reasons">Why.</param>
public sealed record LimitationView(bool Expired, DateOnly Limit, int Years, IReadOnlyList<ReasonView> Reasons);

/// <summary>The check of an identifier.</summary>
/// <param name="Valid">True when every check passes.</param>
/// <param name="Why">What was found.</param>
/// <param name="Reasons">The same with the standard.</param>
public sealed record IdentifierView(bool Valid, string Why, IReadOnlyList<ReasonView> Reasons);
