using Lianzhi.Core.Tables;

namespace Lianzhi.Core.Settings;

/// <summary>The file of settings (设置文件): columns <c>key,scope,value,from,to,source,verified</c>.</summary>
public static class SettingFile
{
    private static readonly string[] Header = ["key", "scope", "value", "from", "to", "source", "verified"];

    /// <summary>Reads the lines of a file; rows of one key and scope must not overlap in time.</summary>
    public static TableFile<Setting> Read(IReadOnlyList<string> lines)
    {
        var earlier = new List<Setting>();
        return TableRow.Read<Setting>(lines, Header, row =>
        {
            var (key, value, source, verified, from) = (row.Required("key"), row.Required("value"), row.Required("source"), row.Flag("verified"), row.Date("from"));
            var to = row.Text("to").Length == 0 ? null : row.Date("to");
            var scope = row.Text("scope").Length == 0 ? null : row.Text("scope");
            var definition = SettingCatalogue.Find(key);
            if (definition is null) row.Fault("key", $"没有“{key}”这一设置项。");
            else if (definition.Fault(value) is { } fault) row.Fault("value", fault);
            if (definition is { ByDepartment: false } && scope is not null) row.Fault("scope", "此设置项不分部门。");
            if (from is null || verified is null || definition is null) return null;
            if (to <= from) row.Fault("to", "应晚于开始日期。");
            var setting = new Setting(key, scope, value, from.Value, to, source, verified.Value);
            if (earlier.Any(other => Overlap(other, setting))) row.Fault("from", "与同一设置项的另一行时间重叠。");
            earlier.Add(setting);
            return setting;
        });
    }

    private static bool Overlap(Setting one, Setting other) =>
        one.Key == other.Key && one.Scope == other.Scope && (one.To is null || one.To > other.From) && (other.To is null || other.To > one.From);
}
