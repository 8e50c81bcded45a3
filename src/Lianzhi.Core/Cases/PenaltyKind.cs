namespace Lianzhi.Core.Cases;

/// <summary>Kinds of penalty (行政处罚种类), 行政处罚法 第9条.</summary>
public enum PenaltyKind
{
    /// <summary>警告.</summary>
    Warning,

    /// <summary>通报批评.</summary>
    Criticism,

    /// <summary>罚款.</summary>
    Fine,

    /// <summary>没收违法所得.</summary>
    Confiscation,

    /// <summary>暂扣许可证件.</summary>
    SuspendLicence,

    /// <summary>吊销许可证件.</summary>
    RevokeLicence,

    /// <summary>降低资质等级.</summary>
    LowerGrade,

    /// <summary>责令停产停业.</summary>
    SuspendBusiness,

    /// <summary>责令关闭.</summary>
    CloseBusiness,

    /// <summary>限制从业.</summary>
    BanFromTrade,

    /// <summary>行政拘留.</summary>
    Detention,

    /// <summary>限制开展生产经营活动.</summary>
    RestrictBusiness,

    /// <summary>其他较重的行政处罚.</summary>
    OtherHeavy,

    /// <summary>没收非法财物: goods, not money.</summary>
    ConfiscateGoods,
}

/// <summary>Who is penalised (当事人类型).</summary>
public enum PartyKind
{
    /// <summary>公民.</summary>
    Citizen,

    /// <summary>法人或者其他组织.</summary>
    Organisation,

    /// <summary>个体工商户; whose limits hold is a setting.</summary>
    IndividualBusiness,
}

/// <summary>What kind of party an enterprise is (当事人类别).</summary>
public static class PartyKinds
{
    private const int CreditCodeLength = 18;
    private const string OfIndividualBusinesses = "92";

    /// <summary>
    /// As its 统一社会信用代码 says: the first character names the registration authority, the second the kind registered there; 92 is an individual business
    /// (GB 32100—2015). Null without a code: then a person has to say.
    /// </summary>
    public static PartyKind? OfCreditCode(string? code) => code is not { Length: CreditCodeLength } ? null
        : code.StartsWith(OfIndividualBusinesses, StringComparison.Ordinal) ? PartyKind.IndividualBusiness : PartyKind.Organisation;

    /// <summary>Name of a kind.</summary>
    public static string NameOf(PartyKind kind) => kind switch { PartyKind.Organisation => "法人或者其他组织", PartyKind.IndividualBusiness => "个体工商户", _ => "公民" };
}

/// <summary>How far a penalty must or may go down (从轻、减轻).</summary>
public enum Lightening
{
    /// <summary>No ground by age.</summary>
    None,

    /// <summary>应当从轻或者减轻.</summary>
    Must,

    /// <summary>可以从轻或者减轻; kept for later.</summary>
    May,
}

/// <summary>One penalty of a decision (处罚内容).</summary>
/// <param name="Kind">The kind.</param>
/// <param name="AmountFen">Amount in fen, of confiscated goods their value; null for kinds without one.</param>
public sealed record Penalty(PenaltyKind Kind, long? AmountFen = null);

/// <summary>The party as far as the procedure depends on it (当事人).</summary>
/// <param name="Kind">The kind.</param>
/// <param name="BirthDate">Date of birth of a natural person; null when not known.</param>
public sealed record Party(PartyKind Kind, DateOnly? BirthDate = null);
