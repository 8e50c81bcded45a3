using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;

namespace Lianzhi.Web.Features.Cases;

/// <summary>Which use case stands behind the hands of a step (办理权限).</summary>
public static class CaseHands
{
    /// <summary>The use case that lets somebody take steps with these hands.</summary>
    public static UseCase UseCaseOf(StepHands hands) => hands switch
    {
        StepHands.Head => AccessTable.ApproveCase,
        StepHands.Hearing => AccessTable.ConductHearing,
        StepHands.Reviewer => AccessTable.ReviewCase,
        StepHands.Checker => AccessTable.CheckCase,
        _ => AccessTable.HandleCase,
    };

    /// <summary>Who does such a step, in words.</summary>
    public static string Title(StepHands hands) => hands switch
    {
        StepHands.Head => "由行政机关负责人办理。",
        StepHands.Hearing => "由听证主持人、记录人办理。",
        StepHands.Reviewer => "由法制审核人员办理。",
        StepHands.Checker => "由本机关不办理本案的人员审核。",
        _ => "由办案人员办理。",
    };
}
