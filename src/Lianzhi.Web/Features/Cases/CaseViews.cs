using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Clocks;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Platform.Problems;

namespace Lianzhi.Web.Features.Cases;

/// <summary>A reason with its article.</summary>
public sealed record ReasonView(string Text, string? Basis);

/// <summary>A case as programs read it.</summary>
public sealed record CaseAnswerView(
    string Id, string? Number, string Title, CaseStage Stage, string StageName, CaseProcedure Procedure, string Source, string? ClueId, CaseParty Party, CaseItem Item,
    CaseSubject Subject, CasePlace Place, IReadOnlyList<CaseOfficer> Officers, DateOnly? ActOn, DateOnly? FiledOn, DateOnly? DecidedOn, string? DecisionNumber,
    DateOnly? ServedOn, DateOnly? ClosedOn, IReadOnlyList<CasePenalty> Penalties, long OwedFen, long PaidFen, DateOnly? DueOn, string? DueClock, long Version)
{
    /// <summary>The view of a state.</summary>
    public static CaseAnswerView Of(CaseState state)
    {
        var row = CaseProjection.Row(state);
        return new(state.Id, state.Number, state.Title, state.Stage, state.Stage.Title(), state.Procedure, state.Source, state.ClueId, state.Party!, state.Item!, state.Subject!,
            state.Place!, state.Officers, state.ActOn, row.FiledOn, row.DecidedOn, row.DecisionNumber, row.ServedOn, row.ClosedOn, state.Penalties, state.OwedFen, state.PaidFen,
            row.DueOn, row.DueClock, state.Version);
    }
}

/// <summary>A step with whether it may be taken.</summary>
public sealed record StepView(string Step, string Title, bool Allowed, bool Primary, DateOnly? EarliestOn, DateOnly? LatestOn, string Basis, IReadOnlyList<RefusalView> Refusals)
{
    /// <summary>The view of a choice.</summary>
    public static StepView Of(StepChoice choice) => new(choice.Line.Name, choice.Line.Title, choice.Allowed, choice.Primary, choice.EarliestOn, choice.LatestOn, choice.Line.Basis,
        [.. choice.Refusals.Select(RefusalView.Of)]);
}

/// <summary>A clock of a case.</summary>
public sealed record CaseClockView(
    string Id, string Label, DateOnly Start, DateOnly Due, ClockState State, string StateText, DateOnly? MetOn, int? DaysLeft, ClockOwner Whose, string Basis, IReadOnlyList<ReasonView> Reasons)
{
    /// <summary>The view of a clock.</summary>
    public static CaseClockView Of(Clock clock) => new(clock.Kind.Id, clock.Kind.Label, clock.Start, clock.Due, clock.State, clock.StateText, clock.MetOn, clock.DaysLeft, clock.Kind.Owner,
        clock.Kind.Basis.Text, [.. clock.Reasons.Select(reason => new ReasonView(reason.Text, reason.Basis?.Text))]);
}

/// <summary>What the clocks would be.</summary>
public sealed record WhatIfView(string Paper, DateOnly On, IReadOnlyList<CaseClockView> Clocks);

/// <summary>Several cases for the same two officers.</summary>
public sealed record BulkAssignment(IReadOnlyList<string>? Cases, IReadOnlyList<string>? Officers, string? Reason);

/// <summary>Several cases whose officers are reminded.</summary>
public sealed record BulkReminder(IReadOnlyList<string>? Cases, string? Note);

/// <summary>A paper of a case.</summary>
public sealed record DocumentView(string Kind, string Sign, string Title, string? Number, int Index, bool Made, DateOnly? On, string Page, string Docx)
{
    /// <summary>The view of a paper.</summary>
    public static DocumentView Of(CaseState state, CaseDocument paper) => new(paper.Kind.Name, paper.Kind.Sign, paper.Kind.Title,
        CaseDocuments.Content(state, paper.Kind.Code, paper.Index)?.Number is { } number && !number.Contains('【', StringComparison.Ordinal) ? number : null,
        paper.Index, paper.Made, paper.On,
        $"/office/cases/{state.Id}/documents/{paper.Kind.Name}/{paper.Index}", $"/office/cases/{state.Id}/documents/{paper.Kind.Name}/{paper.Index}.docx");
}
