using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Lianzhi.Core.Access;
using Lianzhi.Core.Disclosure;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Records;

namespace Lianzhi.Web.Features.Disclosure;

/// <summary>How a disclosure stands (公示状态).</summary>
public enum DisclosureState
{
    /// <summary>拟公示: waits for approval.</summary>
    Proposed,

    /// <summary>公示中, or 期满 after its last day.</summary>
    Published,

    /// <summary>不予公示.</summary>
    Withheld,

    /// <summary>已撤下: the page says that it was, and why.</summary>
    Withdrawn,
}

/// <summary>
/// A decision prepared for the public (公示). Holds only what the public may read; the full text stays in the case.
/// </summary>
public sealed class DisclosureRow : IRecorded
{
    /// <summary>Its id, also in the public address.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The case.</summary>
    [MaxLength(26)] public required string CaseId { get; init; }

    /// <summary>How it stands.</summary>
    [MaxLength(20)] public required DisclosureState State { get; set; }

    /// <summary>Number of the decision.</summary>
    [MaxLength(60)] public required string DecisionNumber { get; init; }

    /// <summary>True for the on-the-spot procedure.</summary>
    public required bool Simple { get; init; }

    /// <summary>Kind of the party.</summary>
    [MaxLength(20)] public required PublishedPartyKind PartyKind { get; init; }

    /// <summary>Party, masked where it is a person.</summary>
    [MaxLength(200)] public required string Party { get; init; }

    /// <summary>统一社会信用代码.</summary>
    [MaxLength(18)] public string? CreditCode { get; init; }

    /// <summary>Representative, masked unless the setting shows it.</summary>
    [MaxLength(60)] public string? Representative { get; init; }

    /// <summary>Seat, or the township of a citizen.</summary>
    [MaxLength(200)] public string? Domicile { get; init; }

    /// <summary>案由.</summary>
    [MaxLength(200)] public required string Cause { get; init; }

    /// <summary>Enforcement item.</summary>
    [MaxLength(20)] public required string Item { get; init; }

    /// <summary>Short name of the department whose field it is in.</summary>
    [MaxLength(20)] public string? Department { get; init; }

    /// <summary>Result in words.</summary>
    [MaxLength(200)] public required string ResultText { get; init; }

    /// <summary>Articles, one a line.</summary>
    [MaxLength(1000)] public required string Basis { get; init; }

    /// <summary>Code of the organ that decided.</summary>
    [MaxLength(40)] public required string OrganCode { get; init; }

    /// <summary>Full name of that organ.</summary>
    [MaxLength(100)] public required string OrganName { get; init; }

    /// <summary>Area of that organ.</summary>
    [MaxLength(10)] public string? Area { get; init; }

    /// <summary>Day of the decision.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Day it was served.</summary>
    public required DateOnly ServedOn { get; init; }

    /// <summary>Masked full text as JSON.</summary>
    public required string Paragraphs { get; init; }

    /// <summary>What was masked and why, as JSON.</summary>
    public required string Masks { get; init; }

    /// <summary>First day in public; null while it is not published.</summary>
    public DateOnly? PublishedOn { get; set; }

    /// <summary>Day after the last in public.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>Day it was withdrawn.</summary>
    public DateOnly? WithdrawnOn { get; set; }

    /// <summary>Why it is not published.</summary>
    [MaxLength(20)] public NoPublicationGround? Ground { get; set; }

    /// <summary>Reason of withholding or withdrawing.</summary>
    [MaxLength(500)] public string? Reason { get; set; }

    /// <inheritdoc/>
    public string Stream => $"disclosure/{Id}";

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <summary>Where it stands for permission.</summary>
    public Placement Placement => new(OrganCode, Area, []);

    /// <summary>True while the public can read it.</summary>
    public bool IsPublic(DateOnly today) => State == DisclosureState.Published && PublishedOn <= today && EndsOn > today;

    /// <summary>The full text.</summary>
    public IReadOnlyList<PublicParagraph> ReadParagraphs() => JsonSerializer.Deserialize<PublicParagraph[]>(Paragraphs, ApiJson.Options) ?? [];

    /// <summary>What was masked.</summary>
    public IReadOnlyList<MaskNote> ReadMasks() => JsonSerializer.Deserialize<MaskNote[]>(Masks, ApiJson.Options) ?? [];

    /// <summary>The row of a decision that is published.</summary>
    public static DisclosureRow Published(string id, DecisionToPublish decision, PublicDecision text)
    {
        var row = Of(id, decision, text, DisclosureState.Published);
        (row.PublishedOn, row.EndsOn) = (text.PublishedOn, text.EndsOn);
        return row;
    }

    /// <summary>The row of a decision that is not published; no text of it is kept.</summary>
    public static DisclosureRow Withheld(string id, DecisionToPublish decision, DateOnly today, NoPublicationGround ground, string reason)
    {
        var row = Of(id, decision, new PublicDecision("（不予公示）", null, null, null, [], [], today, today), DisclosureState.Withheld);
        (row.Ground, row.Reason) = (ground, reason);
        return row;
    }

    /// <summary>The row of a decision and its masked text.</summary>
    public static DisclosureRow Of(string id, DecisionToPublish decision, PublicDecision text, DisclosureState state) => new()
    {
        Id = id,
        CaseId = decision.CaseId,
        State = state,
        DecisionNumber = decision.DecisionNumber,
        Simple = decision.Simple,
        PartyKind = decision.PartyKind,
        Party = text.Party,
        CreditCode = text.CreditCode,
        Representative = text.Representative,
        Domicile = text.Domicile,
        Cause = decision.Cause,
        Item = decision.Item,
        Department = decision.Department,
        ResultText = decision.ResultText,
        Basis = string.Join('\n', decision.Basis),
        OrganCode = decision.OrganCode,
        OrganName = decision.OrganName,
        Area = decision.Area,
        DecidedOn = decision.DecidedOn,
        ServedOn = decision.ServedOn ?? decision.DecidedOn,
        Paragraphs = JsonSerializer.Serialize(text.Paragraphs, ApiJson.Options),
        Masks = JsonSerializer.Serialize(text.Masks, ApiJson.Options),
    };
}
