using Lianzhi.Core.Settings;

namespace Lianzhi.Core.Duty;

/// <summary>Why an officer is not to be sent out (勤务种类).</summary>
public enum DutyKind
{
    /// <summary>休假.</summary>
    Leave,

    /// <summary>病假: also what a sick call of the morning enters.</summary>
    SickLeave,

    /// <summary>培训.</summary>
    Training,

    /// <summary>听证 as host, recorder or investigator.</summary>
    Hearing,

    /// <summary>夜间值守, after which the next day is for rest.</summary>
    NightDuty,

    /// <summary>其他事由.</summary>
    Other,

    /// <summary>执法以外的工作 (值班、创城等): the home unit of a seconded officer is told.</summary>
    OtherWork,
}

/// <summary>One entry of the duty calendar (勤务登记).</summary>
/// <param name="Id">Its id.</param>
/// <param name="OfficerId">The officer.</param>
/// <param name="Kind">Why.</param>
/// <param name="Slot">When.</param>
public sealed record DutyEntry(string Id, string OfficerId, DutyKind Kind, TimeSlot Slot);

/// <summary>Part of a day by which absences are entered (登记时段).</summary>
public enum DutyPart
{
    /// <summary>全天.</summary>
    WholeDay,

    /// <summary>上午.</summary>
    Morning,

    /// <summary>下午.</summary>
    Afternoon,

    /// <summary>按小时.</summary>
    Hours,
}

/// <summary>Practice values of duty (勤务设置).</summary>
public static class DutySettings
{
    /// <summary>Whether the day after a night on duty is for rest.</summary>
    public static readonly SettingDefinition RestAfterNight = new("duty.rest-after-night", "夜间值守次日休息", SettingKind.Choice, "", SettingCatalogue.Yes, "本区执法惯例", false)
    {
        Choices = new Dictionary<string, string> { [SettingCatalogue.Yes] = "是", [SettingCatalogue.No] = "否" },
    };
}
