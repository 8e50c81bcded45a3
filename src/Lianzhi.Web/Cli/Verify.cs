using System.CommandLine;
using Lianzhi.Core.Records;
using Lianzhi.Web.Platform.Crypto;

namespace Lianzhi.Web.Cli;

/// <summary>
/// Checks an exported record without database and network (离线核验). Exit status 0: all holds; 1: the first entry or
/// the part that does not is named; 2: a file cannot be read.
/// </summary>
internal static class Verify
{
    public static Command Command()
    {
        var file = new Argument<FileInfo>("RECORD") { Description = "导出的全过程记录" };
        var key = new Option<string?>("--key") { Description = "已知的签名公钥指纹，64位十六进制" };
        var heads = new Option<FileInfo?>("--heads") { Description = "公布的当日校验值清单" };
        var command = new Command("verify", "离线核验全过程记录；退出码 0 通过，1 未通过，2 文件不能读取") { file, key, heads };
        command.SetAction(async (parsed, cancel) =>
        {
            try
            {
                var list = parsed.GetValue(heads) is { } path ? HeadList.Parse(await File.ReadAllBytesAsync(path.FullName, cancel)) : null;
                if (list is null && parsed.GetValue(heads) is not null) return Unreadable("不是规范的当日校验值清单。");
                if (parsed.GetValue(key) is { } known && (known.Length != 64 || !known.All(char.IsAsciiHexDigit))) return Unreadable("公钥指纹应为64位十六进制。");
                var bytes = await File.ReadAllBytesAsync(parsed.GetRequiredValue(file).FullName, cancel);
                var trust = new Trust(parsed.GetValue(key)?.ToLowerInvariant(), list);
                return RecordCheck.Of(bytes, Sm3.Hash, Sm2.Verify, trust) is { } check ? Report(check, trust) : Unreadable("不是全过程记录文件。");
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                return Unreadable(fault.Message);
            }
        });
        return command;
    }

    private static int Report(RecordCheck check, Trust trust)
    {
        if (!check.Holds)
        {
            Console.WriteLine(check.BrokenEntry is { } number ? $"核验未通过：entry {number}（第 {number} 条）：{check.Why}" : $"核验未通过：{check.BrokenPart}（{PartName(check.BrokenPart!)}）：{check.Why}");
            return 1;
        }
        var head = check.Head!;
        Console.WriteLine($"核验通过：{check.Stream}");
        Console.WriteLine($"  条目　　{check.Entries} 条，序号连续，首尾相连，内容与数字摘要一致{(check.Erased > 0 ? $"；{check.Erased} 项内容已依法删除" : "")}");
        Console.WriteLine($"  校验值　{head.Root}");
        Console.WriteLine($"  　　　　{(head.Day is { } day ? $"{day:yyyy-MM-dd} 当日校验值" : $"导出时形成，{CanonicalText.Instant(head.At)}")}，共 {head.Size} 条，最后一条包含在内");
        Console.WriteLine($"  签名　　SM2 成立，公钥指纹 {head.Key}");
        Console.WriteLine(trust.Key is null
            ? "  注意　　签名公钥取自文件自身，未与外部指纹核对；请用 --key 给出从公布渠道取得的指纹。"
            : trust.Key == head.Key ? "  公钥　　与所给指纹一致" : "  公钥　　由所给指纹的公钥逐次背书更换而来");
        if (check.PublishedOn is { } published)
            Console.WriteLine(head.Day is null ? $"  清单　　由已公布的 {published:yyyy-MM-dd} 当日校验值延续而来" : $"  清单　　与已公布的 {published:yyyy-MM-dd} 当日校验值一致");
        if (head.Demo) Console.WriteLine("  演示　　演示数据，非真实执法信息");
        return 0;
    }

    private static string PartName(string part) => part switch
    {
        "head" => "校验值",
        "proof" => "证明",
        "key" => "公钥",
        "entry" => "条目",
        _ => "文件结构",
    };

    private static int Unreadable(string why)
    {
        Console.Error.WriteLine($"lianzhi: 文件不能读取：{why}");
        return 2;
    }
}
