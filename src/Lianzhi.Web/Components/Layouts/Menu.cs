using Lianzhi.Core.Access;
using Lianzhi.Web.Platform;

namespace Lianzhi.Web.Components.Layouts;

/// <summary>One line of the office menu.</summary>
/// <param name="Title">What officers call the work.</param>
/// <param name="Href">Address of its page.</param>
/// <param name="Icon">Icon name.</param>
/// <param name="UseCase">The use case of that page; the line shows only to people who may do it.</param>
/// <param name="Children">Second and last level; shown while the first is open.</param>
public sealed record MenuEntry(string Title, string Href, string Icon, UseCase UseCase, params MenuEntry[] Children);

/// <summary>Number of open to-dos of the person who acts, for the bell and the menu. Registered by the workbench.</summary>
public delegate Task<int> CountOpenTodos(CancellationToken cancel);

/// <summary>The office menu by work (按工作分的菜单): every entry, in the order officers meet the work. A capability adds its line here.</summary>
public static class Menu
{
    /// <summary>All entries.</summary>
    public static readonly IReadOnlyList<MenuEntry> All =
    [
        new("工作台", "/office", Icon: "home", AccessTable.ViewWorkbench, new MenuEntry("今天要我签的", "/office/sign", Icon: "writing-sign", AccessTable.ApproveCase)),
        new("线索", "/office/clues", Icon: "message-report", AccessTable.ListClues, new MenuEntry("登记线索", "/office/clues/new", Icon: "plus", AccessTable.RegisterClue)),
        new("案件", "/office/cases", Icon: "folder", AccessTable.ListCases,
            new MenuEntry("当场处罚", "/office/cases/on-the-spot", Icon: "bolt", AccessTable.PenaliseOnSpot),
            new MenuEntry("证据", "/office/evidence", Icon: "folder-open", AccessTable.ListEvidence),
            new MenuEntry("收到的函件", "/office/case-letters", Icon: "mail", AccessTable.ListCaseLetters),
            new MenuEntry("台账", "/office/ledgers", Icon: "list-details", AccessTable.ListLedgers),
            new MenuEntry("文号登记", "/office/documents", Icon: "list-numbers", AccessTable.ListNumbers),
            new MenuEntry("闽执法对账", "/office/cases/platform", Icon: "refresh", AccessTable.ReconcilePlatform)),
        new("检查计划", "/office/plans", Icon: "calendar-stats", AccessTable.ListPlans,
            new MenuEntry("行政检查", "/office/inspections", Icon: "clipboard-text", AccessTable.ListInspections),
            new MenuEntry("联合行动", "/office/operations", Icon: "users-group", AccessTable.ListOperations),
            new MenuEntry("检查要求", "/office/requirements", Icon: "list-check", AccessTable.ListRequirements),
            new MenuEntry("双随机抽取", "/office/draws", Icon: "arrows-shuffle", AccessTable.ListDraws)),
        new("调度", "/office/dispatch", Icon: "layout-board-split", AccessTable.ViewBoard,
            new MenuEntry("班次与值守", "/office/duty", Icon: "calendar-time", AccessTable.ViewDuty),
            new MenuEntry("车辆装备", "/office/equipment", Icon: "car", AccessTable.ListEquipment)),
        new("法制审核", "/office/reviews", Icon: "gavel", AccessTable.ListReviews),
        new("执法监督", "/office/supervision", Icon: "shield", AccessTable.ListSupervision),
        new("用印登记", "/office/seals", Icon: "rubber-stamp", AccessTable.ListSeals),
        new("公示", "/office/disclosures", Icon: "world", AccessTable.ListDisclosures),
        new("基础库", "/office/organisation", Icon: "database", AccessTable.ViewOrganisation,
            new MenuEntry("谁来执法", "/office/who", Icon: "scale", AccessTable.AskWhoEnforcesAtWork),
            new MenuEntry("检查对象", "/office/targets", Icon: "building-store", AccessTable.ListTargets),
            new MenuEntry("事项清单", "/office/items", Icon: "list-check", AccessTable.ListItems),
            new MenuEntry("裁量基准", "/office/benchmarks", Icon: "scale", AccessTable.ViewBenchmarks),
            new MenuEntry("人员名册", "/office/officers", Icon: "users", AccessTable.ListOfficers)),
        new("系统设置", "/office/settings", Icon: "settings", AccessTable.ViewSettings,
            new MenuEntry("文书模板", "/office/templates", Icon: "template", AccessTable.ListTemplates),
            new MenuEntry("账号与角色", "/office/accounts", Icon: "user-shield", AccessTable.ListAccounts)),
    ];

    /// <summary>What this person sees.</summary>
    public static IEnumerable<MenuEntry> For(CurrentActor current) =>
        from entry in All
        where current.May(entry.UseCase)
        select entry with { Children = [.. entry.Children.Where(child => current.May(child.UseCase))] };

    /// <summary>True when the address lies under the entry; the start page only matches itself.</summary>
    public static bool IsOpen(MenuEntry entry, string path) =>
        path == entry.Href || (entry.Href != "/office" && path.StartsWith(entry.Href + "/", StringComparison.Ordinal)) || entry.Children.Any(child => IsOpen(child, path));
}
