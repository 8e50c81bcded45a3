using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Organisation;

/// <summary>Everything known of one officer, all terms.</summary>
/// <param name="Officer">The person.</param>
/// <param name="Certificates">Certificates, newest first.</param>
/// <param name="Secondments">Secondments, newest first.</param>
/// <param name="Posts">Appointments, newest first.</param>
/// <param name="Day">The organisation today, for names.</param>
public sealed record OfficerView(
    OfficerRow Officer, IReadOnlyList<CertificateRow> Certificates, IReadOnlyList<SecondmentRow> Secondments,
    IReadOnlyList<PostRow> Posts, OrganisationAsOf Day);

/// <summary>Shows one officer (人员情况).</summary>
public sealed class ViewOfficer(UseCaseRunner runner, AppDb db, Snapshot<OrganisationRegister> organisation, TimeProvider time)
{
    /// <summary>Shows the officer of an id.</summary>
    public Task<Result<OfficerView>> Run(string id, CancellationToken cancel) => runner.Read<OfficerView>(AccessTable.ViewOfficer, async () =>
    {
        var officer = await db.Set<OfficerRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel);
        if (officer is null) return Refusal.NotFound();
        return new OfficerView(officer,
            await db.Set<CertificateRow>().AsNoTracking().Where(row => row.OfficerId == id).OrderByDescending(row => row.From).ToListAsync(cancel),
            await db.Set<SecondmentRow>().AsNoTracking().Where(row => row.OfficerId == id).OrderByDescending(row => row.From).ToListAsync(cancel),
            await db.Set<PostRow>().AsNoTracking().Where(row => row.OfficerId == id).OrderByDescending(row => row.From).ToListAsync(cancel),
            organisation.Current.AsOf(time.Today()));
    });
}
