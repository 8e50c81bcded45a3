using System.Globalization;
using CsvHelper;
using Lianzhi.Core;
using Lianzhi.Core.Cases;
using Lianzhi.Web.Platform;

namespace Lianzhi.Web.Features.Demo;

/// <summary>A kind of matter the demonstration tells (演示案由), from <c>data/demo/matters.csv</c>.</summary>
/// <param name="Code">Enforcement item.</param>
/// <param name="Category">Kind of matter as the public calls it.</param>
/// <param name="OnSpot">True when it is penalised on the spot.</param>
/// <param name="Party">Kind of party.</param>
/// <param name="FineFen">Fine in fen.</param>
/// <param name="Description">What happened, as reported.</param>
/// <param name="Place">What kind of place.</param>
/// <param name="Breach">Article breached.</param>
/// <param name="PenaltyBasis">Article of the penalty.</param>
/// <param name="Correction">What is to be put right.</param>
public sealed record DemoMatter(
    string Code, string Category, bool OnSpot, PartyKind Party, long FineFen, string Description, string Place, string Breach, string PenaltyBasis, string Correction)
{
    /// <summary>Reads the table.</summary>
    public static IReadOnlyList<DemoMatter> All()
    {
        using var csv = new CsvReader(new StreamReader(ShippedData.PathOf("demo/matters.csv")), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var matters = new List<DemoMatter>();
        while (csv.Read())
            matters.Add(new DemoMatter(
                csv["code"]!, csv["category"]!, csv["procedure"] == "on-spot", csv["party"] switch { "company" => PartyKind.Organisation, "business" => PartyKind.IndividualBusiness, _ => PartyKind.Citizen },
                long.Parse(csv["fine_yuan"]!, CultureInfo.InvariantCulture) * 100, csv["description"]!, csv["place"]!, csv["breach"]!, csv["penalty_basis"]!, csv["correction"]!));
        return matters;
    }
}

/// <summary>Makes up parties (演示当事人): invented names, numbers with right check characters that belong to nobody.</summary>
public sealed class DemoParties(Entropy entropy)
{
    private const string CreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly string[] Surnames = ["陈", "林", "黄", "张", "李", "王", "吴", "蔡", "郑", "许", "杨", "郭", "曾", "苏", "赖", "柯"];
    private static readonly string[] Given = ["建国", "丽华", "志强", "秀英", "文彬", "美玲", "国栋", "淑芬", "永福", "海燕", "少华", "晓明", "宝珠", "金水", "阿辉", "玉梅"];
    private static readonly string[] Words = ["禾丰", "云岭", "青禾", "顺成", "百川", "安和", "金峰", "海悦", "宏达", "锦江", "东园", "瑞景", "明发", "新城", "联丰", "正源"];
    private static readonly string[] Trades = ["土石方工程有限公司", "建筑工程有限公司", "市政工程有限公司", "渣土运输有限公司", "混凝土有限公司", "园林工程有限公司"];
    private static readonly string[] Shops = ["小吃店", "海鲜大排档", "烧烤店", "服装店", "餐饮店", "水果店"];

    /// <summary>A number from 0 below a bound.</summary>
    public int Below(int bound) => (int)(BitConverter.ToUInt32(entropy.Bytes(4)) % (uint)bound);

    /// <summary>A person's name.</summary>
    public string Name() => Pick(Surnames) + Pick(Given);

    /// <summary>A party of a kind; a person is 25 to 65 years old on the day.</summary>
    public CaseParty Make(PartyKind kind, string address, DateOnly on)
    {
        var (name, word) = (Name(), Pick(Words));
        return kind switch
        {
            PartyKind.Organisation => new CaseParty(kind, $"漳州{word}{Pick(Trades)}", CreditCode: CreditCode("9135"), Representative: name, Address: address, Phone: Phone()),
            PartyKind.IndividualBusiness => new CaseParty(kind, name, TradeName: $"龙文区{word}{Pick(Shops)}", Identifier: ResidentId(on), CreditCode: CreditCode("9235"), Address: address, Phone: Phone()),
            _ => new CaseParty(kind, name, Identifier: ResidentId(on), BornOn: null, Address: address, Phone: Phone()),
        };
    }

    private string Pick(string[] words) => words[Below(words.Length)];

    private string Phone() => FormattableString.Invariant($"1{3 + Below(6)}{Below(10)}0000{Below(10_000):0000}");

    private string CreditCode(string start)
    {
        var body = FormattableString.Invariant($"{start}0603MA{Below(100_000_000):00000000}")[..17];
        return CreditAlphabet.Select(check => body + check).First(code => Identifiers.CreditCode(code).Valid);
    }

    private string ResidentId(DateOnly on)
    {
        var born = on.AddYears(-25 - Below(40)).AddDays(-Below(365));
        var body = FormattableString.Invariant($"350603{born:yyyyMMdd}{Below(1000):000}");
        return "0123456789X".Select(check => body + check).First(number => Identifiers.ResidentId(number, on).Valid);
    }
}
