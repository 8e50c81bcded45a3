using Lianzhi.Core.Records;

namespace Lianzhi.Core.Evidence;

/// <summary>The eight kinds of evidence (证据种类, 行政处罚法 第46条).</summary>
public enum EvidenceKind
{
    /// <summary>书证.</summary>
    Documentary,

    /// <summary>物证.</summary>
    Physical,

    /// <summary>视听资料.</summary>
    AudioVisual,

    /// <summary>电子数据.</summary>
    ElectronicData,

    /// <summary>证人证言.</summary>
    WitnessTestimony,

    /// <summary>当事人的陈述.</summary>
    PartyStatement,

    /// <summary>鉴定意见.</summary>
    ExpertOpinion,

    /// <summary>勘验笔录、现场笔录.</summary>
    InspectionRecord,
}

/// <summary>Where a piece of evidence comes from (证据来源).</summary>
public enum EvidenceSource
{
    /// <summary>现场采集: photographed or recorded by the officers.</summary>
    OnSite,

    /// <summary>提取: taken from where it was found.</summary>
    Extracted,

    /// <summary>当事人提供.</summary>
    FromParty,

    /// <summary>证人提供.</summary>
    FromWitness,

    /// <summary>举报人提供.</summary>
    FromReporter,

    /// <summary>其他机关移送或者调取.</summary>
    FromOrgan,

    /// <summary>委托检测、鉴定.</summary>
    Commissioned,

    /// <summary>电子技术监控设备 (行政处罚法 第41条).</summary>
    Monitoring,
}

/// <summary>Which part of the proceedings a piece of evidence belongs to (取证阶段).</summary>
public enum EvidencePhase
{
    /// <summary>立案前核查.</summary>
    Check,

    /// <summary>调查取证.</summary>
    Investigation,

    /// <summary>执行: after the decision, never a ground of it.</summary>
    Execution,
}

/// <summary>What was done with a piece of evidence (证据保管流转).</summary>
public enum CustodyAction
{
    /// <summary>保管: put into safe keeping, or moved to another place.</summary>
    Kept,

    /// <summary>移交.</summary>
    HandedOver,

    /// <summary>返还: the end of the chain.</summary>
    Returned,

    /// <summary>处置: destroyed or otherwise disposed of by law; the end of the chain.</summary>
    Disposed,
}

/// <summary>Why a piece of evidence is no ground for facts (排除理由).</summary>
public enum ExclusionGround
{
    /// <summary>以非法手段取得 (行政处罚法 第46条第3款).</summary>
    Unlawful,

    /// <summary>经查证不属实.</summary>
    Untrue,

    /// <summary>与本案无关.</summary>
    Irrelevant,

    /// <summary>登记错误.</summary>
    Mistake,
}

/// <summary>An act of the case that evidence belongs to (所属执法行为).</summary>
/// <param name="Kind">Which kind of act.</param>
/// <param name="Index">Its place in the case's list of such acts, from 0.</param>
public sealed record EvidenceAct(RecordedActKind Kind, int Index);

/// <summary>
/// What must stand beside a drawing of the scene (勘验图、现场勘验示意图); time, place and officers are those of the evidence, its act says of which inspection it is.
/// </summary>
/// <param name="Scale">示意图 or the scale it was drawn to.</param>
/// <param name="Drawer">Who drew it, with what that person is.</param>
/// <param name="Present">The party or witness who was there; null when there was nobody.</param>
public sealed record SceneSketch(string Scale, [property: Personal] string Drawer, [property: Personal] string? Present);

/// <summary>A copy was compared with its original and agrees with it (复制件经核对与原件一致); the two who collected it compared it.</summary>
/// <param name="On">Day of comparison.</param>
/// <param name="OriginalAt">Where the original is.</param>
public sealed record CopyComparison(DateOnly On, string OriginalAt);

/// <summary>A file of a piece of evidence (证据文件): its bytes lie in the content store under the SM3 digest.</summary>
/// <param name="Name">Name it was brought under.</param>
/// <param name="MediaType">What it is, found by its content.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sm3">SM3 of the original.</param>
/// <param name="Sha256">SHA-256 of the original.</param>
/// <param name="PlaysMilliseconds">How long it plays, read from the file (时长); null where the file does not tell, or plays nothing.</param>
public sealed record EvidenceFile([property: Personal] string Name, string MediaType, long Length, string Sm3, string Sha256, long? PlaysMilliseconds = null)
{
    /// <summary>How long it plays; null where the file does not tell.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public TimeSpan? Plays => PlaysMilliseconds is { } known ? TimeSpan.FromMilliseconds(known) : null;

    /// <summary>A picture.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsPicture => MediaType.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>Sound without pictures.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsSound => MediaType.StartsWith("audio/", StringComparison.Ordinal);

    /// <summary>A film.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsVideo => MediaType.StartsWith("video/", StringComparison.Ordinal);
}

/// <summary>What officers call the parts of evidence.</summary>
public static class EvidenceNames
{
    /// <summary>What the law calls a kind.</summary>
    public static string Title(this EvidenceKind kind) => kind switch
    {
        EvidenceKind.Documentary => "书证",
        EvidenceKind.Physical => "物证",
        EvidenceKind.AudioVisual => "视听资料",
        EvidenceKind.ElectronicData => "电子数据",
        EvidenceKind.WitnessTestimony => "证人证言",
        EvidenceKind.PartyStatement => "当事人的陈述",
        EvidenceKind.ExpertOpinion => "鉴定意见",
        _ => "勘验笔录、现场笔录",
    };

    /// <summary>What people call a source.</summary>
    public static string Title(this EvidenceSource source) => source switch
    {
        EvidenceSource.OnSite => "现场采集",
        EvidenceSource.Extracted => "现场提取",
        EvidenceSource.FromParty => "当事人提供",
        EvidenceSource.FromWitness => "证人提供",
        EvidenceSource.FromReporter => "举报人提供",
        EvidenceSource.FromOrgan => "其他机关移送或者调取",
        EvidenceSource.Commissioned => "委托检测、鉴定",
        _ => "电子技术监控设备",
    };

    /// <summary>What people call a phase.</summary>
    public static string Title(this EvidencePhase phase) => phase switch
    {
        EvidencePhase.Check => "立案前核查",
        EvidencePhase.Investigation => "调查取证",
        _ => "决定后执行",
    };

    /// <summary>What people call a move of custody.</summary>
    public static string Title(this CustodyAction action) => action switch
    {
        CustodyAction.Kept => "保管",
        CustodyAction.HandedOver => "移交",
        CustodyAction.Returned => "返还",
        _ => "处置",
    };

    /// <summary>What people call a ground of exclusion.</summary>
    public static string Title(this ExclusionGround ground) => ground switch
    {
        ExclusionGround.Unlawful => "以非法手段取得",
        ExclusionGround.Untrue => "经查证不属实",
        ExclusionGround.Irrelevant => "与本案无关",
        _ => "登记错误",
    };
}
