namespace Lianzhi.Core.Cases.Discretion;

/// <summary>How heavy (裁量等次), from light to heavy.</summary>
public enum DiscretionGrade
{
    /// <summary>不予处罚.</summary>
    None,

    /// <summary>减轻处罚: below the lowest of the range.</summary>
    Mitigated,

    /// <summary>从轻处罚.</summary>
    Lighter,

    /// <summary>一般处罚.</summary>
    Normal,

    /// <summary>从重处罚.</summary>
    Heavier,
}

/// <summary>A fact that makes a penalty lighter or heavier (裁量情节).</summary>
public enum Circumstance
{
    /// <summary>违法行为轻微并及时改正，没有造成危害后果 (第33条第1款前段).</summary>
    MinorCorrected,

    /// <summary>初次违法且危害后果轻微并及时改正 (第33条第1款后段).</summary>
    FirstCorrected,

    /// <summary>当事人有证据足以证明没有主观过错 (第33条第2款).</summary>
    NoFault,

    /// <summary>主动消除或者减轻违法行为危害后果 (第32条第1项).</summary>
    HarmRemoved,

    /// <summary>受他人胁迫或者诱骗实施 (第32条第2项).</summary>
    Coerced,

    /// <summary>主动供述行政机关尚未掌握的违法行为 (第32条第3项).</summary>
    SelfReported,

    /// <summary>配合行政机关查处违法行为有立功表现 (第32条第4项).</summary>
    Meritorious,

    /// <summary>尚未完全丧失辨认或者控制能力 (第31条).</summary>
    DiminishedCapacity,

    /// <summary>违反突发事件应对措施 (第49条).</summary>
    Emergency,

    /// <summary>二次以上同类违法.</summary>
    Repeated,

    /// <summary>拒不改正或者阻碍执法.</summary>
    Obstructed,

    /// <summary>造成较重危害后果.</summary>
    SeriousHarm,
}

/// <summary>What of an earlier matter of the party is known, whatever organ had it (当事人以往案件).</summary>
/// <param name="Number">Number of the decision.</param>
/// <param name="Organ">Whose.</param>
/// <param name="Item">Item.</param>
/// <param name="Township">Where.</param>
/// <param name="ActOn">Day of the conduct.</param>
/// <param name="DecidedOn">Day of the decision.</param>
/// <param name="FineFen">Fine; 0 for none.</param>
public sealed record EarlierCase(string Number, string Organ, string Item, string Township, DateOnly ActOn, DateOnly DecidedOn, long FineFen);

/// <summary>A like decision of the same organ (类案).</summary>
public sealed record SimilarCase(string Number, DateOnly DecidedOn, long FineFen);

/// <summary>One tier of a published benchmark (裁量基准档次), 行政处罚法 第34条.</summary>
/// <param name="Item">Item code.</param>
/// <param name="Grade">Tier.</param>
/// <param name="Circumstances">When it applies, in words.</param>
/// <param name="LowPercent">Where in the range it begins, 0 to 100.</param>
/// <param name="HighPercent">Where it ends.</param>
/// <param name="Source">The document.</param>
/// <param name="Validity">When it holds.</param>
public sealed record BenchmarkTier(string Item, DiscretionGrade Grade, string Circumstances, int LowPercent, int HighPercent, string Source, Validity Validity);

/// <summary>Finds the grade of a penalty (裁量等次), 行政处罚法 第28至34、49条.</summary>
public static class Grades
{
    private static readonly Circumstance[] Lightening = [Circumstance.HarmRemoved, Circumstance.Coerced, Circumstance.SelfReported, Circumstance.Meritorious];
    private static readonly Circumstance[] Aggravating = [Circumstance.Emergency, Circumstance.Repeated, Circumstance.Obstructed, Circumstance.SeriousHarm];

