using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Settings;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Settings;

/// <summary>What an import of hearing thresholds did, or would do.</summary>
/// <param name="Changes">One line for each new value.</param>
/// <param name="Unchanged">Values that stood there already.</param>
public sealed record HearingThresholdImport(IReadOnlyList<string> Changes, int Unchanged);

/// <summary>Imports the departments' own hearing thresholds (导入听证标准); all rows or none, each fault named by row and column.</summary>
public sealed class ImportHearingThresholds(UseCaseRunner runner, AppDb db, ChangeSetting change, Snapshot<OrganisationRegister> organisation)
{
    /// <summary>Imports the lines of a file.</summary>
    /// <param name="lines">Header and rows as <see cref="HearingThresholdFile"/> says.</param>
    /// <param name="dryRun">True to say what would change without changing it.</param>
    /// <param name="cancel">Stops.</param>
    public Task<Result<HearingThresholdImport>> Run(IReadOnlyList<string> lines, bool dryRun, CancellationToken cancel) =>
        runner.Write<HearingThresholdImport>(AccessTable.ImportHearingThresholds, "导入部门听证标准", async () =>
        {
            var file = HearingThresholdFile.Read(lines, organisation.Current.Departments.Select(department => department.ShortName).ToHashSet(StringComparer.Ordinal));
            if (file.Faults.Count > 0) return file.Faults.Select(fault => Refusal.Invalid($"{fault.Row}:{fault.Column}", $"第 {fault.Row} 行 {fault.Column}：{fault.Message}")).ToList();
            var changes = new List<string>();
            var unchanged = 0;
            foreach (var setting in file.Rows.SelectMany(row => row.ToSettings()))
            {
                if (await db.Set<SettingRow>().AnyAsync(row => row.Key == setting.Key && row.Scope == setting.Scope && row.From == setting.From
                    && row.Value == setting.Value && row.Source == setting.Source && row.Verified == setting.Verified, cancel))
                {
                    unchanged++;
                    continue;
                }
                if (!dryRun)
                {
                    var changed = await change.Run(setting.Key, setting.Scope, setting.Value, setting.From, setting.Source, setting.Verified, "导入部门听证标准", 0, cancel);
                    if (!changed.IsOk) return changed.Refusals.Select(refusal => refusal with { Message = $"{setting.Scope}：{refusal.Message}" }).ToList();
                }
                changes.Add($"{setting.Scope}\t{SettingCatalogue.Find(setting.Key)!.Title}\t{setting.Value} 元\t自 {setting.From:yyyy-MM-dd}");
            }
            return new HearingThresholdImport(changes, unchanged);
        }, cancel);
}
