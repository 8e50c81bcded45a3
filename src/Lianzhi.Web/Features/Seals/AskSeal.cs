using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Seals;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Documents;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Seals;

/// <summary>What is asked for.</summary>
/// <param name="Paper">核验编号 of the issued paper.</param>
/// <param name="Copies">份数.</param>
/// <param name="Straddle">骑缝章.</param>
/// <param name="Purpose">What for; may be left out where it is plain.</param>
public sealed record NewSeal(string? Paper, int? Copies, bool Straddle, string? Purpose);

/// <summary>Asks for the seal of the organ on an issued paper (申请用印). What the head signed goes to the keeper at once.</summary>
public sealed class AskSeal(UseCaseRunner runner, AppDb db, SealDesk desk, NumberBook numbers)
{
    /// <summary>Asks for it.</summary>
    public Task<Result<string>> Run(NewSeal given, CancellationToken cancel) => runner.Write<string>(AccessTable.RequestSeal, given.Purpose, async () =>
    {
        if (await desk.Paper(given.Paper, cancel) is not { } paper) return Result<string>.Refused(SealRules.Ask(null, null, false, given.Copies, given.Purpose));
        if (runner.Check(AccessTable.RequestSeal, paper.Placement) is { } refusal) return refusal;
        var (row, kind) = (paper.Row, DocumentKinds.Of(DocumentCode.SealSlip));
        // Taken first: it locks the serials of the unit, so that of two requests at once for one paper the second sees the first.
        var number = await (row.OfInspection ? numbers.NextOfInspection(desk.OwnerOf(row), kind, row.CaseId, cancel) : numbers.Next(desk.OwnerOf(row), kind, row.CaseId, cancel));
        var earlier = await db.Set<SealRequestRow>().AsNoTracking().Where(one => one.Paper == row.Mark && one.Stage != SealStage.Returned).Select(one => new { one.Number, one.Stage }).ToListAsync(cancel);
        var faults = SealRules.Ask(paper.ToPaper(), earlier.Find(one => one.Stage != SealStage.Sealed)?.Number, earlier.Count > 0, given.Copies, given.Purpose);
        if (faults.Count > 0) return Result<string>.Refused(faults);
        var request = new SealRequestRow
        {
            Id = desk.NewId(),
            Number = number,
            Unit = row.Unit,
            UnitName = row.UnitName,
            Area = row.Area,
            Paper = row.Mark,
            FileId = row.CaseId,
            OfInspection = row.OfInspection,
            FileNumber = paper.FileNumber,
            Kind = row.Kind,
            Title = row.Title,
            PaperNumber = row.Number,
            Edition = row.Edition,
            IssuedOn = row.IssuedOn,
            Digest = row.Digest,
            Copies = given.Copies!.Value,
            Straddle = given.Straddle,
            Purpose = string.IsNullOrWhiteSpace(given.Purpose) ? null : given.Purpose.Trim(),
            AskerAccount = desk.Actor.Id,
            AskerOfficer = desk.Actor.OfficerId,
            AskerName = desk.Actor.Name,
            AskedAt = desk.Now,
            AskedOn = desk.Today,
            SignedBefore = paper.Approval is not null,
            Stage = SealStage.Requested,
        };
        if (paper.Approval is { } approval) request.Sign(approval, desk.Now);
        db.Add(request);
        return request.Id;
    }, cancel);
}

/// <summary>Approves the seal on a paper the head has not signed (批准用印).</summary>
public sealed class ApproveSeal(SealDesk desk)
{
    /// <summary>Approves it.</summary>
    public Task<Result<string>> Run(string id, long version, CancellationToken cancel) => desk.Take(AccessTable.ApproveSeal, id, version, null, (row, paper) =>
    {
        var signer = SealRules.Approve(row.ToRequest(), paper.ToPaper(), row.UnitName, desk.Actor.Id, desk.Actor.OfficerId, desk.SignerOf(row.Unit));
        if (!signer.IsOk) return signer.Refusals;
        row.Sign(new(signer.Value, desk.Today), desk.Now);
        return [];
    }, cancel);
}

/// <summary>Returns a request (退回用印申请): the head before approval, the keeper when paper and slip differ.</summary>
public sealed class ReturnSeal(SealDesk desk)
{
    /// <summary>Returns it.</summary>
    public Task<Result<string>> Run(string id, long version, string? reason, CancellationToken cancel) => desk.Take(AccessTable.ReturnSeal, id, version, reason, (row, _) =>
    {
        if (SealRules.Return(row.ToRequest(), row.UnitName, desk.Actor.Id, desk.Actor.OfficerId, desk.SignerOf(row.Unit), desk.Actor.Holds(Role.SealKeeper, row.Unit), reason) is { } refusal) return [refusal];
        (row.Stage, row.ReturnedBy, row.ReturnedAt, row.ReturnReason) = (SealStage.Returned, desk.Actor.Name, desk.Now, reason!.Trim());
        return [];
    }, cancel);
}

/// <summary>Registers that the seal was set (登记用印).</summary>
public sealed class RegisterSeal(SealDesk desk)
{
    /// <summary>Registers it.</summary>
    public Task<Result<string>> Run(string id, long version, SealUse use, CancellationToken cancel) => desk.Take(AccessTable.RegisterSeal, id, version, use.SpoiltReason, (row, paper) =>
    {
        var faults = SealRules.Register(row.ToRequest(), paper.ToPaper(), desk.Actor.Id, desk.Actor.OfficerId, use, desk.Now);
        if (faults.Count > 0) return faults;
        (row.Stage, row.UsedAt, row.UsedCopies, row.UsedStraddle) = (SealStage.Sealed, use.At!.Value.ToUniversalTime(), use.Copies, use.Straddle);
        (row.Spoilt, row.SpoiltReason, row.TakenBy) = (use.Spoilt, use.Spoilt > 0 ? use.SpoiltReason!.Trim() : null, use.TakenBy!.Trim());
        (row.KeeperAccount, row.KeeperName) = (desk.Actor.Id, desk.Actor.Name);
        return [];
    }, cancel);
}
