namespace Lianzhi.Core.Settings;

/// <summary>Practice values of the ordinary procedure (普通程序设置).</summary>
public static class ProcedureSettingCatalogue
{
    private const string Source = "国办发〔2018〕118号（重大执法决定法制审核目录由本区确定）";

    private static Dictionary<string, string> YesNo => new() { [SettingCatalogue.Yes] = "是", [SettingCatalogue.No] = "否" };

    /// <summary>Whether the unit checks a case itself before the prior notice.</summary>
    public static readonly SettingDefinition InternalCheck =
        new("case.internal-check", "事先告知前的内部案件审核", SettingKind.Choice, "", SettingCatalogue.No, "部门行政处罚程序规定", false) { Choices = YesNo };

    /// <summary>Whether decisions with a right to a hearing stand on the district's list for legal review.</summary>
    public static readonly SettingDefinition MajorDecisionOnHearingRight =
        new("review.list-hearing-right", "达到听证标准的处罚列入法制审核目录", SettingKind.Choice, "", SettingCatalogue.Yes, Source, false) { Choices = YesNo };

    /// <summary>Fine from which a decision stands on the district's list for legal review; 0 for none.</summary>
    public static readonly SettingDefinition MajorDecisionFine =
        new("review.list-fine-from", "列入法制审核目录的罚款起点（0为不设）", SettingKind.Number, "元", "0", Source, false) { ByDepartment = true };

    /// <summary>Days within which another case of the same party and item is shown as perhaps the same matter.</summary>
    public static readonly SettingDefinition SameMatterDays =
        new("case.same-matter-days", "同一当事人同类案件提示的天数", SettingKind.Number, "日", "90", "本区执法惯例", false);

    /// <summary>All of them, in the order people see them.</summary>
    public static readonly IReadOnlyList<SettingDefinition> All = [InternalCheck, MajorDecisionOnHearingRight, MajorDecisionFine, SameMatterDays];
}
