using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Organisation;

/// <summary>A certificate to be registered.</summary>
/// <param name="Number">Number.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="From">First day.</param>
/// <param name="To">Day after the last.</param>
/// <param name="PublishedOn">Day on which it goes on the published roster; null for not yet.</param>
public sealed record NewCertificate(string? Number, string? Issuer, DateOnly? From, DateOnly? To, DateOnly? PublishedOn = null);

/// <summary>Registers a certificate (登记行政执法证); terms of one person's certificates do not overlap.</summary>
public sealed class AddCertificate(UseCaseRunner runner, AppDb db, ReferenceData reference, Entropy entropy, TimeProvider time)
{
    /// <summary>Registers it for an officer; the answer is its id.</summary>
    public Task<Result<string>> Run(string officerId, NewCertificate certificate, CancellationToken cancel) =>
        runner.Write<string>(AccessTable.AddCertificate, null, async () =>
        {
            if (!await db.Set<OfficerRow>().AnyAsync(row => row.Id == officerId, cancel)) return Refusal.NotFound();
            var refusals = new List<Refusal>();
            if (string.IsNullOrWhiteSpace(certificate.Number) || certificate.Number.Trim().Length > 40) refusals.Add(Refusal.Invalid("number", "请填写证件号。"));
            if (string.IsNullOrWhiteSpace(certificate.Issuer) || certificate.Issuer.Trim().Length > 60) refusals.Add(Refusal.Invalid("issuer", "请填写发证机关。"));
            if (certificate.From is null) refusals.Add(Refusal.Invalid("from", "请填写生效日期。"));
            if (certificate.To is null) refusals.Add(Refusal.Invalid("to", "请填写失效日期。"));
            if (refusals.Count > 0) return refusals;
            var number = certificate.Number!.Trim();
            if (await db.Set<CertificateRow>().AnyAsync(row => row.Number == number, cancel)) return Refusal.Invalid("number", "该证件号已登记。");
            var terms = await db.Set<CertificateRow>().Where(row => row.OfficerId == officerId && row.CancelledOn == null).ToListAsync(cancel);
            if (IntervalRules.Check(new Validity(certificate.From!.Value, certificate.To), terms.Select(row => new Validity(row.From, row.To)), "该人员证件") is { } overlap)
                return overlap;
            var id = entropy.NewId(time.GetUtcNow());
            db.Add(new CertificateRow
            {
                Id = id,
                OfficerId = officerId,
                Number = number,
                Issuer = certificate.Issuer!.Trim(),
                From = certificate.From.Value,
                To = certificate.To,
                PublishedOn = certificate.PublishedOn,
            });
            await reference.Touch(db, OrganisationCapability.SnapshotName, cancel);
            return id;
        }, cancel);
}

/// <summary>What becomes of a certificate (证件变更).</summary>
public enum CertificateAct
{
    /// <summary>暂扣.</summary>
    Suspend,

    /// <summary>恢复.</summary>
    Restore,

    /// <summary>注销.</summary>
    Cancel,

    /// <summary>列入公示名单.</summary>
    Publish,

    /// <summary>移出公示名单.</summary>
    Withdraw,
}

/// <summary>Suspends, restores, cancels, publishes or withdraws a certificate (变更行政执法证).</summary>
public sealed class ChangeCertificate(UseCaseRunner runner, AppDb db, ReferenceData reference, TimeProvider time)
{
    /// <summary>Does it from a day on; the reason is required.</summary>
    public Task<Result<string>> Run(string id, long version, CertificateAct act, DateOnly? on, string? reason, CancellationToken cancel) =>
        runner.Write<string>(AccessTable.ChangeCertificate, reason, async () =>
        {
            var row = await db.Set<CertificateRow>().SingleOrDefaultAsync(certificate => certificate.Id == id, cancel);
            if (row is null) return Refusal.NotFound();
            if (row.Version != version) return Refusal.Stale(row.Version);
            if (Reasons.Check(reason) is { } missing) return missing;
            var day = on ?? time.Today();
            var state = row.ToCertificate().StateOn(day);
            if (row.CancelledOn is not null && act != CertificateAct.Withdraw)
                return new Refusal("certificate-cancelled", "证件已注销，不能再变更。", "福建省行政执法证管理规定（设置）");
            switch (act)
            {
                case CertificateAct.Suspend when state == CertificateState.Suspended:
                    return new Refusal("certificate-suspended", "证件当日已在暂扣期间。", "福建省行政执法证管理规定（设置）", "on");
                case CertificateAct.Suspend: (row.SuspendedFrom, row.SuspendedTo) = (day, null); break;
                case CertificateAct.Restore when state != CertificateState.Suspended:
                    return new Refusal("certificate-not-suspended", "证件当日没有暂扣，不需恢复。", "福建省行政执法证管理规定（设置）", "on");
                case CertificateAct.Restore when row.SuspendedFrom == day: (row.SuspendedFrom, row.SuspendedTo) = (null, null); break;
                case CertificateAct.Restore: row.SuspendedTo = day; break;
                case CertificateAct.Cancel: row.CancelledOn = day; break;
                case CertificateAct.Publish when state != CertificateState.Valid:
                    return new Refusal("certificate-not-valid", "证件当日无效，不能列入公示名单。", "漳龙政〔2024〕40号 附件（六）", "on");
                case CertificateAct.Publish: row.PublishedOn = day; break;
                default: row.PublishedOn = null; break;
            }
            await reference.Touch(db, OrganisationCapability.SnapshotName, cancel);
            return row.OfficerId;
        }, cancel);
}
