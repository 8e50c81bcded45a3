using System.CommandLine;
using System.Globalization;
using Lianzhi.Web.Features.Discretion;
using Lianzhi.Web.Features.Organisation;
using Lianzhi.Web.Features.Powers;
using Lianzhi.Web.Features.Settings;
using Lianzhi.Web.Features.Targets;
using Lianzhi.Web.Platform;

namespace Lianzhi.Web.Cli;

/// <summary>Imports of reference data from the command line (导入), recorded under the name of the operating-system account.</summary>
internal static class Import
{
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "文件" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "只预检，不导入" };

    /// <summary>事项清单.</summary>
    public static Command Items()
    {
        var effective = new Option<string>("--effective") { Description = "生效日期，例如 2026-11-01；缺省为今天" };
        var source = new Option<string>("--source") { Description = "清单的印发文件" };
        var command = new Command("items", "导入事项清单（CSV 或者 XLSX）") { File, DryRun, effective, source };
        command.SetAction((parsed, cancel) => CommandHost.Run(async services =>
        {
            var day = services.GetRequiredService<TimeProvider>().Today();
            if (parsed.GetValue(effective) is { } text && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
                return Fail("生效日期请写成 2026-11-01 的样式。");
            await using var content = parsed.GetRequiredValue(File).OpenRead();
            var rows = await ItemTables.Read(content, "FILE", cancel);
            if (!rows.IsOk) return Fail(rows.Refusals[0].Message);
            var result = await services.GetRequiredService<ImportItems>().Run(
                rows.Value, day, parsed.GetValue(source) ?? parsed.GetRequiredValue(File).Name, parsed.GetValue(DryRun), cancel);
            if (!result.IsOk) return Fail(result.Refusals[0].Message);
            foreach (var error in result.Value.Errors) Fail($"第 {error.Row} 行“{error.Column}”：{error.Message}");
            if (result.Value.Differences is not { } differences) return 2;
            foreach (var item in differences.Added) Console.WriteLine($"新增\t{item.Code}\t{item.Name}");
            foreach (var change in differences.Changed) Console.WriteLine($"变更\t{change.After.Code}\t{string.Join('、', change.Columns)}");
            foreach (var item in differences.Removed) Console.WriteLine($"取消\t{item.Code}\t{item.Name}");
            Console.WriteLine($"{(parsed.GetValue(DryRun) ? "预检" : "导入")}完成：{result.Value.Count} 项，新增 {differences.Added.Count}，变更 {differences.Changed.Count}，取消 {differences.Removed.Count}。");
            return 0;
        }, cancel));
        return command;
    }

    /// <summary>检查对象.</summary>
    public static Command Targets()
    {
        var source = new Option<string>("--source") { Description = "清单来源；缺省为文件名" };
        var command = new Command("targets", "导入检查对象（CSV 或者 XLSX）") { File, DryRun, source };
        command.SetAction((parsed, cancel) => CommandHost.Run(async services =>
        {
            await using var content = parsed.GetRequiredValue(File).OpenRead();
            var started = System.Diagnostics.Stopwatch.GetTimestamp();
            var result = await services.GetRequiredService<ImportTargets>().Run(content, parsed.GetValue(source) ?? parsed.GetRequiredValue(File).Name, parsed.GetValue(DryRun), cancel);
            if (!result.IsOk) return Fail(result.Refusals[0].Message);
            foreach (var fault in result.Value.Faults) Fail($"{fault.Cell}“{fault.Column}”：{fault.Message}");
            if (result.Value.FaultCount > 0) return Fail($"共 {result.Value.FaultCount} 处错误，没有导入。");
            foreach (var name in result.Value.FirstAdded) Console.WriteLine($"新增\t{name}");
            foreach (var change in result.Value.FirstChanged) Console.WriteLine($"变更\t{change.Name}\t{string.Join('、', change.Columns)}");
            var seconds = System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(parsed.GetValue(DryRun) ? "预检" : "导入")}完成：{result.Value.Count} 个对象，新增 {result.Value.Added}，变更 {result.Value.Changed}；用时 {seconds:F2} 秒。"));
            return 0;
        }, cancel));
        return command;
    }

    /// <summary>裁量基准.</summary>
    public static Command Benchmarks()
    {
        var effective = new Option<string>("--effective") { Description = "生效日期，例如 2026-11-01", Required = true };
        var source = new Option<string>("--source") { Description = "公布裁量基准的文件", Required = true };
        var command = new Command("benchmarks", "导入裁量基准（CSV 或者 XLSX）") { File, DryRun, effective, source };
        command.SetAction((parsed, cancel) => CommandHost.Run(async services =>
        {
            if (!DateOnly.TryParseExact(parsed.GetRequiredValue(effective), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Fail("生效日期请写成 2026-11-01 的样式。");
            await using var content = parsed.GetRequiredValue(File).OpenRead();
            var rows = await ItemTables.Read(content, "FILE", cancel);
            if (!rows.IsOk) return Fail(rows.Refusals[0].Message);
            var result = await services.GetRequiredService<ImportBenchmarks>().Run(rows.Value, day, parsed.GetRequiredValue(source), parsed.GetValue(DryRun), cancel);
            if (!result.IsOk) return Fail(result.Refusals[0].Message);
            foreach (var error in result.Value.Errors) Fail($"第 {error.Row} 行“{error.Column}”：{error.Message}");
            if (result.Value.Errors.Count > 0) return 2;
            Console.WriteLine($"{(parsed.GetValue(DryRun) ? "预检" : "导入")}完成：{result.Value.Items} 个事项，{result.Value.Tiers} 个档次。");
            return 0;
        }, cancel));
        return command;
    }

    /// <summary>节假日安排.</summary>
    public static Command Holidays()
    {
        var command = new Command("holidays", "导入国务院办公厅节假日安排（CSV：date,name,is_off_day）") { File, DryRun };
        command.SetAction((parsed, cancel) => CommandHost.Run(async services =>
        {
            var lines = await System.IO.File.ReadAllLinesAsync(parsed.GetRequiredValue(File).FullName, cancel);
            var result = await services.GetRequiredService<Features.Calendar.ImportHolidays>().Run(lines, parsed.GetValue(DryRun), cancel);
            if (!result.IsOk) return Fail(string.Join('\n', result.Refusals.Select(refusal => refusal.Message)));
            Console.WriteLine($"{(parsed.GetValue(DryRun) ? "预检" : "导入")}完成：新增 {result.Value.Added} 天，变更 {result.Value.Changed} 天；已有日历的年份：{string.Join('、', result.Value.Years)}。");
            return 0;
        }, cancel));
        return command;
    }

    /// <summary>组织基础数据.</summary>
    public static Command Organisation()
    {
        var command = new Command("organisation", "导入片区、镇街和部门（JSON）") { File, DryRun };
        command.SetAction((parsed, cancel) => CommandHost.Run(async services =>
        {
            var json = await System.IO.File.ReadAllTextAsync(parsed.GetRequiredValue(File).FullName, cancel);
            var result = await services.GetRequiredService<ImportOrganisation>().Run(json, parsed.GetValue(DryRun), cancel);
            if (!result.IsOk) return Fail(string.Join('\n', result.Refusals.Select(refusal => $"{refusal.Field}：{refusal.Message}")));
            foreach (var name in result.Value.Added) Console.WriteLine($"新增\t{name}");
            foreach (var name in result.Value.Changed) Console.WriteLine($"变更\t{name}");
            Console.WriteLine($"{(parsed.GetValue(DryRun) ? "预检" : "导入")}完成：新增 {result.Value.Added.Count}，变更 {result.Value.Changed.Count}。");
            return 0;
        }, cancel));
        return command;
    }

    /// <summary>听证标准.</summary>
    public static Command HearingThresholds()
    {
        var command = new Command("hearing-thresholds", "导入各部门听证标准（CSV：department,citizen_yuan,organisation_yuan,from,source,verified）") { File, DryRun };
        command.SetAction((parsed, cancel) => CommandHost.Run(async services =>
        {
            var lines = await System.IO.File.ReadAllLinesAsync(parsed.GetRequiredValue(File).FullName, cancel);
            var result = await services.GetRequiredService<ImportHearingThresholds>().Run(lines, parsed.GetValue(DryRun), cancel);
            if (!result.IsOk) return Fail(string.Join('\n', result.Refusals.Select(refusal => refusal.Message)));
            foreach (var change in result.Value.Changes) Console.WriteLine(change);
            Console.WriteLine($"{(parsed.GetValue(DryRun) ? "预检" : "导入")}完成：变更 {result.Value.Changes.Count}，不变 {result.Value.Unchanged}。");
            return 0;
        }, cancel));
        return command;
    }

    private static int Fail(string message) => CommandHost.Fail(message);
}
