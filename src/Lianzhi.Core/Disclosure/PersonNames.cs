using System.Text.RegularExpressions;

namespace Lianzhi.Core.Disclosure;

/// <summary>Reads names of natural persons out of what officers typed where a person is asked for (人员姓名).</summary>
public static partial class PersonNames
{
    private const int Longest = 6;

    /// <summary>What is typed in place of a name: a part somebody takes, or that it was filmed.</summary>
    private static readonly string[] Roles =
    [
        "当事人", "本人", "当事人本人", "委托代理人", "代理人", "法定代表人", "负责人", "经营者", "实际经营者", "见证人", "证人", "现场负责人", "现场人员", "工作人员", "员工", "门卫", "保安", "收发室",
        "同住成年家属", "家属", "配偶", "父亲", "母亲", "监护人", "邻居", "村干部", "网格员", "利害关系人", "举报人", "投诉人", "录像", "摄像", "拍照", "录音录像", "执法记录仪", "全程录像", "无", "不详", "无人", "拒绝",
        "本机关", "行政机关", "执法人员", "受送达人", "被询问人", "公证处", "村委会", "居委会", "物业",
    ];

    /// <summary>True for a word that says which part somebody takes and not who it is.</summary>
    public static bool IsRole(string text) => Roles.Contains(text.Trim());

    /// <summary>The names in a text such as 王明（法定代表人）、李红; words for a part somebody takes and names of bodies are none.</summary>
    public static IEnumerable<string> In(string text) => Between().Split(text).Select(part => part.Trim())
        .Where(part => part.Length is > 1 and <= Longest && part.All(sign => char.IsLetter(sign) || sign is '·' or '•' || char.IsSurrogate(sign)) && !IsRole(part) && !Body().IsMatch(part));

    [GeneratedRegex(@"[\s、，,；;。：:/（）()\[\]〔〕]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"(公司|中心|仓库|委员会|办事处|分局|派出所|大队|中队|法院|社区|门店|商行|超市|工厂|银行)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Body();
}
