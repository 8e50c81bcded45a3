using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Lianzhi.Core;
using Lianzhi.Web.Features.Targets;
using MiniExcelLibs;
using Npgsql;

namespace Lianzhi.Bench;

/// <summary>The row <c>import</c>: a workbook of 100,000 targets with twelve columns, every row checked and written, against reading its XML and copying as many rows (导入检查对象).</summary>
internal static class ImportRow
{
    private const int Count = 100_000;
    private const double MostTimes = 3;
    private const double MostMegabytes = 200;
    private const string CreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly string[] Townships = ["350603001", "350603002", "350603003", "350603004"];

    /// <summary>Imports into a database without targets so often as asked; the middle of the rounds counts.</summary>
    public static async Task<Row> Measure(Options options)
    {
        using var folder = new Scratch();
        var file = Path.Combine(folder.FullName, "targets.xlsx");
        await MiniExcel.SaveAsAsync(file, Enumerable.Range(0, Count).Select(Target));
        await using var source = NpgsqlDataSource.Create(options.Connection);
        var rounds = new List<(double Platform, double Xml, double Copy)>();
        await Once();
        for (var round = 0; round < Math.Max(3, options.Rounds); round++)
        {
            var (xml, copy) = (ReadXml(file), await Copy(source));
            rounds.Add((await Once(), xml, copy));
            Console.Error.WriteLine($"  import: {rounds[^1].Platform:0.00} s, XML {xml:0.00} s, copy {copy:0.00} s");
        }
        var peak = await Peak(options, source, file);
        var middle = rounds.OrderBy(Times).ElementAt(rounds.Count / 2);
        return new Row("import", "XML read + binary COPY", Times(middle), rounds.Min(Times), rounds.Max(Times), $"≤ {MostTimes} ×, ≤ {MostMegabytes} MB", Times(middle) <= MostTimes && peak <= MostMegabytes,
            $"{middle.Platform:0.00} s for {Count} rows, {peak:0} MB at most", $"{middle.Xml:0.00} s + {middle.Copy:0.00} s", 0);

        static double Times((double Platform, double Xml, double Copy) round) => round.Platform / (round.Xml + round.Copy);

        async Task<double> Once()
        {
            await Empty(source);
            return await Inside.Run(options, TimeSpan.Zero, async services =>
            {
                await using var content = File.OpenRead(file);
                var watch = Stopwatch.StartNew();
                var done = await services.GetRequiredService<ImportTargets>().Run(content, "计时", dryRun: false, default);
                if (!done.IsOk) throw new InvalidOperationException(done.Refusals[0].Message);
                if (done.Value.Added != Count) throw new InvalidOperationException($"{done.Value.Added} of {Count} targets were added: {(done.Value.Faults.Count > 0 ? done.Value.Faults[0].Message : "")}");
                return watch.Elapsed.TotalSeconds;
            });
        }
    }

    /// <summary>The most memory the program holds while it imports, in MB; it does nothing else.</summary>
    private static async Task<double> Peak(Options options, NpgsqlDataSource source, string file)
    {
        await Empty(source);
        var (_, peak) = await Child.Run(options.Program, ["import", "targets", file, "--source", "计时"],
            new Dictionary<string, string> { ["ConnectionStrings__Lianzhi"] = options.Connection, ["LIANZHI_DATA"] = Path.GetDirectoryName(file)! });
        return peak / 1e6;
    }

    private static async Task Empty(NpgsqlDataSource source)
    {
        await using var empty = source.CreateCommand("TRUNCATE target, target_search, target_import CASCADE");
        await empty.ExecuteNonQueryAsync();
    }

    private static double ReadXml(string file)
    {
        var (watch, cells) = (Stopwatch.StartNew(), 0);
        using var archive = ZipFile.OpenRead(file);
        foreach (var part in archive.Entries.Where(entry => entry.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal) || entry.FullName.EndsWith("sharedStrings.xml", StringComparison.Ordinal)))
        {
            using var reader = XmlReader.Create(part.Open());
            while (reader.Read())
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "c") cells++;
        }
        if (cells < Count * 12) throw new InvalidOperationException($"The workbook holds {cells} cells.");
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> Copy(NpgsqlDataSource source)
    {
        await using (var table = source.CreateCommand($"CREATE TABLE bench_import ({string.Join(", ", Enumerable.Range(0, 12).Select(column => $"c{column} text"))}, PRIMARY KEY (c0))")) await table.ExecuteNonQueryAsync();
        try
        {
            var watch = Stopwatch.StartNew();
            await using var connection = await source.OpenConnectionAsync();
            await using (var writer = await connection.BeginBinaryImportAsync("COPY bench_import FROM STDIN (FORMAT BINARY)"))
            {
                for (var number = 0; number < Count; number++)
                {
                    await writer.StartRowAsync();
                    foreach (var value in Target(number).Values) await writer.WriteAsync((string)value);
                }
                await writer.CompleteAsync();
            }
            return watch.Elapsed.TotalSeconds;
        }
        finally
        {
            await using var table = source.CreateCommand("DROP TABLE bench_import");
            await table.ExecuteNonQueryAsync();
        }
    }

    private static Dictionary<string, object> Target(int number) => new()
    {
        ["统一社会信用代码"] = Code(number),
        ["名称"] = $"漳州样例{number}餐饮管理有限公司",
        ["地址"] = $"样例路{number}号",
        ["镇街"] = Townships[number % Townships.Length],
        ["网格"] = $"样例路{number % 40}",
        ["经度"] = (117.60 + (number % 1000 * 0.0001)).ToString("0.0000", CultureInfo.InvariantCulture),
        ["纬度"] = (24.50 + (number % 777 * 0.0001)).ToString("0.0000", CultureInfo.InvariantCulture),
        ["行业"] = "餐饮",
        ["风险等级"] = (number % 3) switch { 0 => "低", 1 => "中", _ => "高" },
        ["营业日"] = "1234567",
        ["营业时间"] = "09:00-18:00",
        ["状态"] = "在营",
    };

    private static readonly string[] Codes = [.. Enumerable.Range(0, Count).Select(number => $"91350603MA{number:0000000}").Select(body => CreditAlphabet.Select(check => body + check).First(code => Identifiers.CreditCode(code).Valid))];

    private static string Code(int number) => Codes[number];
}
