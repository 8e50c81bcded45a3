using Lianzhi.Core.Supervision;
using Lianzhi.Web.Components;
using Lianzhi.Web.Components.Marks;

namespace Lianzhi.Web.Features.Supervision;

/// <summary>How papers of supervision look in lists and on the case (监督文书显示).</summary>
internal static class SupervisionLooks
{
    /// <summary>Colour of its badge.</summary>
    public static StatusKind Kind(SupervisionState state, bool overdue) => overdue ? StatusKind.Over : state switch
    {
        SupervisionState.Closed => StatusKind.Done,
        SupervisionState.Followed => StatusKind.Stop,
        SupervisionState.Answered => StatusKind.Run,
        _ => StatusKind.Due,
    };

    /// <summary>Words of its badge.</summary>
    public static string Words(SupervisionLine line) => line.IsOverdue ? $"逾期未回复（{line.AnswerDueOn.Brief()}届满）"
        : line.State is SupervisionState.Issued or SupervisionState.Returned ? $"{SupervisionRules.Name(line.State)}，{line.AnswerDueOn.Brief()}届满" : SupervisionRules.Name(line.State);
}
