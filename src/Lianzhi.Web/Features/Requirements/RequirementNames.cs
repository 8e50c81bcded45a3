using Lianzhi.Core.Inspections;

namespace Lianzhi.Web.Features.Requirements;

/// <summary>What officers call things of requirements.</summary>
public static class RequirementNames
{
    /// <summary>Name of a ground.</summary>
    public static string Of(CapGround ground) => ground switch { CapGround.Complaint => "投诉举报", CapGround.Risk => "风险监测", CapGround.Transfer => "转办交办移送", _ => "专项检查" };
}
