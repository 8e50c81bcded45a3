using Lianzhi.Core.Settings;

namespace Lianzhi.Core.Cases.Measures;

/// <summary>Practice values of measures (措施设置).</summary>
internal static class MeasureSetting
{
    private const string ReviewSource = "国办发〔2018〕118号（重大执法决定法制审核目录由本区确定）";

    private static Dictionary<string, string> YesNo => new() { [SettingCatalogue.Yes] = "是", [SettingCatalogue.No] = "否" };

    /// <summary>Whether preserved evidence without a decision in time can only be given back.</summary>
    public static readonly SettingDefinition PreservationLapses =
        new("measure.preservation-lapses", "先行登记保存逾期未处理自动解除", SettingKind.Choice, "", SettingCatalogue.Yes, "部门行政处罚程序规定", false)
        {
            Choices = YesNo,
        };

    /// <summary>Whether a forced demolition goes to legal review before it is decided.</summary>
    public static readonly SettingDefinition ReviewDemolition =
        new("measure.review-demolition", "强制拆除决定前的法制审核", SettingKind.Choice, "", SettingCatalogue.Yes, ReviewSource, false) { Choices = YesNo };

    /// <summary>Whether sealing and seizure go to legal review before the head approves them.</summary>
    public static readonly SettingDefinition ReviewSealing =
        new("measure.review-sealing", "查封、扣押批准前的法制审核", SettingKind.Choice, "", SettingCatalogue.No, ReviewSource, false) { Choices = YesNo };

    /// <summary>Days from filing in which a case marked for fast handling is decided.</summary>
    public static readonly SettingDefinition FastDays = new("case.fast-days", "快速办理案件的办理时间", SettingKind.Number, "日", "30", "本区执法惯例", false);
}
