using System.ComponentModel.DataAnnotations;
using Lianzhi.Core.Cases;

namespace Lianzhi.Web.Features.Cases;

/// <summary>
/// When to look at the clocks of a case again (时限检查日). One row for each case whose clocks still run, none for the others:
/// the table is the partial index of the sweep. It can be made anew from the record at any time.
/// </summary>
public sealed class CaseLookRow
{
    /// <summary>The case.</summary>
    [Key, MaxLength(26)] public required string CaseId { get; init; }

    /// <summary>Day to look.</summary>
    public required DateOnly LookOn { get; set; }
}

/// <summary>A reminder (提醒), written once for each clock, last day and level.</summary>
public sealed class CaseReminderRow
{
    /// <summary>The case.</summary>
    [MaxLength(26)] public required string CaseId { get; init; }

    /// <summary>The clock; <c>manual:</c> and a day for one that a person sent.</summary>
    [MaxLength(40)] public required string Clock { get; init; }

    /// <summary>Last day of the period.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>How urgent.</summary>
    [MaxLength(10)] public required AlarmLevel Level { get; init; }

    /// <summary>What it says.</summary>
    [MaxLength(300)] public required string Text { get; init; }

    /// <summary>Subject of the case.</summary>
    [MaxLength(40)] public required string Unit { get; init; }

    /// <summary>Number and party, for lists.</summary>
    [MaxLength(300)] public required string About { get; init; }

    /// <summary>Day it was raised.</summary>
    public required DateOnly RaisedOn { get; init; }

    /// <summary>Day on which its cause was gone; null while it stands.</summary>
    public DateOnly? SettledOn { get; set; }
}
