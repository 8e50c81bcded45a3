using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Organisation;

/// <summary>What an import did or would do.</summary>
/// <param name="Added">Names of what is new.</param>
/// <param name="Changed">Names of what differs.</param>
public sealed record OrganisationImport(IReadOnlyList<string> Added, IReadOnlyList<string> Changed);

/// <summary>Brings areas, townships and departments to what a file says (导入组织基础数据). What the file does not name stays.</summary>
public sealed class ImportOrganisation(UseCaseRunner runner, AppDb db, ReferenceData reference, Entropy entropy, TimeProvider time)
{
    /// <summary>Imports the text of a file, or only says what would change.</summary>
    public Task<Result<OrganisationImport>> Run(string json, bool dryRun, CancellationToken cancel)
    {
        Task<Result<OrganisationImport>> Body() => Apply(json, dryRun, cancel);
        return dryRun ? runner.Read(AccessTable.ImportOrganisation, Body) : runner.Write(AccessTable.ImportOrganisation, "导入组织基础数据文件", Body, cancel);
    }

    private async Task<Result<OrganisationImport>> Apply(string json, bool dryRun, CancellationToken cancel)
    {
        var parsed = OrganisationFile.Parse(json);
        if (!parsed.IsOk) return Result<OrganisationImport>.Refused(parsed.Refusals);
        var register = parsed.Value.Register;
        var (added, changed) = (new List<string>(), new List<string>());
        await Bring(register.Areas, row => (row.Code, row.From), area => (area.Id, area.Validity.From), OrganisationRows.Of, row => $"片区 {row.Name}");
        await Bring(register.Townships, row => (row.Code, row.From), township => (township.Code, township.Validity.From), OrganisationRows.Of, row => $"镇街 {row.Name}");
        await Bring(register.Departments, row => (row.Code, row.From), department => (department.Code, department.Validity.From), OrganisationRows.Of, row => $"部门 {row.Name}");
        await Bring(register.Memberships, row => (row.Township, row.From), membership => (membership.Township, membership.Validity.From), OrganisationRows.Of, row => $"归属 {row.Township} → {row.Area}");
        if (!dryRun) await reference.Touch(db, OrganisationCapability.SnapshotName, cancel);
        return new OrganisationImport(added, changed);

        async Task Bring<TRow, TFact>(IReadOnlyList<TFact> facts, Func<TRow, (string, DateOnly)> keyOfRow, Func<TFact, (string, DateOnly)> keyOf,
            Func<TFact, string, TRow> make, Func<TRow, string> nameOf) where TRow : class, IRecorded
        {
            var rows = await (dryRun ? db.Set<TRow>().AsNoTracking() : db.Set<TRow>()).ToDictionaryAsync(keyOfRow, cancel);
            foreach (var fact in facts)
            {
                if (!rows.TryGetValue(keyOf(fact), out var row))
                {
                    var fresh = make(fact, entropy.NewId(time.GetUtcNow()));
                    if (!dryRun) db.Add(fresh);
                    added.Add(nameOf(fresh));
                    continue;
                }
                var entry = db.Entry(row);
                var wanted = make(fact, (string)entry.Property("Id").CurrentValue!);
                var differs = entry.Properties.Where(property => property.Metadata.Name != nameof(IRecorded.Version))
                    .Where(property => !Equals(property.CurrentValue, property.Metadata.PropertyInfo!.GetValue(wanted))).ToList();
                if (differs.Count == 0) continue;
                changed.Add(nameOf(wanted));
                if (!dryRun) foreach (var property in differs) property.CurrentValue = property.Metadata.PropertyInfo!.GetValue(wanted);
            }
        }
    }
}
