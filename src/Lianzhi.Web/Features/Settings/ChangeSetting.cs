using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Settings;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Settings;

/// <summary>Sets a practice value from a day on (修改设置): the value before ends the day it begins; history stays.</summary>
public sealed class ChangeSetting(UseCaseRunner runner, AppDb db, TimeProvider time, Entropy entropy, ReferenceData reference, RecordWriter record)
{
    /// <summary>Sets a value.</summary>
    /// <param name="key">Name of the definition.</param>
    /// <param name="scope">Short name of a department; null for all.</param>
    /// <param name="value">The value.</param>
    /// <param name="from">First day it holds.</param>
    /// <param name="source">The document it rests on.</param>
    /// <param name="verified">False while the source is still to be confirmed.</param>
    /// <param name="reason">Why it is changed.</param>
    /// <param name="version">Version of the setting the person saw; 0 when it had no row.</param>
    /// <param name="cancel">Stops.</param>
    public Task<Result<string>> Run(
        string key, string? scope, string? value, DateOnly? from, string? source, bool verified, string? reason, long version, CancellationToken cancel) =>
        runner.Write<string>(AccessTable.ChangeSetting, reason, async () =>
        {
            if (SettingCatalogue.Find(key) is not { } definition) return Refusal.NotFound("没有这一设置项。");
            var faults = new List<Refusal>();
            if (definition.Fault(value ?? "") is { } fault) faults.Add(Refusal.Invalid("value", fault));
            if (scope is not null && !definition.ByDepartment) faults.Add(Refusal.Invalid("scope", "此设置项不分部门。"));
            if (scope?.Length > 20) faults.Add(Refusal.Invalid("scope", "部门简称不超过 20 字。"));
            if (from is null) faults.Add(Refusal.Invalid("from", "请填写开始日期。"));
            if (string.IsNullOrWhiteSpace(source) || source.Length > 200) faults.Add(Refusal.Invalid("source", "请填写依据文件，不超过 200 字。"));
            if (string.IsNullOrWhiteSpace(reason)) faults.Add(Refusal.Invalid("reason", "请填写修改理由。"));
            if (faults.Count > 0) return faults;
            var head = await record.HeadOf($"setting/{key}", cancel);
            if (version != 0 && version != head) return Refusal.Stale(head);
            var rows = await db.Set<SettingRow>().Where(row => row.Key == key && row.Scope == scope).OrderBy(row => row.From).ToListAsync(cancel);
            if (rows.LastOrDefault() is { } last)
            {
                if (last.From >= from) return Refusal.Invalid("from", $"须晚于现有设置的开始日期 {last.From:yyyy-MM-dd}；已经适用的设置不得追溯改变。");
                if (last.To is null || last.To > from) last.To = from;
            }
            var id = entropy.NewId(time.GetUtcNow());
            db.Add(new SettingRow { Id = id, Key = key, Scope = scope, Value = value!, From = from!.Value, Source = source!, Verified = verified });
            await reference.Touch(db, SettingsCapability.Data, cancel);
            return id;
        }, cancel);
}
