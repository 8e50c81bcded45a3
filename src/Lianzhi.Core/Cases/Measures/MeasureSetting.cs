using Lianzhi.Core.Settings;

namespace Lianzhi.Core.Cases.Measures;

/// <summary>Practice values of measures (措施设置).</summary>
internal static class MeasureSetting
{
    /// <summary>Whether preserved evidence without a decision in time can only be given back.</summary>
    public static readonly SettingDefinition PreservationLapses =
        new("measure.preservation-lapses", "先行登记保存逾期未处理自动解除", SettingKind.Choice, "", SettingCatalogue.Yes, "部门行政处罚程序规定", false)
        {
            Choices = new Dictionary<string, string> { [SettingCatalogue.Yes] = "是", [SettingCatalogue.No] = "否" },
        };

    /// <summary>Days from filing in which a case marked for fast handling is decided.</summary>
    public static readonly SettingDefinition FastDays = new("case.fast-days", "快速办理案件的办理时间", SettingKind.Number, "日", "30", "本区执法惯例", false);
}
