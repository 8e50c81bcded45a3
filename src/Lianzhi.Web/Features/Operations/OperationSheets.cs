using Lianzhi.Core.Access;
using Lianzhi.Core.Operations;

namespace Lianzhi.Web.Features.Operations;

/// <summary>Which use case stands behind a step of an operation.</summary>
public static class OperationSheets
{
    /// <summary>The use case.</summary>
    public static UseCase UseCaseOf(OperationStep step) => step switch
    {
        OperationStep.Reply => AccessTable.ReplyToOperation,
        OperationStep.Plan => AccessTable.PlanOperation,
        OperationStep.Order => AccessTable.OrderOperation,
        OperationStep.SignIn => AccessTable.SignInOperation,
        OperationStep.Report => AccessTable.ReportOperation,
        OperationStep.SumUp => AccessTable.SumUpOperation,
        _ => AccessTable.CancelOperation,
    };

    /// <summary>Name of a step in addresses.</summary>
    public static string NameOf(OperationStep step) => UseCaseOf(step).Name["operations.".Length..];

    /// <summary>The step of a name; null when there is none.</summary>
    public static OperationStep? Find(string name) => Enum.GetValues<OperationStep>().Where(step => NameOf(step) == name).Select(step => (OperationStep?)step).FirstOrDefault();
}
