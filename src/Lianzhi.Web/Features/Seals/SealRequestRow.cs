using System.ComponentModel.DataAnnotations;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Seals;
using Lianzhi.Web.Platform.Records;

namespace Lianzhi.Web.Features.Seals;

/// <summary>A request for the seal on one issued paper, with what became of it (用印登记簿). Never deleted: what is not sealed is returned.</summary>
public sealed class SealRequestRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>Number of the slip (用印单编号).</summary>
    [MaxLength(100)] public required string Number { get; init; }

    /// <summary>The organ whose seal it is.</summary>
    [MaxLength(40)] public required string Unit { get; init; }

    /// <summary>Its full name.</summary>
    [MaxLength(100)] public required string UnitName { get; init; }

    /// <summary>Area of the case or inspection.</summary>
    [MaxLength(10)] public string? Area { get; init; }

    /// <summary>核验编号 of the paper.</summary>
    [MaxLength(40)] public required string Paper { get; init; }

    /// <summary>The case or inspection it belongs to.</summary>
    [MaxLength(26)] public required string FileId { get; init; }

    /// <summary>True when that is an inspection.</summary>
    public bool OfInspection { get; init; }

    /// <summary>Number of that case or inspection.</summary>
    [MaxLength(100)] public string? FileNumber { get; init; }

    /// <summary>Kind of the paper.</summary>
    [MaxLength(40)] public required DocumentCode Kind { get; init; }

    /// <summary>Title of the paper.</summary>
    [MaxLength(100)] public required string Title { get; init; }

    /// <summary>Number of the paper; null for kinds without one.</summary>
    [MaxLength(100)] public string? PaperNumber { get; init; }

    /// <summary>版次 of the paper.</summary>
    public required int Edition { get; init; }

    /// <summary>Day the paper was issued.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>SM3 of the paper as issued.</summary>
    [MaxLength(64)] public required string Digest { get; init; }

    /// <summary>Copies asked for.</summary>
    public required int Copies { get; init; }

    /// <summary>Whether a seal across the edges was asked for.</summary>
    public bool Straddle { get; init; }

    /// <summary>What for; null where it is plain.</summary>
    [MaxLength(200)] public string? Purpose { get; init; }

    /// <summary>Account of who asked.</summary>
    [MaxLength(64)] public required string AskerAccount { get; init; }

    /// <summary>Officer id of who asked; null for none.</summary>
    [MaxLength(26)] public string? AskerOfficer { get; init; }

    /// <summary>Name of who asked.</summary>
    [MaxLength(60)] public required string AskerName { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Day in Shanghai, for lists.</summary>
    public required DateOnly AskedOn { get; init; }

    /// <summary>How far it has come.</summary>
    [MaxLength(20)] public required SealStage Stage { get; set; }

    /// <summary>True when the signature was in the record before the seal was asked for.</summary>
    public bool SignedBefore { get; init; }

    /// <summary>Account of who signed; null while nobody has.</summary>
    [MaxLength(64)] public string? SignerAccount { get; set; }

    /// <summary>Officer id of who signed; null for none.</summary>
    [MaxLength(26)] public string? SignerOfficer { get; set; }

    /// <summary>Name of who signed.</summary>
    [MaxLength(60)] public string? SignerName { get; set; }

    /// <summary>By which post.</summary>
    [MaxLength(60)] public string? SignerPost { get; set; }

    /// <summary>By which written authorisation; null for none.</summary>
    [MaxLength(500)] public string? SignerAuthorisation { get; set; }

    /// <summary>Day of the signature.</summary>
    public DateOnly? SignedOn { get; set; }

    /// <summary>When it came to the keeper.</summary>
    public DateTimeOffset? ReadyAt { get; set; }

    /// <summary>Who returned it.</summary>
    [MaxLength(60)] public string? ReturnedBy { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? ReturnedAt { get; set; }

    /// <summary>Why.</summary>
    [MaxLength(200)] public string? ReturnReason { get; set; }

    /// <summary>When the seal was set.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>Copies really sealed.</summary>
    public int? UsedCopies { get; set; }

    /// <summary>Whether the edges were sealed.</summary>
    public bool? UsedStraddle { get; set; }

    /// <summary>Sealed sheets that were destroyed.</summary>
    public int? Spoilt { get; set; }

    /// <summary>Why.</summary>
    [MaxLength(200)] public string? SpoiltReason { get; set; }

    /// <summary>Who took the papers.</summary>
    [MaxLength(60)] public string? TakenBy { get; set; }

    /// <summary>Account of the keeper.</summary>
    [MaxLength(64)] public string? KeeperAccount { get; set; }

    /// <summary>Name of the keeper.</summary>
    [MaxLength(60)] public string? KeeperName { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"seal/{Id}";

    /// <summary>Where it stands, for reach.</summary>
    public Placement Placement => new(Unit, Area, AskerOfficer is null ? [] : [AskerOfficer]);

    /// <summary>As the rules know it.</summary>
    public SealRequest ToRequest() => new(Stage, AskerAccount, AskerOfficer, Copies, Straddle,
        SignerAccount is null ? null : new(new CaseSigner(SignerAccount, SignerName!, SignerPost!, SignerAuthorisation, SignerOfficer), SignedOn!.Value), ReadyAt);

    /// <summary>As the slip shows it.</summary>
    public SealSlip ToSlip() => new(Number, UnitName, Title, PaperNumber, Paper, Edition, IssuedOn, Digest, ToRequest(), Purpose, AskerName, AskedAt)
    {
        SignedBefore = SignedBefore,
        Returned = ReturnedAt is { } at ? (ReturnedBy!, at, ReturnReason!) : null,
        Used = UsedAt is { } used ? (KeeperName!, new SealUse(used, UsedCopies, UsedStraddle == true, Spoilt, SpoiltReason, TakenBy)) : null,
    };

    /// <summary>Notes whose signature it rests on; from then on it lies with the keeper.</summary>
    public void Sign(SealApproval approval, DateTimeOffset now)
    {
        (SignerAccount, SignerOfficer, SignerName, SignerPost, SignerAuthorisation) = (approval.Signer.Account, approval.Signer.OfficerId, approval.Signer.Name, approval.Signer.Post, approval.Signer.Authorisation);
        (SignedOn, Stage, ReadyAt) = (approval.On, SealStage.Approved, now);
    }
}
