namespace Lianzhi.Core.Cases;

/// <summary>What a domain rule lets the organ do (规章规定的事项).</summary>
public enum DomainRuleKind
{
    /// <summary>中止调查.</summary>
    Suspend,

    /// <summary>终止调查.</summary>
    Terminate,

    /// <summary>延长办案期限.</summary>
    Extend,

    /// <summary>不计入办案期限.</summary>
    Exclude,
}

/// <summary>
/// A ground of a departmental rule that interrupts a case or moves its ninety days (领域程序规定); 行政处罚法 第60条
/// allows nothing without one.
/// </summary>
/// <param name="Id">Stable id.</param>
/// <param name="Kind">What it allows.</param>
/// <param name="Departments">Short names of the departments in whose matters it holds.</param>
/// <param name="Title">Rule and article.</param>
/// <param name="Text">The ground.</param>
/// <param name="MostDays">Most days of an extension; 0 where the rule sets none or it does not apply.</param>
/// <param name="Discussed">The heads discuss it together.</param>
/// <param name="From">First day it holds.</param>
/// <param name="Verified">False while its article has to be confirmed (待核).</param>
public sealed record DomainRule(
    string Id, DomainRuleKind Kind, IReadOnlyList<string> Departments, string Title, string Text, int MostDays, bool Discussed, DateOnly From, bool Verified)
{
    /// <summary>The rule as an event keeps it.</summary>
    public CaseRule Kept => new(Id, Title, Text, Verified);
}

/// <summary>The domain rules known here. A department without one has neither suspension nor extension.</summary>
public static class DomainRules
{
    private const string Housing = "住房和城乡建设行政处罚程序规定";
    private const string Market = "市场监督管理行政处罚程序规定";
    private static readonly string[] HousingFields = ["城管", "住建"];
    private static readonly string[] MarketFields = ["市场监管"];
    private static readonly DateOnly HousingFrom = new(2022, 5, 1);
    private static readonly DateOnly MarketFrom = new(2021, 7, 15);

    private static readonly (string Id, string Text)[] Pauses =
    [
        ("related-case", "行政处罚决定须以相关案件的裁判结果或者其他行政决定为依据，该案尚未审结或者该决定尚未作出"),
        ("interpretation", "涉及法律适用等问题，需要送请有权机关解释或者确认"),
        ("force-majeure", "因不可抗力暂时无法调查"),
        ("party-missing", "当事人下落不明，暂时无法调查"),
    ];

    /// <summary>All rules.</summary>
    public static readonly IReadOnlyList<DomainRule> All =
    [
        .. Of("housing", Housing, HousingFields, HousingFrom, "第21条", "第22条", "第26条"),
        .. Of("market", Market, MarketFields, MarketFrom, "第45条", "第46条", "第64条"),
    ];

    /// <summary>The rules for a matter of a department on a day.</summary>
    public static IEnumerable<DomainRule> For(DomainRuleKind kind, string department, DateOnly day) =>
        All.Where(rule => rule.Kind == kind && rule.From <= day && rule.Departments.Contains(department));

    private static IEnumerable<DomainRule> Of(string id, string title, string[] fields, DateOnly from, string suspend, string terminate, string term) =>
    [
        .. Pauses.Select(pause => new DomainRule($"{id}-{pause.Id}", DomainRuleKind.Suspend, fields, $"{title} {suspend}", pause.Text, 0, false, from, false)),
        new($"{id}-terminate", DomainRuleKind.Terminate, fields, $"{title} {terminate}", "涉嫌违法的自然人死亡或者法人、其他组织终止，且无权利义务承受人，调查无法继续", 0, false, from, false),
        new($"{id}-extend", DomainRuleKind.Extend, fields, $"{title} {term}", "案情复杂或者其他原因，不能在规定期限内作出决定，经负责人批准延长三十日", 30, false, from, false),
        new($"{id}-extend-again", DomainRuleKind.Extend, fields, $"{title} {term}", "案情特别复杂，经延期仍不能作出决定，由负责人集体讨论决定再次延期", 60, true, from, false),
        new($"{id}-exclude", DomainRuleKind.Exclude, fields, $"{title} {term}", "听证、公告、检测、检验、鉴定的时间不计入办案期限", 0, false, from, false),
    ];
}
