using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Organisation;

/// <summary>A person to be registered.</summary>
/// <param name="Name">Name.</param>
/// <param name="Unit">Code of the home unit.</param>
/// <param name="UserName">Account name; null for none.</param>
/// <param name="From">First day in the unit.</param>
/// <param name="Skills">Domain skills with levels, for example 食品安全2、消防3; null for none.</param>
public sealed record NewOfficer(string? Name, string? Unit, string? UserName, DateOnly? From, string? Skills = null);

/// <summary>Registers a person (登记人员).</summary>
public sealed class AddOfficer(
    UseCaseRunner runner, AppDb db, Snapshot<OrganisationRegister> organisation, ReferenceData reference, Entropy entropy, TimeProvider time)
{
    /// <summary>Registers the person; the answer is the id.</summary>
    public Task<Result<string>> Run(NewOfficer officer, string? reason, CancellationToken cancel) =>
        runner.Write<string>(AccessTable.AddOfficer, reason, async () =>
        {
            var refusals = new List<Refusal>();
            if (string.IsNullOrWhiteSpace(officer.Name) || officer.Name.Trim().Length > 40) refusals.Add(Refusal.Invalid("name", "请填写姓名，不超过40字。"));
            if (officer.From is null) refusals.Add(Refusal.Invalid("from", "请填写到岗日期。"));
            var day = organisation.Current.AsOf(officer.From ?? time.Today());
            if (string.IsNullOrEmpty(officer.Unit) || (day.Township(officer.Unit) is null && day.Department(officer.Unit) is null))
                refusals.Add(Refusal.Invalid("unit", "请选择所在单位。"));
            var skills = OfficerSkills.Parse(officer.Skills);
            refusals.AddRange(skills.Refusals);
            if (refusals.Count > 0) return refusals;
            if (runner.Check(AccessTable.AddOfficer, Placement.Of(officer.Unit!, day.AreaOf(officer.Unit!))) is { } refusal) return refusal;
            var userName = string.IsNullOrWhiteSpace(officer.UserName) ? null : officer.UserName.Trim();
            if (userName is not null && await db.Set<OfficerRow>().AnyAsync(row => row.UserName == userName && row.To == null, cancel))
                return Refusal.Invalid("userName", "该账号已对应其他在岗人员。");
            var id = entropy.NewId(time.GetUtcNow());
            db.Add(new OfficerRow { Id = id, Name = officer.Name!.Trim(), Unit = officer.Unit!, UserName = userName, Skills = OfficerSkills.Text(skills.Value!), From = officer.From!.Value });
            await reference.Touch(db, OrganisationCapability.SnapshotName, cancel);
            return id;
        }, cancel);
}

/// <summary>Corrects a name, keeps the skills, or ends a person's time in the unit (变更人员).</summary>
public sealed class ChangeOfficer(UseCaseRunner runner, AppDb db, Snapshot<OrganisationRegister> organisation, ReferenceData reference, TimeProvider time)
{
    /// <summary>Changes the person of an id whose row was seen at a version.</summary>
    /// <param name="id">The officer.</param>
    /// <param name="version">Version seen.</param>
    /// <param name="name">The name.</param>
    /// <param name="skills">Domain skills with levels; null or empty for none.</param>
    /// <param name="to">First day no longer in the unit; null while in service.</param>
    /// <param name="reason">Why; required.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<string>> Run(string id, long version, string? name, string? skills, DateOnly? to, string? reason, CancellationToken cancel) =>
        runner.Write<string>(AccessTable.ChangeOfficer, reason, async () =>
        {
            var officer = await db.Set<OfficerRow>().SingleOrDefaultAsync(row => row.Id == id, cancel);
            if (officer is null) return Refusal.NotFound();
            var area = organisation.Current.AsOf(time.Today()).AreaOf(officer.Unit);
            if (runner.Check(AccessTable.ChangeOfficer, Placement.Of(officer.Unit, area)) is { } refusal) return refusal;
            if (officer.Version != version) return Refusal.Stale(officer.Version);
            var refusals = new List<Refusal>();
            if (Reasons.Check(reason) is { } missing) refusals.Add(missing);
            if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > 40) refusals.Add(Refusal.Invalid("name", "请填写姓名，不超过40字。"));
            var held = OfficerSkills.Parse(skills);
            refusals.AddRange(held.Refusals);
            if (new Validity(officer.From, to).Check() is { } term) refusals.Add(term);
            if (to is { } last)
            {
                var posts = await db.Set<PostRow>().Where(row => row.OfficerId == id && (row.To == null || row.To > last)).Select(row => row.Kind).ToListAsync(cancel);
                if (posts.Count > 0)
                    refusals.Add(new Refusal("posts-still-held", $"离岗日后仍任{string.Join('、', posts.Select(OrganisationNames.Of).Distinct())}，请先办理任职变更。", "基础库规则：岗位由在岗人员担任", "to"));
            }
            if (refusals.Count > 0) return refusals;
            (officer.Name, officer.Skills, officer.To) = (name!.Trim(), OfficerSkills.Text(held.Value!), to);
            await reference.Touch(db, OrganisationCapability.SnapshotName, cancel);
            return id;
        }, cancel);
}

/// <summary>What every change of the register asks for.</summary>
internal static class Reasons
{
    public static Refusal? Check(string? reason) =>
        string.IsNullOrWhiteSpace(reason) || reason.Length > 500 ? Refusal.Invalid("reason", "请写明变更理由和依据的文件，不超过500字。") : null;
}
