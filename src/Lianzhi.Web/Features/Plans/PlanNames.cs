using Lianzhi.Core.Inspections;
using Lianzhi.Web.Components.Marks;

namespace Lianzhi.Web.Features.Plans;

/// <summary>How plans are shown.</summary>
public static class PlanNames
{
    /// <summary>Sign of a stage.</summary>
    public static StatusKind Kind(PlanStage stage) => stage switch { PlanStage.Published => StatusKind.Done, PlanStage.Superseded => StatusKind.Pause, _ => StatusKind.Run };

    /// <summary>Tasks in one sentence: how many, done, open and late.</summary>
    public static string Said(TaskFigures tasks) => $"{tasks.All} 项任务：已检查 {tasks.Done}，待检查 {tasks.Open}，逾期 {tasks.Late}，未检查 {tasks.GivenUp}";

    /// <summary>What became of a visit.</summary>
    public static string Of(VisitState state) => state switch { VisitState.Done => "已检查", VisitState.NotDone => "未检查", _ => "待检查" };

    /// <summary>The same of a visit, of which some may be left.</summary>
    public static string Of(PlanVisitRow visit) => visit.Left is null ? Of(visit.State) : "部分检查";

    /// <summary>What a change by hand did.</summary>
    public static string OfChange(string kind) => kind switch { "moved" => "调整", "released" => "解除锁定", "done" => "已检查", "merged" => "对象合并", _ => "未检查" };

    /// <summary>What is short.</summary>
    public static string OfCause(string cause) => cause switch { "cap" => "频次上限", "team" => "检查力量", "fleet" => "执法车辆", "crew" => "持证人员", "gap" => "最少间隔", _ => "可查周次" };

    /// <summary>In what it is counted.</summary>
    public static string UnitOfCause(string cause) => cause switch { "cap" or "gap" or "weeks" => "次", "team" => "人分钟", "fleet" => "车次", _ => "人" };

    /// <summary>What a reason explains.</summary>
    public static string OfReason(string kind) => kind switch { "merged" => "为什么合并", "notEarlier" => "为什么不更早", "locked" => "锁定", _ => "为什么在这里" };
}
