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

/// <summary>One setting as people see it.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Unit">Unit of a number.</param>
/// <param name="Value">Value on the day asked for.</param>
/// <param name="Words">The value in words.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Verified">Whether the source was confirmed.</param>
public sealed record SettingView(string Key, string Title, string Unit, string Value, string Words, string Source, bool Verified);

/// <summary>One setting with its history.</summary>
/// <param name="Definition">What it means.</param>
/// <param name="Rows">Every value it has had, newest first.</param>
/// <param name="Version">Version to send along with a change.</param>
public sealed record SettingHistory(SettingDefinition Definition, IReadOnlyList<Setting> Rows, long Version);

/// <summary>Shows settings as of a day (查看设置).</summary>
public sealed class ViewSettings(UseCaseRunner runner, AppDb db, Snapshot<SettingsBook> book, TimeProvider time, RecordReader reader)
{
    /// <summary>All settings on a day; today when none is named.</summary>
    public Task<Result<IReadOnlyList<SettingView>>> Run(DateOnly? day) => runner.Read<IReadOnlyList<SettingView>>(AccessTable.ViewSettings, () =>
    {
        var settings = book.Current.AsOf(day ?? time.Today());
        List<SettingView> views = [.. SettingCatalogue.All.Select(definition => View(settings.Find(definition)))];
        return Task.FromResult<Result<IReadOnlyList<SettingView>>>(views);
    });

    /// <summary>One setting with every value it has had.</summary>
    public Task<Result<SettingHistory>> One(string key, CancellationToken cancel) => runner.Read<SettingHistory>(AccessTable.ViewSettings, async () =>
    {
        if (SettingCatalogue.Find(key) is not { } definition) return Refusal.NotFound("没有这一设置项。");
        var rows = await db.Set<SettingRow>().AsNoTracking().Where(row => row.Key == key).OrderByDescending(row => row.From).ToListAsync(cancel);
        var entries = await reader.Read($"setting/{key}", cancel);
        return new SettingHistory(definition, [.. rows.Select(row => row.ToSetting())], entries.Count);
    });

    private static SettingView View(AppliedSetting applied)
    {
        var definition = applied.Definition;
        var words = definition.Choices.TryGetValue(applied.Value, out var choice) ? choice : $"{applied.Value}{(definition.Unit.Length > 0 ? " " + definition.Unit : "")}";
        return new SettingView(definition.Key, definition.Title, definition.Unit, applied.Value, words, applied.Source, applied.Verified);
    }
}
