using Lianzhi.Core.Settings;

namespace Lianzhi.Core.Clues;

/// <summary>Practice values of clue handling that the law leaves open (线索设置).</summary>
public static class ClueSettings
{
    /// <summary>Working days for handling an accepted clue, from acceptance.</summary>
    public static readonly SettingDefinition HandlingDays =
        new("clue.handling-days", "线索核查办理期限", SettingKind.Number, "工作日", "15", "部门行政处罚程序规定（7至15个工作日，与立案期限一致）", false);

    /// <summary>Days before and after in which clues on the same matter and place are suggested as duplicates.</summary>
    public static readonly SettingDefinition DuplicateDays =
        new("clue.duplicate-days", "疑似重复线索的时间范围", SettingKind.Number, "日", "30", "本区执法惯例", false);
}
