using System.ComponentModel.DataAnnotations;
using Lianzhi.Core.Clues;
using Lianzhi.Core.Records;
using Lianzhi.Web.Platform.Records;

namespace Lianzhi.Web.Features.Clues;

/// <summary>A clue (线索). Every change is recorded; who reported stays secret (<see cref="PersonalAttribute"/>).</summary>
public sealed class ClueRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>受理编号, for example 投20261008-0001.</summary>
    [MaxLength(20)] public required string Number { get; init; }

    /// <summary>Where it came from.</summary>
    [MaxLength(20)] public required ClueSource Source { get; init; }

    /// <summary>How far it has come.</summary>
    [MaxLength(20)] public required ClueState State { get; set; }

    /// <summary>Township where it happened; null while unknown.</summary>
    [MaxLength(9)] public string? Township { get; set; }

    /// <summary>Unit of this district that keeps it: the handling body, or the last one before it went outside.</summary>
    [MaxLength(40)] public required string Unit { get; set; }

    /// <summary>Area of the place; null while unknown.</summary>
    [MaxLength(10)] public string? Area { get; set; }

    /// <summary>Code of the body it is with; null when that is outside the district.</summary>
    [MaxLength(40)] public string? BodyCode { get; set; }

    /// <summary>Full name of the body it is with.</summary>
    [MaxLength(100)] public required string BodyName { get; set; }

    /// <summary>Kind of matter as people call it; null when registered without one.</summary>
    [MaxLength(40)] public string? Category { get; set; }

    /// <summary>Enforcement item; null while unknown.</summary>
    [MaxLength(20)] public string? Item { get; set; }

    /// <summary>What happened, in the words of who reported; may name people.</summary>
    [MaxLength(2000), Personal] public required string Description { get; init; }

    /// <summary>Address or landmark.</summary>
    [MaxLength(200)] public required string Address { get; set; }

    /// <summary>When it happened, in words.</summary>
    [MaxLength(100)] public string? Occurred { get; init; }

    /// <summary>Name of who reported; null when anonymous.</summary>
    [MaxLength(40), Personal] public string? ReporterName { get; init; }

    /// <summary>Phone of who reported; null when anonymous.</summary>
    [MaxLength(20), Personal] public string? ReporterPhone { get; init; }

    /// <summary>True when the party must not learn who reported.</summary>
    public bool Confidential { get; init; }

    /// <summary>SM3 of number and query code; null when nobody can ask for the progress.</summary>
    [MaxLength(64)] public string? CodeHash { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Day it was received, in Shanghai.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Day the step under way began, for the day strip.</summary>
    public required DateOnly StepFrom { get; set; }

    /// <summary>Last day of the step under way; the far end of time when none runs, so that lists sort by it.</summary>
    public required DateOnly DueOn { get; set; }

    /// <summary>跨镇街.</summary>
    public bool CrossesTownships { get; set; }

    /// <summary>重大复杂.</summary>
    public bool MajorOrComplex { get; set; }

    /// <summary>Why it is not accepted.</summary>
    [MaxLength(20)] public RejectGround? Ground { get; set; }

    /// <summary>The reason given with the last decision.</summary>
    [MaxLength(1000)] public string? Reason { get; set; }

    /// <summary>The case filed from it.</summary>
    [MaxLength(26)] public string? CaseId { get; set; }

    /// <summary>What came out.</summary>
    [MaxLength(1000)] public string? Outcome { get; set; }

    /// <summary>What the person who reported was told.</summary>
    [MaxLength(2000)] public string? Answer { get; set; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <inheritdoc/>
    public string Stream => $"clue/{Id}";

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <summary>Stands for "no last day" in <see cref="DueOn"/>.</summary>
    public static readonly DateOnly NoDue = Core.Calendar.DateText.Last;

    /// <summary>True when somebody waits for an answer: who reported and can read it, or the hotline that passed it on.</summary>
    public bool IsAnswerable => CodeHash is not null || ReporterPhone is not null || Source == ClueSource.Hotline;

    /// <summary>The clue as the rules read it.</summary>
    public Clue ToClue() => new(Source, State, Township, Item, new ClueBody(BodyCode, BodyName), ReceivedOn)
    {
        DueOn = DueOn == NoDue ? null : DueOn,
        CrossesTownships = CrossesTownships,
        MajorOrComplex = MajorOrComplex,
        Ground = Ground,
        Reason = Reason,
        CaseId = CaseId,
        Outcome = Outcome,
        Answer = Answer,
    };

    /// <summary>Takes what a rule decided.</summary>
    public void Apply(Clue clue, DateOnly today)
    {
        if (clue.DueOn != ToClue().DueOn) StepFrom = today;
        (State, Item, BodyCode, BodyName) = (clue.State, clue.Item, clue.Body.Code, clue.Body.Name);
        Unit = clue.Body.Code ?? Unit;
        DueOn = clue.DueOn ?? NoDue;
        (CrossesTownships, MajorOrComplex) = (clue.CrossesTownships, clue.MajorOrComplex);
        (Ground, Reason, CaseId, Outcome, Answer) = (clue.Ground, clue.Reason, clue.CaseId, clue.Outcome, clue.Answer);
    }

    /// <summary>The clue as the search for duplicates reads it.</summary>
    public ClueTrace ToTrace() => new(Id, Township, Category, Item, Address, ReceivedOn);
}

/// <summary>A photo sent with a clue (线索照片).</summary>
public sealed class CluePhotoRow : IRecorded
{
    /// <summary>The clue.</summary>
    [MaxLength(26)] public required string ClueId { get; init; }

    /// <summary>Place among its photos, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>SM3 of the content: its address in the file store.</summary>
    [MaxLength(64)] public required string Hash { get; init; }

    /// <summary>What it is.</summary>
    [MaxLength(40)] public required string MediaType { get; init; }

    /// <summary>Bytes.</summary>
    public required long Length { get; init; }

    /// <inheritdoc/>
    public string Stream => $"clue/{ClueId}";

    /// <inheritdoc/>
    public long Version { get; set; }
}

/// <summary>The last number given on a day (当日编号).</summary>
public sealed class ClueDayRow
{
    /// <summary>The day.</summary>
    [Key] public required DateOnly Day { get; init; }

    /// <summary>The last place given.</summary>
    public required int Last { get; set; }
}
