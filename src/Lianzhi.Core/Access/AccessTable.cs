using static Lianzhi.Core.Access.Audience;
using static Lianzhi.Core.Access.Reach;
using static Lianzhi.Core.Access.Role;

namespace Lianzhi.Core.Access;

/// <summary>
/// Who may do what (权限表): every use case of the platform, with the roles that may do it and how far they
/// reach. This is the only place where permission is given; pages, routes and forms take it from here.
/// </summary>
public static class AccessTable
{
    // ---- access ----------------------------------------------------------------------------------------
    /// <summary>登录.</summary>
    public static readonly UseCase SignIn = Open("access.sign-in", "登录");
    /// <summary>退出.</summary>
    public static readonly UseCase SignOut = Open("access.sign-out", "退出");

    /// <summary>当前会话.</summary>
    public static readonly UseCase ViewSession = ForSignedIn("access.view-session", "查看当前会话");
    /// <summary>新建账号.</summary>
    public static readonly UseCase AddAccount = For("access.add-account", "新建账号", (Administrator, District));
    /// <summary>账号列表: names, units and roles, no personal data beyond.</summary>
    public static readonly UseCase ListAccounts = For("access.list-accounts", "账号与角色", (Administrator, District), (JusticeSupervisor, District));
    /// <summary>授予角色: by the administrator, never to himself.</summary>
    public static readonly UseCase GrantRole = For("access.grant-role", "授予角色", (Administrator, District));
    /// <summary>确认角色: a role with case access becomes active when a justice supervisor confirms it.</summary>
    public static readonly UseCase ConfirmRole = For("access.confirm-role", "确认角色", (JusticeSupervisor, District));
    /// <summary>终止角色.</summary>
    public static readonly UseCase EndRole = For("access.end-role", "终止角色", (Administrator, District), (JusticeSupervisor, District));
    /// <summary>重置账号.</summary>
    public static readonly UseCase ResetAccount = For("access.reset-account", "重置账号", (Administrator, District));

    // ---- workbench -------------------------------------------------------------------------------------
    /// <summary>工作台: my to-dos with time left.</summary>
    public static readonly UseCase ViewWorkbench = ForSignedIn("workbench.view", "工作台");

    // ---- calendar --------------------------------------------------------------------------------------
    /// <summary>导入节假日安排.</summary>
    public static readonly UseCase ImportHolidays = For("calendar.import", "导入节假日安排", (Administrator, District), (JusticeSupervisor, District));

    // ---- settings --------------------------------------------------------------------------------------
    /// <summary>查看设置: dated practice values with their source.</summary>
    public static readonly UseCase ViewSettings = ForSignedIn("settings.view", "查看设置");
    /// <summary>修改设置: only the justice bureau.</summary>
    public static readonly UseCase ChangeSetting = For("settings.change", "修改设置", (JusticeSupervisor, District));

    // ---- organisation ----------------------------------------------------------------------------------
    /// <summary>片区划分 for everyone.</summary>
    public static readonly UseCase ViewAreas = Open("organisation.view-areas", "片区和镇街");
    /// <summary>联合执法人员名单 as published.</summary>
    public static readonly UseCase ViewRoster = Open("organisation.view-roster", "联合执法人员名单");
    /// <summary>片区、镇街、部门和岗位 on a day, with what is missing.</summary>
    public static readonly UseCase ViewOrganisation = ForSignedIn("organisation.view", "片区与镇街");
    /// <summary>人员名册.</summary>
    public static readonly UseCase ListOfficers = ForSignedIn("organisation.list-officers", "人员名册");
    /// <summary>人员情况.</summary>
    public static readonly UseCase ViewOfficer = ForSignedIn("organisation.view-officer", "人员情况");
    /// <summary>登记人员.</summary>
    public static readonly UseCase AddOfficer = For("organisation.add-officer", "登记人员",
        (OrganisationStaff, District), (JusticeSupervisor, District), (Liaison, Unit), (BrigadeLeader, Unit));
    /// <summary>变更人员: name, or the last day in the unit.</summary>
    public static readonly UseCase ChangeOfficer = For("organisation.change-officer", "变更人员",
        (OrganisationStaff, District), (JusticeSupervisor, District), (Liaison, Unit), (BrigadeLeader, Unit));
    /// <summary>登记证件: only the justice bureau.</summary>
    public static readonly UseCase AddCertificate = For("organisation.add-certificate", "登记行政执法证", (JusticeSupervisor, District));
    /// <summary>变更证件: suspension, cancellation, publication on the roster.</summary>
    public static readonly UseCase ChangeCertificate = For("organisation.change-certificate", "变更行政执法证", (JusticeSupervisor, District));
    /// <summary>下沉派驻.</summary>
    public static readonly UseCase SendDown = For("organisation.send-down", "下沉派驻", (OrganisationStaff, District), (Liaison, Unit));
    /// <summary>结束派驻.</summary>
    public static readonly UseCase EndSecondment = For("organisation.end-secondment", "结束派驻", (OrganisationStaff, District), (Liaison, Unit));
    /// <summary>任职: who holds a post from which day.</summary>
    public static readonly UseCase FillPost = For("organisation.fill-post", "任职", (OrganisationStaff, District), (JusticeSupervisor, District));
    /// <summary>导入组织基础数据.</summary>
    public static readonly UseCase ImportOrganisation = For("organisation.import", "导入组织基础数据", (EstablishmentStaff, District), (JusticeSupervisor, District));

    // ---- powers ----------------------------------------------------------------------------------------
    /// <summary>谁来执法 for everyone.</summary>
    public static readonly UseCase AskWhoEnforces = Open("powers.who-enforces", "谁来执法");
    /// <summary>谁来执法 for officers, with the other lawful answers beside it.</summary>
    public static readonly UseCase AskWhoEnforcesAtWork = ForSignedIn("powers.who-enforces-at-work", "谁来执法");
    /// <summary>赋权事项清单 for everyone.</summary>
    public static readonly UseCase ViewPowers = Open("powers.view", "赋权事项清单");
    /// <summary>事项清单.</summary>
    public static readonly UseCase ListItems = ForSignedIn("powers.list-items", "事项清单");
    /// <summary>事项详情.</summary>
    public static readonly UseCase ViewItem = ForSignedIn("powers.view-item", "事项详情");
    /// <summary>导入事项清单.</summary>
    public static readonly UseCase ImportItems = For("powers.import-items", "导入事项清单", (EstablishmentStaff, District), (JusticeSupervisor, District));
    /// <summary>调整赋权: hand on, accept, enter in the list of powers, take back.</summary>
    public static readonly UseCase ChangeEmpowerment = For("powers.change-empowerment", "调整赋权", (EstablishmentStaff, District), (JusticeSupervisor, District));

    /// <summary>Every use case by name.</summary>
    public static readonly IReadOnlyDictionary<string, UseCase> All = typeof(AccessTable).GetFields()
        .Where(field => field.FieldType == typeof(UseCase))
        .Select(field => (UseCase)field.GetValue(null)!)
        .ToDictionary(useCase => useCase.Name, StringComparer.Ordinal);

    private static UseCase Open(string name, string title) => new(name, title, Everyone, []);

    private static UseCase ForSignedIn(string name, string title) => new(name, title, SignedIn, []);

    private static UseCase For(string name, string title, params (Role Role, Reach Reach)[] grants) =>
        new(name, title, Granted, [.. grants.Select(grant => new Grant(grant.Role, grant.Reach))]);
}
