namespace Lianzhi.Core.Access;

/// <summary>What a person is on the platform (岗位角色). A person may hold several, each in one unit or area.</summary>
public enum Role
{
    /// <summary>系统管理员: accounts, nodes, dictionaries; sees no case, clue, evidence, document or record.</summary>
    Administrator,

    /// <summary>片长: coordinates an area, signs nothing by that post.</summary>
    AreaChief,

    /// <summary>协作组长: helps the area chief.</summary>
    AreaCoordinator,

    /// <summary>行政机关负责人: signs for one subject.</summary>
    Head,

    /// <summary>行政机关分管负责人: signs within a written 签批授权.</summary>
    DeputyHead,

    /// <summary>副片长: township leader who coordinates; signs nothing by that post.</summary>
    TownshipDeputy,

    /// <summary>综合执法大队长.</summary>
    BrigadeLeader,

    /// <summary>法制审核员 of a township or judicial office.</summary>
    LegalReviewer,

    /// <summary>行政执法人员, of a township or seconded.</summary>
    Officer,

    /// <summary>部门联络人.</summary>
    Liaison,

    /// <summary>区司法局执法监督人员: reviews rosters, confirms roles with case access, keeps settings.</summary>
    JusticeSupervisor,

    /// <summary>区司法局法制审核员.</summary>
    JusticeReviewer,

    /// <summary>区委组织部.</summary>
    OrganisationStaff,

    /// <summary>区委编办.</summary>
    EstablishmentStaff,

    /// <summary>区财政局.</summary>
    FinanceStaff,

    /// <summary>区人社局.</summary>
    HumanResourcesStaff,

    /// <summary>印章管理员: keeps the seal of a unit in its office (党政办); sees requests for the seal, no case.</summary>
    SealKeeper,
}
