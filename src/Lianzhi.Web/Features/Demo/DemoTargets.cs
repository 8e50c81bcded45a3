using System.Text;
using Lianzhi.Core;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Features.Targets;

namespace Lianzhi.Web.Features.Demo;

/// <summary>What is inspected in the demonstration (演示检查对象): made-up enterprises and shops, taken over from two lists as an area does it.</summary>
public sealed class DemoTargets(DemoScript script)
{
    private const int InFirstArea = 260;
    private const int InSecondArea = 60;
    private const string CreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly string[] First = ["蓝田街道", "步文街道", "碧湖街道", "景山街道"];
    private static readonly string[] Second = ["朝阳街道", "郭坑镇"];
    private static readonly string[] Words = ["云岭", "海悦", "启源", "蓝天", "金禾", "顺安", "百川", "锦江", "瑞景", "明发", "联丰", "正源", "东园", "宏图", "新城", "安和"];
    private static readonly string[] Roads = ["湖滨路", "梧桥路", "龙文中路", "迎宾大道", "水仙大街", "漳华路", "九龙大道", "建元路"];

    /// <summary>Lines of business with the end of the name, the risk grades that come in turn, and opening days.</summary>
    private static readonly (string Sector, string Ending, string Risks, string Days)[] Trades =
    [
        ("餐饮", "餐饮管理有限公司", "中低中低低", "1234567"), ("商超", "超市", "低低中", "1234567"), ("制造", "家具有限公司", "高中中", "12345"), ("学校", "幼儿园", "中", "12345"),
        ("物业", "物业服务有限公司", "低中", "12345"), ("建筑工地", "建设项目工地", "高中", "123456"), ("危险化学品", "化工经营部", "高", "12345"), ("零售", "便利店", "低", "1234567"),
        ("汽修", "汽车修理厂", "中低", "123456"), ("旅馆", "宾馆", "中低", "1234567"),
    ];

    /// <summary>Puts the two imports into the queue.</summary>
    public void Plan()
    {
        script.At(script.Today.AddDays(-270), 9, 0, () => Import("area1.coordinator", First, InFirstArea, 0));
        script.At(script.Today.AddDays(-270), 9, 10, () => Import("area2.coordinator", Second, InSecondArea, InFirstArea));
    }

    private Task<TargetImport> Import(string userName, string[] townships, int count, int start) => script.As(userName, async services =>
    {
        var text = new StringBuilder(string.Join(',', TargetFile.Columns.Select(column => column.Heading))).AppendLine();
        for (var number = start; number < start + count; number++)
        {
            var trade = Trades[number % Trades.Length];
            var (word, township, road) = (Words[number / Trades.Length % Words.Length], townships[number % townships.Length], Roads[number * 7 % Roads.Length]);
            var risk = trade.Risks[number / Trades.Length % trade.Risks.Length];
            text.AppendLine(FormattableString.Invariant(
                $"{CreditCode(number)},漳州{word}{trade.Ending}（演示{number + 1}）,{township}{road}{(number % 90) + 1}号,{township},{road},,,{trade.Sector},{risk},{trade.Days},09:00-18:00,在营"));
        }
        await using var content = new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
        var done = await services.GetRequiredService<ImportTargets>().Run(content, "检查对象名录（演示数据）", dryRun: false, default);
        return done.IsOk && done.Value.FaultCount > 0 ? Refusal.Invalid(done.Value.Faults[0].Cell, done.Value.Faults[0].Message) : done;
    });

    private static string CreditCode(int number)
    {
        var body = FormattableString.Invariant($"91350603MB{number:0000000}");
        return CreditAlphabet.Select(check => body + check).First(code => Identifiers.CreditCode(code).Valid);
    }
}
