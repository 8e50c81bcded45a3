using Lianzhi.Core.Settings;

namespace Lianzhi.Core.Inspections;

/// <summary>Practice values of plans that the notice leaves open (检查计划设置).</summary>
public static class PlanSettings
{
    /// <summary>Working days departments have for their opinion of a draft.</summary>
    public static readonly SettingDefinition OpinionDays = new("plan.opinion-days", "检查计划会签期限", SettingKind.Number, "工作日", "5", "本区执法惯例", false);
}
