namespace Lianzhi.Core.Clues;

/// <summary>What officers call states, sources and grounds.</summary>
public static class ClueWords
{
    /// <summary>Name of a state.</summary>
    public static string Of(ClueState state) => state switch
    {
        ClueState.Unseen => "未阅",
        ClueState.Seen => "已阅未办",
        ClueState.Reported => "已报片长",
        ClueState.Transferred => "已移送",
        ClueState.Accepted => "已受理",
        ClueState.Rejected => "不予受理",
        ClueState.Filed => "已立案",
        ClueState.Closed => "已办结",
        _ => "已答复",
    };

    /// <summary>Name of a source.</summary>
    public static string Of(ClueSource source) => source switch
    {
        ClueSource.PublicComplaint => "公众投诉举报",
        ClueSource.Hotline => "12345 热线转办",
        ClueSource.Patrol => "日常巡查",
        ClueSource.Inspection => "行政检查",
        ClueSource.Referral => "其他机关移送",
        ClueSource.Superior => "上级交办",
        _ => "媒体曝光",
    };

    /// <summary>Words of a ground, ready for a sentence.</summary>
    public static string Of(RejectGround ground) => ground switch
    {
        RejectGround.NotEnforcement => "反映的事项不属于行政执法事项",
        RejectGround.NoFacts => "没有具体的违法事实或者线索，无法核实",
        RejectGround.AlreadyHandled => "同一事项已经办结并答复，没有新的事实",
        RejectGround.InOtherProcedure => "事项已经进入诉讼、行政复议或者仲裁程序",
        _ => "违法行为已超过行政处罚追究时效",
    };

    /// <summary>What the public reads on the progress page.</summary>
    public static string ForPublic(ClueState state, bool outside) => state switch
    {
        ClueState.Unseen => "已收到，等待查看",
        ClueState.Seen => "已收到，正在核对是否受理",
        ClueState.Reported => "涉及面较广，正在统筹安排办理单位",
        ClueState.Transferred => outside ? "已移送有管辖权的机关" : "已移送有管辖权的单位，正在核对是否受理",
        ClueState.Accepted => "已受理，正在核查",
        ClueState.Rejected => "不予受理",
        ClueState.Filed => "已立案调查",
        ClueState.Closed => "已办结",
        _ => "已答复",
    };
}
