using Lianzhi.Core.Settings;

namespace Lianzhi.Core.Inspections;

/// <summary>Practice values of inspections that the law leaves open (行政检查设置).</summary>
public static class InspectionSettings
{
    private const string Practice = "本区执法惯例";

    /// <summary>Working days in which the result is told after the record was signed.</summary>
    public static readonly SettingDefinition ResultDays = new("inspection.result-days", "检查结果告知期限", SettingKind.Number, "工作日", "5", Practice, false);

    /// <summary>Working days for the recheck after the term for correction has ended.</summary>
    public static readonly SettingDefinition RecheckDays = new("inspection.recheck-days", "责令改正期满后复查期限", SettingKind.Number, "工作日", "10", Practice, false);

    /// <summary>Working days in which approval and notice of an urgent inspection are made up.</summary>
    public static readonly SettingDefinition MakeUpDays = new("inspection.make-up-days", "即时检查补办审批和通知期限", SettingKind.Number, "工作日", "2", Practice, false);

    /// <summary>Most days given for a correction.</summary>
    public static readonly SettingDefinition CorrectionDays = new("inspection.correction-days", "责令限期改正最长期限", SettingKind.Number, "日", "60", Practice, false);

    /// <summary>Days after the notified day on which an inspection may still begin by the same notice.</summary>
    public static readonly SettingDefinition LateDays = new("inspection.late-days", "检查通知书载明日期之后仍可实施的期限", SettingKind.Number, "日", "0", Practice, false);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<SettingDefinition> All = [ResultDays, RecheckDays, MakeUpDays, CorrectionDays, LateDays];
}

/// <summary>The settings of a day, as the rules take them.</summary>
/// <param name="ResultDays">Working days for telling the result.</param>
/// <param name="RecheckDays">Working days for the recheck.</param>
/// <param name="MakeUpDays">Working days for making up.</param>
/// <param name="CorrectionDays">Most days for a correction.</param>
/// <param name="LateDays">Days after the notified day that a notice still serves.</param>
public sealed record InspectionTerms(int ResultDays, int RecheckDays, int MakeUpDays, int CorrectionDays, int LateDays = 0);
