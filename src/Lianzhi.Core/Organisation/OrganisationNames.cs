namespace Lianzhi.Core.Organisation;

/// <summary>What posts, organs and states are called (名称).</summary>
public static class OrganisationNames
{
    /// <summary>Code of the bureau that supervises enforcement (区司法局).</summary>
    public const string JusticeBureau = "sf";

    /// <summary>Name of a post.</summary>
    public static string Of(PostKind kind) => kind switch
    {
        PostKind.AreaChief => "片长",
        PostKind.AreaCoordinator => "协作组长",
        PostKind.TownshipDeputy => "副片长",
        PostKind.BrigadeLeader => "综合执法大队长",
        PostKind.LegalReviewer => "法制审核员",
        PostKind.Liaison => "联络人",
        PostKind.Head => "行政机关负责人",
        PostKind.DeputyHead => "分管负责人",
        _ => "主持工作的负责人",
    };

    /// <summary>Name of a certificate's state.</summary>
    public static string Of(CertificateState state) => state switch
    {
        CertificateState.Valid => "有效",
        CertificateState.NotYetValid => "未生效",
        CertificateState.Expired => "已过期",
        CertificateState.Suspended => "暂扣",
        _ => "注销",
    };

    /// <summary>Name of a power holder.</summary>
    public static string Of(PowerHolder holder) => holder switch
    {
        PowerHolder.DistrictDepartment => "区政府部门",
        PowerHolder.CityBranch => "市级部门及其派出机构",
        _ => "消防救援机构",
    };
}
