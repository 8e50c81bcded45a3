namespace Lianzhi.Core.Powers;

/// <summary>What levels and parts are called (名称).</summary>
public static class PowerNames
{
    /// <summary>Name of a level.</summary>
    public static string Of(ItemLevel level) => level switch
    {
        ItemLevel.EmpoweredToTown => "赋予镇（街道）",
        ItemLevel.OwnTown => "镇法定职权",
        ItemLevel.DistrictOnly => "区级部门",
        _ => "已上收市级",
    };

    /// <summary>Name of what the department does.</summary>
    public static string Of(DepartmentPart part) => part == DepartmentPart.Guide ? "指导" : "处置";

    /// <summary>Name of the kind of a subject.</summary>
    public static string Of(CompetenceKind kind) => kind switch
    {
        CompetenceKind.Township => "镇（街道）",
        CompetenceKind.Department => "区级执法部门",
        CompetenceKind.City => "市级机关",
        _ => "本区没有执法主体",
    };
}
