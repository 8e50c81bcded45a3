namespace Lianzhi.Core.Dispatch;

/// <summary>How far the order of a crew has come (调度令环节).</summary>
public enum OrderStage
{
    /// <summary>未下达.</summary>
    Draft,

    /// <summary>已下达.</summary>
    Issued,

    /// <summary>已签收.</summary>
    Acknowledged,

    /// <summary>执行中.</summary>
    Started,

    /// <summary>已完成.</summary>
    Done,

    /// <summary>已撤销.</summary>
    Cancelled,
}

/// <summary>What is done with an order (调度令步骤).</summary>
public enum OrderStep
{
    /// <summary>下达.</summary>
    Issue,

    /// <summary>签收.</summary>
    Acknowledge,

    /// <summary>变更.</summary>
    Change,

    /// <summary>撤销.</summary>
    Cancel,

    /// <summary>出发.</summary>
    Start,

    /// <summary>登记任务结果.</summary>
    Report,
}

/// <summary>Which step of an order may follow which (调度令流程).</summary>
public static class OrderFlow
{
    /// <summary>Why the step is not lawful now; null when it is.</summary>
    public static Refusal? Check(OrderStage stage, OrderStep step)
    {
        var may = step switch
        {
            OrderStep.Issue => stage == OrderStage.Draft,
            OrderStep.Acknowledge => stage == OrderStage.Issued,
            OrderStep.Change => stage is OrderStage.Draft or OrderStage.Issued or OrderStage.Acknowledged,
            OrderStep.Cancel => stage is OrderStage.Issued or OrderStage.Acknowledged or OrderStage.Started,
            OrderStep.Start => stage == OrderStage.Acknowledged,
            _ => stage == OrderStage.Started,
        };
        return may ? null : new Refusal("order-not-at-step", $"调度令{Name(stage)}，不能{Name(step)}。{Instead(stage)}", CrewCheck.Notice);
    }

    /// <summary>Why a crew's order cannot be issued; empty when it can.</summary>
    public static IReadOnlyList<Refusal> Issue(DayBoard board, DayCrew crew)
    {
        if (crew.Jobs.Count == 0) return [new Refusal("crew-without-jobs", $"{crew.Name}还没有任务。", CrewCheck.Notice)];
        return Leave(board, crew);
    }

    /// <summary>
    /// Why a crew may not leave (出发条件), as it may not be sent: since its order was issued somebody may have fallen sick, a certificate ended, a camera broken.
    /// </summary>
    public static IReadOnlyList<Refusal> Leave(DayBoard board, DayCrew crew) =>
        [.. CrewCheck.Of(board, crew).Where(fault => fault.Blocks).Select(fault => fault.Refusal).DistinctBy(refusal => (refusal.Code, refusal.Message))];

    /// <summary>What a stage is called.</summary>
    public static string Name(OrderStage stage) => stage switch
    {
        OrderStage.Draft => "未下达",
        OrderStage.Issued => "待签收",
        OrderStage.Acknowledged => "已签收",
        OrderStage.Started => "执行中",
        OrderStage.Done => "已完成",
        _ => "已撤销",
    };

    /// <summary>What a step is called.</summary>
    public static string Name(OrderStep step) => step switch
    {
        OrderStep.Issue => "下达",
        OrderStep.Acknowledge => "签收",
        OrderStep.Change => "变更",
        OrderStep.Cancel => "撤销",
        OrderStep.Start => "出发",
        _ => "登记任务结果",
    };

    /// <summary>The number of an order, counted by year for the whole district.</summary>
    /// <param name="word">发文代字, a setting.</param>
    /// <param name="year">The year.</param>
    /// <param name="serial">The serial.</param>
    public static string Number(string word, int year, long serial) => $"{word}〔{year}〕{serial}号";

    private static string Instead(OrderStage stage) => stage switch
    {
        OrderStage.Draft => "请先下达。",
        OrderStage.Issued => "请执行人员先签收。",
        OrderStage.Acknowledged => "请先登记出发。",
        _ => "",
    };
}
