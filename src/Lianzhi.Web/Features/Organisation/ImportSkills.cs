using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Tables;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Tables;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Organisation;

/// <summary>What an import of skills did or would do; with faults nothing is done.</summary>
/// <param name="Count">Skills in the file that are well.</param>
/// <param name="Added">Skills that people had not.</param>
/// <param name="Changed">Skills whose level or term differs.</param>
/// <param name="Faults">Every fault, by row and column.</param>
public sealed record SkillImport(int Count, int Added, int Changed, IReadOnlyList<RowFault> Faults);

/// <summary>Takes a list of skills over (导入专业技能): each line sets one skill of one person; skills that the file does not hold stay.</summary>
public sealed class ImportSkills(UseCaseRunner runner, AppDb db, Snapshot<OrganisationRegister> organisation, ReferenceData reference, TimeProvider time)
{
    private const long LargestFile = 2L << 20;
    private const int MostRows = 5_000;

    /// <summary>Imports a file, or only says what would change.</summary>
    /// <param name="content">The file; seekable.</param>
    /// <param name="source">Where the list comes from; required when it is imported.</param>
    /// <param name="dryRun">True to change nothing.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<Result<SkillImport>> Run(Stream content, string? source, bool dryRun, CancellationToken cancel)
    {
        var checkedFile = await runner.Read(AccessTable.ImportSkills, () => Take(content, keep: false, cancel));
        if (dryRun || !checkedFile.IsOk || checkedFile.Value.Faults.Count > 0) return checkedFile;
        return await runner.Write<SkillImport>(AccessTable.ImportSkills, source, async () =>
            string.IsNullOrWhiteSpace(source) || source.Length > 200 ? Refusal.Invalid("source", "请填写名单来源，不超过200字。") : await Take(content, keep: true, cancel), cancel);
    }

    private async Task<Result<SkillImport>> Take(Stream content, bool keep, CancellationToken cancel)
    {
        if (content.Length > LargestFile) return Refusal.Invalid("file", "文件不能超过 2 MB。");
        content.Position = 0;
        var day = organisation.Current.AsOf(time.Today());
        TableFile<SkillLine> file;
        try
        {
            file = SkillFile.Read(TableStream.Rows(content).Take(MostRows + 1), day);
        }
        catch (Exception fault) when (TableStream.IsUnreadable(fault))
        {
            return Refusal.Invalid("file", "文件打不开：请使用 UTF-8 编码的 CSV，或者 XLSX 工作簿。");
        }
        if (file.Faults.Count > 0) return new SkillImport(file.Rows.Count, 0, 0, file.Faults);
        if (file.Rows.Count == 0) return Refusal.Invalid("file", "文件没有技能。");
        if (file.Rows.Count >= MostRows) return Refusal.Invalid("file", $"一次最多导入 {MostRows} 行，请分批导入。");
        var ids = file.Rows.Select(line => line.Officer).Distinct().ToList();
        var officers = await db.Set<OfficerRow>().Where(row => ids.Contains(row.Id)).ToListAsync(cancel);
        var (added, changed) = (0, 0);
        foreach (var officer in officers)
        {
            if (runner.Check(AccessTable.ImportSkills, Placement.Of(officer.Unit, day.AreaOf(officer.Unit))) is { } refusal) return refusal;
            var held = OfficerSkills.Parse(officer.Skills) is { IsOk: true, Value: { } known } ? known : [];
            foreach (var skill in file.Rows.Where(line => line.Officer == officer.Id).Select(line => line.Skill))
            {
                var place = held.FindIndex(one => one.Name == skill.Name);
                if (place < 0)
                {
                    held.Add(skill);
                    added++;
                }
                else if (held[place] != skill)
                {
                    held[place] = skill;
                    changed++;
                }
            }
            if (OfficerSkills.Check(held) is { } tooMany) return tooMany with { Field = "file", Message = $"{day.UnitName(officer.Unit)}{officer.Name}：{tooMany.Message}" };
            if (keep) officer.Skills = OfficerSkills.Text(held);
        }
        if (keep) await reference.Touch(db, OrganisationCapability.SnapshotName, cancel);
        return new SkillImport(file.Rows.Count, added, changed, []);
    }
}