    /// <summary>The lightest and the heaviest grade that these circumstances allow, and why.</summary>
    /// <param name="circumstances">What was found.</param>
    /// <param name="minor">The party was 14 or older but under 18 (第30条).</param>
    public static (DiscretionGrade Lightest, DiscretionGrade Heaviest, IReadOnlyList<CaseReason> Reasons) Allowed(IReadOnlyCollection<Circumstance> circumstances, bool minor)
    {
        var reasons = new List<CaseReason>(circumstances.Distinct().Order().Select(one => new CaseReason(Title(one) + "。", Basis(one))));
        if (minor) reasons.Add(new("已满十四周岁不满十八周岁，应当从轻或者减轻行政处罚。", "行政处罚法 第30条"));
        if (circumstances.Contains(Circumstance.MinorCorrected) || circumstances.Contains(Circumstance.NoFault)) return (DiscretionGrade.None, DiscretionGrade.None, reasons);
        var must = minor || circumstances.Any(Lightening.Contains);
        var heavy = circumstances.Any(Aggravating.Contains);
        var may = circumstances.Contains(Circumstance.DiminishedCapacity);
        var lightest = circumstances.Contains(Circumstance.FirstCorrected) && !heavy ? DiscretionGrade.None
            : must || may ? DiscretionGrade.Mitigated
            : circumstances.Contains(Circumstance.FirstCorrected) ? DiscretionGrade.Lighter
            : DiscretionGrade.Normal;
        var heaviest = must ? DiscretionGrade.Lighter : heavy ? DiscretionGrade.Heavier : DiscretionGrade.Normal;
        if (must && heavy) reasons.Add(new("同时具有从重情节，在应当从轻或者减轻的限度内综合考虑。", "行政处罚法 第5、32条"));
        return (lightest > heaviest ? heaviest : lightest, heaviest, reasons);
    }

    /// <summary>The band of a grade within the range of the law; 减轻 lies below it.</summary>
    /// <param name="bounds">The range.</param>
    /// <param name="grade">The grade; not <see cref="DiscretionGrade.None"/>.</param>
    /// <param name="tier">The published tier; null for the general thirds 0–30–70–100.</param>
    public static (long LowFen, long HighFen) Band(FineBounds bounds, DiscretionGrade grade, BenchmarkTier? tier)
    {
        if (grade == DiscretionGrade.None) return (0, 0);
        if (grade == DiscretionGrade.Mitigated) return (0, bounds.LowFen);
        var (low, high) = tier is not null ? (tier.LowPercent, tier.HighPercent)
            : grade switch { DiscretionGrade.Lighter => (0, 30), DiscretionGrade.Normal => (30, 70), _ => (70, 100) };
        var width = bounds.HighFen - bounds.LowFen;
        return (bounds.LowFen + (long)((Int128)width * low / 100), bounds.LowFen + (long)((Int128)width * high / 100));
    }

    /// <summary>The violation is the first of its kind within so many years before it, in whatever organ (初次违法).</summary>
    public static bool IsFirst(string item, DateOnly actOn, IEnumerable<EarlierCase> earlier, int years) =>
        !earlier.Any(one => one.Item == item && one.ActOn < actOn && one.ActOn >= actOn.AddYears(-years));

    /// <summary>What officers call a grade.</summary>
    public static string Title(DiscretionGrade grade) => grade switch
    {
        DiscretionGrade.None => "不予处罚",
        DiscretionGrade.Mitigated => "减轻处罚",
        DiscretionGrade.Lighter => "从轻处罚",
        DiscretionGrade.Normal => "一般处罚",
        _ => "从重处罚",
    };

    /// <summary>A circumstance in the law's words.</summary>
    public static string Title(Circumstance circumstance) => circumstance switch
    {
        Circumstance.MinorCorrected => "违法行为轻微并及时改正，没有造成危害后果",
        Circumstance.FirstCorrected => "初次违法且危害后果轻微并及时改正",
        Circumstance.NoFault => "当事人有证据足以证明没有主观过错",
        Circumstance.HarmRemoved => "主动消除或者减轻违法行为危害后果",
        Circumstance.Coerced => "受他人胁迫或者诱骗实施违法行为",
        Circumstance.SelfReported => "主动供述行政机关尚未掌握的违法行为",
        Circumstance.Meritorious => "配合行政机关查处违法行为有立功表现",
        Circumstance.DiminishedCapacity => "尚未完全丧失辨认或者控制自己行为能力",
        Circumstance.Emergency => "违反突发事件应对措施，应当快速、从重处罚",
        Circumstance.Repeated => "二次以上同类违法",
        Circumstance.Obstructed => "拒不改正或者阻碍执法",
        _ => "造成较重危害后果",
    };

    private static string Basis(Circumstance circumstance) => circumstance switch
    {
        Circumstance.MinorCorrected or Circumstance.FirstCorrected => "行政处罚法 第33条第1款",
        Circumstance.NoFault => "行政处罚法 第33条第2款",
        Circumstance.DiminishedCapacity => "行政处罚法 第31条",
        Circumstance.Emergency => "行政处罚法 第49条",
        Circumstance.Repeated or Circumstance.Obstructed or Circumstance.SeriousHarm => "行政处罚法 第5条第2款、第34条",
        _ => "行政处罚法 第32条",
    };
}
