using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Seals;

/// <summary>
/// When the seal of an organ may be asked for, approved and set (用印规则): on issued papers only, not without the head's signature, and by three
/// different people.
/// </summary>
public static class SealRules
{
    /// <summary>Most copies of one request, and most spoilt sheets.</summary>
    public const int MostCopies = 99;

    /// <summary>Most characters of a purpose or a reason.</summary>
    public const int LongestText = 200;

    /// <summary>Most characters of a name.</summary>
    public const int LongestName = 60;

    /// <summary>A paper with the name of an organ bears its seal, and the two agree.</summary>
    public static readonly Basis OnPapers = "党政机关公文处理工作条例 第9条第13项";

    /// <summary>The State Council's rules on seals: kept by one, used after approval.</summary>
    public static readonly Basis OnUse = "国务院关于国家行政机关和企业事业单位社会团体印章管理的规定（国发〔1999〕25号）";

    /// <summary>May the seal be asked for?</summary>
    /// <param name="paper">The paper; null when none was issued under what was given.</param>
    /// <param name="open">Number of a request for the same paper that is not finished; null for none.</param>
    /// <param name="again">True when the paper was sealed before.</param>
    /// <param name="copies">Copies asked for.</param>
    /// <param name="purpose">What for; needed where it is not plain, because the paper was sealed before.</param>
    /// <returns>What is wrong; empty when nothing is.</returns>
    public static IReadOnlyList<Refusal> Ask(PaperToSeal? paper, string? open, bool again, int? copies, string? purpose)
    {
        if (paper is null) return [new("paper-not-issued", "没有这份已制发的文书。草稿、还没有批准或者还没有取得文号的文书不能用印；请从已制发文书中选择。", OnPapers, "paper")];
        if (May(paper) is { } refusal) return [refusal];
        if (open is not null) return [new("seal-already-asked", $"这份文书已经申请用印（{open}），办结以前不能再次申请。", OnUse, "paper")];
        return
        [
            .. copies is null or < 1 or > MostCopies ? new[] { Refusal.Invalid("copies", $"请填写用印份数，1至{MostCopies}份。") } : [],
            .. purpose?.Length > LongestText ? new[] { Refusal.Invalid("purpose", $"用途不超过{LongestText}字。") }
                : again && string.IsNullOrWhiteSpace(purpose) ? [Refusal.Invalid("purpose", "这份文书已经用过印，再次用印请写明用途。")] : [],
        ];
    }

    /// <summary>May a paper be sealed at all? Null when it may.</summary>
    public static Refusal? May(PaperToSeal paper) => paper.Kind.Sealed ? Stands(paper) : new("paper-bears-no-seal", $"《{paper.Kind.Title}》由有关人员签名，不加盖机关印章。", OnPapers, "paper");

    /// <summary>May this person approve the seal, as whom?</summary>
    /// <param name="request">The request.</param>
    /// <param name="paper">The paper.</param>
    /// <param name="unitName">Full name of the organ.</param>
    /// <param name="account">Account of who approves.</param>
    /// <param name="officer">Officer id of who approves; null for none.</param>
    /// <param name="fact">By which post the person signs for the organ today; null when he does not.</param>
    public static Result<CaseSigner> Approve(SealRequest request, PaperToSeal paper, string unitName, string account, string? officer, SignerFact? fact) =>
        Signer(request, unitName, account, officer, fact).Then<CaseSigner>(signer => Stands(paper) is { } fallen ? fallen : signer);

    /// <summary>May the request be returned? While it waits for the head by the head, from then on by the keeper.</summary>
    /// <param name="request">The request.</param>
    /// <param name="unitName">Full name of the organ.</param>
    /// <param name="account">Account of who returns it.</param>
    /// <param name="officer">Officer id of who returns it; null for none.</param>
    /// <param name="fact">By which post the person signs for the organ today; null when he does not.</param>
    /// <param name="keeper">Whether the person keeps the seal of the organ.</param>
    /// <param name="reason">Why.</param>
    public static Refusal? Return(SealRequest request, string unitName, string account, string? officer, SignerFact? fact, bool keeper, string? reason) =>
        (request.Stage == SealStage.Approved ? keeper ? Keeper(request, account, officer) : new("not-the-keeper", "已经批准的用印申请由印章管理员核对，与文书不符的由印章管理员退回。", OnUse)
            : Signer(request, unitName, account, officer, fact) is { IsOk: false } refused ? refused.Refusals[0] : null)
        ?? (reason?.Trim().Length is null or < 2 or > LongestText ? Refusal.Invalid("reason", $"请写明退回原因，2至{LongestText}字。") : null);

