using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Seals;

/// <summary>How far a request for the seal has come (用印状态).</summary>
public enum SealStage
{
    /// <summary>待批准: the record holds no signature for the paper, the head has to approve the seal.</summary>
    Requested,

    /// <summary>待用印: approved, lies with the keeper.</summary>
    Approved,

    /// <summary>已用印.</summary>
    Sealed,

    /// <summary>已退回.</summary>
    Returned,
}

/// <summary>What of an issued paper matters to its seal (拟用印文书).</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Standing">How it stands.</param>
public sealed record PaperToSeal(DocumentKind Kind, PaperStanding Standing);

/// <summary>The signature that lets a paper be sealed (用印的批准).</summary>
/// <param name="Signer">Who signed, by which post and authorisation.</param>
/// <param name="On">Day.</param>
public sealed record SealApproval(CaseSigner Signer, DateOnly On);

/// <summary>A request for the seal of the organ on one issued paper (用印申请), as the rules know it.</summary>
/// <param name="Stage">How far it has come.</param>
/// <param name="Asker">Account of who asked.</param>
/// <param name="AskerOfficer">Officer id of who asked; null for none.</param>
/// <param name="Copies">Copies asked for (份数).</param>
/// <param name="Straddle">Whether a seal across the edges of the sheets was asked for (骑缝章).</param>
/// <param name="Approval">Whose signature it rests on; null while there is none.</param>
/// <param name="ReadyAt">When it came to the keeper; null before.</param>
public sealed record SealRequest(SealStage Stage, string Asker, string? AskerOfficer, int Copies, bool Straddle, SealApproval? Approval, DateTimeOffset? ReadyAt);

/// <summary>What the keeper writes down of the use (用印情况).</summary>
/// <param name="At">When.</param>
/// <param name="Copies">Copies really sealed.</param>
/// <param name="Straddle">Whether the edges were sealed.</param>
/// <param name="Spoilt">Sealed sheets that had to be destroyed (作废份数).</param>
/// <param name="SpoiltReason">Why, where there are any.</param>
/// <param name="TakenBy">Who took the papers away.</param>
public sealed record SealUse(DateTimeOffset? At, int? Copies, bool Straddle, int? Spoilt, string? SpoiltReason, string? TakenBy);
