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

    // ---- rules -----------------------------------------------------------------------------------------
    /// <summary>规则查询: the rules without side effect, for other systems.</summary>
    public static readonly UseCase AskRules = Open("rules.ask", "规则查询");

    // ---- settings --------------------------------------------------------------------------------------
    /// <summary>查看设置: dated practice values with their source.</summary>
    public static readonly UseCase ViewSettings = ForSignedIn("settings.view", "查看设置");
    /// <summary>修改设置: only the justice bureau.</summary>
    public static readonly UseCase ChangeSetting = For("settings.change", "修改设置", (JusticeSupervisor, District));

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
