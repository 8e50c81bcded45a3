namespace Lianzhi.Core.Access;

/// <summary>Who may give which role to whom (授权规则): nobody to himself, and nobody alone.</summary>
public static class RoleGrants
{
    private static readonly Role[] NeedUnit =
        [Role.Head, Role.DeputyHead, Role.TownshipDeputy, Role.BrigadeLeader, Role.LegalReviewer, Role.Officer, Role.Liaison, Role.SealKeeper];

    /// <summary>True when the role reaches cases, clues or documents, so that a justice supervisor must confirm it.</summary>
    public static bool NeedsConfirmation(Role role) => role != Role.Administrator;

    /// <summary>May this person give this role?</summary>
    /// <param name="actor">Who gives it.</param>
    /// <param name="accountId">Account that gets it.</param>
    /// <param name="role">The role.</param>
    /// <param name="unit">Township or department; needed by roles of a unit.</param>
    /// <param name="area">Area; needed by roles of an area.</param>
    /// <returns>Null when yes; otherwise the refusal.</returns>
    public static Refusal? Grant(Actor actor, string accountId, Role role, string? unit, string? area) =>
        actor.Id == accountId ? new Refusal("own-role", "不能给自己授予角色。", "系统权限规则：授权与使用分离")
        : NeedUnit.Contains(role) && string.IsNullOrEmpty(unit) ? Refusal.Invalid("unit", "此角色须选择所在单位。")
        : role is Role.AreaChief or Role.AreaCoordinator && string.IsNullOrEmpty(area) ? Refusal.Invalid("area", "此角色须选择片区。")
        : null;

    /// <summary>May this person confirm a role of that account?</summary>
    /// <returns>Null when yes; otherwise the refusal.</returns>
    public static Refusal? Confirm(Actor actor, string accountId, bool alreadyConfirmed) =>
        actor.Id == accountId ? new Refusal("own-role", "不能确认自己的角色。", "系统权限规则：授权与使用分离")
        : alreadyConfirmed ? new Refusal("already-confirmed", "该角色已经确认。", "系统权限规则：一次确认")
        : null;

    /// <summary>What officers call a role.</summary>
    public static string Name(Role role) => role switch
    {
        Role.Administrator => "系统管理员",
        Role.AreaChief => "片长",
        Role.AreaCoordinator => "协作组长",
        Role.Head => "行政机关负责人",
        Role.DeputyHead => "分管负责人（签批授权）",
        Role.TownshipDeputy => "副片长",
        Role.BrigadeLeader => "综合执法大队长",
        Role.LegalReviewer => "法制审核员",
        Role.Officer => "行政执法人员",
        Role.Liaison => "部门联络人",
        Role.JusticeSupervisor => "执法监督（区司法局）",
        Role.JusticeReviewer => "法制审核（区司法局）",
        Role.OrganisationStaff => "区委组织部",
        Role.EstablishmentStaff => "区委编办",
        Role.FinanceStaff => "区财政局",
        Role.SealKeeper => "印章管理员（党政办）",
        _ => "区人社局",
    };
}
