using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Platform.Problems;

namespace Lianzhi.Web.Features.Documents;

/// <summary>
/// A paper that has gone out (制发文书). Its text is kept as it was issued and never made again; only how it stands changes,
/// and what the law has erased.
/// </summary>
public sealed class IssuedPaperRow
{
    /// <summary>核验编号.</summary>
    [Key, MaxLength(40)] public required string Mark { get; init; }

    /// <summary>校验码.</summary>
    [MaxLength(12)] public required string Code { get; init; }

    /// <summary>The file it belongs to: a case, an inspection, or a paper of supervision.</summary>
    [MaxLength(26)] public required string CaseId { get; init; }

    /// <summary>True when that file is an inspection.</summary>
    public bool OfInspection { get; init; }

    /// <summary>Kind.</summary>
    [MaxLength(40)] public required DocumentCode Kind { get; init; }

    /// <summary>What it is, whatever stands beside it in the file.</summary>
    [MaxLength(200)] public required string Key { get; init; }

    /// <summary>Edition, from 1 (版次).</summary>
    public required int Edition { get; init; }

    /// <summary>Number; null for kinds without one.</summary>
    [MaxLength(100)] public string? Number { get; init; }

    /// <summary>Title on the paper.</summary>
    [MaxLength(100)] public required string Title { get; init; }

    /// <summary>Subject.</summary>
    [MaxLength(40)] public required string Unit { get; init; }

    /// <summary>Full name of the subject.</summary>
    [MaxLength(100)] public required string UnitName { get; init; }

    /// <summary>Area of the case.</summary>
    [MaxLength(10)] public string? Area { get; init; }

    /// <summary>Day of issue.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>The paper in its kept form.</summary>
    public required string Content { get; set; }

    /// <summary>SM3 of the kept form as it was issued.</summary>
    [MaxLength(64)] public required string Digest { get; init; }

    /// <summary>Personal values in it and what strangers see instead, as JSON.</summary>
    public required string Masks { get; set; }

    /// <summary>True once values were erased by law: the kept form no longer has the digest.</summary>
    public bool Erased { get; set; }

    /// <summary>How it stands.</summary>
    [MaxLength(20)] public required PaperStanding Standing { get; set; }

    /// <summary>Since when; null while in force.</summary>
    public DateOnly? StandingOn { get; set; }

    /// <summary>By which paper.</summary>
    [MaxLength(100)] public string? StandingBy { get; set; }

    /// <summary>The paper.</summary>
    public DocumentContent Read() => PaperForm.Read(Content);

    /// <summary>What is masked.</summary>
    public IReadOnlyList<MaskedValue> ReadMasks() => JsonSerializer.Deserialize<MaskedValue[]>(Masks, ApiJson.Options) ?? [];
}

/// <summary>Payload of the entry that a paper went out: its digest stands in the record, its text does not.</summary>
public sealed record PaperIssued(string Case, string Kind, string? Number, int Edition, string Unit, string IssuedOn, string Digest);

/// <summary>Payload of the entry that a paper stands otherwise.</summary>
public sealed record PaperStandingChanged(string Standing, string? On, string? By);