    /// <summary>May the use be registered?</summary>
    /// <param name="request">The request.</param>
    /// <param name="paper">The paper as it stands today.</param>
    /// <param name="account">Account of the keeper.</param>
    /// <param name="officer">Officer id of the keeper; null for none.</param>
    /// <param name="use">What was done.</param>
    /// <param name="now">Now.</param>
    /// <returns>What is wrong; empty when nothing is.</returns>
    public static IReadOnlyList<Refusal> Register(SealRequest request, PaperToSeal paper, string account, string? officer, SealUse use, DateTimeOffset now)
    {
        if (request.Stage == SealStage.Requested) return [new("seal-not-approved", "还没有经本机关负责人批准，不得用印。", OnUse)];
        if (request.Stage != SealStage.Approved) return [Done(request)];
        if (Keeper(request, account, officer) is { } conflict) return [conflict];
        if (Stands(paper) is { } fallen) return [fallen];
        var faults = new List<Refusal>();
        if (use.At is null) faults.Add(Refusal.Invalid("at", "请填写用印时间。"));
        else if (use.At > now) faults.Add(Refusal.Invalid("at", "用印时间不能晚于现在。"));
        // Times are written to the minute.
        else if (use.At.Value.AddMinutes(1) <= request.ReadyAt) faults.Add(new("seal-before-approval", "用印时间早于批准时间。未经批准不得用印。", OnUse, "at"));
        if (use.Copies is null or < 1 or > MostCopies) faults.Add(Refusal.Invalid("copies", "请填写实际用印份数。"));
        else if (use.Copies > request.Copies) faults.Add(new("seal-more-than-approved", $"批准用印{request.Copies}份，实际用印不得超过批准的份数；需要增加的，另行申请。", OnUse, "copies"));
        if (use.Straddle && !request.Straddle) faults.Add(new("seal-straddle-not-approved", "没有批准加盖骑缝章；需要的，另行申请。", OnUse, "straddle"));
        if (use.Spoilt is null or < 0 or > MostCopies) faults.Add(Refusal.Invalid("spoilt", $"请填写作废份数，没有的填0，不超过{MostCopies}份。"));
        else if (use.Spoilt > 0 && string.IsNullOrWhiteSpace(use.SpoiltReason)) faults.Add(Refusal.Invalid("spoiltReason", "有作废的，请写明原因和销毁情况。"));
        if (use.SpoiltReason?.Length > LongestText) faults.Add(Refusal.Invalid("spoiltReason", $"作废原因不超过{LongestText}字。"));
        if (string.IsNullOrWhiteSpace(use.TakenBy) || use.TakenBy.Trim().Length > LongestName) faults.Add(Refusal.Invalid("takenBy", $"请填写领取人姓名，不超过{LongestName}字。"));
        return faults;
    }

    /// <summary>What people call it.</summary>
    public static string Title(this SealStage stage) => stage switch
    {
        SealStage.Requested => "待批准",
        SealStage.Approved => "待用印",
        SealStage.Sealed => "已用印",
        _ => "已退回",
    };

    /// <summary>A paper that was taken down, or in whose place another stands, gets no seal any more.</summary>
    private static Refusal? Stands(PaperToSeal paper) => paper.Standing is PaperStanding.Revoked or PaperStanding.Unlawful or PaperStanding.Void or PaperStanding.Superseded
        ? new("paper-not-in-force", $"这份文书{paper.Standing.Title()}，不再用印。", OnPapers, "paper") : null;

    private static Result<CaseSigner> Signer(SealRequest request, string unitName, string account, string? officer, SignerFact? fact) =>
        request.Stage != SealStage.Requested ? Done(request)
        : fact is null ? new Refusal("signer-not-head", $"须由{unitName}的行政机关负责人，或者持有书面签批授权的负责人批准用印；片长、副片长不因该职务取得签批权。", OnUse)
        : Same(account, officer, request.Asker, request.AskerOfficer) ? new Refusal("seal-asker-approves", "申请用印的人不得批准用印。", OnUse)
        : new CaseSigner(account, fact.Name, fact.Post, fact.Authorisation, officer);

    /// <summary>Who keeps the seal neither asked for it nor signed what it stands under.</summary>
    private static Refusal? Keeper(SealRequest request, string account, string? officer) =>
        Same(account, officer, request.Asker, request.AskerOfficer) ? new("seal-asker-keeps", "申请用印的人不得加盖印章。", OnUse)
        : request.Approval is { Signer: var signer } && Same(account, officer, signer.Account, signer.OfficerId) ? new("seal-signer-keeps", "签批文书或者批准用印的人不得加盖印章。", OnUse)
        : null;

    private static Refusal Done(SealRequest request) => new("seal-finished", $"这份用印申请{request.Stage.Title()}，不能再办理。", OnUse);

    private static bool Same(string account, string? officer, string otherAccount, string? otherOfficer) => account == otherAccount || (officer is not null && officer == otherOfficer);
}
